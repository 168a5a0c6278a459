"""The frame that every page about rounds and experts has: a way back, a title, a line of words, and buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk


class ReviewFrame(Attentive, QWidget):
    """`back`: the reader is done; `wanted`: (title, work, then) to be done in the background; `made`: a file to show;
    `changed`: something can be undone now, or not any more.

    A page puts its widgets into `box` and says everything in `retranslate`.
    """

    back = Signal()
    wanted = Signal(str, object, object)
    made = Signal(object)
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.away, self.title, self.words = QPushButton(self), QLabel(self), QLabel(self)
        self.away.clicked.connect(self.back)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(12, 8, 12, 4)
        self.head.setSpacing(12)
        self.head.addWidget(self.away)
        self.head.addWidget(self.title, 1)
        self.words.setContentsMargins(14, 0, 14, 8)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addLayout(self.head)
        self.box.addWidget(self.words)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back.emit,
                  context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.away.setText(QCoreApplication.translate("ReviewFrame", "Bac&k"))
        self.away.setIcon(theme.icon("back", self.palette()))

    def recolour(self) -> None:
        """The same in another look."""
        self.retranslate()
