"""A row of indicators' names over one row or more of values, each with or without a label: 2015年目标 | 17 | 16."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.headers import MOSTLY_NUMBER
from lowcarbon_desktop.ingest.headings import Heading, Headings
from lowcarbon_desktop.ingest.named_cells import Known
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.turned import indicator_column

_LEAST = 2
_NOTHING = "[-—/]*"
_A_LABEL = ("name", "years", "category", "serial")


def across_at(sheet: Sheet, headings: Headings, top: int, known: Known) -> tuple[int, tuple[Heading, ...]] | None:
    """(the first row of values, the headings) where such a table begins in row `top`, else None.

    What stands left of the names is the label of the rows; a place there makes it a comparison, which this is not.
    """
    texts = sheet.row(top)
    said = [index for index, text in enumerate(texts) if text]
    if any(_is_number(texts[index]) for index in said):
        return None
    names = [index for index in said if known(texts[index])]
    if len({texts[index] for index in names}) < _LEAST or 2 * len(names) < len(said):
        return None
    units = top + 1 < sheet.height and all(
        headings.read(text).role in ("measure", "unit") for index in names if (text := sheet.text(top + 1, index)))
    first = top + 1 + (units and any(sheet.text(top + 1, index) for index in names))
    held = [sheet.text(first, index) for index in names]
    if not any(map(_is_number, held)) or not all(_is_number(text) or re.fullmatch(_NOTHING, text) for text in held):
        return None
    labels = [index for index in range(names[0]) if sheet.text(first, index)]
    if any(headings.read(texts[index]).role not in _A_LABEL and texts[index] for index in labels):
        return None
    columns = [indicator_column(sheet, headings, top, first, -1, column) for column in range(sheet.width)]
    for index in labels:
        columns[index] = Heading("years" if index == labels[-1] else "serial", texts[index])
    return first, tuple(columns)


def _is_number(text: str) -> bool:
    return re.fullmatch(MOSTLY_NUMBER, text) is not None
