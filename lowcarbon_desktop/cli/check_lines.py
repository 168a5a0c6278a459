"""The lines that a user enters for a check: whose each is, and which of them no criterion was held to."""

from __future__ import annotations

from collections.abc import Sequence

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Plan


def lines_of(plans: Sequence[Plan], typed: Sequence[tuple[str | None, Line]],
             known: Reference) -> list[tuple[Line, ...]]:
    """The lines that were entered for each plan. Raises UsageError where that cannot be told."""
    entered: list[list[Line]] = [[] for _ in plans]
    for region, line in typed:
        if region is None:
            if len(plans) > 1:
                raise UsageError(message("cli-line-region", example=f"{plans[0].name}:{line.indicator}@..."))
            meant_for = range(len(plans))
        else:
            places = known.places.find(region)
            meant_for = [at for at, plan in enumerate(plans) if plan.region in places]
            if not meant_for and plans:
                raise UsageError(message("cli-line-nobody", region=region,
                                         applicants=tuple(dict.fromkeys(plan.name for plan in plans))))
        for at in meant_for:
            entered[at].append(line)
    return [tuple(lines) for lines in entered]


def unused(typed: Sequence[Line], assessments: Sequence[Assessment]) -> list[Line]:
    """The lines that the user entered and no criterion was held to."""
    used = {detail.line.document for each in assessments for finding in each.findings for detail in finding.details
            if detail.line is not None and detail.line.status == "entered"}
    return [line for line in typed if line.document not in used] if assessments else []
