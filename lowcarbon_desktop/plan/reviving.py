"""Frozen values of plain data, by their own type hints; what comes back is believed only where it fits."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.plan.shapes import SIMPLE, UNIONS, compound, defaults, has_fields, hints, parts

_DEEPEST = 60
T = typing.TypeVar("T")
Back = Callable[[typing.Any, int], typing.Any]
"""Makes a value of its data, at that depth."""


def revived(kind: type[T], data: object) -> T:
    """The value of that type. Raises ValueError for data that `plain` does not make of one."""
    return _with_fields(kind)(data, 0)


@cache
def _with_fields(kind: type) -> Back:
    """What makes a value with fields of its data; how is worked out once a type, for a review has many."""
    known = defaults(kind)
    makers: dict[str, tuple[frozenset[type], Back]] = {}

    def made(data: typing.Any, depth: int) -> typing.Any:
        if depth > _DEEPEST or not isinstance(data, dict):
            raise ValueError(f"{kind.__name__}: {data!r:.100}")
        if not makers:  # not before it is needed, since a type may hold others of its own
            makers.update((name, (_as_it_is(hint), _back(hint))) for name, hint in hints(kind).items() if name in known)
        depth += 1
        found = {}
        try:
            for name, each in data.items():
                as_it_is, maker = makers[name]
                found[name] = each if type(each) in as_it_is else maker(each, depth)
            return kind(**found)
        except (KeyError, TypeError) as error:  # a field that there is not, or one that is missing
            raise ValueError(f"{kind.__name__}: {data!r:.100}") from error

    return made


def _as_it_is(hint: typing.Any) -> frozenset[type]:
    """The types of data that are the value already: to call for them too would take a third of the time."""
    origin, inner = parts(hint)
    kinds = frozenset(each for each in (inner if origin in UNIONS else (hint,)) if each in SIMPLE)
    return kinds if origin in UNIONS and len(kinds) < len(inner) else _allowed(kinds)


@cache
def _back(hint: typing.Any) -> Back:
    """What makes a value of that type of its data and the depth at which that stands. It raises ValueError."""
    if hint is object:
        return _unmarked
    origin, inner = parts(hint)
    if origin in UNIONS:
        return _one_of(inner)
    if origin is tuple:
        return _several(inner)
    if origin is Mapping:
        return _keyed(_back(inner[0]), _back(inner[1]))
    if hint is date:
        return _day
    return _with_fields(hint) if has_fields(hint) else _plainly(frozenset((hint,)))


def _one_of(kinds: tuple[typing.Any, ...]) -> Back:
    simple = frozenset(each for each in kinds if each in SIMPLE)
    if len(simple) == len(kinds):
        return _plainly(simple)
    other = _back(compound(kinds))
    return lambda data, depth: data if type(data) in simple else other(data, depth)


def _several(kinds: tuple[typing.Any, ...]) -> Back:
    makers = [_back(each) for each in kinds if each is not ...]
    endless, first = kinds[-1] is ..., makers[0]

    def made(data: typing.Any, depth: int) -> tuple[typing.Any, ...]:
        if not isinstance(data, list):
            raise ValueError(f"{kinds}: {data!r:.60}")
        depth += 1
        if endless:
            return tuple([first(each, depth) for each in data])
        return tuple([maker(each, depth) for maker, each in zip(makers, data, strict=True)])

    return made


def _keyed(key: Back, value: Back) -> Back:
    def made(data: typing.Any, depth: int) -> Mapping[typing.Any, typing.Any]:
        depth += 1
        if isinstance(data, dict):
            return {name: value(each, depth) for name, each in data.items()}
        if isinstance(data, list) and all(isinstance(each, list) and len(each) == 2 for each in data):
            return {key(name, depth): value(each, depth) for name, each in data}
        raise ValueError(f"{data!r:.60}")

    return made


def _day(data: typing.Any, _: int) -> date:
    if isinstance(data, str):
        return date.fromisoformat(data)
    raise ValueError(f"{data!r:.60}")


def _allowed(kinds: frozenset[type]) -> frozenset[type]:
    """JSON writes 1.0 as 1 in other hands than ours."""
    return kinds | {int} if float in kinds else kinds


def _plainly(kinds: frozenset[type]) -> Back:
    allowed = _allowed(kinds)

    def made(data: typing.Any, _: int) -> typing.Any:
        if type(data) in allowed:
            return data
        raise ValueError(f"{kinds}: {data!r:.60}")

    return made


def _unmarked(data: typing.Any, depth: int) -> object:
    """Read by hand: to match patterns took a third of the time of a whole review."""
    kind = type(data)
    if kind in SIMPLE:
        return data
    if depth > _DEEPEST:
        raise ValueError("too deep")
    depth += 1
    if kind is list:
        return [_unmarked(each, depth) for each in data]
    if kind is not dict:
        raise ValueError(f"{data!r:.60}")
    if len(data) == 1:
        ((mark, inner),) = data.items()
        if mark in _MARKED and (found := _MARKED[mark](inner, depth)) is not None:
            return found
    return {name: _unmarked(each, depth) for name, each in data.items()}


def _message(inner: typing.Any, depth: int) -> Message | None:
    if type(inner) is list and len(inner) == 2 and type(inner[0]) is str and type(inner[1]) is dict:
        return Message(inner[0], {name: _unmarked(each, depth) for name, each in inner[1].items()})
    return None


def _text(inner: typing.Any, _: int) -> Text | None:
    both = type(inner) is list and len(inner) == 2 and type(inner[0]) is type(inner[1]) is str
    return Text(*inner) if both else None


def _tuple(inner: typing.Any, depth: int) -> tuple[object, ...] | None:
    return tuple([_unmarked(each, depth) for each in inner]) if type(inner) is list else None


def _date(inner: typing.Any, _: int) -> date | None:
    return date.fromisoformat(inner) if type(inner) is str else None


_MARKED = {"$message": _message, "$text": _text, "$tuple": _tuple, "$date": _date}
