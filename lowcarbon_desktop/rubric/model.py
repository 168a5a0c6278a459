"""What a rubric holds: sections of criteria, each with its check, severity, citation, remedy and points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.frozen import frozen

SEVERITIES = ("must", "should", "note")
EXECUTABILITIES = ("automatic", "assisted", "judgement")


@frozen
class Mark:
    """Where a key of the rubric stands: file name, line and column from 1."""

    file: str
    line: int
    column: int


@frozen
class Citation:
    """Where the source asks for it: "2.3" and, where there is one, "表16"."""

    document: Text
    section: str
    table: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.section, self.table) if part)


@frozen
class Section:
    """A heading under which findings are grouped."""

    id: str
    title: Text


@dataclass(frozen=True)
class Criterion:
    """One criterion as written in the rubric.

    `number` is the short name for talking in a meeting ("目标-2"). `check` names a kind of check and `parameters` are
    its arguments as they stand in the file, with `marks` telling where each key stands ("" is the criterion itself).
    `executability` is automatic (a machine decides), assisted (it points, a person decides) or judgement.
    """

    id: str
    number: Text
    section: str
    title: Text
    rationale: Text
    severity: str
    dimension: str
    points: float
    check: str
    parameters: Mapping[str, object]
    citation: Citation
    remedy: Text
    executability: str
    marks: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class Rubric:
    """A programme's criteria in reading order. `sha256` is of the file's bytes; `date` the programme's own day."""

    id: str
    version: str
    title: Text
    serves: Text
    date: date
    own_points: bool
    sections: tuple[Section, ...]
    criteria: tuple[Criterion, ...]
    dimensions: tuple[Section, ...]
    sha256: str
    file: str

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self.criteria)

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id. Raises KeyError."""
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        raise KeyError(id)
