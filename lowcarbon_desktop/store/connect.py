"""Opens a review file for one piece of work, and turns what SQLite says into what the reviewer can do about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.store.schema import APPLICATION_ID, PAGES, TEXT, VERSION, VERSIONS

if TYPE_CHECKING:
    from sqlite3 import Connection, Error

WAIT = 1.0
"""Seconds to wait for another program that is writing the file."""

_WORDS = {
    "SQLITE_NOTADB": "review-not-a-review", "SQLITE_CORRUPT": "review-damaged", "SQLITE_TOOBIG": "review-damaged",
    "SQLITE_BUSY": "review-locked", "SQLITE_LOCKED": "review-locked",
    "SQLITE_READONLY": "review-read-only", "SQLITE_PERM": "review-read-only", "SQLITE_CANTOPEN": "review-read-only",
    "SQLITE_FULL": "review-disk-full",
}


@contextmanager
def transaction(path: Path, fault: type[UsageError], *, write: bool = False) -> Iterator[Connection]:
    """One transaction on the file, which is made where it is not there; all of it is kept, or nothing.

    Whatever goes wrong is raised as `fault`, saying what to do.
    """
    import sqlite3
    connection = _begun(path, fault, write)
    try:
        yield connection
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise fault(_said(path, error)) from error
    except UnicodeDecodeError as error:  # what SQLite says of a damaged file may quote what is no text
        raise fault(message("review-damaged", path=str(path))) from error
    finally:
        connection.close()


def _begun(path: Path, fault: type[UsageError], write: bool, *, locks: bool = True) -> Connection:
    """A connection in its transaction, whose lock is taken. Where a place knows no locks, it can still be read."""
    import sqlite3
    connection = None
    try:
        name = str(path) if locks else f"{path.absolute().as_uri()}?nolock=1"
        connection = sqlite3.connect(name, timeout=WAIT, isolation_level=None, uri=not locks)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 32 * TEXT)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")
        if write:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute(f"PRAGMA max_page_count = {PAGES}")
        connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
        connection.execute("PRAGMA schema_version").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if connection is not None:
            connection.close()
        if locks and _lockless(path):
            if write:
                raise fault(message("review-no-locks", path=str(path))) from error
            return _begun(path, fault, write, locks=False)
        raise fault(_said(path, error)) from error
    return connection


def _lockless(path: Path) -> bool:
    """Whether the place of a file knows no locks, as a few network places do."""
    import errno
    import sys

    if sys.platform == "win32":
        return False
    import fcntl

    try:
        with path.open("rb") as file:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)
    return False


def is_new(connection: Connection) -> bool:
    """Whether nothing was ever written to the file."""
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] and not _mark(connection)


def create(connection: Connection, version: int = VERSION) -> None:
    """Make the tables and set the marks of a review file."""
    for table in VERSIONS[version]:
        connection.execute(table.sql)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def migrate(connection: Connection, version: int) -> None:
    """Make the tables of an older file those of ours, empty where they differ: the caller writes their rows anew."""
    for table in VERSIONS[version]:
        if table not in VERSIONS[VERSION]:
            connection.execute(f"DROP TABLE {table.name}")
    for table in VERSIONS[VERSION]:
        if table not in VERSIONS[version]:
            connection.execute(table.sql)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def version_of(connection: Connection, path: Path, fault: type[UsageError]) -> int:
    """The version of the file. Raises `fault` unless it is a review with the tables of it and nothing else in it."""
    if _mark(connection) != APPLICATION_ID:
        raise fault(message("review-damaged" if _was_ours(path) else "review-not-a-review", path=str(path)))
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise fault(message("review-newer", path=str(path)))
    made = connection.execute("SELECT sql FROM sqlite_master").fetchall()
    if version not in VERSIONS or sorted(made) != sorted((table.sql,) for table in VERSIONS[version]):
        raise fault(message("review-damaged", path=str(path)))
    return version


def _was_ours(path: Path) -> bool:
    """Whether the first page still makes our tables, though its marks are others: then something can be rescued."""
    try:
        with path.open("rb") as file:
            return VERSIONS[1][0].sql.encode() in file.read(4096)
    except OSError:
        return False


def _mark(connection: Connection) -> int:
    return connection.execute("PRAGMA application_id").fetchone()[0]


def _said(path: Path, error: Error) -> Message:
    name: str = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT")  # text that is not UTF-8 has no name
    for start, code in _WORDS.items():
        if name.startswith(start):
            ours = code == "review-not-a-review" and _was_ours(path)
            return message("review-damaged" if ours else code, path=str(path))
    return message("review-failed", path=str(path), reason=str(error))
