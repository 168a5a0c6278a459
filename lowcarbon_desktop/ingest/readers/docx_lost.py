"""What a Word document shows and has no letters for: fields without a result, formulas, signs of odd fonts, objects.

A formula stands in the text as a sign that nobody can read: without it 下降{18}5% would be 5%.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lowcarbon_desktop.ingest.readers.docx_looks import Looks
from lowcarbon_desktop.ingest.readers.package import plain
from lowcarbon_desktop.ingest.readers.pictures import Picture

_LOST = "\ufffd"
_SHOWS = re.compile(r"\s*(?:EQ\b|=)", re.IGNORECASE)
_CIRCLED = re.compile(r"\s*EQ\s+\\o\\ac\([^,，;]*[,，;]\s*([^()]{1,4})\)\s*", re.IGNORECASE)
_FORMULA = re.compile("Equation|MathType", re.IGNORECASE)
_TEXT = re.compile(r"Excel\.Sheet|Excel\.Workbook|Word\.|K?ET\.|K?WPS\.|Package|AcroExch|PowerPoint", re.IGNORECASE)
_SIDES = re.compile(r"(width|height)\s*:\s*([\d.]+)\s*(pt|in|cm|mm|px)?")
_PER_CENTIMETRE = {"pt": 28.35, "in": 0.3937, "cm": 1, "mm": 10, "px": 37.8, "": 28.35}
_EMU = 360_000
_SYMBOLS = {"B3": "≥", "A3": "≤", "B1": "±", "B4": "×", "2D": "-", "25": "%", "3E": ">", "3C": "<"}


@dataclass
class Field:
    """A field as it is being read: what it asks for, and whether its result is there."""

    said: str = ""
    shown: bool = False


class Lost(Looks):
    """Hears fields, formulas and objects; `embedded` counts the objects that hold a text or a table of their own.

    `pictures` are those that stand in the text, in no cell; `heads` name the running heads of the first section;
    `comments` are a reader's, and no part of the text.
    """

    embedded = 0
    _formula = False

    def __init__(self, *rest) -> None:
        super().__init__(*rest)
        self._fields: list[Field] = []
        self.pictures: list[Picture] = []
        self._size = (0.0, 0.0)
        self.heads: list[str] = []
        self.comments: list[str] = []
        self._sections = 0

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

    def _object(self, tag: str, attributes: dict[str, str]) -> None:
        """A picture, or an object of another program; a formula is written where its drawing ends."""
        self._pictured(tag, attributes)
        if tag != "OLEObject":
            return
        program = attributes.get("ProgID", "")
        self.embedded += _TEXT.match(program) is not None
        self._formula |= _FORMULA.match(program) is not None

    def _pictured(self, tag: str, attributes: dict[str, str]) -> None:
        """A picture, with the size that its frame has."""
        if tag == "extent":
            held = [attributes.get(key, "") for key in ("cx", "cy")]
            self._size = tuple(int(each) / _EMU if each.isdigit() else 0.0 for each in held)
        elif tag == "shape":
            sides = {side: float(number) / _PER_CENTIMETRE[unit] for side, number, unit in _SIDES.findall(
                attributes.get("style", "")) if number.count(".") < 2 and number != "."}
            self._size = (sides.get("width", 0.0), sides.get("height", 0.0))
        elif tag in ("blip", "imagedata") and not self._open and "object" not in self._path:
            self.pictures.append(Picture(len(self.parts), *self._size))

    def _begin_headerReference(self, _: str, __: str, attributes: dict[str, str]) -> None:
        if not self._sections:
            self.heads.append(plain(attributes).get("id", ""))

    def _finish_sectPr(self) -> None:
        self._sections += 1

    def _begin_sym(self, _: str, __: str, attributes: dict[str, str]) -> None:
        """A sign of a symbol font; one that is not known must not vanish, for it may be a ≤."""
        held = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        known = held.get("font", "").lower() == "symbol"
        self._write(_SYMBOLS.get(held.get("char", "").upper()[-2:], _LOST) if known else _LOST)

    def _write(self, text: str) -> None:
        raise NotImplementedError


def _circled(text: str) -> str:
    return chr(0x2460 + int(text) - 1) if text.isascii() and text.isdigit() and 0 < int(text) <= 20 else text
