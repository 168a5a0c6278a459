"""The rubrics to choose from in the editor, by their titles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from lowcarbon_desktop.app.rubric_titles import Called, called, listed
from lowcarbon_desktop.ui.desk import Desk


class RubricChooser(QComboBox):
    """`wanted` carries the folder of the rubric that the user chose. The shipped ones stand first."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda: self.wanted.emit(Path(self.currentData())))

    def show_all(self, chosen: Path | None, but: Path | None = None) -> None:
        """List them, and the chosen one wherever it lies; all `but` one."""
        self.blockSignals(True)
        self.clear()
        for each in listed():
            if each.folder != but:
                self._add(each)
        if chosen is not None:
            if self.findData(str(chosen)) < 0:
                self._add(called(chosen))
            self.setCurrentIndex(self.findData(str(chosen)))
            self.setToolTip(f"{self.currentText()}\n{chosen}")
        self.setAccessibleName(self.tr("Rubric"))
        self.blockSignals(False)

    def _add(self, each: Called) -> None:
        words = self.tr("{title} {version} ({id}, your own)") if each.own else self.tr("{title} {version} (shipped)")
        said = words.format(title=self._desk.say(each.title), version=each.version, id=each.id)
        self.addItem(said, str(each.folder))
        self.setItemData(self.count() - 1, said, Qt.ItemDataRole.ToolTipRole)
