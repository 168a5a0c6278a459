"""A sheet of the source as it looks: merged cells, the cells that were read tinted, the chosen one ringed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lowcarbon_desktop.app.source_view import Leaf
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.sheet_model import SheetModel

_MEASURED, _MERGED, _WIDEST = 400, 2000, 380
TINTS = {"doubtful": ("cannot_tell", 0.22), "proposed": ("judgement", 0.2), "unbased": ("cannot_tell", 0.14),
         "unrecognised": ("muted", 0.1)}
READ = ("accent", 0.08)


class SheetDelegate(QStyledItemDelegate):
    """The tint lies under the text, the ring above it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The ground by what was understood of the cell."""
        super().initStyleOption(option, index)
        model: SheetModel = index.model()
        state = model.marks.get((index.row(), index.column()))
        if state is not None:
            name, strength = TINTS.get(state, READ)
            option.backgroundBrush = theme.tint(name, option.palette, strength)
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A little air around the text."""
        return super().sizeHint(option, index) + QSize(8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """The cell, and the ring where it is the chosen one."""
        super().paint(painter, option, index)
        if index.model().ring == (index.row(), index.column()):
            painter.save()
            painter.setPen(QPen(theme.ink("accent", option.palette), 3))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()


class SheetView(QTableView):
    """`picked` carries the place that was clicked on or walked to."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SheetModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SheetDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(60)
        self.verticalHeader().setHighlightSections(False)  # the ring moves without its hearing of it
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show a sheet from its beginning."""
        sheet = leaf.sheet
        self._model.show(sheet)
        self.clearSpans()
        for r0, c0, r1, c1 in sheet.merges[:_MERGED]:
            if r0 < len(sheet.rows) and c0 < sheet.width and (r1 > r0 or c1 > c0):
                self.setSpan(r0, c0, min(r1, len(sheet.rows) - 1) - r0 + 1, min(c1, sheet.width - 1) - c0 + 1)
        self._fit()

    def mark(self, marks: Mapping[Where, str]) -> None:
        """Tint the cells of these places."""
        sheet = self._model.sheet
        found = {}
        for where, state in marks.items():
            spot = sheet.position(where)
            if spot is not None:
                found[spot] = state
        self._model.mark(found)

    def ring(self, where: Where | None, quote: str = "") -> None:
        """Ring the cell of a place and bring it into view."""
        spot = self._model.sheet.position(where) if where is not None else None
        self._model.put_ring(spot)
        if spot is not None:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._model.index(*spot))
            self.selectionModel().blockSignals(False)
            self.scrollTo(self._model.index(*spot))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ringed cell stays in view; it may have been ringed before the view had its size."""
        super().resizeEvent(event)
        if self._model.ring is not None:
            self.scrollTo(self._model.index(*self._model.ring))

    def _fit(self) -> None:
        """Columns as wide as their texts, the widest wrapped; long sheets keep one height, to be there at once."""
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        spanned = {c0 for _, c0, _, c1 in self._model.sheet.merges if c1 > c0}
        for column in range(self._model.columnCount()):
            narrow = 110 if column in spanned else _WIDEST
            header.resizeSection(column, max(40, min(narrow, header.sectionSize(column) + 6)))
        if len(self._model.sheet.rows) <= _MEASURED:
            self.resizeRowsToContents()

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._model.sheet.where(index.row(), index.column()))
