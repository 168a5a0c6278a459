"""The scoring sheet: every criterion in one table, the band of the score, and the selected one in full below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.plan import number
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_pane import DetailsPane
from lowcarbon_desktop.ui.findings_groups import item_of
from lowcarbon_desktop.ui.flow import FlowLayout
from lowcarbon_desktop.ui.roomy import Roomy
from lowcarbon_desktop.ui.score_model import FILTERS, ScoreFilter, ScoreModel, rows_of
from lowcarbon_desktop.ui.score_table import ScoreTable
from lowcarbon_desktop.ui.verdict_keys import verdict_keys


class ScorePage(Attentive, QWidget):
    """`chosen` tells the criterion that is selected; Return shows its finding."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, go: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._go = desk, go
        self._sight: Sight | None = None
        self._of: object = None
        self.band = QLabel(self)
        self.band.setTextFormat(Qt.TextFormat.RichText)
        self.band.setWordWrap(True)
        self.band.linkActivated.connect(self.choose)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(lambda text: self._narrow(text=text))
        self.buttons = {id: self._button() for id in FILTERS}
        self.model = ScoreModel(desk, self._heading, self)
        self.filter = ScoreFilter(desk, self)
        self.filter.setSourceModel(self.model)
        self.table = ScoreTable(desk, self.filter, self)
        self.nothing = QLabel(self)
        self.details = DetailsPane(desk, self)
        self.panes = (self.table, self.search, self.details.text, self.details.verdict.reason, self.details.note)
        self._build()
        self.retranslate()
        verdict_keys(self.table, self.details.verdict, self.next_open)

    def refresh(self, sight: Sight | None) -> None:
        """Show the sheet as it is now; selection, order and filter stay."""
        self._sight = sight
        session = self._desk.current if sight is not None else None
        self.model.show(rows_of(sight, session.weighed) if session is not None else ())
        if self._of is not session:
            self._of = session
            self.table.measure(self.model.rows)
            self.table.selectRow(0)
        self._tell()
        self._show_chosen()

    def keep(self) -> None:
        """Keep what is being typed."""
        self.details.keep_note()

    def choose(self, criterion: str) -> None:
        """Select the row of a criterion; what would hide it is taken away."""
        position = next((n for n, row in enumerate(self.model.rows) if row.criterion.id == criterion), None)
        if position is None:
            return
        index = self.filter.mapFromSource(self.model.index(position, 0))
        if not index.isValid():
            for button in self.buttons.values():
                button.setChecked(False)
            self.search.clear()
            self._narrow()
            index = self.filter.mapFromSource(self.model.index(position, 0))
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                                                    | QItemSelectionModel.SelectionFlag.Rows)
        self.table.scrollTo(index)

    def next_open(self) -> None:
        """Select the next row on which a person still has to speak, in the order shown, round and round."""
        here, count = self.table.currentIndex().row(), self.filter.rowCount()
        for step in range(1, count + 1):
            index = self.filter.index((here + step) % count, 0)
            if self.filter.row(index).open:
                self.choose(self.filter.row(index).criterion.id)
                return

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.search.setPlaceholderText(self.tr("Filter by text"))
        self.search.setAccessibleName(self.tr("Filter the sheet by text"))
        self.table.setAccessibleName(self.tr("Scoring sheet"))
        self.model.said_anew()
        self.table.measure(self.model.rows)
        self._tell()

    def recolour(self) -> None:
        """Draw anew in another look."""
        self._tell()

    def _heading(self, id: str) -> str:
        return {"number": self.tr("No."), "item": self.tr("Criterion"), "machine": self.tr("Program"),
                "person": self.tr("Expert"), "decided": self.tr("By"), "points": self.tr("Points"),
                "comment": self.tr("Comment"), "open": self.tr("Open"),
                "decided-machine": self.tr("decided by the program"),
                "decided-person": self.tr("decided by the expert"),
                "decided-both": self.tr("found by the program, decided by the expert")}[id]

    def _build(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._moved)
        self.table.activated.connect(lambda index: self._go(self.filter.row(index).criterion.id))
        self.search.setFixedWidth(self.fontMetrics().averageCharWidth() * 16)
        chips = FlowLayout(spacing=6)
        chips.addWidget(self.search)
        for button in self.buttons.values():
            chips.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(10, 8, 10, 8)
        top.setSpacing(8)
        top.addWidget(self.band)
        top.addLayout(chips)
        upper = QWidget(self)
        box = QVBoxLayout(upper)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self.nothing, 1)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setHandleWidth(5)
        both.setChildrenCollapsible(False)
        both.addWidget(upper)
        both.addWidget(self.details)
        both.setSizes([430, 330])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(both, self))

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._narrow())
        return button

    def _narrow(self, text: str | None = None) -> None:
        self.filter.only(chosen=frozenset(id for id, each in self.buttons.items() if each.isChecked()), text=text)
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._tell()

    @property
    def criterion(self) -> str | None:
        """The criterion that is selected."""
        row = self.filter.row(self.table.currentIndex())
        return row.criterion.id if row is not None else None

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row() or not before.isValid():
            self._show_chosen()

    def _show_chosen(self) -> None:
        self.details.show_item(self._sight, item_of(self._sight, self.criterion))
        self.chosen.emit(self.criterion)

    def _tell(self) -> None:
        names = {"open": self.tr("Open"), "judgement": self._desk.word("judgement"),
                 "overruled": self.tr("Overruled"), "again": self.tr("To be said anew"),
                 "commented": self.tr("Commented")}
        for id, button in self.buttons.items():
            button.setText(f"{names[id]} {sum(map(FILTERS[id], self.model.rows))}")
        empty = self.filter.rowCount() == 0
        self.table.setVisible(not empty)
        self.nothing.setVisible(empty)
        self.nothing.setText(self.tr("No criterion passes this filter.") if self.model.rows else "")
        self._tell_band()

    def _tell_band(self) -> None:
        session = self._desk.current
        if self._sight is None or session is None:
            self.band.clear()
            return
        score, most = session.weighed.score, session.moves_most
        told = self.tr("Settled <b>{low}</b>, at most <b>{high}</b> of 100; {count} open.").format(
            low=number(score.low), high=number(score.high), count=score.open)
        if most is not None:
            criterion = self._sight.assessment.rubric.criterion(most)
            link = theme.ink("accent", self.palette()).name()
            told += " " + self.tr("Moves it most: {criterion} ({points} points)").format(
                criterion=f"<a style='color:{link}' href='{most}'>{self._desk.say(criterion.number)} "
                          f"{self._desk.say(criterion.title)}</a>", points=number(criterion.points))
        self.band.setText(told)
