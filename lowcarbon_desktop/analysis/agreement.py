"""How far several people agree: in percent of their pairs, and beyond chance by Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations, product

Distance = Callable[[Hashable, Hashable], float]


def nominal(one: Hashable, other: Hashable) -> float:
    """The same or not."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """The square of how far two numbers are apart."""
    return float((one - other) ** 2)


def percent(values: Sequence[Hashable]) -> float | None:
    """The share of the pairs that are equal, in percent; None where there is no pair. ("a", "a", "b") is 33.3."""
    pairs = list(combinations(values, 2))
    return 100 * sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def percent_of_all(units: Iterable[Sequence[Hashable]]) -> float | None:
    """The share of equal pairs over all units, in percent; None where there is no pair."""
    pairs = [pair for values in units for pair in combinations(values, 2)]
    return 100 * sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def alpha(units: Iterable[Sequence[Hashable]], distance: Distance) -> float | None:
    """Krippendorff's alpha over units, each with the values that were given to it (missing ones left out).

    After Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). 1 is agreement throughout, 0 is chance. None
    where nothing can be said: no unit with two values, or all values the same, so that chance would agree too.
    """
    paired = [values for values in units if len(values) > 1]
    counts = Counter(value for values in paired for value in values)
    total = counts.total()
    observed = sum(2 * distance(one, other) / (len(values) - 1)
                   for values in paired for one, other in combinations(values, 2))
    expected = sum(counts[one] * counts[other] * distance(one, other) for one, other in product(counts, counts))
    return None if expected == 0 else 1 - (total - 1) * observed / expected
