"""The review file on disk: read once, then every change written as one transaction that a crash cannot halve."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

from lowcarbon_desktop.errors import Message, OutputError, UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.log import Entry, Row, Rows
from lowcarbon_desktop.store import history, pieces
from lowcarbon_desktop.store.behind import said_since
from lowcarbon_desktop.store.connect import WAIT, is_new, transaction, version_of
from lowcarbon_desktop.store.held import Owner, hold, release
from lowcarbon_desktop.store.inside import Inside, head_in, history_in, inside_of, rows_in, size_of
from lowcarbon_desktop.store.places import taken
from lowcarbon_desktop.store.prepared import Head, prepared
from lowcarbon_desktop.store.rows import Kept, from_rows, to_rows
from lowcarbon_desktop.store.schema import PAGES, WITH_HISTORY

if TYPE_CHECKING:
    from sqlite3 import Connection

NOTHING = Kept(Review(), ())
T = TypeVar("T")


class ReviewFile:
    """One review file. Nothing is made on disk before the first `save`.

    Only the rows that changed are written, so that two windows on one review keep each other's work; where both
    changed the same item, the later one stands. `left_out` names the pieces whose bytes were too large to be kept.
    Between two programs the first holds the file, and the second is refused until the user says `open_anyway`.
    """

    def __init__(self, path: Path, now: Callable[[], str] = history.now) -> None:
        self.path, self.left_out = path, ()
        self._held, self._anyway = False, False
        self._now = now
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

    def hold(self) -> Owner | None:
        """Hold the file until `release`; or who holds it in another program, and then it can only be read."""
        if self._held or self._anyway:
            return None
        owner = hold(self.path)
        self._held = owner is None
        return owner

    def release(self) -> None:
        """Let the file go."""
        if self._held:
            self._held = False
            release(self.path)

    def open_anyway(self) -> None:
        """Write although another program has it open: rows are merged, the later word on one item stands."""
        self._anyway = True

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

    def save(self, kept: Kept, put: Mapping[str, bytes] | None = None, *, by: str = "", why: str = "",
             of: str = "") -> None:
        """Write what changed since the last save or load, and the pieces of `put`. Raises OutputError; then nothing.

        Each changed row is an entry of the history; `by` is the reviewer where nobody is named, `of` an earlier step
        that is undone or brought back.
        """
        if self._refused is not None:
            raise OutputError(self._refused.message) from self._refused
        try:
            rows = to_rows(kept)
        except (ValueError, UnicodeEncodeError) as error:
            raise OutputError(message("review-too-large", path=str(self.path))) from error
        put = put or {}
        reviewer = kept.review.reviewer
        stamp = history.Stamp(by or (reviewer.name if reviewer is not None else ""), self._now(), why, of)
        self._make_folder()
        held_before = self._held
        self._refuse_held()
        there = taken(self.path)
        try:
            self._write(rows, stamp, put)
        except OutputError:
            if not there and not self.exists:
                self.path.unlink(missing_ok=True)  # without a byte, it would only be in the way of the next try
            raise
        finally:
            if not held_before:
                self.release()

    def _refuse_held(self) -> None:
        """What another program holds only for one change is waited for."""
        owner, until = self.hold(), monotonic() + WAIT
        while owner is not None and monotonic() < until:
            sleep(0.05)
            owner = self.hold()
        if owner is not None:
            raise OutputError(message("review-held", path=str(self.path), user=owner.user or "?",
                                      machine=owner.machine or "?"))

    def _write(self, rows: Rows, stamp: history.Stamp, put: Mapping[str, bytes]) -> None:
        made = [pieces.row_of(name, data) for name, data in put.items()]
        with transaction(self.path, OutputError, write=True) as connection:
            before = prepared(connection, self.path, self._kept, self._head, stamp)
            wanted = {**rows, "piece": {**before["piece"], **{row[:1]: row for row in made}}}
            before = {**before, "piece": {key: row for key, row in before["piece"].items() if row[0] not in put}}
            try:
                history.write(connection, before, wanted, stamp)
                head = history.head(connection)
            except ValueError as error:
                raise OutputError(message("review-damaged", path=str(self.path))) from error
            self.left_out = tuple(name for name, data in put.items() if not pieces.put(connection, name, data))
        self._kept, self._head = wanted, head

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

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR):
                raise OutputError(message("review-read-only", path=str(self.path))) from error
            reason = error.strerror or "?"
            raise OutputError(message("review-failed", path=str(self.path), reason=reason)) from error
