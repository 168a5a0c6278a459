"""Rows of a form that name an indicator and its value in turn: 2015年碳强度下降目标（比2010年） | 18%.

The unit and the year may stand between them in cells of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.blocks import Block, Pair
from lowcarbon_desktop.ingest.context import Tools
from lowcarbon_desktop.ingest.headings import Heading
from lowcarbon_desktop.ingest.scope import Scopes, scopes_for
from lowcarbon_desktop.ingest.sheet import Sheet

_MOST_ROWS = 300  # a form is short; what is longer is a list of other things
_LONGEST = 40
_DIGIT = re.compile(r"\d")
_YEAR = r"(?:到|至)?(?:20\d\d年?[末底度]?|[\u201c\u201d]十[一二三]五[\u201c\u201d]末?)"


def form_blocks(sheet: Sheet, blocks: Sequence[Block], tools: Tools) -> list[Block]:
    """The runs of rows outside the tables that hold such pairs, a run for all that stand between two tables."""
    taken = {row for block in blocks for row in range(block.top, block.end)}
    free = [row for row in range(sheet.height) if row not in taken][:_MOST_ROWS]
    scopes = scopes_for(None, tools.places)
    found = {row: pairs for row in free if (pairs := tuple(_pairs(sheet, row, scopes, tools)))}
    made: list[Block] = []
    columns = (Heading("other"),) * sheet.width
    for row, pairs in found.items():
        if made and not any(each in taken for each in range(made[-1].end, row)):
            made[-1] = replace(made[-1], end=row + 1, pairs=(*made[-1].pairs, *pairs))
        else:
            made.append(Block(row, row, row + 1, columns, "form", pairs))
    return made


def _pairs(sheet: Sheet, row: int, scopes: Scopes, tools: Tools) -> Iterator[Pair]:
    """The pairs of a row, each with the unit that may stand between; a name before several numbers makes none."""
    cells = [(column, text) for column, text in enumerate(sheet.row(row))
             if text and sheet.anchor(row, column) == (row, column)]
    if len(cells) < 2 or not any(_DIGIT.search(text) for _, text in cells[1:]):
        return
    at = 0
    while at + 1 < len(cells):
        label, unit, year = cells[at], None, None
        if is_name(label[1], scopes, tools):
            if at + 2 < len(cells) and tools.units.find(cells[at + 1][1].strip("()")) is not None:
                at, unit = at + 1, cells[at + 1][0]
            if at + 2 < len(cells) and re.fullmatch(_YEAR, cells[at + 1][1]):
                at, year = at + 1, cells[at + 1][0]
            value = cells[at + 1]
            behind = cells[at + 2][1] if at + 2 < len(cells) else ""
            alone = not _DIGIT.match(behind) or is_name(behind, scopes, tools)
            if alone and _DIGIT.search(value[1]) and len(value[1]) <= _LONGEST and not is_name(
                    value[1], scopes, tools):
                yield Pair(row, label[0], unit, value[0], year)
                at += 1
        at += 1


def is_name(text: str, scopes: Scopes, tools: Tools) -> bool:
    """Whether a text is the name of an indicator."""
    return len(text) <= _LONGEST and tools.namer.understand(scopes.name(text.rstrip(":"))[0], "").indicator is not None
