"""The view of one table of a plan: how it is moved in and edited by keys, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from lowcarbon_desktop.ui.table_delegate import TableDelegate
from lowcarbon_desktop.ui.table_model import TableModel
from lowcarbon_desktop.ui.table_sizes import RowNumbers, fit_columns, fit_rows

_NAME_WIDTH, _NAME_LEAST, _LEAST = 340, 220, 64


class PlanTable(QTableView):
    """Return begins to edit, as F2 does; Escape lets the cell go. The column of names has the room that is left.

    `rows` are those that it shows, by which their heights are measured.
    """

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: int | None = None
        self.rows: Sequence[object] = ()
        self.setVerticalHeader(RowNumbers(self))
        self.setModel(model)
        self.setItemDelegate(TableDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked
                             | QAbstractItemView.EditTrigger.EditKeyPressed
                             | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.installEventFilter(self)

    def forget(self) -> None:
        """Select no cell, so that the same one can be picked again."""
        self.selectionModel().clear()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Hear of keys and of another size."""
        if watched is self and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and \
                    self.state() != QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.forget()
                return True
        elif watched is self and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._fill_width)
        return super().eventFilter(watched, event)

    def fit(self, rows: Sequence[object]) -> None:
        """Give columns and rows what the words of these rows need."""
        self.rows = rows
        header = self.horizontalHeader()
        self.doItemsLayout()  # else its bars come later, and take room that was given to the columns
        fit_columns(self, rows, _LEAST, _NAME_WIDTH)
        columns = range(1, self.model().columnCount())
        self._names = max(columns, key=header.sectionSize, default=None)
        if not self._fill_width():  # which measures the rows where it changes anything: that is most of the work
            fit_rows(self, rows)

    def _fill_width(self) -> bool:
        """The column of names takes what room is left; where there is too little, its text wraps."""
        header = self.horizontalHeader()
        if self._names is None or header.count() <= self._names:
            return False
        # As wide as the viewport; but to name that, PySide would look through every kind of widget that there is.
        left = header.width() - header.length() + header.sectionSize(self._names)
        width = max(_NAME_LEAST, left)
        if width == header.sectionSize(self._names):
            return False
        header.resizeSection(self._names, width)
        fit_rows(self, self.rows)
        return True
