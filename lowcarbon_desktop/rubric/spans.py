"""Where each value of a YAML text stands, to the character, so that one of them can be changed and the rest left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from lowcarbon_desktop.rubric.nodes import MOST_DEPTH

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One value: `start` to `end` are its own text, `key` is where its key (of a list's item, itself) begins.

    `style` is "map", "list", or of a text what stands round it: "", "'", '"', "|", ">". `flow` where it is written in
    brackets, or stands inside some. `below` are the values of a mapping by key, or of a list by position.
    """

    start: int
    end: int
    key: int
    style: str
    flow: bool = False
    below: dict[str | int, Span] = field(default_factory=dict)

    def at(self, path: Path) -> Span | None:
        """The value under a path, None where there is none."""
        here: Span | None = self
        for step in path:
            here = here.below.get(step) if here is not None else None
        return here

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, Span]]:
        """This value and everything below it, the outer ones first."""
        yield path, self
        for step, below in self.below.items():
            yield from below.walk((*path, step))


@lru_cache(maxsize=128)
def spans(text: str) -> Span:
    """The root of a text that `nodes.read` has read without faults, which caps its size and depth."""
    events = yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    return _Spans(text, events).value(next(events), None, flow=False)


class _Spans:
    def __init__(self, text: str, events: Iterator[yaml.Event]) -> None:
        self._text, self._events, self._depth = text, events, 0

    def value(self, event: yaml.Event, key: int | None, *, flow: bool) -> Span:
        start = event.start_mark.index
        key = start if key is None else key
        if isinstance(event, yaml.AliasEvent):  # a fault that lint tells
            return Span(start, event.end_mark.index, key, "", flow)
        if isinstance(event, yaml.ScalarEvent):
            end = event.end_mark.index
            if event.style in ("|", ">"):
                end = start + len(self._text[start:end].rstrip())
            return Span(start, end, key, event.style or "", flow)
        self._depth += 1
        if self._depth > MOST_DEPTH + 1:
            raise yaml.YAMLError("too deep")
        flow = flow or bool(event.flow_style)
        if isinstance(event, yaml.MappingStartEvent):
            style, (below, end) = "map", self._mapping(flow)
        else:
            style, (below, end) = "list", self._sequence(flow)
        self._depth -= 1
        return Span(start, end, key, style, flow, below)

    def _mapping(self, flow: bool) -> tuple[dict[str | int, Span], int]:
        below: dict[str | int, Span] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            plain = isinstance(key, yaml.ScalarEvent)
            if not plain:
                self.value(key, None, flow=flow)
            value = self.value(next(self._events), key.start_mark.index, flow=flow)
            if plain:
                below.setdefault(key.value, value)
        return below, _end(below, key, flow)

    def _sequence(self, flow: bool) -> tuple[dict[str | int, Span], int]:
        below: dict[str | int, Span] = {}
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            below[len(below)] = self.value(event, None, flow=flow)
        return below, _end(below, event, flow)


def _end(below: dict[str | int, Span], event: yaml.Event, flow: bool) -> int:
    """In brackets the bracket; else where the last value ends, for the parser's mark lies beyond blank lines."""
    if flow or not below:
        return event.end_mark.index
    return max(each.end for each in below.values())


@lru_cache(maxsize=128)
def marks(text: str) -> Mapping[tuple[int, int], Path]:
    """The path of the outermost value at each line and column, both from 1, of a text; none where it is no YAML."""
    starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]
    found: dict[tuple[int, int], Path] = {}
    try:
        for path, span in spans(text).walk():
            line = bisect_right(starts, span.key)
            if path:
                found.setdefault((line, span.key - starts[line - 1] + 1), path)
    except (yaml.YAMLError, StopIteration):
        return {}
    return found
