"""Brings cuts against different base years together: each is a ratio between two years, and ratios multiply."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

Years = tuple[int, int]


class Derived(NamedTuple):
    """A derived cut in percent, and the arithmetic that gave it, a line a step."""

    cut: float
    steps: tuple[str, ...]


def derive(cuts: Mapping[Years, float], base: int, target: int) -> Derived | None:
    """The cut from `base` to `target` that {(base year, target year): cut in percent} implies; None where it does not.

    >>> found = derive({(2005, 2015): 35, (2010, 2015): 21, (2010, 2020): 28}, 2005, 2020)
    >>> round(found.cut, 1)
    40.8
    """
    neighbours: dict[int, list[tuple[int, float]]] = {}
    for (start, end), cut in cuts.items():
        ratio = 1 - cut / 100
        if ratio <= 0:
            continue
        neighbours.setdefault(start, []).append((end, ratio))
        neighbours.setdefault(end, []).append((start, 1 / ratio))
    came: dict[int, tuple[int, float]] = {base: (base, 1.0)}
    waiting = deque([base])
    while waiting:
        year = waiting.popleft()
        for other, ratio in neighbours.get(year, ()):
            if other not in came:
                came[other] = (year, ratio)
                waiting.append(other)
    if target not in came or target == base:
        return None
    path = [target]
    while path[-1] != base:
        path.append(came[path[-1]][0])
    path.reverse()
    ratio, steps = 1.0, []
    for before, after in pairwise(path):
        ratio *= came[after][1]
        steps.append(f"{after}/{before} = {came[after][1]:.4f}")
    steps.append(f"{target}/{base} = {ratio:.4f} → 1 − {ratio:.4f} = {100 * (1 - ratio):.1f} %")
    return Derived(100 * (1 - ratio), tuple(steps))


def cut_needed(wanted: float, later: float) -> float:
    """The cut of the first stretch that, with a cut of `later` in the second, makes `wanted` in all; in percent.

    >>> round(cut_needed(40, 25), 1), round(cut_needed(40, 28), 1)
    (20.0, 16.7)
    """
    return 100 * (1 - (1 - wanted / 100) / (1 - later / 100))


def yearly(cut: float, years: int) -> float:
    """The even yearly cut that makes `cut` percent in that many years, in percent."""
    return 100 * (1 - (1 - cut / 100) ** (1 / years))
