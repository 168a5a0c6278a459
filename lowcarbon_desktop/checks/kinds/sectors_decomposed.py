"""Decomposition: does every sector have at least one quantified target of its own?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import own
from lowcarbon_desktop.errors import Text, message

SECTORS = {"industry": Text("产业结构", "Industry"), "energy": Text("能源结构", "Energy"),
           "transport": Text("交通", "Transport"), "buildings": Text("建筑", "Buildings"),
           "sinks": Text("碳汇", "Carbon sinks")}


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail a sector. A sector without a target fails in a whole document and cannot tell in a mere table."""
    return Judgement(tuple(_sector(str(sector), context) for sector in parameters["sectors"]))


def _sector(sector: str, context: Context) -> Detail:
    found = [held for indicator in context.register if indicator.sector == sector
             for held in own(context.plan, indicator.id)
             if held.reading.value is not None and not held.reading.doubts]
    name = SECTORS[sector]
    if found:
        held = min(found, key=lambda each: each.position)
        said = message("sector-has-target", sector=name, place=held.place, name=held.reading.name,
                       printed=held.reading.printed, count=len(found))
        return Detail("pass", said, held.position, held.reading.value, evidence=held.evidence)
    if context.plan.whole:
        return Detail("fail", message("sector-without-target", sector=name))
    return Detail("cannot_tell", message("sector-not-in-table", sector=name))


KIND = Kind(
    "sectors-decomposed", Text("目标分解到部门", "Decomposition into sectors"),
    (Parameter("sectors", "choices", Text("要有量化目标的部门", "sectors that need a quantified target"),
               choices=tuple(SECTORS)),),
    judge)
