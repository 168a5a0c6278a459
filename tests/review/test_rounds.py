"""What a verdict does to the score, and what becomes of a criterion from one round to the next."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.checks import Score
from lowcarbon_desktop.review import Review, StatedFact
from lowcarbon_desktop.review.rounds import change, next_round, stale
from lowcarbon_desktop.review.verdict import Conclusion, Item, Verdict
from lowcarbon_desktop.review.weighed import missing, moves_most, weighed
from tests.review.small import ASSESSMENT, assessment

AT = "2012-06-30T08:00:00Z"


def said(outcome: str, machine: str, points: float | None = None, comment: str = "") -> Item:
    return Item(Verdict(outcome, "why", "王", AT, machine), points, comment)


def test_a_verdict_counts_and_the_finding_stays() -> None:
    review = Review(items={"cut": said("pass", "fail")})
    counted = weighed(ASSESSMENT, review)
    assert [each.outcome for each in counted.findings] == ["pass", "cannot_tell"]
    assert [each.outcome for each in ASSESSMENT.findings] == ["fail", "cannot_tell"]
    assert weighed(ASSESSMENT, review).score == Score(75.0, 100.0, 1, False)
    assert missing(ASSESSMENT, review) == ("peak",) and moves_most(ASSESSMENT, review) == "peak"


def test_points_stand_above_the_outcome() -> None:
    review = Review(items={"cut": said("fail", "fail", 1.5), "peak": said("pass", "cannot_tell")})
    assert weighed(ASSESSMENT, review).score == Score(62.5, 62.5, 0, True)
    review = Review(items={"cut": said("not_applicable", "fail", 1.5), "peak": said("pass", "cannot_tell", 0)})
    assert weighed(ASSESSMENT, review).score == Score(0.0, 0.0, 0, True)


def test_a_verdict_on_what_the_machine_no_longer_finds_settles_nothing() -> None:
    review = Review(items={"cut": said("pass", "pass"), "peak": said("pass", "cannot_tell")})
    assert weighed(ASSESSMENT, review).findings[0].open and missing(ASSESSMENT, review) == ("cut",)
    assert weighed(ASSESSMENT, review).score == Score(25.0, 100.0, 1, False)


def test_who_says_that_it_cannot_be_told_has_spoken() -> None:
    review = Review(items={"peak": said("cannot_tell", "cannot_tell")})
    assert missing(ASSESSMENT, review) == () and weighed(ASSESSMENT, review).score.open == 1


def test_the_next_round_takes_comments_along_and_no_verdict() -> None:
    review = Review(items={"cut": said("fail", "fail", 1, "请提高")}, notes={"cut": "私下"},
                    facts={"a": StatedFact("a", "stated")}, conclusion=Conclusion("fails", "", "", "王", AT),
                    status="sealed")
    after = next_round(ASSESSMENT, review)
    assert (after.round, after.status, after.conclusion, after.facts, after.notes) == (
        2, "in_work", None, {}, {"cut": "私下"})
    item = after.item("cut")
    assert (item.verdict, item.points, item.comment, len(item.earlier)) == (None, None, "请提高", 1)
    assert (item.earlier[0].outcome, item.earlier[0].by, item.earlier[0].margin) == ("fail", "王", -0.5)
    third = next_round(ASSESSMENT, after)
    assert [each.round for each in third.item("cut").earlier] == [1, 2]


@pytest.mark.parametrize(("before", "now", "expected"), [
    ("fail", "pass", "mended"), ("fail", "fail", "still"), ("fail", "cannot_tell", "still"),
    ("fail", "not_applicable", "mended"), ("cannot_tell", "pass", "mended"), ("cannot_tell", "cannot_tell", "still"),
    ("cannot_tell", "fail", "worse"), ("pass", "fail", "new"), ("pass", "cannot_tell", "worse"), ("pass", "pass", None),
    ("pass", "judgement", None), ("judgement", "judgement", None), ("fail", "judgement", "still"),
    ("judgement", "pass", "mended"),
])
def test_what_became_of_it(before: str, now: str, expected: str | None) -> None:
    item = next_round(assessment(before), Review()).item("cut")
    assert change(assessment(now).finding("cut"), item) == expected


def test_a_person_who_said_that_it_failed_is_heard_in_the_next_round() -> None:
    item = next_round(assessment("pass"), Review(items={"cut": said("fail", "pass")})).item("cut")
    assert change(assessment("pass").finding("cut"), item) == "mended"
    assert change(assessment("judgement").finding("cut"), item) == "still"


def test_further_from_the_line_is_worse() -> None:
    item = next_round(assessment(margin=-0.5), Review()).item("cut")
    assert change(assessment(margin=-0.6).finding("cut"), item) == "worse"
    assert change(assessment(margin=-0.4).finding("cut"), item) == "still"


@pytest.mark.parametrize(("printed", "comment", "expected"), [
    ("17", "请提高", False), ("17.2", "请提高", True), (" 1 7", "请提高", False), ("17.2", "新的意见", False),
])
def test_a_comment_is_stale_where_its_place_reads_otherwise(printed: str, comment: str, expected: bool) -> None:
    item = next_round(ASSESSMENT, Review(items={"cut": Item(comment="请提高")})).item("cut")
    item = Item(comment=comment, earlier=item.earlier)
    now = assessment(printed=printed)
    assert stale(now, now.finding("cut"), item) is expected
    assert not stale(now, now.finding("cut"), Item(comment="请提高"))
