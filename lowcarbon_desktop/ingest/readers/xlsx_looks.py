"""How the styles of an xlsx make a cell look: struck out, white on white, tiny, with words around its number."""

from __future__ import annotations

import re
from typing import TypeVar

from lowcarbon_desktop.ingest.readers.colours import BLACK, WHITE, Colour, alike, of_workbook
from lowcarbon_desktop.ingest.readers.number_format import worded

_Each = TypeVar("_Each")
_OFF = ("0", "false")
_SMALLEST = 3.0  # points


class Looks:
    """Hears styles.xml: its fonts and fills, in order, and which of them a cell style puts together.

    `hiding` says of each look that a condition can give (dxf) whether it hides what it is given to.
    """

    def __init__(self) -> None:
        self._in = ""
        self._struck: list[bool] = []
        self._letters: list[Colour] = []
        self._tiny: list[bool] = []
        self._behind: list[Colour | None] = []
        self._pattern = ""
        self._bordered = False
        self._condition: tuple[Colour | None, Colour | None] = (None, None)
        self.hiding: list[bool] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            self._in = tag
        elif self._in == "fonts":
            self._font(tag, attributes)
        elif self._in == "fills":
            self._fill(tag, attributes)
        elif self._in == "dxfs":
            self._look(tag, attributes)

    def _fill(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "patternFill":
            self._pattern = attributes.get("patternType", "none")
            self._behind.append(WHITE if self._pattern == "none" else None)
        elif tag == "gradientFill":
            self._behind.append(None)
        elif tag == "fgColor" and self._behind and self._pattern == "solid":
            self._behind[-1] = of_workbook(attributes)

    def _font(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "font":
            self._letters.append(BLACK)
            self._struck.append(False)
            self._tiny.append(False)
        elif not self._struck:
            return
        elif tag == "strike":
            self._struck[-1] = attributes.get("val", "1") not in _OFF
        elif tag == "color":
            self._letters[-1] = of_workbook(attributes)
        elif tag == "sz":
            size = attributes.get("val", "")
            self._tiny[-1] = re.fullmatch(r"\d+(?:\.\d+)?", size) is not None and float(size) < _SMALLEST

    def _look(self, tag: str, attributes: dict[str, str]) -> None:
        """What a condition gives: letters and what is behind them, struck out, or a format that shows nothing."""
        letters, behind = self._condition
        if tag == "dxf":
            self._condition, self._bordered = (None, None), False
            self.hiding.append(False)
            return
        self._bordered = self._bordered or tag == "border"
        if self._bordered or not self.hiding:
            return  # the colours of lines are no letters
        if tag == "color" and letters is None:
            letters = of_workbook(attributes)
        elif tag in ("bgColor", "fgColor"):
            behind = of_workbook(attributes)
        self._condition = letters, behind
        hidden = letters is not None and alike(letters, WHITE if behind is None else behind)
        gone = (tag == "strike" and attributes.get("val", "1") not in _OFF) or (
            tag == "numFmt" and worded(attributes.get("formatCode", "0")).unseen)
        self.hiding[-1] = gone or hidden or (self.hiding[-1] and tag not in ("bgColor", "fgColor"))

    def of(self, attributes: dict[str, str]) -> tuple[bool, bool]:
        """(whether a cell style hides its text, whether it strikes it out)."""
        font, fill = attributes.get("fontId", "0"), attributes.get("fillId", "0")
        letters, behind = _at(self._letters, font), _at(self._behind, fill)
        faint = letters is not None and behind is not None and alike(letters, behind)
        return faint or _at(self._tiny, font) is True, _at(self._struck, font) is True


def _at(found: list[_Each], index: str) -> _Each | None:
    return found[int(index)] if index.isdigit() and int(index) < len(found) else None
