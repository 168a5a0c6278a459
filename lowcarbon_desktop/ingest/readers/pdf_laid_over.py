"""What is laid over a page and is none of its text: watermarks, comments, struck-out marks, filled-in fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from lowcarbon_desktop.ingest.readers.pdf_text import Char
from lowcarbon_desktop.plan.where import Box

_ASKEW = 0.1  # of a sign's width: what rises more than that stands askew, as only a watermark does
_LARGE = 2.5
_LIGHT = 0.5
_LONGEST = 40
_HIDDEN = 2
_MOST = 500
_KEYS = ("Subtype", "Contents", "V", "FT", "QuadPoints", "Rect", "F")
_NO_COMMENT = {"Link", "Popup", "Widget", "Screen", "PrinterMark", "TrapNet"}
VOID = re.compile("作废|废止|失效|样[本张稿表例]|示例|范[本例]")


class LaidOver(NamedTuple):
    """The words of watermarks and comments on a page, the boxes of comments and of what is struck, fields filled in."""

    watermark: str = ""
    comments: tuple[tuple[Box, str], ...] = ()
    struck: tuple[Box, ...] = ()
    fields: tuple[str, ...] = ()


NOTHING = LaidOver()


def turned(char: Char) -> bool:
    """Whether a sign lies on its side."""
    return abs(char["matrix"][0]) <= _ASKEW * abs(char["matrix"][1])


def of_watermark(chars: Sequence[Char]) -> list[Char]:
    """The signs that stand askew, and those that are large and light and have others drawn through them."""
    found = [char for char in chars if not turned(char) and abs(char["matrix"][1]) > _ASKEW * abs(char["matrix"][0])]
    sizes = [char["size"] for char in chars]
    if not sizes or max(sizes) <= _LARGE * (usual := median(sizes)):
        return found
    small = [char for char in chars if char["size"] <= 2 * usual]
    askew = set(map(id, found))
    large = [char for char in chars if char["size"] > _LARGE * usual and id(char) not in askew
             and _light(char["non_stroking_color"])][:_MOST]
    crossed = {round(char["bottom"]) for char in large if any(
        char["x0"] < (each["x0"] + each["x1"]) / 2 < char["x1"]
        and char["top"] < (each["top"] + each["bottom"]) / 2 < char["bottom"] for each in small)}
    return found + [char for char in large if round(char["bottom"]) in crossed]


def _light(colour: object) -> bool:
    parts = colour if isinstance(colour, (list, tuple)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    share = sum(parts) / len(parts)
    return share < 1 - _LIGHT if len(parts) == 4 else share >= _LIGHT


def laid_over(page, watermark: Sequence[Char]) -> LaidOver:
    """What a page of pdfplumber has beside its text; `watermark` are the signs of its watermark."""
    words = "".join(str(char["text"]) for char in watermark).strip()[:_LONGEST]
    comments: list[tuple[Box, str]] = []
    struck: list[Box] = []
    fields: list[str] = []
    for data in _annotations(page):
        kind, text = _name(data.get("Subtype")), _text(data.get("Contents"))
        if kind == "Widget":
            fields += [_text(data.get("V"))] if _name(data.get("FT")) in ("Tx", "Ch") and _text(data.get("V")) else []
        elif kind == "StrikeOut":
            struck += _boxes(page, data.get("QuadPoints"), 8) or _boxes(page, data.get("Rect"), 4)
        if kind not in _NO_COMMENT and text:
            comments += [(box, text[:_LONGEST]) for box in _boxes(page, data.get("Rect"), 4)[:1]]
    return LaidOver(words, tuple(comments), tuple(struck), tuple(fields))


def _annotations(page) -> Iterator[dict[str, object]]:
    """The annotations of a page that are not hidden, each with what it refers to put in."""
    from pdfminer.pdftypes import resolve1
    held = resolve1(page.page_obj.attrs.get("Annots"))
    for each in held[:_MOST] if isinstance(held, list) else ():
        found = resolve1(each)
        if isinstance(found, dict):
            data = {key: resolve1(found[key]) for key in _KEYS if key in found}
            if not (isinstance(data.get("F"), int) and data["F"] & _HIDDEN):
                yield data


def _boxes(page, points: object, count: int) -> list[Box]:
    """The boxes around so many numbers each, from the top of the page as it is turned."""
    from pdfminer.pdftypes import resolve1
    held = [resolve1(each) for each in points] if isinstance(points, list) else []
    if not all(isinstance(each, (int, float)) for each in held):
        return []
    left, low, right, high = page.mediabox[0], page.page_obj.mediabox[1], page.mediabox[2], page.page_obj.mediabox[3]
    turns = {90: lambda x, y: (y - low, x - left), 180: lambda x, y: (right - x, y - low),
             270: lambda x, y: (high - y, right - x)}
    turn = turns.get(page.rotation or 0, lambda x, y: (x - left, high - y))
    found = []
    for at in range(0, len(held) - count + 1, count):
        corners = [turn(*held[each:each + 2]) for each in range(at, at + count, 2)]
        found.append((min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners),
                      max(y for _, y in corners)))
    return found


def _text(held: object) -> str:
    """The words of a comment, which some programs write in the encoding of their system."""
    from pdfminer.utils import decode_text
    if not isinstance(held, bytes):
        return ""
    if not held.startswith((b"\xfe\xff", b"\xff\xfe")) and not held.isascii():
        try:
            return held.decode("gb18030").strip()
        except UnicodeDecodeError:
            pass
    return " ".join(decode_text(held).split())


def _name(held: object) -> str:
    return str(getattr(held, "name", ""))


def within(char: Mapping[str, object], boxes: Sequence[Box]) -> bool:
    """Whether a sign stands in one of these boxes."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes)
