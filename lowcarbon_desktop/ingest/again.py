"""A value that was read before, understood anew under another indicator, in another unit or with another text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.ingest.values import Unit, quantity_of
from lowcarbon_desktop.plan import Reading
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.years import years_in

_OF_INDICATOR = frozenset(("doubt-opposite", "doubt-change-in-cell", "doubt-unit-kind", "doubt-above-hundred",
                           "doubt-fraction", "doubt-no-year"))
_OF_UNIT = frozenset(("doubt-unit-unknown", "doubt-unit-kind", "doubt-two-units", "doubt-above-hundred",
                      "doubt-fraction"))
_OF_TEXT = _OF_INDICATOR | _OF_UNIT | {"doubt-amount", "doubt-hope", "doubt-sign"}
_DOUBTS: Mapping[str, frozenset[str]] = {"indicator": _OF_INDICATOR, "unit": _OF_UNIT, "text": _OF_TEXT}
"""The doubts that each correction raises anew or not at all; a doubt that is about something else stays."""


def understood_again(reading: Reading, corrected: frozenset[str], cell: RawCell, tools: Tools) -> Reading:
    """The reading with its value and its unit worked out from the cell once more.

    It bears the new indicator, unit or text already; `corrected` says which of them are new. A unit that the reviewer
    gave stands above the one in the cell.
    """
    inside = years_in(squeezed(cell.text))
    said = amount(inside.rest if inside.bases else cell.text)
    indicator = tools.register[reading.indicator] if reading.indicator is not None else None
    around = (reading.unit or "", reading.printed_unit)
    unit = Unit("", around[:1]) if "unit" in corrected else Unit(said.unit, around)
    value, id, doubts = quantity_of(said, cell, unit, indicator, tools.units)
    anew = frozenset[str]().union(*(_DOUBTS.get(each, ()) for each in corrected))
    kept = [doubt for doubt in reading.doubts if doubt.code not in anew]
    raised = [doubt for doubt in doubts if doubt.code in anew]
    return replace(reading, value=value, unit=id, doubts=tuple(dict.fromkeys((*kept, *raised))))
