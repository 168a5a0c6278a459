"""A review that is shown as it was kept, and judged anew from the draft inside it behind what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.app.changeable import Changeable
from lowcarbon_desktop.app.judging import AsJudged, Judge
from lowcarbon_desktop.app.review_pieces import FAULTS
from lowcarbon_desktop.app.unread import Unread
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import History, Review

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.grid import Source


class _Examined(NamedTuple):
    """What it comes to judged anew, None for a sealed review; and what is wrong with the history."""

    assessment: Assessment | None
    built: Plan | None
    faults: tuple[Message, ...]


class Confirmed(Changeable):
    """`owes` says that nothing of the draft was looked at yet. Then `examine` does, on any thread, and `confirm` takes
    over what it found; a change before that waits until the file is known to be sound.
    """

    _draft: Source | Unread
    _judge: Judge | AsJudged
    _remarks: tuple[Message, ...]
    _as_opened: Review
    _found: _Examined | None = None

    @property
    def _source(self) -> Source:
        self._refuse_damaged()
        return self._draft.source() if isinstance(self._draft, Unread) else self._draft

    @property
    def owes(self) -> bool:
        """Whether `confirm` was not called yet for what is shown as it was kept."""
        return isinstance(self._draft, Unread)

    def unfold(self) -> None:
        """Make what of the kept plan was left for later. Raises UsageError where it is none.

        Then the findings alone are shown, and nothing can be changed.
        """
        if not isinstance(self._draft, Unread):
            return
        try:
            _ = self.plan.tables
        except FAULTS as error:
            kept = self.assessment
            plan = Plan(kept.plan.files, kept.plan.region, kept.plan.as_of, kept.plan.as_of_from)
            findings = tuple(each._replace(details=tuple(detail._replace(reading=None) for detail in each.details))
                             for each in kept.findings)
            self.assessment = Assessment(plan, kept.rubric, findings, kept.entered)
            self._close(message("review-damaged", path=str(self._file.path)))
            raise UsageError(self._shown) from error

    def examine(self, progress: Progress | None = None) -> None:
        """Read the draft, hold the file against its history, judge anew; nothing of the review is changed by it.

        Raises UsageError where the file is damaged, Cancelled.
        """
        draft = self._draft
        if not isinstance(draft, Unread) or self._found is not None:
            return
        faults, anew, built = draft.sound(progress), None, None
        source = draft.source(progress)
        if self._as_opened.status == "in_work":
            judge = self._judge.on(source)
            anew = judge.judge(self._as_opened)
            built = judge.built
        self._found = _Examined(anew, built, faults)

    def confirm(self) -> bool:
        """Go on with the draft at hand; whether anything is to be said or shown otherwise than before.

        Raises UsageError where the file is damaged; from then on nothing of it can be changed.
        """
        draft = self._draft
        if not isinstance(draft, Unread):
            return False
        self._refuse_damaged()
        try:
            self.examine()
        except UsageError as error:
            self._close(error.message)
            raise
        found, self._draft = self._found, draft.source()
        told = (message("session-history-faulty", faults=found.faults),) if found.faults else ()
        if found.assessment is not None and found.assessment != draft.kept:
            told += (message("session-kept-otherwise"),)
            self._judge.forget()
            self.assessment, self._kept_as = self._judge.judge(self.review), None
        elif found.built is not None:
            self._judge.complete(found.built)
        self._remarks += told
        return bool(told)

    def _become(self, history: History, why: str = "", *, restated: bool = False, of: str = "") -> None:
        self._refuse_damaged()
        super()._become(history, why, restated=restated, of=of)

    def _refuse_damaged(self) -> None:
        if isinstance(self._draft, Unread):
            try:
                self._draft.sound()
            except UsageError as error:
                self._close(error.message)
                raise

    def _close(self, why: Message) -> None:
        """Show what was kept, and let nothing be changed."""
        from lowcarbon_desktop.ingest.grid import Source

        self._draft, self._judge, self._shown = Source(self._draft.files, ()), AsJudged(self.assessment), why
