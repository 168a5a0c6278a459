"""Asks with which draft the shown one is to be compared: another open plan, or a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.settings import told_apart


class CompareDialog(QDialog):
    """`other` is what was chosen; `earlier` is checked where the other is the older draft."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Compare with another draft"))
        self.words, self.list = QLabel(self), QListWidget(self)
        self.words.setWordWrap(True)
        self.words.setText(self.tr("Hold “{name}” against:").format(name=desk.current.path.name))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.list.setAccessibleName(self.windowTitle())
        self.file = QPushButton(self.tr("Another &file…"), self)
        self.file.clicked.connect(self._ask)
        self.earlier = QRadioButton(self.tr("The other is the &earlier draft"), self)
        self.later = QRadioButton(self.tr("The other is the &later draft"), self)
        self.earlier.setChecked(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.go.setText(self.tr("&Compare"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for each in (self.words, self.list, self.file, self.earlier, self.later, buttons):
            box.addWidget(each)
        self.resize(520, 380)
        paths = tuple(each.path for each in desk.sessions if each is not desk.current)
        for path, name in zip(paths, told_apart(paths), strict=True):
            self._add(path, name)
        self.list.itemSelectionChanged.connect(self._look)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.setCurrentRow(0)
        self._look()

    @property
    def other(self) -> Path:
        """What was chosen."""
        return self.list.currentItem().data(Qt.ItemDataRole.UserRole)

    def _add(self, path: Path, name: str) -> None:
        item = QListWidgetItem(name, self.list)
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setToolTip(str(path))

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), str(self._desk.current.path.parent))
        if chosen:
            self._add(Path(chosen), Path(chosen).name)
            self.list.setCurrentRow(self.list.count() - 1)

    def _look(self) -> None:
        self.go.setEnabled(self.list.currentItem() is not None)
