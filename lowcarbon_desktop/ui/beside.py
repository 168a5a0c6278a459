"""At the left of an open plan: the table as it was read or the source as it looks, and what is ringed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lowcarbon_desktop.ui.review_tabs import FACTS, FINDINGS, MAPPING

if TYPE_CHECKING:
    from lowcarbon_desktop.plan import Evidence
    from lowcarbon_desktop.ui.cells import Sight
    from lowcarbon_desktop.ui.review_page import ReviewPage

_TABLE = 0
"""What is at the left: the table, which may wait to be filled, or the source."""


class Beside(QObject):
    """Findings stand beside the table; facts, readings and the further pages beside the source."""

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._sight: Sight | None = None

    def turn(self, sight: Sight | None, chosen: str | None) -> None:
        """Show what belongs to the page that is looked at."""
        page, self._sight = self._page, sight
        if (page.tabs.currentIndex() == FINDINGS and not self._prose) or self._sourceless:
            page.left.setCurrentIndex(_TABLE)
            return
        if page.left.count() == 1:
            page.left.addWidget(page.mapping.source)
        page.left.setCurrentWidget(page.mapping.source)
        page.mapping.look(facts=page.tabs.currentIndex() == FACTS)
        self.ring(sight, chosen)

    def ring(self, sight: Sight | None, chosen: str | None) -> None:
        """Ring what the selected criterion rests on, on the pages that have one."""
        self._sight, tabs = sight, self._page.tabs
        criterion = chosen if self._prose and tabs.currentIndex() == FINDINGS else getattr(
            tabs.further, "criterion", None)
        if criterion is not None and sight is not None:
            self._page.mapping.show_finding(sight.assessment.finding(criterion))

    def go_to(self, reading: int) -> None:
        """Show where a reading stands: in the table where that is shown and has it, else in the source."""
        page, where = self._page, self._page.sight.plan.readings[reading].where
        if where.paragraph is None and page.left.currentIndex() == _TABLE:
            page.table.go_to(reading)
            return
        self._to_the_source()
        page.mapping.show_reading(reading)

    def go_to_evidence(self, evidence: Evidence) -> None:
        """Show where a sentence stands, in the source."""
        self._to_the_source()
        self._page.mapping.show_evidence(evidence)

    def _to_the_source(self) -> None:
        if self._page.left.currentIndex() == _TABLE:
            self._page.turn(MAPPING)

    @property
    def _prose(self) -> bool:
        """Whether the plan has no table at all: then its text stands beside the findings."""
        return self._sight is not None and not self._sight.plan.tabled

    @property
    def _sourceless(self) -> bool:
        """Whether the applicant's files were left out of a copy: then the table as it was read is all there is."""
        session = self._page.desk.current
        return session is not None and session.only_shown and not session.leaves
