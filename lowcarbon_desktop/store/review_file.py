"""The review file on disk: every change is written as one transaction that a crash cannot halve."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep

from lowcarbon_desktop.errors import OutputError, message
from lowcarbon_desktop.review.log import Rows
from lowcarbon_desktop.store import history, pieces
from lowcarbon_desktop.store.connect import WAIT, transaction
from lowcarbon_desktop.store.held import Owner, hold, release
from lowcarbon_desktop.store.places import taken
from lowcarbon_desktop.store.prepared import prepared
from lowcarbon_desktop.store.review_reading import Readable
from lowcarbon_desktop.store.rows import Kept, to_rows


class ReviewFile(Readable):
    """One review file. Nothing is made on disk before the first `save`.

    Only the rows that changed are written, so that two windows on one review keep each other's work; where both
    changed the same item, the later one stands. `left_out` names the pieces whose bytes were too large to be kept.
    Between two programs the first holds the file, and the second is refused until the user says `open_anyway`.
    """

    def __init__(self, path: Path, now: Callable[[], str] = history.now) -> None:
        super().__init__(path)
        self.left_out: tuple[str, ...] = ()
        self._held, self._anyway = False, False
        self._now = now

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

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR):
                raise OutputError(message("review-read-only", path=str(self.path))) from error
            reason = error.strerror or "?"
            raise OutputError(message("review-failed", path=str(self.path), reason=reason)) from error
