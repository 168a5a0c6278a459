"""A value that was read before, understood anew under another indicator, in another unit or with another text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.rows import Tools
from lowcarbon_desktop.ingest.values import Unit, conversion, quantity_of
from lowcarbon_desktop.plan import Quantity, Reading
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.years import years_in

_OF_INDICATOR = frozenset(("doubt-opposite", "doubt-opposite-rise", "doubt-change-in-cell", "doubt-level-in-cell",
                           "doubt-unit-kind", "doubt-above-hundred", "doubt-fraction", "doubt-no-year"))
_OF_UNIT = frozenset(("doubt-unit-unknown", "doubt-unit-kind", "doubt-two-units", "doubt-above-hundred",
                      "doubt-fraction"))
_OF_TEXT = _OF_INDICATOR | _OF_UNIT | {"doubt-amount", "doubt-sign"}
_DOUBTS: Mapping[str, frozenset[str]] = {"indicator": _OF_INDICATOR, "unit": _OF_UNIT, "text": _OF_TEXT}
"""The doubts that each correction raises anew or not at all; a doubt that is about something else stays."""


def understood_again(reading: Reading, before: Reading, corrected: frozenset[str], cell: RawCell,
                     tools: Tools) -> Reading:
    """The reading with its value and its unit worked out from the cell once more.

    It bears the new indicator, unit or text already, `before` is what it was, `corrected` says which of them are new.
    A unit that the reviewer gave stands above the one in the cell. Where more than the cell went into the value (a
    word of its sentence), the value stays and takes the unit.
    """
    value, id, doubts = _quantity(reading, "unit" in corrected, cell, tools)
    if "text" not in corrected and _quantity(before, False, cell, tools)[0] != before.value:
        value = replace(before.value, unit=id) if before.value is not None else None
    anew = frozenset[str]().union(*(_DOUBTS.get(each, ()) for each in corrected))
    kept = [doubt for doubt in reading.doubts if doubt.code not in anew]
    raised = [doubt for doubt in doubts if doubt.code in anew or "text" in corrected]
    rule = reading.rule
    if rule is not None:
        bare = rule.args["rule"] if rule.code == "rule-converted" else rule
        indicator = tools.register[reading.indicator] if reading.indicator is not None else None
        rule = conversion(bare, value, indicator, tools.units) if isinstance(bare, Message) else rule
    return replace(reading, value=value, unit=id, rule=rule, doubts=tuple(dict.fromkeys((*kept, *raised))))


def _quantity(reading: Reading, given: bool, cell: RawCell,
              tools: Tools) -> tuple[Quantity | None, str | None, tuple[Message, ...]]:
    inside = years_in(squeezed(cell.text))
    said = amount(inside.rest if inside.bases else cell.text)
    indicator = tools.register[reading.indicator] if reading.indicator is not None else None
    around = (reading.unit or "", reading.printed_unit)
    return quantity_of(said, cell, Unit("", around[:1]) if given else Unit(said.unit, around), indicator, tools.units)
