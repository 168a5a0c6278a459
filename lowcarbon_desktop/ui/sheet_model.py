"""A sheet as it looks, as a Qt model: texts at their rows and columns, and what was understood of which cell."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lowcarbon_desktop.app.source_view import Sheet
from lowcarbon_desktop.plan.where import column_letters

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Spot = tuple[int, int]


class SheetModel(QAbstractTableModel):
    """`marks` are the states of the readings by (row, column), `ring` the cell of the chosen one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.marks: Mapping[Spot, str] = {}
        self.ring: Spot | None = None

    def show(self, sheet: Sheet | None) -> None:
        """Show a sheet without marks."""
        self.beginResetModel()
        self.sheet, self.marks, self.ring = sheet, {}, None
        self.endResetModel()

    def mark(self, marks: Mapping[Spot, str]) -> None:
        """Tint these cells by the state of what was read of them."""
        before, self.marks = self.marks, marks
        self._changed({spot for spot in before.keys() | marks.keys() if before.get(spot) != marks.get(spot)})

    def put_ring(self, spot: Spot | None) -> None:
        """Put the ring around a cell."""
        before, self.ring = self.ring, spot
        self._changed({each for each in (before, spot) if each is not None} if before != spot else set())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as the sheet has."""
        return len(self.sheet.rows) if self.sheet is not None and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as the longest row has."""
        return self.sheet.width if self.sheet is not None and not parent.isValid() else 0

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The text as printed."""
        if not index.isValid() or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return self.sheet.text(index.row(), index.column()) or None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The letters of the columns and the numbers of the rows."""
        if role != Role.DisplayRole:
            return None
        return column_letters(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def _changed(self, spots: set[Spot]) -> None:
        for row, column in spots:
            index = self.index(row, column)
            self.dataChanged.emit(index, index)
