"""Reads and judges every file of the corpus once, and adds up what is right by format and by trap."""

from __future__ import annotations

from collections.abc import Iterable

from lowcarbon_desktop.app import present
from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.wording import say
from tests.corpus.compare import compare
from tests.corpus.pages import Case, cases
from tests.corpus.result import Result

LEAST = 0.98


def results(only: str = "") -> list[Result]:
    """The results of all files whose name holds `only`."""
    return [compare(case, answer(case)) for case in cases() if only in case.file]


def answer(case: Case) -> dict:
    """What the program makes of a file: plans with findings, or the error."""
    try:
        plans = open_plan(case.path, reference())
    except PlanUnreadable as error:
        return {"error": error.message.code, "message": say(error.message, "zh")}
    return {"plans": [present.check_plain(each, "zh") for each in check(plans, load_rubric(), reference())]}


def totals(found: Iterable[Result]) -> dict[str, int]:
    """All counts of some results together."""
    found = list(found)
    sums = {"files": len(found)}
    for name in ("values", "facts", "judged"):
        sums[f"{name} right"] = sum(getattr(each, name)[0] for each in found)
        sums[name] = sum(getattr(each, name)[1] for each in found)
    sums["wrong bases"] = sum(each.wrong_bases for each in found)
    sums["wrong passes"] = sum(each.wrong_passes for each in found)
    return sums


def good(sums: dict[str, int]) -> bool:
    """At least 98 % of values and of facts right, no wrong base year, no wrong pass."""
    return (sums["values right"] >= LEAST * sums["values"] and sums["facts right"] >= LEAST * sums["facts"]
            and sums["wrong bases"] == sums["wrong passes"] == 0)


def table(found: list[Result]) -> str:
    """The results by format, by trap and together."""
    groups = [("all", found)]
    groups += [(name, [each for each in found if each.case.format == name])
               for name in sorted({each.case.format for each in found})]
    groups += [(trap, [each for each in found if trap in each.case.traps])
               for trap in sorted({trap for each in found for trap in each.case.traps})]
    lines = [f"{'':<28}{'files':>6}{'values':>12}{'facts':>12}{'judged':>12}{'base':>6}{'pass':>6}"]
    for name, some in groups:
        sums = totals(some)
        wide = sum(ord(sign) > 0x2E80 for sign in name)
        counts = "".join(f"{str(sums[f'{each} right']) + '/' + str(sums[each]):>12}"
                         for each in ("values", "facts", "judged"))
        lines.append(f"{name:<{28 - wide}}{sums['files']:>6}{counts}{sums['wrong bases']:>6}{sums['wrong passes']:>6}")
    return "\n".join(lines)


def misses(found: Iterable[Result]) -> str:
    """Each miss with its file and its place."""
    return "\n".join(f"{each.case.file}: {' — '.join(miss)}" for each in found for miss in each.misses)
