"""What a Word document keeps outside its text: which styles are headings, and the numbers that Word counts itself."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.ingest.readers.docx_colours import colour, ground
from lowcarbon_desktop.ingest.readers.package import parse, plain

_DIGITS = "〇一二三四五六七八九"
_CHINESE = {"chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "japaneseDigitalTenThousand"}
_DEEPEST = 12
OFF = ("0", "false", "off")


@dataclass(frozen=True)
class Style:
    """What a style says of a paragraph, or of the letters of one; None where it says nothing."""

    based: str = ""
    outline: int | None = None
    number: str | None = None
    level: int | None = None
    hidden: bool | None = None
    struck: bool | None = None
    ink: str | None = None
    ground: str | None = None


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class _Counted:
    levels: dict[int, _Level] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)


# what a tag within a style says of it, by the tag's value and all its attributes
_HEARD: Mapping[str, Callable[[str, Mapping[str, str]], dict[str, object]]] = {
    "style": lambda value, held: {}, "basedOn": lambda value, held: {"based": value},
    "numId": lambda value, held: {"number": value}, "ilvl": lambda value, held: {"level": _whole(value)},
    "outlineLvl": lambda value, held: {"outline": _whole(value)},
    "vanish": lambda value, held: {"hidden": value not in OFF},
    "strike": lambda value, held: {"struck": value not in OFF},
    "dstrike": lambda value, held: {"struck": value not in OFF},
    "color": lambda value, held: {"ink": colour(value, held.get("themeColor", ""))},
    "shd": lambda value, held: {"ground": ground(held)}}


class Styles:
    """The styles of one document, and how far each of its lists has been counted."""

    def __init__(self, file: str, archive: zipfile.ZipFile) -> None:
        self._styles: dict[str, Style] = {}
        self._lists: dict[str, _Counted] = defaultdict(_Counted)
        self._numbers: dict[str, str] = {}
        names = set(archive.namelist())
        if "word/styles.xml" in names:
            parse(file, "document", archive, "word/styles.xml", start=self._style)
        if "word/numbering.xml" in names:
            parse(file, "document", archive, "word/numbering.xml", start=self._numbering)

    def of(self, style: str, own: Style) -> Style:
        """What holds for a paragraph of a style that says something itself too."""
        found, seen = own, set()
        while style in self._styles and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            held = self._styles[style]
            found = replace(found, outline=held.outline if found.outline is None else found.outline,
                            number=held.number if found.number is None else found.number,
                            level=held.level if found.level is None else found.level,
                            hidden=held.hidden if found.hidden is None else found.hidden,
                            struck=held.struck if found.struck is None else found.struck,
                            ink=held.ink if found.ink is None else found.ink,
                            ground=held.ground if found.ground is None else found.ground)
            style = held.based
        return found

    def count(self, paragraph: Style) -> str:
        """The number before a paragraph, such as （一）; empty for a bullet or none. Each call counts on."""
        counted = self._lists.get(self._numbers.get(paragraph.number or "", ""))
        level = paragraph.level or 0
        if counted is None or level not in counted.levels:
            return ""
        counted.at[level] = counted.at.get(level, counted.levels[level].start - 1) + 1
        for deeper in [each for each in counted.at if each > level]:
            del counted.at[deeper]
        own = counted.levels[level]
        if own.form in ("bullet", "none"):
            return ""
        text = own.text
        for each in range(level + 1):
            held = counted.levels.get(each, _Level())
            text = text.replace(f"%{each + 1}", _printed(counted.at.get(each, held.start), held.form))
        return text

    def _style(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in _HEARD:
            return
        held = plain(attributes)
        value = held.get("val", "")
        if tag == "style":
            self._at = held.get("styleId", "")
            self._styles[self._at] = Style()
        elif self._styles:
            self._styles[self._at] = replace(self._styles[self._at], **_HEARD[tag](value, held))

    def _numbering(self, tag: str, attributes: dict[str, str]) -> None:
        held = plain(attributes)
        value = held.get("val", "")
        if tag == "abstractNum":
            self._list, self._level = self._lists[held.get("abstractNumId", "")], 0
        elif tag == "num":
            self._num = held.get("numId", "")
        elif tag == "abstractNumId":
            self._numbers[self._num] = value
        elif tag == "lvl" and hasattr(self, "_list"):
            self._level = _whole(held.get("ilvl", ""))
            self._list.levels[self._level] = _Level()
        known = {"numFmt": {"form": value}, "lvlText": {"text": value}, "start": {"start": _whole(value)}}.get(tag)
        if known is not None and hasattr(self, "_list") and self._level in self._list.levels:
            self._list.levels[self._level] = replace(self._list.levels[self._level], **known)


def _printed(number: int, form: str) -> str:
    if form in _CHINESE:
        return _chinese(number)
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x245F + number)
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr((96 if form == "lowerLetter" else 64) + number)
    return str(number)


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
