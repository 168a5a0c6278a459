"""The applicant's list as a Qt model: a coat over its rows, with boxes that tick themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.row_model import Index, Role, RowModel

if TYPE_CHECKING:
    from lowcarbon_desktop.app.applicant import TodoSaid

SHADES = {"mend": "fail", "clear": "cannot_tell", "mended": "pass"}
COLUMNS: tuple[tuple[str, Callable[[TodoSaid], str]], ...] = (
    ("criterion", lambda row: f"{row.number}  {row.title}"),
    ("todo-do", lambda row: row.action or row.found),
    ("todo-where", lambda row: row.place),
    ("severity", lambda row: row.severity),
)


class ApplicantModel(RowModel):
    """`ticked` carries the id of a criterion and whether it was ticked off by hand."""

    columns = COLUMNS
    ticked = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def heading(self, column: int) -> str:
        """A word that every face shares."""
        return self._desk.word(COLUMNS[column][0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The boxes of what the program cannot see are the user's."""
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self.rows[index.row()].by_hand:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Texts by the table of columns; a box and the icon of the state in the first."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return COLUMNS[index.column()][1](row)
        if index.column() == 0 and role == Role.CheckStateRole:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if index.column() == 0 and role == Role.DecorationRole:
            return theme.icon(SHADES[row.state], QGuiApplication.palette())
        if role == Role.ForegroundRole and (row.worse or row.ticked):
            return theme.ink("fail" if row.worse else "muted", QGuiApplication.palette())
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Only a box can be set, and only where the program cannot see."""
        if role != Role.CheckStateRole or not index.isValid() or not self.rows[index.row()].by_hand:
            return False
        self.ticked.emit(self.rows[index.row()].criterion, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
