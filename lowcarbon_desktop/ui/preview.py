"""The page of the window that shows the reviewer PDF before it is saved or printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.paper import PaperView


class Preview(Attentive, QWidget):
    """`back`, `save` and `print` are what its buttons ask for."""

    back = Signal()
    save = Signal()
    print = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PaperView(self)
        self.buttons = [QPushButton(self) for _ in range(6)]
        uses = (self.back.emit, lambda: self.view.zoom(1 / 1.25), lambda: self.view.zoom(1.25), self.view.fit,
                self.save.emit, self.print.emit)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 10, 8)
        head.setSpacing(6)
        for place, (button, use) in enumerate(zip(self.buttons, uses, strict=True)):
            button.clicked.connect(lambda _=False, use=use: use())
            head.addWidget(button)
            if place in (0, 3):
                head.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.view, 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back.emit,
                  context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()

    def show_file(self, path: Path) -> None:
        """Show a PDF and give it the keyboard."""
        self.view.show_file(path)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        names = ((self.tr("Bac&k to the findings"), "back"), (self.tr("Smaller"), ""), (self.tr("Larger"), ""),
                 (self.tr("Fit width"), ""), (self.tr("&Save as PDF…"), "save"), (self.tr("&Print…"), "print"))
        for button, (text, icon) in zip(self.buttons, names, strict=True):
            button.setText(text)
            if icon:
                button.setIcon(theme.icon(icon, self.palette()))
        self.view.setAccessibleName(self.tr("Preview of the report"))

    def recolour(self) -> None:
        """The same in another look."""
        self.retranslate()
