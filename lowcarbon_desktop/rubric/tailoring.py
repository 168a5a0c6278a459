"""Reads a tailoring: a small file that changes a rubric, only the differences, each with the reason for it.

    name: 某省预评审
    rubric: second-batch
    version: "1.0"
    leave_out:
      - {criterion: caps.per-head, remark: 本省另有人均口径}
    change:
      - {criterion: consistency.kaya, with: {tolerance: 2}, points: 3, remark: 能源统计口径粗}
    add:
      - {section: peak, remark: 本省要求, criterion: {id: peak.own, ...}}
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.errors import Fault, Message, Text, message
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.rubric.change import Change, Tailoring, shown
from lowcarbon_desktop.rubric.criterion import KEYS, read_criterion
from lowcarbon_desktop.rubric.fields import Fields
from lowcarbon_desktop.rubric.load import in_order, read_yaml
from lowcarbon_desktop.rubric.model import SEVERITIES, Criterion, Rubric
from lowcarbon_desktop.rubric.nodes import Item
from lowcarbon_desktop.wording.meant import meant

_FILE = {"name": True, "rubric": True, "version": True, "leave_out": False, "change": False, "add": False}
_LEAVE_OUT = {"criterion": True, "remark": True}
_CHANGE = {"criterion": True, "remark": True, "severity": False, "points": False, "with": False, "line": False}
_ADD = {"section": True, "remark": True, "criterion": True}


def is_tailoring(item: Item | None) -> bool:
    """Whether a file is meant as a tailoring: it names the rubric that it changes."""
    return item is not None and isinstance(item.data, dict) and "rubric" in item.data


def tailor(rubric: Rubric, path: Path) -> tuple[Rubric, tuple[Fault, ...]]:
    """The rubric as changed by the file at `path`, and the faults of that file. Raises UsageError where there is none.

    With faults the rubric serves only to look for more of them.
    """
    raw, item, faults = read_yaml(path, "tailoring")
    if item is None:
        return rubric, tuple(faults)
    reader = _Reader(rubric, faults)
    changed = reader.tailored(Fields(item, _FILE, faults), sha256(raw).hexdigest())
    return changed, in_order(faults, str(path))


class _Reader:
    """Applies the parts of a tailoring one after the other to the criteria."""

    def __init__(self, rubric: Rubric, faults: list[Fault]) -> None:
        self._rubric, self._faults = rubric, faults
        self._criteria = {criterion.id: criterion for criterion in rubric}
        self._changes: list[Change] = []
        self._remarks: list[Message] = []
        self._touched: set[str] = set()

    def tailored(self, fields: Fields, digest: str) -> Rubric:
        self._fits(fields)
        for item in fields.several("leave_out"):
            self._leave_out(fields.of(item, _LEAVE_OUT, "criterion"))
        for item in fields.several("change"):
            self._change(fields.of(item, _CHANGE, "criterion"))
        for item in fields.several("add"):
            self._add(fields.of(item, _ADD))
        if not self._changes and not self._faults:
            fields.fault(fields.mark, message("tailoring-nothing"))
        if not self._criteria:
            fields.fault(fields.items["leave_out"].mark, message("tailoring-all-left-out"))
        order = {section.id: position for position, section in enumerate(self._rubric.sections)}
        criteria = sorted(self._criteria.values(), key=lambda each: order.get(each.section, len(order)))
        return replace(self._rubric, criteria=tuple(criteria), total_points=None, tailoring=Tailoring(
            fields.word("name"), digest, tuple(self._changes), tuple(self._remarks)))

    def _fits(self, fields: Fields) -> None:
        for key, is_now in (("rubric", self._rubric.id), ("version", self._rubric.version)):
            given = fields.word(key)
            if given.strip() and given != is_now:
                fields.fault(fields.items[key].mark, message(f"tailoring-other-{key}", given=given, now=is_now))

    def _leave_out(self, fields: Fields) -> None:
        criterion = self._found(fields)
        remark = fields.word("remark")
        if criterion is None:
            return
        if criterion.locked:
            fields.fault(fields.mark, message("tailoring-locked"))
            return
        del self._criteria[criterion.id]
        self._changes.append(Change(criterion.id, "left_out", "", "", remark))

    def _change(self, fields: Fields) -> None:
        criterion = self._found(fields)
        remark = fields.word("remark")
        if criterion is None:
            return
        before = len(self._changes), len(self._faults)
        changed = criterion
        if "severity" in fields and (severity := fields.one_of("severity", SEVERITIES, "")):
            weaker = SEVERITIES.index(severity) > SEVERITIES.index(criterion.severity)
            self._note(fields, criterion, "severity", criterion.severity, severity, remark, weaker=weaker)
            changed = replace(changed, severity=severity)
        if "points" in fields:
            points = fields.number("points")
            self._note(fields, criterion, "points", number(criterion.points), number(points), remark,
                       weaker=points < criterion.points)
            changed = replace(changed, points=points)
        if "line" in fields:
            line = fields.number("line")
            self._note(fields, criterion, "line", "", number(line), remark, weaker=False)
            changed = replace(changed, line=line, marks={**changed.marks, ".line": fields.items["line"].mark})
        changed = self._parameters(fields, changed, remark)
        if before == (len(self._changes), len(self._faults)):
            fields.fault(fields.mark, message("tailoring-same"))
        self._criteria[criterion.id] = changed

    def _parameters(self, fields: Fields, criterion: Criterion, remark: str) -> Criterion:
        """The criterion with other parameters; whether one is weaker nobody can tell, so of a locked one none may."""
        given = fields.table("with")
        for name, item in (given.data.items() if given is not None else ()):
            old = criterion.parameters.get(name)
            before = "" if old is None else shown(old)
            self._note(fields, criterion, f"with.{name}", before, shown(item.plain()), remark, weaker=True, at=item)
        if given is None:
            return criterion
        marks = {path: mark for path, mark in given.marks() if path}
        return replace(criterion, parameters={**criterion.parameters, **given.plain()},
                       marks={**criterion.marks, **marks})

    def _note(self, fields: Fields, criterion: Criterion, what: str, before: str, after: str, remark: str, *,
              weaker: bool, at: Item | None = None) -> None:
        mark = (at or fields.items[what]).mark
        if before == after:
            fields.fault(mark, message("tailoring-same-value", what=what, value=after))
        elif criterion.locked and weaker:
            fields.fault(mark, message("tailoring-locked-weaker", what=what))
        else:
            self._changes.append(Change(criterion.id, what, before, after, remark))

    def _add(self, fields: Fields) -> None:
        sections = [section.id for section in self._rubric.sections]
        section, remark = fields.one_of("section", sections, ""), fields.word("remark")
        if "criterion" not in fields:
            return
        item = fields.items["criterion"]
        below = fields.of(item, KEYS, "id")
        criterion = read_criterion(below, section, Text("", ""), [each.id for each in self._rubric.dimensions])
        source = below.items["source"].data if "source" in below else None
        if isinstance(source, dict) and "document" not in source:
            below.fault(below.items["source"].mark, message("tailoring-document"))
        taken = {**self._rubric.ids, **dict.fromkeys(self._criteria)}
        for key, value, known in (("id", criterion.id, taken), *(
                ("number", getattr(criterion.number, lang),
                 {getattr(each.number, lang) for each in self._criteria.values()}) for lang in ("zh", "en"))):
            if value and value in known:
                below.fault(below.items[key].mark, message("tailoring-taken", key=key, value=value))
                return
        self._criteria[criterion.id] = criterion
        self._changes.append(Change(criterion.id, "added", "", "", remark))

    def _found(self, fields: Fields) -> Criterion | None:
        """The criterion that is meant, also by an id that it once had. Each may be named once."""
        given = fields.word("criterion")
        if not given.strip():
            return None
        mark = fields.items["criterion"].mark
        id = self._rubric.ids.get(given)
        if id is None:
            self._faults.append(Fault(mark.file, mark.line, mark.column, message(
                "case-unknown-criterion", criterion=given, rubric=self._rubric.id,
                meant=meant(given, self._rubric.ids))))
        elif id in self._touched:
            fields.fault(mark, message("tailoring-twice"))
        else:
            self._touched.add(id)
            if id != given:
                self._remarks.append(message("rubric-renamed", old=given, new=id))
            return self._criteria[id]
        return None
