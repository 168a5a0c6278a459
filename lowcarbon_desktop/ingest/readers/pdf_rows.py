"""Rows of a table without upright rules, by the order in which the page draws its cells: row by row, cell by cell.

That tells to which row a wrapped line belongs where its place alone does not. What the order says must agree with
where things stand, else the answer is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lowcarbon_desktop.ingest.readers.pdf_runs import level
from lowcarbon_desktop.ingest.readers.pdf_text import Piece, around
from lowcarbon_desktop.plan.where import Box

SECTION = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)")
_CLEAR = 1.5  # points by which the gap between rows must be wider than the one between a cell's lines
_WIDE = 0.9  # of a line's height: lines of one cell do not stand so far apart
_TOUCH = 0.2
Rule = tuple[float, float, float]


@dataclass(slots=True)
class Cell:
    """The pieces of a cell, which stands in the columns from `first` to `last`; `down` rows below belong to it too."""

    first: int
    last: int
    pieces: list[Piece]
    down: int = 0

    @property
    def box(self) -> Box:
        """The box around its pieces."""
        return around(piece.box for piece in self.pieces)


Row = list[Cell]


def rows_by_turn(cells: Sequence[Cell], rules: Sequence[Rule]) -> tuple[list[Row], bool] | None:
    """The rows, and whether it is sure that cell is drawn after cell: a wrapped one was drawn before its neighbour.

    `cells` are the pieces in their order, each with its columns; `rules` are those across as (left, right, height).
    """
    joined = _wrapped(cells, rules)
    if joined is None:
        return None
    whole, sure = joined
    rows: list[Row] = []
    for cell in whole:
        last = rows[-1][-1] if rows else None
        below = last is not None and cell.box[1] > max(each.box[3] for each in rows[-1]) - _TOUCH * _tall(cell)
        if last is None or cell.first <= last.last or below or _ruled_off(rows[-1][0], cell, rules):
            rows.append([cell])
        else:
            rows[-1].append(cell)
    _spread_down(rows)
    return (rows, sure) if _in_order(rows) else None


def _wrapped(cells: Sequence[Cell], rules: Sequence[Rule]) -> tuple[list[Cell], bool] | None:
    """The cells with their lines put together, and whether a neighbour drawn later stands beside a first line."""
    least = _least_gap(cells)
    found: list[Cell] = []
    sure = False
    for number, cell in enumerate(cells):
        last = found[-1] if found else None
        if last is None or last.first != cell.first:
            found.append(cell)
            continue
        if level(last.pieces[-1].box, cell.box):
            last.pieces += cell.pieces
            continue
        gap = cell.box[1] - last.pieces[-1].box[3]
        if gap < -_TOUCH * _tall(cell) or _ruled_off(last, cell, rules):
            found.append(cell)
            continue
        after = next((each for each in cells[number + 1:] if each.first != cell.first), None)
        beside = after is not None and after.first > cell.first and after.box[1] < cell.box[1] - _TOUCH * _tall(cell)
        begins = SECTION.match(last.pieces[0].text) or SECTION.match(cell.pieces[0].text)
        if beside and gap < _WIDE * _tall(cell):
            sure = True
        elif begins or gap > _WIDE * _tall(cell):
            found.append(cell)
            continue
        elif cell.first > 0 and (after is None or after.first <= cell.first):
            pass  # it would be alone in its row, without a name
        elif least is None or gap > least - _CLEAR:
            return None
        last.pieces += cell.pieces
        last.last = max(last.last, cell.last)
    return found, sure


def _least_gap(cells: Sequence[Cell]) -> float | None:
    """The least gap between two lines of a column that are surely two rows, since others were drawn in between."""
    gaps = []
    for column in {cell.first for cell in cells}:
        own = sorted(((cell.box[1], cell.box[3], turn) for turn, cell in enumerate(cells) if cell.first == column))
        gaps += [below[0] - above[1] for above, below in pairwise(own) if below[2] - above[2] > 1]
    return min(gaps, default=None)


def _ruled_off(cell: Cell, other: Cell, rules: Sequence[Rule]) -> bool:
    """Whether a rule above both columns parts two cells."""
    one, two = cell.pieces[-1].box, other.box
    middle, lower = (one[1] + one[3]) / 2, (two[1] + two[3]) / 2
    left, right = min(one[0], two[0]), max(one[2], two[2])
    return any(middle < height < lower and start < left + 1 and end > right - 1 for start, end, height in rules)


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
    return all(below[0] > above[1] - _TOUCH * (below[1] - below[0]) - 1 for above, below in pairwise(bounds))


def _tall(cell: Cell) -> float:
    box = cell.pieces[0].box
    return box[3] - box[1]
