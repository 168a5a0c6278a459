"""The arithmetic against the figures of the source report."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.analysis import chain, kaya, peak, ratio, standing
from lowcarbon_desktop.analysis.chain import cut_needed, derive, yearly
from lowcarbon_desktop.analysis.kaya import implied_cut, printed

CUTS = st.integers(1, 60)


@pytest.mark.parametrize("module", [chain, kaya, peak, ratio, standing])
def test_examples_in_the_docstrings(module: object) -> None:
    failed, tried = doctest.testmod(module)
    assert tried > 0 and failed == 0


@pytest.mark.parametrize("place, co2, energy, implied", [
    ("深圳", "21", "19.5", 1.86), ("天津", "19", "18", 1.22), ("杭州", "20", "19.5", 0.62), ("辽宁", "18", "17", 1.20),
    ("广东", "20", "18", 2.44), ("重庆", "17", "16", 1.19), ("湖北", "17", "16", 1.19), ("陕西", "17", "16", 1.19),
    ("贵阳", "18", "16", 2.38), ("保定", "18", "16", 2.38), ("云南", "20", "15", 5.88)])
def test_the_implied_cut_of_each_place(place: str, co2: str, energy: str, implied: float) -> None:
    sizes = [printed(float(each), len(each.partition(".")[2])) for each in (co2, energy)]
    found = implied_cut(*sizes)
    assert round(found.value, 2) == implied, place
    assert found.low < found.value < found.high


def test_shenzhen_can_be_derived_and_nanchang_cannot() -> None:
    shenzhen = {(2005, 2015): 35, (2010, 2015): 21, (2010, 2020): 28}
    first, whole = derive(shenzhen, 2005, 2010), derive(shenzhen, 2005, 2020)
    assert first is not None and round(first.cut, 1) == 17.7
    assert whole is not None and whole.cut == pytest.approx(40.76, abs=0.01)
    assert whole.used == ((2005, 2015), (2010, 2015), (2010, 2020))
    assert derive({(2010, 2015): 17, (2010, 2020): (25, 28)}, 2005, 2020) is None


def test_what_nanchang_would_need() -> None:
    assert (round(cut_needed(40, 25), 1), round(cut_needed(40, 28), 1)) == (20.0, 16.7)


def test_even_yearly_cuts_make_the_whole() -> None:
    assert 100 * (1 - (1 - yearly(17, 5) / 100) ** 5) == pytest.approx(17)


@given(CUTS, CUTS)
def test_two_stretches_make_the_whole_and_are_found_back(first: int, second: int) -> None:
    whole = derive({(2005, 2010): first, (2010, 2020): second}, 2005, 2020)
    assert whole is not None and cut_needed(whole.cut, second) == pytest.approx(first)
    back = derive({(2005, 2020): whole.cut, (2010, 2020): second}, 2005, 2010)
    assert back is not None and back.cut == pytest.approx(first)


@given(CUTS, CUTS, CUTS)
def test_a_range_holds_what_its_ends_give_and_its_weaker_end_is_first(first: int, low: int, more: int) -> None:
    high = min(low + more, 95)
    ranged = derive({(2005, 2010): first, (2010, 2020): (low, high)}, 2005, 2020)
    ends = [derive({(2005, 2010): first, (2010, 2020): end}, 2005, 2020) for end in (low, high)]
    assert ranged is not None and ends[0] is not None and ends[1] is not None
    assert (ranged.cut, ranged.high) == pytest.approx((ends[0].cut, ends[1].cut))
