"""Frozen dataclasses that are made in a fifth of the time, for those of which every start makes thirty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
_set = object.__setattr__
_TO_BE_MADE = object()


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, slots: bool = False) -> Callable[[type[T]], type[T]]:
    """Make what dataclass(frozen=True, slots=slots) makes of a class that neither inherits fields nor hides any.

    The library writes and compiles six functions for each class. Here that is one, and the others ask for the fields
    by their names.
    """
    return lambda cls: _made(cls, slots)


def _made(cls: type[T], slots: bool) -> type[T]:
    own = set(vars(cls))
    made = dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    for said in ("init", "repr", "eq", "frozen"):  # by which others know what may inherit from it
        setattr(made.__dataclass_params__, said, True)  # type: ignore[attr-defined]
    fields: dict[str, Field[Any]] = made.__dataclass_fields__  # type: ignore[attr-defined]
    compared = tuple(name for name, each in fields.items() if each.compare)
    pickled = _pickled(tuple(fields)) if slots else ()
    for method in (*_written(tuple(fields), compared), _init(made, fields, slots), *pickled):
        if method.__name__ not in own:
            method.__qualname__ = f"{cls.__qualname__}.{method.__name__}"
            setattr(made, method.__name__, method)
    return made


def _init(made: type, fields: dict[str, Field[Any]], slots: bool) -> Callable[..., None]:
    """Written out and compiled, since it is called by the ten thousand; a slot is filled in half the time by itself."""
    known: dict[str, Any] = {"_set": _set, "_TO_BE_MADE": _TO_BE_MADE}
    parameters, lines = [], []
    for name, each in fields.items():
        parameters.append(name if each.default is MISSING and each.default_factory is MISSING else f"{name}=_{name}")
        known[f"_{name}"] = each.default if each.default_factory is MISSING else _TO_BE_MADE
        value = name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            value = f"_make_{name}() if {name} is _TO_BE_MADE else {name}"
        if slots:
            known[f"_fill_{name}"] = vars(made)[name].__set__
        lines.append(f" _fill_{name}(self, {value})" if slots else f" _set(self, {name!r}, {value})")
    exec(f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines), known)
    init = known["__init__"]
    init.__annotations__ = {**{name: each.type for name, each in fields.items()}, "return": None}
    return init


def _written(names: tuple[str, ...], compared: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    """What is the same for every class but for the names of the fields, and of those that are `compared`."""
    read = attrgetter(*compared)
    values = read if len(compared) > 1 else lambda self: (read(self),)

    def __repr__(self: object) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({said})"

    def __eq__(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash(values(self))

    def __setattr__(self: object, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: object, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    return __repr__, __eq__, __hash__, __setattr__, __delattr__


def _pickled(names: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    """What has slots has no dictionary from which it could be copied, sent to another process, and made again."""
    def __getstate__(self: object) -> list[object]:
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[object]) -> None:
        for name, value in zip(names, state, strict=True):
            _set(self, name, value)

    return __getstate__, __setstate__
