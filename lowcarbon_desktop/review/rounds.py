"""From one round to the next: what was asked is carried over; each criterion is new, still there, mended or worse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.review.log import digest
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import Conclusion, Earlier, Item, Reviewer
from lowcarbon_desktop.review.weighed import Weighed, outcome_of, weighed

_BAD = {"fail": 2, "rubric_error": 2, "cannot_tell": 1, "judgement": 1, "pass": 0, "not_applicable": 0}


@dataclass(frozen=True)
class Past:
    """A round as it stood: the draft as judged, what was said of it, and `head`, the hash of its last entry."""

    round: int
    reviewer: Reviewer | None
    status: str
    head: str
    assessment: Assessment
    items: Mapping[str, Item]
    conclusion: Conclusion | None = None

    @property
    def counted(self) -> Weighed:
        """What counted then: the verdicts in the place of the outcomes."""
        return weighed(self.assessment, Review(items=self.items))


def past(assessment: Assessment, review: Review, head: str) -> Past:
    """The round of a review, without what is private."""
    return Past(review.round, review.reviewer, review.status, head, assessment, review.items, review.conclusion)


def rests_on(assessment: Assessment, finding: Finding) -> tuple[str, ...]:
    """What a finding rests on, as one hash: names, years and texts, wherever they stand: rows move, and so do pages."""
    found = []
    for detail in finding.details:
        if detail.reading is not None:
            reading = assessment.plan.readings[detail.reading]
            found.append(f"{_bare(reading.name)} {reading.target_year or ''} {_bare(reading.printed)}")
        found += [_bare(each.text) for each in detail.evidence]
    return (digest("\n".join(sorted(set(found)))),) if found else ()


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
    """What became of a criterion since the round before; None also where there was none."""
    if not item.earlier:
        return None
    before = item.earlier[-1]
    return became(before.outcome, before.margin, outcome_of(finding, item), finding.worst.margin)


def became(before: str, margin: float | None, now: str, margin_now: float | None) -> str | None:
    """new, still, mended, worse, or None: nothing was or is wrong.

    What was wrong and cannot be told now is still there. A failure is worse where its margin is.
    """
    was, bad = _BAD[before], _BAD[now]
    if not bad:
        return "mended" if was else None
    if not was:
        return "new" if bad == 2 else ("worse" if now == "cannot_tell" else None)
    if bad > was or (bad == was == 2 and _further(margin, margin_now)):
        return "worse"
    return "still" if before != "judgement" or now != "judgement" else None


def stale(assessment: Assessment, finding: Finding, item: Item) -> bool:
    """Whether the comment is of an earlier round, and what it was about reads otherwise than when it was written."""
    written = None
    for each in reversed(item.earlier):
        if each.comment != item.comment:
            break
        written = each
    return bool(item.comment) and written is not None and written.rests_on != rests_on(assessment, finding)


def _earlier(assessment: Assessment, review: Review, finding: Finding, item: Item) -> Earlier:
    verdict = item.verdict
    by, reason = (verdict.by, verdict.reason) if verdict is not None else ("", "")
    return Earlier(review.round, outcome_of(finding, item), by, reason, item.comment, item.reply, finding.worst.margin,
                   rests_on(assessment, finding))


def _further(before: float | None, now: float | None) -> bool:
    return before is not None and now is not None and round(now, 6) < round(before, 6)


def _bare(text: str) -> str:
    return "".join(text.split())
