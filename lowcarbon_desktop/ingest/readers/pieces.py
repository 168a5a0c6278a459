"""Joins the lines of a cell as a reader would: 17 above 20 are two numbers and never 1720."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENDS_NUMBER = re.compile(r"[\d０-９%％]$")
_STARTS_NUMBER = re.compile(r"^[\d０-９.．]")
_BROKEN_YEAR = re.compile(r"(?:^|\D)((?:19|20)?\d{0,3})\n(\d{1,3})年")
_BROKEN_POINT = re.compile(r"(?<![\d.])\d+\n\.\d+(?![\d.])")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_APART = "；"


def joined(lines: Iterable[str]) -> str:
    """One text. Lines that make a sentence or a name are put together, numbers are kept apart by a semicolon."""
    text = ""
    for part in (line.strip() for each in lines for line in each.split("\n") if line.strip()):
        if text and _ENDS_NUMBER.search(text) and _STARTS_NUMBER.match(part) and not (
                _BROKEN_POINT.search(f"{text}\n{part}") or _one_year(text, part)):
            text += _APART
        elif text and all(sign.isascii() and sign.isalpha() for sign in (text[-1], part[0])):
            text += " "
        text += part
    return text


def in_paragraphs(lines: Iterable[str]) -> str:
    """The lines of a cell; whole paragraphs stay apart, and only what is one name or value is put together."""
    kept = [line for line in lines if line.strip()]
    return "\n".join(map(str.strip, kept)) if any(line.rstrip().endswith("。") for line in kept[:-1]) else joined(kept)


def _one_year(text: str, part: str) -> bool:
    """Whether a year was broken at the end of a line: 比20 above 10年下降."""
    found = _BROKEN_YEAR.search(f"{text}\n{part}".translate(_HALF_WIDTH))
    return found is not None and re.fullmatch(r"(?:19|20)\d\d", found[1] + found[2]) is not None
