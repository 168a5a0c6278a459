"""The corrections that are remembered from other drafts: what each says, and a button to forget them."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.ui.desk import Desk


class RememberedDialog(QDialog):
    """The list is read from disk when it opens and after each change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Remembered corrections"))
        self.words, self.list = QLabel(self), QListWidget(self)
        self.words.setWordWrap(True)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.windowTitle())
        self.list.itemSelectionChanged.connect(self._look)
        self.forget = QPushButton(self.tr("&Forget the selected"), self)
        self.forget.clicked.connect(self._forget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.forget, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.words)
        box.addWidget(self.list, 1)
        box.addWidget(buttons)
        self.resize(760, 440)
        self._fill()

    def _fill(self) -> None:
        from lowcarbon_desktop.app.proposals import reason_of
        from lowcarbon_desktop.app.reference import reference
        from lowcarbon_desktop.app.remembered import Memory

        self.list.clear()
        for each in Memory().entries:
            QListWidgetItem(self._desk.say(reason_of(each, reference())), self.list)
        self.words.setText(self.tr(
            "These corrections are proposed again for drafts with the same heading. Forget those that should not be."
        ) if self.list.count() else self.tr("Nothing is remembered yet."))
        self._look()

    def _look(self) -> None:
        self.forget.setEnabled(bool(self.list.selectedItems()))

    def _forget(self) -> None:
        numbers = tuple(self.list.row(item) + 1 for item in self.list.selectedItems())
        if self._desk.forget_remembered(numbers):
            self._fill()
