"""Why nothing that can be judged was found: no text at all, or headings that say no year and no target."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.context import Tools
from lowcarbon_desktop.ingest.grid import Grid, Source
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.plan.where import cell_name, column_letters

_MOST_ROWS = 60
_OTHERS = "情景|方案|满分|及格|权重|得分|评分"
_LONGEST = 20


def nothing_found(source: Source, tools: Tools) -> Message:
    """Why nothing was found in sheets and tables, where there is no text beside them."""
    name = source.files[0].name
    left = next((grid for grid in source.grids if grid.left is not None), None)
    if not source.passages and not any(any(cell.text for cell in row) for grid in source.grids for row in grid.rows):
        return left.left if left is not None and left.left is not None else message("sheets-empty", file=name)
    if left is not None and left.left is not None:
        return message("document-tables-left", file=left.file, place=str(left.where(0, 0)), reason=left.left)
    return why_none(name, [grid for grid in source.grids if not grid.hidden], tools)


def why_none(file: str, grids: Sequence[Grid], tools: Tools) -> Message:
    """The message for a file without an indicator table; it names the headings of one that comes near."""
    for sheet in map(Sheet, grids):
        for row in range(min(sheet.height - 1, _MOST_ROWS)):
            starts = _side_by_side(sheet, row, tools)
            if starts:
                tables = tuple(f"{sheet.text(row, at)}（{cell_name(row, at)}:{cell_name(row, end - 1)}）"
                               for at, end in zip(starts, (*starts[1:], sheet.width), strict=True))
                return message("no-table-beside", file=file, place=sheet.grid.where(row, starts[0]).spot,
                               tables=tables, cut=column_letters(starts[1]))
            texts = [text for text in dict.fromkeys(sheet.row(row)) if text]
            if len(texts) > 2 and _is_heading(texts, sheet.row(row + 1), tools):
                shown = " | ".join(text[:_LONGEST] for text in texts[:6])
                code = "no-table-others" if re.search(_OTHERS, shown) else "no-table-years"
                return message(code, file=file, place=sheet.grid.where(row, 0).spot, headings=shown)
    return message("no-table", file=file)


def _side_by_side(sheet: Sheet, row: int, tools: Tools) -> tuple[int, ...]:
    """Where tables that stand side by side start: unknown words, each with the same years behind and words beneath."""
    read = tools.headings.row(sheet.row(row))
    starts = tuple(index for index, heading in enumerate(read) if heading.role == "other" and heading.text)
    if len(starts) < 2:
        return ()
    years = {tuple(heading.year for heading in read[at + 1:end] if heading.year is not None)
             for at, end in zip(starts, (*starts[1:], len(read)), strict=True)}
    named = all(len(text := sheet.text(row + 1, at)) > 1 and not text[:1].isdigit() for at in starts)
    return starts if len(years) == 1 and years != {()} and named else ()


def _is_heading(texts: Sequence[str], below: Sequence[str], tools: Tools) -> bool:
    """Whether a row of words stands above numbers, one of its words naming indicators or being one."""
    numbers = sum(1 for text in below if re.fullmatch(r"[<>≤≥约]?\d+(?:\.\d+)?%?", text))
    named = any(tools.headings.read(text).role == "name" or tools.namer.understand(text, "").indicator is not None
                for text in texts)
    return numbers > 1 and named and not any(re.fullmatch(r"\d+(?:\.\d+)?%?", text) for text in texts)
