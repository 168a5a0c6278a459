"""The matrix of policy instruments: a grid with headings that stay, and beneath it what stands in the chosen cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.analysis.instruments import Cell
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.instruments_cell import InstrumentsCell
from lowcarbon_desktop.ui.instruments_model import InstrumentsModel


class InstrumentsPage(Attentive, QWidget):
    """A further page of an open plan. The chosen cell stays chosen when the plan is judged anew."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._of: object = None
        self.model, self.grid = InstrumentsModel(desk, self), QTableView(self)
        self.grid.setModel(self.model)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setWordWrap(True)
        self.grid.setTabKeyNavigation(False)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap))
        self.grid.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap))
        self.grid.selectionModel().currentChanged.connect(self._choose)
        self.grid.clicked.connect(lambda index: self.cell.point())
        self.cell = InstrumentsCell(desk, self)
        self.said, self.none = QLabel(self), QLabel(self)
        for label in (self.said, self.none):
            label.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.none.setContentsMargins(14, 14, 14, 14)
        self.upright = QSplitter(Qt.Orientation.Vertical, self)
        self.upright.addWidget(self.grid)
        self.upright.addWidget(self.cell)
        self.upright.setChildrenCollapsible(False)
        self.upright.setStretchFactor(0, 3)
        self.upright.setStretchFactor(1, 2)
        self.cell.list.setMinimumHeight(self.fontMetrics().height() * 3)
        if not self.upright.restoreState(desk.settings.layout("instruments") or b""):
            self.upright.setSizes([430, 300])
        whole = QWidget(self)
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 6, 0, 0)
        inside.addWidget(self.said)
        inside.addWidget(self.upright, 1)
        self.said.setContentsMargins(10, 0, 10, 0)
        self.sides = QStackedWidget(self)
        self.sides.addWidget(self.none)
        self.sides.addWidget(whole)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.sides)
        self.retranslate()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes."""
        return self.grid, self.cell.list, self.cell.reason

    def refresh(self, sight: Sight | None) -> None:
        """Show the matrix of a plan as it is now."""
        session = self._desk.current
        matrix = session.matrix if session is not None and sight is not None else None
        other, self._of = session is not self._of, session
        before = None if other else self.chosen
        self.model.palette = self.palette()
        self.model.show(matrix)
        self.sides.setCurrentIndex(0 if matrix is None else 1)
        if matrix is None:
            return
        self._lay_out()
        if before is None or self.grid.currentIndex().row() < 0:
            self.grid.setCurrentIndex(self.model.place(next(iter(matrix.cells), (
                matrix.catalogue.measures[0].id, matrix.catalogue.instruments[0].id))))
        self.cell.show_cell(matrix, self.chosen)
        self._say(matrix.bare_fields)

    @property
    def chosen(self) -> Cell | None:
        """The cell that is chosen."""
        return self.model.cell(self.grid.currentIndex())

    def keep(self) -> None:
        """Remember how the page is divided."""
        self._desk.settings.keep_layout("instruments", self.upright.saveState())

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.none.setText(self.tr("The rubric by which this plan is judged does not ask for policy instruments. "
                                  "Another one can be chosen with Ctrl+Shift+R."))
        self.grid.setAccessibleName(self.tr("Matrix of policy instruments"))
        self.cell.retranslate()
        if self.model.matrix is not None:
            self.model.refresh()
            self._lay_out()
            self.cell.show_cell(self.model.matrix, self.chosen)
            self._say(self.model.matrix.bare_fields)

    def recolour(self) -> None:
        """Draw anew in another look."""
        self.model.palette = self.palette()
        self.model.refresh()
        self.cell.show_cell(self.model.matrix, self.chosen)

    def _choose(self, index: QModelIndex, before: QModelIndex) -> None:
        if self.model.cell(index) is None and index.isValid():
            # The heading of a field is no cell: the keyboard goes over it.
            row = index.row() + (1 if before.row() < index.row() else -1)
            # Its column is the first of the span that it is, so the column is that one came from.
            self.grid.setCurrentIndex(self.model.index(row, max(before.column(), 0)) if row >= 0 else before)
            return
        self.cell.show_cell(self.model.matrix, self.chosen)

    def _lay_out(self) -> None:
        columns = self.model.columnCount()
        for number, row in enumerate(self.model.rows):
            if row.measure is None and self.grid.columnSpan(number, 0) != columns:
                self.grid.setSpan(number, 0, 1, columns)
        metrics, across, down = self.grid.fontMetrics(), self.grid.horizontalHeader(), self.grid.verticalHeader()
        line, wide = metrics.height(), metrics.horizontalAdvance("汉") * 13
        down.setFixedWidth(wide)
        for number, row in enumerate(self.model.rows):
            name = str(self.model.headerData(number, Qt.Orientation.Vertical))
            lines = 1 if row.measure is None else -(-metrics.horizontalAdvance(name) // (wide - 16))
            self.grid.setRowHeight(number, lines * line + 8)
        names = [str(self.model.headerData(number, Qt.Orientation.Horizontal)) for number in range(columns)]
        longest = max(metrics.horizontalAdvance(word) for name in names for word in name.split()) + 12
        across.setMinimumSectionSize(min(longest, line * 6))  # a word of English is not broken; Chinese may be
        if self._desk.settings.lang == "zh":
            across.setMinimumSectionSize(metrics.horizontalAdvance("汉") * 3 + 12)
        across.setFixedHeight((3 if self._desk.settings.lang == "zh" else 4) * line + 8)

    def _say(self, bare: tuple[str, ...]) -> None:
        matrix = self.model.matrix
        comma = "、" if self._desk.settings.lang == "zh" else ", "
        fields = comma.join(self._desk.say(matrix.catalogue.fields[each]) for each in bare)
        said = self._desk.word("instruments-bare", fields=fields) if bare else self._desk.word("instruments-all")
        if not self._desk.current.plan.passages:
            said = self.tr("No text was read, so nothing could be looked up; cells can still be filled in by hand.")
        self.said.setText(said)
