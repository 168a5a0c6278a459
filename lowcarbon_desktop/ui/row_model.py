"""The coat over a tuple of rows that the tables of the window share; what a cell shows is each table's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class RowModel(QAbstractTableModel):
    """`columns` is the table of columns, one entry each. Rows of the same keys take the place of the last ones
    without a reset, so that selection and scroll stay.
    """

    columns: Sequence[object] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple = ()

    def key(self, row: object) -> object:
        """By what a row is known again when it says something else; the row itself where nothing is."""
        return row

    def heading(self, column: int) -> str:
        """What stands above a column."""
        raise NotImplementedError

    def show(self, rows: tuple) -> None:
        """Show these rows."""
        if [*map(self.key, rows)] != [*map(self.key, self.rows)]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def said_anew(self) -> None:
        """Everything is said in another language."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As the table of columns says."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.heading(section)
        return None
