"""A target against a line: is the plan's own target at least as strict as the nation's or the assigned line?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.instead import cannot, why_not
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.checks.values import Held, conversion, different, doubt, in_unit, own, span, stated_line
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Region, number

MERIT = Text("达到先进水平", "with merit")


def judge(parameters: Arguments, context: Context) -> Judgement:
    """Hold every stated value for the line's years to the line; another base year, a doubt or silence cannot tell."""
    indicator, base, target = str(parameters["indicator"]), parameters["base_year"], int(parameters["target_year"])
    base = None if base is None else int(base)
    assigned = _assigned(context, indicator, base, target)
    if parameters["line"] == "assigned":
        if assigned is None:
            return Judgement((_no_assigned(context),))
        return Judgement(_held_to(assigned, parameters, context))
    line = context.lines.nation(indicator, base, target, context.as_of)
    if line is None:
        return Judgement((Detail("not_applicable", message("line-not-in-force", date=context.as_of.isoformat())),))
    softer = assigned is not None and line.indicator == assigned.indicator
    return Judgement(_held_to(line, parameters, context), "should" if softer else None)


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """There must be a line of this indicator for these years at all, or the criterion can never bite."""
    indicator, base, target = str(parameters["indicator"]), parameters["base_year"], parameters["target_year"]
    if parameters["line"] == "assigned" or (base, target) in known.lines.years(indicator):
        return ()
    pairs = tuple(span(*pair) for pair in known.lines.years(indicator))
    return (("target_year", message("rubric-no-line", indicator=indicator, years=span(base, target), known=pairs)),)


def _assigned(context: Context, indicator: str, base: int | None, target: int) -> Line | None:
    """The line that the user enters, else that which the plan says it was given, else its province's."""
    line = context.lines.assigned(indicator, base, target, context.as_of, context.plan.region, context.entered)
    if line is not None and line.status == "entered":
        return line
    return stated_line(context.plan, indicator, base, target) or line


def _no_assigned(context: Context) -> Detail:
    if context.plan.region is None:
        return Detail("cannot_tell", message("region-open"))
    region = context.plan.region
    return Detail("not_applicable", message("line-not-assigned", region=Text(region.name, region.english),
                                            date=context.as_of.isoformat()))


def _held_to(line: Line, parameters: Arguments, context: Context) -> tuple[Detail, ...]:
    indicator = line.indicator
    values = own(context.plan, indicator)
    right = tuple(held for held in values
                  if (held.reading.base_year, held.reading.target_year) == (line.base_year, line.target_year))
    stated = tuple(held for held in right if not held.reading.missing)
    vague = tuple(held for held in values if stated and line.base_year is not None and held.reading.base_year is None
                  and held.reading.target_year == line.target_year and held.reading.value is not None)
    if different((*stated, *vague), context.units):
        places = tuple(held.quoted for held in (*stated, *vague))
        said = message("values-conflict", places=places)
        return tuple(cannot(held, line, said) for held in stated)
    if stated:
        return tuple(_compared(held, line, context) for held in stated)
    return why_not(values, right, line, tuple(map(str, parameters["related"] or ())), context)


def _compared(held: Held, line: Line, context: Context) -> Detail:
    name, region = context.register.name(line.indicator), context.plan.region
    reading = held.reading
    if reading.doubts or reading.value is None:
        return cannot(held, line, message("value-doubtful", place=held.place, printed=reading.printed or "—",
                                           why=doubt(reading)))
    value = in_unit(reading.value, line.unit, context.units)
    if value is None:
        return cannot(held, line, message("value-other-unit", place=held.place, printed=reading.printed,
                                           unit=reading.value.unit or "?", line_unit=line.unit))
    steps = conversion(reading.value, value)
    less = line.sense in ("at_most", "before")
    end = value.high if less else value.low
    if end is None:
        other = value.low if less else value.high
        fails = other is not None and (other > line.low if less else other < line.low)
        said = message("value-open-end", indicator=name, place=held.place, printed=reading.printed,
                       line=_line(line, region))
        return Detail("fail" if fails else "cannot_tell", said, held.position, value, line, None, held.evidence,
                      line.settled, steps=steps)
    margin = round(line.low - end if less else end - line.low, 6)
    if margin == 0 and value.bound == "about":
        return cannot(held, line, message("value-about-on-line", place=held.place, printed=reading.printed,
                                           line=_line(line, region)))
    strict = line.sense in ("more_than", "before") and value.bound not in ("more_than", "less_than")
    met = margin > 0 or (margin == 0 and not strict)
    merit = met and line.high is not None and not less and end >= line.high
    code = ("meets-line" if met else "below-line") + ("-range" if value.bound == "range" else "")
    said = message(code, indicator=name, years=span(line.base_year, line.target_year),
                   printed=steps[0] if steps else _with_unit(reading.printed, line.unit), value=number(end),
                   line=_line(line, region), gap=_gap(margin, line.unit), remark=_remark(value.stretch))
    return Detail("pass" if met else "fail", said, held.position, value, line, margin, held.evidence, line.settled,
                  MERIT if merit else None, steps)


def _line(line: Line, region: Region | None) -> Message:
    value = number(line.low) if line.high is None else f"{number(line.low)}–{number(line.high)}"
    return message(f"line-{line.status}", region=line.whose(region), value=value, unit=line.unit,
                   document=line.document)


def _with_unit(printed: str, unit: str) -> Message | str:
    """What is printed, with the unit of its column where the cell itself has none."""
    return message("gap-unit", value=printed, unit=unit) if printed[-1:].isdigit() else printed


def _remark(stretch: float | None) -> Message | str:
    return message("stretch-ignored", stretch=number(stretch)) if stretch is not None else ""


def _gap(margin: float, unit: str) -> Message:
    """How far from the line, without a sign; the message says which side."""
    if margin == 0:
        return message("gap-none")
    return message("gap-points" if unit == "%" else "gap-unit", value=number(abs(margin)), unit=unit)


KIND = Kind(
    "target-against-line", Text("目标与指标线比较", "Target against a line"),
    (
        Parameter("indicator", "indicator", Text("比较哪个指标", "which indicator")),
        Parameter("base_year", "year", Text("线的基准年，份额类指标没有", "the line's base year; none for a share"),
                  required=False),
        Parameter("target_year", "year", Text("线的目标年", "the line's target year")),
        Parameter("line", "choice", Text("全国指标线还是下达指标", "the nation's line or the assigned one"),
                  choices=("nation", "assigned")),
        Parameter("related", "indicators", Text("不能代替它、但说明它为何缺失的指标",
                                                "indicators that cannot stand for it but say why it is missing"),
                  required=False),
    ),
    judge, verify, margins=True)
