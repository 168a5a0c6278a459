"""From one round to the next: what was asked is carried over; each criterion is new, still there, mended or worse."""

from __future__ import annotations

from dataclasses import replace

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import Earlier, Item
from lowcarbon_desktop.review.weighed import outcome_of

_BAD = {"fail": 2, "rubric_error": 2, "cannot_tell": 1, "judgement": 1, "pass": 0, "not_applicable": 0}


def rests_on(assessment: Assessment, finding: Finding) -> tuple[str, ...]:
    """The names, years and texts that a finding rests on, wherever they stand: rows move, and so do pages."""
    found = []
    for detail in finding.details:
        if detail.reading is not None:
            reading = assessment.plan.readings[detail.reading]
            found.append(f"{_bare(reading.name)} {reading.target_year or ''} {_bare(reading.printed)}")
        found += [_bare(each.text) for each in detail.evidence]
    return tuple(sorted(dict.fromkeys(each[:2000] for each in found)))


def next_round(assessment: Assessment, review: Review) -> Review:
    """The review with which the next round begins: comments, private notes and corrections, no verdict and no fact.

    Facts that the reviewer stated rest on the earlier draft; corrections, nods and marks know by themselves what they
    rest on.
    """
    items = {}
    for finding in assessment.findings:
        said = review.item(finding.criterion)
        before = (*said.earlier, _earlier(assessment, review, finding, said))
        items[finding.criterion] = Item(comment=said.comment, earlier=before)
    return replace(review, facts={}, round=review.round + 1, status="in_work", items=items, conclusion=None)


def change(finding: Finding, item: Item) -> str | None:
    """What became of a criterion since the round before: new, still, mended, worse, or None: nothing was or is wrong.

    What was wrong and cannot be told now is still there. A failure is worse where its margin is.
    """
    if not item.earlier:
        return None
    before, now = item.earlier[-1], outcome_of(finding, item)
    was, bad = _BAD[before.outcome], _BAD[now]
    if not bad:
        return "mended" if was else None
    if not was:
        return "new" if bad == 2 else ("worse" if now == "cannot_tell" else None)
    if bad > was or (bad == was == 2 and _further(before.margin, finding.worst.margin)):
        return "worse"
    return "still" if before.outcome != "judgement" or now != "judgement" else None


def stale(assessment: Assessment, finding: Finding, item: Item) -> bool:
    """Whether the comment is of an earlier round, and what it was about reads otherwise now."""
    if not item.earlier or not item.comment or item.comment != item.earlier[-1].comment:
        return False
    return item.earlier[-1].rests_on != rests_on(assessment, finding)


def _earlier(assessment: Assessment, review: Review, finding: Finding, item: Item) -> Earlier:
    verdict = item.verdict
    by, reason = (verdict.by, verdict.reason) if verdict is not None else ("", "")
    return Earlier(review.round, outcome_of(finding, item), by, reason, item.comment, item.reply, finding.worst.margin,
                   rests_on(assessment, finding))


def _further(before: float | None, now: float | None) -> bool:
    return before is not None and now is not None and round(now, 6) < round(before, 6)


def _bare(text: str) -> str:
    return "".join(text.split())
