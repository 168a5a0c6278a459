"""What counts once a person has spoken: the outcome of each criterion, the score, what is open, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import Item


@dataclass(frozen=True)
class Weighed(Assessment):
    """An assessment with the verdicts in the place of the outcomes, and the points that a person gave, by criterion."""

    points: Mapping[str, float] = field(default_factory=dict)
    over: frozenset[str] = frozenset()

    def overruled(self, criterion: str) -> bool:
        """Whether a person judged otherwise than the machine had."""
        return criterion in self.over

    def won(self, finding: Finding, points: float) -> float:
        """Points that a person gave stand; else a pass has all of them."""
        given = self.points.get(finding.criterion)
        return super().won(finding, points) if given is None else min(given, points)


def outdated(finding: Finding, item: Item) -> bool:
    """Whether the verdict was given when the machine had found something else than it does now."""
    return item.verdict is not None and item.verdict.machine != finding.outcome


def outcome_of(finding: Finding, item: Item) -> str:
    """The outcome that counts: the person's where there is one."""
    return item.verdict.outcome if item.verdict is not None else finding.outcome


def weighed(assessment: Assessment, review: Review) -> Weighed:
    """The assessment with the verdicts in the place of the outcomes, for counting. The findings themselves stay.

    A verdict on what the machine no longer finds does not settle anything: such an item is open.
    """
    findings = tuple(_weighed(each, review.item(each.criterion)) for each in assessment.findings)
    points = {id: each.points for id, each in review.items.items() if each.points is not None}
    over = frozenset(id for id, each in review.items.items() if each.verdict is not None and each.verdict.overrules)
    return Weighed(assessment.plan, assessment.rubric, findings, assessment.entered, assessment.matrix, points, over)


def _weighed(finding: Finding, item: Item) -> Finding:
    if item.verdict is None:
        return finding
    if outdated(finding, item):
        return finding._replace(outcome="cannot_tell", settled=False)
    return finding._replace(outcome=item.verdict.outcome, settled=True)


def missing(assessment: Assessment, review: Review) -> tuple[str, ...]:
    """The criteria on which a person still has to speak, in the rubric's order."""
    return tuple(each.criterion for each in weighed(assessment, review).findings if each.open
                 and not _left_open(review.item(each.criterion), assessment.finding(each.criterion)))


def moves_most(assessment: Assessment, review: Review) -> str | None:
    """The open criterion with the most points, the first of several; None where nothing is open."""
    points = {each.id: each.points for each in assessment.rubric}
    still: Iterable[str] = [each.criterion for each in weighed(assessment, review).findings if each.open]
    return max(still, key=lambda id: points[id], default=None)


def _left_open(item: Item, finding: Finding) -> bool:
    """A person looked at it and says that it cannot be told."""
    return item.verdict is not None and not outdated(finding, item)
