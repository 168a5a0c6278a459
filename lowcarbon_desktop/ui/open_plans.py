"""The open plans and which of them is shown; what is told to the user; when what was judged is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lowcarbon_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.errors import LowCarbonError, Message, Text
    from lowcarbon_desktop.progress import Progress
    from lowcarbon_desktop.review import Undoable
    from lowcarbon_desktop.ui.notice import Notice


_SETTLES = 400
"""Milliseconds after a change until its assessment is written too, so that the window is not held up by it."""


class OpenPlans(QObject):
    """`listed`: plans came or went. `switched`: another one is shown. `judged`: the shown one was judged anew.

    `pointed` tells an Evidence that is to be shown where it stands.
    """

    listed = Signal()
    switched = Signal()
    judged = Signal()
    said = Signal(object)
    pointed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.sessions: tuple[Session, ...] = ()
        self.current: Session | None = None
        self._late = QTimer(self, singleShot=True, interval=_SETTLES)
        self._late.timeout.connect(self.settle)
        self.aside: Undoable | None = None  # what is shown in the plan's place, and takes undo and redo

    @property
    def doing(self) -> Undoable | None:
        """Whose changes undo and redo go through."""
        return self.aside or self.current

    def say(self, said: Message | Text | str) -> str:
        """What the core says, in the language of the window."""
        from lowcarbon_desktop import wording

        return wording.say(said, self.settings.lang, "window")

    def word(self, code: str, **args: object) -> str:
        """One of the small words that every face shares: word("fail") is 不通过."""
        from lowcarbon_desktop.app import said

        return said.word(code, self.settings.lang, **args)

    def tell(self, notice: Notice) -> None:
        """Show a notice to the user."""
        self.said.emit(notice)

    def fail(self, error: LowCarbonError, about: str = "") -> None:
        """Show an error to the user."""
        from lowcarbon_desktop.ui.notice import of_error

        self.tell(of_error(error, self.say, about))

    @property
    def closed(self) -> str:
        """Why nothing of the shown review can be changed; "" where it can."""
        closed = self.current.closed if self.current is not None else None
        return self.say(closed) if closed is not None else ""

    def find(self, path: Path) -> Session | None:
        """The session of this path if it is open."""
        return next((each for each in self.sessions if each.path.resolve() == path.resolve()), None)

    def put(self, session: Session) -> None:
        """Add a plan that was read, and show it if it is the only one."""
        session.lags, session.beside = True, self._beside
        self._settle_later(session)
        self.sessions = (*self.sessions, session)
        self.listed.emit()
        if self.current is None:
            self.show(session)

    def show(self, session: Session | None) -> None:
        """Show one of the open plans, or none."""
        if session is not self.current:
            self.current = session
            if session is not None:
                session.memory.read_again()  # what was corrected in another open plan is proposed in this one
            self.switched.emit()

    def unfold(self, session: Session) -> None:
        """Have the rest of a kept plan made, and tell where it is none."""
        from lowcarbon_desktop.errors import LowCarbonError

        try:
            session.unfold()
        except LowCarbonError as error:
            self.judged.emit()
            self.fail(error, session.path.name)

    def _beside(self, work: Callable[[Progress], Assessment]) -> Assessment:
        from lowcarbon_desktop.ui.judged_beside import JudgedBeside

        return JudgedBeside(work, self.parent()).outcome()

    def step(self, step: int) -> None:
        """Show the next open plan, or the one before."""
        self.show(self.sessions[(self.sessions.index(self.current) + step) % len(self.sessions)])

    def close(self, session: Session) -> None:
        """Put a plan away; what was said of it is on disk already."""
        self._settle(session)
        place = self.sessions.index(session)
        self.sessions = tuple(each for each in self.sessions if each is not session)
        self.listed.emit()
        if session is self.current:
            self.show(self.sessions[min(place, len(self.sessions) - 1)] if self.sessions else None)
        session.close()  # when nobody looks at it any more: whoever asks who has it open would open it again

    def settle(self) -> None:
        """Write what the assessments of the open plans came to; what was said is on disk already."""
        self._late.stop()
        for session in self.sessions:
            self._settle(session)

    def _settle_later(self, session: Session) -> None:
        if session.behind and not self._late.isActive():  # not begun again, so that it is done within the second
            self._late.start()

    def _settle(self, session: Session) -> None:
        known = session.unsaved
        session.settle()
        if session.unsaved not in (None, known):
            self._tell_unsaved(session)

    def _tell_unsaved(self, session: Session) -> None:
        from lowcarbon_desktop.ui.notice import Notice

        why = session.in_memory
        self.tell(Notice("warning", lambda: self.say(why)))
