"""The parts of an open plan's page: the widgets, the room that each takes, and what of the plan is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.beside import Beside
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.command_bar import CommandBar
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_pane import DetailsPane
from lowcarbon_desktop.ui.findings_view import FindingsPanel
from lowcarbon_desktop.ui.mapping_side import MappingSide
from lowcarbon_desktop.ui.moves import Moves
from lowcarbon_desktop.ui.offer import Offer
from lowcarbon_desktop.ui.plans_list import PlansList
from lowcarbon_desktop.ui.review_tabs import FINDINGS, ReviewTabs
from lowcarbon_desktop.ui.roomy import Roomy
from lowcarbon_desktop.ui.summary_band import SummaryBand
from lowcarbon_desktop.ui.table_view import TablePanel

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.ui.tasks import Tasks
    from lowcarbon_desktop.ui.verdict_pane import VerdictPane


class ReviewParts(QWidget):
    """What the page is made of, before anything is shown in it."""

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

    def view(self) -> None:
        """Show the plan as a reviewer sees it, or with the applicant's list alone."""
        applicant = self._desk.settings.applicant
        self.band.setVisible(not applicant)
        self.command.setVisible(not applicant)
        self.tabs.show_as(applicant)

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

    def _restore(self) -> None:
        settings = self._desk.settings
        self.across.setStretchFactor(1, 1)
        self.across.setStretchFactor(2, 1)
        if not self.across.restoreState(settings.layout("across") or b""):
            self.across.setSizes([190, 640, 640])
        if not self.upright.restoreState(settings.layout("upright") or b""):
            self.upright.setSizes([390, 370])
