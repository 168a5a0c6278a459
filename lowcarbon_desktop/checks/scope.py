"""Whether a criterion applies to a plan: its level, its day, the indicators that it has."""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.checks.values import own
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.rubric.model import Applies

_PROVINCES = ("province", "municipality", "sar")


def out_of_scope(applies: Applies, context: Context) -> Detail | None:
    """Why the criterion does not apply, or why that cannot be told; None where it does.

    An indicator that is not in a mere table may still stand in the document: that cannot be told.
    """
    plan = context.plan
    if (applies.since is not None and context.as_of < applies.since) or (
            applies.until is not None and context.as_of > applies.until):
        return Detail("not_applicable", message("scope-date", date=context.as_of.isoformat()))
    if applies.levels:
        if plan.region is None:
            return Detail("cannot_tell", message("region-open"))
        level = "province" if plan.region.level in _PROVINCES else "city"
        if level not in applies.levels:
            return Detail("not_applicable", message(
                "scope-level", levels=tuple(message(f"rubric-level-{each}") for each in applies.levels)))
    missing = tuple(context.register.name(indicator) for indicator in applies.indicators
                    if all(held.reading.missing for held in own(plan, indicator, ("target", "actual"))))
    if not missing:
        return None
    if plan.whole:
        return Detail("not_applicable", message("scope-indicators", indicators=missing))
    return Detail("cannot_tell", message("scope-indicators-unknown", indicators=missing))
