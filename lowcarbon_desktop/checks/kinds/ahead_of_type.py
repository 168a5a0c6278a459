"""Advanced for its type: how does the target stand among places with income and emission per head like its own?"""

from __future__ import annotations

from lowcarbon_desktop.analysis.standing import rank, type_of
from lowcarbon_desktop.checks.figures import figures
from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import Held, own
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.lines.regions import YEAR, RegionRow
from lowcarbon_desktop.plan import Plan, number

_BASE, _TARGET = 2010, 2015


def judge(parameters: Arguments, context: Context) -> Judgement:
    """Against the median of the peers, who are named; where they are too few nothing is said of the place."""
    nation = context.regions().nation
    found = _type(context, context.plan, nation) if nation is not None else None
    if found is None or nation is None:
        return Judgement((Detail("cannot_tell", message("type-unknown", year=str(YEAR))),))
    kind, said_type = found
    target = _target(context, str(parameters["indicator"]), context.plan)
    if target is None:
        return Judgement((Detail("cannot_tell", message("type-no-target", type=said_type)),))
    held, value = target
    peers = _peers(context, str(parameters["indicator"]), kind, nation)
    least = int(str(parameters["least"]))
    if len(peers) < least:
        said = message("type-few-peers", type=said_type, count=len(peers), least=least, peers=_listed(peers))
        return Judgement((Detail("not_applicable", said, held.position),))
    middle, above = rank(value, peers)
    code = "type-ahead" if value > middle else "type-middle" if value == middle else "type-behind"
    said = message(code, type=said_type, value=number(value), median=number(middle), above=above, count=len(peers),
                   peers=_listed(peers))
    return Judgement((Detail("pass" if value >= middle else "fail", said, held.position, evidence=held.evidence),))


def _type(context: Context, plan: Plan, nation: RegionRow) -> tuple[str, Message] | None:
    """The type of a plan's place by its own figures of 2010, else by its row of the reference, which is then said."""
    row = context.regions().of(plan.region)
    values, sources = [], []
    for indicator in ("gdp_per_head", "co2_per_head"):
        sure, unsure = figures(context, indicator) if plan is context.plan else ({}, frozenset())
        own_value = sure[YEAR].size.value if YEAR in sure else None
        known = row.figure(indicator) if row is not None else None
        value = own_value if own_value is not None else known
        if value is None or (own_value is None and YEAR in unsure and known is None):
            return None
        values.append(value)
        sources.append("plan" if own_value is not None else "reference")
    income, emission = values
    kind = type_of(income, emission, nation.gdp_per_head or 0.0, nation.co2_per_head or 0.0)
    said = message(f"type-{kind}", income=number(income), emission=number(emission),
                   source=message("type-from-reference" if "reference" in sources else "type-from-plan"))
    return kind, said


def _peers(context: Context, indicator: str, kind: str, nation: RegionRow) -> dict[str, float]:
    """{place: target} of the reference places of this type and of the plans of the run, which go before them."""
    here = context.plan.region
    found: dict[str, float] = {}
    for row in context.regions():
        if row.co2_cut_2015 is None or row.gdp_per_head is None or row.co2_per_head is None or row is nation:
            continue
        same = type_of(row.gdp_per_head, row.co2_per_head, nation.gdp_per_head or 0, nation.co2_per_head or 0) == kind
        if same and (here is None or (row.region, row.level) != (here.name, here.level)):
            found[row.region] = row.co2_cut_2015
    for plan in context.peers:
        if plan.region is None or plan.region == here:
            continue
        target = _target(context, indicator, plan)
        typed = _type(context, plan, nation) if target is not None else None
        if target is not None and typed is not None and typed[0] == kind:
            found[plan.region.name] = target[1]
    return found


def _target(context: Context, indicator: str, plan: Plan) -> tuple[Held, float] | None:
    """The weaker end of the one target of these years; None where there is none, a doubtful one, or two."""
    held = [each for each in own(plan, indicator) if each.reading.base_year == _BASE
            and each.reading.target_year == _TARGET and each.reading.value is not None]
    values = {each.reading.value.low for each in held if each.reading.value is not None}
    value = values.pop() if len(values) == 1 else None
    if value is None or any(each.reading.doubts for each in held):
        return None
    return held[0], value


def _listed(peers: dict[str, float]) -> Message | str:
    """The peers by name, the highest first; nothing where there are none."""
    places = tuple(f"{name} {number(value)}%" for name, value in sorted(peers.items(), key=lambda each: -each[1]))
    return message("type-peers", places=places) if places else ""


KIND = Kind(
    "ahead-of-type", Text("同类地区中的先进性", "Advanced for its type"),
    (Parameter("indicator", "indicator", Text("比较哪个指标", "which indicator"), choices=("co2_per_gdp_cut",)),
     Parameter("least", "int", Text("至少几个同类地区才比较", "fewest peers that are compared"), low=2, high=20)),
    judge, asks=False)
