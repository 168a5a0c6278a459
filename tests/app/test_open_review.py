"""A review file by itself: what is opened of it, what may be changed, how it is sealed, what its history says."""

from __future__ import annotations

import csv
import io
import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from lowcarbon_desktop.app import history_said, history_written
from lowcarbon_desktop.app.review_begun import reviewer_named
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_verify import copied
from lowcarbon_desktop.app.revise import proposed
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.verdicts import NONE, Said
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import OutputError, UsageError, message
from lowcarbon_desktop.plan.codec import plain
from lowcarbon_desktop.review.log import SECRET, Change, entry
from lowcarbon_desktop.store.verify import verify

PROVINCE, NATION, AT = "targets.co2-2015.province", "targets.co2-2015.nation", "2012-06-30T08:00:00Z"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Xiamen's plan, as Wang reviews it."""
    monkeypatch.setattr("lowcarbon_desktop.store.places.data_folder", lambda: tmp_path / "own data")
    folder = tmp_path / "plans"
    folder.mkdir()
    opened = Session.open(Path(shutil.copy(resource("examples", "xiamen.xlsx"), folder)))
    opened.introduce(reviewer_named("王"))
    return opened


@pytest.fixture
def own(session: Session, tmp_path: Path) -> Path:
    """The review with the applicant's files inside; the plan is gone."""
    session.say(PROVINCE, Said(AT, "pass", "adjusted"))
    session.save_as(tmp_path / "own.lcreview")
    shutil.rmtree(session.path.parent)
    return tmp_path / "own.lcreview"


def test_judged_anew_from_inside_everything_is_as_it_was(session: Session, own: Path) -> None:
    opened = Session.open(own)
    assert plain(opened.assessment) == plain(session.assessment)
    assert opened.review == session.review and opened.closed is None
    assert [leaf.file for leaf in opened.leaves] == ["xiamen.xlsx"]


def test_nothing_that_is_there_is_replaced(session: Session, own: Path) -> None:
    before = own.read_bytes()
    with pytest.raises(UsageError, match="verdict-exists"):
        Session.open(own).save_as(own)
    assert own.read_bytes() == before


def test_a_review_is_saved_whole_from_a_review_file_too(own: Path, tmp_path: Path) -> None:
    Session.open(own).save_as(tmp_path / "again.lcreview")
    assert Session.open(tmp_path / "again.lcreview").review == Session.open(own).review


def test_a_copy_without_files_is_shown_and_refuses_every_change(own: Path, tmp_path: Path) -> None:
    copied(own, tmp_path / "mailed.lcreview", files=False, notes=True)
    opened = Session.open(tmp_path / "mailed.lcreview")
    assert plain(opened.assessment) == plain(Book.open(own).assessment)
    where = opened.plan.readings[0].where
    for change in (lambda: opened.say(NATION, Said(AT, "pass")), lambda: opened.note(NATION, "a"), opened.seal,
                   lambda: opened.correct(where, "1"), lambda: opened.confirm_reading(where),
                   lambda: opened.confirm_fact("co2_peak_year"), lambda: opened.choose_region("福州"), opened.reopen,
                   lambda: opened.introduce(reviewer_named("李")), lambda: opened.enter_lines(())):
        before = (tmp_path / "mailed.lcreview").read_bytes()
        with suppress(UsageError):
            change()
        assert (tmp_path / "mailed.lcreview").read_bytes() == before and opened.review == Book.open(own).review


def test_a_sealed_review_is_shown_as_it_was_judged_and_judged_anew_when_it_is_opened_again(
        own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Session.open(own).seal()
    judged = []
    monkeypatch.setattr("lowcarbon_desktop.app.judging.check", lambda *given, **more: judged.append(given) or ())
    sealed = Session.open(own)
    assert judged == [] and sealed.closed is not None and sealed.closed.code == "verdict-sealed"
    assert plain(sealed.assessment) == plain(Book.open(own).assessment)
    with pytest.raises(UsageError, match="verdict-sealed"):
        sealed.say(NATION, Said(AT, "pass"))
    monkeypatch.undo()
    sealed.reopen()
    sealed.say(NATION, Said(AT, "pass"))
    assert Session.open(own).review.item(NATION).verdict is not None


def test_the_seal_is_not_undone_by_undo_and_the_steps_before_it_are_kept(own: Path) -> None:
    opened = Session.open(own)
    opened.note(NATION, "a")
    opened.seal()
    assert opened.to_undo is None
    opened.reopen()
    opened.undo()
    assert opened.review.status == "in_work" and opened.review.notes == {}


def test_a_seal_that_cannot_be_written_is_none(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Session.open(own)

    def full(*given: object, **more: object) -> None:
        raise OutputError(message("review-disk-full", path=""))

    monkeypatch.setattr(opened._file, "save", full)
    with pytest.raises(UsageError, match="review-disk-full"):
        opened.seal()
    assert opened.review.status == "in_work" and opened.closed is None


def test_the_kept_hash_stands_for_the_seal(own: Path) -> None:
    opened = Session.open(own)
    assert opened.sealed_by() is None
    opened.seal()
    assert opened.sealed_by() == Book.open(own).sealed_by() == verify(opened._file.inside()).head


def test_what_must_be_revised_is_proposed_from_what_counts(session: Session) -> None:
    failed = [each.criterion for each in session.assessment.findings if each.severity == "must" and not each.open
              and each.outcome == "fail"]
    assert PROVINCE in failed
    before = proposed(session.weighed, session.review, "zh").split("\n")
    assert len(before) == len(failed) and before[0].startswith("1. ")
    session.say(PROVINCE, Said(AT, "pass", "adjusted"))
    session.say(NATION, Said(AT, "fail", "too low", comment="请提高"))
    after = proposed(session.weighed, session.review, "zh")
    assert session.assessment.rubric.criterion(PROVINCE).title.zh not in after
    assert ("请提高" in after) == (session.assessment.finding(NATION).severity == "must")


def told(session: Session, lang: str = "zh", **how: bool) -> list[history_said.Told]:
    return list(history_said.told(session.entries, session.assessment.rubric, lang, **how))


def test_what_one_writes_without_pausing_is_one_line_and_every_change_is_exported(session: Session) -> None:
    for text in ("请", "请附", "请附文件"):
        session.say(PROVINCE, Said(AT, comment=text), going_on=True)
    (row,) = [each for each in told(session) if "请附" in each.after]
    assert row.after == "意见：请附文件" and row.last == row.number + 2 and row.by == "王"
    assert len([each for each in told(session, folded=False) if "请" in each.after]) == 3


def test_a_verdict_and_a_comment_are_two_lines(session: Session) -> None:
    session.say(PROVINCE, Said(AT, "pass", "adjusted"))
    session.say(PROVINCE, Said(AT, comment="well"))
    session.say(PROVINCE, Said(AT, NONE))
    rows = [(each.before, each.after, each.why) for each in told(session, "en") if "CO2" in each.what]
    assert rows == [("", '"Pass"; reason: adjusted', "adjusted"), ("", "comment: well", ""),
                    ('"Pass"; reason: adjusted', "", "")]


def test_an_export_runs_nothing_in_a_spreadsheet_and_has_every_entry(session: Session) -> None:
    session.say(PROVINCE, Said(AT, "pass", "=HYPERLINK(1)"))
    rows = told(session, folded=False)
    read = list(csv.reader(io.StringIO(history_written.as_csv(rows, "zh"))))
    assert len(read) == len(session.entries) + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in read for cell in row)
    assert len(history_written.as_text(rows, "en").splitlines()) == len(session.entries)


@pytest.mark.parametrize("payload", ["{}", "no json", json.dumps({"table": "item"})])
def test_an_entry_that_nobody_can_read_is_a_line_that_says_so(session: Session, payload: str) -> None:
    good = session.entries[0]
    rows = history_said.told([type(good)(7, payload, good.hash)], session.assessment.rubric, "zh")
    assert [each.what for each in rows] == ["第 7 条记录无法读懂"]


@pytest.mark.parametrize(("table", "row"), [
    ("fact", ("unheard-of", "stated", 2020, "page 1", "王")), ("nod", ("co2_peak_year", 1, "stated", 2020, "…")),
    ("correction", ("a.xlsx", "表", "D5", "base_year", "17", "2010", "", "")), (SECRET, ("gone.criterion", "text")),
    ("line", (0, "co2_per_gdp_cut@2010-2015=18")), ("source", ("a.xlsx", "ab" * 32)),
    ("piece", ("round:1", "ab" * 32, 5)), ("meta", ("whatever", "x")), ("meta", ("conclusion.outcome", "fails")),
    ("item", ("gone.criterion", "fail", "why", "王", AT, "pass", 0, "", "", ""))])
def test_every_table_has_its_words_in_both_languages(session: Session, table: str, row: tuple) -> None:
    made = entry(Change(AT, "王", table, row[:1], None, row), 1, "0" * 64)
    for lang in ("zh", "en"):
        (said,) = history_said.told([made], session.assessment.rubric, lang)
        assert said.what and said.after


def test_a_file_that_another_program_holds_is_only_looked_at(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Session.open(own)
    monkeypatch.setattr(Session, "_held", message("review-locked", path=str(own)))
    before = own.read_bytes()
    for change in (lambda: opened.note(NATION, "a"), opened.seal, opened.reopen):
        with pytest.raises(UsageError, match="review-locked"):
            change()
    assert opened.only_shown and own.read_bytes() == before and opened.to_undo is None
