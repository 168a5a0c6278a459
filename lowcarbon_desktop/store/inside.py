"""What is inside a review file, read within one transaction: rows, history, and which pieces are whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.review.log import Entry, Rows
from lowcarbon_desktop.store import history, pieces
from lowcarbon_desktop.store.rows import upgraded
from lowcarbon_desktop.store.schema import ROWS, VERSIONS, WITH_HISTORY

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class Inside:
    """All of a file at one moment: its rows, its history, the end of that as noted, and which pieces are there.

    Of `broken` pieces the bytes are not those that the review speaks of; of others the bytes were left out. `strange`
    are pieces of which it does not speak. What is older than histories is not `logged`.
    """

    rows: Rows
    entries: tuple[Entry, ...]
    end: tuple[object, object]
    whole: tuple[str, ...]
    broken: tuple[str, ...]
    strange: tuple[str, ...] = ()
    logged: bool = True


def inside_of(connection: Connection, version: int) -> Inside:
    """All of it, to be held against its own history."""
    rows = rows_in(connection, version)
    if version < WITH_HISTORY:
        return Inside(rows, (), (0, ""), (), (), logged=False)
    made, end = history.entries(connection, doubted=True)
    return Inside(rows, made, end, *pieces.sound(connection, rows["piece"].values()))


def size_of(path: Path) -> int:
    """Its size in bytes; 0 where there is none. Raises UsageError where the place cannot be reached."""
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:
        raise UsageError(message("place-unreachable", path=str(path), reason=error.strerror or "?")) from error


def history_in(connection: Connection, version: int) -> tuple[tuple[Entry, ...], tuple[object, object]]:
    """The history with its end as noted; empty where the file is older than histories."""
    return history.entries(connection) if version >= WITH_HISTORY else ((), (0, ""))


def head_in(connection: Connection, version: int) -> tuple[int, str] | None:
    """Number and hash of the last entry; None where the file is older than histories, or what is there is no entry."""
    try:
        return history.head(connection) if version >= WITH_HISTORY else None
    except ValueError:
        return None


def rows_in(connection: Connection, version: int) -> Rows:
    """What was said, as the present version says it."""
    return upgraded({table.name: _read(connection, table.name, table.columns, table.keys)
                     for table in VERSIONS[version] if table.said}, version)


def _read(connection: Connection, table: str, columns: tuple[str, ...], keys: int) -> dict[tuple, tuple]:
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT {ROWS + 1}")
    return {row[:keys]: row for row in rows}
