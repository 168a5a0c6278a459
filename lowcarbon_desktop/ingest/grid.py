"""What every reader hands on: sheets, and tables of documents, as they look, before anything is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import NamedTuple

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan import Passage, SourceFile, Where
from lowcarbon_desktop.plan.where import Box, cell_position, column_letters


class RawCell(NamedTuple):
    """A cell as it looks (`text`), and what it holds where that differs: 0.17 shown as 17% has text "17%".

    `exact` is the number behind a rounded display ("17" for 16.96), `was` the text before the reviewer corrected it,
    `trouble` what is wrong with the cell (a formula without a cached value).
    """

    text: str
    exact: float | None = None
    was: str | None = None
    trouble: Message | None = None


EMPTY = RawCell("")


class Around(NamedTuple):
    """What a document says around one of its tables, as paragraphs or lines of text.

    `before` is what stands between the last table and this one, `after` the paragraph right below.
    """

    before: tuple[str, ...] = ()
    after: str = ""


ALONE = Around()


@frozen()
class Grid:
    """One sheet, or a csv: `rows` from the sheet's first row and column on, ragged; merges as (r0, c0, r1, c1).

    Or one table of a document: then `table` is its number from 1, `sheet` its short name (T3), `around` the text around
    it, `paragraph` how many paragraphs stand before it, and for a PDF `boxes` are the page and the box of every cell,
    row by row. `left` says why a table could not be told apart into cells; its rows then are lines of text.
    """

    file: str
    sheet: str | None
    rows: tuple[tuple[RawCell, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    table: int | None = None
    around: Around = ALONE
    boxes: tuple[tuple[tuple[int, Box], ...], ...] = ()
    left: Message | None = None
    paragraph: int | None = None

    @property
    def place(self) -> tuple[str, str | None, int | None]:
        """By which it is known among all of an application."""
        return self.file, self.sheet, self.table

    def where(self, row: int, column: int) -> Where:
        """The place of a cell, both counted from 0."""
        name = f"{column_letters(column)}{row + 1}"  # as cell_name has it, of which a sheet asks for every cell
        if self.table is None:
            return Where(self.file, self.sheet, name)
        page, box = None, None
        if row < len(self.boxes) and column < len(self.boxes[row]):
            page, box = self.boxes[row][column]
        return Where(self.file, self.sheet, name, page, self.table, row + 1, column + 1, box)

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
            cells[column] = cells[column]._replace(text=text, exact=None, trouble=None, was=cells[column].text)
            rows[row] = tuple(cells)
        return replace(self, rows=tuple(rows))


@frozen()
class Content:
    """What a reader hands on of one file: its grids, and the paragraphs of a document.

    `document` is True for a text with sentences, whose silence means something; `complete` is False where a part of it
    could not be read, such as a page that is a picture. `remarks` are for the user.
    """

    grids: tuple[Grid, ...] = ()
    passages: tuple[Passage, ...] = ()
    document: bool = False
    complete: bool = True
    remarks: tuple[Message, ...] = ()


@frozen()
class Source:
    """An application as read from disk: its files, its sheets, and what the user should know about the reading.

    `whole` is True where a document was among the files and all of every file could be read.
    """

    files: tuple[SourceFile, ...]
    grids: tuple[Grid, ...]
    remarks: tuple[Message, ...] = field(default=())
    passages: tuple[Passage, ...] = ()
    whole: bool = False
