"""The selected finding in full, what a person says of it, and the reviewer's note on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_html import page
from lowcarbon_desktop.ui.facets import Facets
from lowcarbon_desktop.ui.findings_groups import Item
from lowcarbon_desktop.ui.kept_text import KeptText
from lowcarbon_desktop.ui.verdict_pane import VerdictPane

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session


class DetailsPane(Attentive, QWidget):
    """`place_clicked` tells the reading whose place the user follows, `evidence_clicked` the Evidence."""

    place_clicked = Signal(int)
    evidence_clicked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self._item: Item | None = None
        self._of: tuple[Session, str] | None = None
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setMinimumHeight(self.fontMetrics().height() * 5)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(12)
        self.text.anchorClicked.connect(self._follow)
        self.facets = Facets(desk, self.text, self)
        self.facets.followed.connect(self._follow)
        self.verdict = VerdictPane(desk, self)
        self.note = KeptText(self._keep_note, 3, self)
        self._build()
        self.retranslate()

    def show_item(self, sight: Sight | None, item: Item | None) -> None:
        """Show a finding, the same one as it is now, or none."""
        of = (self._desk.current, item.criterion.id) if item is not None else None
        changed = of != self._of or item != self._item
        self._sight, self._item, self._of = sight, item, of
        self.note.show_text(of, self._desk.current.review.notes.get(item.criterion.id, "") if of is not None else "")
        self.note.setEnabled(item is not None)
        self.note.lock(self._desk.closed)
        self.verdict.show_item(item)
        self._name_note()
        if changed:
            self._render()
            self.facets.show_item(sight, item)

    def keep_note(self) -> None:
        """Keep what was typed now, without waiting; what is typed from now on is a change of its own."""
        self.note.keep_now()
        self.verdict.keep()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self._named: bool | None = None
        self._name_note()
        self.text.setAccessibleName(self.tr("Details of the finding"))
        self._render()

    def recolour(self) -> None:
        """Draw anew in another look."""
        self._render()

    def _build(self) -> None:
        under = QHBoxLayout()
        under.setContentsMargins(12, 6, 12, 10)
        under.setSpacing(14)
        for column in (self.verdict.why, self.verdict.about, self.note.column()):
            under.addWidget(column, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.facets, 1)
        box.addWidget(self.verdict)
        box.addLayout(under)

    def _name_note(self) -> None:
        """In a review the note is the reviewer's own; in a mere check it is printed."""
        private = self._desk.current is not None and self._desk.current.review.reviewer is not None
        if private != self._named:
            self._named = private
            self.note.name(self.tr("&Note of the reviewer") if not private else self.tr("Private &note"), self.tr(
                "Write here; it is kept as you type and printed in the report.") if not private else self.tr(
                "Only for yourself; it is kept as you type and not printed."))

    def _keep_note(self, of: tuple[Session, str], text: str, going_on: bool) -> bool:
        session, criterion = of
        self._desk.note(session, criterion, text, going_on=going_on)
        return True

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "reading":
            self.place_clicked.emit(int(link.path()))
        elif link.scheme() == "evidence" and self._item is not None:
            detail, position = map(int, link.path().split("."))
            self.evidence_clicked.emit(self._item.finding.details[detail].evidence[position])

    def _render(self) -> None:
        if self._item is None or self._sight is None:
            self.text.setHtml("")
            self.text.setPlaceholderText(self.tr("Select a finding to see its line, its margin and how to mend it."))
            return
        bar = self.text.verticalScrollBar()
        at = bar.value()
        self.text.setHtml(page(self._desk, self._sight, self._item, self.palette()))
        bar.setValue(at)
        self.text.setLineWrapMode(QTextBrowser.LineWrapMode.WidgetWidth)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft)
