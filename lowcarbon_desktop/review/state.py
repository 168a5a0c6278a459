"""A review as a value: every change gives a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.plan import Evidence, Fact
from lowcarbon_desktop.review.verdict import NOTHING, Conclusion, Item, Reviewer
from lowcarbon_desktop.review.yardstick import Yardstick

FIELDS = ("text", "indicator", "base_year", "target_year", "unit", "region", "kind", "confirmed")
"""What can be corrected of a cell: its text, what was understood of it, or (confirmed) nothing but the doubt."""
MEANING = FIELDS[1:-1]
Key = tuple[str, str, str, str]


def names_cell(text: str) -> bool:
    """Whether a text can name the cell of a correction: D5, or P12.2, the second amount of a paragraph."""
    return re.fullmatch(r"[A-Z]{1,3}[1-9][0-9]{0,6}(?:\.[1-9][0-9]{0,3})?", text) is not None


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact that the reviewer states by hand: `source` says where it was found ("实施方案第 12 页")."""

    id: str
    state: str
    value: str | int | float | None = None
    source: str = ""
    by: str = ""

    def as_fact(self) -> Fact:
        """The fact as the checks see it: settled only with a source."""
        source = self.source.strip()
        evidence = (Evidence(source),) if source else ()
        return Fact(self.id, self.state, self.value, settled=bool(source), by="reviewer", evidence=evidence)


@dataclass(frozen=True, slots=True)
class Nod:
    """What the reviewer says of a fact that the machine found: it is so (`agreed`), or the machine is wrong.

    `state`, `value` and `evidence` are what the machine had found; where it finds something else the nod is void.
    Without a state, as written by hand, the nod is for whatever the machine finds; without evidence, for any.
    """

    id: str
    agreed: bool = True
    state: str = ""
    value: str | int | float | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reviewer corrected of a cell: one of FIELDS, what the draft prints there, and what the field should be.

    `corrected` is the text, the id of an indicator or a unit, a year, a place, a kind; "" is none of them, and the
    applicant for a region; "yes" for a doubtful reading that is right as it was understood. `understood` is what was
    understood when the correction was made, "" where nobody knows: where that has changed, the correction is void.
    """

    file: str
    sheet: str | None
    cell: str
    printed: str
    corrected: str
    reason: str = ""
    field: str = "text"
    understood: str = ""

    @property
    def key(self) -> Key:
        """File, sheet, cell and field: one correction each."""
        return (self.file, self.sheet or "", self.cell, self.field)


@dataclass(frozen=True)
class Review:
    """Everything that a reviewer said of one plan. `lines` are as typed, e.g. "co2_per_gdp_cut@2010-2015=18".

    `items` are by criterion, none where nothing was said; `notes` are the reviewer's own and private. `part` where the
    reviewer says that more belongs to the application. `begun` and `ticks` are the applicant's: what each criterion
    came to in the beginning, and what was ticked off by hand.
    `marks` are words on the matrix of instruments. Without a `yardstick` the plan is judged by what it was opened with.
    """

    facts: Mapping[str, StatedFact] = field(default_factory=dict)
    corrections: Mapping[Key, Correction] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    region: str | None = None
    nods: Mapping[str, Nod] = field(default_factory=dict)
    reviewer: Reviewer | None = None
    round: int = 1
    status: str = "in_work"
    items: Mapping[str, Item] = field(default_factory=dict)
    conclusion: Conclusion | None = None
    part: bool = False
    begun: Mapping[str, str] = field(default_factory=dict)
    ticks: tuple[str, ...] = ()
    marks: Mapping[tuple[str, str, str], Mark] = field(default_factory=dict)
    yardstick: Yardstick | None = None

    def with_fact(self, fact: StatedFact) -> Review:
        """With this fact in place of an earlier one of the same id, or of a nod to what the machine found."""
        bare = self.without_fact(fact.id)
        return replace(bare, facts={**bare.facts, fact.id: fact})

    def without_fact(self, id: str) -> Review:
        """Without what was said of the fact of that id, if anything was."""
        return replace(self, facts={key: each for key, each in self.facts.items() if key != id},
                       nods={key: each for key, each in self.nods.items() if key != id})

    def with_nods(self, nods: Iterable[Nod]) -> Review:
        """With these nods, each in place of what was said of its fact before."""
        review = self
        for nod in nods:
            bare = review.without_fact(nod.id)
            review = replace(bare, nods={**bare.nods, nod.id: nod})
        return review

    def with_correction(self, correction: Correction) -> Review:
        """With the cell corrected; a text corrected back to what was printed is no correction.

        A nod to the cell's reading goes: it was to what was understood before.
        """
        review = self.without_correction(correction.key)
        if correction.field == "text" and correction.corrected == correction.printed:
            return review
        return replace(review, corrections={**review.corrections, correction.key: correction})

    def without_correction(self, key: Key) -> Review:
        """Without the correction of that key, and without the nod to the reading as corrected."""
        gone = {key, (*key[:3], "confirmed")}
        return replace(self, corrections={key: each for key, each in self.corrections.items() if key not in gone})

    def with_marks(self, marks: Iterable[Mark]) -> Review:
        """With these words on the matrix of instruments, each in place of an earlier one."""
        return replace(self, marks={**self.marks, **{each.key: each for each in marks}})

    def without_marks(self, keys: Iterable[tuple[str, str, str]]) -> Review:
        """Without the words of those keys, if there are any."""
        gone = set(keys)
        return replace(self, marks={key: each for key, each in self.marks.items() if key not in gone})

    def with_yardstick(self, yardstick: Yardstick | None) -> Review:
        """To be judged by another rubric, tailoring or day."""
        return replace(self, yardstick=yardstick)

    def with_note(self, criterion: str, text: str) -> Review:
        """With the note on a criterion; an empty text takes it away."""
        kept = {key: each for key, each in self.notes.items() if key != criterion}
        if text.strip():
            kept[criterion] = text
        return replace(self, notes=kept)

    def with_region(self, region: str | None) -> Review:
        """With the region that the reviewer chose where the draft leaves it open."""
        return replace(self, region=region)

    def with_lines(self, lines: tuple[str, ...]) -> Review:
        """With the lines that the reviewer entered."""
        return replace(self, lines=lines)

    def item(self, criterion: str) -> Item:
        """What was said of a criterion."""
        return self.items.get(criterion, NOTHING)

    def with_item(self, criterion: str, item: Item) -> Review:
        """With this said of a criterion; an empty item takes it away."""
        kept = {key: each for key, each in self.items.items() if key != criterion}
        return replace(self, items=kept if item == NOTHING else {**kept, criterion: item})
