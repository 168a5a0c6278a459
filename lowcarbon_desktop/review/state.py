"""A review as a value: every change gives a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.plan import Evidence, Fact


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
class Correction:
    """A cell that the reviewer corrected: what was printed there and what it should say."""

    file: str
    sheet: str | None
    cell: str
    printed: str
    corrected: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """File, sheet and cell: one correction each."""
        return (self.file, self.sheet or "", self.cell)


@dataclass(frozen=True)
class Review:
    """Everything that a reviewer said of one plan. `lines` are as typed, e.g. "co2_per_gdp_cut@2010-2015=18"."""

    facts: Mapping[str, StatedFact] = field(default_factory=dict)
    corrections: Mapping[tuple[str, str, str], Correction] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    region: str | None = None

    def with_fact(self, fact: StatedFact) -> Review:
        """With this fact in place of an earlier one of the same id."""
        return replace(self, facts={**self.facts, fact.id: fact})

    def without_fact(self, id: str) -> Review:
        """Without the fact of that id, if there is one."""
        return replace(self, facts={key: each for key, each in self.facts.items() if key != id})

    def with_correction(self, correction: Correction) -> Review:
        """With the cell corrected; a correction back to what was printed is no correction."""
        kept = {key: each for key, each in self.corrections.items() if key != correction.key}
        if correction.corrected != correction.printed:
            kept[correction.key] = correction
        return replace(self, corrections=kept)

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
