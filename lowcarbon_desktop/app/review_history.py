"""The history of a review file in words and as plain data ("lowcarbon/history/1"): who, when, what, from, to, why."""

from __future__ import annotations

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.log import Change, Row
from lowcarbon_desktop.review.steps import Step
from lowcarbon_desktop.store.schema import TABLES
from lowcarbon_desktop.wording import say

SCHEMA = "lowcarbon/history/1"
_LONGEST = 80
_COLUMNS = {table.name: table.columns for table in TABLES}
_KEYS = {table.name: table.keys for table in TABLES}


def history_plain(book: Book, lang: str) -> dict[str, object]:
    """The object of `review history --format json`; texts whole."""
    return {"schema": SCHEMA, "lang": lang, "steps": [{
        "number": step.number, "at": step.changes[0].at, "by": step.changes[0].by, "why": step.changes[0].why,
        "of": step.changes[0].of or None, "changes": [{
            "table": each.table, "key": list(each.key), "from": _row(each, each.before), "to": _row(each, each.after),
            "message": say(change_said(each), lang)} for each in step.changes],
    } for step in book.steps().every]}


def history_text(book: Book, lang: str) -> str:
    """A line a step, what it changed below it."""
    lines = []
    for step in book.steps().every:
        lines.append(say(step_said(step), lang))
        lines += [f"    {say(change_said(each), lang)}" for each in step.said]
    return "\n".join(lines) + "\n"


def step_said(step: Step) -> Message:
    """Number, moment, who, and whether it took something back."""
    first = step.changes[0]
    way, _, number = first.of.partition(":")
    what: Message | str = message(f"history-{way}", number=_short(number)) if way in ("undo", "redo") else ""
    why: Message | str = message("history-why", why=_short(first.why)) if first.why else ""
    if not step.said and not what:
        what = message("history-judged")
    return message("history-step", number=step.number, at=_short(first.at), by=_short(first.by), what=what, why=why)


def change_said(change: Change) -> Message:
    """What a row was and became, each column that is another."""
    before, after = _row(change, change.before), _row(change, change.after)
    if change.table not in _COLUMNS:  # from a newer program, or from somebody's hand
        return message("history-row", what=_short(change.table), key=_key(change), parts="")
    if change.table in ("note", "piece", "source"):
        return message("history-row", what=message(f"history-{change.table}"), key=_key(change), parts="")
    names = [name for name in dict.fromkeys([*(before or {}), *(after or {})])
             if (before or {}).get(name) != (after or {}).get(name)]
    parts = tuple(message("history-part", name=name, old=_short((before or {}).get(name)),
                          new=_short((after or {}).get(name))) for name in names)
    return message("history-row", what=message(f"history-{change.table}"), key=_key(change), parts=parts)


def _key(change: Change) -> str:
    return " ".join(_short(each) for each in change.key if each != "")


def _row(change: Change, row: Row | None) -> dict[str, object] | None:
    """The columns by name, without those that say which row it is."""
    if row is None:
        return None
    names = _COLUMNS.get(change.table, ())
    keys = _KEYS.get(change.table, 0)
    return dict(zip(names[keys:], row[keys:], strict=False))


def _short(value: object) -> str:
    text = " ".join(str("" if value is None else value).split())
    text = "".join(sign for sign in text if sign.isprintable())
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text or "—"
