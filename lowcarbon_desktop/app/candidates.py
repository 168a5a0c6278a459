"""What a reviewer is likely to put in the place of a field that was misread, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lowcarbon_desktop.app.meaning import KINDS, canonical, field_of, said, unit_misfit, value_misfit
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.lines.line import NATION
from lowcarbon_desktop.plan import Indicator, Plan, Reading
from lowcarbon_desktop.text.normal import squeezed

_YEARS = (2005, 2010, 2015, 2020, 2025, 2030, 2035, 2050, 2060)
_USUAL_BASE = {2015: 2010, 2020: 2005, 2025: 2020, 2030: 2005}
"""By the five-year plans, and by what the nation has promised for 2020 and 2030."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value as a correction takes it ("" for none), and how it is called."""

    value: str
    name: Text | Message | str


def candidates(field: str, reading: Reading, plan: Plan, reference: Reference) -> tuple[Candidate, ...]:
    """What may stand in one of `MEANING` of a reading instead of what does."""
    return tuple(Candidate(value, _name(field, value, reference)) for value in _WAYS[field](reading, plan, reference)
                 if value != field_of(reading, field))


def typed(field: str, text: str, reference: Reference) -> Candidate | None:
    """What was typed, where it is no candidate but can stand in the field all the same."""
    text = squeezed(text)
    if field in ("base_year", "target_year"):
        text = text.removesuffix("年")
    if not text or field in ("indicator", "kind") or value_misfit(field, text, reference) is not None:
        return None
    value = canonical(field, text, reference)
    return Candidate(value, _name(field, value, reference))


def _name(field: str, value: str, reference: Reference) -> Text | Message | str:
    found = reference.places.find(value) if field == "region" and value else ()
    return Text(value, found[0].english) if found else said(field, value, reference)


def _indicators(reading: Reading, plan: Plan, reference: Reference) -> Iterable[str]:
    pairs = _pairs(reading.name)

    def far(each: Indicator) -> float:
        own = _pairs(each.name.zh)
        return -len(pairs & own) / max(1, len(pairs | own))

    return (*(each.id for each in sorted(reference.register, key=far)), "")


def _pairs(name: str) -> set[str]:
    """The pairs of signs of a name: names are alike in as far as they share them."""
    text = squeezed(name).upper().replace("CO2", "二氧化碳")
    return {text[at:at + 2] for at in range(len(text) - 1) if not text[at:at + 2].isdecimal()}


def _years(said: Iterable[int | None]) -> Iterable[str]:
    """Those that the plan speaks of, in order, then the usual ones; none at all can be picked with a digit too."""
    own = sorted({year for year in said if year is not None})
    years = tuple(map(str, dict.fromkeys((*own[:7], *_YEARS, *own[7:]))))
    return (*years[:7], "", *years[7:])


def _base_years(reading: Reading, plan: Plan) -> Iterable[str]:
    """That of other targets of the same year, then the usual one; none that is not before the target."""
    target = reading.target_year
    same = Counter(each.base_year for each in plan.readings
                   if each.base_year is not None and each.target_year == target is not None)
    usual = (_USUAL_BASE[target],) if target in _USUAL_BASE else ()
    years = _years(each.base_year for each in plan.readings)
    likely = dict.fromkeys(map(str, (*(year for year, _ in same.most_common()), *usual)))
    fit = [each for each in years if target is None or not each or int(each) < target]
    return dict.fromkeys((*likely, *fit))


def _units(reading: Reading, plan: Plan, reference: Reference) -> Iterable[str]:
    """Those that can measure the indicator; any, the plan's own first, where none was recognised."""
    known, units = reference.register.indicators.get(reading.indicator or ""), reference.units
    if known is not None:
        return (*(id for id in units.ids() if unit_misfit(id, known, reference) is None), "")
    own = Counter(each.unit for each in plan.readings if each.unit)
    return dict.fromkeys((*(id for id, _ in own.most_common(8)), "", *units.ids()))


def _regions(reading: Reading, plan: Plan, reference: Reference) -> Iterable[str]:
    province = (plan.region.province,) if plan.region is not None and plan.region.province != plan.region.name else ()
    return dict.fromkeys(("", NATION, *province, *(each.region for each in plan.readings if each.region)))


_WAYS: Mapping[str, Callable[[Reading, Plan, Reference], Iterable[str]]] = {
    "indicator": _indicators,
    "base_year": lambda reading, plan, reference: _base_years(reading, plan),
    "target_year": lambda reading, plan, reference: _years(each.target_year for each in plan.readings),
    "unit": _units, "region": _regions,
    "kind": lambda reading, plan, reference: KINDS}
