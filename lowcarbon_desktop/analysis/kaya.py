"""The Kaya identity on a plan's own cuts: what they imply for CO2 per unit of energy, with the rounding they carry."""

from __future__ import annotations

from lowcarbon_desktop.frozen import frozen


@frozen(slots=True)
class Interval:
    """A number with its rounding, in percent; `value` lies between `low` and `high`."""

    low: float
    value: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} % ({self.low:.2f}–{self.high:.2f})"


def printed(value: float, decimals: int) -> Interval:
    """A printed number with half a unit of its last digit to each side: 17 is 16.5 to 17.5."""
    half = 0.5 * 10 ** -decimals
    return Interval(value - half, value, value + half)


def implied_cut(co2: Interval, energy: Interval) -> Interval:
    """The cut of CO2 per unit of energy that a cut of CO2 and of energy per unit of GDP imply, all in percent.

    1 - (1 - c) / (1 - e), the report's section 2.5. Chongqing's 17 and 16 give 1.19, with rounding 0.00 to 2.37:

    >>> str(implied_cut(printed(17, 0), printed(16, 0)))
    '1.19 % (0.00–2.37)'
    """
    return Interval(_cut(co2.low, energy.high), _cut(co2.value, energy.value), _cut(co2.high, energy.low))


def nonfossil_cut(before: Interval, after: Interval) -> Interval:
    """The cut of CO2 per unit of energy that a changed non-fossil share yields if the fossil mix stays, in percent.

    >>> round(nonfossil_cut(printed(8, 0), printed(13, 0)).value, 2)
    5.43
    """
    return Interval(_cut(after.low, before.high), _cut(after.value, before.value), _cut(after.high, before.low))


def _cut(outer: float, inner: float) -> float:
    return 100 * (1 - (1 - outer / 100) / (1 - inner / 100))
