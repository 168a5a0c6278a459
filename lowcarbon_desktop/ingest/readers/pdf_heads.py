"""Running heads, feet and footnotes: what stands apart at the edge of a page is no part of the text that goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from lowcarbon_desktop.ingest.readers.paragraphs import PageLine
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead
from lowcarbon_desktop.ingest.readers.pdf_sequel import EDGE

_COUNTED = re.compile(r"^\W*\d{1,4}(?=\s)|(?<=\s)\d{1,4}\W*$")  # the number of the page, beside the name of the paper
_NOTE = re.compile(r"[①-⑳*※〔\[（(]|\d{1,2}[\s.、．]|注")
_APART = 1.3  # of a line's height: a running head stands further from the text than its lines from each other
_OTHER_SIZE = 0.15
_SAME_HEIGHT = 2.0
_BESIDE = (-2, -1, 1, 2)  # left and right pages may have heads of their own


def without_heads(pages: Sequence[PageRead]) -> list[PageRead]:
    """The pages without their running heads and feet."""
    heads = [_heads(page) for page in pages]
    found = []
    for position, page in enumerate(pages):
        beside = [heads[position + each] for each in _BESIDE if 0 <= position + each < len(pages)]
        gone = {id(line) for line in heads[position]
                if any(_same(line, other) for lines in beside for other in lines)}
        found.append(replace(page, parts=tuple(part for part in page.parts if id(part) not in gone)))
    return found


def _heads(page: PageRead) -> list[PageLine]:
    """The lines from the edges inwards that stand apart from what follows, or are of another size."""
    lines = [*_outer(page, page.parts), *_outer(page, page.parts[::-1])]
    return list({id(line): line for line in lines}.values())


def _outer(page: PageRead, parts: Sequence[object]) -> list[PageLine]:
    found: list[PageLine] = []
    for line, inner in zip(parts, [*parts[1:], None], strict=False):
        if not isinstance(line, PageLine) or not (line.box[3] < EDGE * page.height or line.box[1] > (1 - EDGE) *
                                                  page.height):
            break
        found.append(line)
        if inner is None or not isinstance(inner, PageLine) or _apart(line, inner):
            return found
    return []


def _apart(line: PageLine, inner: PageLine) -> bool:
    tall, other = line.box[3] - line.box[1], inner.box[3] - inner.box[1]
    gap = max(line.box[1] - inner.box[3], inner.box[1] - line.box[3])
    return gap > _APART * tall or abs(tall - other) > _OTHER_SIZE * max(tall, other)


def footnotes_of(page: PageRead) -> tuple[PageLine, ...]:
    """The notes in small type at the foot of a page, below its text: a sentence goes on over them on the next page."""
    small: list[PageLine] = []
    for part in reversed(page.parts):
        if not isinstance(part, PageLine):
            return ()
        tall = [line.box[3] - line.box[1] for line in page.parts if isinstance(line, PageLine)]
        if part.box[3] - part.box[1] > (1 - _OTHER_SIZE) * median(tall):
            break
        small.insert(0, part)
    begun = next((at for at, line in enumerate(small) if _NOTE.match(line.text)), len(small))
    return tuple(small[begun:]) if len(small) < len(page.parts) else ()


def without_footnotes(page: PageRead, notes: Sequence[PageLine]) -> PageRead:
    """The page without these lines."""
    gone = set(map(id, notes))
    return replace(page, parts=tuple(part for part in page.parts if id(part) not in gone)) if gone else page


def _same(line: PageLine, other: PageLine) -> bool:
    alike = _COUNTED.sub("#", line.text) == _COUNTED.sub("#", other.text)
    return alike and abs(line.box[1] - other.box[1]) < _SAME_HEIGHT
