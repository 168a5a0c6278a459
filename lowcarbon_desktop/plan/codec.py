"""Frozen values as plain data, by their own type hints; `revived` makes them of it again."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from datetime import date

from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.plan.reviving import revived
from lowcarbon_desktop.plan.shapes import SIMPLE, UNIONS, compound, counted, has_fields, hints, parts

__all__ = ["Written", "plain", "revived"]


class Written:
    """What was made plain already, by identity: after an edit most of an assessment is the very same objects.

    Only what the last but one `plain` met is forgotten, and what is held here cannot leave its identity to another.
    """

    def __init__(self) -> None:
        self._now: dict[int, tuple[object, Mapping[str, object]]] = {}
        self._before = self._now

    def begin(self) -> None:
        """From here on it is another value of which the parts may be known."""
        self._before, self._now = self._now, {}

    def plain(self, value: object) -> Mapping[str, object]:
        """The plain form of a value that has fields, made once."""
        found = self._now.get(id(value)) or self._before.get(id(value)) or (value, _plain(value, self))
        self._now[id(value)] = found
        return found[1]


def plain(value: object, written: Written | None = None) -> Mapping[str, object]:
    """The value as lists, dicts, texts and numbers: plain(Quantity(17.0, 17.0)) is {"low": 17.0, "high": 17.0}.

    A field that has its default is left out, and one that does not count for equality. What has no certain type (an
    argument of a message, a parameter of a rubric) is marked where it is not plain itself: {"$text": [zh, en]}. What
    is given is not to be changed.
    """
    if written is None:
        return _plain(value, None)
    written.begin()
    return written.plain(value)


def _plain(value: object, written: Written | None) -> Mapping[str, object]:
    kind = type(value)
    of = hints(kind)
    found = {}
    for name, default in counted(kind).items():
        each = getattr(value, name)
        if each != default():
            found[name] = each if type(each) in SIMPLE else _there(of[name], each, written)
    return found


def _there(hint: typing.Any, value: typing.Any, written: Written | None) -> object:
    if type(value) in SIMPLE:
        return value
    if hint is object:
        return _marked(value)
    if has_fields(type(value)):
        return written.plain(value) if written is not None else _plain(value, None)
    if isinstance(value, date):
        return value.isoformat()
    origin, inner = parts(hint)
    if origin in UNIONS:
        return _there(compound(inner), value, written)
    if isinstance(value, tuple):
        each_of = [inner[0]] * len(value) if inner[-1] is ... else inner
        return [_there(each, one, written) for each, one in zip(each_of, value, strict=True)]
    if isinstance(value, Mapping) and inner[0] is not str:  # JSON has texts for keys alone
        return [[_there(inner[0], key, written), _there(inner[1], each, written)] for key, each in value.items()]
    if isinstance(value, Mapping):
        return {key: _there(inner[1], each, written) for key, each in value.items()}
    return value


def _marked(value: object) -> object:
    if isinstance(value, Message):
        return {"$message": [value.code, {name: _marked(each) for name, each in value.args.items()}]}
    if isinstance(value, Text):
        return {"$text": [value.zh, value.en]}
    if isinstance(value, tuple):
        return {"$tuple": [_marked(each) for each in value]}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if isinstance(value, list):
        return [_marked(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _marked(each) for name, each in value.items()}
    if type(value) in SIMPLE:
        return value
    raise TypeError(f"{value!r:.60} has no plain form")
