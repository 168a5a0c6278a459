"""Whether what was asked is mended: only what a person, or a settled finding, bears out counts as mended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.asked import asked, tally
from lowcarbon_desktop.review.rounds import next_round, past, stale
from lowcarbon_desktop.review.side_by_side import side_by_side
from lowcarbon_desktop.review.verdict import Item, Reviewer, Verdict
from tests.review.small import assessment

AT = "2012-06-30T08:00:00Z"
COMMENTED = Review(items={"cut": Item(comment="请提高")}, reviewer=Reviewer("a", "王"))


def unsettled(found: Assessment) -> Assessment:
    return replace(found, findings=tuple(each._replace(settled=False) for each in found.findings))


@pytest.mark.parametrize(("before", "now", "margin", "answer"), [
    ("fail", "pass", 0.5, "yes"), ("fail", "fail", -0.5, "no"), ("fail", "fail", -0.2, "no"),
    ("fail", "fail", -0.9, "worse"), ("fail", "cannot_tell", -0.5, "unsure"), ("fail", "not_applicable", 0, "unsure"),
    ("cannot_tell", "pass", 0.5, "yes"), ("cannot_tell", "fail", -0.5, "worse"), ("pass", "pass", 0.5, "look"),
    ("pass", "fail", -0.5, "worse"), ("judgement", "judgement", 0, "unsure"),
])
def test_the_answer(before: str, now: str, margin: float, answer: str) -> None:
    review = next_round(assessment(before), COMMENTED)
    (found, *_) = [each for each in asked(assessment(now, margin=margin), review) if each.criterion == "cut"]
    assert (found.answer, found.before, found.comment) == (answer, before, "请提高")


def test_a_pass_that_nobody_has_settled_mends_nothing_and_a_person_settles_it() -> None:
    now, review = unsettled(assessment("pass")), next_round(assessment("fail"), COMMENTED)
    assert asked(now, review)[0].answer == "unsure"
    said = replace(review.item("cut"), verdict=Verdict("pass", "", "王", AT, "pass"))
    assert asked(now, review.with_item("cut", said))[0].answer == "yes"
    gone = replace(review.item("cut"), verdict=Verdict("not_applicable", "删去", "王", AT, "fail"))
    assert asked(assessment("fail"), review.with_item("cut", gone))[0].answer == "yes"
    late = replace(review.item("cut"), verdict=Verdict("pass", "", "王", AT, "pass"))
    assert asked(assessment("fail"), review.with_item("cut", late))[0].answer == "unsure"


def test_a_failure_is_asked_for_without_a_comment_and_nothing_else_is() -> None:
    review = next_round(assessment("fail", "cannot_tell"), Review())
    found = asked(assessment("fail", "pass"), review)
    assert [(each.criterion, each.answer) for each in found] == [("cut", "no")]
    assert tally(found) == {"no": 1} and asked(assessment(), Review()) == ()


def test_what_is_not_mended_comes_first() -> None:
    review = next_round(assessment("fail", "fail"), Review())
    assert [each.answer for each in asked(assessment("pass", "fail"), review)] == ["no", "yes"]


def test_a_comment_is_stale_against_the_draft_on_which_it_was_written() -> None:
    second = next_round(assessment("fail", printed="17"), COMMENTED)
    third = next_round(assessment("fail", printed="18"), second)
    now = assessment("fail", printed="18")
    assert stale(now, now.finding("cut"), third.item("cut"))
    anew = second.with_item("cut", replace(second.item("cut"), comment="再提高"))
    fourth = next_round(assessment("fail", printed="18"), anew)
    assert not stale(now, now.finding("cut"), fourth.item("cut"))


def test_three_rounds_side_by_side_and_what_later_rounds_tell_of_a_lost_one() -> None:
    drafts = [assessment("fail"), assessment("cannot_tell"), assessment("pass")]
    first = COMMENTED
    second = next_round(drafts[0], first)
    third = next_round(drafts[1], second)
    rounds = [past(draft, review, "h") for draft, review in zip(drafts, (first, second, third), strict=True)]
    for given in (rounds, rounds[::-1], [*rounds, *rounds]):
        found = side_by_side(given)
        assert [each.round for each in found.columns] == [1, 2, 3]
        boxes = dict(found.rows)["cut"]
        assert [each.outcome for each in boxes if each] == ["fail", "cannot_tell", "pass"]
        assert [each.change for each in boxes if each] == [None, "still", "mended"]
        assert [each.comment for each in boxes if each] == ["请提高"] * 3
    found = side_by_side(rounds[2:])
    assert [(each.round, each.past is None) for each in found.columns] == [(1, True), (2, True), (3, False)]
    assert [each.outcome for each in dict(found.rows)["cut"] if each] == ["fail", "cannot_tell", "pass"]
