"""A copied table: does another place's plan hold the same rows?"""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import PERCENT, Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import Evidence, Plan

Row = tuple[str, int | None, str]


def judge(parameters: Arguments, context: Context) -> Judgement:
    """Rows that agree in name, year and printed value with a peer of another region are counted; both are named.

    Who copied from whom cannot be known. A plan with fewer rows than `least` is too short to compare.
    """
    plan, least, share = context.plan, int(parameters["least"]), float(parameters["share"])
    mine = plan.printed_rows
    if len(mine) < least:
        return Judgement((Detail("not_applicable", message("copy-too-short", count=len(mine), least=least)),))
    others: dict[str, Detail | None] = {}
    for peer in context.peers:
        if not _same(plan, peer):  # a place may have several tables, of which one is enough
            others[peer.name] = others.get(peer.name) or _against(plan, mine, peer, share)
    details = [detail for detail in others.values() if detail is not None]
    if details:
        return Judgement(tuple(details))
    return Judgement((Detail("pass", message("copy-none", count=len(others))),))


def _same(plan: Plan, peer: Plan) -> bool:
    same_file = {file.sha256 for file in plan.files} & {file.sha256 for file in peer.files}
    return bool(same_file) or (plan.region is not None and plan.region == peer.region)


def _against(plan: Plan, mine: Mapping[Row, int], peer: Plan, share: float) -> Detail | None:
    theirs = peer.printed_rows
    both = [row for row in mine if row in theirs]
    if not theirs or len(both) < share / 100 * max(len(mine), len(theirs)):
        return None
    said = message("copy-found", name=_named(plan), other=_named(peer), other_file=peer.files[0].name, same=len(both),
                   count=len(mine))
    evidence = tuple(Evidence(row[2], plan.readings[mine[row]].where) for row in both)
    return Detail("fail", said, mine[both[0]], evidence=evidence)


def _named(plan: Plan) -> Text:
    english = plan.region.english if plan.region is not None else ""
    return Text(plan.name, english or plan.name)


KIND = Kind(
    "copied-table", Text("与其他地区雷同", "Copied table"),
    (Parameter("least", "int", Text("至少多少行才比较", "fewest values that are compared"), low=3, high=100,
               unit=Text("行", "rows")),
     Parameter("share", "number", Text("相同的行占百分之几算雷同", "percent of equal values that count as a copy"),
               low=50, high=100, unit=PERCENT)),
    judge)
