"""The indicator register: what can be promised, how it is named, and which direction is stricter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lowcarbon_desktop.errors import Text
from lowcarbon_desktop.frozen import frozen

KINDS = ("cut", "yearly_cut", "increase", "growth", "level", "share")


class Indicator(NamedTuple):
    """One entry of the register.

    `kind` is one of KINDS: a cut against a base year, a cut a year, an increase against a base year, growth a year, a
    level, a share. `stricter` is "more", "less" or "none" (no direction). `unit` is an id of the unit table. `patterns`
    are regular expressions that must use up a row's whole name once years and words of change are taken out. `sector`
    is the field that it decomposes the overall target into (industry, energy, transport, buildings, sinks) or None.
    """

    id: str
    name: Text
    unit: str
    kind: str
    stricter: str
    patterns: tuple[str, ...] = ()
    sector: str | None = None


@frozen()
class Register:
    """All indicators by id, in the order of the data file."""

    indicators: Mapping[str, Indicator]

    def __contains__(self, id: object) -> bool:
        return id in self.indicators

    def __getitem__(self, id: str) -> Indicator:
        return self.indicators[id]

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators.values())

    def name(self, id: str) -> Text:
        """The indicator's name, or its id in both languages where the register does not know it."""
        known = self.indicators.get(id)
        return known.name if known is not None else Text(id, id)
