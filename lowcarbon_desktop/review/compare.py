"""Two drafts, or two rounds, of one plan: the indicator table cell by cell, the facts, the findings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.plan import Fact, Plan, Reading
from lowcarbon_desktop.review import rounds

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in both drafts, None where it is not there. It has changed where another text is printed."""

    old: Reading | None
    new: Reading | None

    @property
    def change(self) -> str:
        """same, changed, added or removed."""
        if self.old is None or self.new is None:
            return ADDED if self.old is None else REMOVED
        same = _bare(self.old.printed) == _bare(self.new.printed) and self.old.value == self.new.value
        return SAME if same else CHANGED

    @property
    def either(self) -> Reading:
        """The value as it stands in the new draft, else as it stood in the old."""
        reading = self.new or self.old
        if reading is None:
            raise ValueError("a cell of no draft")
        return reading


@dataclass(frozen=True, slots=True)
class FactPair:
    """A fact in both drafts."""

    old: Fact
    new: Fact

    @property
    def change(self) -> str:
        """same or changed, by state and value."""
        return SAME if (self.old.state, self.old.value) == (self.new.state, self.new.value) else CHANGED


@dataclass(frozen=True, slots=True)
class FindingPair:
    """The outcome of a criterion in both, None where only one rubric has it; `became` as from round to round."""

    criterion: str
    old: str | None
    new: str | None
    became: str | None = None

    @property
    def change(self) -> str:
        """same, changed, added or removed; a failure that is further from its line has changed too."""
        if self.old is None or self.new is None:
            return ADDED if self.old is None else REMOVED
        return SAME if self.old == self.new and self.became != "worse" else CHANGED


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is the same and all that is not, in the order of the new draft; what is gone comes last."""

    cells: tuple[Cell, ...]
    facts: tuple[FactPair, ...]
    findings: tuple[FindingPair, ...]


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Hold two judged drafts beside each other."""
    ids = dict.fromkeys([*new.plan.facts, *old.plan.facts])
    before, after = ({each.criterion: each for each in one.findings} for one in (old, new))
    return Comparison(
        _cells(old.plan, new.plan), tuple(FactPair(old.plan.fact(id), new.plan.fact(id)) for id in ids),
        tuple(_pair(id, before.get(id), after.get(id)) for id in dict.fromkeys([*after, *before])))


def _pair(criterion: str, old: Finding | None, new: Finding | None) -> FindingPair:
    if old is None or new is None:
        return FindingPair(criterion, getattr(old, "outcome", None), getattr(new, "outcome", None))
    return FindingPair(criterion, old.outcome, new.outcome,
                       rounds.became(old.outcome, old.worst.margin, new.outcome, new.worst.margin))


def _cells(old: Plan, new: Plan) -> tuple[Cell, ...]:
    """Values of one indicator, year and place belong together: of several the same texts, then in order."""
    left: dict[tuple, list[Reading]] = defaultdict(list)
    for _, reading in old.told:
        left[_key(reading)].append(reading)
    readings = [reading for _, reading in new.told]
    twins = [_taken(left[_key(each)], _bare(each.printed)) for each in readings]
    cells = [Cell(twin or _taken(left[_key(each)]), each) for each, twin in zip(readings, twins, strict=True)]
    return (*cells, *(Cell(each, None) for several in left.values() for each in several))


def _taken(several: list[Reading], text: str | None = None) -> Reading | None:
    """The first with this text (or with any), taken out; None where there is none."""
    for at, each in enumerate(several):
        if text in (None, _bare(each.printed)):
            return several.pop(at)
    return None


def _key(reading: Reading) -> tuple:
    return (reading.indicator or _bare(reading.name), reading.base_year, reading.target_year, reading.region)


def _bare(text: str) -> str:
    return "".join(text.split())
