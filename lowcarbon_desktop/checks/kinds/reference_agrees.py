"""Basic data against the reference: does the plan give the figures that the source's tables give for its place?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.ratio import apart
from lowcarbon_desktop.checks.figures import figures
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines.regions import FIGURES, YEAR, RegionRow
from lowcarbon_desktop.plan import number


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail an indicator that both have for 2010. A place without a row, or a blank, does not apply."""
    row = context.regions().of(context.plan.region)
    if row is None:
        return Judgement((Detail("not_applicable", message("reference-no-row")),))
    details = [detail for indicator in map(str, parameters["indicators"])
               if (detail := _compared(indicator, row, float(str(parameters["tolerance"])), context)) is not None]
    if details:
        return Judgement(tuple(details))
    if all(row.figure(str(each)) is None for each in parameters["indicators"]):
        return Judgement((Detail("not_applicable", message("reference-blank", region=row.region)),))
    return Judgement((Detail("cannot_tell", message("reference-no-value", year=str(YEAR), names=tuple(
        context.register.name(str(each)) for each in parameters["indicators"]))),))


def _compared(indicator: str, row: RegionRow, tolerance: float, context: Context) -> Detail | None:
    known = row.figure(indicator)
    sure, _ = figures(context, indicator)
    figure = sure.get(YEAR)
    if known is None or figure is None:
        return None
    distance = apart(figure.size.value, known)
    near = abs(distance) <= tolerance
    said = message("reference-same" if near else "reference-differs", name=context.register.name(indicator),
                   year=str(YEAR), stated=number(figure.size.value), known=number(known),
                   unit=context.register[indicator].unit, apart=f"{distance:+.1f}", tolerance=number(tolerance),
                   table=str(row.batch or 1))
    return Detail("pass" if near else "fail", said, figure.held.position, evidence=figure.held.evidence)


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """The reference has four figures and no other."""
    return tuple(("indicators", message("rubric-no-choice", value=str(each), known=FIGURES))
                 for each in parameters["indicators"] if each not in FIGURES)


KIND = Kind(
    "reference-agrees", Text("与参考数据相符", "Basic data against the reference"),
    (Parameter("indicators", "indicators", Text("比较哪些基础数据", "which basic data")),
     Parameter("tolerance", "number", Text("允许相差百分之几", "percent of difference allowed"), low=0, high=50)),
    judge, verify, asks=False)
