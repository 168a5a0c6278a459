"""What a rubric holds: sections of criteria, each with its check, severity, citation, remedy and points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import NamedTuple

from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.rubric.change import Tailoring

FILE = "rubric.yaml"
SEVERITIES = ("must", "should", "note")
EXECUTABILITIES = ("automatic", "assisted", "judgement")
ERRORS = ("too_much", "too_little", "both", "neither")
LEVELS = ("province", "city")
AMBITION = "ambition"


class Mark(NamedTuple):
    """Where a key of the rubric stands: file name, line and column from 1. Made by the thousand, hence no dataclass."""

    file: str
    line: int
    column: int


class Citation(NamedTuple):
    """Where the source asks for it: "2.3" and, where there is one, "表16"."""

    document: Text
    section: str
    table: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.section, self.table) if part)


class Section(NamedTuple):
    """A heading under which findings are grouped."""

    id: str
    title: Text


class Applies(NamedTuple):
    """To which plans a criterion applies; whatever is left empty does not restrict it.

    `levels` are among LEVELS (a municipality is a province), `indicators` must each have a value in the plan, and the
    day by whose lines the plan is judged lies from `since` to `until`, both included.
    """

    levels: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class Grade(NamedTuple):
    """One grade of a pass: reached from the margin `at` on, in the unit of the line.

    `at` is None for the line's own mark of ambition (the 45 of 40-45 %).
    """

    id: str
    title: Text
    at: float | None


NOTHING = Text("", "")
EVERYWHERE = Applies()


@frozen()
class Criterion:
    """One criterion as written in the rubric.

    `number` is the short name for talking in a meeting ("目标-2"). `check` names a kind of check and `parameters` are
    its arguments as they stand in the file, with `marks` telling where each key stands ("" is the criterion itself);
    a review that keeps the rubric keeps no marks of it.
    `executability` is automatic (a machine decides), assisted (it points, a person decides) or judgement. `evidence`
    is what an applicant is asked to attach. `errs` says whether the machine may report too much or too little.
    `grades` fall from the best to the plain pass. `former` are ids under which it was known. A `locked` criterion can
    be made stricter by a tailoring, and neither left out nor weakened. `line` is a threshold that a tailoring put in
    the place of the nation's line.
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
    marks: Mapping[str, Mark] = field(default_factory=dict, compare=False)
    evidence: Text = NOTHING
    errs: str = "neither"
    applies: Applies = EVERYWHERE
    grades: tuple[Grade, ...] = ()
    former: tuple[str, ...] = ()
    locked: bool = False
    line: float | None = None


@frozen()
class Rubric:
    """A programme's criteria in reading order, `date` the programme's own day.

    `sha256` is of the file's bytes, or of all of its files where its sections have their own. `total_points` is what
    the criteria's points are meant to add up to, None where that is not said. `tailoring` is what was changed of it.
    """

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
    total_points: float | None = None
    tailoring: Tailoring | None = None

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self.criteria)

    def called(self, id: str) -> Text | str:
        """The title of a criterion; its id where the rubric has none such."""
        return next((each.title for each in self.criteria if each.id == id), id)

    def named(self, id: str) -> Text | str:
        """The title with the id behind it, for whoever has to type the id next."""
        title = self.called(id)
        return Text(f"{title.zh}（{id}）", f"{title.en} ({id})") if isinstance(title, Text) else title

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id, or that once had it. Raises KeyError."""
        for criterion in self.criteria:
            if criterion.id == id:
                return criterion
        for criterion in self.criteria:
            if id in criterion.former:
                return criterion
        raise KeyError(id)

    @property
    def ids(self) -> Mapping[str, str]:
        """Every id under which a criterion is or was known, and the one that it has now."""
        former = {old: criterion.id for criterion in self.criteria for old in criterion.former}
        return former | {criterion.id: criterion.id for criterion in self.criteria}
