"""An open plan: its table or its source at one side, findings, facts and readings at the other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.beside import Beside
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.command_bar import CommandBar
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_pane import DetailsPane
from lowcarbon_desktop.ui.findings_groups import item_of
from lowcarbon_desktop.ui.findings_view import FindingsPanel
from lowcarbon_desktop.ui.mapping_side import MappingSide
from lowcarbon_desktop.ui.moves import Moves
from lowcarbon_desktop.ui.offer import Offer
from lowcarbon_desktop.ui.plans_list import PlansList
from lowcarbon_desktop.ui.review_tabs import FACTS, FINDINGS, MAPPING, ReviewTabs
from lowcarbon_desktop.ui.roomy import Roomy
from lowcarbon_desktop.ui.summary_band import SummaryBand
from lowcarbon_desktop.ui.table_view import TablePanel
from lowcarbon_desktop.ui.verdict_keys import verdict_keys
from lowcarbon_desktop.ui.waiting import waiting

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.ui.facts_page import FactsPage
    from lowcarbon_desktop.ui.tasks import Tasks
    from lowcarbon_desktop.ui.verdict_pane import VerdictPane


class ReviewPage(QWidget):
    """Selecting a finding lights its cells; selecting a cell leaves only its findings."""

    review_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self._chosen: str | None = None
        self._shown: tuple[object, ...] = (None, None, None)
        self._plan_of: Session | None = None
        self.band, self.plans, self._table = SummaryBand(desk, self), PlansList(desk, self), TablePanel(desk, self)
        self._table_waits = False
        self.findings, self.details = FindingsPanel(desk), DetailsPane(desk)
        self.command = CommandBar(desk, self)
        self.upright = QSplitter(Qt.Orientation.Vertical)
        self.upright.addWidget(self.findings)
        self.upright.addWidget(self.details)
        self.tabs = ReviewTabs(desk, self)
        self.left = QStackedWidget(self)
        self.left.addWidget(self._table)
        self.mapping = MappingSide(desk, tasks, self)
        self.tabs.equip(Roomy(self.upright))
        self.beside, self.moves = Beside(self), Moves(self)
        self.offer = Offer(self)
        self._build()
        self._restore()
        self._connect()
        self.retranslate()
        self.view()

    @property
    def table(self) -> TablePanel:
        """The table as it was read; in the first picture it waits until the findings are painted, or it is asked for.
        """
        self.fill_table()
        return self._table

    def fill_table(self) -> None:
        """Show the plan's table where that has waited."""
        if self._table_waits:
            self._table_waits = False
            if self._plan_of is not None:
                self._desk.unfold(self._plan_of)
            self._table.show_plan(self._sight)
            self._light()

    def show_current(self, *, table_waits: bool = False) -> None:
        """Show the desk's current plan from the start."""
        session = self._desk.current
        self.details.keep_note()
        self._plan_of, self._shown = session, (None, None, None)
        self._sight = Sight.of(session.assessment, session.review) if session is not None else None
        self._chosen = None
        self.band.refresh()
        self.command.refresh()
        self._table_waits = True
        if not table_waits:
            self.fill_table()
        self._refresh_facts()
        self.findings.show_plan(self._sight)
        self.mapping.refresh(self._sight)
        self.tabs.refresh(self._sight)
        self._turned()

    def refresh(self) -> None:
        """Show the same plan as it was judged anew; nothing jumps."""
        session = self._desk.current
        if session is None or session is not self._plan_of:
            return
        self._sight = Sight.of(session.assessment, session.review)
        self.findings.refresh(self._sight)
        shown = (session.assessment, session.memory.entries, self._desk.settings.lang)
        if any(now is not before for now, before in zip(shown, self._shown, strict=True)):
            self._shown = shown  # where only a verdict was given, nothing that was read has changed
            self.table.refresh(self._sight)
            self._refresh_facts()
            self.mapping.refresh(self._sight)
        self.tabs.refresh(self._sight)
        self.band.refresh()
        self.command.refresh()
        self._show_chosen()
        self._tell_tabs()

    def turn(self, tab: int) -> None:
        """Turn to a page of the right side and give it the keyboard."""
        self.tabs.setCurrentIndex(tab)
        panes = {FINDINGS: lambda: self.findings.tree, FACTS: lambda: self.facts.list,
                 MAPPING: lambda: self.mapping.page.readings.list}
        panes[tab]().setFocus()

    def show_finding(self, criterion: str) -> None:
        """Show the finding of a criterion, whatever the list is filtered to."""
        self.turn(FINDINGS)
        self.findings.reveal(criterion)

    def view(self) -> None:
        """Show the plan as a reviewer sees it, or with the applicant's list alone."""
        applicant = self._desk.settings.applicant
        self.band.setVisible(not applicant)
        self.command.setVisible(not applicant)
        self.tabs.show_as(applicant)

    @cached_property
    def facts(self) -> FactsPage:
        """The facts, made when they are first turned to."""
        from lowcarbon_desktop.ui.facts_page import FactsPage

        made = FactsPage(self._desk)
        made.chosen.connect(self.mapping.ring_fact)
        self.tabs.put(FACTS, made)
        made.refresh(self._sight)
        return made

    @property
    def sight(self) -> Sight | None:
        """What is to be seen of the plan as it is now."""
        return self._sight

    @property
    def chosen(self) -> str | None:
        """The criterion whose finding is selected."""
        return self._chosen

    @property
    def desk(self) -> Desk:
        """The open plans."""
        return self._desk

    @property
    def verdict(self) -> VerdictPane:
        """Where a verdict is given: on the scoring sheet where that is looked at, else at the findings."""
        details = getattr(self.tabs.further, "details", None)
        if details is None:
            self.tabs.setCurrentIndex(FINDINGS)
            details = self.details
        return details.verdict

    def keep(self) -> None:
        """Keep what is being typed, and remember the splitters."""
        self.details.keep_note()
        self.tabs.keep()
        self._desk.settings.keep_layout("across", self.across.saveState())
        self._desk.settings.keep_layout("upright", self.upright.saveState())

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.tabs.retranslate()
        self._tell_tabs()
        if self._desk.current is not None and self._desk.current is self._plan_of:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        for pane in (self.plans, self.left, self.tabs):
            self.across.addWidget(pane)
        for splitter in (self.across, self.upright):
            splitter.setHandleWidth(5)
            splitter.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.band)
        box.addWidget(self.offer)
        box.addWidget(self.across, 1)
        box.addWidget(self.command)

    def _connect(self) -> None:
        self._desk.switched.connect(self.show_current)
        self._desk.judged.connect(self.refresh)
        self._desk.pointed.connect(self.beside.go_to_evidence)
        self.table.picked.connect(self._picked)
        self.findings.chosen.connect(self._choose)
        self.findings.cleared.connect(self.table.forget)
        self._follow(self)
        self.tabs.made.connect(self._follow)
        verdict_keys(self.findings.tree, self.details.verdict, self.moves.next_open)
        self.tabs.looked.connect(self._turned)
        self.offer.taken.connect(lambda: self.turn(MAPPING))

    def _follow(self, page: QWidget) -> None:
        """Follow the places that a page with details names."""
        details = getattr(page, "details", None)
        if details is None:
            return
        details.place_clicked.connect(self.beside.go_to)
        details.evidence_clicked.connect(self.beside.go_to_evidence)
        details.verdict.wanted.connect(self.review_wanted)
        if page is not self:
            page.chosen.connect(self._ring)

    def _restore(self) -> None:
        settings = self._desk.settings
        self.across.setStretchFactor(1, 1)
        self.across.setStretchFactor(2, 1)
        if not self.across.restoreState(settings.layout("across") or b""):
            self.across.setSizes([190, 640, 640])
        if not self.upright.restoreState(settings.layout("upright") or b""):
            self.upright.setSizes([390, 370])

    def _picked(self, readings: tuple[int, ...], where: str) -> None:
        if readings and self._sight.findings(readings):
            self.tabs.setCurrentIndex(FINDINGS)
            self.findings.pick(readings, where, self._sight)
        else:
            self.findings.pick((), "", self._sight)

    def _choose(self, criterion: str | None) -> None:
        self._chosen = criterion
        if self._sight is not None:
            self._show_chosen()
            if not self._table_waits:
                self._light()
            self._ring()

    def _light(self) -> None:
        chosen = self._sight.assessment.finding(self._chosen) if self._sight is not None and self._chosen else None
        self._table.light(chosen.readings if chosen is not None else ())

    def _ring(self) -> None:
        self.beside.ring(self._sight, self._chosen)

    def _show_chosen(self) -> None:
        self.details.show_item(self._sight, item_of(self._sight, self._chosen))

    def _refresh_facts(self) -> None:
        if "facts" in self.__dict__:
            self.facts.refresh(self._sight)

    def _turned(self) -> None:
        if self.tabs.currentIndex() in (FACTS, MAPPING):
            self.facts if self.tabs.currentIndex() == FACTS else self.mapping.page
        self.beside.turn(self._sight, self._chosen)
        self._tell_tabs()

    def _tell_tabs(self) -> None:
        stated = len(self._desk.current.review.facts) if self._desk.current is not None else 0
        doubtful, *_ = self.mapping.waiting
        self.tabs.tell(stated=stated, to_confirm=waiting(self._sight), doubtful=doubtful)
        reviewing = self.tabs.currentIndex() != MAPPING and not self._desk.settings.applicant
        self.offer.tell(*(self.mapping.waiting if reviewing else (0, 0, 0)))
