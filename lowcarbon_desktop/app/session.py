"""An open plan with the reviewer's work on it: what the window stands on, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from lowcarbon_desktop.app.check import DEFAULT_RUBRIC, check, load_rubric, parse_line
from lowcarbon_desktop.app.command_line import check_command
from lowcarbon_desktop.app.open_plan import build_plans, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.renamed import by_present_ids
from lowcarbon_desktop.app.resume import printed_at, resumed, usable_corrections, usable_lines
from lowcarbon_desktop.app.stated import misfit
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, OutputError, UsageError, message
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.plan import Plan, Where
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Correction, History, Review, StatedFact
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.store import Kept, ReviewFile, review_path


class Session:
    """One application under review. Every change is judged at once, kept on disk at once, and can be undone.

    Readable at any time: `path`, `plan`, `assessment`, `review`, `review_path` (None while nothing is to be kept),
    `remarks` (what was recovered or not applied), `to_undo`, `to_redo` (what the words for it are, or None),
    `applicants` (names of the applicants where a file holds several, else empty), `unsaved` (why the last change is
    in memory only, or None). Each applicant of a comparison table has a review of its own.
    """

    path: Path
    plan: Plan
    assessment: Assessment
    applicants: tuple[str, ...]
    unsaved: Message | None

    @classmethod
    def open(cls, path: Path, *, rubric: str = DEFAULT_RUBRIC, region: str | None = None, as_of: date | None = None,
             lines: tuple[str, ...] = (), tailoring: Path | None = None, progress: Progress | None = None) -> Session:
        """Read, check, and take up the review that was begun on it before. Raises LowCarbonError."""
        source = read_source(path, progress)
        law = load_rubric(rubric) if tailoring is None else load_rubric(rubric, tailoring)
        return cls(path, source, law, rubric, region, as_of, lines, tailoring)

    def __init__(self, path: Path, source: Source, rubric: Rubric, rubric_name: str, region: str | None,
                 as_of: date | None, lines: tuple[str, ...], tailoring: Path | None = None) -> None:
        self.path = path
        self._source, self._rubric, self._rubric_name, self._as_of = source, rubric, rubric_name, as_of
        self._tailoring = tailoring
        plans = build_plans(source, reference(), as_of=as_of)
        self.applicants = tuple(plan.name for plan in plans) if len(plans) > 1 else ()
        self._built: Plan | None = None
        self._judged: Review | None = None
        self._left: dict[str, tuple[ReviewFile, History, tuple[Message, ...], Message | None]] = {}
        self._take_up(region, lines)

    def _take_up(self, region: str | None, lines: tuple[str, ...]) -> None:
        """Begin, or go on with, the review of this plan, or of one applicant among several."""
        applicant = None
        if self.applicants:
            applicant = build_plans(self._source, reference(), region=region)[0].name if region else self.applicants[0]
        file = ReviewFile(review_path(self.path, shipped=resource(), applicant=applicant))
        review, remarks, unsaved = resumed(file, self._source, reference())
        notes, renamed = by_present_ids(review.notes, self._rubric)
        if renamed:
            review, remarks = replace(review, notes=notes), remarks + renamed
        if applicant is not None or region is not None:
            review = review.with_region(applicant or region)
        elif review.region is not None:
            try:
                build_plans(self._source, reference(), region=review.region)
            except UsageError as error:
                remarks += (message("session-region-not-applied", region=review.region, reason=error.message),)
                review = review.with_region(None)
        if lines:
            self._refuse_faulty(lines)
            review = review.with_lines(lines)
        self._judge(review)
        self._file, self._history, self._remarks, self.unsaved = file, History(review), remarks, unsaved

    @property
    def review(self) -> Review:
        """What the reviewer has said so far."""
        return self._history.present

    @property
    def review_path(self) -> Path | None:
        """Where the review is kept; None while there is nothing to keep."""
        return self._file.path if self._file.exists or self.unsaved is not None else None

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What was recovered or not applied, and why the last change is not saved, if it is not."""
        return self._remarks if self.unsaved is None else (*self._remarks, self.unsaved)

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back."""
        return self._history.to_undo

    @property
    def to_redo(self) -> Message | None:
        """What redo would bring back."""
        return self._history.to_redo

    def correct(self, where: Where, text: str, reason: str = "") -> None:
        """Put `text` in the place of what a cell prints. Raises UsageError where the draft has no such cell."""
        printed = printed_at(self._source, where.file, where.sheet, where.cell)
        if printed is None or where.cell is None:
            raise UsageError(message("session-no-such-cell", place=str(where)))
        text = _clean(text)
        change = Correction(where.file, where.sheet, where.cell, printed, text, _clean(reason))
        what = (message("change-correction-back", place=str(where)) if text == printed
                else message("change-correction", place=str(where), corrected=text))
        self._do(self.review.with_correction(change), what)

    def state_fact(self, fact: StatedFact) -> None:
        """State a fact by hand. Raises UsageError where it is unknown or its value is of the wrong kind."""
        value = _clean(fact.value) if isinstance(fact.value, str) else fact.value
        fact = StatedFact(fact.id, fact.state, value, _clean(fact.source), _clean(fact.by))
        wrong = misfit(fact, reference())
        if wrong is not None:
            raise UsageError(wrong)
        self._do(self.review.with_fact(fact), message("change-fact", fact=reference().facts[fact.id].name))

    def withdraw_fact(self, id: str) -> None:
        """Take a stated fact back."""
        kind = reference().facts.get(id)
        self._do(self.review.without_fact(id), message("change-fact-withdrawn", fact=kind.name if kind else id))

    def note(self, criterion: str, text: str, *, going_on: bool = False) -> None:
        """Write the note on a criterion, by whichever id it has had; an empty one takes it away.

        `going_on` where the same text is still being written: it is kept, and undone together with its beginning.
        """
        criterion = self._rubric.ids.get(criterion, criterion)
        review, what = self.review.with_note(criterion, _clean(text)), message("change-note", criterion=criterion)
        if going_on and self.to_undo == what:
            self._become(self._history.amend(review))
        else:
            self._do(review, what)

    def choose_region(self, name: str) -> None:
        """Say whose plan it is (or which applicant of several). Raises UsageError for an unknown place."""
        if self.applicants:
            self._switch(name)
        else:
            self._do(self.review.with_region(name), message("change-region", region=name))

    def enter_lines(self, typed: tuple[str, ...]) -> None:
        """Enter assigned lines, as on the command line. Raises UsageError; then nothing is changed."""
        self._refuse_faulty(typed)
        self._do(self.review.with_lines(typed), message("change-lines"))

    def undo(self) -> None:
        """Take the last change back."""
        self._become(self._history.undo())

    def redo(self) -> None:
        """Bring an undone change back."""
        self._become(self._history.redo())

    def print_report(self, path: Path, lang: str, progress: Progress | None = None) -> None:
        """Write the reviewer PDF with the notes. Raises OutputError; then no half-written file is left."""
        from lowcarbon_desktop.app.print_report import print_report
        print_report(self.assessment, reference(), path, lang=lang, notes=self.review.notes, progress=progress)

    def command_line(self, lang: str = "zh") -> str:
        """The command that gives the same findings in the same words; with --pdf the same report."""
        review = self.review.with_lines(tuple(usable_lines(self.review.lines, self.plan, reference())))
        return check_command(self.path, review, self._file.path, as_of=self._as_of, lang=lang,
                             rubric=None if self._rubric_name == DEFAULT_RUBRIC else self._rubric_name,
                             tailoring=self._tailoring)

    def _switch(self, name: str) -> None:
        """Go to another applicant; the review of this one waits, with its history and what of it is not saved."""
        (chosen,) = build_plans(self._source, reference(), region=name)
        here = self.review.region or ""
        if chosen.name == here:
            return
        left = (self._file, self._history, self._remarks, self.unsaved)
        if chosen.name in self._left:
            file, history, remarks, unsaved = self._left[chosen.name]
            self._judge(history.present)
            self._file, self._history, self._remarks, self.unsaved = file, history, remarks, unsaved
        else:
            self._take_up(chosen.name, ())
        self._left[here] = left

    def _do(self, review: Review, what: Message) -> None:
        self._become(self._history.do(review, what))

    def _become(self, history: History) -> None:
        """The one way from a new history to a new judgement; where that fails, nothing is changed."""
        if history is self._history:
            return
        self._judge(history.present)
        self._history = history
        try:
            self._file.save(Kept(history.present, self._source.files))
            self.unsaved = None
        except OutputError as error:
            self.unsaved = error.message

    def _judge(self, review: Review) -> None:
        """Build the plan with the corrections in place and judge it; only what a change touches is done anew."""
        before, built = self._judged, self._built
        if before is None or built is None or (
                before.corrections, before.region) != (review.corrections, review.region):
            built = build_plans(self._source, reference(), region=review.region, as_of=self._as_of,
                                corrections=usable_corrections(review, self._source))[0]
        elif (before.facts, before.lines) == (review.facts, review.lines):
            return
        facts = {id: fact.as_fact() for id, fact in review.facts.items() if misfit(fact, reference()) is None}
        (assessment,) = check((built,), self._rubric, reference(), facts=facts,
                              entered=usable_lines(review.lines, built, reference()).values())
        self._judged, self._built = review, built
        self.plan, self.assessment = assessment.plan, assessment

    @staticmethod
    def _refuse_faulty(lines: tuple[str, ...]) -> None:
        for typed in lines:
            parse_line(typed, reference())


def _clean(text: str) -> str:
    """Text that can be written as UTF-8: half of a surrogate pair, which a paste may bring, becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
