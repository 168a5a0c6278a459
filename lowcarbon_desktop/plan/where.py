"""Where a value stands: a file with a sheet and a cell, a table of a document, or a page."""

from __future__ import annotations

import re
from functools import cache

from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.frozen import frozen

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@cache
def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell, both counted from 0: (4, 3) is D5."""
    return f"{column_letters(column)}{row + 1}"


def cell_position(name: str) -> tuple[int, int]:
    """Row and column of a cell, both counted from 0: D5 is (4, 3). Raises ValueError for what names no cell."""
    found = _CELL.fullmatch(name)
    if found is None:
        raise ValueError(name)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


Box = tuple[float, float, float, float]


@frozen(slots=True)
class Where:
    """A place in a file that the user can find again. A csv has cells but no sheet.

    A document's tables are numbered from 1 in the order in which they begin, and so are `row` and `column` in them;
    `sheet` and `cell` then are a short name of the same place (T3 and D5), which a correction goes by. Paragraphs are
    numbered from 1 in their file; the second value in the twelfth has the cell P12.2. `box` is left, top, right and
    bottom on a page in points from its upper left corner.
    """

    file: str
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    box: Box | None = None
    paragraph: int | None = None

    @property
    def spot(self) -> Text:
        """The place in words, as a sentence names it: 第 12 段, 第 2 个表第 5 行第 4 列, a plain D5 on a sheet."""
        if self.table is not None and self.row is not None and self.column is not None:
            head = self._numbered()
            return Text(f"{head.zh}第 {self.row} 行第 {self.column} 列",
                        f"{head.en}, row {self.row}, column {self.column}")
        cell = "!".join(part for part in (self.sheet, self.cell) if part) if self.paragraph is None else ""
        page = Text(f"第 {self.page} 页", f"page {self.page}") if self.page is not None else Text("", "")
        part = Text(cell, cell)
        if self.paragraph is not None:
            part = Text(f"第 {self.paragraph} 段", f"paragraph {self.paragraph}")
        zh, en = (" ".join(filter(None, (page.of(lang), part.of(lang)))) or self.file for lang in ("zh", "en"))
        return Text(zh, en)

    @property
    def start(self) -> Text:
        """The same of a table that begins there: a whole table of a document goes by its number alone."""
        return self._numbered() if self.table is not None and (self.row, self.column) == (1, 1) else self.spot

    def _numbered(self) -> Text:
        """Tables are counted through the whole document, which is said where a page stands before it."""
        if self.page is None:
            return Text(f"第 {self.table} 个表", f"table {self.table}")
        return Text(f"第 {self.page} 页，全文第 {self.table} 个表", f"page {self.page}, table {self.table} of all")

    def __str__(self) -> str:
        place = "!".join(part for part in (self.sheet, self.cell) if part)
        if self.paragraph is not None:
            return f"¶{self.paragraph}" if self.page is None else f"p.{self.page} ¶{self.paragraph}"
        if self.page is not None:
            return f"p.{self.page} {place}" if place else f"{self.file} p.{self.page}"
        return place or self.file
