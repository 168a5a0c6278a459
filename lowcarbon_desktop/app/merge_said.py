"""A merge of several reviews as plain data ("lowcarbon/merge/1") and as text."""

from __future__ import annotations

from dataclasses import asdict

from lowcarbon_desktop.app.review_merge import Merged
from lowcarbon_desktop.app.review_said import conclusion_said
from lowcarbon_desktop.app.said import word
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.report.plain import rubric_plain
from lowcarbon_desktop.review.merge import Agreement, agreed, names, strictness
from lowcarbon_desktop.wording import say

SCHEMA = "lowcarbon/merge/1"


def merge_plain(merged: Merged, lang: str) -> dict[str, object]:
    """The object of `review merge --format json`; experts are called by name, which tells them apart."""
    rows, called = merged.rows, names(merged.voices)
    found = agreed(rows)
    return {
        "schema": SCHEMA, "lang": lang, "rubric": rubric_plain(merged.assessment.rubric),
        "reviewers": list(called.values()),
        "experts": [{"id": id, "name": each.reviewer.name, "called": called[id], "status": each.status,
                     "interest": each.reviewer.interest, "strictness": _rounded(strictness(rows, id)),
                     "conclusion": each.conclusion.outcome if each.conclusion is not None else None}
                    for id, each in merged.voices.items()],
        "items": [{
            "criterion": each.criterion, "verdicts": {called[id]: outcome for id, outcome in each.verdicts.items()},
            "points": {called[id]: points for id, points in each.points.items()},
            "reasons": {called[id]: reason for id, reason in each.reasons.items()}, "spread": each.spread,
            "percent": _rounded(each.percent)} for each in rows],
        "agreement": {"percent": _rounded(found.percent), "alpha": _rounded(found.alpha),
                      "alpha_points": _rounded(found.alpha_points)},
        "meetings": [each.reviewer.name for each in merged.meetings.values()],
        "agreed": [{"criterion": id, "outcome": each.verdict.outcome if each.verdict is not None else None,
                    "reason": each.verdict.reason if each.verdict is not None else "",
                    "by": each.verdict.by if each.verdict is not None else "",
                    "at": each.verdict.at if each.verdict is not None else "", "points": each.points,
                    "comment": each.comment} for id, each in merged.agreed.items()],
        "conclusion": asdict(merged.conclusion) if merged.conclusion is not None else None,
        "remarks": [{"code": each.code, "message": say(each, lang)} for each in merged.remarks]}


def merge_text(merged: Merged, lang: str) -> str:
    """A merge to read: who, how far they agree, then what they see differently, the widest spread first."""
    rows, called = merged.rows, names(merged.voices)
    lines = [message("merge-heading", name=merged.assessment.plan.name, count=len(merged.voices))]
    tailored = merged.assessment.rubric.tailoring
    if tailored is not None:
        lines.append(message("verdict-tailored", name=tailored.name, hash=tailored.sha256))
    for id, each in merged.voices.items():
        lines.append(message("merge-expert", name=called[id], status=message(f"verdict-status-{each.status}"),
                             strict=strictness_said(strictness(rows, id))))
    lines += [agreement_said(agreed(rows)), alpha_said(agreed(rows))]
    differ = [each for each in rows if each.spread]
    lines.append(message("merge-differ", count=len(differ), of=len(rows)))
    if merged.conclusion is not None:
        lines += conclusion_said(merged.conclusion)
    parts = ["\n".join(say(each, lang) for each in lines)]
    for row in differ:
        said = [_headed(merged, row.criterion, lang)]
        for id in dict.fromkeys([*row.verdicts, *row.points]):
            outcome = word(row.verdicts[id], lang) if id in row.verdicts else "—"
            said.append(say(message("merge-voice", name=called[id], outcome=outcome,
                                    points=row.points.get(id, "—"), reason=row.reasons.get(id) or "—"), lang))
        parts.append("\n  ".join([*said, *(say(each, lang) for each in agreed_said(merged, row.criterion, lang))]))
    others = [id for id in merged.agreed if id not in {each.criterion for each in differ}]
    if others:
        parts.append("\n".join([say(message("merge-also-agreed"), lang), *(
            "\n  ".join([_headed(merged, id, lang), *(say(each, lang) for each in agreed_said(merged, id, lang))])
            for id in others)]))
    return "\n\n".join(parts) + "\n"


def agreed_said(merged: Merged, criterion: str, lang: str) -> list[Message]:
    """What a meeting agreed on for a criterion, a line each; nothing where it did not."""
    item = merged.agreed.get(criterion)
    if item is None:
        return []
    told = []
    if item.verdict is not None:
        told.append(message("merge-agreed", outcome=word(item.verdict.outcome, lang), by=item.verdict.by,
                            at=local(item.verdict.at), reason=item.verdict.reason or "—"))
    if item.points is not None:
        told.append(message("merge-agreed-points", points=item.points))
    return [*told, message("verdict-comment", text=item.comment)] if item.comment else told


def local(moment: str) -> str:
    """A moment in UTC as it is read: "2012-06-30T08:00:00Z" is "2012-06-30 08:00 UTC"."""
    return f"{moment[:10]} {moment[11:16]} UTC" if moment.endswith("Z") else moment


def alpha_said(found: Agreement) -> Message:
    """How to read alpha, in one sentence; after Krippendorff, who asks for 0.8, and 0.667 for tentative conclusions."""
    value = found.alpha
    if value is None:
        return message("merge-alpha-none")
    return message("merge-alpha-high" if value >= 0.8 else "merge-alpha-some" if value >= 0.667 else "merge-alpha-low")


def strictness_said(value: float | None) -> Message:
    """How much more often than the others an expert fails an item, in points of a hundred."""
    if value is None:
        return message("merge-strict-none")
    if round(value, 6) == 0:
        return message("merge-strict-same")
    return message("merge-strict-more" if value > 0 else "merge-strict-less", percent=round(abs(value) * 100, 1))


def _headed(merged: Merged, id: str, lang: str) -> str:
    criterion = merged.assessment.rubric.criterion(id)
    return f"[{criterion.number.of(lang)}] {criterion.title.of(lang)} ({id})"


def agreement_said(found: Agreement) -> Message:
    """How far they agree: percent, alpha of outcomes and of points."""
    if found.percent is None:
        return message("merge-no-agreement")
    return message("merge-agreement", percent=round(found.percent, 1),
                   alpha="—" if found.alpha is None else round(found.alpha, 3),
                   points="—" if found.alpha_points is None else round(found.alpha_points, 3))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
