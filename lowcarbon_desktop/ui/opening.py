"""Reads plans in the background, one after another, and puts each on the desk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lowcarbon_desktop.errors import Cancelled, LowCarbonError
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.ui.confirming import Confirming


def _read(path: Path, progress: Progress) -> Session:
    from lowcarbon_desktop.app.session import (
        Session,  # with all that reads and judges, hence not before the first paint
    )

    return Session.open(path, progress=progress, as_kept=True)


class Opening(QObject):
    """The queue of plans still to be read. A plan given twice, or open already, is shown and not read again.

    `failed` tells the path that could not be opened, and why.
    """

    failed = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks, read: Callable[[Path, Progress], Session] = _read) -> None:
        super().__init__(desk)
        self._desk, self._tasks, self._read = desk, tasks, read
        self._waiting: deque[Path] = deque()
        self._reading: Path | None = None
        self._show_next = False
        self._given = self._done = 0

    @cached_property
    def _confirming(self) -> Confirming:
        from lowcarbon_desktop.ui.confirming import Confirming

        made = Confirming(self._desk, self._tasks)
        made.failed.connect(self.failed)
        return made

    @property
    def busy(self) -> bool:
        """Whether anything is being read."""
        return self._reading is not None

    def open(self, paths: Iterable[Path]) -> None:
        """Read these plans, each an application of its own, and show the first of them."""
        self._show_next = True
        for path in dict.fromkeys(each.absolute() for each in paths):
            known = self._desk.find(path)
            if known is not None:
                self._desk.show(known)
                self._show_next = False
            elif path not in self._waiting and path != self._reading:
                self._waiting.append(path)
                self._given += 1
        self._next()

    def cancel(self) -> None:
        """Read no further; what was read stays open."""
        self._waiting.clear()

    def _next(self) -> None:
        if self._reading is not None:
            return
        if not self._waiting:
            self._given = self._done = 0
            return
        path = self._reading = self._waiting.popleft()
        title = self.tr("Reading {name}").format(name=path.name)
        if self._given > 1:
            title += f"  ({self._done + 1}/{self._given})"
        self._tasks.run(title, partial(self._read, path), self._opened, self._failed)

    def _opened(self, session: Session) -> None:
        path = self._reading
        self._desk.settings.remember(path)
        self._desk.put(session)
        if self._show_next:
            self._desk.show(session)
            self._show_next = False
        if session.owes:
            self._confirming.begin(session)
        self._go_on()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._waiting.clear()
            self._desk.tell(Notice("cancelled", lambda: self.tr("Reading was cancelled; what was open stays open.")))
        elif isinstance(error, LowCarbonError):
            self.failed.emit(self._reading, error)
        self._go_on()
        if not isinstance(error, LowCarbonError):
            raise error

    def _go_on(self) -> None:
        self._reading = None
        self._done += 1
        self._next()
