"""Asks for one difference of a tailoring: which criterion, what of it, the new value, and the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.tailoring_editing import TailoringEditing
from lowcarbon_desktop.errors import LowCarbonError, message
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.rubric.change import shown
from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.editor_inputs import number


class ChangeDialog(QDialog):
    """A reason is always asked for; a locked criterion says that it cannot be left out or weakened."""

    def __init__(self, desk: Desk, editing: TailoringEditing, parent: QWidget | None = None, *,
                 leave_out: bool) -> None:
        super().__init__(parent)
        self._desk, self._editing, self._leave_out = desk, editing, leave_out
        self.setWindowTitle(self.tr("Leave a criterion out") if leave_out else self.tr("Change a criterion"))
        self.criterion, self.what, self.value = QComboBox(self), QComboBox(self), QComboBox(self)
        self.remark, self.now, self.locked = QLineEdit(self), QLabel(self), QLabel(self)
        for each in editing.rubric:
            self.criterion.addItem(f"{desk.say(each.number)} {desk.say(each.title)} ({each.id})", each.id)
        self.criterion.setEditable(True)
        self.criterion.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.criterion.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.criterion.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.value.setEditable(True)
        self.locked.setWordWrap(True)
        self.locked.setText(desk.say(message("rubric-locked")))
        self.remark.setPlaceholderText(self.tr("why, for all who read the results"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Criterion"), self.criterion)
        if not leave_out:
            form.addRow(self.tr("C&hange"), self.what)
            form.addRow(self.tr("Now"), self.now)
            form.addRow(self.tr("&New value"), self.value)
        form.addRow(self.tr("&Reason"), self.remark)
        box = QVBoxLayout(self)
        box.addLayout(form)
        box.addWidget(self.locked)
        box.addWidget(self.buttons)
        for widget in (self.what, self.now, self.value):
            widget.setVisible(not leave_out)
        self.criterion.currentIndexChanged.connect(self._chosen)
        self.what.currentIndexChanged.connect(self._asked)
        for signal in (self.remark.textChanged, self.value.editTextChanged):
            signal.connect(self._look)
        self.resize(680, 220)
        self._chosen()

    def accept(self) -> None:
        """Make the change; where it cannot be made, say why and stay."""
        id, remark = str(self.criterion.currentData()), self.remark.text().strip()
        try:
            if self._leave_out:
                self._editing.leave_out(id, remark)
            else:
                self._editing.change(id, str(self.what.currentData()), self._value(), remark)
        except LowCarbonError as error:
            self.locked.setText(self._desk.say(error.message))
            self.locked.show()
            return
        super().accept()

    @property
    def _criterion(self) -> Criterion:
        return self._editing.rubric.criterion(str(self.criterion.currentData()))

    def _value(self) -> object:
        """What was typed, of the kind that stands there now: a list where it is one."""
        place = self.value.findText(self.value.currentText())
        text = str(self.value.itemData(place)) if place >= 0 else self.value.currentText().strip()
        if isinstance(self._before(), list | tuple):
            return [number(each.strip()) for each in text.replace("、", ",").split(",") if each.strip()]
        return {"true": True, "false": False}.get(text, number(text))

    def _before(self) -> object:
        what = self.what.currentData()
        return self._editing.now(self._criterion.id, what) if what is not None else None

    def _chosen(self) -> None:
        self.what.clear()
        for key, name in self._editing.keys(self._criterion.id):
            self.what.addItem(self._desk.say(name), key)
        self.locked.setVisible(self._criterion.locked)
        self._look()

    def _asked(self) -> None:
        self.value.clear()
        before = self._before()
        if self.what.currentData() == "severity":
            for each in SEVERITIES:
                self.value.addItem(self._desk.say(message(f"rubric-severity-{each}")), each)
        self.value.setEditText("")
        self.now.setText(self._desk.say(message(f"rubric-severity-{before}"))
                         if self.what.currentData() == "severity" else "—" if before is None else shown(before))

    def _look(self) -> None:
        full = bool(self.remark.text().strip()) and (self._leave_out or bool(self.value.currentText().strip()))
        barred = self._leave_out and self._criterion.locked
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(full and not barred)
