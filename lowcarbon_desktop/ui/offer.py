"""The line that offers to look at doubtful readings before anything is judged on them; it forces nobody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lowcarbon_desktop.ui import theme


class Offer(QFrame):
    """`taken`: the reviewer wants to look."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = (0, 0, 0)
        self.words, self.go = QLabel(self), QPushButton(self)
        self.go.clicked.connect(self.taken)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 5, 14, 5)
        box.setSpacing(14)
        box.addWidget(self.words)
        box.addWidget(self.go)
        box.addStretch()
        self.hide()
        self._say()

    def tell(self, doubtful: int, proposed: int, unbased: int) -> None:
        """Offer to look at so many readings; where there are none the offer goes."""
        if (doubtful, proposed, unbased) != self._waiting:
            self._waiting = (doubtful, proposed, unbased)
            self._say()
            self.setVisible(any(self._waiting))

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A wash in the colour of doubt."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.tint("cannot_tell", self.palette(), 0.13))
        painter.end()

    def _say(self) -> None:
        doubtful, proposed, unbased = self._waiting
        told = []
        if doubtful:
            told.append(self.tr("Readings in doubt: {count}. What rests on them stays open until you have looked."
                                ).format(count=doubtful))
        if proposed:
            told.append(self.tr("Readings that were corrected in earlier drafts: {count}.").format(count=proposed))
        if unbased:
            told.append(self.tr("Cuts without a base year: {count}.").format(count=unbased))
        self.words.setText(" ".join(told))
        self.go.setText(self.tr("Look at them (Ctrl+3)"))
