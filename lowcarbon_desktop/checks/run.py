"""Judges a plan by a bound rubric: every criterion once, its details drawn together into one finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lowcarbon_desktop.checks.bind import BoundCriterion, BoundRubric
from lowcarbon_desktop.checks.finding import Detail, Finding, worst
from lowcarbon_desktop.checks.kind import Context, Judgement
from lowcarbon_desktop.lines import Line, LineBook
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.rubric.model import EVERYWHERE, SEVERITIES, Grade


def judge(rubric: BoundRubric, context: Context) -> tuple[Finding, ...]:
    """One finding a criterion, in the rubric's order."""
    return tuple(finding(bound, context) for bound in rubric)


def finding(bound: BoundCriterion, context: Context) -> Finding:
    """The finding of one criterion."""
    criterion = bound.criterion
    judgement = _judged(bound, context)
    details = tuple([_graded(_limited(detail, criterion), criterion.grades) for detail in judgement.details])
    decisive = worst(details)
    severity = criterion.severity
    if judgement.severity is not None:
        severity = max(severity, judgement.severity, key=SEVERITIES.index)
    return Finding(
        criterion=criterion.id, outcome=decisive.outcome, severity=severity,
        settled=_settled(decisive.outcome, details), message=decisive.message, details=details,
        remedy=None if decisive.outcome in ("pass", "not_applicable") else criterion.remedy)


def _judged(bound: BoundCriterion, context: Context) -> Judgement:
    """What the kind says, where the criterion applies at all."""
    if bound.criterion.applies != EVERYWHERE:
        from lowcarbon_desktop.checks.scope import out_of_scope

        elsewhere = out_of_scope(bound.criterion.applies, context)
        if elsewhere is not None:
            return Judgement((elsewhere,))
    if bound.line is not None:
        context = replace(context, lines=_instead(bound.line, context.lines))
    return bound.kind.judge(bound.parameters, context)


def _instead(line: Line, book: LineBook) -> LineBook:
    """The lines with one in the place of all for the same indicator, region and years, earlier or later ones too."""
    def same(other: Line) -> bool:
        return (other.indicator, other.region, other.base_year, other.target_year) == (
            line.indicator, line.region, line.base_year, line.target_year)

    return LineBook((line, *(other for other in book.lines if not same(other))))


def _graded(detail: Detail, grades: tuple[Grade, ...]) -> Detail:
    """A pass with the first grade that it reaches; the kind itself says whether the mark of ambition is."""
    if detail.outcome != "pass" or detail.margin is None or not grades:
        return detail
    reached = (grade.title for grade in grades
               if (detail.grade is not None if grade.at is None else detail.margin >= grade.at))
    return detail._replace(grade=next(reached, None))


def _limited(detail: Detail, criterion: Criterion) -> Detail:
    """The detail within what the criterion lets a machine decide.

    Of an assisted criterion only what a reviewer stated is settled, which is what has evidence cited by hand.
    """
    if criterion.executability == "judgement" and detail.outcome in ("pass", "fail"):
        return detail._replace(outcome="judgement", settled=False)
    if criterion.executability == "assisted" and not any(each.where is None for each in detail.evidence):
        return detail._replace(settled=False)
    return detail


def _settled(outcome: str, details: Iterable[Detail]) -> bool:
    """One settled failure is enough to fail; to pass, every detail that passes has to be settled."""
    deciding = [detail.settled for detail in details if detail.outcome == outcome]
    return any(deciding) if outcome == "fail" else all(deciding)
