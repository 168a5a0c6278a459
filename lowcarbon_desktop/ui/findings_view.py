"""The right side of the window: the findings by section, with buttons and a text to filter them by."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app import said
from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_delegate import FindingsDelegate
from lowcarbon_desktop.ui.findings_model import FindingsFilter, FindingsModel, groups
from lowcarbon_desktop.ui.flow import FlowLayout

_OUTCOMES = ("fail", "cannot_tell", "judgement", "pass", "not_applicable", "rubric_error")


class FindingsPanel(QWidget):
    """`chosen` tells the criterion whose finding is selected, or None."""

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = FindingsModel(desk, self)
        self.filter = FindingsFilter(desk, self)
        self.filter.setSourceModel(self.model)
        self.tree = QTreeView(self)
        self.tree.setModel(self.filter)
        self.tree.setItemDelegate(FindingsDelegate(desk, self.tree))
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(0)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setAlternatingRowColors(False)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(44)
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda column: column == 1 and self.tree.scheduleDelayedItemsLayout())
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self.filter.modelReset.connect(self._arrange)
        self.filter.rowsInserted.connect(self._arrange)
        self.filter.layoutChanged.connect(self._arrange)
        self.buttons = {outcome: self._button(outcome) for outcome in _OUTCOMES}
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(self._search)
        self.cell_chip = QToolButton(self)
        self.cell_chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cell_chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.cell_chip.clicked.connect(self.cleared)
        self.cell_chip.hide()
        self.nothing = QLabel(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._where = ""
        self._build()
        self.retranslate()

    def show_plan(self, sight: Sight | None) -> None:
        """Show another plan's findings, with the remembered filter."""
        self.pick((), "", sight)
        self.filter.only(outcomes=self._desk.settings.outcomes)
        for outcome, button in self.buttons.items():
            button.setChecked(outcome in self._desk.settings.outcomes)
        self.refresh(sight)
        self.choose_first()

    def refresh(self, sight: Sight | None) -> None:
        """Show the findings as they are now; selection and scroll stay."""
        self.model.show(groups(sight) if sight is not None else ())
        found = Counter(finding.outcome for finding in sight.assessment.findings) if sight is not None else Counter()
        for outcome, button in self.buttons.items():
            button.setText(f"{self._desk.word(outcome)} {found[outcome]}")
            button.setVisible(found[outcome] > 0 or button.isChecked())
        self._tell()

    def pick(self, readings: tuple[int, ...], where: str, sight: Sight | None) -> None:
        """Show only the findings that rest on these readings; all of them for no readings."""
        self._where = where if readings else ""
        criteria = frozenset(finding.criterion for finding in sight.findings(readings)) if readings and sight else None
        self.filter.only(criteria=criteria)
        self._tell()
        if readings:
            self.choose_first()

    def choose(self, criterion: str) -> None:
        """Select the finding of a criterion if the filter lets it through."""
        index = self.filter.mapFromSource(self.model.find(criterion))
        if index.isValid() and index == self.tree.currentIndex():
            self.chosen.emit(criterion)  # another plan's finding in the same place
        elif index.isValid():
            self.tree.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
            # Once more when the rows know their heights; before that the place is a guess.
            self.tree.scrollTo(index)
            QTimer.singleShot(0, self, lambda: self.tree.scrollTo(self.tree.currentIndex()))

    def choose_first(self) -> None:
        """Select the worst of the findings shown, the first of equals."""
        shown = [item for group in range(self.filter.rowCount()) for item in self._items(self.filter.index(group, 0))]
        worst = min(shown, key=lambda item: _OUTCOMES.index(item.finding.outcome), default=None)
        if worst is not None:
            self.choose(worst.criterion.id)
        else:
            self.chosen.emit(None)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.search.setPlaceholderText(self.tr("Filter by text (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Filter the findings by text"))
        self.tree.setAccessibleName(self.tr("Findings"))
        for outcome, button in self.buttons.items():
            button.setToolTip(self.tr("Show only: {outcome}").format(outcome=self._desk.word(outcome)))
        self.model.said_anew()
        self._measure()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._paint_buttons()
        super().changeEvent(event)

    def _build(self) -> None:
        chips = FlowLayout(spacing=6)
        for button in self.buttons.values():
            chips.addWidget(button)
        chips.addWidget(self.cell_chip)
        top = QVBoxLayout()
        top.setContentsMargins(10, 8, 10, 8)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addLayout(chips)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.tree, 1)
        box.addWidget(self.nothing, 1)
        self._paint_buttons()

    def _button(self, outcome: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._filter)
        return button

    def _paint_buttons(self) -> None:
        for outcome, button in self.buttons.items():
            button.setIcon(theme.icon(outcome, self.palette()))
        self.cell_chip.setIcon(theme.icon("close", self.palette()))

    def _filter(self) -> None:
        outcomes = frozenset(outcome for outcome, button in self.buttons.items() if button.isChecked())
        self._desk.settings.outcomes = outcomes
        self.filter.only(outcomes=outcomes)
        self._tell()

    def _search(self, text: str) -> None:
        self.filter.only(text=text)
        self._tell()

    def _moved(self, now: QModelIndex) -> None:
        item = self.filter.item(now)
        self.chosen.emit(item.criterion.id if item is not None else None)

    def _items(self, section: QModelIndex) -> list[object]:
        rows = range(self.filter.rowCount(section))
        return [self.filter.item(self.filter.index(row, 0, section)) for row in rows]

    def _arrange(self) -> None:
        for row in range(self.filter.rowCount()):
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
        self.tree.expandAll()

    def _measure(self) -> None:
        metrics, header = self.tree.fontMetrics(), self.tree.header()
        outcomes = [self._desk.word("provisional", outcome=self._desk.word("pass")), *map(self._desk.word, _OUTCOMES)]
        header.resizeSection(0, max(metrics.horizontalAdvance(each) for each in outcomes) + 58)
        header.resizeSection(2, max(metrics.horizontalAdvance(self._desk.word(each)) for each in SEVERITIES) + 26)
        header.resizeSection(3, metrics.horizontalAdvance(said.margin(-18.8, "%", self._desk.settings.lang)) + 22)

    def _tell(self) -> None:
        self.cell_chip.setVisible(bool(self._where))
        self.cell_chip.setText(self.tr("Cell {cell}").format(cell=self._where))
        self.cell_chip.setToolTip(self.tr("Show the findings of all cells again (Esc)"))
        empty = self.filter.rowCount() == 0
        self.tree.setVisible(not empty)
        self.nothing.setVisible(empty)
        self.nothing.setText(self.tr("No finding passes this filter.") if self.model.rowCount() else "")
