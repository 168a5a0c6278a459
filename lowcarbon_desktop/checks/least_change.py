"""The least that has to change for what failed to pass: one entry a value, a fact or a criterion, to be ticked off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lowcarbon_desktop.checks.finding import Detail, Finding
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.rubric.model import SEVERITIES

_BELOW = ("below-line", "below-line-range", "value-open-end")
_FACTS = {"fact-absent": "state", "fact-denied": "finish", "fact-in-preparation": "finish", "fact-weaker": "qualify",
          "fact-does-not-qualify": "qualify"}
_SAID = {"indicator-absent": "add", "sector-without-target": "sector", "peak-not-implied": "peak",
         "ratio-differs": "ratio", "instruments-bare": "field", "type-behind": "type"}
"""The wording of a change, "least-...", by the code of the detail that fails; its arguments say the rest."""


class Change(NamedTuple):
    """One thing to change. It mends `criteria`; `severity` is that of the gravest of them.

    `settled` is False where only failures that a person has still to confirm ask for it.
    """

    action: Message
    criteria: tuple[str, ...]
    severity: str
    settled: bool
    reading: int | None = None
    line: Line | None = None


def least_change(findings: Iterable[Finding]) -> tuple[Change, ...]:
    """The whole list, musts first. A value below two lines has to reach the stricter one, which is said once."""
    found: dict[tuple[object, ...], Change] = {}
    for finding in findings:
        if finding.outcome == "fail":
            for key, change in _of(finding):
                found[key] = _both(found[key], change) if key in found else change
    return tuple(sorted(found.values(), key=lambda change: SEVERITIES.index(change.severity)))


def _of(finding: Finding) -> Iterator[tuple[tuple[object, ...], Change]]:
    failing = [detail for detail in finding.details if detail.outcome == "fail"]
    if not failing:  # a person's word, of which the program's details know nothing
        yield _whole(finding), Change(_remedy(finding), (finding.criterion,), finding.severity, not finding.open)
    for detail in failing:
        settled = detail.settled and not finding.open
        key, action = _action(detail, finding)
        yield key, Change(action, (finding.criterion,), finding.severity, settled, detail.reading, detail.line)


def _action(detail: Detail, finding: Finding) -> tuple[tuple[object, ...], Message]:
    code, args = detail.message.code, detail.message.args
    line = detail.line
    if code in _BELOW and line is not None:
        return ("line", line.indicator, line.base_year, line.target_year), _reach(line, args)
    if code in _FACTS:
        change = _FACTS[code]
        return ("fact", args["fact"]), message(f"least-{change}", fact=args["fact"], wanted=args.get("wanted", ""))
    if code in _SAID:
        return (code, *map(str, args.values())), Message(f"least-{_SAID[code]}", args)
    return _whole(finding), _remedy(finding)


def _whole(finding: Finding) -> tuple[object, ...]:
    return "criterion", finding.criterion


def _remedy(finding: Finding) -> Message:
    """The criterion's own remedy; a pass that a person failed has none but what that person asks for."""
    return message("least-asked") if finding.remedy is None else message("least-remedy", text=finding.remedy)


def _reach(line: Line, args: Mapping[str, object]) -> Message:
    """Equal to the line passes, but for one that has to be passed."""
    code = {"at_least": "raise", "more_than": "raise-above", "at_most": "lower", "before": "lower-below"}[line.sense]
    years = f"{line.base_year}→{line.target_year}" if line.base_year is not None else str(line.target_year)
    return message(f"least-{code}", indicator=args["indicator"], years=years, printed=args["printed"],
                   value=message("gap-unit", value=number(line.low), unit=line.unit))


def _both(one: Change, other: Change) -> Change:
    """What mends both: the stricter line, the graver severity, settled where one of them is."""
    stricter = one
    if one.line is not None and other.line is not None and _stricter(other.line, one.line):
        stricter = other
    return stricter._replace(
        criteria=tuple(dict.fromkeys((*one.criteria, *other.criteria))),
        severity=min(one.severity, other.severity, key=SEVERITIES.index), settled=one.settled or other.settled)


def _stricter(one: Line, other: Line) -> bool:
    if one.low != other.low:
        return one.low < other.low if one.sense in ("at_most", "before") else one.low > other.low
    return one.sense in ("more_than", "before") and other.sense not in ("more_than", "before")
