"""The differences that the text of a tailoring holds, one a row, each beside what the rubric has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.change import shown
from lowcarbon_desktop.rubric.edit import plain_of

LEAVE_OUT, CHANGE, ADD = "leave_out", "change", "add"
_WHO = ("criterion", "remark")


class Row(NamedTuple):
    """One difference. `what` is left_out, added, or the key that is changed; `path` is where it is written."""

    criterion: str
    title: Text
    what: str
    before: str
    after: str
    remark: str
    path: tuple[str | int, ...]


def rows_in(text: str, rubric: Rubric) -> tuple[Row, ...]:
    """All differences, as they are written."""
    data = as_map(plain_of(text))
    rows: list[Row] = []
    for section in (LEAVE_OUT, CHANGE, ADD):
        listed = data.get(section)
        for place, entry in enumerate(listed if isinstance(listed, list) else ()):
            rows += _rows(rubric, section, place, as_map(entry))
    return tuple(rows)


def ruled(rubric: Rubric, criterion: str, what: str) -> object:
    """The value that the rubric has, None where it has none; of the line, that of the nation."""
    found = rubric.criterion(criterion)
    field, _, name = what.partition(".")
    if field == "line":
        given = found.parameters
        years = (given.get("base_year"), given.get("target_year"))
        line = reference().lines.nation(str(given.get("indicator")), *years, rubric.date)
        return line.low if line is not None and given.get("line") == "nation" else None
    return found.parameters.get(name) if name else getattr(found, field, None)


def as_map(value: object) -> Mapping[str, object]:
    """A mapping as it is, {} for anything else."""
    return value if isinstance(value, Mapping) else {}


def _rows(rubric: Rubric, section: str, place: int, entry: Mapping[str, object]) -> list[Row]:
    remark = str(entry.get("remark", ""))
    if section == ADD:
        added = as_map(entry.get("criterion"))
        title = as_map(added.get("title"))
        return [Row(str(added.get("id", "")), Text(str(title.get("zh", "")), str(title.get("en", ""))), "added", "",
                    "", remark, (section, place))]
    id = str(entry.get("criterion", ""))
    try:
        title = rubric.criterion(id).title
    except KeyError:
        title = Text(id, id)
    if section == LEAVE_OUT:
        return [Row(id, title, "left_out", "", "", remark, (section, place))]
    flat = {(key,): value for key, value in entry.items() if key not in (*_WHO, "with")}
    flat |= {("with", str(name)): value for name, value in as_map(entry.get("with")).items()}
    return [Row(id, title, ".".join(path), _before(rubric, id, ".".join(path)), shown(value), remark,
                (section, place, *path)) for path, value in flat.items()]


def _before(rubric: Rubric, criterion: str, what: str) -> str:
    value = ruled(rubric, criterion, what) if criterion in rubric.ids else None
    return "" if value is None else shown(value)
