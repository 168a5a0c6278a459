"""Holds a review file against its own history: what is not as the history says, and which entry it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.log import BEGINNING, SECRET, Entry, as_logged, backwards, faults, replayed
from lowcarbon_desktop.store.inside import Inside


@dataclass(frozen=True)
class Verified:
    """`faults` are what cannot be by itself; `remarks` what one should know; `count` and `head` its end."""

    faults: tuple[Message, ...]
    remarks: tuple[Message, ...]
    count: int
    head: str


def verify(inside: Inside) -> Verified:
    """Find accidental and naive change; who makes the whole chain anew is found only by the hash that was printed."""
    count, head = (inside.entries[-1].number, inside.entries[-1].hash) if inside.entries else (0, BEGINNING)
    found = [*faults(inside.entries), *_at_the_end(inside, count, head)]
    found += [message("log-differs", what=name) for name in inside.broken]
    unreadable = [each.number for each in inside.entries if not _readable(each)]
    found += [message("log-unreadable", number=number) for number in unreadable]
    if unreadable:
        return Verified(tuple(found), (), count, head)
    differing, missing = _against_the_history(inside)
    found += [message("log-differs", what=each) for each in differing]
    missing += sorted({str(row[0]) for row in inside.rows["piece"].values()} - {*inside.whole, *inside.broken})
    remarks = backwards(inside.entries)
    if missing:
        remarks.append(message("log-left-out", what=tuple(missing)))
    return Verified(tuple(found), tuple(remarks), count, head)


def _at_the_end(inside: Inside, count: int, head: str) -> list[Message]:
    noted, hash = inside.end
    if type(noted) is int and noted > count:
        return [message("log-cut", count=noted, there=count)]
    return [message("log-end")] if (noted, hash) != (count, head) else []


def _readable(each: Entry) -> bool:
    try:
        replayed([each])
    except ValueError:
        return False
    return True


def _against_the_history(inside: Inside) -> tuple[list[str], list[str]]:
    """The rows that are not as the history left them, and the private notes that are not there."""
    said, there = replayed(inside.entries), as_logged(inside.rows)
    differing: list[str] = []
    missing: list[str] = []
    for table in dict.fromkeys(chain(there, said)):
        ours, logged = there.get(table, {}), said.get(table, {})
        for key in dict.fromkeys(chain(ours, logged)):
            if ours.get(key) == logged.get(key):
                continue
            name = f"{table} {_named(key)}".strip()
            (missing if table == SECRET and key not in ours else differing).append(name)
    return differing, missing


def _named(key: Sequence[object]) -> str:
    return " ".join(str(each) for each in key if each != "")
