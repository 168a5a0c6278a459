"""Where a place stands: its type by income and emission per head, and its target among places of the same type."""

from __future__ import annotations

from collections.abc import Mapping


def type_of(income: float, emission: float, nation_income: float, nation_emission: float) -> str:
    """One of high-high, high-low, low-high, low-low: income first, then emission, each above the nation's or not.

    >>> type_of(58692, 6.3, 29943, 5.5), type_of(15699, 2.9, 29943, 5.5)
    ('high-high', 'low-low')
    """
    return "-".join("high" if own > whole else "low"
                    for own, whole in ((income, nation_income), (emission, nation_emission)))


def rank(own: float, peers: Mapping[str, float]) -> tuple[float, int]:
    """(median of the peers, how many of them are above `own`).

    >>> rank(20, {"天津": 19, "厦门": 17, "深圳": 21})
    (19, 1)
    """
    values = sorted(peers.values())
    half = len(values) // 2  # by hand, since the module for it brings fractions, decimals and chance along
    median = values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
    return median, sum(value > own for value in values)
