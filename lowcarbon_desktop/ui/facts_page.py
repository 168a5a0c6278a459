"""The facts: the list of all of them, a nod for those that the machine found, a form for those stated by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from lowcarbon_desktop.plan import Fact
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.fact_form import FactForm
from lowcarbon_desktop.ui.fact_nod import FactNod
from lowcarbon_desktop.ui.facts_model import FactsModel
from lowcarbon_desktop.ui.roomy import Roomy

_MOST = (18, 10, 10, 40, 8)  # characters of each column; the source takes what is left

_LEAST = 4
"""Facts that are in view at the least; on a small screen the form below is scrolled instead."""


class FactsPage(Attentive, QWidget):
    """Stating and withdrawing are judged at once; `chosen` carries the fact that is selected, or None."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = FactsModel(desk, self)
        self.list = QTableView(self)
        self.list.setModel(self.model)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setShowGrid(False)
        self.list.setAlternatingRowColors(True)
        self.list.setTabKeyNavigation(False)
        self.list.setFrameShape(QTableView.Shape.NoFrame)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.list.setMinimumHeight((_LEAST + 1) * (self.fontMetrics().height() + 12))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.nod = FactNod(desk, self.list, self)
        self.form = FactForm(desk, self)
        self.form.stated.connect(desk.state_fact)
        self.form.withdrawn.connect(desk.withdraw_fact)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addWidget(self.nod)
        room = Roomy(self.form, self)
        room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        box.addWidget(room)
        self.retranslate()

    def refresh(self, sight: Sight | None) -> None:
        """Show the facts as they are known now; what is being typed into the form for another fact is kept."""
        from lowcarbon_desktop.app.reference import reference

        kinds = reference().facts.values() if sight is not None else ()
        before, rows = self._row(), self.model.rows
        self.model.show(tuple((kind, self._fact(sight, kind.id), sight.review.facts.get(kind.id)) for kind in kinds))
        if self.model.rows != rows:
            self._measure()
        if before is None and self.model.rows:
            self.list.selectRow(0)
        elif self._row() != before:
            self._moved()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.list.setAccessibleName(self.tr("Facts"))
        self.model.said_anew()
        self._measure()
        self.form.show_row(self._row())

    @staticmethod
    def _fact(sight: Sight, id: str) -> object:
        stated = sight.review.facts.get(id)
        return stated.as_fact() if stated is not None else sight.plan.fact(id)

    def _row(self) -> object:
        row = self.list.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @property
    def fact(self) -> Fact | None:
        """The selected fact as it is known now."""
        row = self._row()
        return row[1] if row is not None else None

    def _moved(self) -> None:
        self.form.show_row(self._row())
        self.nod.show_fact(self.fact)
        self.chosen.emit(self.fact)

    def _measure(self) -> None:
        header = self.list.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        self.list.resizeColumnsToContents()
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 4)
        for column, most in enumerate(_MOST):
            header.resizeSection(column, min(most * self.fontMetrics().averageCharWidth(),
                                             header.sectionSize(column) + 14))
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
