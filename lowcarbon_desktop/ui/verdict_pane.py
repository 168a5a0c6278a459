"""What a person says of the selected finding: agree or overrule with a reason, points, and a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.review.verdict import OUTCOMES
from lowcarbon_desktop.review.weighed import outdated
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import Item
from lowcarbon_desktop.ui.kept_text import KeptText
from lowcarbon_desktop.ui.verdict_buttons import VerdictButtons

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session

Of = tuple["Session", str]


class VerdictPane(Attentive, QWidget):
    """Before anybody reviews, it offers to begin (`wanted`). An overruling without a reason is not kept, and says so.
    """

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._of: Of | None = None
        self._item: Item | None = None
        self._wanted: str | None = None
        self._looked = False
        self.begin, self.buttons, self.told = QPushButton(self), VerdictButtons(desk, self), QLabel(self)
        self.begin.clicked.connect(self.wanted)
        self.buttons.agreed.connect(self.agree_now)
        self.buttons.chosen.connect(self._choose)
        self.buttons.taken_back.connect(self._take_back)
        self.buttons.scored.connect(self._score)
        self.reason = KeptText(self._keep_reason, 3, self)
        self.comment = KeptText(self._keep_comment, 3, self)
        # Whoever holds the pane puts these two beside the note, so that the finding keeps its room.
        self.why, self.about = self.reason.column(), self.comment.column()
        self.told.setWordWrap(True)
        self._build()
        self.retranslate()

    def show_item(self, item: Item | None) -> None:
        """Show what was said of a finding, as it is now."""
        session = self._desk.current
        of = (session, item.criterion.id) if item is not None and session is not None else None
        if of != self._of:
            self._wanted = None
        self._of, self._item = of, item
        said = session.review.item(item.criterion.id) if of is not None else None
        verdict = said.verdict if said is not None else None
        if verdict is not None and self._wanted == verdict.outcome:
            self._wanted = None
        self.reason.show_text(of, verdict.reason if verdict is not None else "")
        self.comment.show_text(of, said.comment if said is not None else "")
        self._show_points()
        self._look()

    def keep(self) -> None:
        """Keep what is being typed."""
        for text in (self.reason, self.comment):
            text.keep_now()
        self.buttons.points.interpretText()

    def agree_now(self) -> None:
        """Say what the machine says, where a person can say that."""
        if self._ready and self.buttons.agree.isEnabled():
            self._choose(self._item.finding.outcome)

    def overrule(self) -> None:
        """Go to the outcomes, to choose another than the machine's."""
        if self._ready:
            other = next(each for each in OUTCOMES if each != self._item.finding.outcome)
            (self.buttons.group.checkedButton() or self.buttons.outcomes[other]).setFocus()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.begin.setText(self.tr("Begin the expert's review…"))
        self.buttons.retranslate()
        self.reason.name(self.tr("Re&ason"), self.tr("Why you judge otherwise than the program; it is printed."))
        self.comment.name(self.tr("&Comment to the applicant"), self.tr("What the applicant should read; printed."))
        if self._looked:
            self._look()

    def recolour(self) -> None:
        """Draw anew in another look."""
        if self._looked:
            self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons that go on in a second line need its height."""
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, self.layout().heightForWidth(self.width())))

    def _build(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.begin)
        first.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 0)
        box.setSpacing(5)
        box.addLayout(first)
        box.addWidget(self.buttons)
        box.addWidget(self.told)

    @property
    def _ready(self) -> bool:
        session = self._desk.current
        return (self._item is not None and session is not None and session.closed is None
                and session.review.reviewer is not None)

    def _choose(self, outcome: str) -> None:
        if self._item.finding.outcome == outcome:
            self._wanted = None
            self._say(self._of, outcome=outcome)
            return
        self._wanted = outcome
        if self.reason.toPlainText().strip():
            self._say(self._of, outcome=outcome, reason=self.reason.toPlainText())
        self._look()
        self.reason.setFocus()

    def _take_back(self) -> None:
        from lowcarbon_desktop.app.verdicts import NONE

        self._wanted = None
        self._say(self._of, outcome=NONE)

    def _say(self, of: Of, *, going_on: bool = False, **what: str | float) -> bool:
        from lowcarbon_desktop.app.verdicts import Said, moment

        session, criterion = of
        said = Said(moment(), **what)
        return self._desk.do(lambda session: session.say(criterion, said, going_on=going_on), session)

    def _keep_reason(self, of: Of, text: str, going_on: bool) -> bool:
        """A reason is kept with its outcome; an empty one leaves the last verdict as it was."""
        session, criterion = of
        verdict = session.review.item(criterion).verdict
        wanted = self._wanted if of == self._of else None
        outcome = wanted or (verdict.outcome if verdict is not None else None)
        kept = bool(outcome is not None and text.strip()) and self._say(
            of, outcome=outcome, reason=text, going_on=going_on)
        self._look()
        return kept

    def _keep_comment(self, of: Of, text: str, going_on: bool) -> bool:
        return self._say(of, comment=text, going_on=going_on)

    def _score(self, points: float) -> None:
        if self._of is not None and points >= 0:
            self._say(self._of, points=points, going_on=True)

    def _show_points(self) -> None:
        most = self._item.criterion.points if self._item is not None else 0
        given = self._desk.current.review.item(self._of[1]).points if self._of is not None else None
        self.buttons.show_points(given, most)

    def _look(self) -> None:
        """What can be said as things stand, and what is still wanted."""
        self._looked = True
        session, item = self._desk.current, self._item
        reviewed = session is not None and session.review.reviewer is not None
        closed = session.closed if session is not None else None
        self.begin.setVisible(session is not None and not reviewed and closed is None)
        shown = item is not None and reviewed
        self.about.setVisible(shown)
        self.buttons.setVisible(shown)
        for text in (self.reason, self.comment):
            text.lock(self._desk.closed)
        if not shown:
            self.why.hide()
            self.told.setVisible(False)
            return
        self._look_at(item)

    def _look_at(self, item: Item) -> None:
        machine = item.finding.outcome
        said = self._desk.current.review.item(item.criterion.id)
        chosen = self._wanted or (said.verdict.outcome if said.verdict is not None else None)
        self.buttons.show_verdict(machine, chosen, said.verdict, open=self._ready)
        other = chosen is not None and chosen != machine
        self.why.setVisible(other or bool(said.verdict is not None and said.verdict.reason))
        self._tell(other and not self.reason.toPlainText().strip(), stale=outdated(item.finding, said))

    def _tell(self, wanting: bool, *, stale: bool) -> None:
        told = []
        if stale:
            verdict = self._desk.current.review.item(self._of[1]).verdict
            told.append(self.tr("The program found “{outcome}” when this was said, and finds something else now. "
                                "Please say it anew.").format(outcome=self._desk.word(verdict.machine)))
        if wanting:
            told.append(self.tr("A verdict other than the program's needs a reason; it is not kept without one."))
        ink = self.told.palette()
        ink.setColor(ink.ColorRole.WindowText, theme.ink("fail" if wanting else "cannot_tell", self.palette()))
        self.told.setPalette(ink)
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))
        self.setMinimumHeight(max(0, self.layout().heightForWidth(self.width())))
