"""The table of the scoring sheet: how it looks, and how wide its columns have to be."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.row_model import Index
from lowcarbon_desktop.ui.score_model import COLUMNS, ScoreFilter, ScoreRow

_ITEM = 24
"""Characters of the criterion's column for which the others give way."""
_TITLE, _OUTCOMES = 1, (2, 3)
"""The columns of the criterion, and of what the program and the person say of it."""


class _Sign(QStyledItemDelegate):
    """The sign of an outcome without its word, which the tip and a screen reader still say."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """As it is, but for the text."""
        super().initStyleOption(option, index)
        option.text = ""


class ScoreTable(QTableView):
    """Whole rows are chosen; a click on a heading sorts."""

    def __init__(self, desk: Desk, filter: ScoreFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._least: dict[str, int] = {}
        self._widest = 0
        self._word, self._sign = QStyledItemDelegate(self), _Sign(self)
        self.setModel(filter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setMinimumHeight(self.fontMetrics().height() * 7)

    def measure(self, rows: tuple[ScoreRow, ...]) -> None:
        """Look at what the words of every column need in the present language."""
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(26)
        wide = self.fontMetrics().horizontalAdvance
        outcomes = max(wide(self._desk.word(each)) for each in OUTCOMES) + 34
        numbers = [wide(self._desk.say(row.criterion.number)) for row in rows]
        self._least = {"number": max(numbers, default=0) + 14, "machine": outcomes, "person": outcomes,
                       "decided": max(40, wide(self._heading("decided")) + 14), "points": wide("88.5 / 10") + 14,
                       "comment": 30, "open": 30}
        self._widest = max((wide(self._desk.say(row.criterion.title)) for row in rows), default=0) + 14
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self._spread()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width."""
        super().resizeEvent(event)
        self._spread()
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.currentIndex()))  # it may have gone out of view

    def _spread(self) -> None:
        """Give every column what it needs, and the criterion the rest; outcomes are signs alone where that is little,
        and rows have two lines where titles have not enough of one."""
        if not self._least:
            return
        header, wide = self.horizontalHeader(), self.fontMetrics()
        rest = self.viewport().width() - sum(self._least.values())
        brief = rest < wide.averageCharWidth() * _ITEM
        for position, column in enumerate(COLUMNS):
            sign = brief and position in _OUTCOMES
            if position != _TITLE:
                header.resizeSection(position, wide.horizontalAdvance(self._heading(column.id)) + 14 if sign
                                     else self._least[column.id])
            if position in _OUTCOMES:
                self.setItemDelegateForColumn(position, self._sign if sign else self._word)
        lines = 1 if header.sectionSize(_TITLE) >= self._widest else 2
        self.verticalHeader().setDefaultSectionSize(lines * wide.height() + 12)

    def _heading(self, column: str) -> str:
        place = next(position for position, each in enumerate(COLUMNS) if each.id == column)
        return str(self.model().headerData(place, Qt.Orientation.Horizontal))
