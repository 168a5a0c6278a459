"""The units that exist, as a data file lists them, and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from lowcarbon_desktop.text.normal import squeezed

_TAKEN_FOR = {("mass", "mass-co2"), ("mass", "co2-per-head"), ("mass-co2", "co2-per-head"), ("money", "money-per-head")}

class Unit(NamedTuple):
    """A unit: its id as printed by us, what it measures, how many base units it is, and other ways to write it."""

    id: str
    dimension: str
    factor: float
    aliases: tuple[str, ...] = ()


class Units:
    """All known units, found by any way of writing them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units = tuple(units)
        self.find = lru_cache(maxsize=4096)(self._find)

    @cached_property
    def _written(self) -> Mapping[str, Unit]:
        return {squeezed(name).lower(): unit for unit in self._units for name in (unit.id, *unit.aliases)}

    def _find(self, printed: str) -> Unit | None:
        """The unit that `printed` means, None where there is no such unit (万千万)."""
        return self._written.get(squeezed(printed).lower())

    def ids(self) -> tuple[str, ...]:
        """The ids of all units, in the order of the data file."""
        return tuple(unit.id for unit in self._units)

    def names(self) -> tuple[str, ...]:
        """Every way of writing a unit, squeezed and in small letters."""
        return tuple(self._written)

    def dimension(self, id: str) -> str | None:
        """What the unit with this id measures."""
        unit = self.find(id)
        return unit.dimension if unit is not None else None

    def factor(self, unit: str | None, into: str) -> float | None:
        """How many of one unit another is, 10000 万吨 for 亿吨; None where they do not measure the same.

        A mass is taken for one of CO2 where one is asked for, since plans print 万吨 for it; and an amount for one a
        head, since they print 元 beside 人均地区生产总值.
        """
        found, wanted = self.find(unit or ""), self.find(into)
        if found is None or wanted is None:
            return None
        if found.dimension != wanted.dimension and (found.dimension, wanted.dimension) not in _TAKEN_FOR:
            return None
        return found.factor / wanted.factor
