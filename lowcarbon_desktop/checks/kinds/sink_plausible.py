"""Are claimed sinks plausible: does a hectare fix no more carbon a year than trees can?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind, Parameter
from lowcarbon_desktop.errors import Text, message
from lowcarbon_desktop.plan import number

if TYPE_CHECKING:
    from lowcarbon_desktop.checks.sinks import Claim

_PER_HECTARE = Text("千克碳/（公顷·年）", "kg carbon per hectare a year")


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One detail a claim. Far above the usual range warns; without an area it cannot tell; without a claim, nothing."""
    if not context.plan.passages:
        return Judgement((Detail("judgement", message("passages-no-text")),))
    from lowcarbon_desktop.checks.sinks import claims  # only a text has claims

    details = tuple(_held(claim, parameters) for claim in claims(context.plan, context.units))
    return Judgement(details or (Detail("not_applicable", message("sink-none")),))


def _held(claim: Claim, parameters: Arguments) -> Detail:
    low, high = float(str(parameters["low"])), float(str(parameters["high"]))
    most = high * float(str(parameters["times"]))
    if claim.per_hectare is None:
        return Detail("cannot_tell", message("sink-no-area"), evidence=(claim.evidence,), settled=False)
    above = claim.per_hectare > most
    said = message("sink-above" if above else "sink-plausible", value=number(round(claim.per_hectare)),
                   low=number(low), high=number(high), most=number(most))
    return Detail("fail" if above else "pass", said, evidence=(claim.evidence,), settled=False, steps=claim.steps)


KIND = Kind(
    "sink-plausible", Text("碳汇是否合理", "Sinks plausible"),
    (Parameter("low", "number", Text("城市树木年固碳量的下限", "what urban trees fix at least"), low=1, high=10000,
               unit=_PER_HECTARE),
     Parameter("high", "number", Text("城市树木年固碳量的上限", "what urban trees fix at most"), low=1, high=10000,
               unit=_PER_HECTARE),
     Parameter("times", "number", Text("超过上限几倍才预警，林地可高于城市绿地",
                                       "how many times the upper end warns: forests fix more than parks"),
               low=1, high=20, unit=Text("倍", "times"))),
    judge)
