"""A review as plain data ("lowcarbon/review/1") and as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.present import check_plain
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.said import mark as mark_said
from lowcarbon_desktop.app.said import word
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.rounds import change, stale
from lowcarbon_desktop.review.verdict import Conclusion, Item
from lowcarbon_desktop.review.weighed import missing, moves_most, outdated, weighed
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from lowcarbon_desktop.report.content import Signed

SCHEMA = "lowcarbon/review/1"
Plain = dict[str, object]
_SIGNS = {"passes": "pass", "passes_once_revised": "judgement", "fails": "fail"}
"""The outcome whose sign stands before an overall verdict."""


def review_plain(book: Book, lang: str) -> Plain:
    """The object of `review show --format json`."""
    assessment, review = book.assessment, book.review
    machine = check_plain(assessment, lang)
    counted = check_plain(weighed(assessment, review), lang)
    items = []
    for finding, said in zip(assessment.findings, machine["findings"], strict=True):  # type: ignore[call-overload]
        item = review.item(finding.criterion)
        items.append({
            "criterion": finding.criterion, "machine": said,
            "verdict": _verdict(item, outdated=outdated(finding, item)), "points": item.points,
            "points_most": assessment.rubric.criterion(finding.criterion).points, "comment": item.comment,
            "reply": item.reply, "note": review.notes.get(finding.criterion, ""), "change": change(finding, item),
            "stale": stale(assessment, finding, item), "earlier": [_earlier(each) for each in item.earlier]})
    reviewer = review.reviewer
    return {
        "schema": SCHEMA, "lang": lang, "reviewer": reviewer.name if reviewer is not None else None,
        "reviewer_id": reviewer.id if reviewer is not None else None,
        "interest": reviewer.interest if reviewer is not None else "", "round": review.round, "status": review.status,
        "part": review.part,
        "plan": machine["plan"], "rubric": machine["rubric"], "items": items,
        "conclusion": asdict(review.conclusion) if review.conclusion is not None else None,
        "instruments": machine["instruments"],
        "counts": counted["counts"], "score": counted["score"], "missing": list(missing(assessment, review)),
        "moves_most": moves_most(assessment, review)}


def review_text(book: Book, lang: str) -> str:
    """A review to read: who, how far, then every criterion with the machine's word and the person's."""
    assessment, review = book.assessment, book.review
    score = weighed(assessment, review).score
    lines = [message("verdict-heading", name=assessment.plan.name, rubric=assessment.rubric.title,
                     version=assessment.rubric.version),
             message("verdict-who", name=review.reviewer.name if review.reviewer is not None else "—",
                     round=review.round, status=message(f"verdict-status-{review.status}")),
             message("verdict-score", low=score.low, high=score.high, open=score.open)]
    tailored = assessment.rubric.tailoring
    if tailored is not None:
        lines.insert(1, message("verdict-tailored", name=tailored.name, hash=tailored.sha256))
    if review.part:
        lines.append(message("plan-in-part"))
    most = moves_most(assessment, review)
    if most is not None:
        criterion = assessment.rubric.criterion(most)
        lines.append(message("verdict-moves-most", criterion=assessment.rubric.named(most), points=criterion.points))
    lines += conclusion_said(review.conclusion)
    parts = ["\n".join(say(each, lang) for each in lines)]
    for finding in assessment.findings:
        item = review.item(finding.criterion)
        criterion = assessment.rubric.criterion(finding.criterion)
        head = f"[{criterion.number.of(lang)}] {criterion.title.of(lang)} ({criterion.id})"
        told = [message("verdict-machine", outcome=_outcome(finding.outcome, lang), reason=finding.message),
                *item_said(item, lang, outdated=outdated(finding, item), most=criterion.points)]
        became = change(finding, item)
        if became is not None:
            told.append(message("verdict-change", change=message(f"verdict-change-{became}")))
        if stale(assessment, finding, item):
            told.append(message("verdict-stale"))
        if review.notes.get(criterion.id):
            told.append(message("verdict-note", text=review.notes[criterion.id]))
        parts.append("\n  ".join([head, *(say(each, lang) for each in told)]))
    if assessment.matrix is not None and assessment.matrix.marks:
        catalogue = assessment.matrix.catalogue
        marks = (mark_said(each, catalogue, lang) for each in assessment.matrix.marks)
        parts.append("\n  ".join((word("instruments-corrected", lang), *marks)))
    return "\n\n".join(parts) + "\n"


def item_said(item: Item, lang: str, *, outdated: bool, most: float) -> list[Message]:
    """What a person said of a criterion, a line each."""
    told = []
    if item.verdict is not None:
        code = "verdict-agrees" if item.verdict.agrees else "verdict-overrules"
        told.append(message(code, outcome=_outcome(item.verdict.outcome, lang), by=item.verdict.by))
        if item.verdict.reason:
            told.append(message("verdict-reason", reason=item.verdict.reason))
        if outdated:
            told.append(message("verdict-outdated", machine=_outcome(item.verdict.machine, lang)))
    if item.points is not None:
        told.append(message("verdict-given", points=item.points, most=most))
    if item.comment:
        told.append(message("verdict-comment", text=item.comment))
    if item.reply:
        told.append(message("verdict-reply", text=item.reply))
    for each in item.earlier:
        told.append(message("verdict-earlier", round=each.round, outcome=_outcome(each.outcome, lang),
                            comment=each.comment or "—"))
    return told


def people_said(book: Book, lang: str) -> Mapping[str, tuple[str, ...]]:
    """What persons said of each criterion of which they said something, after the machine's own word."""
    found = {}
    for finding in book.assessment.findings:
        item = book.review.item(finding.criterion)
        most = book.assessment.rubric.criterion(finding.criterion).points
        told = item_said(item, lang, outdated=outdated(finding, item), most=most)
        if told:
            machine = message("verdict-machine", outcome=_outcome(finding.outcome, lang), reason=finding.message)
            found[finding.criterion] = tuple(say(each, lang) for each in (machine, *told))
    return found


def signed_said(book: Book, lang: str) -> Signed:
    """What is said where the report is signed: who, the conclusion, and the hash that stands for the sealed review."""
    from lowcarbon_desktop.report.content import Signed

    review, head = book.review, book.sealed_by()
    told = [message("verdict-who", name=review.reviewer.name if review.reviewer is not None else "—",
                    round=review.round, status=message(f"verdict-status-{review.status}"))]
    if review.reviewer is not None and review.reviewer.interest:
        told.append(message("verdict-interest", interest=review.reviewer.interest))
    concluded = conclusion_said(review.conclusion)
    told += [*concluded, message("verdict-not-yet-sealed") if head is None else message("verdict-head", head=head)]
    lines = tuple(say(each, lang) for each in told)
    if review.conclusion is None:
        return Signed(lines)
    return Signed(lines, say(concluded[0], lang), _SIGNS[review.conclusion.outcome])


def conclusion_said(conclusion: Conclusion | None) -> list[Message]:
    """The overall verdict and what must be revised, a line each."""
    if conclusion is None:
        return []
    told = [message("verdict-concluded", outcome=message(f"verdict-{conclusion.outcome}"), words=conclusion.words)]
    return [*told, message("verdict-to-revise", what=conclusion.revise)] if conclusion.revise else told


def _verdict(item: Item, *, outdated: bool) -> Plain | None:
    return None if item.verdict is None else {**asdict(item.verdict), "outdated": outdated}


def _earlier(earlier: object) -> Plain:
    return {name: each for name, each in asdict(earlier).items() if name != "rests_on"}  # type: ignore[call-overload]


def _outcome(outcome: str, lang: str) -> str:
    return word(outcome, lang)
