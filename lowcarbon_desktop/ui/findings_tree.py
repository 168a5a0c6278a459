"""The tree of findings: how it looks, and how wide its columns have to be."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_delegate import FindingsDelegate
from lowcarbon_desktop.ui.findings_filter import FindingsFilter
from lowcarbon_desktop.ui.findings_model import brief_margin

OUTCOMES = ("fail", "cannot_tell", "judgement", "pass", "not_applicable", "rubric_error")
"""The worst first."""
_ITEM = 26  # characters of the criterion's column at the least


class FindingsTree(QTreeView):
    """Sections are headings over the whole width and stay open."""

    def __init__(self, desk: Desk, filter: FindingsFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setModel(filter)
        self.setItemDelegate(FindingsDelegate(desk, self))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always there: where it comes and goes, the texts get another width, and every row another height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlternatingRowColors(False)
        self.setMinimumHeight(self.fontMetrics().height() * 8)  # two findings below the headings
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(44)
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda column: column == 1 and self.scheduleDelayedItemsLayout())
        for change in (filter.modelReset, filter.rowsInserted, filter.layoutChanged):
            change.connect(self._arrange)

    def measure(self) -> int:
        """Give every column what its words need in the present language; how wide the whole is at the least."""
        metrics, header = self.fontMetrics(), self.header()
        # What is said of a provisional outcome goes on in a second line.
        outcomes = map(self._desk.word, OUTCOMES)
        header.resizeSection(0, max(metrics.horizontalAdvance(each) for each in outcomes) + 40)
        header.resizeSection(2, max(metrics.horizontalAdvance(self._desk.word(each)) for each in SEVERITIES) + 16)
        header.resizeSection(3, metrics.horizontalAdvance(brief_margin(-18.8, "%", self._desk.settings.lang)) + 14)
        aside = sum(header.sectionSize(column) for column in (0, 2, 3))
        bar = self.verticalScrollBar().sizeHint().width()
        return aside + bar + metrics.averageCharWidth() * _ITEM

    def _arrange(self) -> None:
        for row in range(self.model().rowCount()):
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self.expandAll()
