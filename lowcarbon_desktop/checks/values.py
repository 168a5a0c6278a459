"""The values of a plan that a check asks for: its own targets, what it was given, and which of them disagree."""

from __future__ import annotations

from typing import NamedTuple

from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Evidence, Fact, FactKind, Plan, Quantity, Reading
from lowcarbon_desktop.text.units import Units

_CELL = 12
_QUOTED = 60  # signs of a sentence: the whole of it stands in the evidence


class Held(NamedTuple):
    """A reading and its position in the plan."""

    position: int
    reading: Reading

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What is printed, and where."""
        return (Evidence(self.reading.printed, self.reading.where),)

    @property
    def place(self) -> Text:
        """The place as the user would look it up."""
        return self.reading.where.spot

    @property
    def quoted(self) -> Text:
        """The place and what is printed there."""
        return Text(*(f"{self.place.of(lang)} {self.reading.printed}" for lang in ("zh", "en")))


def own(plan: Plan, indicator: str, kinds: tuple[str, ...] = ("target",)) -> tuple[Held, ...]:
    """The applicant's own readings of an indicator, of these kinds, in the order of the file."""
    readings = plan.readings
    return tuple([Held(position, reading) for position in plan.by_indicator.get(indicator, ())
                  if (reading := readings[position]).region is None and reading.kind in kinds])


def stated_line(plan: Plan, indicator: str, base_year: int | None, target_year: int) -> Line | None:
    """The line that the plan itself says it was given, unsettled; None where it says none, or two."""
    found = [held for held in own(plan, indicator, ("context",))
             if held.reading.base_year == base_year and held.reading.target_year in (target_year, None)
             and held.reading.value is not None and held.reading.value.low is not None and not held.reading.doubts]
    values = {held.reading.value.low for held in found if held.reading.value is not None}
    if len(values) != 1 or plan.as_of is None:
        return None
    held = found[0]
    return Line(indicator, plan.name, base_year, target_year, float(values.pop() or 0), None, held.reading.unit or "%",
                "at_least", plan.as_of, str(held.reading.where), "stated", str(held.reading.where))


def different(values: tuple[Held, ...], units: Units) -> bool:
    """Whether readings that should say the same say different things; 1.2亿吨 and 12000万吨 are the same."""
    said = [held.reading.value for held in values if held.reading.value is not None]
    unit = next((value.unit for value in said if value.unit is not None), None)
    return len({_ends(in_unit(value, unit, units) or value) for value in said}) > 1


def in_unit(value: Quantity, unit: str | None, units: Units) -> Quantity | None:
    """The value in another unit; None where it cannot be brought to it."""
    if value.unit == unit or unit is None:
        return value if value.unit == unit else None
    factor = units.factor(value.unit, unit)
    return value.times(factor, unit) if factor is not None else None


def conversion(value: Quantity, converted: Quantity) -> tuple[str, ...]:
    """The step that brought a value to another unit, "1.2亿吨 = 12000万吨"; nothing where none was needed."""
    return (f"{value} = {converted}",) if value.unit != converted.unit else ()


def doubt(reading: Reading) -> Message:
    """Why a reading is not sure, in one message."""
    return message("doubts", doubts=reading.doubts)


def fact_said(fact: Fact, kind: FactKind, value: object = "") -> Message:
    """What is known of a fact, with the sentence that the machine found."""
    code = {("absent", True): "fact-denied", ("unknown", True): "fact-mentioned"}.get(
        (fact.state, bool(fact.evidence)), f"fact-{fact.state.replace('_', '-')}")
    return message(code, fact=kind.name, value=value, source=fact_source(fact), hint=kind.hint)


def fact_source(fact: Fact) -> Message | str:
    """The sentence that the machine found, two where they conflict or where the first is a mere cell; else ""."""
    found = [each.text for each in fact.evidence if fact.by == "machine"]  # what a reviewer cites is no sentence
    several = fact.state == "conflict" or (bool(found) and len(found[0]) < _CELL)
    shown = tuple(map(_quoted, found[:2 if several else 1]))
    return message("fact-source", sentences=shown) if shown else ""


def _quoted(text: str) -> Message:
    text = " ".join(text.split())
    return message("fact-sentence", text=text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……")


def span(base_year: int | None, target_year: int | None) -> str:
    """The years of a value in short: "2010→2015", or "2015" for a level."""
    return f"{base_year}→{target_year}" if base_year is not None else str(target_year)


def decimals(reading: Reading) -> int:
    """How many decimals a value was printed with, for the rounding that it carries."""
    digits = reading.printed.strip().rstrip("%％ ")
    return len(digits.partition(".")[2]) if "." in digits else 0


def _ends(value: Quantity) -> tuple[float | None, float | None, str]:
    low, high = (float(f"{end:.6g}") if end is not None else None for end in (value.low, value.high))
    return low, high, value.bound
