"""Rows of a table without upright rules, by the order in which the page draws its cells: row by row, cell by cell.

That tells to which row a wrapped line belongs where its place alone does not. What the order says must agree with
where things stand, else the answer is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lowcarbon_desktop.ingest.readers.pdf_cells import Cell, Rule, ruled_off, tall
from lowcarbon_desktop.ingest.readers.pdf_runs import level
from lowcarbon_desktop.ingest.readers.pdf_wraps import TOUCH, Wraps

Row = list[Cell]


def rows_by_turn(cells: Sequence[Cell], rules: Sequence[Rule],
                 sequel: bool = False) -> tuple[list[Row], bool] | None:
    """The rows, and whether it is sure that cell is drawn after cell: a wrapped one was drawn before its neighbour.

    `cells` are the pieces in their order, each with its columns; `rules` are those across as (left, right, height).
    """
    wraps = Wraps(cells, rules)
    whole = wraps.cells(sequel)
    if whole is None:
        return None
    rows: list[Row] = []
    for cell, after in zip(whole, [*whole[1:], None], strict=True):
        last = rows[-1][-1] if rows else None
        below = last is not None and not wraps.ruled and (
            cell.box[1] > max(each.box[3] for each in rows[-1]) - TOUCH * tall(cell)) and not _of_several(
            rows[-1], cell, after)
        if last is None or cell.first <= last.last or below or ruled_off(rows[-1][0], cell, rules):
            rows.append([cell])
        else:
            rows[-1].append(cell)
    _spread_down(rows)
    return (rows, wraps.ruled or wraps.upwards or bool(wraps.way)) if _in_order(rows) else None


def _of_several(row: Row, cell: Cell, after: Cell | None) -> bool:
    """Whether a cell below the others of its row belongs to the rows below too: the page goes on beside the others."""
    return after is not None and after.first > cell.last and level(row[0].box, after.box)


def _spread_down(rows: Sequence[Row]) -> None:
    """A cell that reaches down beside the next rows, or stands in the middle of several, belongs to all of them."""
    for number, row in enumerate(rows):
        for cell in row:
            rest = [each.box for each in row if each is not cell]
            if not rest:
                continue
            top, middle = min(box[1] for box in rest), (cell.box[1] + cell.box[3]) / 2
            centred = middle > max(box[3] for box in rest) - 1
            last = number
            while last + 1 < len(rows) and _leaves_free(rows[last + 1], cell) and (
                    (top + max(each.box[3] for each in rows[last] if each is not cell)) / 2 < middle - 2 if centred else
                    min(each.box[1] for each in rows[last + 1]) < cell.box[3] - 1):
                last += 1
            cell.down = last - number


def _leaves_free(row: Row, cell: Cell) -> bool:
    """Whether nothing of a row stands in the columns of a cell."""
    return not any(each.first <= cell.last and each.last >= cell.first for each in row)


def _in_order(rows: Sequence[Row]) -> bool:
    """Whether each row stands below the one before."""
    bounds = [(min(each[1] for each in boxes), max(each[3] for each in boxes)) for row in rows
              for boxes in [[cell.box for cell in row if not cell.down] or [cell.box for cell in row]]]
    return all(below[0] > above[1] - TOUCH * (below[1] - below[0]) - 1 for above, below in pairwise(bounds))
