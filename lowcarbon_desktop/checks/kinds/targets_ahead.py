"""How advanced the targets are: every target that has a line, with its margin, counted by the side on which it lies."""

from __future__ import annotations

from collections import Counter

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import Held, in_unit, own, span
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import number


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail a target and line, the nation's and the assigned one; doubtful and open values are told apart."""
    details: list[Detail] = []
    sides: Counter[str] = Counter()
    for indicator in map(str, parameters["indicators"]):
        for held in own(context.plan, indicator):
            if held.reading.target_year is None or held.reading.missing:
                continue
            for line in _lines(held, indicator, context):
                side, detail = _compared(held, line, context)
                sides[side] += 1
                details.append(detail)
    if not details:
        return Judgement((Detail("judgement", message("ahead-none"), settled=False),))
    head = message("ahead-count", count=len(details), above=sides["above"], equal=sides["equal"],
                   below=sides["below"], open=sides["open"])
    return Judgement((Detail("judgement", head, settled=False), *details))


def _lines(held: Held, indicator: str, context: Context) -> tuple[Line, ...]:
    base, target = held.reading.base_year, held.reading.target_year
    assert target is not None
    nation = context.lines.nation(indicator, base, target, context.as_of)
    assigned = context.lines.assigned(indicator, base, target, context.as_of, context.plan.region, context.entered)
    return tuple(line for line in (nation, assigned) if line is not None and line.sense != "info")


def _compared(held: Held, line: Line, context: Context) -> tuple[str, Detail]:
    reading = held.reading
    value = in_unit(reading.value, line.unit, context.units) if reading.value is not None else None
    less = line.sense in ("at_most", "before")
    end = None if value is None or reading.doubts else value.high if less else value.low
    margin = None if end is None else round(line.low - end if less else end - line.low, 6)
    side = "open" if margin is None else "above" if margin > 0 else "below" if margin < 0 else "equal"
    region = context.plan.region
    said = message(f"ahead-{side}", indicator=context.register.name(line.indicator),
                   years=span(line.base_year, line.target_year), printed=reading.printed,
                   gap=_gap(abs(margin), line.unit) if margin else "",
                   line=message(f"line-{line.status}", region=line.whose(region), value=number(line.low),
                                unit=line.unit, document=line.document))
    return side, Detail("judgement", said, held.position, value, line, margin, held.evidence, settled=False)


def _gap(margin: float, unit: str) -> Message:
    return message("gap-points" if unit == "%" else "gap-unit", value=number(margin), unit=unit)


KIND = Kind(
    "targets-ahead", Text("目标的先进程度", "How advanced the targets are"),
    (Parameter("indicators", "indicators", Text("清点哪些指标", "the indicators that are counted")),),
    judge)
