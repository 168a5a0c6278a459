"""Every change to an open plan that the views ask for: they listen here and never ask each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from lowcarbon_desktop.ui.open_plans import OpenPlans

if TYPE_CHECKING:
    from lowcarbon_desktop.app.proposals import Proposal
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.plan import Where
    from lowcarbon_desktop.review import StatedFact
    from lowcarbon_desktop.review.yardstick import Yardstick

_AGAIN = 50
"""Milliseconds after which a change that came while another was being made is made."""


class Desk(OpenPlans):
    """A change answers whether it was made; where it was refused, the user is told why.

    `busy` while a long plan is judged beside the window with one; what comes meanwhile, as a note that was still being
    typed, waits until it is.
    """

    busy = False

    def correct(self, where: Where, text: str, reason: str = "") -> bool:
        """Put `text` in the place of what a cell prints; where nothing rests on the cell, say so."""
        before = self.current.assessment if self.current is not None else None
        done = self._change(lambda session: session.correct(where, text, reason))
        if done:
            now = self.current
            stands = (where.file, where.sheet or "", where.cell or "", "text") in now.review.corrections
            if stands and _rests(before) == _rests(now.assessment):
                from lowcarbon_desktop.ui.notice import Notice

                self.tell(Notice("warning", lambda: self.tr(
                    "The correction of {place} is kept, but nothing rests on this cell: what was read and every "
                    "finding stay as they were. Undo takes it back.").format(place=self.say(where.spot))))
        return done

    def correct_fields(self, wheres: tuple[Where, ...], field: str, value: str) -> bool:
        """Put right one field of what was understood of places; of several it is one step to undo."""
        return self._change(lambda session: session.correct_fields(wheres, field, value))

    def confirm_readings(self, wheres: tuple[Where, ...]) -> bool:
        """Nod to readings as they were understood; one nod is one step to undo."""
        return self._change(lambda session: session.confirm_readings(wheres))

    def accept(self, proposals: tuple[Proposal, ...]) -> bool:
        """Take corrections that are remembered from other drafts."""
        return self._change(lambda session: session.accept(proposals))

    def forget_remembered(self, numbers: tuple[int, ...]) -> bool:
        """Forget remembered corrections by their numbers in the list; nothing is proposed from them any more."""
        from lowcarbon_desktop.ui.forgetting import forget

        return forget(self, lambda memory: memory.forget(numbers))

    def forget_proposals(self, proposals: tuple[Proposal, ...]) -> bool:
        """Forget what these are proposed from: neither here nor in later drafts is the like proposed again."""
        from lowcarbon_desktop.ui.forgetting import forget

        return forget(self, lambda memory: memory.forget_behind(proposals))

    def confirm_fact(self, id: str) -> bool:
        """Nod to a fact that the machine found."""
        return self._change(lambda session: session.confirm_fact(id))

    def refuse_fact(self, id: str) -> bool:
        """Say that a fact which the machine found is none."""
        return self._change(lambda session: session.refuse_fact(id))

    def state_fact(self, fact: StatedFact) -> None:
        """State a fact by hand; one without a source is taken, and it is said that it stays open."""
        if self._change(lambda session: session.state_fact(fact)) and not fact.source:
            from lowcarbon_desktop.app.reference import reference
            from lowcarbon_desktop.ui.notice import Notice

            self.tell(Notice("warning", lambda: self.tr(
                "{fact}: no source was given, so it still counts as open. Say where it stands.").format(
                    fact=self.say(reference().facts[fact.id].name))))

    def withdraw_fact(self, id: str) -> None:
        """Take a stated fact back."""
        self._change(lambda session: session.withdraw_fact(id))

    def note(self, session: Session, criterion: str, text: str, *, going_on: bool = False) -> None:
        """Keep the note on a criterion of `session`, which may by now be in the background."""
        if session.review.notes.get(criterion, "") != text:
            self._change(lambda session: session.note(criterion, text, going_on=going_on), session)

    def choose_region(self, name: str) -> bool:
        """Say whose plan it is; False, and a notice, for a place that is not known."""
        return self._change(lambda session: session.choose_region(name))

    def matrix(self, change: Callable[[Session], None]) -> bool:
        """Say something of the matrix of instruments; False, and a notice, where it is refused."""
        return self._change(change)

    def judge_by(self, yardstick: Yardstick) -> bool:
        """Judge by another rubric, tailoring or day; False, and a notice, where that cannot be."""
        return self._change(lambda session: session.judge_by(yardstick))

    def enter_lines(self, typed: tuple[str, ...]) -> bool:
        """Enter assigned lines; False, and a notice, where one cannot be understood."""
        return self._change(lambda session: session.enter_lines(typed))

    def open_anyway(self) -> None:
        """Change the review although another program has it open."""
        self.current.open_anyway()
        self.judged.emit()

    def say_part(self) -> bool:
        """Say that more belongs to the application than was given, or that it is whole after all."""
        return self._change(lambda session: session.say_part(part=not session.review.part))

    def tick(self, criterion: str, *, done: bool) -> bool:
        """Tick off an item of the applicant's list by hand."""
        return self._change(lambda session: session.tick(criterion, done=done))

    def begin_list(self) -> bool:
        """Let the applicant's list begin with the draft as it is now."""
        return self._change(lambda session: session.begin_list())

    def take_up(self, session: Session, source: object) -> bool:
        """Go on with a draft that was saved anew and read again."""
        done = self._change(lambda each: each.take_up(source), session)
        if done and session is self.current:
            self.switched.emit()  # its tables and its text may all be others
        return done

    def do(self, change: Callable[[Session], None], session: Session | None = None) -> bool:
        """Any other change of a review, of the shown plan's or another's; False, and a notice, where it is refused."""
        return self._change(change, session)

    def undo(self) -> None:
        """Take the last change back."""
        if self.aside is not None:
            self.aside.undo()
            return
        self._change(lambda session: session.undo())

    def redo(self) -> None:
        """Bring an undone change back."""
        if self.aside is not None:
            self.aside.redo()
            return
        self._change(lambda session: session.redo())

    def _change(self, change: Callable[[Session], None], session: Session | None = None) -> bool:
        from lowcarbon_desktop.errors import LowCarbonError

        session = session or self.current
        if session is None:
            return False
        if self.busy:
            QTimer.singleShot(_AGAIN, self, lambda: self._change(change, session))
            return True
        try:
            self.busy = True
            change(session)
        except LowCarbonError as error:
            self.fail(error)
            return False
        finally:
            self.busy = False
            self._settle_later(session)
            # Also after a failure: the change may stand although it could not be kept on disk.
            if session is self.current:
                self.judged.emit()
        if session.unsaved is not None:
            self._tell_unsaved(session)
        return True


def _rests(assessment: Assessment) -> tuple[object, ...]:
    """All that a correction may bear on: whose plan, as of when, what was understood, what was found."""
    plan = assessment.plan
    return (plan.region, plan.as_of, plan.facts, [each for each in plan.readings if each.indicator is not None],
            [(each.criterion, each.outcome, each.message) for each in assessment.findings])
