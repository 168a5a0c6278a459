"""What a review file on disk holds: its rows, its pieces and its history, each look at it one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.log import Entry, Row, Rows
from lowcarbon_desktop.store import pieces
from lowcarbon_desktop.store.behind import said_since
from lowcarbon_desktop.store.connect import is_new, transaction, version_of
from lowcarbon_desktop.store.inside import Inside, head_in, history_in, inside_of, rows_in, size_of
from lowcarbon_desktop.store.prepared import Head
from lowcarbon_desktop.store.rows import Kept, from_rows, to_rows
from lowcarbon_desktop.store.schema import PAGES, WITH_HISTORY

if TYPE_CHECKING:
    from sqlite3 import Connection

NOTHING = Kept(Review(), ())
T = TypeVar("T")


class Readable:
    """A review file that is read; what was read last is remembered."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: Rows = to_rows(NOTHING)
        self._head: Head | None = None
        self._refused: UsageError | None = None

    @property
    def exists(self) -> bool:
        """Whether there is anything on disk, as far as that can be reached."""
        try:
            return size_of(self.path) > 0
        except UsageError:
            return False

    @property
    def absent(self) -> Message:
        """Why there is nothing to load: no such file, or one without a byte, as a full or pulled stick leaves it."""
        return message("review-empty" if self.path.is_file() else "review-missing", path=str(self.path))

    @property
    def pieces(self) -> Mapping[str, Row]:
        """The pieces by name, as they were loaded or saved: (name, hash, size)."""
        return {str(row[0]): row for row in self._kept["piece"].values()}

    @property
    def rows(self) -> Rows:
        """The rows as they were loaded or saved."""
        return self._kept

    def load(self) -> Kept | None:
        """What the file holds; None where there is none. Raises UsageError; then `save` leaves the file alone."""
        try:
            found = self._read(lambda connection, version: (rows_in(connection, version), head_in(connection, version)))
            rows, self._head = found or (None, None)
            kept = None if rows is None else self._believed(lambda: from_rows(rows))
        except UsageError as error:
            self._refused = error
            raise
        self._refused = None
        self._kept = rows or to_rows(NOTHING)
        return kept

    def piece(self, name: str) -> bytes | None:
        """The bytes of a piece; None where they were left out or there is none. Raises UsageError."""
        row = self.pieces.get(name)
        return None if row is None else self._read(lambda connection, version: pieces.get(connection, row))

    def former_note(self, hash: str) -> str:
        """What a private note said once, by its hash. Raises LookupError where that is not kept, UsageError."""
        text = self._read(lambda connection, _: pieces.former(connection, hash))
        if text is None:
            raise LookupError(hash)
        return text

    def at_hand(self, name: str) -> tuple[bytes | None, tuple[Entry, ...], frozenset[str]]:
        """The bytes of a piece, the history, and the names of all pieces that have bytes, in one look at the file.

        Raises UsageError.
        """
        row = self.pieces.get(name)
        found = self._read(lambda connection, version: (
            None if row is None else pieces.get(connection, row), history_in(connection, version)[0],
            pieces.names(connection) if version >= WITH_HISTORY else frozenset()))
        return found if found is not None else (None, (), frozenset())

    def entries(self) -> tuple[Entry, ...]:
        """The history, the first change first. Raises UsageError."""
        found = self._read(lambda connection, version: history_in(connection, version)[0])
        return found if found is not None else ()

    def behind(self, piece: str) -> bool:
        """Whether more was said since a piece that rests on it was written: the program was ended in between.

        Raises UsageError.
        """
        return piece in self.pieces and said_since(self.entries(), piece)

    def inside(self) -> Inside:
        """All of the file, to be held against its own history. Raises UsageError."""
        found = self._read(inside_of)
        if found is None:
            raise UsageError(self.absent)
        return found

    def _read(self, what: Callable[[Connection, int], T]) -> T | None:
        """What is in the file, in one transaction; None where there is no file. Raises UsageError."""
        size = size_of(self.path)
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
            return self._believed(lambda: what(connection, version))

    def _believed(self, read: Callable[[], T]) -> T:
        try:
            return read()
        except ValueError as error:
            raise UsageError(message("review-damaged", path=str(self.path))) from error
