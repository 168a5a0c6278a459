"""Check plans against a rubric."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.peers import reference_plans
from lowcarbon_desktop.app.reference import Reference, reference
from lowcarbon_desktop.app.rubrics import find_rubric, load_bound
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.checks.bind import BoundRubric, bind
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.checks.run import judge
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Fact, Plan
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.wording.meant import meant

if TYPE_CHECKING:
    from lowcarbon_desktop.analysis.mark import Mark

DEFAULT_RUBRIC = "second-batch"
_TYPED = (r"(?:(?P<region>[^:@]+)[:：])?(?P<indicator>[a-z0-9_]+)@(?:(?P<base>\d{4})-)?(?P<target>\d{4})"
                    r"=(?P<value>\d+(?:\.\d+)?)%?")
_AGAINST_A_BASE = ("cut", "increase")
_last: list[tuple[Rubric, Reference, BoundRubric]] = []


def load_rubric(id_or_path: str = DEFAULT_RUBRIC, tailoring: Path | None = None) -> Rubric:
    """A shipped rubric by id, or one from a folder or file, as changed by a tailoring.

    Raises FaultyData with all faults of both, UsageError.
    """
    bound = load_bound(find_rubric(id_or_path), reference(), tailoring)
    _last[:] = [(bound.rubric, reference(), bound)]
    return bound.rubric


def parse_line(typed: str, reference: Reference) -> tuple[str | None, Line]:
    """A line as the user types it: "[REGION:]INDICATOR@[BASE-]TARGET=VALUE" -> (region or None, the line).

    parse_line("co2_per_gdp_cut@2010-2015=18", ...) has base year 2010, target year 2015 and low 18. Raises UsageError.
    """
    found = re.fullmatch(_TYPED, typed.strip().replace("：", ":"))
    if found is None:
        raise UsageError(message("line-form", typed=typed))
    id = found["indicator"]
    if id not in reference.register:
        raise UsageError(message("line-indicator", typed=typed, indicator=id,
                                 meant=meant(id, [each.id for each in reference.register])))
    indicator = reference.register[id]
    needs_base = indicator.kind in _AGAINST_A_BASE
    if needs_base != (found["base"] is not None):
        raise UsageError(message("line-needs-base" if needs_base else "line-without-base", typed=typed, indicator=id))
    base, target = (int(found[name]) if found[name] else None for name in ("base", "target"))
    beyond = indicator.unit == "%" and float(found["value"]) > 100
    if target is None or (base is not None and base >= target) or beyond:
        raise UsageError(message("line-form", typed=typed))
    sense = "at_most" if indicator.stricter == "less" else "at_least"
    line = Line(id, found["region"] or "", base, target, float(found["value"]), None, indicator.unit, sense, date.min,
                typed.strip(), "entered", "")
    return found["region"], line


def check(plans: Iterable[Plan], rubric: Rubric, reference: Reference, *, facts: Mapping[str, Fact] | None = None,
          entered: Iterable[Line] = (), peers: Iterable[Plan] = (),
          marks: Iterable[Mark] = ()) -> tuple[Assessment, ...]:
    """Judge each plan; `facts` are those that the reviewer stated, which stand above those that were read.

    `marks` are the reviewer's words on the matrix of instruments; those that are void are told in the plan's remarks.

    Plans without a date are judged as of the rubric's own. `peers` are plans to look for copies in, beside `plans` and
    the shipped reference tables.
    """
    bound = _bound(rubric, reference)
    plans = tuple(plans)
    others = (*peers, *reference_plans())
    return tuple(_assess(plan, bound, reference, facts or {}, tuple(entered),
                         (*(other for other in plans if other is not plan), *others), tuple(marks)) for plan in plans)


def _bound(rubric: Rubric, reference: Reference) -> BoundRubric:
    """The rubric bound; the last one is remembered, since a window judges by it anew at every change."""
    last = _last[0] if _last else None  # looked at once: another thread may be judging by another rubric
    if last is None or last[0] is not rubric or last[1] is not reference:
        last = (rubric, reference, bind(rubric, KINDS, reference))
        _last[:] = [last]
    return last[2]


def _assess(plan: Plan, bound: BoundRubric, reference: Reference, facts: Mapping[str, Fact],
            entered: tuple[Line, ...], others: tuple[Plan, ...], marks: tuple[Mark, ...]) -> Assessment:
    if plan.as_of is None:
        plan = plan.dated(bound.rubric.date, "rubric")
    if facts:
        plan = replace(plan, facts={**plan.facts, **facts})
    lines = tuple(replace(line, region=line.region or plan.name) for line in entered)
    context = Context(plan, reference.register, reference.facts, reference.lines, plan.as_of or bound.rubric.date,
                      lines, others, reference.units, lambda: reference.regions, lambda: reference.instruments,
                      marks)
    findings = judge(bound, context)
    matrix = context.matrix if any(each.kind.id == "instrument-matrix" for each in bound) else None
    if matrix is not None and matrix.void:
        from lowcarbon_desktop.app.marking import void_said

        plan = replace(plan, remarks=(*plan.remarks, *void_said(matrix)))
    return Assessment(plan, bound.rubric, findings, lines, matrix)
