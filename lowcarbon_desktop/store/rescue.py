"""Takes what is good out of a damaged review file into a new one: what its sound history says stands above its rows."""

from __future__ import annotations

import json
import tempfile
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.review.log import Entry, Row, faults, replayed
from lowcarbon_desktop.store import pieces
from lowcarbon_desktop.store.damaged import copies, readable
from lowcarbon_desktop.store.mended import believable, mended
from lowcarbon_desktop.store.named import named
from lowcarbon_desktop.store.review_file import ReviewFile
from lowcarbon_desktop.store.review_reading import NOTHING
from lowcarbon_desktop.store.rows import Kept, from_rows, to_rows, upgraded
from lowcarbon_desktop.store.schema import BESIDE, ENTRIES, PAGES, TEXT, VERSION, VERSIONS, WITH_HISTORY

if TYPE_CHECKING:
    from sqlite3 import Connection

HISTORY = "rescued-history"
"""The piece that keeps the history of the damaged file, as far as it could be read."""
_CHUNK, _ENTRY, _ = BESIDE


@dataclass
class Rescued:
    """By table and key what is `lost`, what was `mended` by the history, what is left out as `strange` to it, and what
    is kept although it is `doubtful`.
    """

    lost: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    @property
    def said(self) -> tuple[Message, ...]:
        """All of it in words; nothing where everything was rescued."""
        return (*(message("rescue-lost", what=named(what)) for what in dict.fromkeys(self.lost)),
                *(message("rescue-mended", what=named(what)) for what in dict.fromkeys(self.mended)),
                *(message("rescue-strange", what=named(what)) for what in dict.fromkeys(self.strange)),
                *(message("rescue-doubtful", what=named(what)) for what in dict.fromkeys(self.doubtful)))


class _Log(NamedTuple):
    """The entries up to the first fault; `whole` where the file notes that these are all."""

    entries: tuple[Entry, ...]
    whole: bool


class _Found(NamedTuple):
    kept: Kept
    put: dict[str, bytes]
    told: Rescued
    sure: bool


def rescue(path: Path, out: Path) -> Rescued:
    """Write to `out`, which must not be there, what is good of `path`; what that cost.

    The new file is in work: the seal of a damaged one proves nothing. Raises UsageError where nothing can be read.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = _best(path, Path(folder))
    kept = replace(found.kept, review=replace(found.kept.review, status="in_work"))
    ReviewFile(out).save(kept, found.put, why=f"rescued from {path.name}")
    return found.told


def _best(path: Path, folder: Path) -> _Found:
    """What can be had of the file as it is; where its history cannot be read so, with another first page."""
    import sqlite3

    as_it_is: _Found | None = None
    for at, copy in enumerate(copies(path, folder)):
        try:
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 32 * TEXT)
                connection.execute("PRAGMA trusted_schema = OFF")
                found = _good(connection, path)
        except (sqlite3.Error, UnicodeDecodeError):
            continue
        if found is not None and found.sure:
            return found
        as_it_is = found if at == 0 else as_it_is  # rows that no history vouches for, by a page that was never theirs
    if as_it_is is None:
        raise UsageError(message("review-nothing-left", path=str(path)))
    return as_it_is


def _good(connection: Connection, path: Path) -> _Found | None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise UsageError(message("review-newer", path=str(path)))
    if version not in VERSIONS:
        return None
    told = Rescued()
    log = _log(connection, told) if version >= WITH_HISTORY else _Log((), False)
    rows = {table.name: dict(readable(connection, table, told.lost)) for table in VERSIONS[version] if table.said}
    rows = mended(upgraded(rows, version), log.entries, told, whole=log.whole)
    good = {name: {key: row for key, row in table.items() if _believed(name, key, row, told)}
            for name, table in rows.items() if name != "meta"}
    good["meta"] = _meta(dict(rows["meta"]), told)
    put = _pieces(connection, good["piece"], told)
    if not any(good.values()):
        return None
    if log.entries:
        put[HISTORY] = json.dumps([[each.number, each.payload, each.hash] for each in log.entries],
                                  ensure_ascii=False).encode()
    return _Found(from_rows({**good, "piece": {}}), put, told, version < WITH_HISTORY or bool(log.entries))


def _log(connection: Connection, told: Rescued) -> _Log:
    """The history up to its first fault."""
    import sqlite3

    found: list[Entry] = []
    for _, row in readable(connection, _ENTRY, told.lost, ENTRIES, both_ways=False):
        if type(row[0]) is not int or not all(type(each) is str for each in row[1:]):
            break
        found.append(Entry(*row))
    sound = next((at for at in range(len(found)) if _faulty(found[at], found[at - 1] if at else None)), len(found))
    if sound < len(found):
        told.lost.append(f"entry {sound + 1}")
    made = tuple(found[:sound])
    try:
        noted = dict(connection.execute("SELECT name, value FROM head LIMIT 9").fetchall())
    except (sqlite3.Error, ValueError):
        noted = {}
    return _Log(made, sound == len(found) > 0 and noted == {"count": made[-1].number, "hash": made[-1].hash})


def _faulty(entry: Entry, before: Entry | None) -> bool:
    try:
        return bool(faults([entry], before)) or not replayed([entry])
    except ValueError:
        return True


def _believed(table: str, key: Row, row: Row, told: Rescued) -> bool:
    if believable(table, key, row):
        return True
    told.lost.append(f"{table} {key[0]}")
    return False


def _meta(rows: dict[Row, Row], told: Rescued) -> dict[Row, Row]:
    """Who and how far; where a part of it is not good, only what stands for itself."""
    try:
        from_rows({**to_rows(NOTHING), "meta": rows})
    except (ValueError, TypeError):
        told.lost.append("meta")
        return {key: row for key, row in rows.items() if _believed("meta", key, row, told)}
    return rows


def _pieces(connection: Connection, rows: dict[Row, Row], told: Rescued) -> dict[str, bytes]:
    """The pieces that are whole. To look for one by its name would fail on another that is damaged."""
    chunks: dict[object, dict[object, object]] = {}
    lost: list[str] = []
    names, size = {row[0] for row in rows.values()}, 0
    for (name, part), (_, _, data) in readable(connection, _CHUNK, lost):
        size += len(data) if name in names and isinstance(data, bytes) else 0
        if name in names and size <= PAGES * 4096:
            chunks.setdefault(name, {})[part] = data
    found = {}
    for row in rows.values():
        parts = chunks.get(row[0], {})
        try:
            data = pieces.unpacked(row, [parts[part] for part in sorted(parts)])
        except (ValueError, TypeError):
            data, parts = None, {0: None}
        if data is not None:
            found[str(row[0])] = data
        elif parts or lost:  # else it was left out
            told.lost.append(f"piece {row[0]}")
    return found
