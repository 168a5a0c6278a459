"""Forgets remembered corrections, where they are proposed or in their list, and offers to put them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.app.remembered import Memory
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.ui.notice import Notice

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from lowcarbon_desktop.review.remembered import Remembered
    from lowcarbon_desktop.ui.desk import Desk


def forget(desk: Desk, which: Callable[[Memory], tuple[Remembered, ...]]) -> bool:
    """Forget some, and say so with a button that puts them back; False, and a notice, where that cannot be."""
    gone: list[Remembered] = []
    if not _change(desk, lambda memory: gone.extend(which(memory))):
        return False
    if gone:
        desk.tell(Notice("info", lambda: translate(
            "Forgetting", "Remembered corrections forgotten: {count}. They are not proposed any more; what was "
                          "corrected in the drafts themselves stays.").format(count=len(gone)),
            offer=(lambda: translate("Forgetting", "Put them back"),
                   lambda: _change(desk, lambda memory: memory.put_back(gone)))))
    return True


def _change(desk: Desk, change: Callable[[Memory], object]) -> bool:
    try:
        change(Memory())
    except LowCarbonError as error:
        desk.fail(error)
        return False
    finally:
        if desk.current is not None:
            desk.current.memory.read_again()
            desk.judged.emit()
    return True
