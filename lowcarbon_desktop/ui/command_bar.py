"""The line at the bottom: the command that gives the same findings, and where the reviewer's work is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk


class CommandBar(Attentive, QWidget):
    """Everything that the window shows can be had on the command line too; here is how."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.kept, self.label, self.line, self.copy = QLabel(self), QLabel(self), QLineEdit(self), QToolButton(self)
        self.line.setReadOnly(True)
        self.line.setFrame(False)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setFamilies([fixed.family(), theme.FAMILY])
        self.line.setFont(fixed)
        palette = self.line.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.line.setPalette(palette)
        self.label.setBuddy(self.line)
        self.copy.setAutoRaise(True)
        self.copy.clicked.connect(self.copy_it)
        self.kept.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 3, 8, 3)
        box.setSpacing(8)
        box.addWidget(self.kept)
        box.addSpacing(12)
        box.addWidget(self.label)
        box.addWidget(self.line, 1)
        box.addWidget(self.copy)
        self.retranslate()

    def refresh(self) -> None:
        """Say what is so now."""
        session = self._desk.current
        if session is None:
            return
        self.line.setText(session.command_line(self._desk.settings.lang))
        self.line.setCursorPosition(0)
        shade = "muted"
        if session.unsaved:
            words, shade = self.tr("Not kept on disk yet"), "cannot_tell"
        elif session.closed is not None:
            words, shade = self.tr("Read-only: {file}").format(file=session.review_path.name), "cannot_tell"
        elif session.review_path is None:
            words = self.tr("Nothing to keep yet")
        else:
            words = self.tr("Kept in {file}").format(file=session.review_path.name)
        palette = self.kept.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.ink(shade, self.palette()))
        self.kept.setPalette(palette)
        self.kept.setText(words)
        self.kept.setToolTip(str(session.review_path or ""))

    def copy_it(self) -> None:
        """Put the command line on the clipboard."""
        QGuiApplication.clipboard().setText(self.line.text())

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.label.setText(self.tr("Same on the command line:"))
        self.line.setAccessibleName(self.tr("The command that gives the same findings"))
        self.copy.setToolTip(self.tr("Copy the command line"))
        self.copy.setAccessibleName(self.tr("Copy the command line"))
        self.copy.setIcon(theme.icon("copy", self.palette()))
        self.refresh()

    def recolour(self) -> None:
        """The same in another look."""
        self.retranslate()
