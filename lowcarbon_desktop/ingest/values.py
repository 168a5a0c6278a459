"""From an amount and its unit to a quantity, with every reason why it may not be what it seems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.headings import Heading
from lowcarbon_desktop.plan import Indicator, Quantity
from lowcarbon_desktop.text.amount import Amount, amount
from lowcarbon_desktop.text.normal import squeezed, without_attribute
from lowcarbon_desktop.text.units import Unit as TextUnit
from lowcarbon_desktop.text.units import Units

_COMPATIBLE = {("mass", "mass-co2"), ("ratio", "points"), ("points", "ratio"), ("money", "money-per-head"),
               ("mass", "co2-per-head"), ("mass-co2", "co2-per-head")}
_SAME_SIZE = 5
_POINTS = "个百分点"
_NO_INTENSITY = 10  # tons for every 10 000 yuan: no region emits or burns as much
_RATIO_KINDS = ("cut", "yearly_cut", "share", "growth")


class Unit(NamedTuple):
    """The unit printed in the cell itself ("" if none), and those printed elsewhere for it, the nearest first."""

    own: str
    around: tuple[str, ...]


def unit_in_full(printed: str, name: str, indicator: Indicator, units: Units) -> str:
    """The unit with what its indicator's name says of it: 人均……8吨 is 8吨/人, 单位GDP……1.5吨 is 1.5吨/万元."""
    _, sign, each = indicator.unit.partition("/")
    if not sign or "/" in printed or not re.search("人均|每|单位|万元", name):
        return printed
    whole = units.find(f"{printed}/{each}")
    return f"{printed}/{each}" if whole is not None and whole.dimension == units.dimension(indicator.unit) else printed


def quantity_of(said: Amount, cell: RawCell, unit: Unit, indicator: Indicator | None,
                units: Units) -> tuple[Quantity | None, str | None, tuple[Message, ...]]:
    """(the value, its unit's id, doubts). The value is None where nothing was stated or it was not understood."""
    doubts = list(said.doubts)
    id, more = _unit_id(unit, indicator, units)
    doubts += more
    if not said.stated or (said.low is None and said.high is None):
        return None, id, tuple(doubts if said.stated else ())
    low, high = said.low, said.high
    if indicator is not None:
        if indicator.kind in ("cut", "yearly_cut") and said.bound == "exact" and low is not None and low < 0:
            low = high = -low
        doubts += _against(said, cell, indicator)
    if cell.exact is not None and said.bound not in ("range", "about"):  # one number was shown, with a sign or without
        low, high = (None if each is None else _weaker(each, cell.exact, indicator) for each in (low, high))
    if indicator is not None:
        doubts += _implausible(low, high, said, id, indicator)
    return Quantity(low, high, said.bound, id, said.stretch), id, tuple(doubts)


def _against(said: Amount, cell: RawCell, indicator: Indicator) -> list[Message]:
    """A cell that says what its indicator is not: 提高18% of a cut, 下降18% of a share, 下降到18% of a cut."""
    level = indicator.kind in ("share", "level")
    if said.change == "level" and not level:
        return [message("doubt-level-in-cell", printed=cell.text)]
    if said.change == "increase" and indicator.kind in ("cut", "yearly_cut"):
        return [message("doubt-opposite", printed=cell.text)]
    if said.change == "cut" and indicator.kind in ("increase", "growth"):
        return [message("doubt-opposite-rise", printed=cell.text)]
    if said.change in ("cut", "increase") and level:
        return [message("doubt-change-in-cell", printed=cell.text, indicator=indicator.name)]
    return []


def in_per_cent(low: float, beside: Iterable[str]) -> bool:
    """Whether the other values of a row, of the same size, show that 0.6 is 0.6 %: 0.6 | 0.9 | 1.5 | 2.2.

    But not 0.9 | 1, which may be nine tenths and all.
    """
    others = (amount(text).low for text in beside)
    return any(each is not None and 1 < each <= _SAME_SIZE * low for each in others)


def sums(heading: Heading, indicator: Indicator) -> bool:
    """Whether 2015年比2010年累计 stands over a share, of which it says nothing: 12 more is 12 at the least."""
    return "累计" in heading.text and not heading.change and indicator.stricter == "more"


def conversion(rule: Message, value: Quantity | None, indicator: Indicator | None, units: Units) -> Message:
    """The rule by which a value was read, with 1.2亿吨 = 12000万吨 where it is not in its indicator's own unit."""
    if value is None or indicator is None or value.unit == indicator.unit:
        return rule
    factor = units.factor(value.unit, indicator.unit)
    if factor is None or factor == 1:
        return rule
    return message("rule-converted", rule=rule, printed=str(value), converted=str(value.times(factor, indicator.unit)))


def _weaker(shown: float, held: float, indicator: Indicator | None) -> float:
    """Of the number shown and the number held, the one that asks less of the applicant."""
    return max(shown, held) if indicator is not None and indicator.stricter == "less" else min(shown, held)


def _unit_id(unit: Unit, indicator: Indicator | None, units: Units) -> tuple[str | None, list[Message]]:
    printed = [bare for each in (unit.own, *unit.around) if (bare := _bare(each))]
    if not printed:
        return (indicator.unit, []) if indicator is not None and indicator.unit in ("%", _POINTS) else (None, [])
    nearest = units.find(printed[0]) or _one_of(printed[0], indicator, units)
    if nearest is None:
        return printed[0], [message("doubt-unit-unknown", unit=printed[0])]
    doubts = []
    if nearest.id == "%" and indicator is not None and indicator.unit == _POINTS:
        nearest = units.find(_POINTS) or nearest  # a share in per cent rises by points
        printed[0] = nearest.id
    if nearest.dimension == "points" and indicator is not None and indicator.kind == "cut":
        # of an intensity 下降（%） | 19.5个百分点 can only mean per cent
        nearest = next((found for each in printed[1:] if (found := units.find(each)) and found.id == "%"), nearest)
        printed[0] = nearest.id
    for other in printed[1:]:
        known = units.find(other)
        both = indicator is not None and known is not None and fits(known.id, indicator, units) and (
            fits(nearest.id, indicator, units))  # 提高2个百分点 in a column of %
        if known is not None and known.dimension != nearest.dimension and unit.own and not both:
            doubts.append(message("doubt-two-units", first=printed[0], second=other))
            break
    if indicator is not None and not fits(nearest.id, indicator, units):
        doubts.append(message("doubt-unit-kind", unit=printed[0], indicator=indicator.name, expected=indicator.unit))
    return nearest.id, doubts


def _one_of(printed: str, indicator: Indicator | None, units: Units) -> TextUnit | None:
    """The one unit of a list (单位：万吨、%) that can measure the indicator; None where none or several can."""
    listed = [units.find(each) for each in re.split("[、,;和]", printed)]
    if indicator is None or len(listed) < 2 or None in listed:
        return None
    fitting = [unit for unit in listed if unit is not None and fits(unit.id, indicator, units)]
    return fitting[0] if len(fitting) == 1 else None


def measures(printed: str, indicator: Indicator | None, units: Units) -> bool:
    """Whether a printed unit can measure the indicator; any can where nobody knows which it is."""
    found = units.find(_bare(printed))
    return indicator is None or (found is not None and fits(found.id, indicator, units))


@lru_cache(maxsize=1024)
def _bare(printed: str) -> str:
    """A unit without brackets and attribute: （%） and %（约束性） are %; a dash is none."""
    text = without_attribute(squeezed(printed))
    whole = re.fullmatch(r"\((?:单位:?)?(.+)\)", text)
    text = whole[1] if whole is not None else text
    return "" if re.fullmatch(r"[-/\\.]*", text) else text


def fits(unit: str, indicator: Indicator, units: Units) -> bool:
    """Whether a unit can measure an indicator: 万吨 fits a CO2 total, 个百分点 an increase but no share."""
    found, expected = units.dimension(unit), units.dimension(indicator.unit)
    if found == expected:
        return True
    if (found, expected) in _COMPATIBLE:
        return found != "points" or indicator.kind == "increase"
    return False


def _implausible(low: float | None, high: float | None, said: Amount, id: str | None,
                 indicator: Indicator) -> list[Message]:
    ends = [end for end in (low, high) if end is not None]
    if id == "%" and indicator.kind in _RATIO_KINDS:
        if ends and max(ends) > 100:
            return [message("doubt-above-hundred", indicator=indicator.name)]
        if not said.unit and said.low == low and any(0 < end < 1 for end in ends):
            return [message("doubt-fraction")]
    if id is None and indicator.unit.endswith("/万元") and any(end >= _NO_INTENSITY for end in ends):
        return [message("doubt-unitless", indicator=indicator.name, unit=indicator.unit)]
    if indicator.unit == "年" and any(not 1990 <= end <= 2100 for end in ends):
        return [message("doubt-no-year")]
    return []
