"""The two sides of the selected finding: what was found, and the page of its criterion (F1), laid out when looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import Item

FOUND, PAGE = range(2)


class Facets(Attentive, QWidget):
    """`followed` tells a link of the criterion's page; which side is shown is remembered from start to start."""

    followed = Signal(QUrl)

    def __init__(self, desk: Desk, found: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self._item: Item | None = None
        self._laid_out: object = None  # what the page was made of last
        self.found, self.page = found, QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(12)
        self.page.anchorClicked.connect(self.followed)
        self.tabs, self.sides = QTabBar(self), QStackedWidget(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for side in (found, self.page):
            self.tabs.addTab("")
            self.sides.addWidget(side)
        self.tabs.setCurrentIndex(PAGE if desk.settings.criterion_page else FOUND)
        self.sides.setCurrentIndex(self.tabs.currentIndex())
        self.tabs.currentChanged.connect(self._turned)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tabs)
        box.addWidget(self.sides, 1)
        self.retranslate()

    def show_item(self, sight: Sight | None, item: Item | None) -> None:
        """Show the page of another finding, or of the same one as it is now."""
        other = item is None or self._item is None or item.criterion.id != self._item.criterion.id
        self._sight, self._item = sight, item
        self._render(top=other)

    def toggle(self) -> None:
        """Turn to the other side and give it the keyboard."""
        self.tabs.setCurrentIndex(FOUND if self.tabs.currentIndex() == PAGE else PAGE)
        self.sides.currentWidget().setFocus()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.tabs.setTabText(FOUND, self.tr("This finding"))
        self.tabs.setTabText(PAGE, self.tr("About the criterion"))
        self.tabs.setTabToolTip(PAGE, self.tr("Why it is asked, examples, how it is computed (F1)"))
        self.page.setAccessibleName(self.tr("About the criterion"))
        self._render(top=False)

    def recolour(self) -> None:
        """Draw anew in another look."""
        self._laid_out = None
        self._render(top=False)

    def _turned(self, side: int) -> None:
        self.sides.setCurrentIndex(side)
        self._desk.settings.criterion_page = side == PAGE
        self._render(top=True)

    def _render(self, *, top: bool) -> None:
        if self.tabs.currentIndex() != PAGE:
            return
        if self._item is None or self._sight is None:
            self._laid_out = None
            self.page.setHtml("")
            self.page.setPlaceholderText(self.tr("Select a finding to read why it is asked and how it is computed."))
            return
        wanted = (self._item, self._sight.assessment.rubric, self._desk.settings.lang)
        if wanted == self._laid_out:
            return
        self._laid_out = wanted
        bar = self.page.verticalScrollBar()
        at = 0 if top else bar.value()
        self.page.setHtml(self._html())
        bar.setValue(at)

    def _html(self) -> str:
        from lowcarbon_desktop.app.reference import reference
        from lowcarbon_desktop.app.rubric_page import page_of
        from lowcarbon_desktop.errors import FaultyData
        from lowcarbon_desktop.ui.criterion_html import criterion_html

        rubric, criterion = self._sight.assessment.rubric, self._item.criterion.id
        try:
            page = page_of(rubric, criterion, reference(), self._desk.settings.lang)
        except FaultyData as error:  # a review of long ago, by a rubric that this program does not know any more
            return f"<p>{self._desk.say(error.message)}</p>"
        return criterion_html(self._desk, self._sight, self._item, page, self.palette())
