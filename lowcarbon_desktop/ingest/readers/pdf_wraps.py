"""Lines of a table without upright rules put together to cells, by the order in which the page draws them.

Lines of one column that are drawn one after the other are of one cell, or of cells below each other; their neighbours,
the rules and the gaps tell which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lowcarbon_desktop.ingest.readers.paragraphs import first_word
from lowcarbon_desktop.ingest.readers.pdf_cells import SECTION, Cell, Rule, ruled_off, tall
from lowcarbon_desktop.ingest.readers.pdf_runs import level

_UNIT = re.compile(r"[（(][^（(）)]{1,12}[）)]")  # below a name
_SERIAL = re.compile(r"\d{1,3}[.、．]?")
_CUT_NUMBER = re.compile(r"\d[.．]$")  # 55. above 5%
_CLEAR = 1.5  # points by which the gap between rows must be wider than the one between a cell's lines
_WIDE = 0.9  # of a line's height: lines of one cell do not stand so far apart
_FAR = 2.5
_FULL = 1.5  # of a line's height: a line that is broken leaves no more room
_RULED = 3  # rows that are ruled off: fewer may be the head of a table and its end
TOUCH = 0.2


Chain = list[Cell]


class Wraps:
    """How the cells of a table are wrapped; `ruled` where a rule parts every row from the next.

    `upwards` is True where a cell was drawn before a higher one to its right, as no page does that draws line by line.
    `way` is how a wrapped cell and its neighbour stand: both from the top, one in the middle of the other, both at the
    bottom, or "same" where both have as many lines; empty where no wrapped cell has a neighbour.
    """

    def __init__(self, cells: Sequence[Cell], rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._chains = _chains(cells)
        self._least = _least_gap(cells)
        self._widths: dict[int, float] = {}
        for cell in cells:
            if cell.first == cell.last:
                self._widths[cell.first] = max(self._widths.get(cell.first, 0), cell.box[2] - cell.box[0])
        self.ruled = self._ruled_by_row()
        self.upwards = any(_higher(one, other) for one, other in pairwise(cells))
        ways = {self._way(chain, beside) for chain, beside in self._pairs()}
        self.way = next((each for each in ("top", "middle", "bottom", "same") if each in ways), "")

    def _pairs(self) -> list[tuple[Chain, Chain | None]]:
        """Each chain with the one drawn next in its row."""
        after = [*self._chains[1:], None]
        return [(chain, other if other is not None and other[0].first > chain[0].first else None)
                for chain, other in zip(self._chains, after, strict=True)]

    def cells(self, sequel: bool) -> list[Cell] | None:
        """The cells with their lines put together; None where nobody can tell."""
        found: list[Cell] = []
        row: list[Chain] = []
        for chain, beside in self._pairs():
            found.append(Cell(chain[0].first, chain[0].last, [*chain[0].pieces]))
            row = [*row, chain] if row and row[-1][0].first < chain[0].first else [chain]
            whole = any(self._centred(chain, other) for other in (*row[:-1], *([beside] if beside is not None else [])))
            for above, cell in pairwise(chain):
                goes_on = self._goes_on(above, cell, chain, beside, whole)
                if goes_on is None and not (sequel and len(found) <= 2 + max(self._widths, default=0)):
                    return None  # at the head of a sequel stands the rest of a cut row, lines of one cell
                if goes_on is not False:
                    found[-1].pieces += cell.pieces
                    found[-1].last = max(found[-1].last, cell.last)
                else:
                    found.append(Cell(cell.first, cell.last, [*cell.pieces]))
        return found

    def _way(self, chain: Chain, beside: Chain | None) -> str:
        if len(chain) < 2 or beside is None:
            return ""
        if level(chain[0].box, beside[0].box):
            return "same" if len(chain) == len(beside) else "top"
        if self._centred(chain, beside):
            return "middle"
        full = all(self._full(*each) for each in pairwise(chain))
        return "bottom" if full and level(chain[-1].box, beside[-1].box) else ""

    def _centred(self, chain: Chain, beside: Chain) -> bool:
        """Whether one stands in the middle of the other; a heading and a name of two lines have their middle there too.
        """
        off = chain[0].box[1] + chain[-1].box[3] - beside[0].box[1] - beside[-1].box[3]
        return 1 < len(chain) != len(beside) and abs(off) < 0.4 * tall(beside[0]) and (
            len(chain) % 2 == 0 or self._full(*chain[:2]))

    def _full(self, line: Cell, after: Cell) -> bool:
        """Whether a line leaves no room for what follows: a heading above a name is shorter than the column."""
        box, high = line.box, tall(line)
        room = max(_FULL * high, first_word(after.pieces[0].text, high))
        return box[2] - box[0] > self._widths.get(line.first, 0) - room

    def _goes_on(self, above: Cell, cell: Cell, chain: Chain, beside: Chain | None, whole: bool) -> bool | None:
        """Whether a line is of the same cell as the one above; None where nobody can tell."""
        gap, high = cell.box[1] - above.box[3], tall(cell)
        if ruled_off(above, cell, self._rules) or gap > _FAR * high:
            return False
        first = beside[0] if beside is not None else None
        if first is not None and cell.last < first.first <= above.last and level(cell.box, first.box):
            return False  # headings below that of their group
        if SECTION.match(above.pieces[0].text) and (
                _SERIAL.fullmatch(cell.pieces[0].text) or not self._full(above, cell)):
            return False
        if self.ruled or whole or (first is not None and first.box[1] < cell.box[1] - TOUCH * high) or (
                _CUT_NUMBER.search(above.pieces[-1].text) and cell.pieces[0].text[:1].isdigit()):
            return True
        if SECTION.match(above.pieces[0].text) or SECTION.match(cell.pieces[0].text):
            return False
        if _UNIT.fullmatch(cell.pieces[0].text) and gap < _WIDE * high:
            return True
        if self.way == "bottom" and beside is not None and level(chain[-1].box, beside[-1].box):
            return self._full(above, cell)
        if first is not None and self.way == "top" and level(cell.box, first.box):
            return False
        if self._least is not None and gap < self._least - _CLEAR:
            return True
        if self._least is not None and first is not None and not self._full(above, cell):
            return False  # a heading above a name, as far from it as rows are
        if gap > _WIDE * high:
            return False
        return True if cell.first > 0 and beside is None else None

    def _ruled_by_row(self) -> bool:
        """Whether a rule stands wherever the page goes back to the left to draw the next row."""
        count = 0
        for at, chain in enumerate(self._chains):
            cell = chain[0]
            above = next((each[-1] for each in reversed(self._chains[:at])
                          if each[-1].first <= cell.last and each[-1].last >= cell.first), None)
            if above is None or cell.first > self._chains[at - 1][-1].last:
                continue
            if not ruled_off(above, cell, self._rules):
                return False
            count += 1
        return count >= _RULED


def _chains(cells: Sequence[Cell]) -> list[Chain]:
    """What is drawn in one column without a break: the lines of a cell, or of several below each other."""
    chains: list[Chain] = []
    for cell in cells:
        last = chains[-1][-1] if chains else None
        if last is None or last.first != cell.first or cell.box[1] < last.box[1] - tall(cell):
            chains.append([cell])
        elif level(last.box, cell.box):
            chains[-1][-1] = Cell(last.first, max(last.last, cell.last), last.pieces + cell.pieces)
        else:
            chains[-1].append(cell)
    return chains


def _higher(one: Cell, other: Cell) -> bool:
    return other.first > one.last and other.box[1] + other.box[3] < one.box[1] + one.box[3] - 0.6 * tall(one)


def _least_gap(cells: Sequence[Cell]) -> float | None:
    """The least gap between two lines of a column that are surely two rows, since others were drawn in between."""
    gaps = []
    for column in {cell.first for cell in cells}:
        own = sorted(((cell.box[1], cell.box[3], turn) for turn, cell in enumerate(cells) if cell.first == column))
        gaps += [below[0] - above[1] for above, below in pairwise(own) if below[2] - above[2] > 1]
    return min(gaps, default=None)
