"""A review on its way to the seal: who reviews, what counts, what is missing, the seal itself, and its way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app import verdicts
from lowcarbon_desktop.app.change import Change
from lowcarbon_desktop.app.opened import Opened
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.review.log import Entry, change_of
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.review.weighed import Weighed, missing, moves_most, weighed
from lowcarbon_desktop.store import Kept, ReviewFile

if TYPE_CHECKING:
    from lowcarbon_desktop.store.verify import Verified


def sealed_by(file: ReviewFile, review: Review) -> str | None:
    """The hash of the entry that sealed the review last; None where it is not sealed. Raises UsageError."""
    if review.status == "in_work":
        return None
    try:
        changes = [(each.hash, change_of(each)) for each in file.entries()]
    except ValueError as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    return next((hash for hash, change in reversed(changes)
                 if change.key == ("status",) and change.after == ("status", "sealed")), None)


class Sealable(Opened):
    """An open application whose review can be counted, sealed, returned, opened again, and saved as a whole."""

    _counted: tuple[object, Review, Weighed] | None = None

    @property
    def weighed(self) -> Weighed:
        """The assessment with the verdicts in the place of the outcomes, for counting."""
        counted = self._counted
        if counted is None or counted[0] is not self.assessment or counted[1] != self.review:
            self._counted = (self.assessment, self.review, weighed(self.assessment, self.review))
        return self._counted[2]

    @property
    def missing(self) -> tuple[str, ...]:
        """The criteria on which a person still has to speak, in the rubric's order."""
        return missing(self.assessment, self.review)

    @property
    def moves_most(self) -> str | None:
        """The open criterion with the most points."""
        return moves_most(self.assessment, self.review)

    @property
    def unconcluded(self) -> Message | None:
        """What the conclusion still lacks."""
        return verdicts.unconcluded(self.review)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The history as it is kept, the first change first. Raises UsageError."""
        return self._file.entries()

    def verified(self) -> Verified:
        """The file held against its own history. Raises UsageError."""
        from lowcarbon_desktop.store.verify import verify

        return verify(self._file.inside())

    def sealed_by(self) -> str | None:
        """The hash that stands for the sealed review; None where it is not sealed. Raises UsageError."""
        return sealed_by(self._file, self.review)

    def introduce(self, reviewer: Reviewer) -> None:
        """Say who reviews, and which conflict of interest is declared."""
        known = self.review.reviewer
        who = reviewer if known is None else replace(reviewer, id=known.id)
        self._do((replace(self.review, reviewer=who), message("change-reviewer", name=who.name)))

    def seal(self) -> None:
        """Close the review. Raises UsageError, also where the seal could not be written."""
        self.confirm()
        change = verdicts.seal(self.review)
        if self.closed is None and self._kept_as is not self.assessment:
            self._keep(whole=True)  # before the seal, whose entry is the last and stands for all
        self._restate(change)

    def give_back(self) -> None:
        """Mark the sealed review as returned to the applicant. Raises UsageError."""
        self._restate(verdicts.give_back(self.review))

    def reopen(self) -> None:
        """Open the sealed review again; it is judged as the program judges now. Raises UsageError."""
        self._restate(verdicts.reopen(self.review))

    def save_as(self, out: Path) -> None:
        """Write the review with the applicant's files to a new file, which needs nothing beside it.

        Raises UsageError where there is one already or the files are at hand no more, PlanUnreadable, OutputError.
        """
        from lowcarbon_desktop.app.review_begun import new_file
        from lowcarbon_desktop.app.review_pieces import piece_of
        from lowcarbon_desktop.app.review_sources import SOURCES, pieces_of

        self.confirm()
        inside = {name: data for name in self._file.pieces if (data := self._piece(name)) is not None}
        alone = self._file.path == self.path and SOURCES not in inside  # its files went with what was in its place
        files = {} if SOURCES in inside or alone else pieces_of(self.path, self._source)
        new_file(out).save(Kept(self.review, self._draft.files), {**files, **inside, **piece_of(self.assessment)})

    def _piece(self, name: str) -> bytes | None:
        """The bytes of a piece; None also where something else lies in the place of the file."""
        try:
            return self._file.piece(name)
        except UsageError:
            return None

    def _restate(self, change: Change) -> None:
        """Another status, which undo does not take back: that would open a seal unsaid."""
        before, assessment = self._history, self.assessment
        self._become(replace(before, present=change[0], future=()), restated=True)
        if self.unsaved is not None:
            self._history, self.assessment = before, assessment
            raise UsageError(self.unsaved)
