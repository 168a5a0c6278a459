"""odt as LibreOffice and WPS write it: its paragraphs and tables."""

from __future__ import annotations

from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell, Heading
from lowcarbon_desktop.ingest.readers.open_tables import OpenTables
from lowcarbon_desktop.ingest.readers.package import parse, plain, unpacked
from lowcarbon_desktop.ingest.readers.parts import content_of
from lowcarbon_desktop.progress import Progress

_GONE = {"tracked-changes", "annotation", "note-citation", "ruby-text", "settings"}


def read(name: str, data: bytes, progress: Progress) -> Content:
    """The paragraphs and tables in their order. Raises PlanUnreadable, Cancelled."""
    with unpacked(name, data, "document") as archive:
        body = _Body(name)
        parse(name, "document", archive, "content.xml", progress, start=body.start, end=body.end, said=body.said)
    return content_of(name, body.parts)


class _Body(OpenTables):
    """Collects parts; covered cells are those that a merged one above or to the left lies over."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._texts: list[list[str]] = []
        self._gone = self._at = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a paragraph, a table, a row or a cell."""
        self._gone += tag in _GONE
        held = plain(attributes)
        if tag in ("p", "h"):
            self._texts.append([])
        elif tag in ("s", "tab", "line-break") and self._texts:
            self.said("\n" if tag == "line-break" else " ")
        elif tag == "table" and not self._gone:
            self._begin_table()
        elif tag == "table-row" and self._open:
            self._begin_row()
            self._at = 0
        elif tag in ("table-cell", "covered-table-cell") and self._open and self._open[-1].rows:
            for _ in range(min(_count(held.get("number-columns-repeated")), MAX_COLUMNS + 1)):
                self._cell(tag == "table-cell", _count(held.get("number-columns-spanned")),
                           _count(held.get("number-rows-spanned")))

    def end(self, tag: str) -> None:
        """Close it again."""
        self._gone -= tag in _GONE
        if tag in ("p", "h"):
            text = "".join(self._texts.pop()).strip()
            if self._open and self._cells[-1] is not None:
                self._cells[-1].lines.append(text)
            elif text:
                self.parts.append(Heading(text) if tag == "h" else text)
        elif tag in ("table-cell", "covered-table-cell") and self._cells:
            self._cells[-1] = None
        elif tag == "table" and self._open:
            self._finish_table()

    def said(self, text: str) -> None:
        """Take text up."""
        if self._texts and not self._gone:
            self._texts[-1].append(text)

    def _cell(self, own: bool, across: int, down: int) -> None:
        """A merged cell is given once, and a covered one only where it goes on the first column of one above."""
        table = self._open[-1]
        at, self._at = self._at, self._at + 1
        self._counted += 1
        if at + across > MAX_COLUMNS or self._counted > MAX_CELLS:
            raise self._too_wide()
        if own:
            self._cells[-1] = BodyCell(at, across)
            table.rows[-1].append(self._cells[-1])
            self._down[-1][at] = (across, len(table.rows) + down - 1)
            return
        self._cells[-1] = None
        across, last = self._down[-1].get(at, (1, 0))
        if len(table.rows) <= last and all(cell.column != at for cell in table.rows[-1]):
            table.rows[-1].append(BodyCell(at, across, below=True))


def _count(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1
