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
_CUT_NUMBER = re.compile(r"\d[.．]$")  # 55. above 5%
_CLEAR = 1.5  # points by which the gap between rows must be wider than the one between a cell's lines
_WIDE = 0.9  # of a line's height: lines of one cell do not stand so far apart
_FAR = 2.5
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


def rows_by_turn(cells: Sequence[Cell], rules: Sequence[Rule],
                 sequel: bool = False) -> tuple[list[Row], bool] | None:
    """The rows, and whether it is sure that cell is drawn after cell: a wrapped one was drawn before its neighbour.

    `cells` are the pieces in their order, each with its columns; `rules` are those across as (left, right, height).
    """
    joined = _wrapped(cells, rules, sequel)
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


def _wrapped(cells: Sequence[Cell], rules: Sequence[Rule], sequel: bool) -> tuple[list[Cell], bool] | None:
    """The cells with their lines put together, and whether a neighbour drawn later stands beside a first line."""
    chains = _chains(cells)
    nexts = [*(chain[0] for chain in chains[1:]), None]
    ways = [_way(chain, after) for chain, after in zip(chains, nexts, strict=True)]
    way = next((each for each in ("top", "middle") if each in ways), "")
    least = _least_gap(cells)
    found: list[Cell] = []
    for chain, after in zip(chains, nexts, strict=True):
        found.append(Cell(chain[0].first, chain[0].last, [*chain[0].pieces]))
        for above, cell in pairwise(chain):
            beside = _beside(chain, after)
            goes_on = (way == "middle" and beside is not None and _centred(chain, beside)) or _goes_on(
                above, cell, beside, rules, least, way)
            if goes_on is None and not (sequel and len(found) <= 1 + max(each.first for each in cells) + 1):
                return None  # at the head of a sequel stands the rest of a cut row, lines of one cell
            if goes_on is not False:
                found[-1].pieces += cell.pieces
                found[-1].last = max(found[-1].last, cell.last)
            else:
                found.append(Cell(cell.first, cell.last, [*cell.pieces]))
    return found, bool(way)


def _chains(cells: Sequence[Cell]) -> list[list[Cell]]:
    """What is drawn in one column without a break: the lines of a cell, or of several below each other."""
    chains: list[list[Cell]] = []
    for cell in cells:
        last = chains[-1][-1] if chains else None
        if last is None or last.first != cell.first or cell.box[1] < last.box[1] - _tall(cell):
            chains.append([cell])
        elif level(last.box, cell.box):
            chains[-1][-1] = Cell(last.first, max(last.last, cell.last), last.pieces + cell.pieces)
        else:
            chains[-1].append(cell)
    return chains


def _beside(chain: Sequence[Cell], after: Cell | None) -> Cell | None:
    """The next cell of the row, where the chain is not the end of one."""
    return after if after is not None and after.first > chain[0].first else None


def _way(chain: Sequence[Cell], after: Cell | None) -> str:
    """How a wrapped cell and its neighbour stand: both from the top, or one in the middle of the other."""
    beside = _beside(chain, after)
    if len(chain) < 2 or beside is None:
        return ""
    if level(chain[0].box, beside.box):
        return "top"
    return "middle" if _centred(chain, beside) else ""


def _centred(chain: Sequence[Cell], beside: Cell) -> bool:
    return abs(chain[0].box[1] + chain[-1].box[3] - beside.box[1] - beside.box[3]) < 0.4 * _tall(beside)


def _goes_on(above: Cell, cell: Cell, beside: Cell | None, rules: Sequence[Rule], least: float | None,
             way: str) -> bool | None:
    """Whether a line is of the same cell as the one above; None where nobody can tell."""
    gap, tall = cell.box[1] - above.box[3], _tall(cell)
    if _ruled_off(above, cell, rules) or gap > _FAR * tall:
        return False
    if (beside is not None and beside.box[1] < cell.box[1] - _TOUCH * tall) or (
            _CUT_NUMBER.search(above.pieces[-1].text) and cell.pieces[0].text[:1].isdigit()):
        return True
    if SECTION.match(above.pieces[0].text) or SECTION.match(cell.pieces[0].text):
        return False
    if beside is not None and way == "top" and level(cell.box, beside.box):
        return False
    if least is not None and gap < least - _CLEAR:
        return True
    if gap > _WIDE * tall:
        return False
    return True if cell.first > 0 and beside is None else None


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
