"""What connects the mapping step with the source beside it: the chosen reading or fact is ringed where it stands."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.plan import Evidence, Where
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.mapping_rows import STATES, MappingRow, place_key, rows_of
from lowcarbon_desktop.ui.review_tabs import MAPPING

if TYPE_CHECKING:
    from lowcarbon_desktop.checks import Finding
    from lowcarbon_desktop.ui.mapping_page import MappingPage
    from lowcarbon_desktop.ui.review_page import ReviewPage
    from lowcarbon_desktop.ui.source_panel import SourcePanel
    from lowcarbon_desktop.ui.tasks import Tasks


class MappingSide(QObject):
    """Nothing of the source is laid out before it is first looked at."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: ReviewPage) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._parent = desk, tasks, parent
        self._sight: Sight | None = None
        self._source: SourcePanel | None = None
        self._shown: object = None  # the leaves that are laid out; they are others once the draft is read again
        self._listed: tuple[object, Sight | None] = (None, None)  # the session that is listed, and as of which state
        self._on_facts = False

    @cached_property
    def page(self) -> MappingPage:
        """The list of the readings, made when it is first turned to."""
        from lowcarbon_desktop.ui.mapping_page import MappingPage

        made = MappingPage(self._desk, self._parent)
        made.chosen.connect(self._ring_listed)
        self._parent.tabs.put(MAPPING, made)
        return made

    @property
    def source(self) -> SourcePanel:
        """The source as it looks, made when it is first looked at."""
        if self._source is None:
            from lowcarbon_desktop.ui.source_panel import SourcePanel

            self._source = SourcePanel(self._desk, self._tasks, self._parent)
            self._source.picked.connect(self._picked)
        return self._source

    @property
    def pane(self) -> QWidget | None:
        """What takes the keyboard on the side of the source."""
        return self._source.view if self._source is not None else None

    @property
    def waiting(self) -> tuple[int, int, int]:
        """How many readings are in doubt, for how many something is proposed, and how many targets lack a base year."""
        if self._sight is None:
            return 0, 0, 0
        from lowcarbon_desktop.app.meaning import lacks_base
        from lowcarbon_desktop.app.reference import reference
        from lowcarbon_desktop.plan.late import LatePlan

        plan, register = self._sight.plan, reference().register
        # What is shown as it was kept is not made whole for a count.
        unbased = 0 if isinstance(plan, LatePlan) else sum(
            [lacks_base(each, register) for each in plan.readings if each.base_year is None and not each.doubts])
        return plan.doubtful, len({each.where for each in self._proposals()}), unbased

    def finish(self) -> None:
        """Let nothing draw any more: the window closes."""
        if self._source is not None:
            self._source.pdf.pages.finish()

    def refresh(self, sight: Sight | None) -> None:
        """Show a plan as it is now, if it is looked at; else when it is looked at next."""
        self._sight = sight
        if self._source is not None and self._source.isVisible():
            self.look(facts=self._on_facts)

    def look(self, *, facts: bool) -> None:
        """List the readings, lay out the source, and ring what is chosen; what is there already stays."""
        self._on_facts = facts
        session = self._desk.current
        leaves = session.leaves if session is not None else None
        if self._shown is not leaves:
            self._shown = leaves
            self.source.show_plan(session)
        listed, state = self._listed
        if listed is not session or state is not self._sight:
            self._listed = (session, self._sight)
            rows = rows_of(self._sight, self._proposals()) if self._sight is not None else ()
            self.page.show_rows(self._sight, rows, anew=listed is not session)
            self._mark()
        if facts:
            self.ring_fact(self._parent.facts.fact)
        else:
            self._ring_listed(self.page.readings.current)

    def show_reading(self, position: int) -> None:
        """Ring a reading in the source, and choose it in the list."""
        self._on_facts = False
        self.page.readings.choose(position)
        self._ring_reading(self.page.readings.current)

    def show_finding(self, finding: Finding) -> None:
        """Ring the first sentence or value that a finding rests on; nothing where it rests on none."""
        found = next((each for detail in finding.details for each in detail.evidence if each.where is not None), None)
        if found is None and finding.readings:
            self._ring(self._sight.plan.readings[finding.readings[0]].where, "")
            return
        self._ring(*((found.where, found.text) if found is not None else (None, "")))

    def show_evidence(self, evidence: Evidence) -> None:
        """Ring a sentence in the source."""
        self._ring(evidence.where, evidence.text)

    def _proposals(self) -> tuple[object, ...]:
        return self._desk.current.proposals if self._desk.current is not None else ()

    def _mark(self) -> None:
        marks: dict[Where, str] = {}
        for row in self.page.readings.model.rows:
            known = marks.setdefault(row.reading.where, row.state)
            if known != row.state:
                marks[row.reading.where] = min(known, row.state, key=STATES.index)
        self.source.mark(marks)

    def _ring_listed(self, row: MappingRow | None) -> None:
        """Ring what is selected in the list while that is looked at; another page rings what is selected on it."""
        if self.page.isVisible():
            self._ring_reading(row)

    def _ring_reading(self, row: MappingRow | None) -> None:
        if not self._on_facts:
            self._ring(row.reading.where if row is not None else None, row.reading.printed if row is not None else "")

    def ring_fact(self, fact: object) -> None:
        """Ring what a fact rests on, while the facts are looked at."""
        if self._on_facts:
            found = next((each for each in fact.evidence if each.where is not None), None) if fact is not None else None
            self._ring(found.where if found is not None else None, found.text if found is not None else "")

    def _ring(self, where: Where | None, quote: str) -> None:
        session = self._desk.current
        if self._source is not None and session is not None and self._shown is session.leaves:
            self._source.ring(where, quote)

    def _picked(self, where: Where) -> None:
        """Choose the reading of a place, or the first of the row whose name stands there."""
        place, readings = place_key(where), self._sight.plan.readings
        own = (position for position, each in enumerate(readings) if place_key(each.where) == place)
        named = (position for position, each in enumerate(readings) if place_key(each.name_where) == place)
        position = next(chain(own, named), None)
        if position is None or self._on_facts:
            self._source.ring(where)
        elif self.page.readings.current is not None and self.page.readings.current.position == position:
            self._ring_reading(self.page.readings.current)
        else:
            self.page.readings.choose(position)
