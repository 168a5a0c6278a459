"""An indicator stated: does the plan give a value of any of these indicators for each of these years?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import doubt, own
from lowcarbon_desktop.errors import Text, message


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail a year. Silence fails where a whole document was read, and cannot tell where only a table was."""
    indicators = tuple(map(str, parameters["indicators"]))
    return Judgement(tuple(_year(indicators, int(year), context) for year in parameters["years"]))


def _year(indicators: tuple[str, ...], year: int, context: Context) -> Detail:
    found = [held for indicator in indicators for held in own(context.plan, indicator)
             if held.reading.target_year == year and held.reading.value is not None]
    sure = [held for held in found if not held.reading.doubts]
    names = tuple(context.register.name(indicator) for indicator in indicators)
    if sure:
        held = sure[0]
        name = context.register.name(held.reading.indicator or "")
        said = message("indicator-stated", year=str(year), indicator=name, place=held.place,
                       printed=held.reading.printed)
        return Detail("pass", said, held.position, held.reading.value, evidence=held.evidence)
    if found:
        held = found[0]
        said = message("value-doubtful", place=held.place, printed=held.reading.printed, why=doubt(held.reading))
        return Detail("cannot_tell", said, held.position, held.reading.value, evidence=held.evidence)
    if context.plan.whole:
        return Detail("fail", message("indicator-absent", year=str(year), indicators=names))
    return Detail("cannot_tell", message("indicator-not-in-table", year=str(year), indicators=names))


KIND = Kind(
    "indicator-stated", Text("指标按年份提出", "Indicator stated for years"),
    (Parameter("indicators", "indicators", Text("其中任一指标即可", "any one of these will do")),
     Parameter("years", "years", Text("每个年份都要有", "each of these years"))),
    judge)
