"""The draft inside a review file before it is read: held against its history and read behind what is shown, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from lowcarbon_desktop.errors import Message, PlanUnreadable, UsageError
from lowcarbon_desktop.progress import Progress

if TYPE_CHECKING:
    from lowcarbon_desktop.app.review_sources import Raw
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.ingest.grid import Source
    from lowcarbon_desktop.plan import SourceFile
    from lowcarbon_desktop.store import ReviewFile

T = TypeVar("T")


class _Once(Generic[T]):
    """Work that is done by whichever thread asks first; the others wait. What it raises is raised again."""

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self._work, self._lock = work, Lock()
        self._answer: Callable[[], T] | None = None

    def __call__(self, progress: Progress | None = None) -> T:
        with self._lock:
            if self._answer is None:
                try:
                    found = self._work(progress or Progress())
                except UsageError as error:
                    self._answer = partial(_raise, error)
                else:
                    self._answer = lambda: found
        return self._answer()


class Unread:
    """`files` are known from the assessment that is `kept`, which is shown meanwhile.

    `sound` gives what is wrong with the history, and raises UsageError where the bytes are others than those that were
    put in. `source` is what was read of the files. Both may be asked from any thread.
    """

    def __init__(self, file: ReviewFile, kept: Assessment) -> None:
        self.kept, self._file = kept, file
        self.sound = _Once(self._verified)
        self.source = _Once(self._read)
        self._raw: Raw | None = None

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The files, by name and hash, without reading any."""
        return self.kept.plan.files

    def _verified(self, progress: Progress) -> tuple[Message, ...]:
        from lowcarbon_desktop.app.review_pieces import believe_read, believed
        from lowcarbon_desktop.app.review_sources import raw_in
        from lowcarbon_desktop.store.verify import verify

        believed(self.kept, self._file, believe_read)
        self._raw = raw_in(self._file)
        progress.step(0, 1)
        return verify(self._file.inside()).faults

    def _read(self, progress: Progress) -> Source:
        from lowcarbon_desktop.app.review_sources import source_from

        self.sound(progress)
        try:
            return source_from(self._raw, progress)
        except PlanUnreadable as error:  # read once, and for this program it is no plan any more
            raise UsageError(error.message) from error


def _raise(error: UsageError) -> T:
    raise UsageError(error.message) from error
