"""odt as LibreOffice and WPS write it: its paragraphs and tables, its notes where they are called."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell, Commented, Faint, Heading, Sample, Struck
from lowcarbon_desktop.ingest.readers.docx_notes import matters
from lowcarbon_desktop.ingest.readers.odt_edges import centimetres, embedded, heads_of
from lowcarbon_desktop.ingest.readers.odt_looks import HEARD, Look, Looks
from lowcarbon_desktop.ingest.readers.open_tables import OpenTables
from lowcarbon_desktop.ingest.readers.package import parse, plain, unpacked
from lowcarbon_desktop.ingest.readers.parts import comments_in, content_of, with_heads
from lowcarbon_desktop.ingest.readers.pictures import Picture, left_out, told_of
from lowcarbon_desktop.ingest.taken_back import weighs
from lowcarbon_desktop.progress import Progress

_GONE = {"tracked-changes", "note-citation", "ruby-text", "settings"}
_NOTES = {"note-body", "annotation"}


def read(name: str, data: bytes, progress: Progress) -> Content:
    """The paragraphs and tables in their order. Raises PlanUnreadable, Cancelled."""
    with unpacked(name, data, "document") as archive:
        body = _Body(name, _styles(name, archive))
        parse(name, "document", archive, "content.xml", progress, start=body.start, end=body.end, said=body.said)
        heads, objects = heads_of(name, archive), embedded(archive)
    content = content_of(name, with_heads(body.parts, heads))
    pictured, told = left_out(name, [told_of(body.parts, body.pictures)], len(content.grids) + 1)
    left = (message("document-embedded", file=name, count=objects),) if objects else ()
    return replace(content, grids=content.grids + pictured, complete=not left and not pictured,
                   remarks=(*left, *told, *comments_in(name, body.comments)))


def _styles(name: str, archive: zipfile.ZipFile) -> Looks:
    looks = Looks()
    if "styles.xml" in archive.namelist():
        parse(name, "document", archive, "styles.xml",
              start=lambda tag, attributes: looks.hear(tag, plain(attributes)) if tag in HEARD else None)
    return looks


@dataclass
class _Paragraph:
    """A paragraph as it is being read: its text, how its letters look, what is said of it besides."""

    looks: list[Look]
    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    struck: bool = False
    faint: bool = False
    sample: bool = False
    commented: bool = False


class _Body(OpenTables):
    """Collects parts; covered cells are those that a merged one above or to the left lies over."""

    def __init__(self, file: str, looks: Looks) -> None:
        super().__init__(file)
        self._looks = looks
        self._texts: list[_Paragraph] = []
        self._notes: list[list[str]] = []
        self._sections: list[bool] = []
        self._gone = self._at = self._samples = 0
        self.pictures: list[Picture] = []
        self.comments: list[str] = []
        self._frame: tuple[float, float] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a paragraph, words of one look, a note, a table, a row or a cell."""
        self._gone += tag in _GONE
        held = plain(attributes)
        if tag in HEARD:
            self._looks.hear(tag, held)
        elif tag in ("p", "h"):
            cell = self._cells[-1] if self._cells else None
            ground = Look(ground=cell.ground) if cell is not None and cell.ground else Look()
            self._texts.append(_Paragraph([self._looks.of(held.get("style-name", "")).over(ground)]))
        elif tag == "span" and self._texts:
            looks = self._texts[-1].looks
            looks.append(self._looks.of(held.get("style-name", "")).over(looks[-1]))
        elif tag in _NOTES:
            self._notes.append([])
        elif tag == "section":
            self._sections.append(held.get("display", "true") == "none")
            self._gone += self._sections[-1]
        elif tag == "placeholder":
            self._samples += 1
        elif tag in ("s", "tab", "line-break") and self._texts:
            self.said("\n" if tag == "line-break" else " ")
        elif tag == "frame":
            self._frame = (centimetres(held.get("width", "")), centimetres(held.get("height", "")))
        elif tag == "object":
            self._frame = None  # the picture in it only shows what the object looks like
        elif tag == "image" and self._frame is not None and not self._open and not self._gone:
            self.pictures.append(Picture(len(self.parts), *self._frame))
        elif tag == "table" and not self._gone:
            self._begin_table()
        elif tag == "table-row" and self._open:
            self._begin_row()
            self._at = 0
        elif tag in ("table-cell", "covered-table-cell") and self._open and self._open[-1].rows:
            for _ in range(min(_count(held.get("number-columns-repeated")), MAX_COLUMNS + 1)):
                self._cell(tag == "table-cell", _count(held.get("number-columns-spanned")),
                           _count(held.get("number-rows-spanned")), held.get("style-name", ""))

    def end(self, tag: str) -> None:
        """Close it again."""
        self._gone -= tag in _GONE
        if tag in ("p", "h"):
            self._finish_p(tag)
        elif tag == "span" and self._texts and len(self._texts[-1].looks) > 1:
            self._texts[-1].looks.pop()
        elif tag in _NOTES and self._notes:
            self._finish_note("".join(self._notes.pop()).strip(), comment=tag == "annotation")
        elif tag == "section" and self._sections:
            self._gone -= self._sections.pop()
        elif tag == "placeholder":
            self._samples -= 1
        elif tag in ("table-cell", "covered-table-cell") and self._cells:
            self._cells[-1] = None
        elif tag == "table" and self._open:
            self._finish_table()

    def said(self, text: str) -> None:
        """Take text up, unless it is hidden or struck out."""
        self._count_signs(text)
        if not self._texts or self._gone:
            return
        paragraph = self._texts[-1]
        look = paragraph.looks[-1]
        if look.struck and text.strip():
            paragraph.struck = True
        elif not look.hidden and not look.struck:
            paragraph.text.append(text)
            paragraph.faint |= bool(text.strip()) and look.unseen
            paragraph.sample |= self._samples > 0

    def _finish_p(self, tag: str) -> None:
        self._count_paragraph()
        ended = self._texts.pop()
        text = "".join(ended.text).strip()
        cell = self._cells[-1] if self._open else None
        if self._notes:
            self._notes[-1].append(text)
        elif cell is not None:
            cell.lines.append(text)
            cell.notes += ended.notes
            cell.struck, cell.faint = cell.struck or ended.struck, cell.faint or ended.faint
            cell.sample |= ended.sample
        elif text:
            kind = next((kind for kind, said in (
                (Heading, tag == "h"), (Struck, ended.struck), (Faint, ended.faint), (Sample, ended.sample),
                (Commented, ended.commented)) if said), str)
            self.parts += [kind(text), *(f"注：{note}" for note in ended.notes)]

    def _finish_note(self, note: str, comment: bool) -> None:
        """A note is said where it is called; a comment only where it may change what is said."""
        if not note or self._gone or not self._texts or (comment and not weighs(note)):
            return
        in_cell = bool(self._open) and self._cells[-1] is not None
        self._texts[-1].commented |= comment
        if comment and not in_cell:
            self.comments.append(note)
        elif matters(note) and not in_cell:
            self._texts[-1].text.append(f"（注：{note.rstrip('。')}）")
        else:
            self._texts[-1].notes.append(note)

    def _cell(self, own: bool, across: int, down: int, style: str) -> None:
        """A merged cell is given once, and a covered one only where it goes on the first column of one above."""
        table = self._open[-1]
        at, self._at = self._at, self._at + 1
        self._counted += 1
        if at + across > MAX_COLUMNS or self._counted > MAX_CELLS:
            raise self._too_wide()
        if own:
            self._cells[-1] = BodyCell(at, across, ground=self._looks.of(style).ground or "")
            table.rows[-1].append(self._cells[-1])
            self._down[-1][at] = (across, len(table.rows) + down - 1)
            return
        self._cells[-1] = None
        across, last = self._down[-1].get(at, (1, 0))
        if len(table.rows) <= last and all(cell.column != at for cell in table.rows[-1]):
            table.rows[-1].append(BodyCell(at, across, below=True))


def _count(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1
