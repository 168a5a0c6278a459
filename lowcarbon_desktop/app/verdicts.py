"""What a person can say of a criterion or of the whole, and how a review is sealed: each a change, or refused."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.errors import Message, Text, UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.verdict import CONCLUSIONS, OUTCOMES, Conclusion, Item, Verdict
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.store.history import now
from lowcarbon_desktop.store.schema import SAID
from lowcarbon_desktop.wording.meant import meant

NONE = "none"
"""In the place of an outcome: the verdict is taken back."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one criterion in one change; None where nothing is said of it. `at` is the moment in UTC."""

    at: str
    outcome: str | None = None
    reason: str = ""
    points: float | None = None
    comment: str | None = None
    reply: str | None = None


def moment() -> str:
    """The present moment as a verdict keeps it."""
    return now()


def say(review: Review, assessment: Assessment, criterion: str, said: Said) -> Change:
    """Say something of a criterion. An outcome other than the machine's needs a reason. Raises UsageError."""
    finding = _finding(assessment, criterion)
    for text in (said.reason, said.comment or "", said.reply or ""):
        if len(text) > SAID:
            raise UsageError(message("verdict-too-long", most=SAID))
    item = before = review.item(criterion)
    if said.outcome is not None:
        item = replace(item, verdict=_verdict(review, finding, said, assessment.rubric.named(criterion)))
    elif said.reason:
        raise UsageError(message("verdict-reason-alone"))
    if said.points is not None:
        item = replace(item, points=_points(assessment, criterion, said.points))
    if said.comment is not None:
        item = replace(item, comment=clean(said.comment).strip())
    if said.reply is not None:
        item = replace(item, reply=clean(said.reply).strip())
    return review.with_item(criterion, item), _what(before, item, assessment.rubric.criterion(criterion))


def _what(before: Item, item: Item, criterion: Criterion) -> Message:
    """The words for a change: of its one part where it has one, of the verdict before all else."""
    said = item.verdict
    if said is not None and said != before.verdict:
        code = "change-agreed" if said.agrees else "change-overruled"
        return message(code, criterion=criterion.title, id=criterion.id, outcome=message(f"report-{said.outcome}"))
    parts = [part for part in ("verdict", "points", "comment", "reply") if getattr(before, part) != getattr(item, part)]
    if len(parts) == 1:
        return message(f"change-{parts[0]}", criterion=criterion.title, id=criterion.id)
    return message("change-item", criterion=criterion.title, id=criterion.id)


def conclude(review: Review, outcome: str, words: str, revise: str, at: str) -> Change:
    """Say what comes out of the whole, in one's own words. Raises UsageError."""
    change = draft_conclusion(review, outcome, words.strip(), revise.strip(), at)
    lacking = unconcluded(change[0])
    if lacking is not None:
        raise UsageError(lacking)
    return change


def draft_conclusion(review: Review, outcome: str, words: str, revise: str, at: str) -> Change:
    """A conclusion that is still being written: what it lacks is told before it is sealed. Raises UsageError."""
    if outcome not in CONCLUSIONS:
        raise UsageError(message("verdict-conclusion", given=outcome, known=CONCLUSIONS,
                                 meant=meant(outcome, CONCLUSIONS)))
    if max(len(words), len(revise)) > SAID:
        raise UsageError(message("verdict-too-long", most=SAID))
    conclusion = Conclusion(outcome, clean(words), clean(revise), _name(review), at)
    return replace(review, conclusion=conclusion), message("change-conclusion")


def unconcluded(review: Review) -> Message | None:
    """What the conclusion still lacks; None where it is whole."""
    conclusion = review.conclusion
    if conclusion is None:
        return message("verdict-missing-conclusion")
    if not conclusion.words.strip():
        return message("verdict-words")
    if conclusion.outcome == "passes_once_revised" and not conclusion.revise.strip():
        return message("verdict-revise")
    return None


def seal(review: Review) -> Change:
    """Close the review: from now on nothing of it is changed but by opening it again."""
    refuse_sealed(review)
    if review.reviewer is None:
        raise UsageError(message("verdict-nobody"))
    return replace(review, status="sealed"), message("change-sealed")


def give_back(review: Review) -> Change:
    """Return a sealed review to the applicant."""
    if review.status == "in_work":
        raise UsageError(message("verdict-not-sealed"))
    return replace(review, status="returned"), message("change-returned")


def reopen(review: Review) -> Change:
    """Open a sealed review again; the history keeps that it was sealed."""
    return replace(review, status="in_work"), message("change-reopened")


def refuse_sealed(review: Review) -> None:
    """Raises UsageError where the review is closed."""
    if review.status != "in_work":
        raise UsageError(message("verdict-sealed"))


def _finding(assessment: Assessment, criterion: str) -> Finding:
    try:
        return assessment.finding(criterion)
    except KeyError:
        known = [each.criterion for each in assessment.findings]
        raise UsageError(message("verdict-no-criterion", criterion=criterion, meant=meant(criterion, known))) from None


def refuse_unknown(assessment: Assessment, criterion: str) -> None:
    """Raises UsageError where the rubric has no such criterion."""
    _finding(assessment, criterion)


def _verdict(review: Review, finding: Finding, said: Said, named: Text | str) -> Verdict | None:
    if said.outcome == NONE:
        return None
    reason = clean(said.reason).strip()
    if said.outcome not in OUTCOMES:
        raise UsageError(message("verdict-outcome", given=said.outcome, known=(*OUTCOMES, NONE),
                                 meant=meant(said.outcome or "", OUTCOMES)))
    if said.outcome != finding.outcome and not reason:
        raise UsageError(message("verdict-needs-reason", criterion=named,
                                 outcome=message(f"report-{said.outcome}"),
                                 machine=message(f"report-{finding.outcome}")))
    return Verdict(said.outcome, reason, _name(review), said.at, finding.outcome)


def _points(assessment: Assessment, criterion: str, points: float) -> float:
    most = assessment.rubric.criterion(criterion).points
    if not most:
        raise UsageError(message("verdict-no-scale", criterion=assessment.rubric.named(criterion)))
    if not math.isfinite(points) or not 0 <= points <= most:
        raise UsageError(message("verdict-points", criterion=assessment.rubric.named(criterion), most=most,
                                 given=str(points)))
    return points


def _name(review: Review) -> str:
    return review.reviewer.name if review.reviewer is not None else ""
