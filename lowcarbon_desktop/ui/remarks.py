"""What the user should see about the reading of the shown plan, told above it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.ui.message_bar import MessageBar
    from lowcarbon_desktop.ui.notice import Notice


class Remarks:
    """Told again only when they have become others, so that a notice that was put away stays away."""

    def __init__(self, desk: Desk, messages: MessageBar, rescue: Callable[[Path], None]) -> None:
        self._desk, self._messages, self._rescue = desk, messages, rescue
        self._last: tuple[object, ...] = ()
        self._told: Notice | None = None

    def tell(self) -> None:
        """Tell those of the shown plan in the place of the last ones."""
        session = self._desk.current
        remarks = tuple(dict.fromkeys((*session.remarks, *session.plan.remarks))) if session is not None else ()
        if remarks == self._last:
            return
        self._last = remarks
        self._messages.clear("info")
        self._messages.take_back(self._told)
        if remarks:
            from lowcarbon_desktop.ui.notice import Notice
            # That the review goes on is good news; all else that is said of it asks for a look.
            kind = "info" if all(each.code == "session-resumed" for each in session.remarks) else "warning"
            self._told = Notice(kind, lambda: "\n".join(self._desk.say(each) for each in remarks),
                                offer=self._offer(session), quiet=True)
            self._desk.tell(self._told)

    def _offer(self, session: Session) -> tuple[Callable[[], str], Callable[[], None]] | None:
        """To rescue what is good where the review of what is shown is damaged."""
        damaged = any(each is not None and each.code == "review-damaged" for each in (session.closed, session.unsaved))
        path = session.review_path
        if not damaged or path is None:
            return None
        return (lambda: QCoreApplication.translate("Unopened", "Rescue what is good…")), lambda: self._rescue(path)
