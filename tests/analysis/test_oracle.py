"""The arithmetic against the figures of the source report."""

from __future__ import annotations

import doctest

import pytest

from lowcarbon_desktop.analysis import chain, kaya, peak
from lowcarbon_desktop.analysis.chain import cut_needed, derive, yearly


@pytest.mark.parametrize("module", [chain, kaya, peak])
def test_examples_in_the_docstrings(module: object) -> None:
    failed, tried = doctest.testmod(module)
    assert tried > 0 and failed == 0


def test_shenzhen_can_be_derived_and_nanchang_cannot() -> None:
    shenzhen = derive({(2005, 2015): 35, (2010, 2015): 21, (2010, 2020): 28}, 2005, 2020)
    assert shenzhen is not None and shenzhen.cut == pytest.approx(40.76, abs=0.01)
    assert derive({(2010, 2015): 17, (2010, 2020): 25}, 2005, 2020) is None


def test_what_nanchang_would_need() -> None:
    assert (round(cut_needed(40, 25), 1), round(cut_needed(40, 28), 1)) == (20.0, 16.7)


def test_even_yearly_cuts_make_the_whole() -> None:
    assert 100 * (1 - (1 - yearly(17, 5) / 100) ** 5) == pytest.approx(17)
