"""What connects the mapping step with the source beside it: the chosen reading or fact is ringed where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.mapping_page import MappingPage
from lowcarbon_desktop.ui.mapping_rows import STATES, MappingRow, place_key

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.facts_page import FactsPage
    from lowcarbon_desktop.ui.source_panel import SourcePanel
    from lowcarbon_desktop.ui.tasks import Tasks


class MappingSide(QObject):
    """Nothing of the source is laid out before it is first looked at."""

    def __init__(self, desk: Desk, tasks: Tasks, facts: FactsPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._facts, self._parent = desk, tasks, facts, parent
        self._sight: Sight | None = None
        self._source: SourcePanel | None = None
        self._shown: object = None
        self._on_facts = False
        self.page = MappingPage(desk, parent)
        self.page.chosen.connect(self._ring_reading)
        facts.chosen.connect(self._ring_fact)

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
    def waiting(self) -> tuple[int, int]:
        """How many readings are in doubt, and for how many something is proposed."""
        return self.page.waiting

    def show_plan(self, sight: Sight | None) -> None:
        """Show another plan."""
        self._sight = sight
        self.page.show_plan(sight, self._proposals())
        if self._source is not None and self._source.isVisible():
            self.look(facts=self._on_facts)

    def refresh(self, sight: Sight) -> None:
        """Show the same plan as it was judged anew."""
        self._sight = sight
        self.page.refresh(sight, self._proposals())
        self._mark()

    def look(self, *, facts: bool) -> None:
        """Lay out the source, if it is not that of the shown plan yet, and ring what is chosen."""
        self._on_facts = facts
        if self._shown is not self._desk.current:
            self._shown = self._desk.current
            self.source.show_plan(self._desk.current)
        self._mark()
        if facts:
            self._ring_fact(self._facts.fact)
        else:
            self._ring_reading(self.page.readings.current)

    def _proposals(self) -> tuple[object, ...]:
        return self._desk.current.proposals if self._desk.current is not None else ()

    def _mark(self) -> None:
        if self._source is not None and self._shown is self._desk.current:
            marks: dict[Where, str] = {}
            for row in self.page.readings.model.rows:
                where = row.reading.where
                marks[where] = min(marks.get(where, row.state), row.state, key=STATES.index)
            self._source.mark(marks)

    def _ring_reading(self, row: MappingRow | None) -> None:
        if not self._on_facts:
            self._ring(row.reading.where if row is not None else None, row.reading.printed if row is not None else "")

    def _ring_fact(self, fact: object) -> None:
        if self._on_facts:
            found = next((each for each in fact.evidence if each.where is not None), None) if fact is not None else None
            self._ring(found.where if found is not None else None, found.text if found is not None else "")

    def _ring(self, where: Where | None, quote: str) -> None:
        if self._source is not None and self._shown is self._desk.current:
            self._source.ring(where, quote)

    def _picked(self, where: Where) -> None:
        """Choose the reading of a place, or the first of the row whose name stands there."""
        place, readings = place_key(where), self._sight.plan.readings
        found: Mapping[bool, int] = {own: position for position, each in reversed(list(enumerate(readings)))
                                     for own in (True, False)
                                     if place_key(each.where if own else each.name_where) == place}
        position = found.get(True, found.get(False))
        if position is None or self._on_facts:
            self._source.ring(where)
        elif self.page.readings.current is not None and self.page.readings.current.position == position:
            self._ring_reading(self.page.readings.current)
        else:
            self.page.readings.choose(position)
