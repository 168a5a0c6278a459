"""Progress and cancel: the one object that long work is handed, whatever face waits for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from lowcarbon_desktop.errors import Cancelled


class Progress:
    """Says how far the work is and stops it when asked.

    >>> seen = []
    >>> Progress(lambda done, total: seen.append((done, total))).step(1, 4); seen
    [(1, 4)]
    """

    def __init__(self, tell: Callable[[int, int], None] | None = None) -> None:
        self._tell = tell
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; safe from any thread."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        """Report that `done` of `total` units are done. Raises Cancelled once `cancel` was called."""
        if self._stop.is_set():
            raise Cancelled
        if self._tell is not None:
            self._tell(done, total)
