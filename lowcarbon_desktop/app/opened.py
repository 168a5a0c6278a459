"""An application that is opened with its review: read, taken up where it was left, and printed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from lowcarbon_desktop.app.confirmed import Confirmed
from lowcarbon_desktop.app.judging import AsJudged, Judge
from lowcarbon_desktop.app.later import load_rubric, parse_line, read_source
from lowcarbon_desktop.app.reach import there
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.remembered import Memory
from lowcarbon_desktop.app.renamed import by_present_ids
from lowcarbon_desktop.app.resume import resumed, usable_lines
from lowcarbon_desktop.app.review_pieces import ASSESSMENT, VOICE, assessment_in
from lowcarbon_desktop.app.unread import Unread
from lowcarbon_desktop.app.yardsticks import measured, not_asked
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.plan.codec import Written
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import History, Review
from lowcarbon_desktop.review.meeting import MEETING
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.store import SUFFIX, ReviewFile, review_path

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.grid import Source


class Opened(Confirmed):
    """What a `Session` stands on: the source, the judgement, the review with its history and its file."""

    applicants: tuple[str, ...]

    @classmethod
    def open(cls, path: Path, *, rubric: str | None = None, region: str | None = None, as_of: date | None = None,
             lines: tuple[str, ...] = (), tailoring: Path | None = None, progress: Progress | None = None,
             as_kept: bool = False) -> Self:
        """Read, check, and take up the review that was begun on it before. Raises LowCarbonError.

        A rubric, tailoring or day that is given stands above what the review was judged by the last time. `as_kept`:
        what this program has judged of a review file is not judged before it is shown; then the session `owes` it.
        """
        if path.suffix.lower() == SUFFIX and there(path) and path.is_file():
            from lowcarbon_desktop.app.open_review import open_review
            return open_review(cls, path, progress, as_kept=as_kept)
        from lowcarbon_desktop.app.check import DEFAULT_RUBRIC

        source = read_source(path, progress)
        name = rubric or DEFAULT_RUBRIC
        given = None if (rubric, tailoring, as_of) == (None, None, None) else Yardstick(
            name, None if tailoring is None else str(tailoring), as_of)
        return cls(path, source, load_rubric(name, tailoring), name, region, as_of, lines, given=given,
                   progress=progress)

    def __init__(self, path: Path, source: Source | Unread, rubric: Rubric, rubric_name: str, region: str | None,
                 as_of: date | None, lines: tuple[str, ...], file: ReviewFile | None = None,
                 shown: Message | None = None, given: Yardstick | None = None,
                 kept: Assessment | None = None, progress: Progress | None = None) -> None:
        self.path, self.memory, self._shown = path, Memory(), shown
        self._draft, self._file_given, self._given, self._kept = source, file, given, kept
        self._opened_with = given or Yardstick(rubric_name, None, as_of)
        self._judge = Judge(source, rubric, as_of, given) if shown is None else AsJudged(kept)
        self._written, self.lags = Written(), False
        plans = self._judge.plans(progress=progress) if file is None else ()  # a review file is of one applicant
        self.applicants = tuple(plan.name for plan in plans) if len(plans) > 1 else ()
        self._left: dict[str, tuple[ReviewFile, History, tuple[Message, ...], Message | None]] = {}
        self._take_up(region, lines)

    def _take_up(self, region: str | None, lines: tuple[str, ...]) -> None:
        """Begin, or go on with, the review of this plan, or of one applicant among several."""
        applicant = None
        if self.applicants:
            applicant = self._judge.plans(region)[0].name if region else self.applicants[0]
        file = self._file_given or ReviewFile(review_path(self.path, shipped=resource(), applicant=applicant))
        review, remarks, unsaved = resumed(file, self._draft.files, reference)
        if self._file_given is not None:  # whoever opens the review itself knows that it goes on
            remarks = tuple(each for each in remarks if each.code != "session-resumed")
            experts = sum(name.startswith(VOICE) and not name.startswith(f"{VOICE}{MEETING}:") for name in file.pieces)
            remarks += (message("session-merged", count=experts),) if experts else ()
        review, not_found = measured(review, file, self._judge, self._given, beside=self._file_given is not None)
        remarks += not_found
        notes, renamed = by_present_ids(review.notes, self._judge.by(review.yardstick)[0])
        if renamed:
            review, remarks = replace(review, notes=notes), remarks + renamed
        if applicant is not None or region is not None:
            review = review.with_region(applicant or region)
        elif review.region is not None and not self.owes:
            try:
                self._judge.plans(review.region)
            except UsageError as error:
                remarks += (message("session-region-not-applied", region=review.region, reason=error.message),)
                review = review.with_region(None)
        if lines:
            refuse_faulty(lines)
            review = review.with_lines(lines)
        if self.owes and review.status == "in_work":
            self._judge.trust(review, self._kept)
        self._as_opened, self.assessment = review, self._judged(file, review)
        self.behind = review.status == "in_work" and not self.owes and self._shown is None and unsaved is None and (
            file.behind(ASSESSMENT))
        if self.behind:
            remarks += (message("session-judged-anew"),)
        self._file, self._history, self._remarks, self.unsaved = file, History(review), remarks, unsaved
        # That in the file may be of an older draft, or an older program's.
        self._kept_as = self._kept if self.owes else None

    def _judged(self, file: ReviewFile, review: Review) -> Assessment:
        """What was sealed is shown as it was judged, whatever the program would find now."""
        if review.status == "in_work" or ASSESSMENT not in file.pieces:
            return self._judge.judge(review)
        return self._kept if self._kept is not None else assessment_in(file)

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What was recovered or not applied, why nothing can be changed, and what is not saved or remembered."""
        return (*self._remarks, *not_asked(self.review, self.assessment.rubric),
                *(said for said in (self.closed, self.in_memory, self.memory.said) if said is not None))

    @property
    def yardstick(self) -> Yardstick:
        """By which rubric, tailoring and day the plan is judged now."""
        return self.review.yardstick or self._opened_with

    @property
    def can_be_read_again(self) -> bool:
        """Whether the draft lies on disk where it was read, and not inside the review file."""
        return self._file_given is None and self._shown is None

    def read_again(self, progress: Progress | None = None) -> Source:
        """The draft as it is on disk now, to be taken up. Raises PlanUnreadable, Cancelled; nothing is changed yet."""
        source = read_source(self.path, progress)
        with suppress(UsageError):  # that it names another place is for whoever takes it up to say
            self._judge.on(source).plans(self.review.region, progress)  # what is understood here is not read again
        return source

    def take_up(self, source: Source) -> None:
        """Go on with the draft as it was read again: the review stays, with its history, and is judged anew.

        What every criterion came to before is kept as the beginning, unless there is one. Raises LowCarbonError.
        """
        if self.closed is not None:
            raise UsageError(self.closed)
        from lowcarbon_desktop.review.todo import outcomes

        judge = self._judge.on(source)
        several = judge.plans()
        review = self.review if self.review.begun else replace(self.review, begun=outcomes(self.assessment))
        assessment = judge.judge(review)
        self._draft, self._judge, self.assessment = source, judge, assessment
        self.applicants = tuple(plan.name for plan in several) if len(several) > 1 else ()
        self.__dict__.pop("leaves", None)
        self._history = self._history.amend(review)
        if self._file.exists:
            self._keep(whole=True)

    def print_report(self, path: Path, lang: str, progress: Progress | None = None) -> None:
        """Write the PDF: of a review what persons said, else the notes. Raises OutputError; then no half is left."""
        from lowcarbon_desktop.app.print_report import print_report, print_review
        self.confirm()
        if self._persons_spoke:
            print_review(self, reference(), path, lang=lang, progress=progress)
        else:
            print_report(self.assessment, reference(), path, lang=lang, notes=self.review.notes, progress=progress)

    def export(self, path: Path, lang: str, progress: Progress | None = None) -> None:
        """Write the findings as a workbook: of a review with what persons said, else with the notes.

        Raises OutputError; then no half is left.
        """
        from lowcarbon_desktop.app.export_workbook import export_workbook
        self.confirm()
        if self._persons_spoke:
            export_workbook([self.assessment], reference(), path, lang=lang, reviews=[self.review], progress=progress)
        else:
            export_workbook([self.assessment], reference(), path, lang=lang, notes=[self.review.notes],
                            progress=progress)

    @property
    def _persons_spoke(self) -> bool:
        """Whether it is a review, in which notes are private, and not only a plan with notes to be printed."""
        return self.review.reviewer is not None or bool(self.review.items) or self.review.conclusion is not None

    def command_line(self, lang: str = "zh") -> str:
        """The command that gives the same findings in the same words; with --pdf the same report."""
        from lowcarbon_desktop.app.command_line import check_command, review_command

        if self._file.path == self.path:
            return review_command(self.path, lang)
        review = self.review.with_lines(tuple(usable_lines(self.review.lines, self.plan, reference())))
        return check_command(self.path, review, self._file.path, self.yardstick, lang=lang)

    def _switch(self, name: str) -> None:
        """Go to another applicant; the review of this one waits, with its history and what of it is not saved."""
        (chosen,) = self._judge.plans(name)
        here = self.review.region or ""
        if chosen.name == here:
            return
        self.settle()
        left = (self._file, self._history, self._remarks, self.unsaved)
        if chosen.name in self._left:
            file, history, remarks, unsaved = self._left[chosen.name]
            self.assessment = self._judged(file, history.present)
            self._file, self._history, self._remarks, self.unsaved = file, history, remarks, unsaved
        else:
            self._take_up(chosen.name, ())
        self._left[here] = left

def refuse_faulty(lines: tuple[str, ...]) -> None:
    """Raises UsageError for the first line that cannot be understood."""
    for typed in lines:
        parse_line(typed, reference())
