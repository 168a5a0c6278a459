"""Units: does every value carry a unit that exists and that can measure its indicator?"""

from __future__ import annotations

from lowcarbon_desktop.checks.finding import Detail
from lowcarbon_desktop.checks.kind import Arguments, Context, Judgement, Kind
from lowcarbon_desktop.checks.values import Held
from lowcarbon_desktop.errors import Text, message

_DOUBTS = ("doubt-unit-unknown", "doubt-unit-kind", "doubt-two-units", "doubt-fraction")


def judge(parameters: Arguments, context: Context) -> Judgement:
    """One failing detail for each value whose unit does not exist, does not fit, is missing, or is said twice."""
    own = [(position, reading) for position, reading in context.plan.told
           if reading.region is None and reading.value is not None]
    if not own:
        return Judgement((Detail("cannot_tell", message("no-values")),))
    wrong = [detail for position, reading in own if reading.doubts or reading.unit is None
             for detail in _wrong(Held(position, reading))]
    return Judgement(tuple(wrong) or (Detail("pass", message("units-fine", count=len(own))),))


def _wrong(held: Held) -> list[Detail]:
    reading = held.reading
    found = [each for each in reading.doubts if each.code in _DOUBTS]
    said = [message("unit-wrong", place=held.place, name=reading.name, printed=reading.printed, why=each)
            for each in found]
    if not found and reading.unit is None and reading.indicator is not None:
        said = [message("unit-missing", place=held.place, name=reading.name, printed=reading.printed)]
    return [Detail("fail", each, held.position, reading.value, evidence=held.evidence) for each in said]


KIND = Kind("units-sane", Text("单位正确", "Units"), (), judge)
