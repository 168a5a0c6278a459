"""Reads a rubric from its folder or file, with all of its faults at once."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.errors import Fault, FaultyData, Text, UsageError, message
from lowcarbon_desktop.rubric.criterion import KEYS, read_criterion
from lowcarbon_desktop.rubric.fields import EPOCH, Fields, called
from lowcarbon_desktop.rubric.model import FILE, Criterion, Mark, Rubric, Section
from lowcarbon_desktop.rubric.nodes import Item, read
from lowcarbon_desktop.rubric.signs import is_id

MOST_CRITERIA = 500
MOST_SECTIONS = 60

_RUBRIC = {"id": True, "version": True, "title": True, "serves": True, "date": True, "own_points": False,
           "total_points": False, "document": True, "dimensions": True, "sections": True}
_DIMENSION = {"id": True, "title": True}
_SECTION = {"id": True, "title": True, "criteria": False}
_SECTION_FILE = {"section": True, "criteria": True}


def load(path: Path) -> Rubric:
    """The rubric in a folder or file; its parameters are not looked at. Raises FaultyData, UsageError."""
    rubric, faults = examine(path)
    if faults:
        raise FaultyData(faults)
    return rubric


def examine(path: Path) -> tuple[Rubric, tuple[Fault, ...]]:
    """What can be made of a rubric, and its faults in file order. Raises UsageError where there is none to read.

    A section without criteria has them in a file of its own beside rubric.yaml, called after its id: targets.yaml.
    With faults the rubric has stand-ins, and serves only to look for more faults.
    """
    file = path / FILE if path.is_dir() else path
    faults: list[Fault] = []
    return _Reader(file, faults).rubric(), in_order(faults, str(file))


def in_order(faults: Collection[Fault], first: str) -> tuple[Fault, ...]:
    """The faults file by file, those of `first` first, and within a file from top to bottom."""
    return tuple(sorted(faults, key=lambda fault: (fault.file != first, fault.file, fault.line, fault.column)))


def read_yaml(file: Path, what: str = "rubric") -> tuple[bytes, Item | None, list[Fault]]:
    """The bytes of a file and what stands in it. Raises UsageError, which says `what` cannot be read."""
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise UsageError(message(f"{what}-no-file", file=str(file))) from None
    except OSError as error:
        raise UsageError(message(f"{what}-no-access", file=str(file), reason=error.strerror or "?")) from None
    return raw, *read(raw, str(file))


class _Reader:
    """Goes down the files once; what must be different from one another is remembered on the way."""

    def __init__(self, file: Path, faults: list[Fault]) -> None:
        self._file, self._faults = file, faults
        self._seen: dict[tuple[str, str], Mark] = {}
        self._digests: list[str] = []

    def rubric(self) -> Rubric:
        fields = self._fields(self._file, _RUBRIC)
        document = fields.text("document")
        dimensions = tuple(self._heading(each, _DIMENSION, "dimension")[0] for each in fields.several("dimensions"))
        sections: list[Section] = []
        criteria: list[Criterion] = []
        headings = fields.several("sections")
        if len(headings) > MOST_SECTIONS:
            fields.fault(fields.items["sections"].mark, message("rubric-too-many-sections", count=len(headings),
                                                                most=MOST_SECTIONS))
        for each in headings[:MOST_SECTIONS]:
            section, below = self._heading(each, _SECTION, "section")
            sections.append(section)
            criteria += (self._criterion(one, section.id, document, [each.id for each in dimensions])
                         for one in self._criteria(section, below))
        if len(criteria) > MOST_CRITERIA:
            fields.fault(fields.mark, message("rubric-too-many", count=len(criteria), most=MOST_CRITERIA))
        rubric = Rubric(
            id=fields.id("id"), version=fields.word("version"), title=fields.text("title"),
            serves=fields.text("serves"), date=fields.day("date", EPOCH),
            own_points=fields.flag("own_points", False), sections=tuple(sections), criteria=tuple(criteria),
            dimensions=dimensions, sha256=self._digest(), file=str(self._file),
            total_points=fields.number("total_points") if "total_points" in fields else None)
        self._adds_up(fields, rubric)
        return rubric

    def _fields(self, file: Path, keys: dict[str, bool]) -> Fields:
        """The keys of a whole file; of one of which nothing can be made, none, and no more faults."""
        raw, item, faults = read_yaml(file)
        self._digests.append(sha256(raw).hexdigest())
        self._faults += faults
        return Fields(Item({}, Mark(str(file), 0, 0)) if item is None else item, {} if item is None else keys,
                      self._faults)

    def _digest(self) -> str:
        """The hash of the one file, or of the hashes of all of them in reading order."""
        return self._digests[0] if len(self._digests) == 1 else sha256("".join(self._digests).encode()).hexdigest()

    def _criteria(self, section: Section, fields: Fields) -> list[Item]:
        if "criteria" in fields or not is_id(section.id):  # a wrong id has been told already
            return fields.several("criteria")
        file = self._file.with_name(f"{section.id}.yaml")
        if file.name == self._file.name or not file.is_file():
            fields.fault(fields.mark, message("rubric-no-section", section=section.id, file=file.name))
            return []
        below = self._fields(file, _SECTION_FILE)
        if "section" in below and below.word("section") not in ("", section.id):
            below.fault(below.items["section"].mark, message("rubric-section-file", section=section.id))
        return below.several("criteria")

    def _adds_up(self, fields: Fields, rubric: Rubric) -> None:
        points = round(sum(criterion.points for criterion in rubric), 6)
        if rubric.total_points is not None and points != round(rubric.total_points, 6):
            fields.fault(fields.items["total_points"].mark, message(
                "rubric-points-total", total=rubric.total_points, points=points))

    def _heading(self, item: Item, keys: dict[str, bool], what: str) -> tuple[Section, Fields]:
        fields = Fields(item, keys, self._faults)
        id = fields.id("id")
        self._once(fields, "id", what, id)
        return Section(id, fields.text("title")), fields

    def _criterion(self, item: Item, section: str, document: Text, dimensions: Collection[str]) -> Criterion:
        fields = Fields(item, KEYS, self._faults, called(item, "id"))
        criterion = read_criterion(fields, section, document, dimensions)
        self._once(fields, "id", "criterion-id", criterion.id)
        for former in criterion.former:
            self._once(fields, "former", "criterion-id", former)
        if self._once(fields, "number", "number", criterion.number.zh):
            self._once(fields, "number", "number", criterion.number.en)
        return criterion

    def _once(self, fields: Fields, key: str, what: str, value: str) -> bool:
        if not value:
            return True
        mark = fields.items[key].mark
        first = self._seen.setdefault((what, value), mark)
        if first != mark:
            fields.fault(mark, message("rubric-twice", what=message(f"rubric-{what}"), value=value, line=first.line))
        return first == mark
