"""Judges a plan by a bound rubric: every criterion once, its details drawn together into one finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lowcarbon_desktop.checks.bind import BoundCriterion, BoundRubric
from lowcarbon_desktop.checks.finding import Detail, Finding, worst
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.rubric.model import SEVERITIES


def judge(rubric: BoundRubric, context: Context) -> tuple[Finding, ...]:
    """One finding a criterion, in the rubric's order."""
    return tuple(finding(bound, context) for bound in rubric)


def finding(bound: BoundCriterion, context: Context) -> Finding:
    """The finding of one criterion."""
    criterion = bound.criterion
    judgement = bound.kind.judge(bound.parameters, context)
    details = tuple(_limited(detail, criterion) for detail in judgement.details)
    decisive = worst(details)
    severity = max(criterion.severity, judgement.severity or criterion.severity, key=SEVERITIES.index)
    return Finding(
        criterion=criterion.id, outcome=decisive.outcome, severity=severity,
        settled=_settled(decisive.outcome, details), message=decisive.message, details=details,
        remedy=None if decisive.outcome in ("pass", "not_applicable") else criterion.remedy)


def _limited(detail: Detail, criterion: Criterion) -> Detail:
    """The detail within what the criterion lets a machine decide.

    Of an assisted criterion only what a reviewer stated is settled, which is what has evidence cited by hand.
    """
    if criterion.executability == "judgement" and detail.outcome in ("pass", "fail"):
        return replace(detail, outcome="judgement", settled=False)
    if criterion.executability == "assisted" and not any(each.where is None for each in detail.evidence):
        return replace(detail, settled=False)
    return detail


def _settled(outcome: str, details: Iterable[Detail]) -> bool:
    """One settled failure is enough to fail; to pass, every detail that passes has to be settled."""
    deciding = [detail.settled for detail in details if detail.outcome == outcome]
    return any(deciding) if outcome == "fail" else all(deciding)
