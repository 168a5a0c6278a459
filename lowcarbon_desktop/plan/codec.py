"""Frozen values as plain data and back, by their own type hints; what comes back is believed only where it fits."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache, partial

from lowcarbon_desktop.errors import Message, Text

_DEEPEST = 60
_SIMPLE = frozenset((str, bool, int, float, types.NoneType))
T = typing.TypeVar("T")


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

    A field that has its default is left out. What has no certain type (an argument of a message, a parameter of a
    rubric) is marked where it is not plain itself: {"$text": [zh, en]}. What is given is not to be changed.
    """
    if written is None:
        return _plain(value, None)
    written.begin()
    return written.plain(value)


def revived(kind: type[T], data: object, depth: int = 0) -> T:
    """The value of that type. Raises ValueError for data that `plain` does not make of one."""
    known = _defaults(kind)
    if depth > _DEEPEST or not isinstance(data, dict) or not data.keys() <= known.keys() or any(
            default() is MISSING and name not in data for name, default in known.items()):
        raise ValueError(f"{kind.__name__}: {data!r:.100}")
    hints = _hints(kind)
    return kind(**{name: _back(hints[name], each, depth + 1) for name, each in data.items()})


@cache
def _hints(kind: type) -> Mapping[str, typing.Any]:
    return typing.get_type_hints(kind)


@cache
def _defaults(kind: type) -> Mapping[str, Callable[[], object]]:
    """What makes the default of each field, MISSING where it has none; of dataclasses and named tuples alike."""
    if is_dataclass(kind):
        return {each.name: each.default_factory if each.default_factory is not MISSING else partial(_same, each.default)
                for each in fields(kind)}
    return {name: partial(_same, kind._field_defaults.get(name, MISSING)) for name in kind._fields}  # type: ignore


def _same(value: object) -> object:
    return value


@cache
def _has_fields(kind: object) -> bool:
    return is_dataclass(kind) or hasattr(kind, "_fields")


def _plain(value: object, written: Written | None) -> Mapping[str, object]:
    kind = type(value)
    hints = _hints(kind)
    found = {}
    for name, default in _defaults(kind).items():
        each = getattr(value, name)
        if each != default():
            found[name] = each if type(each) in _SIMPLE else _there(hints[name], each, written)
    return found


def _there(hint: typing.Any, value: typing.Any, written: Written | None) -> object:
    if type(value) in _SIMPLE:
        return value
    if hint is object:
        return _marked(value)
    if _has_fields(type(value)):
        return written.plain(value) if written is not None else _plain(value, None)
    if isinstance(value, date):
        return value.isoformat()
    origin, inner = _parts(hint)
    if origin in (types.UnionType, typing.Union):
        return _there(_compound(inner), value, written)
    if isinstance(value, tuple):
        hints = [inner[0]] * len(value) if inner[-1] is ... else inner
        return [_there(each, one, written) for each, one in zip(hints, value, strict=True)]
    if isinstance(value, Mapping) and inner[0] is not str:  # JSON has texts for keys alone
        return [[_there(inner[0], key, written), _there(inner[1], each, written)] for key, each in value.items()]
    if isinstance(value, Mapping):
        return {key: _there(inner[1], each, written) for key, each in value.items()}
    return value


@cache
def _parts(hint: typing.Any) -> tuple[typing.Any, tuple[typing.Any, ...]]:
    return typing.get_origin(hint), typing.get_args(hint)


def _back(hint: typing.Any, data: typing.Any, depth: int) -> typing.Any:
    if hint is object:
        return _unmarked(data, depth)
    origin, inner = _parts(hint)
    if origin in (types.UnionType, typing.Union):
        simple = [each for each in inner if each in _SIMPLE]
        if type(data) in simple or len(simple) == len(inner):
            return _simple(simple, data)
        return _back(_compound(inner), data, depth)
    if origin is tuple and isinstance(data, list):
        hints = [inner[0]] * len(data) if inner[-1] is ... else inner
        return tuple(_back(each, one, depth + 1) for each, one in zip(hints, data, strict=True))
    if origin is Mapping and isinstance(data, list) and all(isinstance(each, list) and len(each) == 2 for each in data):
        return {_back(inner[0], key, depth + 1): _back(inner[1], each, depth + 1) for key, each in data}
    if origin is Mapping and isinstance(data, dict):
        return {key: _back(inner[1], each, depth + 1) for key, each in data.items()}
    if hint is date and isinstance(data, str):
        return date.fromisoformat(data)
    if _has_fields(hint):
        return revived(hint, data, depth)  # type: ignore[arg-type]
    return _simple([hint], data)


def _compound(union: tuple[typing.Any, ...]) -> typing.Any:
    return next(each for each in union if each not in _SIMPLE)


def _simple(kinds: list[type], data: object) -> object:
    if type(data) in kinds or (type(data) is int and float in kinds):
        return data
    raise ValueError(f"{kinds}: {data!r:.60}")


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
    if type(value) in _SIMPLE:
        return value
    raise TypeError(f"{value!r:.60} has no plain form")


def _unmarked(data: typing.Any, depth: int) -> object:
    if depth > _DEEPEST:
        raise ValueError("too deep")
    if isinstance(data, list):
        return [_unmarked(each, depth + 1) for each in data]
    if not isinstance(data, dict):
        return _simple(list(_SIMPLE), data)
    match data:
        case {"$message": [str(code), dict(args)]}:
            return Message(code, {name: _unmarked(each, depth + 1) for name, each in args.items()})
        case {"$text": [str(zh), str(en)]}:
            return Text(zh, en)
        case {"$tuple": list(several)}:
            return tuple(_unmarked(each, depth + 1) for each in several)
        case {"$date": str(day)}:
            return date.fromisoformat(day)
    return {name: _unmarked(each, depth + 1) for name, each in data.items()}
