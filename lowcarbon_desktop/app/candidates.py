"""What a reviewer is likely to put in the place of a field that was misread, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines.line import NATION
from lowcarbon_desktop.plan import Plan, Reading
from lowcarbon_desktop.text.normal import squeezed

FIELDS = ("indicator", "base_year", "target_year", "value", "unit", "region", "kind")
_YEARS = (2005, 2010, 2015, 2020, 2025, 2030, 2035, 2050, 2060)
_EARLIEST, _LATEST = 1949, 2100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value as a correction takes it ("" for none), and how it is called."""

    value: str
    name: Text | Message | str


def candidates(field: str, reading: Reading, plan: Plan, reference: Reference) -> tuple[Candidate, ...]:
    """What may stand in `field` of a reading instead of what does; none for its value, which is typed."""
    made = _WAYS[field](reading, plan, reference) if field in _WAYS else ()
    return tuple(each for each in made if each.value != field_text(reading, field))


def typed(field: str, text: str, reference: Reference) -> Candidate | None:
    """What was typed, where it is no candidate but can stand in the field all the same."""
    text = squeezed(text)
    if field in ("base_year", "target_year"):
        year = text.removesuffix("年")
        return Candidate(year, year) if year.isdecimal() and _EARLIEST <= int(year) <= _LATEST else None
    if field == "unit":
        unit = reference.units.find(text)
        return Candidate(unit.id, unit.id) if unit is not None else None
    if field == "region":
        found = reference.places.find(text)
        return Candidate(found[0].name, Text(found[0].name, found[0].english)) if found else None
    return None


def field_text(reading: Reading, field: str) -> str:
    """What stands in a field of a reading now, "" for nothing."""
    held = {"indicator": reading.indicator, "base_year": reading.base_year, "target_year": reading.target_year,
            "value": reading.printed, "unit": reading.unit, "region": reading.region, "kind": reading.kind}[field]
    return "" if held is None else str(held)


def _indicators(reading: Reading, plan: Plan, reference: Reference) -> Iterable[Candidate]:
    pairs = _pairs(reading.name)

    def far(each: object) -> float:
        own = _pairs(each.name.zh)
        return -len(pairs & own) / max(1, len(pairs | own))

    yield from (Candidate(each.id, each.name) for each in sorted(reference.register, key=far))
    yield Candidate("", message("mapping-no-indicator"))


def _pairs(name: str) -> set[str]:
    """The pairs of signs of a name: names are alike in as far as they share them."""
    text = squeezed(name).upper().replace("CO2", "二氧化碳")
    return {text[at:at + 2] for at in range(len(text) - 1) if not text[at:at + 2].isdecimal()}


def _base_years(reading: Reading, plan: Plan, reference: Reference) -> Iterable[Candidate]:
    return _years((each.base_year for each in plan.readings), "mapping-no-base-year")


def _target_years(reading: Reading, plan: Plan, reference: Reference) -> Iterable[Candidate]:
    return _years((each.target_year for each in plan.readings), "mapping-no-target-year")


def _years(said: Iterable[int | None], none: str) -> Iterable[Candidate]:
    """Those that the plan speaks of, in order, then the usual ones, and none at all before the ninth."""
    own = sorted({year for year in said if year is not None})
    years = dict.fromkeys((*own[:7], *_YEARS, *own[7:]))
    made = [Candidate(str(year), str(year)) for year in years]
    return (*made[:7], Candidate("", message(none)), *made[7:])


def _units(reading: Reading, plan: Plan, reference: Reference) -> Iterable[Candidate]:
    """Those that can measure the indicator; any, the plan's own first, where none was recognised."""
    known, units = reference.register.indicators.get(reading.indicator or ""), reference.units
    if known is not None and known.unit:
        fitting = [id for id in units.ids() if units.dimension(id) == units.dimension(known.unit)]
    else:
        own = Counter(each.unit for each in plan.readings if each.unit)
        fitting = [*(id for id, _ in own.most_common()), *units.ids()]
    yield from (Candidate(id, id) for id in dict.fromkeys(fitting))
    yield Candidate("", message("mapping-no-unit"))


def _regions(reading: Reading, plan: Plan, reference: Reference) -> Iterable[Candidate]:
    yield Candidate("", message("mapping-applicant"))
    names = [NATION]
    if plan.region is not None and plan.region.province != plan.region.name:
        names.append(plan.region.province)
    names += (each.region for each in plan.readings if each.region)
    for name in dict.fromkeys(names):
        found = reference.places.find(name)
        yield Candidate(name, Text(name, found[0].english) if found else name)


def _kinds(reading: Reading, plan: Plan, reference: Reference) -> Iterable[Candidate]:
    return (Candidate(kind, message(f"mapping-kind-{kind}")) for kind in ("target", "actual", "context"))


_WAYS: Mapping[str, Callable[[Reading, Plan, Reference], Iterable[Candidate]]] = {
    "indicator": _indicators, "base_year": _base_years, "target_year": _target_years, "unit": _units,
    "region": _regions, "kind": _kinds}
