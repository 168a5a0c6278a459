"""The open plans, which of them is shown, and every change to it: the views listen here and never ask each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from lowcarbon_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.errors import LowCarbonError, Message, Text
    from lowcarbon_desktop.plan import Where
    from lowcarbon_desktop.review import StatedFact
    from lowcarbon_desktop.review.yardstick import Yardstick
    from lowcarbon_desktop.ui.notice import Notice


_SETTLES = 400
"""Milliseconds after a change until its assessment is written too, so that the window is not held up by it."""


class Undoable(Protocol):
    """What has a history of its own: a plan's review, or a rubric that is edited."""

    @property
    def to_undo(self) -> Message | None: ...

    @property
    def to_redo(self) -> Message | None: ...

    def undo(self) -> None: ...

    def redo(self) -> None: ...


class Desk(QObject):
    """`listed`: plans came or went. `switched`: another one is shown. `judged`: the shown one was judged anew.

    `pointed` tells an Evidence that is to be shown where it stands.
    """

    listed = Signal()
    switched = Signal()
    judged = Signal()
    said = Signal(object)
    pointed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.sessions: tuple[Session, ...] = ()
        self.current: Session | None = None
        self._late = QTimer(self, singleShot=True, interval=_SETTLES)
        self._late.timeout.connect(self.settle)
        self.aside: Undoable | None = None  # what is shown in the plan's place, and takes undo and redo

    @property
    def doing(self) -> Undoable | None:
        """Whose changes undo and redo go through."""
        return self.aside or self.current

    def say(self, said: Message | Text | str) -> str:
        """What the core says, in the language of the window."""
        from lowcarbon_desktop import wording

        return wording.say(said, self.settings.lang)

    def word(self, code: str, **args: object) -> str:
        """One of the small words that every face shares: word("fail") is 不通过."""
        from lowcarbon_desktop.app import said

        return said.word(code, self.settings.lang, **args)

    def tell(self, notice: Notice) -> None:
        """Show a notice to the user."""
        self.said.emit(notice)

    def fail(self, error: LowCarbonError, about: str = "") -> None:
        """Show an error to the user."""
        from lowcarbon_desktop.ui.notice import of_error

        self.tell(of_error(error, self.say, about))

    def find(self, path: Path) -> Session | None:
        """The session of this path if it is open."""
        return next((each for each in self.sessions if each.path.resolve() == path.resolve()), None)

    def put(self, session: Session) -> None:
        """Add a plan that was read, and show it if it is the only one."""
        session.lags = True
        self._settle_later(session)
        self.sessions = (*self.sessions, session)
        self.listed.emit()
        if self.current is None:
            self.show(session)

    def show(self, session: Session | None) -> None:
        """Show one of the open plans, or none."""
        if session is not self.current:
            self.current = session
            if session is not None:
                session.memory.read_again()  # what was corrected in another open plan is proposed in this one
            self.switched.emit()

    def close(self, session: Session) -> None:
        """Put a plan away; what was said of it is on disk already."""
        self._settle(session)
        place = self.sessions.index(session)
        self.sessions = tuple(each for each in self.sessions if each is not session)
        self.listed.emit()
        if session is self.current:
            self.show(self.sessions[min(place, len(self.sessions) - 1)] if self.sessions else None)
        session.close()  # when nobody looks at it any more: whoever asks who has it open would open it again

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
                    "finding stay as they were. Undo takes it back.").format(place=where)))
        return done

    def correct_field(self, where: Where, field: str, value: str) -> bool:
        """Put right one field of what was understood of a place."""
        return self._change(lambda session: session.correct_field(where, field, value))

    def confirm_readings(self, wheres: tuple[Where, ...]) -> bool:
        """Nod to readings as they were understood; one nod is one step to undo."""
        return self._change(lambda session: session.confirm_readings(wheres))

    def accept(self, proposals: tuple[object, ...]) -> bool:
        """Take corrections that are remembered from other drafts."""
        return self._change(lambda session: session.accept(proposals))

    def forget_remembered(self, numbers: tuple[int, ...]) -> bool:
        """Forget remembered corrections by their numbers in the list; nothing is proposed from them any more."""
        from lowcarbon_desktop.app.remembered import Memory
        from lowcarbon_desktop.errors import LowCarbonError

        try:
            Memory().forget(numbers)
        except LowCarbonError as error:
            self.fail(error)
            return False
        finally:
            if self.current is not None:
                self.current.memory.read_again()
                self.judged.emit()
        return True

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

    def settle(self) -> None:
        """Write what the assessments of the open plans came to; what was said is on disk already."""
        self._late.stop()
        for session in self.sessions:
            self._settle(session)

    def _settle_later(self, session: Session) -> None:
        if session.behind and not self._late.isActive():  # not begun again, so that it is done within the second
            self._late.start()

    def _settle(self, session: Session) -> None:
        known = session.unsaved
        session.settle()
        if session.unsaved not in (None, known):
            self._tell_unsaved(session)

    def _tell_unsaved(self, session: Session) -> None:
        from lowcarbon_desktop.ui.notice import Notice

        why = session.unsaved
        self.tell(Notice("warning", lambda: self.say(why)))

    def _change(self, change: Callable[[Session], None], session: Session | None = None) -> bool:
        from lowcarbon_desktop.errors import LowCarbonError

        session = session or self.current
        if session is None:
            return False
        try:
            change(session)
        except LowCarbonError as error:
            self.fail(error)
            return False
        finally:
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
