"""What fields a frozen type has, and what their hints mean: what writing and reading plain data have in common."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, partial

SIMPLE = frozenset((str, bool, int, float, types.NoneType))
UNIONS = (types.UnionType, typing.Union)


@cache
def hints(kind: type) -> Mapping[str, typing.Any]:
    """The hint of each field."""
    return typing.get_type_hints(kind)


@cache
def defaults(kind: type) -> Mapping[str, Callable[[], object]]:
    """What makes the default of each field, MISSING where it has none; of dataclasses and named tuples alike."""
    if is_dataclass(kind):
        return {each.name: each.default_factory if each.default_factory is not MISSING else partial(_same, each.default)
                for each in fields(kind)}
    return {name: partial(_same, kind._field_defaults.get(name, MISSING)) for name in kind._fields}  # type: ignore


@cache
def counted(kind: type) -> Mapping[str, Callable[[], object]]:
    """The fields that make one value equal to another, which are those that are kept, as `defaults`."""
    left = {each.name for each in fields(kind) if not each.compare} if is_dataclass(kind) else ()
    return {name: default for name, default in defaults(kind).items() if name not in left}


def _same(value: object) -> object:
    return value


@cache
def has_fields(kind: object) -> bool:
    """Whether it is a dataclass or a named tuple."""
    return is_dataclass(kind) or hasattr(kind, "_fields")


@cache
def parts(hint: typing.Any) -> tuple[typing.Any, tuple[typing.Any, ...]]:
    """What a hint is made of: parts(tuple[int, ...]) is (tuple, (int, ...))."""
    return typing.get_origin(hint), typing.get_args(hint)


def compound(union: tuple[typing.Any, ...]) -> typing.Any:
    """The one of a union that is not simple."""
    return next(each for each in union if each not in SIMPLE)
