"""What stands in a plan instead of the value that a line asks for, and what would be needed; it never passes."""

from __future__ import annotations

from lowcarbon_desktop.analysis.chain import cut_needed, derive
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.checks.values import Held, doubt, in_unit, own, span
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Quantity, number


def why_not(values: tuple[Held, ...], right: tuple[Held, ...], line: Line, related: tuple[str, ...],
            context: Context) -> tuple[Detail, ...]:
    """What stands there instead of a value for the line's years, and what would be needed."""
    name = context.register.name(line.indicator)
    needed = message("needed", indicator=name, years=span(line.base_year, line.target_year))
    if right:
        return tuple(cannot(held, line, message("value-not-stated", place=held.place, printed=held.reading.printed,
                                                 needed=needed)) for held in right)
    near = tuple(held for held in values if held.reading.value is not None
                 and held.reading.target_year == line.target_year)
    if near:
        return tuple(_other_base(held, line, needed, context) for held in near)
    dateless = tuple(held for held in values if held.reading.target_year is None and held.reading.value is not None)
    if dateless:
        return tuple(cannot(held, line, message("value-without-year", place=held.place,
                                                 printed=held.reading.printed, needed=needed)) for held in dateless)
    there = tuple(held for held in own(context.plan, line.indicator, ("target", "actual"))
                  if held.reading.target_year == line.target_year and not held.reading.missing)
    if there:
        return tuple(cannot(held, line, message(
            "value-doubtful" if held.reading.doubts else "value-of-the-past", place=held.place,
            printed=held.reading.printed or "—", why=doubt(held.reading), needed=needed)) for held in there)
    for other in related:
        found = tuple(held for held in own(context.plan, other)
                      if held.reading.target_year == line.target_year and held.reading.value is not None)
        if found:
            steps = _cut_of_levels(other, line, context)
            return tuple(cannot(held, line, message(
                "value-of-other-kind", place=held.place, printed=held.reading.printed,
                other=context.register.name(other), needed=needed), steps) for held in found)
    return (Detail("cannot_tell", message("value-missing", needed=needed), line=line, settled=line.settled),)


def _other_base(held: Held, line: Line, needed: Message, context: Context) -> Detail:
    reading = held.reading
    if reading.base_year is None:
        return cannot(held, line, message("value-without-base", place=held.place, printed=reading.printed,
                                           needed=needed))
    steps: list[str] = []
    if line.base_year is not None and reading.value is not None and context.register[line.indicator].kind == "cut":
        for end in dict.fromkeys(end for end in (reading.value.low, reading.value.high) if end is not None):
            first = cut_needed(line.low, end)
            steps.append(f"{line.base_year}→{line.target_year} ≥ {number(line.low)} %, "
                         f"{reading.base_year}→{line.target_year} = {number(end)} % ⇒ "
                         f"{line.base_year}→{reading.base_year} ≥ {first:.1f} %")
        derived = derive(_cuts(context, line.indicator), line.base_year, line.target_year)
        if derived is not None:
            steps += derived.steps
    if line.base_year is None:
        return cannot(held, line, message("value-has-base", place=held.place, printed=reading.printed,
                                           base=str(reading.base_year), needed=needed))
    said = message("value-other-base", place=held.place, printed=reading.printed, base=str(reading.base_year),
                   line_base=str(line.base_year), needed=needed)
    return cannot(held, line, said, tuple(steps))


def _cut_of_levels(level: str, line: Line, context: Context) -> tuple[str, ...]:
    """The arithmetic of the cut that two levels make, 1 − 1.05 / 1.3 = 19.2 %; nothing where one is not there for sure.
    """
    levels: dict[int | None, Quantity] = {}
    for held in own(context.plan, level, ("target", "actual")):
        value = held.reading.value
        if value is not None and value.bound == "exact" and not held.reading.doubts:
            levels[held.reading.target_year] = value
    before, after = levels.get(line.base_year), levels.get(line.target_year)
    if line.base_year is None or before is None or after is None or context.register[level].kind != "level":
        return ()
    after = in_unit(after, before.unit, context.units)
    if after is None or not before.low or after.low is None:
        return ()
    cut = 100 * (1 - after.low / before.low)
    return (f"{line.base_year}→{line.target_year}: 1 − {number(after.low)} / {number(before.low)} = {cut:.1f} %",)


def _cuts(context: Context, indicator: str) -> dict[tuple[int, int], float]:
    cuts = {}
    for held in own(context.plan, indicator, ("target", "actual")):
        reading = held.reading
        if reading.value is not None and reading.value.low is not None and not reading.doubts and (
                reading.base_year is not None and reading.target_year is not None):
            cuts[reading.base_year, reading.target_year] = reading.value.low
    return cuts


def cannot(held: Held, line: Line, said: Message, steps: tuple[str, ...] = ()) -> Detail:
    """A detail that cannot tell, with the value that it is about."""
    return Detail("cannot_tell", said, held.position, held.reading.value, line, None, held.evidence, steps=steps)
