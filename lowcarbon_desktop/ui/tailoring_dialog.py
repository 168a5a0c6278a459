"""A tailoring as its differences with their remarks; each can be added, changed and taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.tailoring_editing import TailoringEditing
from lowcarbon_desktop.app.tailoring_rows import Row
from lowcarbon_desktop.errors import LowCarbonError, message
from lowcarbon_desktop.rubric.change import key
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.roomy import fit
from lowcarbon_desktop.ui.tailoring_change import ChangeDialog

_REMARK = 4


class TailoringDialog(QDialog):
    """What is not saved stays as a draft beside the file, and is there again when the file is opened the next time."""

    def __init__(self, desk: Desk, editing: TailoringEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.editing = desk, editing
        self.setWindowTitle(self.tr("Tailoring {name} of {rubric}").format(
            name=editing.path.name, rubric=editing.rubric.id))
        self.table, self.faults, self.state = QTableWidget(0, 5, self), QLabel(self), QLabel(self)
        self.table.setHorizontalHeaderLabels([self.tr("Criterion"), self.tr("Change"), self.tr("Before"),
                                              self.tr("After"), self.tr("Remark")])
        self.table.setAccessibleName(self.tr("Differences"))
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(5):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column in (0, _REMARK)
                                        else QHeaderView.ResizeMode.ResizeToContents)
        self.faults.setWordWrap(True)
        palette = self.faults.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.ink("fail", self.palette()))
        self.faults.setPalette(palette)
        self.leave_out = QPushButton(self.tr("&Leave out…"), self)
        self.change = QPushButton(self.tr("&Change…"), self)
        self.back = QPushButton(self.tr("&Take back"), self)
        self.undo, self.redo = QPushButton(self.tr("&Undo"), self), QPushButton(self.tr("&Redo"), self)
        row = QHBoxLayout()
        for button in (self.leave_out, self.change, self.back, self.undo, self.redo):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.state)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Close, self)
        self.save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        box = QVBoxLayout(self)
        box.addWidget(self.table, 1)
        box.addLayout(row)
        box.addWidget(self.faults)
        box.addWidget(self.buttons)
        fit(self, 980, 520)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """The differences as they are now, and what lint says of them."""
        rows = self.editing.rows
        self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for place, each in enumerate(rows):
            texts = (f"{self._desk.say(each.title)}\n{each.criterion}", self._what(each), each.before, each.after,
                     each.remark)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column != _REMARK:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(place, column, item)
        self.table.resizeRowsToContents()
        self.table.blockSignals(False)
        self._tell(rows)

    def save_it(self) -> None:
        """Save what lints; what does not is said below the table."""
        try:
            self.editing.save(reference())
        except LowCarbonError as error:
            self._desk.fail(error, self.editing.path.name)
        self.refresh()

    def _connect(self) -> None:
        self.leave_out.clicked.connect(lambda: self._ask(leave_out=True))
        self.change.clicked.connect(lambda: self._ask(leave_out=False))
        self.back.clicked.connect(self._take_back)
        self.undo.clicked.connect(lambda: (self.editing.undo(), self.refresh()))
        self.redo.clicked.connect(lambda: (self.editing.redo(), self.refresh()))
        self.save.clicked.connect(self.save_it)
        self.buttons.rejected.connect(self.reject)
        self.table.itemChanged.connect(self._remarked)
        self.table.itemSelectionChanged.connect(lambda: self.back.setEnabled(self.table.currentRow() >= 0))
        for keys, button in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo),
                             ("Ctrl+S", self.save), ("Del", self.back)):
            QShortcut(QKeySequence(keys), self, button.click)

    def _ask(self, *, leave_out: bool) -> None:
        dialog = ChangeDialog(self._desk, self.editing, self, leave_out=leave_out)
        if dialog.exec():
            self.refresh()

    def _take_back(self) -> None:
        rows, place = self.editing.rows, self.table.currentRow()
        if 0 <= place < len(rows):
            self._try(lambda: self.editing.take_back(rows[place]))

    def _remarked(self, item: QTableWidgetItem) -> None:
        row = self.editing.rows[item.row()]
        if item.column() == _REMARK and item.text().strip() != row.remark:
            self._try(lambda: self.editing.remark(row, item.text().strip()))

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except LowCarbonError as error:
            self._desk.fail(error)
        self.refresh()

    def _tell(self, rows: tuple[Row, ...]) -> None:
        try:
            found = self.editing.examined(reference())
        except LowCarbonError as error:
            self._desk.fail(error)
            found = ()
        said = []
        for each in found:
            who = next((self._desk.say(row.title) for row in rows if row.path[:2] == each.path and each.path), "")
            said.append(f"{who}: {self._desk.say(each.said)}" if who else self._desk.say(each.said))
        self.faults.setText("\n".join(said))
        self.faults.setVisible(bool(said))
        self.state.setText(self.tr("Draft, not saved yet") if self.editing.changed else self.tr("Saved"))
        self.save.setEnabled(self.editing.changed and all(each.warning for each in found))
        self.undo.setEnabled(self.editing.to_undo is not None)
        self.redo.setEnabled(self.editing.to_redo is not None)
        self.back.setEnabled(self.table.currentRow() >= 0)

    def _what(self, row: Row) -> str:
        if row.what in ("left_out", "added"):
            return self.tr("left out") if row.what == "left_out" else self.tr("added")
        if row.what.startswith("with."):
            names = dict(self.editing.keys(row.criterion)) if row.title.zh != row.criterion else {}
            return self._desk.say(names.get(row.what, key(row.what)))
        known = row.what in ("points", "line", "severity")
        return self._desk.say(message(f"rubric-key-{row.what}")) if known else row.what
