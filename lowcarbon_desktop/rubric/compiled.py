"""What shipped YAML holds, read when the program was made and kept beside it as JSON, as catalogues are.

A file is known by the SHA-256 of its bytes: one that was changed, or is the user's own, is parsed. So is whatever is
looked at for faults.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.rubric.model import Applies, Citation, Criterion, Grade, Mark, Rubric, Section

FOLDER = "compiled"


def compiled(raw: bytes, folder: str) -> object | None:
    """What a file of these bytes in `folder` holds, without places; None where it was not compiled."""
    return _held(folder).get(sha256(raw).hexdigest())


def compiled_rubric(path: Path) -> Rubric | None:
    """The rubric in a folder whose files all are as they were compiled, else None.

    Its marks tell where each criterion stands, and no more: nothing of it is faulty.
    """
    held = _held(path.name)
    try:
        files = {name: str(path / name) for name in held["files"]}
        same = all(sha256(Path(files[name]).read_bytes()).hexdigest() == known for name, known in held["files"].items())
        return _rubric(held["rubric"], files) if same else None
    except (OSError, KeyError):
        return None


@cache
def _held(folder: str) -> Mapping:
    """What was compiled of a folder; nothing where it was not."""
    try:
        return json.loads(resource(FOLDER, f"{folder}.json").read_bytes())
    except (OSError, ValueError):
        return {}


def kept(rubric: Rubric) -> dict[str, object]:
    """A rubric without tailoring as `compiled_rubric` reads it; files go by their names."""
    return {"head": [rubric.id, rubric.version, _both(rubric.title), _both(rubric.serves), rubric.date.isoformat(),
                     rubric.own_points, rubric.total_points, rubric.sha256, Path(rubric.file).name],
            "sections": [[each.id, _both(each.title)] for each in rubric.sections],
            "dimensions": [[each.id, _both(each.title)] for each in rubric.dimensions],
            "criteria": [_kept(each) for each in rubric.criteria]}


def _kept(each: Criterion) -> list[object]:
    applies, mark = each.applies, each.marks[""]
    return [each.id, _both(each.number), each.section, _both(each.title), _both(each.rationale), each.severity,
            each.dimension, each.points, each.check, each.parameters,
            [_both(each.citation.document), each.citation.section, each.citation.table], _both(each.remedy),
            each.executability, [Path(mark.file).name, mark.line, mark.column], _both(each.evidence), each.errs,
            [applies.levels, applies.indicators, *(day and day.isoformat() for day in (applies.since, applies.until))],
            [[grade.id, _both(grade.title), grade.at] for grade in each.grades], each.former, each.locked]


def _both(text: Text) -> tuple[str, str]:
    return text.zh, text.en


def _rubric(held: Mapping, files: Mapping[str, str]) -> Rubric:
    id, version, title, serves, day, own_points, total_points, digest, file = held["head"]
    return Rubric(id, version, Text(*title), Text(*serves), date.fromisoformat(day), own_points,
                  tuple(_section(*each) for each in held["sections"]),
                  tuple(_criterion(files, *each) for each in held["criteria"]),
                  tuple(_section(*each) for each in held["dimensions"]), digest, files[file], total_points)


def _section(id: str, title: list[str]) -> Section:
    return Section(id, Text(*title))


def _criterion(files: Mapping[str, str], id: str, number: list[str], section: str, title: list[str],
               rationale: list[str], severity: str, dimension: str, points: float, check: str,
               parameters: dict[str, object], citation: list, remedy: list[str], executability: str, mark: list,
               evidence: list[str], errs: str, applies: list, grades: list, former: list[str],
               locked: bool) -> Criterion:
    document, *cited = citation
    file, line, column = mark
    levels, indicators, *days = applies
    since, until = (date.fromisoformat(day) if day else None for day in days)
    return Criterion(
        id, Text(*number), section, Text(*title), Text(*rationale), severity, dimension, points, check, parameters,
        Citation(Text(*document), *cited), Text(*remedy), executability, {"": Mark(files[file], line, column)},
        Text(*evidence), errs, Applies(tuple(levels), tuple(indicators), since, until),
        tuple(Grade(each, Text(*called), at) for each, called, at in grades), tuple(former), locked)
