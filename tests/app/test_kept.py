"""What a review file keeps is shown at once where this program judged it, and judged anew behind the picture."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from lowcarbon_desktop.app import judging, review_sources
from lowcarbon_desktop.app.review_begun import begin
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_merge import merge, write
from lowcarbon_desktop.app.review_pieces import ASSESSMENT, piece_of
from lowcarbon_desktop.app.review_verify import rescued
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.unread import _Once
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import Cancelled, LowCarbonError, UsageError, message
from lowcarbon_desktop.plan import Plan, Where
from lowcarbon_desktop.plan.codec import plain
from lowcarbon_desktop.plan.late import LatePlan
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.store import ReviewFile

CORPUS = Path(__file__).parents[1] / "corpus" / "files"
TABLE = "厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,17\n"
CRITERION, CELL, AT = "targets.co2-2015.province", Where("a.csv", None, "C3"), "2012-06-30T08:00:00Z"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lowcarbon_desktop.store.places.data_folder", lambda: tmp_path / "own data")


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """A review file with the draft inside, which fails the province's line."""
    draft = tmp_path / "a.csv"
    draft.write_text(TABLE, "utf-8")
    return begin(draft, tmp_path / "f.lcreview", Reviewer("1", "王"), rubric="second-batch").path


def shown(path: Path) -> Session:
    return Session.open(path, as_kept=True)


def forge(path: Path) -> None:
    """Let the file say that everything passes, with hashes and history as they have to be."""
    book, file = Book.open(path), ReviewFile(path)
    kept = file.load()
    findings = tuple(each._replace(outcome="pass", details=tuple(detail._replace(outcome="pass")
                                                                 for detail in each.details))
                     for each in book.assessment.findings)
    file.save(kept, piece_of(replace(book.assessment, findings=findings)))


def spoil(path: Path, name: str = "file:a.csv", data: bytes = TABLE.replace("17", "18").encode()) -> None:
    """Put other bytes in the place of a piece, past the history."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE chunk SET data = ? WHERE name = ?", (zlib.compress(data), name))


@pytest.mark.parametrize("draft", sorted(CORPUS.iterdir())[::13], ids=lambda path: path.name)
def test_what_is_shown_as_it_was_kept_is_what_judging_anew_comes_to(draft: Path, tmp_path: Path) -> None:
    try:
        path = begin(draft, tmp_path / "f.lcreview", Reviewer("1", "王"), rubric="second-batch").path
    except LowCarbonError:
        pytest.skip("no application that can be reviewed")
    kept, anew = shown(path), Session.open(path)
    assert kept.owes and not anew.owes
    for name in ("assessment", "review", "remarks", "applicants", "closed", "yardstick", "behind"):
        assert getattr(kept, name) == getattr(anew, name), name
    assert kept.confirm() is False and not kept.owes
    assert kept.assessment == anew.assessment and kept.remarks == anew.remarks
    assert [(leaf.file, leaf.sha256, leaf.blocks) for leaf in kept.leaves] == [
        (leaf.file, leaf.sha256, leaf.blocks) for leaf in anew.leaves]


def test_nothing_is_read_or_judged_before_it_is_shown(review: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object, **more: object) -> None:
        raise AssertionError("read or judged")

    for module, name in ((judging, "check"), (judging, "build_plans"), (review_sources, "source_from")):
        monkeypatch.setattr(module, name, never)
    session = shown(review)
    assert session.assessment.finding(CRITERION).outcome == "fail" and session.weighed.counts
    session.say(CRITERION, Said(AT, "pass", "agreed"))
    assert Session.open(review, as_kept=True).review.item(CRITERION).verdict.outcome == "pass"


def said_since(path: Path) -> None:
    """A window that was ended between a correction and its assessment."""
    session = Session.open(path)
    session.lags = True
    session.correct(CELL, "18")
    assert session.behind


def of_another_program(path: Path) -> None:
    """The same file as a program of another version would have written it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("lowcarbon_desktop.store.history.__version__", "0.0.9")
        file = ReviewFile(path)
        kept = file.load()
        file.save(kept, {ASSESSMENT: file.piece(ASSESSMENT)})


@pytest.mark.parametrize("done", [said_since, of_another_program])
def test_what_may_be_stale_is_judged_anew_before_it_is_shown(review: Path, done: Callable[[Path], None]) -> None:
    done(review)
    session = shown(review)
    assert not session.owes
    assert session.assessment == Session.open(review).assessment


def test_what_others_put_together_is_judged_anew(review: Path, tmp_path: Path) -> None:
    rescued(review, tmp_path / "rescued.lcreview")
    assert not shown(tmp_path / "rescued.lcreview").owes
    other = begin(tmp_path / "a.csv", tmp_path / "g.lcreview", Reviewer("2", "李"), rubric="second-batch")
    for path in (review, other.path):
        book = Book.open(path)
        book.conclude("passes", "好", "")
        book.seal()
    merged = tmp_path / "m.lcreview"
    write(*merge((review, other.path)), merged, "秘书")
    assert not shown(merged).owes


def test_a_forged_assessment_gives_way_and_the_reviewer_is_told(review: Path) -> None:
    forge(review)
    session = shown(review)
    session.say(CRITERION, Said(AT, "pass"))
    assert session.assessment.finding(CRITERION).outcome == "pass"
    assert session.confirm() is True
    assert session.assessment.finding(CRITERION).outcome == "fail"
    assert "session-kept-otherwise" in [each.code for each in session.remarks]
    assert session.review.item(CRITERION).verdict.machine == "pass"  # against which it was said: it is outdated now
    session.note(CRITERION, "seen")
    assert Book.open(review).assessment == session.assessment


def test_bytes_that_are_others_close_the_review(review: Path) -> None:
    spoil(review)
    session, before = shown(review), review.read_bytes()
    with pytest.raises(UsageError) as error:
        session.confirm()
    assert error.value.message.code == "review-damaged" and session.closed == error.value.message
    assert session.assessment.finding(CRITERION).outcome == "fail" and not session.owes
    with pytest.raises(UsageError, match="review-damaged"):
        session.note(CRITERION, "lost?")
    assert review.read_bytes() == before


@pytest.mark.parametrize("change", [
    lambda session: session.note(CRITERION, "x"), lambda session: session.say(CRITERION, Said(AT, "fail")),
    lambda session: session.correct(CELL, "18"), lambda session: session.seal()])
def test_no_change_is_kept_in_a_damaged_file_however_early_it_comes(review: Path, change: Callable) -> None:
    spoil(review)
    session, before = shown(review), review.read_bytes()
    with pytest.raises(UsageError, match="review-damaged"):
        change(session)
    assert review.read_bytes() == before and session.confirm() is False


def test_a_history_that_was_changed_is_told(review: Path) -> None:
    with closing(sqlite3.connect(review, isolation_level=None)) as connection:
        connection.execute("UPDATE entry SET payload = replace(payload, '王', '李') WHERE number = 1")
    session = shown(review)
    assert session.owes and session.confirm() is True
    told = next(each for each in session.remarks if each.code == "session-history-faulty")
    assert next(each.code for each in told.args["faults"]) == "log-altered"


def test_a_correction_before_it_is_confirmed_is_judged_on_the_draft(review: Path) -> None:
    session = shown(review)
    session.correct(CELL, "18")
    assert session.assessment.finding(CRITERION).outcome == "pass"
    assert session.confirm() is False and session.assessment.finding(CRITERION).outcome == "pass"
    session.undo()
    assert session.assessment.finding(CRITERION).outcome == "fail"
    assert Book.open(review).assessment == session.assessment


def test_a_verdict_writes_no_assessment_anew(review: Path) -> None:
    session = shown(review)
    entries = len(session.entries)
    session.say(CRITERION, Said(AT, "fail"))
    assert len(session.entries) == entries + 1 and not session.behind


def test_what_was_sealed_stays_as_it_was_judged_and_is_judged_anew_when_opened_again(review: Path) -> None:
    forge(review)  # as an older program may have judged it
    book = Book.open(review)
    book.conclude("passes", "好", "")
    book.seal()
    session = shown(review)
    assert session.owes and session.confirm() is False
    assert session.assessment.finding(CRITERION).outcome == "pass"
    session.reopen()
    assert session.assessment.finding(CRITERION).outcome == "fail"


def test_the_rubric_in_a_review_says_not_where_each_of_its_keys_stood(review: Path) -> None:
    file = ReviewFile(review)
    file.load()
    assert b'"marks"' not in file.piece(ASSESSMENT)
    assert Book.open(review).assessment == Session.open(review).assessment


def hostile(path: Path) -> None:
    """Let the file keep a plan that is none, with all its hashes."""
    file = ReviewFile(path)
    kept = file.load()
    told = json.loads(file.piece(ASSESSMENT))
    told["plan"]["readings"][0]["where"] = {"no": "place"}
    file.save(kept, {ASSESSMENT: json.dumps(told).encode()})


def test_a_plan_that_is_none_closes_the_review_when_it_is_asked_for(review: Path) -> None:
    hostile(review)
    with pytest.raises(UsageError, match="review-damaged"):
        Session.open(review)
    session, before = shown(review), review.read_bytes()
    assert session.assessment.finding(CRITERION).outcome == "fail"
    with pytest.raises(UsageError, match="review-damaged"):
        session.unfold()
    assert session.plan.readings == () and session.closed.code == "review-damaged" and not session.confirm()
    with pytest.raises(UsageError, match="review-damaged"):
        session.note(CRITERION, "x")
    assert review.read_bytes() == before


def test_a_late_plan_is_a_plan_like_any_other(review: Path) -> None:
    late, plan = shown(review).plan, Session.open(review).plan
    assert type(late) is LatePlan and type(plan) is Plan
    assert (late.tabled, late.count, late.doubtful) == (plan.tabled, plan.count, plan.doubtful)
    assert late.reading(0) == plan.reading(0) and type(late) is LatePlan
    assert late == plan and plan == late and type(late) is Plan
    again = shown(review).plan
    assert replace(again, whole=True) == replace(plan, whole=True) and plain(shown(review).plan) == plain(plan)
    assert shown(review).plan == shown(review).plan


def test_work_that_several_threads_want_is_done_once() -> None:
    begun, done = threading.Event(), []

    def work(progress: Progress) -> int:
        begun.set()
        done.append(1)
        return len(done)

    once = _Once(work)
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(once())) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert answers == [1] * 8 and begun.is_set()


def test_work_that_was_cancelled_can_be_done_after_all_and_a_fault_stays_one() -> None:
    turns = iter([Cancelled(), UsageError(message("review-empty"))])

    def work(progress: Progress) -> None:
        raise next(turns)

    once = _Once(work)
    with pytest.raises(Cancelled):
        once()
    for _ in range(2):
        with pytest.raises(UsageError, match="review-empty"):
            once()
