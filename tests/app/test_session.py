"""A session: every change is judged at once, kept at once, and can be undone; a failing one changes nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lowcarbon_desktop.app import judging
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.review import StatedFact
from lowcarbon_desktop.store import ReviewFile, connect
from tests.app.small_world import RUBRIC, World, installed

B2 = Where("厦门.xlsx", "厦门", "B2")
PEAK = StatedFact("co2_peak_year", "stated", 2020, "实施方案第 12 页", "王")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> World:
    return installed(World({"厦门": [["指标", "2015 年"], ["碳强度", "17"], ["短行"]]}), monkeypatch, tmp_path)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "厦门.xlsx"


def outcomes(opened: Session) -> dict[str, str]:
    return {finding.criterion: finding.outcome for finding in opened.assessment.findings}


def codes(opened: Session) -> list[str]:
    return [remark.code for remark in opened.remarks]


def test_opening_alone_keeps_nothing(world: World, draft: Path, tmp_path: Path) -> None:
    opened = Session.open(draft)
    assert outcomes(opened) == {"cut": "fail", "peak": "cannot_tell"}
    assert opened.review_path is None and opened.remarks == () and opened.unsaved is None
    assert (opened.to_undo, opened.to_redo, opened.applicants) == (None, None, ())
    assert opened.plan is opened.assessment.plan and opened.plan.as_of == RUBRIC.date
    assert list(tmp_path.iterdir()) == []


def test_a_correction_is_judged_kept_undone_and_redone(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    before = opened.review
    opened.correct(B2, "17.5", "笔误")
    assert outcomes(opened)["cut"] == "pass" and opened.plan.readings[0].printed == "17.5"
    assert opened.to_undo is not None and opened.to_undo.code == "change-correction"
    assert opened.review_path == draft.with_name("厦门.xlsx.lcreview")
    assert outcomes(Session.open(draft))["cut"] == "pass"

    opened.undo()
    assert outcomes(opened)["cut"] == "fail" and opened.review is before
    assert outcomes(Session.open(draft))["cut"] == "fail"

    opened.redo()
    assert outcomes(opened)["cut"] == "pass" and opened.to_redo is None
    again = Session.open(draft)
    assert outcomes(again)["cut"] == "pass" and codes(again) == ["session-resumed"]
    assert again.review == opened.review and again.to_undo is None


def test_a_review_in_which_nothing_was_said_is_taken_up_without_a_word(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.correct(B2, "17.5", "笔误")
    opened.undo()
    assert opened.review_path is not None and codes(Session.open(draft)) == []


def test_a_second_correction_is_held_against_what_the_draft_prints(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.correct(B2, "16")
    opened.correct(B2, "18")
    (correction,) = opened.review.corrections.values()
    assert (correction.printed, correction.corrected) == ("17", "18")
    opened.correct(B2, "17")
    assert opened.review.corrections == {}
    assert opened.to_undo is not None and opened.to_undo.code == "change-correction-back"


def test_a_cell_that_is_not_there_cannot_be_corrected(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    for where in (Where("厦门.xlsx", "厦门", "B99"), Where("厦门.xlsx", "厦门", "Z2"), Where("厦门.xlsx", "别", "B2"),
                  Where("厦门.xlsx", "厦门"), Where("厦门.xlsx", "厦门", "?")):
        with pytest.raises(UsageError, match="session-no-such-cell"):
            opened.correct(where, "1")
    assert opened.to_undo is None and opened.review_path is None


def test_an_empty_cell_at_the_end_of_a_short_row_can_be_filled(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.correct(Where("厦门.xlsx", "厦门", "B3"), "20")
    (correction,) = opened.review.corrections.values()
    assert (correction.printed, correction.corrected) == ("", "20")


def test_a_fact_is_judged_at_once_and_can_be_taken_back(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.state_fact(PEAK)
    assert outcomes(opened)["peak"] == "pass" and not opened.assessment.finding("peak").open
    assert outcomes(Session.open(draft))["peak"] == "pass"
    opened.withdraw_fact("co2_peak_year")
    assert outcomes(opened)["peak"] == "cannot_tell" and Session.open(draft).review.facts == {}


def test_a_fact_without_a_source_stays_open(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.state_fact(StatedFact("co2_peak_year", "stated", 2020))
    assert outcomes(opened)["peak"] == "pass" and opened.assessment.finding("peak").open


@pytest.mark.parametrize(("fact", "code"), [
    (StatedFact("co2_peak_yaer", "stated", 2020), "fact-id-unknown"),
    (StatedFact("zzz", "stated"), "fact-id-unknown"),
    (StatedFact("co2_peak_year", "sure", 2020), "fact-state"),
    (StatedFact("co2_peak_year", "stated", "2020"), "fact-needs-year"),
    (StatedFact("co2_peak_year", "stated", 20), "fact-needs-year"),
    (StatedFact("co2_peak_year", "stated", True), "fact-needs-year"),
    (StatedFact("co2_peak_year", "stated"), "fact-needs-year"),
    (StatedFact("energy_cap", "stated", float("nan")), "fact-needs-number"),
    (StatedFact("leading_group_head", "stated", "boss"), "fact-needs-choice"),
    (StatedFact("leading_group", "stated", "yes"), "fact-needs-none"),
    (StatedFact("ghg_inventory", "stated", 5), "fact-needs-text"),
])
def test_a_fact_that_does_not_fit_changes_nothing(world: World, draft: Path, fact: StatedFact, code: str) -> None:
    opened = Session.open(draft)
    with pytest.raises(UsageError) as error:
        opened.state_fact(fact)
    assert error.value.message.code == code
    assert opened.review.facts == {} and opened.review_path is None


def test_a_note_is_kept_without_building_or_judging_anew(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    work = (world.built, world.judged)
    opened.note("cut", "请核对\ud800")
    assert (world.built, world.judged) == work
    assert Session.open(draft).review.notes == {"cut": "请核对?"}
    opened.note("cut", " ")
    assert Session.open(draft).review.notes == {}


def test_a_fact_is_judged_without_building_anew(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    built = world.built
    opened.state_fact(PEAK)
    assert world.built == built


def test_a_change_that_changes_nothing_is_none(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.note("cut", "")
    opened.correct(B2, "17")
    opened.undo()
    opened.redo()
    assert opened.to_undo is None and opened.review_path is None


def test_regions_and_lines_are_refused_whole_or_taken(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    judged = opened.assessment
    with pytest.raises(UsageError, match="region-unknown"):
        opened.choose_region("火星")
    with pytest.raises(UsageError, match="line-unknown"):
        opened.enter_lines(("cut=16", "cat=1"))
    assert opened.assessment is judged and opened.review.lines == () and opened.review.region is None
    opened.choose_region("厦门")
    opened.enter_lines(("cut=16",))
    assert opened.plan.name == "厦门" and outcomes(opened)["cut"] == "pass"
    opened.enter_lines(("福州:cut=16",))
    assert outcomes(opened)["cut"] == "fail"
    opened.enter_lines(("厦门:cut=16",))
    assert outcomes(opened)["cut"] == "pass"
    again = Session.open(draft)
    assert again.plan.name == "厦门" and outcomes(again)["cut"] == "pass"


def test_a_correction_that_makes_the_build_fail_changes_nothing(world: World, draft: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Session.open(draft)
    opened.note("cut", "a")

    def fails(*args: object, **options: object) -> None:
        raise UsageError(opened.to_undo)  # any message will do

    monkeypatch.setattr(judging, "build_plans", fails)
    before = (opened.review, opened.plan, opened.assessment)
    with pytest.raises(UsageError):
        opened.correct(B2, "18")
    assert (opened.review, opened.plan, opened.assessment) == before
    kept = ReviewFile(draft.with_name("厦门.xlsx.lcreview")).load()
    assert kept is not None and kept.review.corrections == {}


def test_a_draft_that_changed_keeps_everything_and_applies_what_still_holds(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.state_fact(PEAK)
    opened.note("cut", "a")
    opened.correct(B2, "18")
    opened.correct(Where("厦门.xlsx", "厦门", "B3"), "5")
    world.sheets["厦门"] = [["指标", "2015 年"], ["碳强度", "17.2"]]
    again = Session.open(draft)
    assert codes(again) == ["session-resumed", "session-draft-changed"]
    assert outcomes(again) == {"cut": "fail", "peak": "pass"} and again.review.notes == {"cut": "a"}
    again.note("cut", "b")
    world.sheets["厦门"] = [["指标", "2015 年"], ["碳强度", "17"], ["短行"]]
    assert outcomes(Session.open(draft))["cut"] == "pass"


def test_saving_that_fails_keeps_the_work_in_memory_and_is_made_good(world: World, draft: Path,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT", 0.01)
    opened = Session.open(draft)
    opened.note("cut", "a")
    other = sqlite3.connect(draft.with_name("厦门.xlsx.lcreview"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    opened.correct(B2, "18")
    opened.state_fact(PEAK)
    assert opened.unsaved is not None and opened.unsaved.code == "review-locked"
    assert codes(opened) == ["session-in-memory"]
    assert outcomes(opened) == {"cut": "pass", "peak": "pass"}
    other.close()
    opened.note("cut", "b")
    assert opened.unsaved is None and opened.remarks == ()
    assert Session.open(draft).review == opened.review


def test_a_review_file_that_is_none_is_left_alone_and_said_so(world: World, draft: Path) -> None:
    path = draft.with_name("厦门.xlsx.lcreview")
    path.write_text("kein Review", encoding="utf-8")
    opened = Session.open(draft)
    assert codes(opened) == ["session-in-memory"] and opened.unsaved.code == "review-not-a-review"
    assert opened.review_path == path
    opened.correct(B2, "18")
    assert outcomes(opened)["cut"] == "pass"
    assert opened.unsaved is not None and path.read_text("utf-8") == "kein Review"


def test_a_review_with_what_does_not_fit_any_more_is_told_and_lost_nowhere(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    opened.state_fact(PEAK)
    opened.choose_region("厦门")
    raw = sqlite3.connect(draft.with_name("厦门.xlsx.lcreview"))
    raw.execute("UPDATE fact SET value = 'soon'")
    raw.execute("INSERT INTO line VALUES (0, 'cat=1')")
    raw.execute("UPDATE meta SET value = '火星'")
    raw.commit()
    raw.close()
    again = Session.open(draft)
    assert codes(again) == ["session-resumed", "session-fact-not-applied", "session-line-not-applied",
                            "session-region-not-applied"]
    assert outcomes(again)["peak"] == "cannot_tell"
    again.note("cut", "a")
    kept = ReviewFile(draft.with_name("厦门.xlsx.lcreview")).load()
    assert kept is not None and kept.review.facts["co2_peak_year"].value == "soon" and kept.review.lines == ("cat=1",)


def test_what_was_said_on_opening_stands_above_what_was_kept(world: World, draft: Path) -> None:
    Session.open(draft).enter_lines(("cut=19",))
    opened = Session.open(draft, region="福州", lines=("cut=16",), as_of=date(2013, 1, 1))
    assert outcomes(opened)["cut"] == "pass" and opened.plan.name == "福州" and opened.plan.as_of == date(2013, 1, 1)
    with pytest.raises(UsageError):
        Session.open(draft, lines=("cat=1",))
    with pytest.raises(UsageError):
        Session.open(draft, region="火星")


def test_applicants_of_a_comparison_table_have_each_their_review(world: World, draft: Path) -> None:
    world.sheets = {"厦门": [["", ""], ["碳强度", "17"]], "福州": [["", ""], ["碳强度", "18"]]}
    opened = Session.open(draft)
    assert opened.applicants == ("厦门", "福州") and opened.plan.name == "厦门"
    opened.state_fact(PEAK)
    opened.choose_region("福州")
    assert outcomes(opened) == {"cut": "pass", "peak": "cannot_tell"} and opened.to_undo is None
    opened.note("cut", "a")
    opened.choose_region("厦门")
    assert outcomes(opened) == {"cut": "fail", "peak": "pass"} and opened.review.notes == {}
    opened.undo()
    assert outcomes(opened)["peak"] == "cannot_tell"
    with pytest.raises(UsageError):
        opened.choose_region("火星")
    assert opened.plan.name == "厦门"
    opened.choose_region("厦门")
    assert opened.to_redo is not None
    assert Session.open(draft, region="福州").review.notes == {"cut": "a"}
    assert "--region '福州'" in Session.open(draft, region="福州").command_line()


def test_the_command_line_says_only_what_differs(world: World, tmp_path: Path) -> None:
    path = tmp_path / "it's 厦门.xlsx"
    opened = Session.open(path)
    quoted = f"'{tmp_path}/it'\"'\"'s 厦门.xlsx"
    assert opened.command_line() == f"lowcarbon check {quoted}'"
    opened = Session.open(path, rubric="first-batch", region="厦门", as_of=date(2012, 6, 30),
                          lines=("cut=16", "cut=17"))
    assert opened.command_line() == (f"lowcarbon check {quoted}' --rubric first-batch --region '厦门' "
                                     "--as-of 2012-06-30 --line cut=16 --line cut=17")
    opened.state_fact(PEAK)
    opened.correct(Where(path.name, "厦门", "B2"), "18")
    opened.note("cut", "in the PDF only")
    assert opened.command_line().endswith(
        f"--facts {quoted}.lcreview' --corrections {quoted}.lcreview' --notes {quoted}.lcreview'")
    assert opened.command_line("en").endswith(".lcreview' --lang en")


def test_a_note_that_is_still_being_written_is_one_change(world: World, tmp_path: Path) -> None:
    opened = Session.open(tmp_path / "厦门.xlsx")
    opened.note("cut", "earlier")
    opened.note("cut", "l")
    opened.note("cut", "later", going_on=True)
    opened.note("cut", "later", going_on=True)
    assert Session.open(tmp_path / "厦门.xlsx").review.notes == {"cut": "later"}
    opened.undo()
    assert opened.review.notes == {"cut": "earlier"}
    opened.redo()
    assert opened.review.notes == {"cut": "later"}


def test_what_is_written_on_another_criterion_goes_on_with_nothing(world: World, tmp_path: Path) -> None:
    opened = Session.open(tmp_path / "厦门.xlsx")
    opened.note("cut", "one")
    opened.note("peak", "two", going_on=True)
    opened.undo()
    assert opened.review.notes == {"cut": "one"}


def test_a_verdict_is_kept_undone_and_redone_and_moves_no_finding(world: World, draft: Path) -> None:
    opened = Session.open(draft)
    with pytest.raises(UsageError, match="verdict-needs-reason"):
        opened.say("cut", Said("2012-06-30T08:00:00Z", "pass"))
    opened.say("cut", Said("2012-06-30T08:00:00Z", "pass", "why", comment=" well "))
    opened.conclude("fails", "no")
    assert outcomes(opened)["cut"] == "fail" and opened.to_undo is not None
    again = Session.open(draft).review
    assert again == opened.review and again.item("cut").comment == "well" and again.conclusion is not None
    opened.undo()
    opened.undo()
    assert Session.open(draft).review.items == {} and opened.review.conclusion is None
    opened.redo()
    assert Session.open(draft).review.item("cut").verdict is not None


def test_a_sealed_review_is_not_changed(world: World, draft: Path) -> None:
    Session.open(draft).note("cut", "a")
    file = ReviewFile(draft.with_name("厦门.xlsx.lcreview"))
    kept = file.load()
    assert kept is not None
    file.save(replace(kept, review=replace(kept.review, status="sealed")))
    opened = Session.open(draft)
    with pytest.raises(UsageError, match="verdict-sealed"):
        opened.note("cut", "b")
    assert opened.review.notes == {"cut": "a"}
