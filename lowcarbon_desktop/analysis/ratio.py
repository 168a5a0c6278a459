"""Whether three printed figures agree: one is another divided by the third, as far as their rounding goes."""

from __future__ import annotations

from lowcarbon_desktop.analysis.kaya import Interval, printed

__all__ = ["agrees", "apart", "printed", "quotient"]


def quotient(numerator: Interval, denominator: Interval, factor: float) -> Interval | None:
    """`factor` times one by the other with its rounding; None where the divisor may be zero or below.

    >>> quotient(printed(2060, 0), printed(351, 0), 10000).value.__round__()
    58689
    """
    if denominator.low <= 0 or numerator.low < 0:
        return None
    return Interval(factor * numerator.low / denominator.high, factor * numerator.value / denominator.value,
                    factor * numerator.high / denominator.low)


def apart(stated: float, computed: float) -> float:
    """How far a stated figure lies from the computed one, in percent of the latter; 0 where both are zero.

    >>> apart(110, 100)
    10.0
    """
    if computed == 0:
        return 0.0 if stated == 0 else float("inf")
    return 100 * (stated - computed) / abs(computed)


def agrees(stated: Interval, computed: Interval, tolerance: float) -> bool:
    """Whether they overlap once the computed one is widened by `tolerance` percent of itself."""
    wide = abs(computed.value) * tolerance / 100
    return computed.low - wide <= stated.high and stated.low <= computed.high + wide
