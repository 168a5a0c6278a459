"""A text that is kept while it is typed, with its label and the word that says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

_SOON = 150  # milliseconds after a key, by which the text is on disk, also while the user types on
Keep = Callable[[object, str, bool], bool]


class KeptText(QPlainTextEdit):
    """`keep(of, text, going_on)` keeps it: of what, and whether it goes on with what was kept before."""

    def __init__(self, keep: Keep, rows: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._keep_it = keep
        self._of: object = None
        self._pending = self._going_on = False
        self._asks = self._why = ""
        self.label, self.kept = QLabel(parent), QLabel(parent)
        self.label.setBuddy(self)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a file that is dropped here is a plan to open, not a text
        line = self.fontMetrics().height()
        self.setMinimumHeight(line + 16)
        self.setMaximumHeight(line * rows + 16)
        self.textChanged.connect(self._typed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._keep)

    def show_text(self, of: object, text: str) -> None:
        """Show the text of something; while the user still types of it, what is typed counts."""
        if of != self._of:
            self.keep_now()
        # Blanks at the ends are not kept everywhere, and must not be taken from under the user's hands.
        if of != self._of or (not self._pending and text.strip() != self.toPlainText().strip()):
            self._of, self._going_on = of, False
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self.kept.clear()

    def keep_now(self) -> None:
        """Keep what was typed now, without waiting; what is typed from now on is a change of its own."""
        self._keep()
        self._going_on = False

    def name(self, label: str, placeholder: str) -> None:
        """Say what it is, in the language of the window."""
        self.label.setText(label)
        self.setAccessibleName(label.replace("&", ""))
        self._asks = placeholder
        self.setPlaceholderText(self._why or placeholder)
        self.kept.clear()

    def lock(self, why: str) -> None:
        """Only show the text, on the ground of the window, and say `why` where one would write; "" opens it again."""
        self._why = why
        self.setReadOnly(bool(why))
        self.setPlaceholderText(why or self._asks)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window if why else QPalette.ColorRole.Base)

    def column(self) -> QWidget:
        """The label and the word above, the text below, to be shown and hidden together."""
        head = QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch()
        head.addWidget(self.kept)
        whole = QWidget(self.parentWidget())
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self)
        return whole

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It is kept at once when the editor loses the focus."""
        super().focusOutEvent(event)
        self.keep_now()

    def _typed(self) -> None:
        self.kept.clear()
        self._pending = True
        if not self._soon.isActive():
            self._soon.start()

    def _keep(self) -> None:
        self._soon.stop()
        if self._pending and self._of is not None:
            self._pending = False
            if self._keep_it(self._of, self.toPlainText(), self._going_on):
                self._going_on = True
                self.kept.setText(self.tr("kept"))
