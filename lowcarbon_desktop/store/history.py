"""Writes what changed in a review file together with its entries in the history, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lowcarbon_desktop import __version__
from lowcarbon_desktop.review.log import BEGINNING, SECRET, Change, Entry, Row, Rows, entry
from lowcarbon_desktop.store import pieces
from lowcarbon_desktop.store.schema import ENTRIES, TABLES, Table

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True, slots=True)
class Stamp:
    """By whom and when (in UTC) something is changed, why, and which earlier step it undoes or brings back."""

    by: str
    at: str
    why: str = ""
    of: str = ""


def now() -> str:
    """The present moment as the history writes it: "2012-06-30T08:00:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write(connection: Connection, before: Rows, wanted: Rows, stamp: Stamp) -> None:
    """Write the rows that differ between `before` and `wanted`, each with an entry that says what was there."""
    number, previous = head(connection)
    step = number + 1
    for table in sorted(TABLES, key=lambda each: each.name == "piece"):  # after all that a piece may rest on
        for key, row in _changed(before[table.name], wanted[table.name]):
            there = _there(connection, table, key)
            if there == row and table.name != "piece":  # that one was made anew is said, though it is as it was
                continue
            if table.name == SECRET and there is not None:
                pieces.put_former(connection, str(there[1]))
            _put(connection, table, key, row)
            number += 1
            made = entry(Change(stamp.at, stamp.by, table.name, key, there, row, stamp.why, __version__, step,
                                stamp.of), number, previous)
            connection.execute("INSERT INTO entry VALUES (?, ?, ?)", (made.number, made.payload, made.hash))
            previous = made.hash
    connection.execute("INSERT OR REPLACE INTO head VALUES ('count', ?), ('hash', ?)", (number, previous))


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry. Raises ValueError for what is no entry."""
    last = connection.execute("SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1").fetchone()
    if last is not None and (type(last[0]) is not int or type(last[1]) is not str):
        raise ValueError("entry")
    return last or (0, BEGINNING)


def passed(connection: Connection, head: tuple[int, str]) -> bool:
    """Whether the history once ended with this entry, given by its number and hash."""
    there = connection.execute("SELECT hash FROM entry WHERE number = ?", head[:1]).fetchone()
    return not head[0] or there == head[1:]


def entries(connection: Connection, *, doubted: bool = False) -> tuple[tuple[Entry, ...], tuple[object, object]]:
    """The whole history, and its end as it was noted apart from it. Raises ValueError for what is no history.

    Where it is `doubted`, what is no entry is one without a word, so that it can be named.
    """
    found = tuple(Entry(*row) for row in connection.execute(
        f"SELECT number, payload, hash FROM entry ORDER BY number LIMIT {ENTRIES}"))
    noted = dict(connection.execute("SELECT name, value FROM head LIMIT 3").fetchall())
    if doubted:
        found = tuple(each if _sound(each) else Entry(
            each.number if type(each.number) is int else place, "", "") for place, each in enumerate(found, start=1))
    elif not all(map(_sound, found)):
        raise ValueError("entry")
    return found, (noted.get("count", 0), noted.get("hash", BEGINNING)) if len(noted) < 3 else (None, None)


def _sound(entry: Entry) -> bool:
    return type(entry.number) is int and type(entry.payload) is type(entry.hash) is str


def _changed(before: dict[Row, Row] | object, wanted: dict[Row, Row] | object) -> Iterator[tuple[Row, Row | None]]:
    yield from ((key, None) for key in before if key not in wanted)  # type: ignore[attr-defined, operator]
    yield from ((key, row) for key, row in wanted.items() if before.get(key) != row)  # type: ignore[attr-defined]


def _there(connection: Connection, table: Table, key: Row) -> Row | None:
    return connection.execute(f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {_where(table)}",
                              key).fetchone()


def _put(connection: Connection, table: Table, key: Row, row: Row | None) -> None:
    if row is None:
        connection.execute(f"DELETE FROM {table.name} WHERE {_where(table)}", key)
    else:
        places = ", ".join("?" * len(table.columns))
        connection.execute(f"INSERT OR REPLACE INTO {table.name} VALUES ({places})", row)


def _where(table: Table) -> str:
    return " AND ".join(f"{key} = ?" for key in table.columns[:table.keys])
