"""Rounds side by side and what was asked, as plain data ("lowcarbon/rounds/1") and as text."""

from __future__ import annotations

from lowcarbon_desktop.app.rounds import Since, evidence
from lowcarbon_desktop.app.said import place, word
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.asked import Asked, tally
from lowcarbon_desktop.review.side_by_side import Box, Column, SideBySide
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.wording import say

SCHEMA = "lowcarbon/rounds/1"
Plain = dict[str, object]


def rounds_plain(rounds: SideBySide, now: Since | None, lang: str) -> Plain:
    """The object of `review rounds --format json`: `asked` of the newest round alone."""
    return {
        "schema": SCHEMA, "lang": lang, "rounds": [_column(each) for each in rounds.columns],
        "items": [{"criterion": id, "rounds": [_box(each) for each in boxes]} for id, boxes in rounds.rows],
        "asked": [{"criterion": each.criterion, "severity": each.severity, "round": each.round,
                   "comment": each.comment, "before": each.before, "now": each.now, "answer": each.answer,
                   "stale": each.stale, "reply": each.reply, "evidence": seen(now, each, lang)}
                  for each in (now.asked if now is not None else ())]}


def rounds_text(rounds: SideBySide, now: Since | None, lang: str) -> str:
    """The rounds to read: each with its draft, then what was asked, then every criterion on which anything is said."""
    parts = ["\n".join(say(each, lang) for column in rounds.columns for each in column_said(column))]
    if now is not None and now.asked:
        lines = [say(tally_said(now), lang)]
        for each in now.asked:
            lines += ["", headed(criterion_of(rounds, each.criterion), lang),
                      *(f"  {say(line, lang)}" for line in asked_said(now, each, lang))]
        parts.append("\n".join(lines))
    for id, boxes in rounds.rows:
        if telling(boxes):
            lines = [f"  {say(message('rounds-row', round=heading(rounds, column), said=box_said(box, lang)), lang)}"
                     for column, box in zip(rounds.columns, boxes, strict=True)]
            parts.append("\n".join([headed(criterion_of(rounds, id), lang), *lines]))
    return "\n\n".join(parts) + "\n"


def column_said(column: Column) -> list[Message]:
    """A round in a few lines: who, on which draft, and what came out of it."""
    past = column.past
    if past is None:
        return [message("rounds-recalled", round=column.round)]
    plan, score = past.assessment.plan, past.counted.score
    told = [message("rounds-column", round=column.round, name=past.reviewer.name if past.reviewer is not None else "—",
                    status=message(f"verdict-status-{past.status}"), files=tuple(each.name for each in plan.files),
                    hash=plan.files[0].sha256[:12] if plan.files else "", date=str(plan.as_of or "—")),
            message("verdict-score", low=score.low, high=score.high, open=score.open)]
    if past.conclusion is not None:
        told.append(message("verdict-concluded", outcome=message(f"verdict-{past.conclusion.outcome}"),
                            words=past.conclusion.words))
        if past.conclusion.revise:
            told.append(message("verdict-to-revise", what=past.conclusion.revise))
    return told


def heading(rounds: SideBySide, column: Column) -> Message:
    """What a round is called: with the reviewer's name where several have the same."""
    alone = [each.round for each in rounds.columns].count(column.round) == 1
    if alone or column.past is None or column.past.reviewer is None:
        return message("rounds-heading", round=column.round)
    return message("rounds-heading-of", round=column.round, name=column.past.reviewer.name)


def box_said(box: Box | None, lang: str) -> str:
    """A criterion in one round on one line: outcome, by whom, points, comment; "—" where it was not there."""
    if box is None:
        return "—"
    told = [outcome_said(box, lang)]
    if box.reason:
        told.append(say(message("verdict-reason", reason=box.reason), lang))
    if box.comment:
        told.append(say(message("rounds-comment", text=box.comment), lang))
    if box.reply:
        told.append(say(message("verdict-reply", text=box.reply), lang))
    return ("；" if lang == "zh" else "; ").join(told)


def outcome_said(box: Box, lang: str) -> str:
    """The outcome, marked where nobody has settled it, by whom, and the points: "不通过（张三），2 分"."""
    outcome = word(box.outcome, lang)
    if box.open and box.outcome in ("pass", "fail"):
        outcome = word("provisional", lang, outcome=outcome)
    if box.by:
        outcome = say(message("rounds-by", outcome=outcome, by=box.by), lang)
    return outcome if box.points is None else say(message("rounds-points", outcome=outcome, points=box.points), lang)


def telling(boxes: tuple[Box | None, ...]) -> bool:
    """Whether a row says more than that the machine found the same throughout."""
    there = [each for each in boxes if each is not None]
    spoken = any(each.by or each.comment or each.reply or each.points is not None for each in there)
    return spoken or len(there) < len(boxes) or len({each.outcome for each in there}) > 1


def tally_said(now: Since) -> Message:
    """How much of what was asked is mended."""
    counts = tally(now.asked)
    return message("asked-tally", count=len(now.asked), **{answer: counts.get(answer, 0) for answer in (
        "yes", "no", "worse", "unsure", "look")})


def asked_said(now: Since, each: Asked, lang: str) -> list[Message]:
    """One thing that was asked, a line each: the answer, what it was and is, the comment, the reply, the place."""
    told = [message("asked-line", answer=message(f"asked-{each.answer}"), before=word(each.before, lang),
                    now=word(each.now, lang))]
    if each.comment:
        told.append(message("rounds-comment", text=each.comment))
    if each.reply:
        told.append(message("verdict-reply", text=each.reply))
    where = seen(now, each, lang)
    told.append(now.assessment.finding(each.criterion).message)
    return [*told, message("asked-evidence", place=where["place"], text=where["text"])] if where is not None else told


def seen(now: Since | None, each: Asked, lang: str) -> dict[str, str] | None:
    """The place by which it can be seen now, in words; None where nothing is cited."""
    if now is None:
        return None
    cited = evidence(now.assessment, now.assessment.finding(each.criterion))
    if cited is None:
        return None
    return {"place": place(cited.where, now.assessment.plan, lang), "text": cited.text}


def criterion_of(rounds: SideBySide, id: str) -> Criterion:
    """The criterion in the newest rubric that has it."""
    rubrics = [each.past.assessment.rubric for each in reversed(rounds.columns) if each.past is not None]
    return next(each for rubric in rubrics for each in rubric if each.id == id)


def headed(criterion: Criterion, lang: str) -> str:
    """Number, title and id."""
    return f"[{criterion.number.of(lang)}] {criterion.title.of(lang)} ({criterion.id})"


def _column(column: Column) -> Plain:
    past = column.past
    if past is None:
        return {"round": column.round, "reviewer": None, "status": None, "files": [], "as_of": None, "head": None,
                "score": None, "conclusion": None}
    score, plan = past.counted.score, past.assessment.plan
    return {"round": column.round, "reviewer": past.reviewer.name if past.reviewer is not None else None,
            "status": past.status, "files": [{"file": each.name, "sha256": each.sha256} for each in plan.files],
            "as_of": plan.as_of.isoformat() if plan.as_of is not None else None, "head": past.head,
            "score": {"low": score.low, "high": score.high, "open": score.open},
            "conclusion": past.conclusion.outcome if past.conclusion is not None else None}


def _box(box: Box | None) -> Plain | None:
    return None if box is None else {"outcome": box.outcome, "open": box.open, "by": box.by, "reason": box.reason,
                                     "points": box.points, "comment": box.comment, "reply": box.reply,
                                     "change": box.change}
