"""A web page, which is what many old systems write when they export xls or doc: its paragraphs and tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS
from lowcarbon_desktop.ingest.readers import csv_text
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell
from lowcarbon_desktop.ingest.readers.open_tables import OpenTables
from lowcarbon_desktop.ingest.readers.parts import content_of
from lowcarbon_desktop.progress import Progress

_BREAKS = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "body", "title", "pre"}
_GONE = {"script", "style", "head", "noscript", "del", "template", "xml"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_CHUNK = 1 << 16


def read(name: str, data: bytes, progress: Progress) -> Content:
    """The document that a browser would show. Raises PlanUnreadable, Cancelled."""
    text = _decoded(name, data)
    page = _Page(name)
    for start in range(0, len(text), _CHUNK):
        progress.step(start, len(text))
        page.feed(text[start:start + _CHUNK])
    page.close()
    page.finish()
    return content_of(name, page.parts)


def _decoded(name: str, data: bytes) -> str:
    """What the page itself says of its encoding holds, unless the bytes do not fit it."""
    said = _CHARSET.search(data[:4096])
    encoding = said[1].decode().lower() if said is not None else ""
    encoding = "gb18030" if encoding.startswith("gb") else encoding
    if encoding and csv_text.encoding_of(data) not in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return csv_text.decoded(name, data)


class _Page(OpenTables, HTMLParser):
    """Collects parts; a cell over several rows is one that the rows below go on."""

    def __init__(self, file: str) -> None:
        HTMLParser.__init__(self)
        OpenTables.__init__(self, file)
        self._text: list[str] = []
        self._gone = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Open a table, a row, a cell or a line."""
        held = dict(attributes)
        if tag in _GONE:
            self._gone += 1
        elif tag == "table":
            self._gone = 0
            self._line()
            self._begin_table()
        elif tag == "tr" and self._open:
            self._line()
            self._row()
        elif tag in ("td", "th") and self._open:
            self._line()
            self._cell(_span(held.get("colspan")), _span(held.get("rowspan")))
        elif tag in _BREAKS:
            self._gone *= tag != "body"
            self._line()
        elif tag == "sup" and self._text and not self._gone:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close it again."""
        if tag in _GONE:
            self._gone = max(0, self._gone - 1)
        if tag in ("td", "th", "tr", "table") or tag in _BREAKS:
            self._line()
        if tag in ("td", "th", "tr") and self._cells:
            self._cells[-1] = None
        if tag == "table" and self._open:
            self._finish_table()

    def handle_data(self, data: str) -> None:
        """Take text up."""
        self._count_signs(data)
        if not self._gone:
            self._text.append(re.sub(r"[\s\xa0]+", " ", data))

    def finish(self) -> None:
        """Take up what was not closed."""
        self._line()

    def _line(self) -> None:
        text = "".join(self._text).strip()
        self._text = []
        if text:
            self._count_paragraph()
        if text and self._open and self._cells[-1] is not None:
            self._cells[-1].lines.append(text)
        elif text:
            self.parts.append(text)

    def _row(self) -> None:
        self._begin_row()
        self._go_on()

    def _cell(self, across: int, down: int) -> None:
        if not self._open[-1].rows:
            self._row()
        row = self._open[-1].rows[-1]
        cell = BodyCell(row[-1].column + row[-1].span if row else 0, across)
        self._counted += across
        if cell.column + across > MAX_COLUMNS or self._counted > MAX_CELLS:
            raise self._too_wide()
        row.append(cell)
        if down > 1:
            self._down[-1][cell.column] = (across, down - 1)
        self._cells[-1] = cell
        self._go_on()

    def _go_on(self) -> None:
        """Put in the cells of the row that belong to one of a row above."""
        row = self._open[-1].rows[-1]
        while True:
            at = row[-1].column + row[-1].span if row else 0
            across, left = self._down[-1].get(at, (0, 0))
            if not left:
                return
            row.append(BodyCell(at, across, below=True))
            self._down[-1][at] = (across, left - 1)


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MAX_COLUMNS + 1) if text is not None and text.isascii() and text.isdigit() and len(
        text) < 6 else 1
