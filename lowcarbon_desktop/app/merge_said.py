"""A merge of several reviews as plain data ("lowcarbon/merge/1") and as text."""

from __future__ import annotations

from lowcarbon_desktop.app.review_merge import Merged
from lowcarbon_desktop.app.said import word
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.merge import Agreement, agreed, names, strictness
from lowcarbon_desktop.wording import say

SCHEMA = "lowcarbon/merge/1"


def merge_plain(merged: Merged, lang: str) -> dict[str, object]:
    """The object of `review merge --format json`; experts are called by name, which tells them apart."""
    rows, called = merged.rows, names(merged.voices)
    found = agreed(rows)
    return {
        "schema": SCHEMA, "lang": lang, "reviewers": list(called.values()),
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
        "remarks": [{"code": each.code, "message": say(each, lang)} for each in merged.remarks]}


def merge_text(merged: Merged, lang: str) -> str:
    """A merge to read: who, how far they agree, then what they see differently, the widest spread first."""
    rows, called = merged.rows, names(merged.voices)
    lines = [message("merge-heading", name=merged.assessment.plan.name, count=len(merged.voices))]
    for id, each in merged.voices.items():
        lines.append(message("merge-expert", name=called[id], status=message(f"verdict-status-{each.status}")))
    lines.append(_agreement(agreed(rows)))
    differ = [each for each in rows if each.spread]
    lines.append(message("merge-differ", count=len(differ), of=len(rows)))
    parts = ["\n".join(say(each, lang) for each in lines)]
    for row in differ:
        criterion = merged.assessment.rubric.criterion(row.criterion)
        said = [f"[{criterion.number.of(lang)}] {criterion.title.of(lang)} ({row.criterion})"]
        for id in dict.fromkeys([*row.verdicts, *row.points]):
            outcome = word(row.verdicts[id], lang) if id in row.verdicts else "—"
            said.append(say(message("merge-voice", name=called[id], outcome=outcome,
                                    points=row.points.get(id, "—"), reason=row.reasons.get(id) or "—"), lang))
        parts.append("\n  ".join(said))
    return "\n\n".join(parts) + "\n"


def _agreement(found: Agreement) -> Message:
    if found.percent is None:
        return message("merge-no-agreement")
    return message("merge-agreement", percent=round(found.percent, 1),
                   alpha="—" if found.alpha is None else round(found.alpha, 3),
                   points="—" if found.alpha_points is None else round(found.alpha_points, 3))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
