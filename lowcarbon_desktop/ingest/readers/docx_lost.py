"""What a Word document shows and has no letters for: fields without a result, formulas, signs of odd fonts, objects.

A formula stands in the text as a sign that nobody can read: without it 下降{18}5% would be 5%.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass

from lowcarbon_desktop.ingest.readers.docx_looks import Looks
from lowcarbon_desktop.ingest.readers.package import plain

_LOST = "\ufffd"
_SHOWS = re.compile(r"\s*(?:EQ\b|=)", re.IGNORECASE)
_CIRCLED = re.compile(r"\s*EQ\s+\\o\\ac\([^,，;]*[,，;]\s*([^()]{1,4})\)\s*", re.IGNORECASE)
_FORMULA = re.compile("Equation|MathType", re.IGNORECASE)
_TEXT = re.compile(r"Excel\.Sheet|Excel\.Workbook|Word\.|K?ET\.|K?WPS\.|Package|AcroExch|PowerPoint", re.IGNORECASE)
_SYMBOLS = {"B3": "≥", "A3": "≤", "B1": "±", "B4": "×", "2D": "-", "25": "%", "3E": ">", "3C": "<"}
_ROWS = 3
_ROW = re.compile(rb"<w:tr[ >]")


@dataclass
class Field:
    """A field as it is being read: what it asks for, and whether its result is there."""

    said: str = ""
    shown: bool = False


class Lost(Looks):
    """Hears fields, formulas and objects; `embedded` counts the objects that hold a text or a table of their own."""

    embedded = 0
    _formula = False

    def __init__(self, *rest) -> None:
        super().__init__(*rest)
        self._fields: list[Field] = []

    def _begin_fldChar(self, _: str, __: str, attributes: dict[str, str]) -> None:
        kind = plain(attributes).get("fldCharType", "")
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.shown and _SHOWS.match(ended.said):
                circled = _CIRCLED.fullmatch(ended.said)
                self._write(_circled(circled[1].strip()) if circled is not None else _LOST)

    def _instructed(self, text: str) -> None:
        if self._fields and len(self._fields[-1].said) < 200:
            self._fields[-1].said += text

    def _finish_num(self) -> None:
        self._write("/")  # of a fraction

    def _begin_sup(self, parent: str, *_: object) -> None:
        if parent in ("sSup", "sSubSup"):
            self._write("^")

    def _begin_altChunk(self, *_: object) -> None:
        self.embedded += 1

    _begin_subDoc = _begin_altChunk

    def _embedded(self, attributes: dict[str, str]) -> None:
        """An object of another program; a formula is written where its drawing ends."""
        program = attributes.get("ProgID", "")
        self.embedded += _TEXT.match(program) is not None
        self._formula |= _FORMULA.match(program) is not None

    def _begin_sym(self, _: str, __: str, attributes: dict[str, str]) -> None:
        """A sign of a symbol font; one that is not known must not vanish, for it may be a ≤."""
        held = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        known = held.get("font", "").lower() == "symbol"
        self._write(_SYMBOLS.get(held.get("char", "").upper()[-2:], _LOST) if known else _LOST)

    def _write(self, text: str) -> None:
        raise NotImplementedError


def _circled(text: str) -> str:
    return chr(0x2460 + int(text) - 1) if text.isascii() and text.isdigit() and 0 < int(text) <= 20 else text


def tables_at_edges(archive: zipfile.ZipFile) -> int:
    """How many running heads and feet hold a table of more than a line or two, which is none of the text."""
    parts = [name for name in archive.namelist() if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name)]
    return sum(len(_ROW.findall(archive.read(name))) >= _ROWS for name in parts)
