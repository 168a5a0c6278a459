"""The selected finding in full, and the editor of the reviewer's note on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.details_html import page
from lowcarbon_desktop.ui.facets import Facets
from lowcarbon_desktop.ui.findings_model import Item

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session

_SOON = 150  # milliseconds after a key, by which the note is on disk, also while the user types on


class DetailsPane(QWidget):
    """`place_clicked` tells the reading whose place the user follows, `evidence_clicked` the Evidence."""

    place_clicked = Signal(int)
    evidence_clicked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self._item: Item | None = None
        self._of: tuple[Session, str] | None = None
        self._pending = self._going_on = False
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(12)
        self.text.anchorClicked.connect(self._follow)
        self.facets = Facets(desk, self.text, self)
        self.facets.followed.connect(self._follow)
        self.note_label = QLabel(self)
        self.kept = QLabel(self)
        self.note = QPlainTextEdit(self)
        self.note_label.setBuddy(self.note)
        self.note.setTabChangesFocus(True)
        self.note.setAcceptDrops(False)  # a file that is dropped here is a plan to open, not a text
        self.note.setFixedHeight(self.note.fontMetrics().height() * 3 + 16)
        self.note.textChanged.connect(self._typed)
        self.note.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._keep)
        self._build()
        self.retranslate()

    def show_item(self, sight: Sight | None, item: Item | None) -> None:
        """Show a finding, the same one as it is now, or none."""
        of = (self._desk.current, item.criterion.id) if item is not None else None
        if of != self._of:
            self.keep_note()
        changed = of != self._of or item != self._item
        self._sight, self._item = sight, item
        kept = self._desk.current.review.notes.get(item.criterion.id, "") if item is not None else ""
        # While the user still types, what is typed counts; what undo brought back is shown.
        if of != self._of or (not self._pending and kept != self.note.toPlainText()):
            self._of, self._going_on = of, False
            self.note.blockSignals(True)
            self.note.setPlainText(kept)
            self.note.blockSignals(False)
            self.kept.clear()
        self.note.setEnabled(item is not None)
        if changed:
            self._render()
            self.facets.show_item(sight, item)

    def keep_note(self) -> None:
        """Keep what was typed now, without waiting; what is typed from now on is a change of its own."""
        self._keep()
        self._going_on = False

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.note_label.setText(self.tr("&Note of the reviewer"))
        self.note.setPlaceholderText(self.tr("Write here; it is kept as you type and printed in the report."))
        self.note.setAccessibleName(self.tr("Note of the reviewer"))
        self.text.setAccessibleName(self.tr("Details of the finding"))
        self.kept.clear()
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._render()
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The note is kept at once when the editor loses the focus."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.keep_note()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.note_label)
        head.addStretch()
        head.addWidget(self.kept)
        under = QVBoxLayout()
        under.setContentsMargins(12, 6, 12, 10)
        under.setSpacing(4)
        under.addLayout(head)
        under.addWidget(self.note)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.facets, 1)
        box.addLayout(under)

    def _typed(self) -> None:
        self.kept.clear()
        self._pending = True
        if not self._soon.isActive():
            self._soon.start()

    def _keep(self) -> None:
        self._soon.stop()
        if self._pending and self._of is not None:
            self._pending = False
            session, criterion = self._of
            self._desk.note(session, criterion, self.note.toPlainText(), going_on=self._going_on)
            self._going_on = True
            self.kept.setText(self.tr("kept"))

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
