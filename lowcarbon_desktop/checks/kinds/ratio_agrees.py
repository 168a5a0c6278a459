"""A ratio agrees: is one stated figure another divided by a third, for every year that has all three?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.ratio import agrees, apart, quotient
from lowcarbon_desktop.checks.figures import Figure, figures
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import number

_PARTS = ("numerator", "denominator", "ratio")


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail a year. A ratio that cannot be checked cannot tell; where none is stated there is nothing to check."""
    ids = tuple(str(parameters[part]) for part in _PARTS)
    sure, unsure = zip(*(figures(context, id) for id in ids), strict=True)
    years = sorted({*sure[2], *unsure[2]})
    names = tuple(context.register.name(id) for id in ids)
    details = []
    for year in years:
        there = [part.get(year) for part in sure]
        if all(there):
            details.append(_year(year, tuple(there), parameters, names, context))
        elif sum(year in part or year in doubtful for part, doubtful in zip(sure, unsure, strict=True)) > 1:
            lacking = tuple(name for name, figure in zip(names, there, strict=True) if figure is None)
            said = message("ratio-lacks", year=str(year), lacking=lacking, ratio=names[2])
            details.append(Detail("cannot_tell", said))
    if any(each.outcome != "cannot_tell" for each in details):  # a year that can be compared is what was asked for
        details = [each for each in details if each.outcome != "cannot_tell"]
    return Judgement(tuple(details) or (Detail("not_applicable", message("ratio-nothing", of=names)),))


def _year(year: int, parts: tuple[Figure, ...], parameters: Arguments, names: tuple[Text, ...],
          context: Context) -> Detail:
    above, below, stated = parts
    computed = quotient(above.size, below.size, float(str(parameters["factor"])))
    evidence = tuple(each for part in parts for each in part.held.evidence)
    if computed is None:
        return Detail("cannot_tell", message("ratio-lacks", year=str(year), lacking=(names[1],), ratio=names[2]),
                      stated.held.position, evidence=evidence)
    unit = context.register[str(parameters["ratio"])].unit
    steps = (f"{_short(above)} ÷ {_short(below)}{_times(parameters)} = {_round(computed.value)} {unit}",)
    right = agrees(stated.size, computed, float(str(parameters["tolerance"])))
    said = message("ratio-agrees" if right else "ratio-differs", year=str(year), name=names[2],
                   stated=number(stated.size.value), computed=_round(computed.value), unit=unit,
                   apart=f"{apart(stated.size.value, computed.value):+.1f}", above=names[0], below=names[1])
    return Detail("pass" if right else "fail", said, stated.held.position, evidence=evidence, steps=steps)


def _short(part: Figure) -> str:
    return f"{number(part.size.value)}"


def _times(parameters: Arguments) -> str:
    factor = float(str(parameters["factor"]))
    return "" if factor == 1 else f" × {number(factor)}"


def _round(value: float) -> str:
    return number(float(f"{value:.4g}") if value < 10000 else round(value))


KIND = Kind(
    "ratio-agrees", Text("比值相符", "Ratio agrees"),
    (Parameter("numerator", "indicator", Text("被除数", "what is divided")),
     Parameter("denominator", "indicator", Text("除数", "what it is divided by")),
     Parameter("ratio", "indicator", Text("应等于的指标", "what it should be")),
     Parameter("factor", "number", Text("单位换算系数", "factor between the units"), required=False, default=1.0,
               low=0.000001, high=1000000),
     Parameter("tolerance", "number", Text("允许相差百分之几", "percent of difference allowed"), low=0, high=50)),
    judge, asks=False)
