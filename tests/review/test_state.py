"""A review is a value: every change gives a new one and leaves the old one as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.review import Correction, Nod, Review, StatedFact
from lowcarbon_desktop.review.state import FIELDS, names_cell

cells = st.sampled_from(["B2", "C3", "D4"])
corrections = st.builds(Correction, st.just("a.xlsx"), st.sampled_from([None, "表"]), cells, st.just("17"),
                        st.sampled_from(["17", "17.5", ""]), st.text(max_size=3), st.sampled_from(FIELDS))


def test_a_fact_is_settled_only_with_a_source() -> None:
    assert StatedFact("co2_peak_year", "stated", 2020, source="第 12 页").as_fact().settled
    bare = StatedFact("co2_peak_year", "stated", 2020).as_fact()
    assert not bare.settled and bare.evidence == () and bare.by == "reviewer"


def test_a_fact_takes_the_place_of_the_earlier_one_and_can_be_taken_back() -> None:
    old, new = StatedFact("a", "stated", 1), StatedFact("a", "stated", 2)
    review = Review().with_fact(old).with_fact(new)
    assert review.facts == {"a": new}
    assert review.without_fact("a") == Review() and review.without_fact("b") == review


@given(st.lists(corrections, max_size=6), corrections)
def test_each_field_of_a_cell_has_one_correction_and_a_text_as_printed_is_none(
        earlier: list[Correction], last: Correction) -> None:
    before = Review()
    for each in earlier:
        before = before.with_correction(each)
    kept = dict(before.corrections)
    after = before.with_correction(last)
    assert after.corrections.get(last.key) == (None if (last.field, last.corrected) == ("text", "17") else last)
    nod = (*last.key[:3], "confirmed")
    assert {key: each for key, each in after.corrections.items() if key != last.key} == {
        key: each for key, each in kept.items() if key not in (last.key, nod)}
    assert before.corrections == kept


@given(st.text())
def test_a_note_of_nothing_but_blanks_is_no_note(text: str) -> None:
    review = Review(notes={"a": "old"}).with_note("a", text)
    assert review.notes == ({"a": text} if text.strip() else {})


def test_region_and_lines() -> None:
    review = Review().with_region("厦门").with_lines(("co2_per_gdp_cut@2010-2015=18",))
    assert (review.region, review.lines) == ("厦门", ("co2_per_gdp_cut@2010-2015=18",))
    assert review.with_region(None).with_lines(()) == Review()


def test_a_nod_and_a_statement_take_each_others_place() -> None:
    stated, nod, other = StatedFact("a", "stated", 1), Nod("a"), Nod("b", False)
    review = Review().with_fact(stated).with_nods([nod, other])
    assert (review.facts, review.nods) == ({}, {"a": nod, "b": other})
    assert review.with_fact(stated).nods == {"b": other}
    assert review.without_fact("a").without_fact("b") == Review()


@pytest.mark.parametrize(("text", "expected"), [
    ("D5", True), ("ZZ99", True), ("P12.2", True), ("P12.2.1", False), ("5D", False), ("d5", False), ("", False),
    ("D0", False), ("D5.", False), ("../../x", False)])
def test_what_names_a_cell(text: str, expected: bool) -> None:
    assert names_cell(text) is expected
