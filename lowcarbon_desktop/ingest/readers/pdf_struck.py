"""Signs with a line through them: a printed revision took them back, so they are no text, but a person should look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.readers.paragraphs import PageLine
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable
from lowcarbon_desktop.ingest.readers.pdf_text import Char
from lowcarbon_desktop.plan.where import Box

_MIDDLE = (0.3, 0.75)  # of a sign's height: a line below is one under it, a line above is another sign's
_MOST = 2000  # lines across: a page with more is a drawing
Point = tuple[float, float]


def struck(edges: Sequence[Mapping[str, object]], chars: Sequence[Char]) -> list[Char]:
    """The signs that a line runs through."""
    across = [edge for edge in edges if edge["orientation"] == "h"]
    if not across or not chars or len(across) > _MOST:
        return []
    ordered = sorted(chars, key=itemgetter("top"))
    tops, tallest = [char["top"] for char in ordered], max(char["bottom"] - char["top"] for char in chars)
    found: dict[int, Char] = {}
    for edge in across:
        height = edge["top"]
        for char in ordered[bisect_left(tops, height - tallest):bisect_right(tops, height)]:
            part = (height - char["top"]) / max(char["bottom"] - char["top"], 1)
            beside = not edge["x0"] - 1 < (char["x0"] + char["x1"]) / 2 < edge["x1"] + 1
            if _MIDDLE[0] < part < _MIDDLE[1] and not beside and str(char["text"]).strip():
                found[id(char)] = char
    return list(found.values())


def doubted(part: PageLine | PageTable, gone: Sequence[Point], why: Message, wide: float = 0) -> PageLine | PageTable:
    """A line, or the cells of a table, where signs stand or stood that are struck or unseen, with that as trouble.

    `wide` is how far beside them it may be, for a comment in the margin.
    """
    if isinstance(part, PageLine):
        return replace(part, trouble=why) if any(_in(point, part.box, max(12, wide)) for point in gone) else part
    if part.left is not None or not any(_in(point, part.box, max(1, wide)) for point in gone):
        return part
    inside = any(_in(point, part.box, 1) for point in gone)
    wide = 1 if len(part.edges) > len(part.rows[0]) and inside else 1000  # else all of the row is in doubt
    return replace(part, rows=tuple(tuple(
        cell._replace(trouble=why) if any(_in(point, box, wide) for point in gone) else cell
        for cell, box in zip(row, boxes, strict=True)) for row, boxes in zip(part.rows, part.boxes, strict=True)))


def _in(point: Point, box: Box, beside: float) -> bool:
    return box[0] - beside < point[0] < box[2] + beside and box[1] < point[1] < box[3]
