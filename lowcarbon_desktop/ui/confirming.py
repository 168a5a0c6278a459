"""Has a review that is shown as it was kept judged anew behind the picture, and tells where that came out otherwise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session

_AFTER = 250
"""Milliseconds after a review was opened: what is shown is painted first, and answers to the first key."""


class Confirming(QObject):
    """`failed` tells the path of a file that turned out to be damaged, and why."""

    failed = Signal(object, object)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(desk)
        self._desk, self._tasks = desk, tasks

    def begin(self, session: Session) -> None:
        """Look behind a review that was just opened, where there is anything to look at."""
        if session.owes:
            QTimer.singleShot(_AFTER, self, partial(self._examine, session))

    def _examine(self, session: Session) -> None:
        if session in self._desk.sessions and session.owes:
            self._tasks.run(self.tr("Checking {name}").format(name=session.path.name), session.examine,
                            lambda _: self._confirm(session), partial(self._failed, session))

    def _confirm(self, session: Session) -> None:
        from lowcarbon_desktop.errors import LowCarbonError

        if session not in self._desk.sessions:
            return
        if self._desk.busy:
            QTimer.singleShot(_AFTER, self, partial(self._confirm, session))
            return
        otherwise, fault = True, None
        try:
            otherwise = session.confirm()
        except LowCarbonError as error:
            fault = error
        if otherwise and session is self._desk.current:
            self._desk.judged.emit()
        if fault is not None:  # last, so that its way out is the one that is offered
            self.failed.emit(session.path, fault)

    def _failed(self, session: Session, error: BaseException) -> None:
        from lowcarbon_desktop.errors import Cancelled, LowCarbonError
        from lowcarbon_desktop.ui.notice import Notice

        if isinstance(error, Cancelled):
            self._desk.tell(Notice("info", lambda: self.tr(
                "Checking was cancelled; it is made up for before the review is sealed or printed.")))
        elif isinstance(error, LowCarbonError):
            self._confirm(session)
        else:
            raise error
