"""Pace kept: is the yearly cut that the later target implies not much slower than that of the nearer one?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.chain import derive, yearly
from lowcarbon_desktop.analysis.derived import stated_cuts
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import Evidence


def judge(parameters: Arguments, context: Context) -> Judgement:
    """The later stretch by its weaker end against the nearer one; without both targets it cannot tell."""
    base, middle, target = (int(str(parameters[name])) for name in ("base_year", "middle_year", "target_year"))
    cuts = stated_cuts(context.plan, str(parameters["indicator"]))
    spans = {years: cut.span for years, cut in cuts.items()}
    near, late = derive(spans, base, middle), derive(spans, middle, target)
    if near is None or late is None:
        said = message("pace-lacks", near=f"{base}→{middle}", late=f"{middle}→{target}")
        return Judgement((Detail("cannot_tell", said),))
    before, after = yearly(near.cut, middle - base), yearly(late.cut, target - middle)
    least = before * float(str(parameters["least"])) / 100
    steps = (*late.steps, f"1 − (1 − {near.cut:.1f} %)^(1/{middle - base}) = {before:.2f} %",
             f"1 − (1 − {late.cut:.1f} %)^(1/{target - middle}) = {after:.2f} %")
    code = "pace-backward" if after < 0 else "pace-kept" if after >= least else "pace-slower"
    said = message(code, first=str(middle + 1), last=str(target), begin=str(base + 1), end=str(middle),
                   before=f"{before:.2f}", after=f"{after:.2f}", least=f"{least:.2f}")
    positions = dict.fromkeys(position for years in (*near.used, *late.used)
                              if (position := cuts[years].position) is not None)
    readings = [context.plan.readings[position] for position in positions]
    evidence = tuple(Evidence(reading.printed, reading.where) for reading in readings)
    return Judgement((Detail("pass" if code == "pace-kept" else "fail", said, next(iter(positions), None),
                             evidence=evidence, steps=steps),))


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """The three years stand in their order."""
    base, middle, target = (int(str(parameters[name])) for name in ("base_year", "middle_year", "target_year"))
    return () if base < middle < target else (("middle_year", message("rubric-years-order")),)


KIND = Kind(
    "pace-kept", Text("远期降幅不明显放缓", "Pace kept"),
    (Parameter("indicator", "indicator", Text("下降率指标", "the cut")),
     Parameter("base_year", "year", Text("基年", "the base year")),
     Parameter("middle_year", "year", Text("近期目标年", "the nearer target year")),
     Parameter("target_year", "year", Text("远期目标年", "the later target year")),
     Parameter("least", "number", Text("远期年均降幅至少为近期的百分之几",
                                     "percent of the nearer yearly cut"),
               low=0, high=200)),
    judge, verify)
