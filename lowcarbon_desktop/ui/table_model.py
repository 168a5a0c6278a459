"""The table as it was read, as a Qt model: a coat over its rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lowcarbon_desktop.plan import Cell, Row, Table, Where
from lowcarbon_desktop.ui.cell_words import brief
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_FEW = 60


class TableModel(QAbstractTableModel):
    """One table of the plan. The first column names each row's role; the others are the sheet's own columns."""

    typed = Signal(object, str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table: Table | None = None
        self.sight: Sight | None = None
        self._lit: frozenset[tuple[int, int]] = frozenset()
        self._looks: list[tuple[tuple[object, ...], ...]] | None = None  # made when they are compared with others
        self._roles: dict[int, Callable[[Row, Cell], object]] = {
            Role.DisplayRole: lambda row, cell: cell.text,
            Role.EditRole: lambda row, cell: cell.text,
            Role.ToolTipRole: lambda row, cell: brief(self._desk, self.sight, row, cell),
            Role.AccessibleTextRole: lambda row, cell: brief(self._desk, self.sight, row, cell),
        }

    def show(self, table: Table | None, sight: Sight | None) -> None:
        """Show a table; one of the same shape takes the last one's place without a reset, so that nothing jumps."""
        same = _shape(table) == _shape(self._table)
        if not same:
            self.beginResetModel()
            self._lit = frozenset()
        before = self._looked() if same else []
        self._looks, self._table, self.sight = None, table, sight
        if not same:
            self.endResetModel()
            return
        looks = self._looked()
        self._say_changed({(r, c) for r, (old, new) in enumerate(zip(before, looks, strict=True)) if old != new
                           for c in range(len(new)) if old[c] != new[c]})

    def _looked(self) -> list[tuple[tuple[object, ...], ...]]:
        if self._looks is None:
            there = self._table is not None and self.sight is not None
            self._looks = [self.sight.looks(row) for row in self._table.rows] if there else []
        return self._looks

    def light(self, cells: frozenset[tuple[int, int]]) -> None:
        """Light up these (row, column) cells of the sheet: those that the selected finding rests on."""
        before, self._lit = self._lit, cells
        self._say_changed(before ^ cells)

    def said_anew(self) -> None:
        """Everything is said in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _say_changed(self, cells: set[tuple[int, int]] | frozenset[tuple[int, int]]) -> None:
        """Cell by cell where they are few, for painting the whole table takes longer than a frame."""
        if len(cells) > _FEW:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        rows = {row for row, _ in cells}
        for row, column in (*((row, column + 1) for row, column in cells), *((row, 0) for row in rows)):
            index = self.index(row, column)
            self.dataChanged.emit(index, index)

    def row(self, index: Index) -> Row:
        """The row at an index. Delegates ask here and not by a role: from Python, a role without a value is costly."""
        return self._table.rows[index.row()]

    def lit(self, index: Index) -> bool:
        """Whether the selected finding rests on the cell."""
        return (index.row(), index.column() - 1) in self._lit

    def cell(self, index: Index) -> tuple[Row, Cell] | None:
        """The row and the cell at an index; None in the column of roles."""
        if not index.isValid() or index.column() == 0:
            return None
        row = self._table.rows[index.row()]
        return row, row.cells[index.column() - 1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as the table has."""
        return len(self._table.rows) if self._table is not None and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The column of roles and the sheet's own."""
        if self._table is None or not self._table.rows or parent.isValid():
            return 0
        return 1 + len(self._table.rows[0].cells)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """What a cell shows; words and marks are made when they are asked for."""
        if not index.isValid():
            return None
        found = self.cell(index)
        if found is not None:
            return self._roles[role](*found) if role in self._roles else None
        row = self._table.rows[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._desk.word(f"role-{row.role}")
        if role == Role.ToolTipRole and row.remark is not None:
            return self._desk.say(row.remark)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The letters of the sheet's columns and the numbers of its rows, as the user sees them in the file."""
        if role != Role.DisplayRole or self._table is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return _digits(self._table.rows[section].cells[0].where) or str(section + 1)
        if section == 0:
            return self._desk.word("role")
        return _letters(self._table.rows[0].cells[section - 1].where) or str(section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell that has a place of its own in a sheet can be corrected."""
        flags = super().flags(index)
        found = self.cell(index)
        return flags | Qt.ItemFlag.ItemIsEditable if found is not None and found[1].where.cell else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Hand on what was typed; the table changes when the plan was judged anew."""
        found = self.cell(index)
        if role != Role.EditRole or found is None:
            return False
        if str(value) != found[1].text:
            self.typed.emit(found[1].where, str(value))
        return True


def _shape(table: Table | None) -> tuple[object, ...]:
    if table is None or not table.rows:
        return ()
    return (table.where, len(table.rows), len(table.rows[0].cells))


def _letters(where: Where) -> str:
    return (where.cell or "").rstrip("0123456789")


def _digits(where: Where) -> str:
    return (where.cell or "")[len(_letters(where)):]
