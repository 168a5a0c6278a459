"""The keys of a reviewer in a list of criteria: A agrees, O overrules, C comments, N goes to the next open one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.ui.verdict_pane import VerdictPane


def verdict_keys(list_: QWidget, pane: VerdictPane, next_open: Callable[[], None]) -> None:
    """Put them on a list alone, so that they are letters wherever one types."""
    for key, use in (("A", pane.agree_now), ("O", pane.overrule), ("C", pane.comment.setFocus), ("N", next_open)):
        QShortcut(QKeySequence(key), list_, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(use)
