"""The pages at the right side of an open plan; a further page is one line in the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.review_page import ReviewPage


FINDINGS, FACTS, MAPPING = range(3)


class Page(Protocol):
    """What a further page, a QWidget, has to know."""

    panes: tuple[QWidget, ...]
    """Where F6 goes, in this order; the first takes the keyboard when the page is turned to."""

    def refresh(self, sight: Sight | None) -> None:
        """Show a plan as it is now; None for none."""

    def keep(self) -> None:
        """Keep what is being typed."""


class Further(NamedTuple):
    """A page that is made when it is first looked at. `go` shows the finding of a criterion."""

    id: str
    title: str
    make: Callable[[Desk, Callable[[str], None]], Page]


def _scores(desk: Desk, go: Callable[[str], None]) -> Page:
    from lowcarbon_desktop.ui.score_page import ScorePage
    return ScorePage(desk, go)


def _conclusion(desk: Desk, go: Callable[[str], None]) -> Page:
    from lowcarbon_desktop.ui.conclusion_page import ConclusionPage
    return ConclusionPage(desk, go)


def _applicant(desk: Desk, go: Callable[[str], None]) -> Page:
    from lowcarbon_desktop.ui.applicant_page import ApplicantPage
    return ApplicantPage(desk)


def _instruments(desk: Desk, go: Callable[[str], None]) -> Page:
    from lowcarbon_desktop.ui.instruments_page import InstrumentsPage
    return InstrumentsPage(desk)


FURTHER: tuple[Further, ...] = (
    Further("scores", QT_TRANSLATE_NOOP("ReviewTabs", "Scoring sheet"), _scores),
    Further("conclusion", QT_TRANSLATE_NOOP("ReviewTabs", "Conclusion"), _conclusion),
    Further("instruments", QT_TRANSLATE_NOOP("ReviewTabs", "Instruments"), _instruments),
    Further("applicant", QT_TRANSLATE_NOOP("ReviewTabs", "Applicant's list"), _applicant),
)
"""After findings, facts and readings, in this order."""


class ReviewTabs(QTabWidget):
    """The tabs. `looked` tells that another page is looked at, `made` that a further page was made."""

    looked = Signal()
    made = Signal(object)

    def __init__(self, desk: Desk, parent: ReviewPage) -> None:
        super().__init__(parent)
        self._desk, self._go = desk, parent.show_finding
        self._sight: Sight | None = None
        self._made: dict[str, Page] = {}
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)

    def equip(self, findings: QWidget) -> None:
        """Put in the page that is always there, then an empty place for each other one."""
        self.addTab(findings, "")
        for _ in (FACTS, MAPPING, *FURTHER):
            place = QWidget(self)
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.addTab(place, "")
        self.currentChanged.connect(self._turned)

    def put(self, tab: int, page: QWidget) -> None:
        """Put a page into its place when it is first needed."""
        self.widget(tab).layout().addWidget(page)
        page.show()  # at once: a layout would wait for the next turn of the loop, with nothing ringed till then

    @property
    def further(self) -> Page | None:
        """The further page that is looked at, if it is one; made now if it was never looked at."""
        number = self.currentIndex() - MAPPING - 1
        return self.page(FURTHER[number].id) if number >= 0 else None

    def page(self, id: str) -> Page:
        """A further page by its id, made if it was never looked at."""
        number = next(number for number, each in enumerate(FURTHER) if each.id == id)
        if id not in self._made:
            self._made[id] = FURTHER[number].make(self._desk, self._go)
            self.put(MAPPING + 1 + number, self._made[id])
            self._made[id].refresh(self._sight)
            self.made.emit(self._made[id])
        return self._made[id]

    def turn(self, id: str) -> None:
        """Turn to a further page and give it the keyboard."""
        page = self.page(id)
        self.setCurrentWidget(page.parentWidget())
        page.panes[0].setFocus()

    def show_as(self, applicant: bool) -> None:
        """Offer the applicant's list alone, or everything else."""
        own = MAPPING + 1 + next(number for number, each in enumerate(FURTHER) if each.id == "applicant")
        turned = applicant or self.currentIndex() == own  # Qt turns from a page that is hidden to the one beside it
        for number in range(self.count()):
            self.setTabVisible(number, (number == own) == applicant)
        if turned:
            self.setCurrentIndex(own if applicant else FINDINGS)

    def refresh(self, sight: Sight | None) -> None:
        """Show a plan as it is now on the page that is looked at; the others when they are looked at next."""
        self._sight = sight
        if self.further is not None:
            self.further.refresh(sight)

    def keep(self) -> None:
        """Keep what is being typed on any page."""
        for page in self._made.values():
            page.keep()

    def tell(self, *, stated: int, to_confirm: int, doubtful: int) -> None:
        """Name facts and readings with what waits in them."""
        facts = (self.tr("Facts ({count} to confirm)").format(count=to_confirm) if to_confirm
                 else self.tr("Facts ({count} stated)").format(count=stated) if stated else self.tr("Facts"))
        readings = (self.tr("Readings ({count} doubtful)").format(count=doubtful) if doubtful
                    else self.tr("Readings"))
        for tab, name in ((FACTS, facts), (MAPPING, readings)):
            if self.tabText(tab) != name:  # Qt would lay the whole side out anew
                self.setTabText(tab, name)

    def retranslate(self) -> None:
        """Name the findings and the further pages in the language of the window."""
        self.setTabText(FINDINGS, self.tr("Findings"))
        for number, each in enumerate(FURTHER):
            self.setTabText(MAPPING + 1 + number, QCoreApplication.translate("ReviewTabs", each.title))

    def _turned(self) -> None:
        if self.further is not None:
            self.further.refresh(self._sight)
        self.looked.emit()
