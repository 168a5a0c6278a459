"""The conclusion of a review in the reviewer's own words, what must be revised, and the seal with what is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.verdict import CONCLUSIONS
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.kept_text import KeptText
from lowcarbon_desktop.ui.roomy import Roomy

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session


class ConclusionPage(Attentive, QWidget):
    """What is typed is kept at once; what it still lacks is said, and again before sealing."""

    def __init__(self, desk: Desk, go: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._go = desk, go
        self._sight: Sight | None = None
        self.title, self.lacks, self.status, self.head = (QLabel(self) for _ in range(4))
        self.status.setTextFormat(Qt.TextFormat.PlainText)  # a name may be anything
        self.group = QButtonGroup(self)
        self.outcomes = {outcome: QRadioButton(self) for outcome in CONCLUSIONS}
        for outcome, button in self.outcomes.items():
            self.group.addButton(button)
            button.clicked.connect(lambda _=False, outcome=outcome: self._choose(outcome))
        self.words = KeptText(self._keep_words, 4, self)
        self.revise = KeptText(self._keep_revise, 6, self)
        self.propose = QPushButton(self)
        self.propose.clicked.connect(self._propose)
        self.missing_label, self.missing = QLabel(self), QListWidget(self)
        self.missing.itemActivated.connect(self._open)
        self.missing.itemClicked.connect(self._open)
        self.seal, self.give_back, self.reopen = (QPushButton(self) for _ in range(3))
        for button, command in ((self.seal, "seal"), (self.give_back, "give_back"), (self.reopen, "reopen")):
            button.clicked.connect(lambda _=False, command=command: self.window().commands.actions[command].trigger())
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                          | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        for label in (self.lacks, self.status, self.head):
            label.setWordWrap(True)
        self.panes = (self.outcomes["passes"], self.words, self.revise, self.missing, self.seal)
        self._build()
        self.retranslate()

    def refresh(self, sight: Sight | None) -> None:
        """Show the conclusion as it is now."""
        self._sight = sight
        session = self._desk.current if sight is not None else None
        if session is None:
            return
        conclusion = session.review.conclusion
        self.group.setExclusive(False)
        for outcome, button in self.outcomes.items():
            button.setChecked(conclusion is not None and conclusion.outcome == outcome)
            button.setEnabled(session.closed is None)
        self.group.setExclusive(True)
        self.words.show_text(session, conclusion.words if conclusion is not None else "")
        self.revise.show_text(session, conclusion.revise if conclusion is not None else "")
        for text in (self.words, self.revise):
            text.setEnabled(conclusion is not None)
            text.lock(self._desk.closed)
        self.propose.setEnabled(session.closed is None and conclusion is not None)
        self._tell(session)
        self._list(session)

    def keep(self) -> None:
        """Keep what is being typed."""
        self.words.keep_now()
        self.revise.keep_now()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.title.setText("<b>" + self.tr("Overall verdict") + "</b>")
        for outcome, button in self.outcomes.items():
            button.setText(self._desk.say(message(f"verdict-{outcome}")))
        self.words.name(self.tr("In your &own words"), self.tr("Choose a verdict above, then say why."))
        self.revise.name(self.tr("What must be rev&ised"), self.tr("One item a line; the applicant reads this list."))
        self.propose.setText(self.tr("&Propose from what fails"))
        self.propose.setToolTip(self.tr("Adds the failed musts with your comments, else with the program's remedies"))
        self.missing.setAccessibleName(self.tr("Criteria without a verdict"))
        self.seal.setText(self.tr("&Seal the review…"))
        self.give_back.setText(self.tr("Re&turn it to the applicant"))
        self.reopen.setText(self.tr("Open it a&gain…"))
        self.refresh(self._sight)

    def recolour(self) -> None:
        """Draw anew in another look."""
        self.refresh(self._sight)

    def _build(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(18)
        for button in self.outcomes.values():
            choice.addWidget(button)
        choice.addStretch()
        proposing = QHBoxLayout()
        proposing.addWidget(self.propose)
        proposing.addStretch()
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.reopen, self.give_back, self.seal):
            buttons.addWidget(button)
        inner, whole = QWidget(self), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(inner, self))
        self.missing.setMinimumHeight(self.fontMetrics().height() * 6)
        box = QVBoxLayout(inner)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for part in (self.title, choice, self.words.column(), self.revise.column(), proposing, self.lacks,
                     self.missing_label, self.missing, self.status, self.head, buttons):
            box.addWidget(part) if isinstance(part, QWidget) else box.addLayout(part)
        box.setStretchFactor(self.missing, 1)

    def _choose(self, outcome: str) -> None:
        self._draft(self._desk.current, outcome=outcome)
        (self.words if not self.words.toPlainText().strip() else self.outcomes[outcome]).setFocus()

    def _keep_words(self, session: Session, text: str, going_on: bool) -> bool:
        return self._draft(session, words=text, going_on=going_on)

    def _keep_revise(self, session: Session, text: str, going_on: bool) -> bool:
        return self._draft(session, revise=text, going_on=going_on)

    def _draft(self, session: Session, *, going_on: bool = False, **changed: str) -> bool:
        known = session.review.conclusion
        said = {name: getattr(known, name) if known is not None else "" for name in ("outcome", "words", "revise")}
        said.update(changed)
        return self._desk.do(lambda session: session.draft_conclusion(**said, going_on=going_on), session)

    def _propose(self) -> None:
        from lowcarbon_desktop.app.revise import proposed

        session = self._desk.current
        made = proposed(session.weighed, session.review, self._desk.settings.lang)
        if not made:
            self.lacks.setText(self.tr("No must counts as failed; there is nothing to propose."))
            return
        there = self.revise.toPlainText().rstrip()
        self._draft(session, revise=f"{there}\n{made}" if there else made)

    def _tell(self, session: Session) -> None:
        reviewer, ink = session.review.reviewer, self.lacks.palette()
        ink.setColor(ink.ColorRole.WindowText, theme.ink("cannot_tell", self.palette()))
        self.lacks.setPalette(ink)
        lacks = session.unconcluded if session.closed is None else None
        self.lacks.setText(self._desk.say(lacks) if lacks is not None else "")
        self.lacks.setVisible(lacks is not None)
        who = message("verdict-who", name=reviewer.name if reviewer is not None else "—", round=session.review.round,
                      status=message(f"verdict-status-{session.review.status}"))
        interest = self.tr("Declared conflict of interest: {interest}").format(
            interest=reviewer.interest) if reviewer is not None and reviewer.interest else ""
        closed = self._desk.say(session.closed) if session.closed is not None else ""
        self.status.setText("\n".join(filter(None, (self._desk.say(who), interest, closed))))
        head = session.sealed_by()
        self.head.setVisible(head is not None)
        self.head.setText(self._desk.say(message("verdict-head", head=head)) if head is not None else "")
        sealed = session.review.status != "in_work" and not session.only_shown
        self.seal.setVisible(session.closed is None)
        self.give_back.setVisible(sealed and session.review.status == "sealed")
        self.reopen.setVisible(sealed)

    def _list(self, session: Session) -> None:
        """The criteria without a verdict, each to be opened; the list is made anew only where it has changed."""
        missing = session.missing
        rubric = session.assessment.rubric
        self.missing_label.setText(self.tr("Criteria without a verdict: {count}").format(count=len(missing)))
        titles = [f"{self._desk.say(each.number)}  {self._desk.say(each.title)}" for each in map(
            rubric.criterion, missing)]
        if titles == [self.missing.item(n).text() for n in range(self.missing.count())]:
            return
        self.missing.clear()
        for criterion, title in zip(missing, titles, strict=True):
            QListWidgetItem(title, self.missing).setData(Qt.ItemDataRole.UserRole, criterion)

    def _open(self, item: QListWidgetItem) -> None:
        self._go(item.data(Qt.ItemDataRole.UserRole))
