"""The matrix of policy instruments as rows and columns: fields as headings, measures below, an instrument a column."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette

from lowcarbon_desktop.analysis.instruments import Cell, Matrix
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """A field, with no measure, or a measure."""

    field: str
    measure: str | None


def state_of(matrix: Matrix, cell: Cell) -> str:
    """How a cell stands: confirmed, refused, void (said of another draft), found, or bare."""
    if any(each.cell == cell for each in matrix.void):
        return "void"
    said = matrix.said(cell)
    if said is not None:
        return "confirmed" if said.holds else "refused"
    if cell in matrix.cells:
        return "confirmed" if cell in matrix.confirmed else "found"
    return "refused" if matrix.touched(cell) else "bare"


_SHADES = {"confirmed": "pass", "refused": "fail", "void": "cannot_tell", "found": "accent"}


class InstrumentsModel(QAbstractTableModel):
    """A coat over a `Matrix`; it rules nothing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.matrix: Matrix | None = None
        self.rows: tuple[Row, ...] = ()
        self.palette = QPalette()

    def show(self, matrix: Matrix | None) -> None:
        """Show another matrix; of the same size it stays where it is."""
        if matrix is not None and self.matrix is not None and matrix.catalogue is self.matrix.catalogue:
            self.matrix = matrix
            self.refresh()
            return
        self.beginResetModel()
        self.matrix = matrix
        self.rows = () if matrix is None else tuple(
            row for field in matrix.catalogue.fields for row in (Row(field, None), *(
                Row(field, each.id) for each in matrix.catalogue.measures if each.field == field)))
        self.endResetModel()

    def refresh(self) -> None:
        """Everything may look otherwise now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)

    def cell(self, index: Index) -> Cell | None:
        """The cell that an index stands for; None for the heading of a field."""
        if self.matrix is None or not index.isValid():
            return None
        measure = self.rows[index.row()].measure
        return None if measure is None else (measure, self.matrix.catalogue.instruments[index.column()].id)

    def place(self, cell: Cell) -> QModelIndex:
        """The index of a cell."""
        row = next(number for number, each in enumerate(self.rows) if each.measure == cell[0])
        column = next(number for number, each in enumerate(self.matrix.catalogue.instruments) if each.id == cell[1])
        return self.index(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Fields and measures."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Instruments."""
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.catalogue.instruments)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.cell(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Names of instruments and of measures."""
        if self.matrix is None or section >= (self.columnCount() if orientation == Qt.Orientation.Horizontal
                                              else len(self.rows)):
            return None
        if role == Qt.ItemDataRole.FontRole and orientation == Qt.Orientation.Vertical:
            font = QFont()
            font.setBold(self.rows[section].measure is None)
            return font
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        catalogue = self.matrix.catalogue
        if orientation == Qt.Orientation.Horizontal:
            return self._desk.say(catalogue.instruments[section].name)
        row = self.rows[section]
        if row.measure is None:
            return self._desk.say(catalogue.fields[row.field])
        return self._desk.say(next(each.name for each in catalogue.measures if each.id == row.measure))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """How many sentences stand in a cell, or what the reviewer said of it; the field's instruments in its heading.
        """
        cell = self.cell(index)
        if self.matrix is None or not index.isValid():
            return None
        if cell is None:
            return self._heading(index, role)
        state = state_of(self.matrix, cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and state != "bare":
            return theme.ink(_SHADES[state], self.palette)
        if role == Qt.ItemDataRole.BackgroundRole and state != "bare":
            return theme.tint(_SHADES[state], self.palette)
        if role == Qt.ItemDataRole.FontRole and self.matrix.touched(cell):
            font = QFont()
            font.setBold(True)
            return font
        return self.told(cell) if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def words(self, cell: Cell) -> str:
        """What stands in a cell: a count, yes or no by the reviewer, ! for what does not count any more."""
        state, found = state_of(self.matrix, cell), self.matrix.cells.get(cell, ())
        count = sum(each.where is not None for each in found)
        if state == "void":
            return f"{count or ''} !".strip()
        if state == "refused":
            return self.tr("no")
        said = self.tr("yes") if state == "confirmed" else ""
        return f"{said} {count or ''}".strip()

    def told(self, cell: Cell) -> str:
        """The cell in a few words, for a tool tip and for who hears the window."""
        count = sum(each.where is not None for each in self.matrix.cells.get(cell, ()))
        return {"bare": self.tr("nothing found"),
                "found": self.tr("sentences found by the program: {count}").format(count=count),
                "confirmed": self.tr("the reviewer says: used"), "refused": self.tr("the reviewer says: not used"),
                "void": self.tr("what was said of this cell no longer counts; please look at it again"),
                }[state_of(self.matrix, cell)]

    def _heading(self, index: Index, role: int) -> object:
        if role == Qt.ItemDataRole.BackgroundRole:
            return self.palette.brush(QPalette.ColorRole.Midlight)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.ink("muted", self.palette)
        if role != Qt.ItemDataRole.DisplayRole or index.column() != 0:
            return None
        count = len(self.matrix.of_field(self.rows[index.row()].field))
        return self.tr("kinds of instrument: {count}").format(count=count) if count else self.tr("no instrument")
