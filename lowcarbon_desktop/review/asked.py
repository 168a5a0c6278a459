"""Did they mend what was asked: what the last round asked for, and what has become of it in this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.review.rounds import change, rests_on
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import Item
from lowcarbon_desktop.review.weighed import outdated, weighed

ANSWERS = ("worse", "no", "unsure", "look", "yes")
"""Worst first; "unsure": nobody has settled it; "look": nothing was wrong, a comment was made."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that was asked: a comment, or a failure. `stale` where the place reads otherwise now."""

    criterion: str
    severity: str
    round: int
    comment: str
    before: str
    now: str
    answer: str
    stale: bool
    reply: str


def asked(assessment: Assessment, review: Review) -> tuple[Asked, ...]:
    """All that was asked in the round before, what is not mended first, then in the rubric's order."""
    counted = weighed(assessment, review)
    found = [each for finding, machine in zip(counted.findings, assessment.findings, strict=True)
             if (each := _asked(assessment, finding, machine, review.item(finding.criterion))) is not None]
    return tuple(sorted(found, key=lambda each: ANSWERS.index(each.answer)))


def tally(found: Sequence[Asked]) -> dict[str, int]:
    """How many of each answer, those that are not there left out."""
    return {answer: count for answer in ANSWERS if (count := sum(each.answer == answer for each in found))}


def _asked(assessment: Assessment, finding: Finding, machine: Finding, item: Item) -> Asked | None:
    if not item.earlier:
        return None
    before = item.earlier[-1]
    if not before.comment and before.outcome != "fail":
        return None
    return Asked(finding.criterion, finding.severity, before.round, before.comment, before.outcome, finding.outcome,
                 _answer(finding, machine, item), before.rests_on != rests_on(assessment, machine), item.reply)


def _answer(finding: Finding, machine: Finding, item: Item) -> str:
    """A pass that nobody has settled mends nothing yet; what does not apply any more is mended by a person's word."""
    became = change(machine, item)
    if finding.outcome == "fail":
        return "worse" if became in ("worse", "new") else "no"
    spoken = item.verdict is not None and not outdated(machine, item)
    good = finding.outcome == "pass" or (finding.outcome == "not_applicable" and spoken)
    if not good or finding.open:
        return "unsure"
    return "yes" if became == "mended" else "look"
