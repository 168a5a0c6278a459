"""Watches the draft of the open plan and reads it again when it was saved, however the editor saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from lowcarbon_desktop.app.reach import in_reach
from lowcarbon_desktop.errors import Cancelled, LowCarbonError

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.ui.desk import Desk
    from lowcarbon_desktop.ui.tasks import Tasks

SETTLED = 400
"""Milliseconds that a file must not change before it is taken to be written."""
LOOK = 3000
"""Milliseconds between looks where nothing is heard of a change, as on a network place."""


class DraftWatch(QObject):
    """`read_again` tells that the draft was taken up anew, `waiting` why it could not be, in words of the core."""

    read_again = Signal()
    waiting = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._session: Session | None = None
        self._known: object = ()
        self._last: object = ()
        self._reading = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._heard)
        self._watcher.directoryChanged.connect(self._heard)
        self._settled, self._look = QTimer(self), QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED)
        self._settled.timeout.connect(self._compare)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(self._compare)

    def follow(self, session: Session | None) -> None:
        """Watch the draft of a session instead of the last one's; None for none."""
        if session is self._session:
            return
        self._session = session
        self._settled.stop()
        if self._watcher.files() + self._watcher.directories():
            self._watcher.removePaths(self._watcher.files() + self._watcher.directories())
        if session is None:
            self._look.stop()
            return
        from lowcarbon_desktop.app.draft_state import state

        self._known = self._last = state(session.path)
        self._put_on(session.path)
        self._look.start()

    def _put_on(self, path: Path) -> None:
        """The folder too: an editor that puts a new file in the place of the old one ends the watch on the file."""
        wanted = {str(each) for each in (path, path.parent) if in_reach(each)}
        missing = wanted - {*self._watcher.files(), *self._watcher.directories()}
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _heard(self) -> None:
        self._settled.start()

    def _compare(self) -> None:
        """Read it again once it is another than before and has stayed so between two looks."""
        session = self._session
        if session is None or self._reading or self._desk.busy:
            return
        from lowcarbon_desktop.app.draft_state import state

        now = state(session.path)
        self._put_on(session.path)
        if not now or now == self._known:
            self._last = now
        elif now != self._last:
            self._last = now
            self._settled.start()
        else:
            self._known, self._reading = now, True
            self._tasks.run(self.tr("Reading {name} again").format(name=session.path.name), session.read_again,
                            lambda source: self._read(session, source), self._failed)

    def _read(self, session: Session, source: object) -> None:
        if self._desk.busy:
            QTimer.singleShot(SETTLED, self, lambda: self._read(session, source))
            return
        self._reading = False
        if session in self._desk.sessions and self._desk.take_up(session, source):
            self.read_again.emit()
        self._settled.start()  # it may have been saved once more meanwhile

    def _failed(self, error: BaseException) -> None:
        self._reading = False
        if isinstance(error, LowCarbonError):
            if not isinstance(error, Cancelled):
                self.waiting.emit(error.message)
            return
        raise error
