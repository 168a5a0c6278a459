"""The history of a review as a chain of entries: each holds the hash of the one before, so that a change is seen."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from lowcarbon_desktop.errors import Message, message

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""

Row = tuple[str | int | float | None, ...]
Rows = Mapping[str, Mapping[Row, Row]]
"""Table name -> key of the row -> the whole row."""
SECRET = "note"
"""The table of private notes: the history keeps only their hashes, so that a copy can leave them out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as it is kept: its number from 1, its canonical JSON, and the hash of that."""

    number: int
    payload: str
    hash: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an entry says: who changed which row, when, from what to what, and why. None is no row.

    `step` is the number of the first entry that was made in the same change, 0 where nobody knows; `of` is "undo:7"
    or "redo:7" where it takes back, or brings back, the step that began with that entry.
    """

    at: str
    by: str
    table: str
    key: Row
    before: Row | None
    after: Row | None
    why: str = ""
    program: str = ""
    step: int = 0
    of: str = ""


def canonical(data: object) -> str:
    """JSON that is the same wherever it is written: keys sorted, no spaces, no escapes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """SHA-256 of a text in hex."""
    return sha256(text.encode()).hexdigest()


def entry(change: Change, number: int, previous: str) -> Entry:
    """The entry for a change that comes after the one with the hash `previous`."""
    told = {name: value for name, value in (("step", change.step), ("of", change.of)) if value}
    payload = canonical({
        "after": logged(change.table, change.after), "at": change.at, "before": logged(change.table, change.before),
        "by": change.by, "key": change.key, "number": number, "previous": previous, "program": change.program,
        "table": change.table, "why": change.why, **told})
    return Entry(number, payload, digest(payload))


def change_of(kept: Entry) -> Change:
    """What an entry says. Raises ValueError for one that the program does not write."""
    try:
        data = json.loads(kept.payload)
        before, after = (None if data[name] is None else tuple(data[name]) for name in ("before", "after"))
        words = [data[name] for name in ("at", "by", "table", "why", "program")]
        if not all(isinstance(each, str) for each in words):
            raise ValueError("words")
        rows = (data["key"], before or (), after or ())
        if not all(each is None or isinstance(each, str | int | float) for row in rows for each in row):
            raise ValueError("row")
        at, by, table, why, program = words
        step, of = data.get("step", 0), data.get("of", "")
        if type(step) is not int or not isinstance(of, str):
            raise ValueError("step")
        return Change(at, by, table, tuple(data["key"]), before, after, why, program, step, of)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"entry {kept.number}") from error


def faults(entries: Iterable[Entry], after: Entry | None = None) -> list[Message]:
    """What is wrong with a chain, entry by entry: altered, removed, put elsewhere, or put in; nothing where all holds.

    It begins with the first entry, or with the one that comes `after` another.
    """
    found: list[Message] = []
    expected, previous = (1, BEGINNING) if after is None else (after.number + 1, after.hash)
    for each in entries:
        if each.number > expected:
            found.append(message("log-removed", first=expected, last=each.number - 1))
        if digest(each.payload) != each.hash:
            found.append(message("log-altered", number=each.number))
        elif not _follows(each, previous if each.number == expected else None):
            found.append(message("log-misplaced", number=each.number))
        expected, previous = each.number + 1, each.hash
    return found


def replayed(entries: Iterable[Entry]) -> Rows:
    """The rows that the history comes to. Raises ValueError for an entry that does not say what it should."""
    rows: dict[str, dict[Row, Row]] = {}
    for each in entries:
        change = change_of(each)
        table = rows.setdefault(change.table, {})
        if change.after is None:
            table.pop(change.key, None)
        else:
            table[change.key] = change.after
    return rows


def as_logged(rows: Rows) -> Rows:
    """Rows as the history keeps them."""
    return {table: {key: logged(table, row) or () for key, row in each.items()} for table, each in rows.items()}


def logged(table: str, row: Row | None) -> Row | None:
    """A row as the history keeps it: of a private note, only the hash of its text."""
    return (row[0], digest(str(row[1]))) if row is not None and table == SECRET else row


def backwards(entries: Sequence[Entry]) -> list[Message]:
    """Where the clock went back between two entries: told, since clocks are set; nothing is wrong with the chain."""
    moments = [(each.number, change_of(each).at) for each in entries]
    return [message("log-clock", number=number, at=at, before=before)
            for (_, before), (number, at) in itertools.pairwise(moments) if at < before]


def _follows(each: Entry, previous: str | None) -> bool:
    try:
        data = json.loads(each.payload)
        return data["number"] == each.number and previous in (None, data["previous"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
