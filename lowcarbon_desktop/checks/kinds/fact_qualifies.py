"""A fact with a value that qualifies: is the leading group headed by the leader of the place itself?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Known, Parameter
from lowcarbon_desktop.checks.values import fact_said, fact_source
from lowcarbon_desktop.errors import Message, Text, message


def judge(parameters: Arguments, context: Context) -> Judgement:
    """A value among `accept` passes, one among `weaker` fails as weaker, another fails; no value cannot tell."""
    id = str(parameters["fact"])
    fact, kind = context.plan.fact(id), context.facts[id]
    choices = dict(kind.choices)
    if fact.state in ("unknown", "conflict"):
        return _one("cannot_tell", fact_said(fact, kind), fact.evidence, True)
    if fact.state in ("absent", "in_preparation"):
        return _one("fail", fact_said(fact, kind), fact.evidence, fact.settled)
    if fact.value is None:
        return _one("cannot_tell", message("fact-without-value", fact=kind.name), fact.evidence, True)
    value = str(fact.value)
    said_value = choices.get(value, Text(value, value))
    wanted = tuple(choices.get(each, Text(each, each)) for each in map(str, parameters["accept"]))
    outcome = "pass" if value in map(str, parameters["accept"]) else "fail"
    weaker = value in map(str, parameters["weaker"] or ())
    code = "fact-qualifies" if outcome == "pass" else "fact-weaker" if weaker else "fact-does-not-qualify"
    return _one(outcome, message(code, fact=kind.name, given=said_value, wanted=wanted, source=fact_source(fact)),
                fact.evidence, fact.settled)


def verify(parameters: Arguments, known: Known) -> tuple[tuple[str, Message], ...]:
    """Values that the fact cannot have would never be met."""
    choices = tuple(id for id, _ in known.facts[str(parameters["fact"])].choices)
    return tuple((name, message("rubric-no-choice", value=str(value), known=choices))
                 for name in ("accept", "weaker") for value in parameters[name] or () if value not in choices)


def _one(outcome: str, said: Message, evidence: tuple, settled: bool) -> Judgement:
    return Judgement((Detail(outcome, said, evidence=evidence, settled=settled),))


KIND = Kind(
    "fact-qualifies", Text("载明且符合要求", "Fact with a value that qualifies"),
    (Parameter("fact", "fact", Text("要载明的事项", "what is to be stated")),
     Parameter("accept", "texts", Text("符合要求的取值", "values that qualify")),
     Parameter("weaker", "texts", Text("偏弱的取值", "values that are weaker"), required=False)),
    judge, verify)
