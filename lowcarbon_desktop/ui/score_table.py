"""The table of the scoring sheet: how it looks, and how wide its columns have to be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.score_model import COLUMNS, ScoreFilter, ScoreRow


class ScoreTable(QTableView):
    """Whole rows are chosen; a click on a heading sorts."""

    def __init__(self, desk: Desk, filter: ScoreFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setModel(filter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setMinimumHeight(self.fontMetrics().height() * 7)

    def measure(self, rows: tuple[ScoreRow, ...]) -> None:
        """Give every column what its words need in the present language, and the criterion the rest."""
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(26)
        wide = self.fontMetrics().horizontalAdvance
        outcomes = max(wide(self._desk.word(each)) for each in ("cannot_tell", "not_applicable")) + 34
        numbers = [wide(self._desk.say(row.criterion.number)) for row in rows]
        least = {"number": max(numbers, default=0) + 14, "machine": outcomes, "person": outcomes, "decided": 40,
                 "points": wide("88.5 / 10") + 14, "comment": 30, "open": 30}
        for position, column in enumerate(COLUMNS):
            header.resizeSection(position, least.get(column.id, 0))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
