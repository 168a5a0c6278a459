"""Reads one criterion of a rubric or of a tailoring, with all of its faults."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.rubric.fields import Fields
from lowcarbon_desktop.rubric.model import (
    AMBITION,
    ERRORS,
    EVERYWHERE,
    EXECUTABILITIES,
    LEVELS,
    NOTHING,
    SEVERITIES,
    Applies,
    Citation,
    Criterion,
    Grade,
    Mark,
)
from lowcarbon_desktop.rubric.nodes import Item

KEYS = {"id": True, "number": True, "title": True, "rationale": True, "severity": True, "dimension": True,
        "points": True, "executability": True, "errs": False, "check": True, "with": False, "applies": False,
        "grades": False, "source": True, "remedy": True, "evidence": False, "former": False, "locked": False}
_SOURCE = {"section": True, "table": False, "document": False}
_APPLIES = {"levels": False, "indicators": False, "since": False, "until": False}
_GRADE = {"id": True, "title": True, "at": True}


def read_criterion(fields: Fields, section: str, document: Text, dimensions: Collection[str]) -> Criterion:
    """The criterion of these fields, with stand-ins where something is wrong; its parameters are not looked at.

    `document` is the one that is cited where the criterion names no other.
    """
    given = fields.table("with")
    return Criterion(
        id=fields.id("id"), number=fields.text("number"), section=section, title=fields.text("title"),
        rationale=fields.text("rationale"), severity=fields.one_of("severity", SEVERITIES, "note"),
        dimension=fields.one_of("dimension", dimensions, ""), points=fields.number("points"),
        check=fields.id("check"), parameters=given.plain() if given is not None else {},
        citation=_citation(fields, document), remedy=fields.text("remedy"),
        executability=fields.one_of("executability", EXECUTABILITIES, "automatic"), marks=_marks(fields, given),
        evidence=fields.text("evidence") if "evidence" in fields else NOTHING, errs=_errs(fields),
        applies=read_applies(fields), grades=read_grades(fields), former=fields.ids("former"),
        locked=fields.flag("locked", False))


def _citation(criterion: Fields, document: Text) -> Citation:
    if "source" not in criterion:
        return Citation(document, "")
    fields = criterion.below("source", _SOURCE)
    return Citation(fields.text("document") if "document" in fields else document,
                    fields.word("section"), fields.word("table"))


def _marks(criterion: Fields, given: Item | None) -> dict[str, Mark]:
    """Where the criterion ("") and its keys stand, and each parameter by its own name."""
    marks = {f".{key}": item.mark for key, item in criterion.items.items()}
    marks.update(given.marks() if given is not None else ())
    if "check" in criterion:
        marks.setdefault("check", criterion.items["check"].mark)
    marks[""] = criterion.mark
    return marks


def _errs(fields: Fields) -> str:
    """Where a person decides, the reader has to know in which direction the machine may be wrong."""
    if "errs" in fields:
        return fields.one_of("errs", ERRORS, "neither")
    if "executability" in fields and fields.items["executability"].data in EXECUTABILITIES[1:]:
        fields.fault(fields.items["executability"].mark, message("rubric-errs-missing", choices=ERRORS))
    return "neither"


def read_applies(criterion: Fields) -> Applies:
    """Where it applies. Dates in which no plan can lie are a fault."""
    if "applies" not in criterion:
        return EVERYWHERE
    fields = criterion.below("applies", _APPLIES)
    levels = fields.words("levels")
    for level in levels:
        if level not in LEVELS:
            fields.choice("levels", level, LEVELS)
    since, until = (fields.day(key) if key in fields else None for key in ("since", "until"))
    if since is not None and until is not None and since > until:
        fields.fault(fields.items["until"].mark, message(
            "rubric-never", why=message("rubric-never-dates", since=since.isoformat(), until=until.isoformat())))
    return Applies(tuple(levels), fields.ids("indicators"), since, until)


def read_grades(criterion: Fields) -> tuple[Grade, ...]:
    """The grades, the best first, each easier than the one before it, and the last at the line itself."""
    grades: list[Grade] = []
    marks: list[Mark] = []
    for item in criterion.several("grades"):
        fields = criterion.of(item, _GRADE)
        best = "at" in fields and fields.items["at"].data == AMBITION
        grades.append(Grade(fields.id("id"), fields.text("title"), None if best else fields.number("at")))
        marks.append(fields.items["at"].mark if "at" in fields else fields.mark)
    ends = [float("inf") if grade.at is None else grade.at for grade in grades]
    for position, (before, after) in enumerate(pairwise(ends), 1):
        if after >= before:
            criterion.fault(marks[position], message("rubric-grade-order", id=grades[position].id,
                                                     before=grades[position - 1].id))
    if grades and ends[-1] != 0:
        criterion.fault(marks[-1], message("rubric-grade-last", id=grades[-1].id))
    return tuple(grades)
