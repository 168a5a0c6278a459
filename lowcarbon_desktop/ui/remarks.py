"""What the user should see about the reading of the shown plan, told above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lowcarbon_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.message_bar import MessageBar
    from lowcarbon_desktop.ui.notice import Notice


class Remarks:
    """Told again only when they have become others, so that a notice that was put away stays away."""

    def __init__(self, desk: Desk, messages: MessageBar) -> None:
        self._desk, self._messages = desk, messages
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
            self._told = Notice(kind, lambda: "\n".join(self._desk.say(each) for each in remarks))
            self._desk.tell(self._told)
