"""Reads a rubric from its folder or file, with all of its faults at once."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.errors import Fault, FaultyData, Text, UsageError, message
from lowcarbon_desktop.rubric.fields import EPOCH, Fields
from lowcarbon_desktop.rubric.model import (
    EXECUTABILITIES,
    SEVERITIES,
    Citation,
    Criterion,
    Mark,
    Rubric,
    Section,
)
from lowcarbon_desktop.rubric.nodes import Item, read

FILE = "rubric.yaml"
MOST_CRITERIA = 500

_RUBRIC = {"id": True, "version": True, "title": True, "serves": True, "date": True, "own_points": False,
           "document": True, "dimensions": True, "sections": True}
_DIMENSION = {"id": True, "title": True}
_SECTION = {"id": True, "title": True, "criteria": True}
_CRITERION = {"id": True, "number": True, "title": True, "rationale": True, "severity": True, "dimension": True,
              "points": True, "executability": True, "check": True, "with": False, "source": True, "remedy": True}
_SOURCE = {"section": True, "table": False, "document": False}


def load(path: Path) -> Rubric:
    """The rubric in a folder or file; its parameters are not looked at. Raises FaultyData, UsageError."""
    rubric, faults = examine(path)
    if faults:
        raise FaultyData(faults)
    return rubric


def examine(path: Path) -> tuple[Rubric, tuple[Fault, ...]]:
    """What can be made of a rubric, and its faults in file order. Raises UsageError where there is none to read.

    With faults the rubric has stand-ins, and serves only to look for more faults.
    """
    file = path / FILE if path.is_dir() else path
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise UsageError(message("rubric-no-file", file=str(file))) from None
    except OSError as error:
        raise UsageError(message("rubric-no-access", file=str(file), reason=error.strerror or "?")) from None
    item, faults = read(raw, str(file))
    reader = _Reader(str(file), sha256(raw).hexdigest(), faults)
    rubric = reader.rubric(item if item is not None else Item({}, Mark(str(file), 0, 0)), empty=item is None)
    return rubric, tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))


class _Reader:
    """Goes down the file once; what must be different from one another is remembered on the way."""

    def __init__(self, file: str, digest: str, faults: list[Fault]) -> None:
        self._file, self._digest, self._faults = file, digest, faults
        self._seen: dict[tuple[str, str], Mark] = {}

    def rubric(self, item: Item, *, empty: bool) -> Rubric:
        fields = Fields(item, {} if empty else _RUBRIC, self._faults)
        document = fields.text("document")
        dimensions = tuple(self._heading(each, _DIMENSION, "dimension")[0] for each in fields.several("dimensions"))
        sections: list[Section] = []
        criteria: list[Criterion] = []
        for each in fields.several("sections"):
            section, below = self._heading(each, _SECTION, "section")
            sections.append(section)
            criteria += (self._criterion(one, section.id, document, [each.id for each in dimensions])
                         for one in below.several("criteria"))
        if len(criteria) > MOST_CRITERIA:
            fields.fault(fields.mark, message("rubric-too-many", count=len(criteria), most=MOST_CRITERIA))
        return Rubric(
            id=fields.id("id"), version=fields.word("version"), title=fields.text("title"),
            serves=fields.text("serves"), date=fields.day("date", EPOCH),
            own_points=fields.flag("own_points", False), sections=tuple(sections), criteria=tuple(criteria),
            dimensions=dimensions, sha256=self._digest, file=self._file)

    def _heading(self, item: Item, keys: dict[str, bool], what: str) -> tuple[Section, Fields]:
        fields = Fields(item, keys, self._faults)
        id = fields.id("id")
        self._once(fields, "id", what, id)
        return Section(id, fields.text("title")), fields

    def _criterion(self, item: Item, section: str, document: Text, dimensions: Iterable[str]) -> Criterion:
        name = item.data.get("id") if isinstance(item.data, dict) else None
        fields = Fields(item, _CRITERION, self._faults, str(name.data) if name is not None else "?")
        id = fields.id("id")
        self._once(fields, "id", "criterion-id", id)
        number = fields.text("number")
        if self._once(fields, "number", "number", number.zh):
            self._once(fields, "number", "number", number.en)
        given = fields.table("with")
        return Criterion(
            id=id, number=number, section=section, title=fields.text("title"), rationale=fields.text("rationale"),
            severity=fields.one_of("severity", SEVERITIES, "note"),
            dimension=fields.one_of("dimension", tuple(dimensions), ""), points=fields.number("points"),
            check=fields.id("check"), parameters=given.plain() if given is not None else {},
            citation=self._citation(fields, document, id), remedy=fields.text("remedy"),
            executability=fields.one_of("executability", EXECUTABILITIES, "automatic"),
            marks=self._marks(fields, given))

    def _citation(self, criterion: Fields, document: Text, id: str) -> Citation:
        if "source" not in criterion:
            return Citation(document, "")
        fields = Fields(criterion.items["source"], _SOURCE, self._faults, id)
        return Citation(fields.text("document") if "document" in fields else document,
                        fields.word("section"), fields.word("table"))

    def _marks(self, criterion: Fields, given: Item | None) -> dict[str, Mark]:
        """Where the criterion ("") and its check stand, and each parameter."""
        marks = dict(given.marks()) if given is not None else {}
        if "check" in criterion:
            marks.setdefault("check", criterion.items["check"].mark)
        return {**marks, "": criterion.mark}

    def _once(self, fields: Fields, key: str, what: str, value: str) -> bool:
        if not value:
            return True
        mark = fields.items[key].mark
        first = self._seen.setdefault((what, value), mark)
        if first != mark:
            fields.fault(mark, message("rubric-twice", what=message(f"rubric-{what}"), value=value, line=first.line))
        return first == mark
