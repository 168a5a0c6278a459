"""A review that is changed, undone and redone: judged anew at once and kept on disk, unless it is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.change import Change
from lowcarbon_desktop.app.judging import Judge
from lowcarbon_desktop.app.remembered import Memory
from lowcarbon_desktop.app.review_pieces import ASSESSMENT, piece_of
from lowcarbon_desktop.app.unread import Unread
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, OutputError, UsageError, message
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.plan.codec import Written
from lowcarbon_desktop.review import History, Review, Undoable
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.store.held import Owner

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.grid import Source
    from lowcarbon_desktop.progress import Progress


class Changeable(Undoable[Review]):
    """What is said is in the file when a change returns.

    So is the assessment, unless `lags` is set, as a window does: then `behind` says that `settle` has to be called,
    and a program that is killed before it leaves a file that says what was said and knows that its assessment is an
    older one. What takes long to judge a window does `beside` itself: it is handed the work and gives what comes of it.
    """

    path: Path
    memory: Memory
    assessment: Assessment
    unsaved: Message | None
    lags: bool
    behind: bool
    beside: Callable[[Callable[[Progress], Assessment]], Assessment] | None = None
    _draft: Source | Unread
    _judge: Judge
    _file: ReviewFile
    _history: History
    _shown: Message | None
    _kept_as: Assessment | None
    _written: Written
    _left: dict[str, tuple[ReviewFile, History, tuple[Message, ...], Message | None]]

    @property
    def plan(self) -> Plan:
        """The plan as judged: with what the reviewer corrected, stated and nodded to."""
        return self.assessment.plan

    @property
    def review(self) -> Review:
        """What the reviewer has said so far."""
        return self._history.present

    @property
    def review_path(self) -> Path | None:
        """Where the review is kept; None while there is nothing to keep."""
        return self._file.path if self._file.exists or self.unsaved is not None else None

    @property
    def in_memory(self) -> Message | None:
        """Why the last change is in memory only, to whom it is open; None where it is on disk."""
        return None if self.unsaved is None else message("session-in-memory", reason=self.unsaved)

    @property
    def closed(self) -> Message | None:
        """Why nothing can be changed; None where it can."""
        kept_from = self._shown or self._held
        if kept_from is not None:
            return kept_from
        return None if self.review.status == "in_work" else message("verdict-sealed")

    @property
    def _held(self) -> Message | None:
        """Why the file cannot be written by this program: another has it open."""
        owner = self.held_by_other
        return None if owner is None else message("review-held", path=str(self._file.path), user=owner.user or "?",
                                                  machine=owner.machine or "?")

    @property
    def only_shown(self) -> bool:
        """Whether it can only be looked at, whatever its status."""
        return self._shown is not None or self._held is not None

    @property
    def _built(self) -> Plan:
        """The plan that was judged last, to say something of. Raises UsageError where nothing can be said any more."""
        if self.closed is not None:
            raise UsageError(self.closed)
        return self._judge.built

    @property
    def held_by_other(self) -> Owner | None:
        """Who has the review open in another program: while it is so, changes are refused. None where nobody has."""
        return self._file.hold() if self._file.exists else None

    def open_anyway(self) -> None:
        """Change the review although another program has it open: rows are merged, the later word stands."""
        self._file.open_anyway()

    def close(self) -> None:
        """Let the review go, for other programs."""
        for file in (self._file, *(left[0] for left in self._left.values())):
            file.release()

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back; nothing while nothing can be changed."""
        return super().to_undo if self.closed is None else None

    @property
    def to_redo(self) -> Message | None:
        """What redo would bring back; nothing while nothing can be changed."""
        return super().to_redo if self.closed is None else None

    @property
    def steps(self) -> tuple[tuple[Message, ...], int]:
        """Every change since the file was opened, those undone too, and how many of them count now."""
        return self._history.steps

    def jump(self, count: int) -> None:
        """Undo or redo until so many of the steps count."""
        self._become(self._history.at(count))

    def settle(self) -> None:
        """Write the assessment where only what was said is in the file yet."""
        if self.behind:
            self._keep(whole=True)

    def _do(self, change: Change, why: str = "") -> None:
        self._become(self._history.do(*change), why)

    def restore(self, review: Review, what: Message, of: str) -> None:
        """Become what the review was at another moment; the history of the file says of which step that is."""
        self._become(self._history.do(review, what), of=of)
        if self.unsaved is not None:
            raise OutputError(self.unsaved)

    def _become(self, history: History, why: str = "", *, restated: bool = False, of: str = "") -> None:
        """The one way from a new history to a new judgement; where that fails, nothing is changed."""
        if history is self._history:
            return
        before = self.review
        if self.closed is not None and (self.only_shown or not restated):
            raise UsageError(self.closed)
        self.assessment = self._judged_anew(history.present)
        self._history = history
        changed = self.assessment is not self._kept_as
        self._keep(whole=changed and not (self.lags and history.present.status == "in_work"), why=why, of=of)
        self.memory.follow(before, history.present, lambda: self._judge.machine(history.present), self.path.name)

    def _judged_anew(self, review: Review) -> Assessment:
        if self.beside is None or not self._judge.takes_long(review):
            return self._judge.judge(review)
        return self.beside(lambda progress: self._judge.judge(review, progress))

    def _keep(self, *, whole: bool, why: str = "", of: str = "") -> None:
        """Write what was said, and where the `whole` is to be written the assessment with it."""
        try:
            put = piece_of(self.assessment, self._written) if whole else None
            self._file.save(Kept(self.review, self._draft.files), put, why=why, of=of)
        except OutputError as error:
            self.unsaved = error.message
        else:
            there = whole or ASSESSMENT in self._file.pieces  # else the file was taken away meanwhile
            self.unsaved, self._kept_as = None, self.assessment if whole else self._kept_as if there else None
        self.behind = self._kept_as is not self.assessment
