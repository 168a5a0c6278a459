"""What every reader hands on: sheets of cells as they look, before anything is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.plan.where import cell_position


@frozen
class RawCell:
    """A cell as it looks (`text`), and what it holds where that differs: 0.17 shown as 17% has text "17%".

    `exact` is the number behind a rounded display ("17" for 16.96), `was` the text before the reviewer corrected it,
    `trouble` what is wrong with the cell (a formula without a cached value).
    """

    text: str
    exact: float | None = None
    was: str | None = None
    trouble: Message | None = None


EMPTY = RawCell("")


@dataclass(frozen=True)
class Grid:
    """One sheet, or a csv: `rows` from the sheet's first row and column on, ragged; merges as (r0, c0, r1, c1)."""

    file: str
    sheet: str | None
    rows: tuple[tuple[RawCell, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> RawCell:
        """The cell, both counted from 0; empty outside."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY

    def printed(self, name: str) -> str | None:
        """What the cell of that name prints, "" where it is empty; None where the sheet has no such cell."""
        try:
            row, column = cell_position(name)
        except ValueError:
            return None
        return self.cell(row, column).text if row < len(self.rows) and column < max(map(len, self.rows)) else None

    def corrected(self, corrections: Mapping[str, str]) -> Grid:
        """The grid with the texts of {cell name: text} put in place; a row is made longer where it was too short."""
        if not corrections:
            return self
        rows = list(self.rows)
        for name, text in corrections.items():
            row, column = cell_position(name)
            if row >= len(rows):
                continue
            cells = [*rows[row], *[EMPTY] * (column + 1 - len(rows[row]))]
            cells[column] = replace(cells[column], text=text, exact=None, trouble=None, was=cells[column].text)
            rows[row] = tuple(cells)
        return replace(self, rows=tuple(rows))


@dataclass(frozen=True)
class Source:
    """An application as read from disk: its files, its sheets, and what the user should know about the reading."""

    files: tuple[SourceFile, ...]
    grids: tuple[Grid, ...]
    remarks: tuple[Message, ...] = field(default=())
