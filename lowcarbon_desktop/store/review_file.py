"""The review file on disk: read once, then every change written as one transaction that a crash cannot halve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import OutputError, UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.store.connect import create, is_new, migrate, transaction, version_of
from lowcarbon_desktop.store.rows import Kept, Rows, from_rows, to_rows, upgraded
from lowcarbon_desktop.store.schema import PAGES, ROWS, TABLES, VERSION, VERSIONS

if TYPE_CHECKING:
    from sqlite3 import Connection

NOTHING = Kept(Review(), ())


class ReviewFile:
    """One review file. Nothing is made on disk before the first `save`.

    Only the rows that changed are written, so that two windows on one review keep each other's work; where both
    changed the same item, the later one stands.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: Rows = to_rows(NOTHING)
        self._refused: UsageError | None = None

    @property
    def exists(self) -> bool:
        """Whether there is anything on disk."""
        return _size(self.path) > 0

    def load(self) -> Kept | None:
        """What the file holds; None where there is none. Raises UsageError; then `save` leaves the file alone."""
        try:
            kept = self._load()
        except UsageError as error:
            self._refused = error
            raise
        self._refused = None
        self._kept = to_rows(kept or NOTHING)
        return kept

    def _load(self) -> Kept | None:
        size = _size(self.path)
        if size == 0:
            return None
        if size > PAGES * 4096:
            raise UsageError(message("review-damaged", path=str(self.path)))
        with transaction(self.path, UsageError) as connection:
            if is_new(connection):  # the program was killed in its very first change
                return None
            version = version_of(connection, self.path, UsageError)
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise UsageError(message("review-damaged", path=str(self.path)))
            try:
                return from_rows(_rows(connection, version))
            except ValueError as error:
                raise UsageError(message("review-damaged", path=str(self.path))) from error

    def save(self, kept: Kept) -> None:
        """Write what changed since the last save or load. Raises OutputError; then nothing of it is on disk."""
        if self._refused is not None:
            raise OutputError(self._refused.message) from self._refused
        try:
            wanted = to_rows(kept)
        except ValueError as error:
            raise OutputError(message("review-too-large", path=str(self.path))) from error
        self._make_folder()
        with transaction(self.path, OutputError, write=True) as connection:
            before = self._kept
            if is_new(connection):
                create(connection)
                before = to_rows(NOTHING)
            version = version_of(connection, self.path, OutputError)
            if version < VERSION:
                there = _rows(connection, version)
                migrate(connection, version)
                _write(connection, to_rows(NOTHING), there)
            _write(connection, before, wanted)
        self._kept = wanted

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(message("review-read-only", path=str(self.path))) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _rows(connection: Connection, version: int) -> Rows:
    return upgraded({table.name: _read(connection, table.name, table.columns, table.keys)
                     for table in VERSIONS[version]}, version)


def _read(connection: Connection, table: str, columns: tuple[str, ...], keys: int) -> dict[tuple, tuple]:
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT {ROWS + 1}")
    return {row[:keys]: row for row in rows}


def _write(connection: Connection, before: Rows, wanted: Rows) -> None:
    for table in TABLES:
        rows, there = wanted[table.name], before[table.name]
        where = " AND ".join(f"{key} = ?" for key in table.columns[:table.keys])
        connection.executemany(f"DELETE FROM {table.name} WHERE {where}", there.keys() - rows.keys())
        changed = [row for key, row in rows.items() if there.get(key) != row]
        if changed:
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT OR REPLACE INTO {table.name} VALUES ({places})", changed)
