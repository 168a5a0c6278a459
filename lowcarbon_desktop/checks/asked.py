"""What a rubric asks of a plan: which indicators for which years, which facts, which fields."""

from __future__ import annotations

from dataclasses import dataclass

from lowcarbon_desktop.checks.bind import BoundCriterion, BoundRubric
from lowcarbon_desktop.plan import Register

_STAND_IN = ("related", "rows")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the criteria's parameters name, each once, in the order of the rubric.

    `values` are (indicator, base year, target year) that some criterion needs; of those `in_place` another one of the
    same criterion will do as well. `series` are indicators that a criterion
    follows over the years without naming one. `either` are indicators of which one a group can stand for a fact.
    `sectors` are the fields of which each needs at least one target.
    """

    values: tuple[tuple[str, int | None, int], ...]
    series: tuple[str, ...]
    either: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]
    sectors: tuple[str, ...]
    in_place: frozenset[tuple[str, int | None, int]] = frozenset()


def asked_of(bound: BoundRubric, register: Register) -> Asked:
    """Read it off the typed parameters, whatever the kind of check: a new kind needs no line here.

    A value that is asked for without a base year takes that with which another criterion asks for the same indicator
    and year.
    """
    values: dict[tuple[str, int | None, int], None] = {}
    loose: dict[tuple[str, int], None] = {}
    alone: set[tuple[str, int]] = set()
    series: dict[str, None] = {}
    either: dict[tuple[str, ...], None] = {}
    facts: dict[str, None] = {}
    sectors: dict[str, None] = {}
    for each in bound:
        facts.update(dict.fromkeys(_named(each, "fact")))
        if not each.kind.asks:
            continue
        indicators, years = _named(each, "indicator"), _years(each)
        target, base = each.parameters.get("target_year"), each.parameters.get("base_year")
        for indicator in indicators:
            if target is not None:
                values[indicator, None if base is None else int(str(base)), int(str(target))] = None
            elif not years:
                series[indicator] = None
            loose.update(dict.fromkeys((indicator, year) for year in years))
            alone.update((indicator, year) for year in years if len(indicators) == 1)
        if each.parameters.get("rows"):
            either[tuple(map(str, _listed(each.parameters["rows"])))] = None
        sectors.update(dict.fromkeys(map(str, _listed(each.parameters.get("sectors")))))
    in_place = set()
    for indicator, year in loose:
        if not any(known == indicator and target == year for known, _, target in values):
            value = indicator, _base(register, indicator, year, values), year
            values[value] = None
            if (indicator, year) not in alone:
                in_place.add(value)
    return Asked(tuple(values), tuple(series), tuple(either), tuple(facts), tuple(sectors), frozenset(in_place))


def _named(each: BoundCriterion, type: str) -> tuple[str, ...]:
    """The values of all parameters of a type or its plural, but for those that only stand in for another."""
    return tuple(str(value) for parameter in each.kind.parameters
                 if parameter.type in (type, f"{type}s") and parameter.name not in _STAND_IN
                 for value in _listed(each.parameters.get(parameter.name)))


def _years(each: BoundCriterion) -> tuple[int, ...]:
    return tuple(int(str(year)) for year in _listed(each.parameters.get("years")))


def _listed(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def _base(register: Register, indicator: str, year: int,
          values: dict[tuple[str, int | None, int], None]) -> int | None:
    """The base year with which other indicators are asked for that year, five years before where none is."""
    if register[indicator].kind not in ("cut", "increase"):
        return None
    return next((base for _, base, target in values if target == year and base is not None), year - 5)
