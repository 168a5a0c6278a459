"""Krippendorff's alpha against the examples that were published with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.analysis.agreement import alpha, interval, nominal, percent, percent_of_all

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): one line an observer, one column a unit, "." missing.
TWO_BINARY = ("0100000010", "1110010000")
TWO_NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# The example of the English Wikipedia's article on Krippendorff's alpha.
THREE_WITH_GAPS = (".....34121133.3", "1.213343.......", "..21344.21133.4")


def units(observers: tuple[str, ...], read: Callable[[str], object] = str) -> list[list]:
    return [[read(value) for value in column if value != "."] for column in zip(*observers, strict=True)]


@pytest.mark.parametrize(("observers", "distance", "expected"), [
    (TWO_BINARY, nominal, 0.095), (TWO_NOMINAL, nominal, 0.692),
    (FOUR_WITH_GAPS, nominal, 0.743), (FOUR_WITH_GAPS, interval, 0.849),
    (THREE_WITH_GAPS, nominal, 0.691), (THREE_WITH_GAPS, interval, 0.811),
])
def test_the_published_examples(observers: tuple[str, ...], distance: Callable, expected: float) -> None:
    found = alpha(units(observers, int if distance is interval else str), distance)
    assert found is not None and round(found, 3) == expected


@pytest.mark.parametrize("nothing", [[], [["a"]], [["a", "a"], ["a"]], [[], ["a", "a"]]])
def test_where_nothing_can_be_said(nothing: list[list[str]]) -> None:
    assert alpha(nothing, nominal) is None


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=6), st.randoms())
def test_neither_the_order_of_units_nor_of_observers_matters(given: list[list[str]], random) -> None:
    mixed = [random.sample(values, len(values)) for values in random.sample(given, len(given))]
    one, other = alpha(given, nominal), alpha(mixed, nominal)
    assert one == other or abs(one - other) < 1e-9
    assert one is None or one <= 1


def test_percent() -> None:
    assert percent("a") is percent_of_all(["a", ""]) is None
    assert percent("aa") == 100 and round(percent("aab"), 1) == 33.3 and percent_of_all(["aa", "ab"]) == 50
