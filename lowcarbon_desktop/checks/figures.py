"""The exact figures of a plan year by year, in the register's units, with what cannot be compared told apart."""

from __future__ import annotations

from typing import NamedTuple

from lowcarbon_desktop.analysis.kaya import Interval
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.checks.values import Held, decimals, different, in_unit, own


class Figure(NamedTuple):
    """A figure with its rounding in the register's unit, and the reading that it comes from."""

    held: Held
    size: Interval


def figures(context: Context, indicator: str, kinds: tuple[str, ...] = ("target", "actual"),
            ) -> tuple[dict[int, Figure], frozenset[int]]:
    """({year: figure}, years whose value is doubtful, open, a range, in another unit, or said twice differently)."""
    unit = context.register[indicator].unit
    held: dict[int, list[Held]] = {}
    for each in own(context.plan, indicator, kinds):
        if each.reading.target_year is not None and not each.reading.missing:
            held.setdefault(each.reading.target_year, []).append(each)
    found = {year: _figure(values, unit, context) for year, values in held.items()}
    return ({year: figure for year, figure in found.items() if figure is not None},
            frozenset(year for year, figure in found.items() if figure is None))


def _figure(values: list[Held], unit: str, context: Context) -> Figure | None:
    first, value = values[0], values[0].reading.value
    if any(each.reading.doubts for each in values) or different(tuple(values), context.units) or value is None:
        return None
    converted = in_unit(value, unit, context.units)
    if converted is None or converted.low is None or converted.bound not in ("exact", "about") or not value.low:
        return None
    half = 0.5 * 10 ** -decimals(first.reading) * converted.low / value.low
    return Figure(first, Interval(converted.low - half, converted.low, converted.low + half))
