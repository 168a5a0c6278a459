"""What the rubric editor asks: the id of a new rubric, the version to save, the rubric to compare with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.rubric_new import start
from lowcarbon_desktop.app.rubric_titles import called
from lowcarbon_desktop.app.rubrics import own, own_folder, shipped
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.rubric.signs import is_id
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.editor_faults import DifferencesTable
from lowcarbon_desktop.ui.editor_rubrics import RubricChooser
from lowcarbon_desktop.ui.roomy import fit


class NewRubric(QDialog):
    """Asks for the id of a rubric that is begun from another one, and makes it in the user's own folder."""

    def __init__(self, desk: Desk, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._source = desk, source
        self.folder: Path | None = None
        self.setWindowTitle(self.tr("Start a new rubric"))
        self.id, self.words, self.fault = QLineEdit(self), QLabel(self), QLabel(self)
        name = Path(source).name
        self.words.setText(self.tr("All criteria and cases of {source} are taken over, as version 0.1; the shipped "
                                   "rubric stays as it is.").format(source=desk.say(called(Path(source)).title)))
        self.id.setText(next(id for number in range(1, 1000) if (id := f"{name}-own{'' if number == 1 else number}")
                             not in (*shipped(), *own())))
        self.id.selectAll()
        for label in (self.words, self.fault):
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.id.textChanged.connect(self._look)
        form = QFormLayout()
        form.addRow(self.tr("&Id (letters a-z, digits, hyphens)"), self.id)
        box = QVBoxLayout(self)
        box.addWidget(self.words)
        box.addLayout(form)
        box.addWidget(self.fault)
        box.addWidget(self.buttons)
        self.resize(560, 180)
        self._look()

    def accept(self) -> None:
        """Make it; where that fails, say why and stay."""
        folder = own_folder() / self.id.text().strip()
        try:
            start(self.id.text().strip(), self._source, folder)
        except LowCarbonError as error:
            self.fault.setText(self._desk.say(error.message))
            return
        self.folder = folder
        super().accept()

    def _look(self) -> None:
        id = self.id.text().strip()
        taken = id in (*shipped(), *own())
        self.fault.setText(self.tr("There is a rubric of this id already.") if taken else "")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_id(id) and not taken)


def ask_version(parent: QWidget, now: str, proposed: str, wrong: int) -> str | None:
    """The version under which to save what has another meaning now; None where it is not to be saved."""
    words = QCoreApplication.translate(
        "EditorDialogs", "The rubric judges otherwise than before. Results name the version: raise it, so that they "
        "can be told apart. It was {now}.").format(now=now)
    if wrong:
        words += "\n" + QCoreApplication.translate(
            "EditorDialogs", "Cases that do not come out as expected: {count}.").format(count=wrong)
    words += "\n\n" + QCoreApplication.translate("EditorDialogs", "Version")
    given, agreed = QInputDialog.getText(parent, QCoreApplication.translate("EditorDialogs", "Save the rubric"), words,
                                         QLineEdit.EchoMode.Normal, proposed)
    return given.strip() if agreed and given.strip() else None


def ask_rubric(desk: Desk, parent: QWidget, title: str, words: str, chosen: Path | None = None,
               but: Path | None = None) -> Path | None:
    """The folder of a rubric among the shipped ones and the user's own, all `but` one."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    rubrics = RubricChooser(desk, dialog)
    rubrics.show_all(chosen, but)
    rubrics.setMinimumContentsLength(62)
    label = QLabel(words, dialog)
    label.setBuddy(rubrics)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    box = QVBoxLayout(dialog)
    for part in (label, rubrics, buttons):
        box.addWidget(part)
    return Path(rubrics.currentData()) if dialog.exec() else None


def confirmed(parent: QWidget, title: str, words: str) -> bool:
    """Whether the user agrees."""
    return QMessageBox.question(parent, title, words) == QMessageBox.StandardButton.Yes


class Compared(QDialog):
    """The differences from another rubric, field by field."""

    def __init__(self, table: DifferencesTable, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.table = table
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(QLabel(self.tr("Nothing differs."), self) if not table.rowCount() else table, 1)
        box.addWidget(buttons)
        fit(self, 1000, 560)
