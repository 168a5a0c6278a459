"""An open plan: its table or its source at one side, findings, facts and readings at the other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import item_of
from lowcarbon_desktop.ui.review_parts import ReviewParts
from lowcarbon_desktop.ui.review_tabs import FACTS, FINDINGS, MAPPING
from lowcarbon_desktop.ui.table_view import TablePanel
from lowcarbon_desktop.ui.verdict_keys import verdict_keys
from lowcarbon_desktop.ui.waiting import waiting

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.facts_page import FactsPage
    from lowcarbon_desktop.ui.tasks import Tasks


class ReviewPage(Attentive, ReviewParts):
    """Selecting a finding lights its cells; selecting a cell leaves only its findings."""

    review_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
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

    @cached_property
    def facts(self) -> FactsPage:
        """The facts, made when they are first turned to."""
        from lowcarbon_desktop.ui.facts_page import FactsPage

        made = FactsPage(self._desk)
        made.chosen.connect(self.mapping.ring_fact)
        self.tabs.put(FACTS, made)
        made.refresh(self._sight)
        return made

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.tabs.retranslate()
        self._tell_tabs()
        if self._desk.current is not None and self._desk.current is self._plan_of:
            self.refresh()

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
        doubts = self.mapping.waiting  # counted once: every reading is looked at
        self.tabs.tell(stated=stated, to_confirm=waiting(self._sight), doubtful=doubts[0])
        reviewing = (self.tabs.currentIndex() in (FINDINGS, FACTS) and not self._desk.settings.applicant
                     and not self._desk.closed)
        self.offer.tell(*(doubts if reviewing else (0, 0, 0)))
