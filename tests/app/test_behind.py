"""A window writes what was said at once and the assessment a little later; a kill in between shows nothing wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lowcarbon_desktop.app.review_begun import begin
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_pieces import ASSESSMENT
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.store import ReviewFile

TABLE = "厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,17\n"
CRITERION, CELL = "targets.co2-2015.province", Where("a.csv", None, "C3")


@pytest.fixture(autouse=True)
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("lowcarbon_desktop.store.places.data_folder", lambda: tmp_path / "own data")
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    return tmp_path / "a.csv"


@pytest.fixture
def mailed(draft: Path) -> Path:
    """A review file with the draft inside."""
    return begin(draft, draft.with_name("f.lcreview"), Reviewer("1", "王"), rubric="second-batch").path


def behind(opened: Session, cell: str = "18") -> None:
    """What a window has done between a change and the moment after it."""
    opened.lags = True
    opened.correct(CELL, cell)
    assert opened.behind and opened.assessment.finding(CRITERION).outcome == "pass"


def test_what_was_said_is_there_at_once_and_the_assessment_once_it_has_settled(draft: Path) -> None:
    opened = Session.open(draft)
    behind(opened)
    path = opened.review_path
    assert path is not None and len(ReviewFile(path).load().review.corrections) == 1
    opened.settle()
    assert not opened.behind and Book.open(path).assessment == opened.assessment
    entries = len(ReviewFile(path).entries())
    opened.settle()
    assert len(ReviewFile(path).entries()) == entries


def test_without_the_draft_an_older_assessment_is_refused_and_the_draft_makes_it_good(draft: Path) -> None:
    opened = Session.open(draft)
    opened.note(CRITERION, "看过")
    behind(opened)
    path = opened.review_path
    with pytest.raises(UsageError) as error:
        Book.open(path)
    assert error.value.message.code == "verdict-behind"
    again = Session.open(draft)
    assert [each.code for each in again.remarks] == ["session-resumed", "session-judged-anew"] and again.behind
    again.settle()
    assert Book.open(path).assessment == opened.assessment
    assert [each.code for each in Session.open(draft).remarks] == ["session-resumed"]


def test_with_the_draft_inside_it_is_judged_anew_and_written_with_the_next_change(mailed: Path) -> None:
    before = Book.open(mailed)
    behind(before.session())
    book = Book.open(mailed)
    assert before.assessment.finding(CRITERION).outcome == "fail"
    assert book.assessment.finding(CRITERION).outcome == "pass" and book.assessment_hash != before.assessment_hash
    assert not book.verified().faults
    book.say(CRITERION, Said("2012-06-30T08:00:00Z", "pass"))
    file = ReviewFile(mailed)
    file.load()
    assert not file.behind(ASSESSMENT) and file.pieces[ASSESSMENT][1] == book.assessment_hash
    assert Book.open(mailed).assessment == book.assessment and not book.verified().faults


def test_what_is_taken_back_before_it_settled_leaves_nothing_behind(mailed: Path) -> None:
    opened = Book.open(mailed).session()
    behind(opened)
    opened.undo()
    file = ReviewFile(mailed)
    file.load()
    assert not file.behind(ASSESSMENT)


def test_a_correction_that_changes_no_finding_settles_too(draft: Path) -> None:
    opened = Session.open(draft)
    opened.note(CRITERION, "看过")
    opened.correct(Where("a.csv", None, "B3"), "％")
    assert Book.open(opened.review_path).assessment == opened.assessment


def test_a_draft_that_changed_is_not_kept_with_the_assessment_of_the_one_before(draft: Path) -> None:
    Session.open(draft).note(CRITERION, "看过")
    draft.write_text(TABLE.replace("17\n", "19\n"), "utf-8")
    opened = Session.open(draft)
    opened.note(CRITERION, "又看过")
    assert Book.open(opened.review_path).assessment.finding(CRITERION).outcome == "pass"


KEEPS_CHANGING = """
import random, sys
from pathlib import Path
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.plan import Where
opened, chance = Session.open(Path(sys.argv[1])), random.Random(int(sys.argv[2]))
opened.lags = True
for step in range(100_000):
    opened.correct(Where("a.csv", None, "C3"), str(10 + step % 30))
    print(10 + step % 30, flush=True)
    if chance.random() < 0.3:
        opened.settle()
"""


@pytest.mark.parametrize("acknowledged", [0, 3, 11])
def test_a_kill_at_any_moment_loses_no_change_and_shows_no_older_finding(draft: Path, acknowledged: int) -> None:
    with subprocess.Popen([sys.executable, "-c", KEEPS_CHANGING, draft, str(acknowledged)], stdout=subprocess.PIPE,
                          text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline().strip() for _ in range(acknowledged + 1)]
        writer.kill()
        said += writer.stdout.read().split()
    path = draft.with_name("a.csv.lcreview")
    again = Session.open(draft)
    kept = [each.corrected for each in again.review.corrections.values()]
    assert kept in ([said[-1]], [str(10 + (int(said[-1]) - 9) % 30)])  # one more may have got in before its answer
    try:
        assert Book.open(path).assessment == again.assessment
    except UsageError as error:
        assert error.message.code in ("verdict-behind", "verdict-no-assessment") and again.behind is (
            error.message.code == "verdict-behind")
    again.lags = False
    again.correct(CELL, "41")
    assert Book.open(path).assessment == again.assessment
