"""The list of the mapping step: every reading, the doubtful ones first, with states and a text to filter them by."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.flow import FlowLayout
from lowcarbon_desktop.ui.mapping_model import ICONS, SHADES, MappingFilter, MappingModel
from lowcarbon_desktop.ui.mapping_rows import STATES, MappingRow, as_before, by_need

_FLAGS = QItemSelectionModel.SelectionFlag
# Digits of each column at the most; the indicator takes what their texts leave.
_WIDE = {0: 13, 2: 6, 3: 6, 4: 11, 5: 17, 6: 10, 7: 14, 8: 12}
_REGION, _MEASURED = 6, 300
_SIGN, _AROUND = 22, 14
"""Pixels of the sign of a state, and around a text."""


class ReadingsPanel(Attentive, QWidget):
    """`chosen`: another reading is current."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model, self.filter, self.list = MappingModel(desk, self), MappingFilter(self), QTableView(self)
        self.filter.setSourceModel(self.model)
        self.list.setModel(self.filter)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setShowGrid(False)
        self.list.setAlternatingRowColors(True)
        self.list.setTabKeyNavigation(False)
        self.list.setWordWrap(False)
        self.list.setFrameShape(QTableView.Shape.NoFrame)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.list.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.selectionModel().currentChanged.connect(lambda: self.chosen.emit())
        self.filter.modelReset.connect(self.chosen)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.list.setFocus)
        self.buttons = {state: self._button() for state in STATES}
        self._build()
        self.retranslate()

    @property
    def current(self) -> MappingRow | None:
        """The reading under the cursor."""
        return self.filter.row(self.list.currentIndex())

    @property
    def selected(self) -> tuple[MappingRow, ...]:
        """All selected readings, from top to bottom."""
        numbers = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return tuple(self.filter.row(self.filter.index(number, 0)) for number in numbers)

    def show_rows(self, rows: tuple[MappingRow, ...], *, anew: bool) -> None:
        """Show these: in the order of need for a plan that is shown `anew`, else as they stood before."""
        held = None if anew else self.current
        self.model.show((None if anew else as_before(rows, self.model.rows)) or by_need(rows))
        self._count()
        if anew:
            self._fit()
        self.list.setColumnHidden(_REGION, not any(row.reading.region for row in rows))
        number = self.model.find(held.key) if held is not None else None
        if number is not None:
            self._go(self.filter.mapFromSource(self.model.index(number, 0)))
        if not self.list.currentIndex().isValid():
            self._go(self.filter.index(0, 0))

    def choose(self, position: int) -> bool:
        """Select the reading at a position of the plan; the filter gives way where it hides it."""
        number = next((n for n, row in enumerate(self.model.rows) if row.position == position), None)
        if number is None:
            return False
        if not self.filter.mapFromSource(self.model.index(number, 0)).isValid():
            self.show_all()
        self._go(self.filter.mapFromSource(self.model.index(number, 0)))
        return True

    def go_on(self) -> None:
        """Select the next reading that waits for a look; from the last one on to the first."""
        here, count = self.list.currentIndex().row(), self.filter.rowCount()
        order = (*range(here + 1, count), *range(max(here, 0)))
        waiting = next((n for n in order if self.filter.row(self.filter.index(n, 0)).waits), None)
        if waiting is not None:
            self._go(self.filter.index(waiting, 0))

    def show_all(self) -> None:
        """Take the filter away."""
        for button in self.buttons.values():
            button.setChecked(False)
        self.search.clear()
        self._narrow()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.search.setPlaceholderText(self.tr("Filter by text (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Filter the readings by text"))
        self.list.setAccessibleName(self.tr("What was understood"))
        for state, button in self.buttons.items():
            if state in ICONS:
                button.setIcon(theme.icon(ICONS[state], self.palette(), SHADES[state]))
        self.model.said_anew()
        self._fit()
        self._count()

    def recolour(self) -> None:
        """The same in another look."""
        self.retranslate()

    def _fit(self) -> None:
        """Each column as wide as its texts, within limits."""
        header, metrics = self.list.horizontalHeader(), self.fontMetrics()
        rows = range(min(len(self.model.rows), _MEASURED))
        for column, most in _WIDE.items():
            sign = _SIGN if column == 0 else 0
            # A state as wide as it can become, all else as it is.
            texts = ({self._desk.say(message(f"mapping-state-{each}")) for each in STATES} if sign
                     else {str(self.model.index(row, column).data() or "") for row in rows})
            liked = max((metrics.horizontalAdvance(text) for text in texts), default=0) + _AROUND + sign
            header.resizeSection(column, max(min(liked, metrics.horizontalAdvance("0") * most + sign),
                                             header.sectionSizeHint(column)))

    def _build(self) -> None:
        chips = FlowLayout(6)
        for button in self.buttons.values():
            chips.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(10, 8, 10, 6)
        head.addWidget(self.search)
        head.addLayout(chips)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.list, 1)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._narrow)
        return button

    def _count(self) -> None:
        counted = Counter(tag for row in self.model.rows for tag in row.tags)
        for state, button in self.buttons.items():
            text = f"{self._desk.say(message(f'mapping-state-{state}'))} {counted[state]}"
            if button.text() != text:
                button.setText(text)
            shown = counted[state] > 0 or button.isChecked() or state == "doubtful"
            if button.isHidden() == shown:
                button.setVisible(shown)

    def _narrow(self) -> None:
        chosen = frozenset(state for state, button in self.buttons.items() if button.isChecked())
        self.filter.narrow(chosen, self.search.text())
        if not self.list.currentIndex().isValid():
            self._go(self.filter.index(0, 0))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect | _FLAGS.Rows)
            self.list.scrollTo(index)
