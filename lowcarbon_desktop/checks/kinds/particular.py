"""What is particular to a plan: indicators and industries that few other plans have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import PERCENT, Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.checks.passages import passages_with
from lowcarbon_desktop.checks.topics import faulty
from lowcarbon_desktop.checks.values import own
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.plan import Evidence, Plan


def judge(parameters: Arguments, context: Context) -> Judgement:
    """Every indicator with a target and every industry named, where at most `share` percent of the others have it.

    A plan is compared with one plan of every other place, and in its text only with those whose text was read.
    """
    others = {peer.name: peer for peer in context.peers if peer.name != context.plan.name}
    least, share = int(str(parameters["least"])), float(str(parameters["share"]))
    tables = [peer for peer in others.values() if peer.by_indicator]
    texts = [peer for peer in others.values() if peer.passages]
    details = [*_indicators(context, tables, share if len(tables) >= least else -1),
               *_industries(parameters["industries"], context, texts, share if len(texts) >= least else -1)]
    if len(tables) < least and len(texts) < least:
        few = max(len(tables), len(texts))
        return Judgement((Detail("judgement", message("particular-few", count=few, least=least), settled=False),))
    code = "particular-found" if details else "particular-none"
    head = message(code, count=len(details), tables=len(tables), texts=len(texts))
    return Judgement((Detail("judgement", head, settled=False), *details))


def _indicators(context: Context, peers: Sequence[Plan], share: float) -> list[Detail]:
    found = []
    for id in context.plan.by_indicator:
        if id not in context.register.indicators:
            continue  # rows that nobody knows
        held = own(context.plan, id)
        have = sum(id in peer.by_indicator for peer in peers)
        if held and peers and 100 * have <= share * len(peers):
            said = message("particular-indicator", indicator=context.register.name(id), have=have, of=len(peers))
            evidence = (Evidence(held[0].reading.name, held[0].reading.name_where),)
            found.append(Detail("judgement", said, held[0].position, evidence=evidence, settled=False))
    return found


def _industries(industries: object, context: Context, peers: Sequence[Plan], share: float) -> list[Detail]:
    assert isinstance(industries, Mapping)
    found = []
    for topic in industries.values():
        evidence, count = passages_with(context.plan, topic["words"])
        have = sum(passages_with(peer, topic["words"], 1)[1] > 0 for peer in peers)
        if count and peers and 100 * have <= share * len(peers):
            said = message("particular-industry", industry=Text(topic["zh"], topic["en"]), have=have, of=len(peers))
            found.append(Detail("judgement", said, evidence=evidence, settled=False))
    return found


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """Every industry needs a name in both languages and words to look for."""
    return faulty(parameters, "industries")


KIND = Kind(
    "particular", Text("本方案特有的内容", "What is particular to this plan"),
    (Parameter("industries", "table", Text("要比较的产业：名称和词语", "industries compared: name and words")),
     Parameter("least", "int", Text("至少与多少份方案比较", "fewest other plans to compare with"), low=2, high=100,
               unit=Text("份", "plans")),
     Parameter("share", "number", Text("其他方案中至多百分之几有，才算特有", "at most this share of the others has it"),
               low=0, high=50, unit=PERCENT)),
    judge, verify)
