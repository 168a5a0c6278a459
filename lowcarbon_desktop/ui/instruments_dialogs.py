"""The two questions of the matrix of instruments: into which cell a sentence goes, and which sentence of the text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.analysis.instruments import Cell, Matrix
from lowcarbon_desktop.app import said
from lowcarbon_desktop.ui.desk import Desk

_MOST = 3000


class CellDialog(QDialog):
    """Two lists: the measure and the instrument."""

    def __init__(self, desk: Desk, matrix: Matrix, cell: Cell, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = cell
        self.setWindowTitle(self.tr("Move the sentence"))
        words = QLabel(f"“{text}”", self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.measure, self.instrument = QComboBox(self), QComboBox(self)
        for each in matrix.catalogue.measures:
            field = desk.say(matrix.catalogue.fields[each.field])
            self.measure.addItem(f"{field} · {desk.say(each.name)}", each.id)
        for each in matrix.catalogue.instruments:
            self.instrument.addItem(desk.say(each.name), each.id)
        self.measure.setMaxVisibleItems(21)
        for box, id in ((self.measure, cell[0]), (self.instrument, cell[1])):
            box.setCurrentIndex(box.findData(id))
            box.currentIndexChanged.connect(self._look)
        form = QFormLayout()
        form.addRow(self.tr("&Measure"), self.measure)
        form.addRow(self.tr("&Instrument"), self.instrument)
        self.buttons = _buttons(self)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addWidget(words)
        box.addLayout(form)
        box.addWidget(self.buttons)
        self.resize(520, self.sizeHint().height())
        self._look()

    @property
    def cell(self) -> Cell:
        """The cell that is chosen."""
        return self.measure.currentData(), self.instrument.currentData()

    def _look(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.cell != self._here)


class SentenceDialog(QDialog):
    """All sentences of the text, filtered as one types."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put a sentence in"))
        self.search, self.list = QLineEdit(self), QListWidget(self)
        self.search.setPlaceholderText(self.tr("Filter by text"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setAccessibleName(self.tr("Sentences of the text"))
        self.list.itemDoubleClicked.connect(self.accept)
        plan = desk.current.plan
        for evidence in desk.current.sentences()[:_MOST]:
            place = said.place(evidence.where, plan, desk.settings.lang)
            QListWidgetItem(f"{place}  {evidence.text}", self.list).setData(Qt.ItemDataRole.UserRole, evidence.text)
        self.buttons = _buttons(self)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        box = QVBoxLayout(self)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addWidget(self.buttons)
        self.resize(720, 520)
        self._look()

    @property
    def text(self) -> str:
        """The sentence that is chosen; empty where none is."""
        item = self.list.currentItem()
        return "" if item is None or item.isHidden() else item.data(Qt.ItemDataRole.UserRole)

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())
        self._look()

    def _look(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.text))


def ask_cell(desk: Desk, matrix: Matrix, cell: Cell, text: str, parent: QWidget) -> Cell | None:
    """Into which cell the sentence goes; None where the question is left."""
    dialog = CellDialog(desk, matrix, cell, text, parent)
    return dialog.cell if dialog.exec() == QDialog.DialogCode.Accepted else None


def ask_sentence(desk: Desk, parent: QWidget) -> str:
    """Which sentence of the text; empty where the question is left."""
    dialog = SentenceDialog(desk, parent)
    return dialog.text if dialog.exec() == QDialog.DialogCode.Accepted else ""


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
