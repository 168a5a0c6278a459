"""An open plan with the reviewer's work on it: what the window stands on, without a window."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from lowcarbon_desktop.app import verdicts, yardsticks
from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.app.filling import Fillable
from lowcarbon_desktop.app.opened import refuse_faulty
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import UsageError, message

if TYPE_CHECKING:
    from pathlib import Path

    from lowcarbon_desktop.app.source_view import Leaf
    from lowcarbon_desktop.review.yardstick import Yardstick


class Session(Fillable):
    """One application under review. Every change is judged at once, kept on disk at once, and can be undone.

    Readable at any time: `path`, `plan`, `assessment`, `review`, `review_path` (None while nothing is to be kept),
    `remarks` (what was recovered or not applied), `to_undo`, `to_redo` (what the words for it are, or None),
    `applicants` (names of the applicants where a file holds several, else empty), `unsaved` (why the last change is
    in memory only, or None), `proposals`. Each applicant of a comparison table has a review of its own.
    """

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """What stands in the source, as it looks; nothing where the file turns out to be damaged."""
        from lowcarbon_desktop.app.source_view import leaves
        with suppress(UsageError):  # it is told, and closed, by then
            return leaves(self._source, self.path, self._inside if self._file.path == self.path else None)
        return ()

    def _inside(self, name: str) -> bytes | None:
        from lowcarbon_desktop.app.review_sources import FILE
        return self._file.piece(f"{FILE}{name}")

    def note(self, criterion: str, text: str, *, going_on: bool = False) -> None:
        """Write the note on a criterion, by whichever id it has had; an empty one takes it away.

        `going_on` where the same text is still being written: it is kept, and undone together with its beginning.
        """
        criterion = self.assessment.rubric.ids.get(criterion, criterion)
        change = self.review.with_note(criterion, clean(text)), message(
            "change-note", criterion=self.assessment.rubric.called(criterion), id=criterion)
        self._go_on(change, "", going_on)

    def say(self, criterion: str, said: Said, *, going_on: bool = False) -> None:
        """Say something of a criterion: verdict, points, comment, reply. Raises UsageError.

        `going_on` as for a note.
        """
        self._go_on(verdicts.say(self.review, self.assessment, criterion, said), said.reason, going_on)

    def reply(self, replies: Mapping[str, str]) -> None:
        """Keep the applicant's replies, by criterion, in one change. Raises UsageError."""
        from lowcarbon_desktop.app.replies import replied

        self._do(replied(self.review, replies))

    def conclude(self, outcome: str, words: str, revise: str = "") -> None:
        """Say what comes out of the whole, in one's own words. Raises UsageError."""
        self._do(verdicts.conclude(self.review, outcome, words, revise, verdicts.moment()))

    def tick(self, criterion: str, *, done: bool) -> None:
        """Tick off, as the applicant, what the program cannot see. Raises UsageError for what it can."""
        from lowcarbon_desktop.app import applicant

        what = message("change-ticked" if done else "change-unticked",
                       criterion=self.assessment.rubric.called(criterion))
        self._do((applicant.with_tick(self.review, self.assessment, criterion, done=done), what))

    def print_list(self, path: Path, lang: str) -> None:
        """Write the applicant's list as a PDF. Raises OutputError."""
        from lowcarbon_desktop.app import applicant

        applicant.print_list(applicant.said(self.assessment, lang, self.review.begun, self.review.ticks), path)

    def begin_list(self) -> None:
        """Let the applicant's list begin with the draft as it is now."""
        from lowcarbon_desktop.app import applicant

        self._do((applicant.begun(self.review, self.assessment), message("change-list-begun")))

    def say_part(self, *, part: bool) -> None:
        """Say that more belongs to the application than was given, or that this is all of it."""
        self._do((replace(self.review, part=part), message("change-part" if part else "change-whole")))

    def draft_conclusion(self, outcome: str, words: str, revise: str, *, going_on: bool = False) -> None:
        """Keep a conclusion that is still being written, by its outcome at the least. Raises UsageError."""
        self._go_on(verdicts.draft_conclusion(self.review, outcome, words, revise, verdicts.moment()), "", going_on)

    def _go_on(self, change: Change, why: str, going_on: bool) -> None:
        if going_on and self.to_undo == change[1]:
            self._become(self._history.amend(change[0]), why)
        else:
            self._do(change, why)

    def choose_region(self, name: str) -> None:
        """Say whose plan it is (or which applicant of several). Raises UsageError for an unknown place."""
        if self.applicants:
            self._switch(name)
        else:
            self._do((self.review.with_region(name), message("change-region", region=name)))

    def enter_lines(self, typed: tuple[str, ...]) -> None:
        """Enter assigned lines, as on the command line. Raises UsageError; then nothing is changed."""
        refuse_faulty(typed)
        self._do((self.review.with_lines(typed), message("change-lines")))

    def judge_by(self, yardstick: Yardstick) -> None:
        """Judge by another rubric, tailoring or day; what was said stays. Raises UsageError, FaultyData."""
        self._do(yardsticks.chosen(self.review, self._judge, self.yardstick, yardstick))
        self.settle()  # the file keeps the rubric whole, for where it cannot be loaded any more

    def judge_anew(self, yardstick: Yardstick) -> None:
        """Judge by a rubric as it is on disk now, also where the plan was judged by it before it was changed.

        Raises UsageError, FaultyData; then nothing is changed.
        """
        if self.closed is not None:
            raise UsageError(self.closed)
        self._judge.load(yardstick)
        if yardstick != self.yardstick:
            self.judge_by(yardstick)
        else:
            self.assessment = self._judged_anew(self.review)
            self._keep(whole=True)
