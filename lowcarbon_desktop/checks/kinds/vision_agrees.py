"""The vision: do the peak year and the urbanisation that the plan foresees fit the stages of the nation's vision?"""

from __future__ import annotations

from lowcarbon_desktop.checks.figures import Figure, figures
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import Fact, number


def judge(parameters: Arguments, context: Context) -> Judgement:
    """The peak year against the year of zero growth, and against the year in which urbanisation reaches that stage.

    Without a peak year in a whole document it does not apply: that it is missing is another criterion.
    """
    fact = context.plan.fact("co2_peak_year")
    if fact.state == "absent":
        return Judgement((Detail("not_applicable", message("peak-absent")),))
    if fact.state != "stated" or not isinstance(fact.value, int):
        return Judgement((Detail("cannot_tell", message("peak-unknown"), evidence=fact.evidence),))
    details = [_against_year(fact, fact.value, int(str(parameters["year"])))]
    reached = _reached(context, str(parameters["indicator"]), float(str(parameters["rate"])))
    if reached is not None:
        details.append(_against_stage(fact, fact.value, *reached, float(str(parameters["rate"]))))
    return Judgement(tuple(details))


def _against_year(fact: Fact, peak: int, year: int) -> Detail:
    early = peak <= year
    said = message("vision-in-time" if early else "vision-late", peak=str(peak), year=str(year))
    return Detail("pass" if early else "fail", said, evidence=fact.evidence, settled=fact.settled)


def _against_stage(fact: Fact, peak: int, year: int, figure: Figure, rate: float) -> Detail:
    held = figure.held
    fits = peak <= year
    said = message("vision-stage-fits" if fits else "vision-stage-late", peak=str(peak), year=str(year),
                   value=number(figure.size.value), rate=number(rate), place=held.place)
    return Detail("pass" if fits else "fail", said, held.position, settled=fact.settled,
                  evidence=(*held.evidence, *fact.evidence))


def _reached(context: Context, indicator: str, rate: float) -> tuple[int, Figure] | None:
    """The first year in which urbanisation reaches the stage; None where it never does, or had done so before."""
    sure, _ = figures(context, indicator)
    years = sorted(sure)
    if not years or sure[years[0]].size.value >= rate:
        return None
    return next(((year, sure[year]) for year in years if sure[year].size.value >= rate), None)


KIND = Kind(
    "vision-agrees", Text("与国家愿景相符", "The nation's vision"),
    (Parameter("indicator", "indicator", Text("城镇化率", "the urbanisation rate")),
     Parameter("rate", "number", Text("零增长阶段的城镇化率（%）", "the rate at the stage of zero growth, in percent"),
               low=30, high=100),
     Parameter("year", "year", Text("零增长的年份", "the year of zero growth"))),
    judge, asks=False)
