"""What follows from a plan's stated cuts without being stated: cuts against another base year, and yearly rates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import NamedTuple

from lowcarbon_desktop.analysis.chain import Span, Years, derive, yearly
from lowcarbon_desktop.plan import Plan, Quantity, Reading, number

YEARLY = {"co2_per_gdp_cut": "co2_per_gdp_yearly_cut", "energy_per_gdp_cut": "energy_per_gdp_yearly_cut"}
"""The indicators that are derived, and that of their yearly rate."""
FACT = {"co2_per_gdp_cut": ("co2_cut_2005_2010", (2005, 2010))}
"""The fact by which a reviewer gives the cut of two years that the plan does not give."""
_BOUNDS = ("exact", "range", "about")
_OPEN = ("at_least", "more_than")


class Cut(NamedTuple):
    """A stated cut in percent, weaker end first, and the position of its reading; None where a reviewer gave it."""

    span: Span
    position: int | None


class DerivedReading(NamedTuple):
    """A value that nobody stated. It shows what a plan implies and never counts for passing.

    `sources` are the positions of the readings that it rests on, `steps` the arithmetic.
    """

    indicator: str
    base_year: int
    target_year: int
    value: Quantity
    sources: tuple[int, ...]
    steps: tuple[str, ...]


def stated_cuts(plan: Plan, indicator: str, open_ends: bool = False) -> dict[Years, Cut]:
    """{(base year, target year): cut} of what the applicant states without doubt or contradiction.

    An open end is left out, or stands for itself where the weaker end is all that is asked for.
    """
    found: dict[Years, Cut] = {}
    twice: set[Years] = set()
    for position in plan.by_indicator.get(indicator, ()):
        cut = _cut(plan.readings[position], position, open_ends)
        if cut is None:
            continue
        years = (plan.readings[position].base_year or 0, plan.readings[position].target_year or 0)
        if years in found and found[years].span != cut.span:
            twice.add(years)
        found.setdefault(years, cut)
    id, years = FACT.get(indicator, ("", (0, 0)))
    fact = plan.fact(id) if id else None
    if fact is not None and fact.state == "stated" and isinstance(fact.value, int | float) and years not in found:
        found[years] = Cut((float(fact.value), float(fact.value)), None)
    return {years: cut for years, cut in found.items() if years not in twice}


def _cut(reading: Reading, position: int, open_ends: bool) -> Cut | None:
    value = reading.value
    if open_ends and value is not None and value.bound in _OPEN:
        value = replace(value, high=value.low, bound="exact")
    if (reading.region is not None or reading.kind == "context" or reading.doubts or value is None
            or value.bound not in _BOUNDS or value.low is None or value.high is None or value.unit != "%"
            or reading.base_year is None or reading.target_year is None):
        return None
    return Cut((value.low, value.high), position)


def derived_readings(plan: Plan) -> tuple[DerivedReading, ...]:
    """Every cut between two years that some cuts name and none states, and the even yearly rate of each stretch."""
    return tuple(each for indicator in YEARLY for each in _of(plan, indicator))


def _of(plan: Plan, indicator: str) -> Iterator[DerivedReading]:
    cuts = stated_cuts(plan, indicator)
    spans = {years: cut.span for years, cut in cuts.items()}
    named = sorted({year for years in cuts for year in years})
    for base, target in combinations(named, 2):
        found = derive(spans, base, target) if (base, target) not in cuts else None
        if found is not None:
            yield DerivedReading(indicator, base, target, _quantity(found.cut, found.high),
                                 _sources(cuts, found.used), found.steps)
    for base, target in pairwise(named):
        found = derive(spans, base, target)
        if found is None:
            continue
        low, high = yearly(found.cut, target - base), yearly(found.high, target - base)
        steps = (*(found.steps if (base, target) not in cuts else ()),
                 f"1 − (1 − {_span(found.cut, found.high)} %)^(1/{target - base}) = {_span(low, high)} %")
        yield DerivedReading(YEARLY[indicator], base, target, _quantity(low, high), _sources(cuts, found.used), steps)


def _quantity(low: float, high: float) -> Quantity:
    """Rounded to hundredths: the printed numbers that it comes from know no more."""
    low, high = round(low, 2), round(high, 2)
    return Quantity(low, high, "exact" if low == high else "range", "%")


def _span(low: float, high: float) -> str:
    return number(round(low, 2)) if round(low, 2) == round(high, 2) else f"{number(round(low, 2))}–{high:.2f}"


def _sources(cuts: dict[Years, Cut], used: tuple[Years, ...]) -> tuple[int, ...]:
    return tuple(position for years in used if (position := cuts[years].position) is not None)
