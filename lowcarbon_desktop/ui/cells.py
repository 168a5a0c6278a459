"""What is to be seen at the cells of a plan: pure functions over the frozen types, without a widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.plan import Cell, Plan, Reading, Row
from lowcarbon_desktop.review import Correction, Review


@dataclass(frozen=True)
class Sight:
    """A plan, what was found on it and what the reviewer did, indexed by the position of the readings."""

    plan: Plan
    assessment: Assessment
    review: Review
    worst: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def spots(self) -> Mapping[int, tuple[int, int, int]]:
        """Reading -> (table, row, column) of the cell that it stands in."""
        return {reading: (t, r, c) for t, table in enumerate(self.plan.tables) for r, row in enumerate(table.rows)
                for c, cell in enumerate(row.cells) for reading in cell.readings}

    @classmethod
    def of(cls, assessment: Assessment, review: Review) -> Sight:
        """Index an assessment; a few hundred steps, so it is done after every edit."""
        plan, worst = assessment.plan, {}
        for finding in assessment.findings:
            for detail in finding.details:
                if detail.reading is not None:
                    known = worst.get(detail.reading, detail.outcome)
                    worst[detail.reading] = min(known, detail.outcome, key=OUTCOMES.index)
        return cls(plan, assessment, review, worst)

    def readings(self, cell: Cell) -> Iterator[Reading]:
        """The readings whose values stand in the cell."""
        return (self.plan.readings[position] for position in cell.readings)

    def outcome(self, cell: Cell) -> str | None:
        """The worst outcome of what rests on the cell's values; None where nothing does."""
        found = [self.worst[position] for position in cell.readings if position in self.worst]
        return min(found, key=OUTCOMES.index, default=None)

    def doubts(self, cell: Cell) -> tuple[Message, ...]:
        """Why the cell's values are in doubt, each reason once."""
        return tuple(dict.fromkeys(doubt for reading in self.readings(cell) for doubt in reading.doubts))

    def correction(self, cell: Cell) -> Correction | None:
        """The reviewer's correction of the cell's text, if there is one."""
        where = cell.where
        return self.review.corrections.get((where.file, where.sheet or "", where.cell or "", "text"))

    def looks(self, row: Row) -> tuple[tuple[object, ...], ...]:
        """What can be seen of each cell of a row, to find the few that an edit changes."""
        role, worst, readings = row.role, self.worst, self.plan.readings
        return tuple((role, cell.text, cell.corrected, *[(worst.get(each), readings[each].doubts)
                                                         for each in cell.readings])
                     if cell.readings or cell.corrected else (role, cell.text) for cell in row.cells)

    def behind(self, row: Row, cell: Cell) -> tuple[int, ...]:
        """The readings that the user means by a cell: its own, or those of the whole row for the row's name."""
        if cell.readings:
            return cell.readings
        of_row = [position for each in row.cells for position in each.readings]
        return tuple(position for position in of_row if self.plan.readings[position].name_where == cell.where)

    def findings(self, readings: tuple[int, ...]) -> tuple[Finding, ...]:
        """The findings that rest on any of these readings, in the rubric's order."""
        wanted = set(readings)
        return tuple(finding for finding in self.assessment.findings if wanted.intersection(finding.readings))


def nothing_else(row: Row) -> bool:
    """Whether only the first cell of a title, section or note says anything, so that it may span the row."""
    return row.role in ("title", "section", "note", "about") and bool(row.cells) and bool(row.cells[0].text) \
        and not any(cell.text for cell in row.cells[1:])


