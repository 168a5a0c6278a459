"""One parameter of a criterion, from the plain data of the file to the type that its kind asks for."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from lowcarbon_desktop.checks.kind import Known, Parameter
from lowcarbon_desktop.errors import Message, Text, message
from lowcarbon_desktop.rubric.signs import look_alike, look_alike_number
from lowcarbon_desktop.wording.meant import meant

YEARS = (1990, 2100)
SINGULAR = {"indicators": "indicator", "facts": "fact", "years": "year", "choices": "choice", "texts": "text"}


class Refused(Exception):
    """A value that does not fit its parameter; `reasons` are (path below the parameters, what is wrong)."""

    def __init__(self, reasons: Iterable[tuple[str, Message]]) -> None:
        super().__init__()
        self.reasons = tuple(reasons)


def typed(parameter: Parameter, value: object, known: Known) -> object:
    """The value as its kind wants it. Raises Refused."""
    if parameter.type in SINGULAR:
        return _each(parameter, value, known)
    return _one(parameter, parameter.type, parameter.name, value, known)


def _each(parameter: Parameter, value: object, known: Known) -> tuple[object, ...]:
    if not isinstance(value, list) or not value:
        raise _wrong_type(parameter.name, parameter.type, value)
    reasons: list[tuple[str, Message]] = []
    values: list[object] = []
    for position, item in enumerate(value):
        path = f"{parameter.name}.{position}"
        try:
            each = _one(parameter, SINGULAR[parameter.type], path, item, known)
        except Refused as refused:
            reasons += refused.reasons
            continue
        if each in values:
            reasons.append((path, message("rubric-parameter-twice", name=parameter.name, value=item)))
        values.append(each)
    if reasons:
        raise Refused(reasons)
    return tuple(values)


def _one(parameter: Parameter, type: str, path: str, value: object, known: Known) -> object:
    if type == "table":
        return _expect(isinstance(value, dict), path, type, value)
    if type == "wording":
        whole = isinstance(value, dict) and set(value) == {"zh", "en"} and all(
            isinstance(each, str) and each.strip() for each in value.values())
        _expect(whole, path, type, value)
        return Text(**value)
    if type == "flag":
        return _expect(isinstance(value, bool), path, type, value)
    if type in ("year", "int", "number"):
        return _number(parameter, type, path, value)
    _expect(isinstance(value, str) and bool(value.strip()), path, type, value)
    names = {"indicator": known.register.indicators, "fact": known.facts, "choice": parameter.choices}.get(type)
    if names is not None and value not in names:
        raise Refused([(path, look_alike(str(value)) or message(
            f"rubric-unknown-{type}", name=parameter.name, value=value, meant=meant(value, names),
            choices=parameter.choices))])
    return value


def _number(parameter: Parameter, type: str, path: str, value: object) -> int | float:
    whole = isinstance(value, int) and not isinstance(value, bool)
    _expect(whole or (type == "number" and isinstance(value, float) and isfinite(value)), path, type, value)
    usual = YEARS if type == "year" else (None, None)
    low = parameter.low if parameter.low is not None else usual[0]
    high = parameter.high if parameter.high is not None else usual[1]
    if low is not None and value < low:
        raise Refused([(path, message("rubric-parameter-low", name=parameter.name, value=value, low=low))])
    if high is not None and value > high:
        raise Refused([(path, message("rubric-parameter-high", name=parameter.name, value=value, high=high))])
    return float(value) if type == "number" else value


def _expect(right: bool, path: str, type: str, value: object) -> object:
    if not right:
        raise _wrong_type(path, type, value)
    return value


def _wrong_type(path: str, type: str, value: object) -> Refused:
    sign = look_alike_number(value) if isinstance(value, str) else None
    return Refused([(path, sign or message("rubric-parameter-type", name=path, wanted=message(f"parameter-{type}"),
                                           value=_shown(value)))])


def _shown(value: object) -> str:
    import json  # only a mistake needs it

    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"
