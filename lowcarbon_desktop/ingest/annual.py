"""Rows whose values for year after year are each a cut from the year before: 3.8 | 3.7 | 3.7 | 3.6."""

from __future__ import annotations

from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.amount import amount

_LEAST = 4
_ALIKE = 2  # what is summed up from a base year grows to the double within four years


def year_by_year(sheet: Sheet, block: Block, row: int, column: int) -> bool:
    """Whether a value stands in a run of columns of consecutive years with values all much alike."""
    years = {heading.year: index for index, heading in enumerate(block.columns) if heading.role == "value"
             and heading.year is not None and heading.years is not None and not heading.years.bases
             and heading.region is None and not heading.change}
    year = block.columns[column].year
    if year is None or years.get(year) != column or len(years) < _LEAST:
        return False
    first = last = year
    while first - 1 in years:
        first -= 1
    while last + 1 in years:
        last += 1
    held = [amount(sheet.text(row, years[each])).low for each in range(first, last + 1)]
    found = [each for each in held if each is not None]
    return len(held) >= _LEAST and len(found) == len(held) and 0 < max(found) <= _ALIKE * min(found)
