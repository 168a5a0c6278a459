"""When emissions stop growing: growth of GDP against the yearly cut of carbon intensity."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """One stretch of years: growth of GDP and cut of CO2 per GDP, both in percent a year."""

    start: int
    end: int
    growth: float
    cut: float

    @property
    def emission_growth(self) -> float:
        """How fast emission changes in it, in percent a year.

        >>> round(Stretch(2010, 2015, 10, 3.66).emission_growth, 2)
        5.97
        """
        return 100 * ((1 + self.growth / 100) * (1 - self.cut / 100) - 1)


def growth_allowed(cut: float) -> float:
    """The yearly growth of GDP at which a yearly cut of carbon intensity just holds emission still, in percent.

    >>> round(growth_allowed(3.66), 2)
    3.8
    """
    return 100 * (1 / (1 - cut / 100) - 1)


def cut_wanted(growth: float) -> float:
    """The yearly cut of carbon intensity that holds emission still at a yearly growth of GDP, in percent.

    >>> round(cut_wanted(10), 2)
    9.09
    """
    return 100 * (1 - 1 / (1 + growth / 100))
