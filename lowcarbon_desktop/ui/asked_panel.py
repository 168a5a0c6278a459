"""Did they mend what was asked: each thing with what has become of it, its evidence, and the applicant's reply."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.rounds import Since
from lowcarbon_desktop.app.rounds_said import asked_said, tally_said
from lowcarbon_desktop.app.verdicts import Said, moment
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.asked import Asked
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.rows import Column, RowsView

INK = {"yes": "pass", "no": "fail", "worse": "fail", "unsure": "cannot_tell", "look": "judgement"}


class AskedPanel(Attentive, QWidget):
    """The list above, the chosen thing below; the reply is kept by the button or when another thing is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._since: Since | None = None
        self._shown: Asked | None = None
        self._session = desk.current
        desk.judged.connect(self._said)
        self.tally, self.list, self.text = QLabel(self), RowsView(), QTextBrowser()
        self.label, self.reply, self.keep = QLabel(), QPlainTextEdit(), QPushButton()
        self.tally.setWordWrap(True)
        self.tally.setContentsMargins(14, 8, 14, 8)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.label.setBuddy(self.reply)
        self.reply.setTabChangesFocus(True)
        self.reply.setMaximumHeight(self.fontMetrics().height() * 5)
        self.keep.clicked.connect(self.finish)
        self.list.chosen.connect(self._choose)
        self.lower = QWidget()
        foot = QHBoxLayout()
        foot.addWidget(self.reply, 1)
        foot.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        below = QVBoxLayout(self.lower)
        below.addWidget(self.text, 1)
        below.addWidget(self.label)
        below.addLayout(foot)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.lower)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tally)
        box.addWidget(split, 1)
        self.retranslate()

    def show_asked(self, since: Since) -> None:
        """Show what was asked in the round before."""
        self._since, self._session = since, self._desk.current
        there = bool(since.asked)
        self.list.setVisible(there)
        self.lower.setVisible(there)
        self.tally.setText(self._desk.say(tally_said(since)) if there else self.tr(
            "Nothing was asked in the round before: no comment was made, and nothing failed."))
        self.list.show_rows(self._columns(since), since.asked)

    def finish(self) -> None:
        """Keep the reply as it is written now; what was typed is not lost when one goes on."""
        shown, text = self._shown, self.reply.toPlainText().strip()
        if shown is None or self._since is None or text == shown.reply:
            return
        self._desk.do(lambda session: session.say(shown.criterion, Said(moment(), reply=text)), self._session)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.label.setText(self.tr("The applicant's repl&y"))
        self.keep.setText(self.tr("Kee&p the reply"))
        self.list.setAccessibleName(self.tr("What was asked"))
        self.text.setAccessibleName(self.tr("What has become of it"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes away has finished the reply."""
        self.finish()
        super().hideEvent(event)

    def _choose(self, asked: Asked | None) -> None:
        if self._shown is not None and (asked is None or asked.criterion != self._shown.criterion):
            self.finish()
        self._shown = asked
        if asked is None or self._since is None:
            return
        said = [self._desk.say(each) for each in asked_said(self._since, asked, self._desk.settings.lang)]
        if asked.stale and asked.comment:
            said.append(self._desk.say(message("verdict-stale")))
        self.text.setPlainText("\n".join([self._title(asked), *said]))
        if self.reply.toPlainText().strip() != asked.reply:
            self.reply.setPlainText(asked.reply)

    def _said(self) -> None:
        """A reply was kept, undone or redone."""
        if self._since is None or self._session is None:
            return
        review = self._session.review
        self._since = replace(self._since, asked=tuple(
            replace(each, reply=review.item(each.criterion).reply) for each in self._since.asked))
        self.list.rows.put(self._since.asked)
        shown = next((each for each in self._since.asked if self._shown is not None
                      and each.criterion == self._shown.criterion), None)
        if shown is not None and shown != self._shown:
            self._shown = None  # what stands in the field is not this reply any more
            self._choose(shown)

    def _title(self, asked: Asked) -> str:
        criterion = self._since.assessment.rubric.criterion(asked.criterion)
        return f"{self._desk.say(criterion.number)}  {self._desk.say(criterion.title)}"

    def _columns(self, since: Since) -> tuple[Column, ...]:
        word = self._desk.word
        return (Column(self.tr("Criterion"), self._title, share=5),
                Column(self.tr("Mended?"), lambda each: self._desk.say(message(f"asked-{each.answer}")),
                       lambda each: INK[each.answer], 3),
                Column(self.tr("Before"), lambda each: word(each.before), lambda each: each.before, 2),
                Column(self.tr("Now"), lambda each: word(each.now), lambda each: each.now, 2),
                Column(self.tr("What was asked"), lambda each: each.comment or "—", share=5),
                Column(self.tr("Reply"), lambda each: each.reply or "—", share=4))
