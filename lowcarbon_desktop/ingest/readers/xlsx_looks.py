"""How the styles of an xlsx make a cell look: struck out, white on white, tiny, with words around its number."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark

_NUMBER = re.compile(r"[#0?,]*[0?](?:\.([0?]+))?|General|G/通用格式")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]')
_MEANS = re.compile("[‰%(（约左右以下内≥≤＜＞<>待暂拟争超不±~—]")
_OFF = ("0", "false")
_SMALLEST = 3.0  # points


class Looks:
    """Hears styles.xml: its fonts and fills, in order, and which of them a cell style puts together."""

    def __init__(self) -> None:
        self._in = ""
        self._struck: list[bool] = []
        self._faint: list[bool] = []
        self._tiny: list[bool] = []
        self._filled: list[bool] = []
        self._pattern = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            self._in = tag
        elif self._in == "fonts":
            self._font(tag, attributes)
        elif self._in == "fills" and tag == "patternFill":
            self._filled.append(attributes.get("patternType", "none") != "none")
        elif self._in == "fills" and tag == "gradientFill":
            self._filled.append(True)
        elif self._in == "fills" and tag == "fgColor" and self._filled:
            self._filled[-1] = self._filled[-1] and not _white(attributes)

    def _font(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "font":
            for each in (self._struck, self._faint, self._tiny):
                each.append(False)
        elif not self._struck:
            return
        elif tag == "strike":
            self._struck[-1] = attributes.get("val", "1") not in _OFF
        elif tag == "color":
            self._faint[-1] = _white(attributes)
        elif tag == "sz":
            size = attributes.get("val", "")
            self._tiny[-1] = re.fullmatch(r"\d+(?:\.\d+)?", size) is not None and float(size) < _SMALLEST

    def of(self, attributes: dict[str, str]) -> tuple[bool, bool]:
        """(whether a cell style hides its text, whether it strikes it out)."""
        font, fill = attributes.get("fontId", "0"), attributes.get("fillId", "0")
        faint = _at(self._faint, font) and not _at(self._filled, fill)
        return faint or _at(self._tiny, font), _at(self._struck, font)


def worded(code: str) -> Mark:
    """What a number format with words, with a condition, or that shows nothing, means for how a number is shown."""
    plain = _LITERAL.sub(lambda found: " " * len(found[0]), code)
    first = code[:plain.index(";")] if ";" in plain else code
    digits = _NUMBER.search(_LITERAL.sub(lambda found: " " * len(found[0]), first))
    if re.search(r"\[[<>=]", code) or (digits is None and ";" in plain):
        return Mark(unseen=True)
    bare = _LITERAL.sub("", first)
    if digits is None or ("eneral" not in bare and re.search(r"[ymdhs]", bare, re.IGNORECASE)):
        return Mark(unseen=digits is None and '"' in first and re.search(r"[ymdhs@]", bare, re.IGNORECASE) is None)
    general = digits[0][0] == "G"
    return Mark("%" in bare, None if general else len(digits[1] or ""), False, "",
                _said(first[:digits.start()]), _said(first[digits.end():]))


def _said(part: str) -> str:
    """The words of a part of a format that change what its number means; a mere unit, or a sign of money, does not."""
    words = "".join(found[1] or found[2] or "" for found in _LITERAL.finditer(part)).strip()
    return words if _MEANS.search(words) else ""


def _white(attributes: dict[str, str]) -> bool:
    rgb = attributes.get("rgb", "").upper()[-6:]
    tint = attributes.get("tint", "0")
    return (len(rgb) == 6 and min(rgb[0], rgb[2], rgb[4]) == "F" and min(rgb[1], rgb[3], rgb[5]) >= "A") or (
        attributes.get("theme") == "0" and tint in ("0", "0.0")) or attributes.get("indexed") in ("1", "9")


def _at(found: list[bool], index: str) -> bool:
    return index.isdigit() and int(index) < len(found) and found[int(index)]
