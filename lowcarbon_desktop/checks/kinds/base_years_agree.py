"""Base years agree: does a cut against one base year say the same as the cuts against another?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.chain import Derived, Years, cut_needed, derive
from lowcarbon_desktop.analysis.derived import FACT, Cut, stated_cuts
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.checks.values import span
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import Evidence


def judge(parameters: Arguments, context: Context) -> Judgement:
    """The stated cut against the one that the others imply.

    Both base years without the stretch between them cannot tell, and say what that stretch would have to be; one base
    year alone has nothing to contradict. What is derived is shown, and is never a pass of another criterion.
    """
    base, middle, target = (int(str(parameters[name])) for name in ("base_year", "middle_year", "target_year"))
    cuts = stated_cuts(context.plan, str(parameters["indicator"]))
    stated = cuts.get((base, target))
    implied = derive({years: cut.span for years, cut in cuts.items() if years != (base, target)}, base, target)
    if stated is not None and implied is not None:
        return Judgement((_compared(stated, implied, cuts, (base, target), parameters, context),))
    later = cuts.get((middle, target))
    if stated is not None and later is not None:
        fact = context.facts[str(parameters["given"])].name if parameters["given"] is not None else span(base, middle)
        return Judgement((_lacking(stated, later, (base, middle, target), fact, context),))
    if implied is not None:
        said = message("base-derived", years=span(base, target), cut=_said(implied.cut, implied.high))
        return Judgement((Detail("not_applicable", said, steps=implied.steps),))
    code = "base-one" if stated is not None or later is not None else "base-none"
    said = message(code, years=span(base, target), other=span(middle, target), missing=span(base, middle))
    return Judgement((Detail("not_applicable", said),))


def _compared(stated: Cut, implied: Derived, cuts: dict[Years, Cut], years: Years, parameters: Arguments,
              context: Context) -> Detail:
    tolerance = float(str(parameters["tolerance"]))
    low, high = stated.span
    near = implied.cut - tolerance <= high and low <= implied.high + tolerance
    said = message("base-agrees" if near else "base-differs", years=span(*years), stated=_said(low, high),
                   implied=_said(implied.cut, implied.high))
    used = [cuts[each] for each in implied.used]
    given = any(each.position is None for each in used)  # by the reviewer, who may or may not have cited a source
    fact = context.plan.fact(FACT[str(parameters["indicator"])][0]) if given else None
    settled = fact is None or fact.settled
    return Detail("pass" if near else "fail", said, stated.position, settled=settled, steps=implied.steps,
                  evidence=tuple(each for cut in (stated, *used) for each in _evidence(cut, context)))


def _lacking(stated: Cut, later: Cut, years: tuple[int, int, int], fact: Text | str, context: Context) -> Detail:
    base, middle, target = years
    ends = sorted({round(cut_needed(whole, part), 1) for whole, part in ((stated.span[0], later.span[0]),
                                                                        (stated.span[1], later.span[1]))})
    needed = _said(ends[0], ends[-1])
    steps = (f"1 − (1 − {_said(*stated.span)}) / (1 − {_said(*later.span)}) = {needed}",)
    said = message("base-lacks", stated=_said(*stated.span), later=_said(*later.span), years=span(base, target),
                   other=span(middle, target), missing=span(base, middle), needed=needed, fact=fact)
    return Detail("cannot_tell", said, stated.position, steps=steps,
                  evidence=(*_evidence(stated, context), *_evidence(later, context)))


def _evidence(cut: Cut, context: Context) -> tuple[Evidence, ...]:
    if cut.position is None:
        return ()
    reading = context.plan.readings[cut.position]
    return (Evidence(reading.printed, reading.where),)


def _said(low: float, high: float) -> str:
    first, last = f"{low:.1f}", f"{high:.1f}"
    return f"{first} %" if first == last else f"{first}–{last} %"


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """The three years stand in their order."""
    base, middle, target = (int(str(parameters[name])) for name in ("base_year", "middle_year", "target_year"))
    return () if base < middle < target else (("middle_year", message("rubric-years-order")),)


KIND = Kind(
    "base-years-agree", Text("不同基年的降幅相符", "Base years agree"),
    (Parameter("indicator", "indicator", Text("下降率指标", "the cut")),
     Parameter("base_year", "year", Text("较早的基年", "the earlier base year")),
     Parameter("middle_year", "year", Text("较晚的基年", "the later base year")),
     Parameter("target_year", "year", Text("目标年", "the target year")),
     Parameter("given", "fact", Text("评审人可载明的两基年间降幅", "the fact that gives the change between"),
               required=False),
     Parameter("tolerance", "number", Text("允许相差的百分点", "points of difference allowed"), low=0, high=10)),
    judge, verify, asks=False)
