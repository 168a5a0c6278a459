"""Takes what is good out of a damaged review file into a new one; the damaged file is only ever read, from a copy."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.review.log import SECRET, Entry, Row, Rows, faults, replayed
from lowcarbon_desktop.store import pieces
from lowcarbon_desktop.store.review_file import NOTHING, ReviewFile
from lowcarbon_desktop.store.rows import Kept, from_rows, to_rows, upgraded
from lowcarbon_desktop.store.schema import ENTRIES, PAGES, ROWS, TEXT, VERSION, VERSIONS, Table

if TYPE_CHECKING:
    from sqlite3 import Connection

HISTORY = "rescued-history"
"""The piece that keeps the history of the damaged file, as far as it could be read."""


def rescue(path: Path, out: Path) -> tuple[str, ...]:
    """Write to `out`, which must not be there, what is good of `path`; the names of what is lost.

    The new file is in work: the seal of a damaged one proves nothing. Raises UsageError where nothing can be read.
    """
    import sqlite3

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        _copy(path, copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 32 * TEXT)
            connection.execute("PRAGMA trusted_schema = OFF")
            kept, put, lost = _good(connection, path)
    kept = replace(kept, review=replace(kept.review, status="in_work"))
    ReviewFile(out).save(kept, put, why=f"rescued from {path.name}")
    return tuple(lost)


def _copy(path: Path, copy: Path) -> None:
    try:
        if path.stat().st_size > PAGES * 4096:
            raise UsageError(message("review-damaged", path=str(path)))
        copyfile(path, copy)
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists() and journal.stat().st_size <= PAGES * 4096:
            copyfile(journal, copy.with_name("copy-journal"))
    except FileNotFoundError:
        raise UsageError(message("review-missing", path=str(path))) from None
    except OSError as error:
        raise UsageError(message("review-failed", path=str(path), reason=error.strerror or "?")) from error
    _lengthened(copy)


def _lengthened(copy: Path) -> None:
    """A file that was cut short, up to the length that its head states: else SQLite refuses what is there."""
    with copy.open("r+b") as file:
        head = file.read(32)
        whole = int.from_bytes(head[16:18]) * min(int.from_bytes(head[28:32]), PAGES)
        if head.startswith(b"SQLite format 3\0") and copy.stat().st_size < whole <= PAGES * 4096:
            file.truncate(whole)


def _good(connection: Connection, path: Path) -> tuple[Kept, dict[str, bytes], list[str]]:
    import sqlite3

    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise UsageError(message("review-nothing-left", path=str(path))) from error
    if version > VERSION:
        raise UsageError(message("review-newer", path=str(path)))
    if version not in VERSIONS:
        raise UsageError(message("review-nothing-left", path=str(path)))
    lost: list[str] = []
    rows = {table.name: dict(_rows(connection, table, lost)) for table in VERSIONS[version] if table.said}
    entries = _entries(connection, lost) if "entry" in {each.name for each in VERSIONS[version]} else []
    rows = upgraded(_completed(rows, entries, lost), version)
    good = {name: {key: row for key, row in table.items() if _believed(name, key, row, lost)}
            for name, table in rows.items() if name != "meta"}
    good["meta"] = _meta(dict(rows["meta"]), lost)
    put = _pieces(connection, good["piece"], lost)
    if not any(good.values()):
        raise UsageError(message("review-nothing-left", path=str(path)))
    if entries:
        put[HISTORY] = json.dumps([[each.number, each.payload, each.hash] for each in entries],
                                  ensure_ascii=False).encode()
    return from_rows({**good, "piece": {}}), put, list(dict.fromkeys(lost))


def _rows(connection: Connection, table: Table, lost: list[str]) -> Iterator[tuple[Row, Row]]:
    """The rows of a table up to where it cannot be read."""
    import sqlite3

    try:
        for row in connection.execute(f"SELECT {', '.join(table.columns)} FROM {table.name} LIMIT {ROWS}"):
            yield row[:table.keys], row
    except (sqlite3.Error, UnicodeDecodeError):
        lost.append(table.name)


def _entries(connection: Connection, lost: list[str]) -> list[Entry]:
    """The history up to its first fault."""
    import sqlite3

    found: list[Entry] = []
    try:
        for row in connection.execute(f"SELECT number, payload, hash FROM entry ORDER BY number LIMIT {ENTRIES}"):
            if type(row[0]) is not int or not all(type(each) is str for each in row[1:]):
                raise ValueError("entry")
            found.append(Entry(*row))
    except (sqlite3.Error, ValueError):
        lost.append("entry")
    sound = next((at for at in range(len(found)) if faults(found[at:at + 1], found[at - 1] if at else None)),
                 len(found))
    if sound < len(found):
        lost.append(f"entry {sound + 1}")
    return found[:sound]


def _completed(rows: Rows, entries: list[Entry], lost: list[str]) -> Rows:
    """The rows, and of tables that could not be read to their end what the history says of them."""
    try:
        said = replayed(entries)
    except ValueError:
        return rows
    return {name: {**(said.get(name, {}) if name in lost and name != SECRET else {}), **table}
            for name, table in rows.items()}


def _believed(table: str, key: Row, row: Row, lost: list[str]) -> bool:
    try:
        if any(isinstance(each, str) and "\0" in each for each in row):  # the rest of a long text was cut off
            raise ValueError(table)
        from_rows({**to_rows(NOTHING), table: {key: row}})
    except (ValueError, TypeError):
        lost.append(f"{table} {key[0]}")
        return False
    return True


def _meta(rows: dict[Row, Row], lost: list[str]) -> dict[Row, Row]:
    """Who and how far; where a part of it is not good, only what stands for itself."""
    try:
        from_rows({**to_rows(NOTHING), "meta": rows})
    except (ValueError, TypeError):
        lost.append("meta")
        return {key: row for key, row in rows.items() if _believed("meta", key, row, lost)}
    return rows


def _pieces(connection: Connection, rows: dict[Row, Row], lost: list[str]) -> dict[str, bytes]:
    import sqlite3

    found = {}
    for row in rows.values():
        try:
            data = pieces.get(connection, row)
        except (ValueError, sqlite3.Error):
            data = None
            lost.append(f"piece {row[0]}")
        if data is not None:
            found[str(row[0])] = data
    return found
