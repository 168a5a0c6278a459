"""Merging is the same in any order and grouping, with itself and an older file; nothing is seen before the seal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.merge import (
    Basis,
    Voice,
    Voices,
    agreed,
    compared,
    joined,
    names,
    refusals,
    strictness,
    voice,
)
from lowcarbon_desktop.review.verdict import OUTCOMES, Item, Reviewer, Verdict
from tests.review.small import ASSESSMENT

AT = "2012-06-30T08:00:00Z"


def item(outcome: str, points: float | None = None) -> Item:
    return Item(Verdict(outcome, f"because {outcome}", "x", AT, "fail"), points)


items = st.builds(item, st.sampled_from(OUTCOMES), st.none() | st.integers(0, 4).map(float))
voices = st.lists(st.builds(Voice, st.builds(Reviewer, st.sampled_from("abc"), st.just("王")), st.just("sealed"),
                            st.integers(1, 3), st.sampled_from("01"), st.dictionaries(st.sampled_from(["cut", "peak"]),
                                                                                      items))
                  ).map(lambda each: {one.reviewer.id: one for one in each})


def consistent(*several: Voices) -> tuple[Voices, ...]:
    """Histories of one length and hash are one history."""
    known: dict[tuple[str, int, str], Voice] = {}
    return tuple({id: known.setdefault((id, one.length, one.head), one) for id, one in each.items()}
                 for each in several)


@given(voices, voices, voices)
def test_in_any_order_and_grouping(a: Voices, b: Voices, c: Voices) -> None:
    a, b, c = consistent(a, b, c)
    assert joined(a, b) == joined(b, a)
    assert joined(joined(a, b), c) == joined(a, joined(b, c)) == joined(a, b, c)
    assert joined(a, a) == joined(a) and joined(a, joined(a, b)) == joined(a, b)
    assert list(joined(a, b, c)) == list(joined(c, b, a))


def test_the_newer_file_of_an_expert_stands() -> None:
    older = Voice(Reviewer("a", "王"), "sealed", 3, "ff", {"cut": item("fail")})
    newer = replace(older, length=4, head="00", items={"cut": item("pass")})
    assert joined({"a": newer}, {"a": older}) == {"a": newer}


def test_blind_until_sealed() -> None:
    review = Review(reviewer=Reviewer("a", "王"), items={"cut": item("fail")})
    assert voice(review, 1, "h") == Voice(Reviewer("a", "王"), "in_work", 1, "h", {})
    sealed = voice(replace(review, status="sealed"), 2, "i")
    assert sealed is not None and sealed.items == review.items
    assert voice(Review(), 1, "h") is None


@pytest.mark.parametrize(("change", "codes"), [
    ({}, []), ({"files": ("x",)}, ["merge-other-draft"]), ({"applicant": "福州"}, ["merge-other-applicant"]),
    ({"rubric": "x"}, ["merge-other-rubric"]), ({"version": "2"}, ["merge-other-version"]),
    ({"sha256": "ff"}, ["merge-other-version"]), ({"round": 2}, ["merge-other-round"]),
    ({"as_of": "2013-06-30"}, ["merge-other-day"]),
    ({"files": ("x",), "rubric": "x", "round": 2}, ["merge-other-draft", "merge-other-rubric", "merge-other-round"]),
])
def test_what_does_not_belong_together_is_refused(change: dict, codes: list[str]) -> None:
    one = Basis(("a", "b"), "厦门", "second-batch", "1.0", "00", 1)
    assert [each.code for each in refusals(one, replace(one, **change))] == codes


@pytest.mark.parametrize(("outcomes", "spread", "percent"), [
    (["pass", "pass"], 0, 100), (["pass", "fail"], 1, 0), (["pass", "cannot_tell"], 0.5, 0),
    (["fail", "not_applicable", "fail"], 0.5, 100 / 3), (["pass", "cannot_tell", "fail"], 1, 0), (["pass"], 0, None),
])
def test_spread(outcomes: list[str], spread: float, percent: float | None) -> None:
    (row,) = compared(ASSESSMENT, {str(at): Voice(Reviewer(str(at), "王"), "sealed", 1, "h", {"peak": item(each)})
                                   for at, each in enumerate(outcomes)})
    assert (row.criterion, row.spread, row.percent) == ("peak", spread, percent)


def test_the_widest_spread_first_and_the_reasons_side_by_side() -> None:
    given = {"a": Voice(Reviewer("a", "王"), "sealed", 1, "h", {"cut": item("pass"), "peak": item("pass", 1)}),
             "b": Voice(Reviewer("b", "王"), "sealed", 1, "h", {"cut": item("pass"), "peak": item("fail", 0)})}
    rows = compared(ASSESSMENT, given)
    assert [each.criterion for each in rows] == ["peak", "cut"]
    assert rows[0].reasons == {"a": "because pass", "b": "because fail"}
    assert (agreed(rows).percent, agreed(rows).alpha) == (50, 0)
    assert (strictness(rows, "a"), strictness(rows, "b")) == (-0.5, 0.5)
    assert names(given) == {"a": "王 (a)", "b": "王 (b)"}
