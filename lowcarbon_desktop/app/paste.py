"""A table from the clipboard, or one that was typed in, as a source of its own: a csv in the user's data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from pathlib import Path

from lowcarbon_desktop.app.present import make_folder, write_result
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.ingest.limits import MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.store.places import data_folder
from lowcarbon_desktop.wording import say

Rows = tuple[tuple[str, ...], ...]
_MOST = 8_000_000  # characters of the clipboard


def table_from(text: str, html: str = "") -> Rows:
    """The table on the clipboard: its HTML where there is one, for only that knows the cells of a table from Word.

    Rows are filled up to one width. Raises UsageError where there is no table of two columns, or one too large.
    """
    if max(len(text), len(html)) > _MOST:
        raise UsageError(message("clipboard-too-large", cap=MAX_ROWS, columns=MAX_COLUMNS))
    rows = _filled(_from_html(html)) if "<table" in html.lower() else ()
    rows = rows or _filled(_from_text(text))
    if not rows or len(rows[0]) < 2:
        raise UsageError(message("clipboard-no-table"))
    if len(rows) > MAX_ROWS or len(rows[0]) > MAX_COLUMNS:
        raise UsageError(message("clipboard-too-large", cap=MAX_ROWS, columns=MAX_COLUMNS))
    return rows


def keep_table(rows: Iterable[Sequence[str]], lang: str, *, typed: bool = False, folder: Path | None = None) -> Path:
    """Keep a table as a csv under a name of its own; the same table again is the same file, with its review.

    Raises OutputError where it cannot be written.
    """
    folder = folder or data_folder() / "tables"
    name = say(message("typed-table-name" if typed else "pasted-table-name"), lang)
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(_filled(rows))
    # The mark at the beginning tells Excel the encoding, should the user open the file there.
    content = "\ufeff" + written.getvalue()
    make_folder(folder)
    number = 1
    while (path := folder / f"{name}{'' if number == 1 else f' {number}'}.csv").exists():
        if path.read_bytes() == content.encode("utf-8"):
            return path
        number += 1
    write_result(path, content)
    return path


def _from_text(text: str) -> list[list[str]]:
    """Lines of cells with tabs between; a cell with a break inside stands in quotes, as spreadsheets write it."""
    if "\t" not in text:
        return []
    try:
        return list(csv.reader(io.StringIO(text.strip("\r\n"), newline=""), delimiter="\t", strict=True))
    except csv.Error:  # a quotation mark that is none of the spreadsheet's: every line is a row as it stands
        return [line.split("\t") for line in text.splitlines()]


def _from_html(html: str) -> list[list[str]]:
    reader = _Table()
    reader.feed(html)
    reader.close()
    return reader.rows


def _filled(rows: Iterable[Sequence[str]]) -> Rows:
    """Rows of one width without blanks around texts; empty rows at the end and empty columns at the right go."""
    kept = [[" ".join(cell.replace("\xa0", " ").split()) for cell in row] for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    width = max((place for row in kept for place, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(tuple((row + [""] * width)[:width]) for row in kept)


class _Table(HTMLParser):
    """The cells of the first table; a merged cell stands in its upper left corner, a table inside a cell is text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._depth = 0
        self._done = False
        self._cell: list[str] | None = None
        self._start = self._place = 0
        self._covered: dict[int, int] = {}  # column -> rows below that a merged cell still covers
        self._taken: frozenset[int] = frozenset()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._done or self._depth != 1:
            return
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
            self._place = 0
            self._taken = frozenset(column for column, left in self._covered.items() if left)
            self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._done:
            self._cell.append(data)

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        row = self.rows[-1]
        while self._place in self._taken:
            row.append("")
            self._place += 1
        wide, high = _span(attrs.get("colspan"), MAX_COLUMNS), _span(attrs.get("rowspan"), MAX_ROWS)
        if high > 1:
            self._covered.update(dict.fromkeys(range(self._place, self._place + wide), high - 1))
        row += [""] * wide
        self._cell = []
        self._start, self._place = self._place, self._place + wide

    def _end_cell(self) -> None:
        if self._cell is not None:
            self.rows[-1][self._start] = "".join(self._cell)
            self._cell = None


def _span(text: str | None, most: int) -> int:
    return max(1, min(int(text), most)) if text and text.isascii() and text.isdecimal() else 1
