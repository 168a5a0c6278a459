"""The right side of the window: the findings by section, with buttons and a text to filter them by."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import groups
from lowcarbon_desktop.ui.findings_parts import FindingsParts
from lowcarbon_desktop.ui.findings_tree import OUTCOMES
from lowcarbon_desktop.ui.steady import free, hold


class FindingsPanel(Attentive, FindingsParts):
    """`chosen` tells the criterion whose finding is selected, or None."""

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._where = ""
        self._chosen: str | None = None
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self.search.textChanged.connect(self._search)
        self.cell_chip.clicked.connect(self.cleared)
        for button in self.buttons.values():
            button.clicked.connect(self._filter)
        self.retranslate()

    def show_plan(self, sight: Sight | None) -> None:
        """Show another plan's findings, with the remembered filter."""
        self._where, self._chosen = "", None
        self.filter.only(outcomes=self._desk.settings.outcomes, criteria=None)
        for outcome, button in self.buttons.items():
            button.setChecked(outcome in self._desk.settings.outcomes)
        self.refresh(sight)
        self.choose_first()

    def refresh(self, sight: Sight | None) -> None:
        """Show the findings as they are now; selection and scroll stay."""
        self.model.show(groups(sight) if sight is not None else ())
        self._tell()
        if self._chosen is not None:
            self._stay()

    def pick(self, readings: tuple[int, ...], where: str, sight: Sight | None) -> None:
        """Show only the findings that rest on these readings; all of them for no readings."""
        self._where = where if readings else ""
        criteria = frozenset(finding.criterion for finding in sight.findings(readings)) if readings and sight else None
        self.filter.only(criteria=criteria)
        self._tell()
        if readings:
            self.choose_first()
        else:
            self._stay()

    def choose(self, criterion: str) -> None:
        """Select the finding of a criterion if the filter lets it through."""
        index = self.filter.mapFromSource(self.model.find(criterion))
        if index.isValid() and index == self.tree.currentIndex():
            self._choose(criterion)  # another plan's finding in the same place
        elif index.isValid():
            self.tree.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
            # Once more when the rows know their heights; before that the place is a guess.
            self.tree.scrollTo(index)
            QTimer.singleShot(0, self, self.stay_in_view)

    def stay_in_view(self) -> None:
        """Scroll to the chosen finding, when the rows know their heights and the list its own."""
        self.tree.scrollTo(self.tree.currentIndex())

    def reveal(self, criterion: str) -> None:
        """Select the finding of a criterion; what would hide it is taken away."""
        if not self.filter.mapFromSource(self.model.find(criterion)).isValid():
            for button in self.buttons.values():
                button.setChecked(False)
            self.search.clear()
            self._where = ""
            self.filter.only(criteria=None)
            self._filter()
        self.choose(criterion)

    def choose_first(self) -> None:
        """Select the worst of the findings shown, the first of equals."""
        shown = [item for group in range(self.filter.rowCount()) for item in self._items(self.filter.index(group, 0))]
        worst = min(shown, default=None, key=lambda item: (
            OUTCOMES.index(item.finding.outcome), SEVERITIES.index(item.finding.severity)))
        if worst is not None:
            self.choose(worst.criterion.id)
        else:
            self._choose(None)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.search.setPlaceholderText(self.tr("Filter by text (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Filter the findings by text"))
        self.tree.setAccessibleName(self.tr("Findings"))
        for outcome, button in self.buttons.items():
            free(button)
            button.setToolTip(self.tr("Show only: {outcome}").format(outcome=self._desk.word(outcome)))
        self.model.said_anew()
        self.setMinimumWidth(self.tree.measure())
        self._tell()

    def recolour(self) -> None:
        """Draw anew in another look."""
        self._paint_buttons()

    def _filter(self) -> None:
        outcomes = frozenset(outcome for outcome, button in self.buttons.items() if button.isChecked())
        self._desk.settings.outcomes = outcomes
        self.filter.only(outcomes=outcomes)
        self._tell()
        self._stay()

    def _search(self, text: str) -> None:
        self.filter.only(text=text)
        self._tell()
        self._stay()

    def _stay(self) -> None:
        """The details never speak of a finding that the filter hides: stay at the chosen one, else at the worst."""
        at = self.filter.mapFromSource(self.model.find(self._chosen)) if self._chosen is not None else QModelIndex()
        if not at.isValid():
            self.choose_first()
        elif at.row() != self.tree.currentIndex().row() or at.parent() != self.tree.currentIndex().parent():
            self.choose(self._chosen)

    def _moved(self, now: QModelIndex) -> None:
        # Rows that come and go move Qt's current index on by themselves; only a row that is there was chosen.
        item = self.filter.item(now)
        if item is not None:
            self._choose(item.criterion.id)

    def _choose(self, criterion: str | None) -> None:
        self._chosen = criterion
        self.chosen.emit(criterion)

    def _items(self, section: QModelIndex) -> list[object]:
        rows = range(self.filter.rowCount(section))
        return [self.filter.item(self.filter.index(row, 0, section)) for row in rows]

    def _tell(self) -> None:
        self.cell_chip.setVisible(bool(self._where))
        self.cell_chip.setText(self.tr("Cell {cell}").format(cell=self._where))
        self.cell_chip.setToolTip(self.tr("Show the findings of all cells again (Esc)"))
        found = self.filter.counted()
        there = {item.finding.outcome for group in self.model.groups for item in group.items}
        for outcome, button in self.buttons.items():
            button.setText(f"{self._desk.word(outcome)} {found[outcome]}")
            hold(button)
            button.setVisible(outcome in there or button.isChecked())
        empty = self.filter.rowCount() == 0 and self.model.rowCount() > 0  # a tree without a plan keeps its room
        self.tree.setVisible(not empty)
        self.nothing.setVisible(empty)
        self.nothing.setText(self.tr("No finding passes this filter.") if empty else "")
