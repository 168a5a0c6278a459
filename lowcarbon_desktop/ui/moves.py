"""How one goes about an open plan by keyboard and menu: to another pane, the filter, the next open criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.ui.review_tabs import FACTS, FINDINGS, MAPPING

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.review_page import ReviewPage


class Moves:
    """Each goes to what serves the page that is looked at."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes, in this order."""
        page = self._page
        right = {FINDINGS: lambda: (page.table.table, page.findings.tree, page.details.facets.sides.currentWidget(),
                                    page.details.note),
                 FACTS: lambda: (page.mapping.pane, page.facts.list, page.facts.form.state),
                 MAPPING: lambda: (page.mapping.pane, page.mapping.page.readings.list, page.mapping.page.why)}
        further = page.tabs.further
        beside = right[page.tabs.currentIndex()]() if further is None else (page.mapping.pane, *further.panes)
        panes = (page.plans, *beside, page.command.line)
        return tuple(pane for pane in panes if pane is not None and pane.isVisible())

    def step_pane(self, step: int) -> None:
        """Give the keyboard to the next pane, or the one before."""
        panes, focus = self.panes, self._page.window().focusWidget()
        here = next((place for place, pane in enumerate(panes) if pane.hasFocus() or pane.isAncestorOf(focus)),
                    -1 if step > 0 else 0) if focus is not None else -1
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def find(self) -> None:
        """Go to the text filter of the readings where they are shown, else of the findings."""
        if self._page.tabs.currentIndex() == MAPPING:
            search = self._page.mapping.page.readings.search
        else:
            self._page.tabs.setCurrentIndex(FINDINGS)
            search = self._page.findings.search
        search.setFocus()
        search.selectAll()

    def explain(self) -> None:
        """Turn between what was found and the page of the criterion."""
        self._page.tabs.setCurrentIndex(FINDINGS)
        self._page.details.facets.toggle()

    def next_open(self) -> None:
        """Show the next finding on which a person still has to speak, round and round."""
        further, session = self._page.tabs.further, self._page.desk.current
        if hasattr(further, "next_open"):
            further.next_open()
            return
        order, chosen = [each.criterion for each in session.assessment.findings], self._page.chosen
        here = order.index(chosen) + 1 if chosen in order else 0
        waiting = set(session.missing)
        criterion = next((each for each in order[here:] + order[:here] if each in waiting), None)
        if criterion is not None:
            self._page.findings.reveal(criterion)

    def correct(self) -> None:
        """Begin to edit the selected cell, or the text of the selected reading."""
        if self._page.tabs.currentIndex() == MAPPING:
            self._page.mapping.page.ask("value")
            return
        table = self._page.table.table
        table.setFocus()
        if table.currentIndex().isValid():
            table.edit(table.currentIndex())

    def write_note(self) -> None:
        """Go to the note on the selected finding."""
        self._page.tabs.setCurrentIndex(FINDINGS)
        self._page.details.note.setFocus()
