"""The summary of a folder of plans: a line each, from which the plan can be opened, and the files that were written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.plain_list import PlainList
from lowcarbon_desktop.ui.roomy import fit
from lowcarbon_desktop.ui.row_model import Index, Role, RowModel

if TYPE_CHECKING:
    from lowcarbon_desktop.app.batch import Batch
    from lowcarbon_desktop.app.batch_said import RowSaid

COLUMNS: tuple[tuple[str, Callable[[RowSaid], str]], ...] = (
    ("file", lambda row: row.file),
    ("region", lambda row: row.applicant),
    ("summary-must-fail", lambda row: str(row.counts[0].failed) if row.counts else "—"),
    ("summary-must-open", lambda row: str(row.counts[0].open) if row.counts else "—"),
    ("summary-should-fail", lambda row: str(row.counts[1].failed) if row.counts else "—"),
    ("all-points", lambda row: row.score or "—"),
    ("summary-failing", lambda row: "  ".join(row.failing)),
    ("summary-reason", lambda row: row.reason),
)


class BatchModel(RowModel):
    """One row a plan that was read or refused."""

    columns = COLUMNS

    def __init__(self, desk: Desk, rows: tuple[RowSaid, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self.rows = desk, rows

    def heading(self, column: int) -> str:
        """A word that every face shares."""
        return self._desk.word(COLUMNS[column][0])

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Texts by the table of columns; the first column has the icon of the worst that is settled."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return COLUMNS[index.column()][1](row)
        if role == Role.DecorationRole and index.column() == 0:
            shade = ("rubric_error" if not row.counts else "fail" if row.counts[0].failed
                     else "cannot_tell" if row.counts[0].open else "pass")
            return theme.icon(shade, QGuiApplication.palette())
        return None


class BatchDialog(QDialog):
    """`wanted` carries the path of a plan that is to be opened."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, found: Batch, folder: Path, out: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from lowcarbon_desktop.app.batch_said import batch_said

        self._folder = folder
        said = batch_said(found.entries, found.rubric, desk.settings.lang)
        self.setWindowTitle(self.tr("Summary: {name}").format(name=folder.name))
        self.words = QLabel("\n".join(said.lead), self)
        self.reason = QLabel(self)
        for label in (self.words, self.reason):
            label.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = BatchModel(desk, said.rows, self)
        self.table = PlainList(self.model, self)
        self.table.setAccessibleName(self.windowTitle())
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.activated.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._look)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.plan = QPushButton(self.tr("&Open the plan"), self)
        self.plan.clicked.connect(self._open)
        for button in (self.plan,
                       self._opener(self.tr("&Summary as PDF"), out / "summary.pdf"),
                       self._opener(self.tr("Summary in &Excel"), out / "summary.xlsx"),
                       self._opener(self.tr("&Folder of the reports"), out)):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for part in (self.words, self.table, self.reason, buttons):
            box.addWidget(part)
        box.setStretch(1, 1)
        fit(self, 1080, 620)
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()
        self._look()

    def _opener(self, text: str, path: Path) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(str(path))
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        return button

    def _look(self) -> None:
        index = self.table.currentIndex()
        self.plan.setEnabled(index.isValid() and bool(self.model.rows[index.row()].counts))
        self.reason.setText(self.model.rows[index.row()].reason if index.isValid() else "")
        self.reason.setVisible(bool(self.reason.text()))

    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.model.rows[index.row()].counts:
            self.wanted.emit(self._folder / self.model.rows[index.row()].file)
