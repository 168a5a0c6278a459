"""Text in columns on a terminal, where a Chinese sign takes the room of two Latin ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """How many columns a text takes: width("碳强度 17") is 9."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
               for sign in text)


def one_line(text: str) -> str:
    """The text without line breaks and control signs, so that a cell can neither break a table nor steer a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def clip(text: str, room: int) -> str:
    """The text on one line, cut to `room` columns with "…" where it is longer."""
    text = one_line(text)
    if width(text) <= room:
        return text
    kept, used = "", 0
    for sign in text:
        used += width(sign)
        if used > room - 1:
            break
        kept += sign
    return f"{kept}…"


def pad(text: str, room: int) -> str:
    """The text with spaces up to `room` columns."""
    return text + " " * (room - width(text))


def aligned(rows: Sequence[Sequence[str]], most: int = 40, indent: str = "  ") -> list[str]:
    """The rows as lines with their columns under each other; no cell wider than `most`, the last one as wide as it is.

    >>> aligned([["D5", "碳强度", "17"], ["D12", "能耗", "16"]], indent="")
    ['D5   碳强度  17', 'D12  能耗    16']
    """
    if not rows:
        return []
    clipped = [[*(clip(cell, most) for cell in row[:-1]), one_line(row[-1])] for row in rows]
    rooms = [max(width(row[column]) for row in clipped) for column in range(len(clipped[0]) - 1)]
    return [(indent + "  ".join([*(pad(cell, room) for cell, room in zip(row, rooms, strict=False)), row[-1]])).rstrip()
            for row in clipped]
