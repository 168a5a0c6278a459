"""Brings cuts against different base years together: each is a ratio between two years, and ratios multiply."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

Years = tuple[int, int]
Span = tuple[float, float]


class Derived(NamedTuple):
    """A derived cut in percent, and the arithmetic that gave it, a line a step; `used` are the cuts it rests on.

    `cut` is its weaker end and `high` its stronger one, which differ where one of the cuts is a range.
    """

    cut: float
    steps: tuple[str, ...]
    high: float
    used: tuple[Years, ...]


def derive(cuts: Mapping[Years, float | Span], base: int, target: int) -> Derived | None:
    """The cut from `base` to `target` that {(base year, target year): cut in percent} implies; None where it does not.

    >>> found = derive({(2005, 2015): 35, (2010, 2015): 21, (2010, 2020): 28}, 2005, 2020)
    >>> round(found.cut, 1)
    40.8
    >>> ranged = derive({(2005, 2010): 20, (2010, 2020): (25, 28)}, 2005, 2020)
    >>> round(ranged.cut, 1), round(ranged.high, 1)
    (40.0, 42.4)
    """
    ratios = {years: _ratios(cut) for years, cut in cuts.items()}
    ratios = {years: ends for years, ends in ratios.items() if min(ends) > 0}
    path = _path(ratios, base, target)
    if path is None:
        return None
    weak, strong, steps, used = 1.0, 1.0, [], []
    for before, after in pairwise(path):
        if (before, after) in ratios:
            (weaker, stronger), years = ratios[before, after], (before, after)
        else:
            (stronger, weaker), years = _turned(ratios[after, before]), (after, before)
        weak, strong = weak * weaker, strong * stronger
        used.append(years)
        steps.append(f"{after}/{before} = {_ends(weaker, stronger, '.4f')}")
    low, high = 100 * (1 - weak), 100 * (1 - strong)
    steps.append(f"{target}/{base} = {_ends(weak, strong, '.4f')} → 1 − {_ends(weak, strong, '.4f')} = "
                 f"{_ends(low, high, '.1f')} %")
    return Derived(low, tuple(steps), high, tuple(used))


def _ratios(cut: float | Span) -> Span:
    low, high = cut if isinstance(cut, tuple) else (cut, cut)
    return 1 - low / 100, 1 - high / 100


def _turned(ends: Span) -> Span:
    return 1 / ends[0], 1 / ends[1]


def _ends(first: float, last: float, form: str) -> str:
    one, other = format(first, form), format(last, form)
    return one if one == other else f"{one}–{other}"


def _path(known: Iterable[Years], base: int, target: int) -> list[int] | None:
    """The years by which one comes from `base` to `target`, on the fewest cuts."""
    neighbours: dict[int, list[int]] = {}
    for start, end in known:
        neighbours.setdefault(start, []).append(end)
        neighbours.setdefault(end, []).append(start)
    came = {base: base}
    waiting = deque([base])
    while waiting:
        year = waiting.popleft()
        for other in neighbours.get(year, ()):
            if other not in came:
                came[other] = year
                waiting.append(other)
    if target not in came or target == base:
        return None
    path = [target]
    while path[-1] != base:
        path.append(came[path[-1]])
    return path[::-1]


def cut_needed(wanted: float, later: float) -> float:
    """The cut of the first stretch that, with a cut of `later` in the second, makes `wanted` in all; in percent.

    >>> round(cut_needed(40, 25), 1), round(cut_needed(40, 28), 1)
    (20.0, 16.7)
    """
    return 100 * (1 - (1 - wanted / 100) / (1 - later / 100))


def yearly(cut: float, years: int) -> float:
    """The even yearly cut that makes `cut` percent in that many years, in percent."""
    return 100 * (1 - (1 - cut / 100) ** (1 / years))
