"""A review file at work: what was judged, what was said of it, every change in the file before it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lowcarbon_desktop.app import verdicts
from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.app.review_pieces import ASSESSMENT, assessment_or_anew, believe, piece_of
from lowcarbon_desktop.app.review_shelved import Shelved
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.review.steps import Step, Steps, stepped, steps_of
from lowcarbon_desktop.review.verdict import Item
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.store.history import now
from lowcarbon_desktop.store.rows import from_rows

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session


class Book(Shelved):
    """An open review file that is changed; a `Session` does the same with the draft at hand."""

    def __init__(self, file: ReviewFile, kept: Kept, assessment: Assessment) -> None:
        super().__init__(file, kept, assessment)
        self._steps: Steps | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a review file, which needs nothing beside it. Raises UsageError.

        Where the program was ended before it had written what it judged, that is judged anew from the files inside.
        """
        file = ReviewFile(path)
        kept = file.load()
        if kept is None:
            raise UsageError(file.absent)
        assessment, anew = assessment_or_anew(file.piece(ASSESSMENT), file, kept, believe)
        book = cls(file, kept, assessment)
        book._anew = anew
        if not anew and file.behind(ASSESSMENT):
            book._judge_anew()
        return book

    def say(self, criterion: str, said: verdicts.Said) -> None:
        """Say something of a criterion. Raises UsageError."""
        verdicts.refuse_sealed(self.review)
        self._do(verdicts.say(self.review, self.assessment, criterion, said), said.reason)

    def take_back(self, criterion: str) -> None:
        """Take back all that was said of a criterion in this round. Raises UsageError."""
        verdicts.refuse_sealed(self.review)
        item = Item(earlier=self.review.item(criterion).earlier)
        self._do((self.review.with_item(criterion, item), self._of("change-item", criterion)))

    def reply(self, replies: Mapping[str, str]) -> None:
        """Keep the applicant's replies, by criterion. Raises UsageError."""
        from lowcarbon_desktop.app.replies import replied

        verdicts.refuse_sealed(self.review)
        self._do(replied(self.review, replies))

    def note(self, criterion: str, text: str) -> None:
        """Write the private note on a criterion; an empty one takes it away. Raises UsageError."""
        verdicts.refuse_sealed(self.review)
        verdicts.refuse_unknown(self.assessment, criterion)
        self._do((self.review.with_note(criterion, clean(text)), self._of("change-note", criterion)))

    def conclude(self, outcome: str, words: str, revise: str) -> None:
        """Say what comes out of the whole. Raises UsageError."""
        verdicts.refuse_sealed(self.review)
        self._do(verdicts.conclude(self.review, outcome, words, revise, now()))

    def seal(self) -> str:
        """Close the review; the hash that stands for all of it. Raises UsageError."""
        self._do(verdicts.seal(self.review))
        return self.sealed_by() or ""

    def give_back(self) -> None:
        """Mark the sealed review as returned to the applicant. Raises UsageError."""
        self._do(verdicts.give_back(self.review))

    def reopen(self) -> None:
        """Open a sealed review again. Raises UsageError."""
        self._do(verdicts.reopen(self.review))

    def session(self) -> Session:
        """The review with its draft, for facts and corrections, judged by the program as it is now. Raises UsageError.
        """
        from lowcarbon_desktop.app.open_review import taken_up
        from lowcarbon_desktop.app.review_sources import source_in
        from lowcarbon_desktop.app.session import Session

        return taken_up(Session, self._file, source_in(self._file), self.assessment, self.review)

    def steps(self) -> Steps:
        """What was done, and what of it is undone. Raises UsageError."""
        try:
            self._steps = self._steps or steps_of(self.entries())
        except ValueError as error:
            raise UsageError(message("review-damaged", path=str(self.path))) from error
        return self._steps

    @property
    def to_undo(self) -> Message | None:
        """What `undo` would take back. Raises UsageError."""
        return self._words(self.steps().to_undo)

    @property
    def to_redo(self) -> Message | None:
        """What `redo` would bring back. Raises UsageError."""
        return self._words(self.steps().to_redo)

    def _of(self, code: str, criterion: str) -> Message:
        return message(code, criterion=self.assessment.rubric.called(criterion), id=criterion)

    def _words(self, step: Step | None) -> Message | None:
        return None if step is None or step.obstacle else step.what(self.assessment.rubric)

    def undo(self) -> Step:
        """Take the last change of the whole history back; that is an entry too. Raises UsageError."""
        return self._stepped(self.steps().to_undo, "undo")

    def redo(self) -> Step:
        """Bring back what was taken back last. Raises UsageError."""
        return self._stepped(self.steps().to_redo, "redo")

    def _stepped(self, step: Step | None, way: str) -> Step:
        verdicts.refuse_sealed(self.review)
        if step is None:
            raise UsageError(message(f"history-no-{way}"))
        if step.obstacle:
            raise UsageError(message(f"history-{step.obstacle}", number=step.number))
        try:
            review = from_rows(stepped(self._file.rows, step, self._file.former_note, back=way == "undo")).review
        except LookupError as error:
            raise UsageError(message("history-kept-secret", number=step.number)) from error
        except ValueError as error:
            raise UsageError(message("review-damaged", path=str(self.path))) from error
        what = message(f"history-{way}", number=step.number)
        if step.judged:
            session = self.session()
            session.restore(review, what, f"{way}:{step.number}")
            self.assessment = session.assessment
        else:
            self._file.save(Kept(review, self._files), self._anew, of=f"{way}:{step.number}")
        self.review, self._anew, self._steps = review, {}, None
        return step

    def _do(self, change: Change, why: str = "") -> None:
        review, _ = change
        if review != self.review:
            self._file.save(Kept(review, self._files), self._anew, why=why)
            self.review, self._anew, self._steps = review, {}, None

    def _judge_anew(self) -> None:
        """Judge what the file says now; with the next change it is written. Raises UsageError without the draft."""
        from lowcarbon_desktop.app.review_sources import SOURCES

        if SOURCES not in self._file.pieces:
            raise UsageError(message("verdict-behind", path=str(self.path)))
        self.assessment = self.session().assessment
        self._anew = piece_of(self.assessment)
