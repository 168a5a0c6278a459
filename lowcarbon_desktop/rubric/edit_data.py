"""The data of a YAML text that is edited: values under their paths, and whether two of them are the same."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.rubric.spans import Path

Plain = object


def value_at(data: Plain, path: Path) -> Plain:
    """The value under a path, None where there is none."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def with_value(data: Plain, path: Path, value: Plain) -> Plain:
    """The data with another value under a path; mappings on the way are made."""
    if not path:
        return value
    step, *rest = path
    if isinstance(data, list):
        return [with_value(each, tuple(rest), value) if place == step else each for place, each in enumerate(data)]
    data = data if isinstance(data, Mapping) else {}
    return {**data, step: with_value(data.get(step), tuple(rest), value)}


def without(data: Plain, path: Path) -> Plain:
    """The data without the key or item that a path names."""
    *above, last = path
    holder = value_at(data, tuple(above))
    kept = {key: each for key, each in holder.items() if key != last} if isinstance(holder, Mapping) else [
        each for place, each in enumerate(holder if isinstance(holder, list) else ()) if place != last]
    return with_value(data, tuple(above), kept)


def same(one: Plain, other: Plain) -> bool:
    """Whether two values are the same in a rubric: 5 and 5.0 are, true and 1 are not."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other and isinstance(one, bool) == isinstance(other, bool)
