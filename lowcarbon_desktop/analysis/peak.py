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


def path(stretches: tuple[Stretch, ...]) -> tuple[tuple[int, float], ...]:
    """(year, emission) with the first year as 100, over stretches that follow one another.

    >>> [(year, round(size, 1)) for year, size in path((Stretch(2010, 2015, 10, 3.66), Stretch(2015, 2020, 3, 5)))]
    [(2010, 100.0), (2015, 133.7), (2020, 119.9)]
    """
    if not stretches:
        return ()
    found = [(stretches[0].start, 100.0)]
    for each in stretches:
        found.append((each.end, found[-1][1] * (1 + each.emission_growth / 100) ** (each.end - each.start)))
    return tuple(found)


def implied_peak(stretches: tuple[Stretch, ...]) -> int | None:
    """The year after which emission does not grow in any stretch; None where it still grows in the last one.

    >>> implied_peak((Stretch(2010, 2015, 10, 3.66), Stretch(2015, 2020, 3, 5)))
    2015
    """
    peak = None
    for each in reversed(stretches):
        if each.emission_growth > 0:
            break
        peak = each.start
    return peak


def sensitivity(growth: float, cut: float,
                by: tuple[float, ...] = (-2, -1, 0, 1, 2)) -> tuple[tuple[float, float], ...]:
    """(growth of GDP, growth of emission) for growth a little slower and faster than stated, in percent a year.

    >>> [(each, round(size, 1)) for each, size in sensitivity(8, 5)][:2]
    [(6, 0.7), (7, 1.6)]
    """
    return tuple((growth + each, Stretch(0, 1, growth + each, cut).emission_growth) for each in by)
