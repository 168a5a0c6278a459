"""Peak plausible: do the stated growth of GDP and the stated cuts let emission peak in the stated year?"""

from __future__ import annotations

from itertools import pairwise

from lowcarbon_desktop.analysis.chain import derive, yearly
from lowcarbon_desktop.analysis.derived import stated_cuts
from lowcarbon_desktop.analysis.peak import Stretch, cut_wanted, growth_allowed, implied_peak, path, sensitivity
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import in_unit, own
from lowcarbon_desktop.errors import Text, message


def judge(parameters: Arguments, context: Context) -> Judgement:
    """Compare the last planned stretch up to the peak year: growth of GDP against the yearly cut of CO2 per GDP.

    Without a stated year it does not apply (or cannot tell, from a mere table); without growth, or without cuts as far
    as that year, it says what would have to be true. The arithmetic is shown.
    """
    fact = context.plan.fact("co2_peak_year")
    if fact.state == "absent":
        return Judgement((Detail("not_applicable", message("peak-absent")),))
    if fact.state != "stated" or fact.value is None:
        return Judgement((Detail("cannot_tell", message("peak-unknown")),))
    year = int(fact.value)
    if year < context.as_of.year:
        said = message("peak-past", year=str(year), date=context.as_of.isoformat())
        return Judgement((Detail("fail", said, evidence=fact.evidence, settled=fact.settled),))
    planned = _planned(context, str(parameters["co2"]), year)
    if not planned:
        return Judgement((Detail("cannot_tell", message("peak-no-cut", year=str(year)), evidence=fact.evidence),))
    start, end, rate, steps = planned[-1]
    if end < year:
        said = message("peak-short", year=str(year), start=str(start), end=str(end), cut=f"{rate:.2f}",
                       growth=f"{growth_allowed(rate):.2f}")
        return Judgement((Detail("cannot_tell", said, evidence=fact.evidence, steps=steps),))
    growth = _growth(context, start, end)
    if growth is None:
        said = message("peak-no-growth", year=str(year), start=str(start), end=str(end), cut=f"{rate:.2f}",
                       growth=f"{growth_allowed(rate):.2f}")
        return Judgement((Detail("cannot_tell", said, evidence=fact.evidence, steps=steps),))
    stretches = _known(context, planned)
    stretch = stretches[-1]
    steps = (*steps, f"(1 + {growth:.2f} %) × (1 − {rate:.2f} %) − 1 = {stretch.emission_growth:+.2f} %",
             *_shown(stretches))
    falls = stretch.emission_growth <= 0
    implied = implied_peak(stretches)
    said = message("peak-implied" if falls else "peak-not-implied", year=str(year), start=str(start), end=str(end),
                   growth=f"{growth:.2f}", cut=f"{rate:.2f}", emission=f"{stretch.emission_growth:+.2f}",
                   wanted=f"{cut_wanted(growth):.2f}", allowed=f"{growth_allowed(rate):.2f}",
                   implied=message("peak-path", year=str(implied)) if implied is not None else "")
    return Judgement((Detail("pass" if falls else "fail", said, evidence=fact.evidence, settled=fact.settled,
                             steps=steps),))


Planned = tuple[int, int, float, tuple[str, ...]]


def _planned(context: Context, indicator: str, year: int) -> tuple[Planned, ...]:
    """The stretches still ahead that begin before the peak year: start, end, yearly cut in percent, arithmetic."""
    cuts = {years: cut.span[0] for years, cut in stated_cuts(context.plan, indicator, open_ends=True).items()}
    named = sorted({each for pair in cuts for each in pair})
    found = []
    for start, end in pairwise(named):
        derived = derive(cuts, start, end) if start < year and end > context.as_of.year else None
        if derived is not None:
            rate = yearly(derived.cut, end - start)
            found.append((start, end, rate, (*derived.steps,
                                             f"1 − (1 − {derived.cut:.1f} %)^(1/{end - start}) = {rate:.2f} %")))
    return tuple(found)


def _known(context: Context, planned: tuple[Planned, ...]) -> tuple[Stretch, ...]:
    """The last stretches on end whose growth of GDP is known too."""
    found: list[Stretch] = []
    for start, end, rate, _ in reversed(planned):
        growth = _growth(context, start, end)
        if growth is None or (found and found[0].start != end):
            break
        found.insert(0, Stretch(start, end, growth, rate))
    return tuple(found)


def _shown(stretches: tuple[Stretch, ...]) -> tuple[str, ...]:
    """The path of emission with its first year as 100, and how it changes with growth a little slower and faster."""
    last = stretches[-1]
    return ("CO2: " + " → ".join(f"{year} = {size:.1f}" for year, size in path(stretches)),
            *(f"GDP {growth:+.1f} % → CO2 {size:+.2f} %" for growth, size in sensitivity(last.growth, last.cut)))


def _growth(context: Context, start: int, end: int) -> float | None:
    """The yearly growth of GDP in the stretch: stated as a rate for its end, or from two levels; in percent."""
    for held in own(context.plan, "gdp_growth"):
        value = held.reading.value
        if held.reading.target_year == end and value is not None and value.high is not None and not held.reading.doubts:
            return value.high
    totals = own(context.plan, "gdp", ("target", "actual"))
    unit = next((held.reading.unit for held in totals if held.reading.unit is not None), None)
    levels = {held.reading.target_year: value.low for held in totals
              if held.reading.value is not None and not held.reading.doubts
              and (value := in_unit(held.reading.value, unit, context.units)) is not None and value.low}
    if start in levels and end in levels:
        return 100 * ((levels[end] / levels[start]) ** (1 / (end - start)) - 1)
    return None


KIND = Kind(
    "peak-plausible", Text("峰值年份可信", "Peak plausible"),
    (Parameter("co2", "indicator", Text("碳强度下降率", "the cut in CO2 per GDP")),),
    judge)
