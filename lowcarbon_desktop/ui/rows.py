"""A table of texts as a Qt model: a coat over a tuple of rows, its columns a table of heading and function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.row_model import Index, Role, RowModel

_ACROSS, _DOWN = 6, 3
"""The padding of a cell in pixels."""


class Column(NamedTuple):
    """A heading, the text of a row, the colour that it has (an outcome's name, "" for none), and its share of room.

    What is coloured is bold too, so that it is told apart without colours; not where whole sentences would be.
    """

    heading: str
    text: Callable[[object], str]
    ink: Callable[[object], str] = lambda row: ""
    share: int = 1
    bold: bool = True


class Rows(RowModel):
    """The rows in their order; every text is asked of its column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()

    def show(self, columns: Sequence[Column], rows: Sequence[object]) -> None:
        """Show other rows, or the same in other words."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    def put(self, rows: Sequence[object]) -> None:
        """Put as many others in the place of the rows; what is chosen stays chosen."""
        self.rows = tuple(rows)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Text and colour by the column."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return column.text(row)
        ink = column.ink(row)
        if role == Role.ForegroundRole and ink:
            return theme.ink(ink, QGuiApplication.palette())
        if role == Role.FontRole and ink and column.bold and ink != "muted":
            font = QFont(QGuiApplication.font())
            font.setBold(True)
            return font
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Role.DisplayRole:
                return self.columns[section].heading
            if role == Role.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return None


class _Wrapped(QStyledItemDelegate):
    """As high as the text needs at the width that the column has, within the padding."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Told by the text itself: a table's own hint does not know the padding."""
        view, text = self.parent(), str(index.data(Role.DisplayRole) or "")
        metrics = QFontMetrics(index.data(Role.FontRole) or view.font())
        room = max(view.columnWidth(index.column()) - 2 * _ACROSS - 8, metrics.averageCharWidth())
        box = metrics.boundingRect(QRect(0, 0, room, 1 << 20), int(Qt.TextFlag.TextWordWrap), text)
        return QSize(box.width(), max(box.height(), metrics.height()) + 2 * _DOWN + 2)


class RowsView(QTableView):
    """Whole rows are chosen; texts wrap, and the rows are as high as they need. `chosen` carries the row or None."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setWordWrap(True)
        self.setStyleSheet(f"QTableView::item {{ padding: {_DOWN}px {_ACROSS}px; }}")
        self.setItemDelegate(_Wrapped(self))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().sectionResized.connect(lambda *_: self.resizeRowsToContents())
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[object]) -> None:
        """Show rows; the one at the same place stays chosen, else the first."""
        place = max(self.currentIndex().row(), 0)
        self.rows.show(columns, rows)
        self._spread()
        if rows:
            self.setCurrentIndex(self.rows.index(min(place, len(rows) - 1), 0))
        else:
            self.chosen.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width."""
        super().resizeEvent(event)
        self._spread()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._spread()

    def _moved(self, now: QModelIndex) -> None:
        self.chosen.emit(self.rows.rows[now.row()] if now.isValid() else None)

    def _spread(self) -> None:
        shares = [each.share for each in self.rows.columns]
        room, header = self.viewport().width(), self.horizontalHeader()
        header.blockSignals(True)
        for place, share in enumerate(shares):
            header.resizeSection(place, max(room * share // sum(shares), self.fontMetrics().averageCharWidth() * 6))
        header.blockSignals(False)
        self.resizeRowsToContents()
