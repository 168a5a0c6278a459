"""Holds a review file against its own history: what is not as the history says, and which entry it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.log import (
    BEGINNING,
    SECRET,
    Entry,
    Row,
    as_logged,
    backwards,
    change_of,
    faults,
    replayed,
)
from lowcarbon_desktop.store.inside import Inside
from lowcarbon_desktop.store.named import named
from lowcarbon_desktop.store.schema import FILES


@dataclass(frozen=True)
class Verified:
    """`faults` are what cannot be by itself; `remarks` what one should know; `count` and `head` its end."""

    faults: tuple[Message, ...]
    remarks: tuple[Message, ...]
    count: int
    head: str


def verify(inside: Inside) -> Verified:
    """Find accidental and naive change; who makes the whole chain anew is found only by the hash that was printed."""
    if not inside.logged:
        return Verified((), (message("log-none"),), 0, BEGINNING)
    count, head = (inside.entries[-1].number, inside.entries[-1].hash) if inside.entries else (0, BEGINNING)
    found = [*faults(inside.entries), *_at_the_end(inside, count, head)]
    unreadable = [each.number for each in inside.entries if not _readable(each)]
    found += [message("log-unreadable", number=number) for number in unreadable]
    if unreadable:
        found += [_differs("piece", (name,), {}) for name in inside.broken]
        return Verified(tuple(found), (), count, head)
    told = _last_word(inside.entries)
    differing, missing = _against_the_history(inside)
    bytes_differ = [("piece", (name,)) for name in (*inside.broken, *inside.strange)]
    found += [_differs(table, key, told) for table, key in dict.fromkeys((*differing, *bytes_differ))]
    remarks = backwards(inside.entries)
    if missing:
        remarks.append(message("log-left-out", what=tuple(map(named, missing))))
    return Verified(tuple(found), tuple(remarks), count, head)


def _last_word(entries: Sequence[Entry]) -> Mapping[tuple[str, Row], int]:
    """The number of the last entry on each row."""
    changes = ((each.number, change_of(each)) for each in entries)
    return {(change.table, change.key): number for number, change in changes}


def _differs(table: str, key: Row, told: Mapping[tuple[str, Row], int]) -> Message:
    what = named(f"{table} {' '.join(str(each) for each in key if each != '')}".strip())
    number = told.get((table, key))
    return message("log-differs", what=what) if number is None else message("log-differs-from", what=what,
                                                                            number=number)


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


def _against_the_history(inside: Inside) -> tuple[list[tuple[str, Row]], list[str]]:
    """The rows that are not as the history left them, and what a copy may be without: notes, the applicant's files."""
    said, there = replayed(inside.entries), as_logged(inside.rows)
    differing = [(table, key) for table in dict.fromkeys(chain(there, said))
                 for key in dict.fromkeys(chain(there.get(table, {}), said.get(table, {})))
                 if there.get(table, {}).get(key) != said.get(table, {}).get(key)]
    without_notes = [(SECRET, key) for key in said.get(SECRET, {})] if not there.get(SECRET) else []
    gone = [str(row[0]) for row in inside.rows["piece"].values() if row[0] not in (*inside.whole, *inside.broken)]
    left_out = sorted(name for name in gone if name.startswith(FILES))
    differing += [("piece", (name,)) for name in gone if not name.startswith(FILES)]
    return ([each for each in differing if each[0] != SECRET or not without_notes],
            [*(f"{table} {key[0]}" for table, key in without_notes), *(f"piece {name}" for name in left_out)])
