"""The history of a review in words: when, who, what, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.review.log import SECRET, Change, Entry, Row, change_of
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.wording import known, say

_GOES_ON = 120
"""Seconds within which changes of one text are one in the window; an export has every one."""
_ITEM = ("verdict", "reason", "said-by", "said-at", "machine", "points", "comment", "reply", "earlier")
_QUIET = ("said-by", "said-at", "machine", "earlier")


@dataclass(frozen=True)
class Told:
    """One change in words; `last` is the number of the last entry that it stands for. "" where there is nothing."""

    number: int
    last: int
    at: str
    by: str
    what: str
    before: str
    after: str
    why: str


def told(entries: Iterable[Entry], rubric: Rubric, lang: str, *, folded: bool = True) -> tuple[Told, ...]:
    """The history, the first change first; `folded` joins what one wrote without pausing."""
    changes = [(each, _change(each)) for each in entries]
    rows = [_told(entry, change, rubric, lang) for entry, change in changes]
    if not folded:
        return tuple(rows)
    made: list[Told] = []
    last: Change | None = None
    for (_, change), row in zip(changes, rows, strict=True):
        if _silent(change, row):
            continue
        if _goes_on(last, change) and row.before == made[-1].after:
            made[-1] = replace(made[-1], last=row.last, at=row.at, after=row.after, why=row.why)
        else:
            made.append(row)
        last = change
    return tuple(made)


def unlisted(entries: Iterable[Entry], rubric: Rubric, lang: str) -> int:
    """How many entries say nothing by themselves, such as the day that is told beside every other, and are not listed.
    """
    return sum(_silent(_change(each), row) for each, row in
               ((each, _told(each, _change(each), rubric, lang)) for each in entries))


def _silent(change: Change | None, row: Told) -> bool:
    return (change is not None and bool(change.key) and change.table != SECRET
            and (change.key[0] in HIDDEN or row.before == row.after))


def _change(entry: Entry) -> Change | None:
    try:
        return change_of(entry)
    except ValueError:
        return None


def _told(entry: Entry, change: Change | None, rubric: Rubric, lang: str) -> Told:
    try:
        if change is None:
            raise ValueError(entry.number)
        what, before, after = _said(change, rubric)
        return _row(entry, change, (what, before, after), lang)
    except (LookupError, TypeError, ValueError):  # no entry of ours, whatever its hash says
        return Told(entry.number, entry.number, "", "", say(message("log-unreadable", number=entry.number), lang),
                    "", "", "")


def _row(entry: Entry, change: Change, said: tuple[Message | str, Sequence[object], Sequence[object]],
         lang: str) -> Told:
    what, before, after = said
    return Told(entry.number, entry.number, change.at, change.by, say(what, lang), _joined(before, lang),
                _joined(after, lang), change.why or _of(change, lang))


def _of(change: Change, lang: str) -> str:
    """Which step it takes back or brings back; "" for none."""
    way, _, number = change.of.partition(":")
    return say(message(f"history-{way}", number=number[:9]), lang) if way in ("undo", "redo") else ""


def _said(change: Change, rubric: Rubric) -> tuple[Message | str, Sequence[object], Sequence[object]]:
    """What the change is of, and its row before and after, in words or in messages."""
    key, before, after = change.key, change.before, change.after
    row: Row = after or before or ()
    name = str(key[0])
    if change.table == "item":
        return message("history-item", criterion=rubric.called(name)), *_item(before, after)
    if change.table == SECRET:
        secret = (message("history-secret"),)
        return message("history-note", criterion=rubric.called(name)), secret * bool(before), secret * bool(after)
    if change.table == "fact":
        return message("history-fact", fact=_fact(name)), _stated(before, 1), _stated(after, 1)
    if change.table == "nod":
        nods = [() if each is None else (message("history-agreed" if each[1] else "history-refused"),)
                for each in (before, after)]
        return message("history-nod", fact=_fact(name)), *nods
    if change.table == "correction":
        code = f"field-{str(row[3]).replace('_', '-')}"
        place = "!".join(str(each) for each in row[1:3] if each)
        return (message("history-correction", place=place, field=message(code) if known(code, "zh") else str(row[3])),
                (before or row)[5:6] if before else row[4:5], after[5:6] if after else ())
    values = [each[1:2] if each is not None else () for each in (before, after)]
    if change.table == "meta":
        code = f"history-{name.replace('.', '-')}"
        values = [tuple(_known(str(each)) for each in value) for value in values]
        if name == "begun":
            values = [(), ()]  # a long list of outcomes
        if name == "status":
            values = [value or (message("verdict-status-in_work"),) for value in values]
        return message(code) if known(code, "zh") else name, *values
    if change.table == "piece":
        code = f"history-piece-{name.partition(':')[0]}"
        return (message(code if known(code, "zh") else "history-piece", name=name.partition(":")[2] or name),
                *(tuple(str(each)[:12] for each in value) for value in values))
    if change.table == "line":
        return message("history-line-entered"), *values
    if change.table == "mark":
        measure, instrument = (_named(str(each)) for each in row[:2])
        what = message("history-mark", measure=measure, instrument=instrument)
        return what, _marked(before), _marked(after)
    return message("history-source", name=name), *(tuple(str(each)[:12] for each in value) for value in values)


HIDDEN = ("reviewer.id", "conclusion.by", "conclusion.at")
"""What is said beside every change in any case."""


def _item(before: Row | None, after: Row | None) -> tuple[list[object], list[object]]:
    """Of an item, what has changed."""
    old, new = (list(each[1:]) if each is not None else [""] * len(_ITEM) for each in (before, after))
    sides: tuple[list[object], list[object]] = ([], [])
    for part, was, now in zip(_ITEM, old, new, strict=True):
        if (was or None) != (now or None) if part != "points" else was != now:
            for side, value in zip(sides, (was, now), strict=True):
                if part not in _QUIET and value not in ("", None):
                    said = message(f"report-{value}") if part == "verdict" else value
                    side.append(message(f"history-{part}", value=said))
    return sides


def _stated(row: Row | None, at: int) -> tuple[object, ...]:
    if row is None:
        return ()
    return (message(f"report-state-{row[at]}"), *(each for each in row[at + 1:at + 3] if each not in ("", None)))


def _marked(row: Row | None) -> tuple[object, ...]:
    """What was said of a cell of the matrix of instruments: (measure, instrument, sentence, holds, reason, ...)."""
    if row is None:
        return ()
    of = "sentence" if row[2] else "cell"
    return (message(f"history-mark-{of}-{'yes' if row[3] else 'no'}", text=str(row[2])),
            *((message("history-reason", value=str(row[4])),) if row[4] else ()))


def _named(id: str) -> Text | str:
    catalogue = reference().instruments
    return next((each.name for each in (*catalogue.measures, *catalogue.instruments) if each.id == id), id)


def _known(value: str) -> Message | str:
    for code in (f"history-value-{value}", f"verdict-status-{value}", f"verdict-{value}"):
        if known(code, "zh"):
            return message(code)
    return value


def _fact(id: str) -> Text | str:
    kind = reference().facts.get(id)
    return kind.name if kind is not None else id


def _joined(parts: Sequence[object], lang: str) -> str:
    return ("；" if lang == "zh" else "; ").join(
        say(each, lang) if isinstance(each, Message | Text | str) else f"{each:g}" if isinstance(each, float)
        else str(each) for each in parts)


def _goes_on(before: Change | None, change: Change | None) -> bool:
    """Whether a change may only go on with the text of the one before."""
    if before is None or change is None or change.key == ("status",):
        return False
    if (before.table, before.key, before.by) != (change.table, change.key, change.by) or before.of or change.of:
        return False
    return change.table in ("item", SECRET, "meta") and 0 <= _seconds(change.at) - _seconds(before.at) <= _GOES_ON


def _seconds(at: str) -> float:
    try:
        return datetime.fromisoformat(at).timestamp()
    except ValueError:
        return -1.0
