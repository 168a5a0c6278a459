"""What could not be opened: one notice of all that was given at once, with the reason of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.notice import Notice, of_error

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.message_bar import MessageBar

_SHOWN = 5
"""How many are named above the plan; the details have all of them."""


class Unopened(QObject):
    """A file that fails while the notice of others is still to be seen joins them; of a damaged review, what is good
    can be rescued.
    """

    def __init__(self, desk: Desk, messages: MessageBar, rescue: Callable[[Path], None]) -> None:
        super().__init__(desk)
        self._desk, self._messages, self._rescue = desk, messages, rescue
        self._failed: tuple[tuple[Path, LowCarbonError], ...] = ()
        self._notice: Notice | None = None

    def add(self, path: Path, error: LowCarbonError) -> None:
        """Tell of one more file."""
        before = self._failed if self._messages.holds(self._notice) else ()
        self._failed = (*before, (path, error))
        self._messages.take_back(self._notice)
        self._notice = self._alone(path, error) if not before else self._together()
        self._desk.tell(self._notice)

    def _alone(self, path: Path, error: LowCarbonError) -> Notice:
        if error.message.code != "review-damaged":
            return of_error(error, self._desk.say, path.name)
        offer = (lambda: self.tr("Rescue what is good…"), lambda: self._rescue(path))
        return Notice("error", lambda: self._desk.say(error.message), offer=offer)

    def _together(self) -> Notice:
        failed = self._failed

        def lines() -> list[str]:
            return [of_error(error, self._desk.say, path.name).words() for path, error in failed]

        def words() -> str:
            head = self.tr("Files that could not be opened: {count}").format(count=len(failed))
            more = [self.tr("… and {count} more, see the details").format(count=len(failed) - _SHOWN)]
            return "\n".join((head, *lines()[:_SHOWN], *more[:len(failed) > _SHOWN]))

        return Notice("error", words, lambda: "\n".join(lines()) if len(failed) > _SHOWN else "")
