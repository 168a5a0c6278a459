"""A fact stated: does the plan say it, in words or in a row of its table?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.checks.values import fact_said, own
from lowcarbon_desktop.errors import Text, message

OUTCOME_OF = {"stated": "pass", "in_preparation": "fail", "conflict": "cannot_tell", "absent": "fail",
              "unknown": "cannot_tell"}


def judge(parameters: Arguments, context: Context) -> Judgement:
    """Stated passes, in preparation and absent fail, unknown and conflicting cannot tell.

    What the reviewer calls unknown is not made up for by a row.
    """
    id = str(parameters["fact"])
    fact, kind = context.plan.fact(id), context.facts[id]
    if fact.state == "unknown" and fact.by == "machine":
        rows = (held for row in parameters["rows"] or () for held in own(context.plan, str(row)))
        held = next((held for held in rows if held.reading.value is not None and not held.reading.doubts), None)
        if held is not None:
            said = message("fact-in-row", fact=kind.name, place=held.place, name=held.reading.name,
                           printed=held.reading.printed)
            detail = Detail("pass", said, held.position, held.reading.value, evidence=held.evidence, settled=False)
            return Judgement((detail,))
    if fact.state == "stated" and kind.value in ("year", "number") and fact.value is None:
        said = message("fact-without-value", fact=kind.name)
        return Judgement((Detail("cannot_tell", said, evidence=fact.evidence),))
    said = fact_said(fact, kind, _value(fact.value, kind.choices))
    return Judgement((Detail(OUTCOME_OF[fact.state], said, evidence=fact.evidence,
                             settled=fact.settled or fact.state in ("unknown", "conflict")),))


def _value(value: object, choices: tuple[tuple[str, Text], ...]) -> object:
    if value is None:
        return ""
    named = dict(choices).get(str(value))
    return message("fact-value", value=named if named is not None else str(value))


KIND = Kind(
    "fact-stated", Text("是否载明", "Fact stated"),
    (Parameter("fact", "fact", Text("要载明的事项", "what is to be stated")),
     Parameter("rows", "indicators", Text("表中能说明它的指标", "indicators whose row states it"), required=False)),
    judge)
