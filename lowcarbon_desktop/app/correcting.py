"""An open plan whose readings and facts the reviewer corrects, nods to, states and takes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.sealing import Sealable
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.review import StatedFact

if TYPE_CHECKING:
    from types import ModuleType

    from lowcarbon_desktop.app.proposals import Proposal


class Correctable(Sealable):
    """What was read of a draft, as the reviewer changes it; each change is judged, kept and undone like any other."""

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

    @property
    def _changes(self) -> ModuleType:
        from lowcarbon_desktop.app import changes  # with all that knows how a draft is corrected

        return changes
