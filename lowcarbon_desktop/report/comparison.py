"""What the chart of targets against their lines shows, decided before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from lowcarbon_desktop.checks import Assessment, Detail
from lowcarbon_desktop.lines import NATION, Line
from lowcarbon_desktop.plan import Region, Register
from lowcarbon_desktop.report import words


@dataclass(frozen=True, slots=True)
class Mark:
    """One line as a mark: its number, whether it is the nation's, and its name with the margin in words."""

    value: float
    nation: bool
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One target and its lines; an end that is open is None.

    Where it cannot be told both ends are None and `untold` says so.
    """

    label: str
    unit: str
    low: float | None
    high: float | None
    value: str
    untold: str
    marks: tuple[Mark, ...]


def comparison(assessment: Assessment, register: Register, lang: str) -> tuple[Bar, ...]:
    """One bar for every indicator and pair of years that was held to a line, in the rubric's order."""
    held: dict[tuple[str, int | None, int], list[Detail]] = {}
    for finding in assessment.findings:
        for detail in finding.details:
            if detail.line is not None and detail.line.sense not in ("info", "before"):
                key = (detail.line.indicator, detail.line.base_year, detail.line.target_year)
                held.setdefault(key, []).append(detail)
    return tuple(_bar(register, details, assessment.plan.region, lang) for details in held.values())


def _bar(register: Register, details: list[Detail], region: Region | None, lang: str) -> Bar:
    line = details[0].line
    name = register.name(line.indicator).of(lang)
    label = words.word("bar-label", lang, name=name, years=words.years(line.base_year, line.target_year, lang))
    told = next((detail for detail in details if detail.margin is not None and detail.value is not None), None)
    quantity = told.value if told is not None else None
    low, high = (quantity.low, quantity.high) if quantity is not None else (None, None)
    return Bar(
        label=label, unit=words.unit(line.unit, lang).strip(), low=low, high=high,
        value=words.value(quantity, lang), untold="" if told is not None else words.word("cannot_tell", lang),
        marks=tuple(_marks(details, region, lang)))


def _marks(details: list[Detail], region: Region | None, lang: str) -> list[Mark]:
    """The lines, each once, with the margin of the detail that could tell one."""
    by_line: dict[Line, float | None] = {}
    for detail in details:
        if by_line.get(detail.line) is None:
            by_line[detail.line] = detail.margin
    return [Mark(line.low, line.region == NATION, words.word(
        "chart-mark", lang, name=words.region(line, lang, region), line=words.line_value(line, lang),
        margin=words.margin(margin, line.unit, lang) or words.word("cannot_tell", lang)))
        for line, margin in by_line.items()]
