"""Meetings: the later one has the word by its turn and not by the clock; in any order the same."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.meeting import agreed_on, concluded, meeting, meeting_after, own_words
from lowcarbon_desktop.review.merge import Voice, Voices
from lowcarbon_desktop.review.verdict import NOTHING, Conclusion, Item, Reviewer, Verdict


def item(outcome: str, at: str = "2012-06-30T08:00:00Z") -> Item:
    return Item(Verdict(outcome, "会议", "评审会", at, "fail"))


def voice(id: str, items: dict[str, Item], conclusion: Conclusion | None = None) -> Voice:
    return Voice(Reviewer(id, "评审会"), "in_work", 5, "h", items, conclusion)


def all_of(*voices: Voice) -> Voices:
    return {each.reviewer.id: each for each in voices}


def test_a_meeting_that_comes_after_has_the_word_whatever_the_clock_says() -> None:
    late, early = item("pass", "2012-07-01T08:00:00Z"), item("fail", "1970-01-01T00:00:00Z")
    meetings = all_of(voice("meeting:1:aa", {"cut": late}), voice("meeting:2:bb", {"cut": early}))
    assert agreed_on(meetings) == {"cut": early}


def test_a_word_taken_back_is_taken_back_from_those_before() -> None:
    meetings = all_of(voice("meeting:1:aa", {"cut": item("pass"), "peak": item("fail")}),
                      voice("meeting:2:bb", {"cut": NOTHING}))
    assert agreed_on(meetings) == {"peak": item("fail")}


def test_a_meeting_says_only_what_it_did_not_find() -> None:
    before = {"cut": item("pass"), "peak": item("fail")}
    assert own_words(Review(items=before), before) == {}
    assert own_words(Review(items={"cut": item("fail"), "new": item("pass")}), before) == {
        "cut": item("fail"), "peak": NOTHING, "new": item("pass")}


@pytest.mark.parametrize(("id", "turn"), [
    ("meeting:1:ab", 1), ("meeting:12:ab", 12), ("meeting", 1), ("meeting:x", 1), ("meetings", 0), ("a" * 16, 0),
    ("meeting:99999999999999999999:x", 999999999)])
def test_an_id_tells_a_meeting(id: str, turn: int) -> None:
    assert meeting(Reviewer(id, "x")) == turn


def test_turns_go_on_and_the_last_conclusion_stands() -> None:
    first, second = (Conclusion(outcome, "w", "", "评审会", "") for outcome in ("fails", "passes"))
    meetings = all_of(voice("meeting:1:aa", {}, first), voice("meeting:2:bb", {}, second), voice("meeting:3:cc", {}))
    assert concluded(meetings) == second and concluded({}) is None
    assert meeting(meeting_after(meetings, "dd", "x")) == 4 and meeting(meeting_after({}, "dd", "x")) == 1
    assert meeting(None) == 0


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from("ab"), st.dictionaries(
    st.sampled_from(["cut", "peak"]), st.sampled_from([item("pass"), item("fail"), NOTHING]))), max_size=4))
def test_in_any_order(drawn: list[tuple[int, str, dict[str, Item]]]) -> None:
    voices = list(all_of(*(voice(f"meeting:{turn}:{token}", items) for turn, token, items in drawn)).values())
    assert len({repr(agreed_on(all_of(*each))) for each in permutations(voices)}) == 1
