"""A review is a value: every change gives a new one and leaves the old one as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.review import Correction, Review, StatedFact

cells = st.sampled_from(["B2", "C3", "D4"])
corrections = st.builds(Correction, st.just("a.xlsx"), st.sampled_from([None, "表"]), cells, st.just("17"),
                        st.sampled_from(["17", "17.5", ""]), st.text(max_size=3))


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
def test_a_cell_has_one_correction_and_a_correction_to_what_was_printed_is_none(
        earlier: list[Correction], last: Correction) -> None:
    before = Review()
    for each in earlier:
        before = before.with_correction(each)
    kept = dict(before.corrections)
    after = before.with_correction(last)
    assert after.corrections.get(last.key) == (None if last.corrected == "17" else last)
    assert {key: each for key, each in after.corrections.items() if key != last.key} == {
        key: each for key, each in kept.items() if key != last.key}
    assert before.corrections == kept


@given(st.text())
def test_a_note_of_nothing_but_blanks_is_no_note(text: str) -> None:
    review = Review(notes={"a": "old"}).with_note("a", text)
    assert review.notes == ({"a": text} if text.strip() else {})


def test_region_and_lines() -> None:
    review = Review().with_region("厦门").with_lines(("co2_per_gdp_cut@2010-2015=18",))
    assert (review.region, review.lines) == ("厦门", ("co2_per_gdp_cut@2010-2015=18",))
    assert review.with_region(None).with_lines(()) == Review()
