"""An open plan with the reviewer's work on it: what the window stands on, without a window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from lowcarbon_desktop.app import verdicts, yardsticks
from lowcarbon_desktop.app.change import Change, clean
from lowcarbon_desktop.app.opened import refuse_faulty
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.sealing import Sealable
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan import Evidence, Where
from lowcarbon_desktop.review import StatedFact

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from lowcarbon_desktop.analysis.instruments import Cell, Matrix
    from lowcarbon_desktop.app.proposals import Proposal
    from lowcarbon_desktop.app.source_view import Leaf
    from lowcarbon_desktop.review.yardstick import Yardstick


class Session(Sealable):
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

    def place_of(self, file: str | None, sheet: str | None, cell: str) -> Where:
        """The place of a cell whose file or sheet may be left out where only one has it. Raises UsageError."""
        cells = [each.where for table in self.plan.tables for row in table.rows for each in row.cells]
        found = {(each.file, each.sheet) for each in (*cells, *(reading.where for reading in self.plan.readings))
                 if each.cell == cell and file in (None, each.file) and sheet in (None, each.sheet)}
        if len(found) > 1:
            raise UsageError(message("session-which-cell", cell=cell, places=tuple(
                "!".join(part for part in place if part) for place in sorted(found, key=str))))
        return Where(*(found or {(file or self.plan.files[0].name, sheet)}).pop(), cell)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What was corrected before under the headings of this plan; nothing of it is used before it is accepted."""
        if not self.memory.entries:
            return ()
        from lowcarbon_desktop.app.proposals import proposals_for

        return proposals_for(self.plan, self.memory.entries, reference(), self.review.corrections)

    def accept(self, proposals: Proposal | Iterable[Proposal]) -> None:
        """Make ordinary corrections of one or several proposals, in one change."""
        from lowcarbon_desktop.app.proposals import Proposal

        chosen = (proposals,) if isinstance(proposals, Proposal) else tuple(proposals)
        self._do(self._changes.accept(self.review, self.plan, chosen))

    def accept_all(self) -> None:
        """Accept everything that is proposed, in one change."""
        self.accept(self.proposals)

    def correct(self, where: Where, text: str, reason: str = "") -> None:
        """Put `text` in the place of what a cell prints. Raises UsageError where the draft has no such cell."""
        self._do(self._changes.correct_text(self.review, self.plan, self._source, where, text, reason))

    def correct_field(self, where: Where, field: str, value: str, reason: str = "") -> None:
        """Say what the value in a cell means: one of `review.state.FIELDS`, as a `Correction` writes it.

        Raises UsageError where there is no value or it cannot mean that.
        """
        if field == "text":
            self.correct(where, value, reason)
        elif field == "confirmed":
            self.confirm_reading(where)
        else:
            self._do(self._changes.correct_field(self.review, self.plan, self._judge.machine(self.review), where, field,
                                           value, reason, reference()))

    def correct_fields(self, wheres: Sequence[Where], field: str, value: str) -> None:
        """Say the same of several values in one change. Raises UsageError where one cannot mean that; then of none."""
        self._do(self._changes.correct_fields(self.review, self.plan, self._judge.machine(self.review), wheres, field,
                                              value, reference()))

    def take_back(self, where: Where, field: str) -> None:
        """Take back a correction or a nod, also one that the draft as it is now does not use any more."""
        self._do(self._changes.take_back(self.review, where, field))

    def confirm_reading(self, where: Where) -> None:
        """Nod to a doubtful reading as it was understood. Raises UsageError where no value was understood."""
        self.confirm_readings((where,))

    def confirm_readings(self, wheres: Iterable[Where]) -> None:
        """Nod to several readings in one change. Raises UsageError where one has no value; then to none."""
        self._do(self._changes.confirm(self.review, self._built, wheres))

    def state_fact(self, fact: StatedFact) -> None:
        """State a fact by hand. Raises UsageError where it is unknown or its value is of the wrong kind."""
        self._do(self._changes.state_fact(self.review, fact, reference()))

    def withdraw_fact(self, id: str) -> None:
        """Take back what was said of a fact: what was stated, the nod, or the refusal."""
        self._do(self._changes.withdraw_fact(self.review, id, reference()))

    def confirm_fact(self, id: str) -> None:
        """Nod to a fact as the machine found it. Raises UsageError where it found none, or two that disagree."""
        self.confirm_facts((id,))

    def confirm_facts(self, ids: Iterable[str]) -> None:
        """Nod to several facts in one change. Raises UsageError; then to none."""
        facts = [self._built.fact(id) for id in ids]
        self._do(self._changes.nod(self.review, facts, reference(), agreed=True))

    def refuse_fact(self, id: str) -> None:
        """Say that the machine is wrong: the fact is unknown until the reviewer states it. Raises UsageError."""
        self._do(self._changes.nod(self.review, (self._built.fact(id),), reference(), agreed=False))

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
            self.assessment = self._judge.judge(self.review)
            self._keep(whole=True)

    @property
    def _changes(self) -> ModuleType:
        from lowcarbon_desktop.app import changes  # with all that knows how a draft is corrected

        return changes

    @property
    def _marking(self) -> ModuleType:
        from lowcarbon_desktop.app import marking  # with all that reads sentences, which few ask for

        return marking

    @property
    def matrix(self) -> Matrix | None:
        """The matrix of instruments, empty where no text was read; None where the rubric does not ask for it."""
        return self.assessment.matrix or self._marking.empty(self.assessment, reference())

    def sentences(self) -> tuple[Evidence, ...]:
        """Every sentence of the text with its place, in reading order."""
        from lowcarbon_desktop.checks.passages import sentences

        return tuple(evidence for passage in self.plan.passages for _, evidence in sentences(passage))

    def mark_cell(self, cell: Cell, holds: bool, reason: str = "") -> None:
        """Say yes or no to a cell of the matrix of instruments. Raises UsageError."""
        self._do(self._marking.mark_cell(self.review, self.plan, reference(), cell, holds, reason))

    def put_in(self, cell: Cell, text: str, reason: str = "") -> None:
        """Put a sentence of the plan into a cell of the matrix. Raises UsageError."""
        self._do(self._marking.put_in(self.review, self.plan, reference(), cell, text, reason))

    def put_aside(self, cell: Cell, text: str, reason: str = "") -> None:
        """Say that a sentence does not belong into a cell of the matrix. Raises UsageError."""
        self._do(self._marking.put_aside(self.review, self.plan, reference(), cell, text, reason))

    def move_sentence(self, text: str, cell: Cell, to: Cell, reason: str = "") -> None:
        """Move a sentence from one cell of the matrix to another. Raises UsageError."""
        self._do(self._marking.move(self.review, self.plan, reference(), text, cell, to, reason))

    def unmark(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Take back what was said of a cell, or of sentences in it, by the keys of the marks."""
        self._do(self._marking.take_back(self.review, keys, reference()))
