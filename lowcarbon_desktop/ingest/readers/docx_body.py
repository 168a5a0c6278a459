"""The text of a Word document in one pass over its XML: paragraphs and tables in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.readers.body_parts import Commented, Faint, Heading, Sample, Struck
from lowcarbon_desktop.ingest.readers.docx_looks import Paragraph, Run
from lowcarbon_desktop.ingest.readers.docx_lost import Lost
from lowcarbon_desktop.ingest.readers.docx_notes import matters
from lowcarbon_desktop.ingest.readers.docx_styles import OFF, Styles
from lowcarbon_desktop.ingest.readers.package import plain

_GONE = {"del", "moveFrom", "Fallback", "rt", "delText"}
_DRAWN = {"drawing", "pict", "object"}
_SHAPES = {"shape", "rect", "roundrect", "oval", "group", "line", "textbox"}
_HIDDEN = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Body(Lost):
    """What was found in document.xml: `parts` are paragraphs (str) and tables, a nested table behind its outer one."""

    def __init__(self, file: str, styles: Styles, notes: Mapping[tuple[str, str], str]) -> None:
        super().__init__(file, styles)
        self._notes = notes
        self._boxes: list[tuple[int, int]] = []
        self._gone = self._drawn = 0
        self._veils: list[int] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said

    def feed(self, data: bytes, last: bool = False) -> None:
        """Read on. Raises PlanUnreadable: entities, beyond the caps, or no XML."""
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            raise PlanUnreadable(message("document-damaged", file=self._file, reason=str(error))) from None

    def _refuse(self, *_: object) -> None:
        raise PlanUnreadable(message("document-entities", file=self._file))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        self._gone += tag in _GONE
        self._drawn += tag in _DRAWN
        self._veil(tag, attributes)
        if self._drawn and not self._gone:
            self._object(tag, attributes)
        if tag == "txbxContent":
            self._boxes.append((self._drawn, len(self._open)))
            self._drawn = 0
        if self._gone or self._drawn:
            if tag == "del" and parent == "trPr" and self._deleted:
                self._deleted[-1] = True
            return
        value = next((held for key, held in attributes.items() if key.rpartition(":")[2] == "val"), "")
        begin = getattr(self, f"_begin_{tag}", None)
        if begin is not None:
            begin(parent, value, attributes)

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if not (self._gone or self._drawn):
            finish = getattr(self, f"_finish_{tag}", None)
            if finish is not None:
                finish()
        if tag == "txbxContent":
            self._drawn, _ = self._boxes.pop()
        self._gone -= tag in _GONE
        self._drawn -= tag in _DRAWN
        if self._formula and tag in _DRAWN:
            self._formula = False
            self._write("\ufffd")
        if self._veils and self._veils[-1] == len(self._path):
            self._veils.pop()
            self._gone -= 1
        self._path.pop()

    def _veil(self, tag: str, attributes: dict[str, str]) -> None:
        """A shape that is hidden is not printed, nor is what stands in it."""
        depth = 0
        if tag in _SHAPES and _HIDDEN.search(attributes.get("style", "")):
            depth = len(self._path)
        elif tag == "docPr" and attributes.get("hidden", "0") not in OFF:
            depth = len(self._path) - 1  # of the anchor around it
        if depth:
            self._veils.append(depth)
            self._gone += 1

    def _said(self, text: str) -> None:
        if self._path[-1:] == ["instrText"]:
            self._instructed(text)
        elif self._path[-1:] == ["t"] and self._run.struck and text.strip() and self._texts:
            self._texts[-1].struck = True
        elif self._path[-1:] == ["t"]:
            self._write(text.translate(_RAISED) if self._run.raised and self._behind_number() else text)

    def _write(self, text: str) -> None:
        self._count_signs(text)
        if self._texts and not (self._gone or self._drawn or self._run.hidden):
            self._texts[-1].text.append(text)
            self._texts[-1].faint |= bool(text.strip()) and self._unseen
            self._texts[-1].sample |= any(self._samples)

    def _behind_number(self) -> bool:
        """Whether raised digits are a footnote's mark; behind a letter they are a power, as in km²."""
        before = "".join(self._texts[-1].text[-2:]).rstrip() if self._texts else ""
        return not before[-1:].isascii() or not before[-1:].isalpha()

    def _begin_p(self, *_: object) -> None:
        self._texts.append(Paragraph())
        self._run = Run()

    def _finish_p(self) -> None:
        self._count_paragraph()
        ended = self._texts.pop()
        text = "".join(ended.text).replace("\u00ad", "").strip()
        style = self._styles.of(ended.style, ended.own)
        number = self._styles.count(style)
        boxed = bool(self._boxes) and len(self._open) == self._boxes[-1][1]
        if self._open and self._cells[-1] is not None and not boxed:
            if not text or not text[0].isascii():  # 1. before a 17 would make it another number
                text = number + text
            self._cells[-1].lines.append(text)
            self._cells[-1].notes += ended.notes
            self._cells[-1].struck |= ended.struck
            self._cells[-1].faint |= ended.faint
            self._cells[-1].sample |= ended.sample
        elif text:
            text = text if text.startswith(number) else number + text
            named = style.outline is not None and style.outline < 9
            kind = next((kind for kind, said in (
                (Heading, named), (Struck, ended.struck), (Faint, ended.faint), (Sample, ended.sample),
                (Commented, ended.commented)) if said), str)
            self.parts.append(kind(text))
            self.parts += [f"注：{note}" for note in ended.notes]

    def _begin_pStyle(self, parent: str, value: str, _: object) -> None:
        if parent == "pPr" and self._texts:
            self._texts[-1].style = value

    def _begin_footnoteReference(self, _: str, __: str, attributes: dict[str, str]) -> None:
        self._noted("footnote", attributes)

    def _begin_endnoteReference(self, _: str, __: str, attributes: dict[str, str]) -> None:
        self._noted("endnote", attributes)

    def _begin_commentReference(self, _: str, __: str, attributes: dict[str, str]) -> None:
        self._noted("comment", attributes)

    def _noted(self, kind: str, attributes: dict[str, str]) -> None:
        """A note is said where it is called, for 以2005年为基准 belongs to its number; in a cell it is kept apart."""
        note = self._notes.get((kind, plain(attributes).get("id", "")), "")
        if not note or not self._texts:
            return
        in_cell = bool(self._open) and self._cells[-1] is not None
        if kind == "comment" and not in_cell:
            self._texts[-1].commented = True
            self.comments.append(note)
        elif matters(note) and not in_cell:
            self._write(f"（注：{note.rstrip('。')}）")
        else:
            self._texts[-1].notes.append(note)

    def _begin_tab(self, parent: str, *_: object) -> None:
        if parent == "r":
            self._write(" ")

    def _begin_br(self, *_: object) -> None:
        self._write("\n")

    def _begin_cr(self, *_: object) -> None:
        self._write("\n")

    def _begin_noBreakHyphen(self, *_: object) -> None:
        self._write("-")
