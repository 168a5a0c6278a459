"""The review file keeps what was said, through crashes, and believes no file blindly."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.checks.finding import OUTCOMES as FOUND
from lowcarbon_desktop.errors import LowCarbonError, OutputError, UsageError
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.review import Correction, Nod, Review, StatedFact
from lowcarbon_desktop.review.state import FIELDS
from lowcarbon_desktop.review.verdict import (
    CONCLUSIONS,
    OUTCOMES,
    STATUSES,
    Conclusion,
    Earlier,
    Item,
    Reviewer,
    Verdict,
)
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.store import Kept, ReviewFile, connect
from lowcarbon_desktop.store.rows import from_rows, to_rows
from lowcarbon_desktop.store.verify import verify

DRAFT = (SourceFile("厦门.xlsx", "ab" * 32),)
REVIEW = (Review(lines=("co2_per_gdp_cut@2010-2015=18", "b@2015=1"), region="厦门")
          .with_fact(StatedFact("co2_peak_year", "stated", 2020, "实施方案第 12 页", "王"))
          .with_fact(StatedFact("energy_cap", "stated", 12.5)).with_fact(StatedFact("leading_group", "absent"))
          .with_correction(Correction("厦门.xlsx", "表 1", "D5", "17", "17.5", "笔误"))
          .with_correction(Correction("厦门.csv", None, "B2", "", "3"))
          .with_note("targets.co2-2015.nation", "请核对\n'); DROP TABLE note; --"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
named = texts.filter(lambda text: bool(text))
facts = st.builds(StatedFact, named, st.sampled_from(STATES),
                  st.one_of(st.none(), texts, st.integers(-10**15, 10**15), st.floats(allow_nan=False,
                                                                                      allow_infinity=False)),
                  texts, texts)
corrections = st.builds(Correction, named, st.one_of(st.none(), named), st.sampled_from(["A1", "D5", "P12.2"]), texts,
                        texts, texts, st.sampled_from(FIELDS), texts)
nods = st.builds(Nod, named, st.booleans(), st.sampled_from(("", *STATES)), st.one_of(st.none(), texts, st.integers(
    -10**15, 10**15)), texts)
numbers = st.none() | st.floats(0, 100) | st.integers(0, 100)
found = st.sampled_from(FOUND)
verdicts = st.none() | st.builds(Verdict, st.sampled_from(OUTCOMES), texts, texts, texts, found)
earlier = st.builds(Earlier, st.integers(1, 9), found, texts, texts, texts, texts, numbers,
                    st.lists(texts, max_size=2).map(tuple))
items = st.builds(Item, verdicts, numbers, texts, texts, st.lists(earlier, max_size=2).map(tuple))
marks = st.builds(Mark, texts, texts, st.booleans(), texts, texts, texts)
yardsticks = st.none() | st.builds(Yardstick, texts, st.none() | texts, st.none() | st.dates())
said = st.fixed_dictionaries({
    "marks": st.lists(marks, max_size=3).map(lambda some: {each.key: each for each in some}),
    "yardstick": yardsticks,
    "reviewer": st.none() | st.builds(Reviewer, texts, texts, texts), "round": st.integers(1, 99),
    "status": st.sampled_from(STATUSES), "items": st.dictionaries(texts, items, max_size=3),
    "conclusion": st.none() | st.builds(Conclusion, st.sampled_from(CONCLUSIONS), texts, texts, texts, texts)})
reviews = st.builds(
    lambda facts, corrections, notes, lines, region, nods, said: Review(
        {fact.id: fact for fact in facts}, {each.key: each for each in corrections}, notes, tuple(lines), region,
        {nod.id: nod for nod in nods}, **said),
    st.lists(facts, max_size=4), st.lists(corrections, max_size=4), st.dictionaries(texts, texts, max_size=4),
    st.lists(texts, max_size=3), st.one_of(st.none(), texts), st.lists(nods, max_size=3), said)


def code(error: pytest.ExceptionInfo[LowCarbonError]) -> str:
    return error.value.message.code


@given(reviews)
def test_there_and_back_as_rows(review: Review) -> None:
    assert from_rows(to_rows(Kept(review, DRAFT))) == Kept(review, DRAFT)


@settings(deadline=None)
@given(st.lists(reviews, min_size=1, max_size=4))
def test_whatever_was_before_the_file_says_what_was_saved_last(tmp_path_factory: pytest.TempPathFactory,
                                                               steps: list[Review]) -> None:
    path = tmp_path_factory.mktemp("review") / "a.lcreview"
    file = ReviewFile(path)
    for review in steps:
        file.save(Kept(review, DRAFT))
        loaded = ReviewFile(path).load()
        assert loaded == Kept(review, DRAFT)


def test_nothing_is_made_before_the_first_change(tmp_path: Path) -> None:
    file = ReviewFile(tmp_path / "deep" / "a.lcreview")
    assert file.load() is None and not file.exists and list(tmp_path.iterdir()) == []
    file.save(Kept(REVIEW, DRAFT))
    assert file.exists and [each.name for each in file.path.parent.iterdir()] == ["a.lcreview"]
    with sqlite3.connect(file.path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (0x4C435256,)
        assert raw.execute("PRAGMA user_version").fetchone() == (4,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    raw.close()


def test_a_file_that_was_taken_away_is_written_whole_again(tmp_path: Path) -> None:
    file = ReviewFile(tmp_path / "a.lcreview")
    file.save(Kept(REVIEW, DRAFT))
    file.path.unlink()
    file.save(Kept(REVIEW.with_region("福州"), DRAFT))
    assert ReviewFile(file.path).load() == Kept(REVIEW.with_region("福州"), DRAFT)


def test_two_windows_keep_each_others_work(tmp_path: Path) -> None:
    one, two = ReviewFile(tmp_path / "a.lcreview"), ReviewFile(tmp_path / "a.lcreview")
    one.save(Kept(Review(notes={"a": "1"}), DRAFT))
    two.load()
    one.save(Kept(Review(notes={"a": "1", "b": "2"}), DRAFT))
    two.save(Kept(Review(notes={"a": "1", "c": "3"}), DRAFT))
    kept = ReviewFile(tmp_path / "a.lcreview").load()
    assert kept is not None and kept.review.notes == {"a": "1", "b": "2", "c": "3"}


KEEPS_WRITING = """
import sys
from pathlib import Path
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.store import Kept, ReviewFile
file, review = ReviewFile(Path(sys.argv[1])), Review()
for step in range(100_000):
    review = review.with_note(f"n{step % 500}", f"{step} " * 50)
    file.save(Kept(review, (SourceFile("a.xlsx", "0"),)))
    print(step, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [0, 1, 7, 40])
def test_kill_after_an_acknowledged_change_loses_nothing(tmp_path: Path, acknowledged: int) -> None:
    path = tmp_path / "a.lcreview"
    with subprocess.Popen([sys.executable, "-c", KEEPS_WRITING, path], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(acknowledged + 1):
            last = int(writer.stdout.readline())
        writer.kill()
    kept = ReviewFile(path).load()
    assert kept is not None and kept.review.notes[f"n{last % 500}"] == f"{last} " * 50


def test_killed_inside_a_change_the_file_is_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    ReviewFile(path).save(Kept(REVIEW, DRAFT))
    dies = ("import os, sqlite3, sys\n"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
            "c.executemany('INSERT INTO note VALUES (?, ?)', ((str(i), 'x' * 3000) for i in range(300)))\n"
            "os.kill(os.getpid(), 9)")
    subprocess.run([sys.executable, "-c", dies, path], check=False)
    assert (tmp_path / "a.lcreview-journal").exists()
    assert ReviewFile(path).load() == Kept(REVIEW, DRAFT)


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a review", b"x" * 5000, b"SQLite format 3\0" + b"\xff" * 4080])
def test_what_is_no_review_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.lcreview"
    path.write_bytes(content)
    file = ReviewFile(path)
    with pytest.raises(UsageError) as error:
        file.load()
    assert code(error) in ("review-not-a-review", "review-damaged")
    with pytest.raises(OutputError) as error:
        file.save(Kept(REVIEW, DRAFT))
    assert code(error) in ("review-not-a-review", "review-damaged")
    assert path.read_bytes() == content


def change(path: Path, *statements: str) -> None:
    """Make a good review file and do something to it."""
    ReviewFile(path).save(Kept(REVIEW, DRAFT))
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


TOO_MANY = ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20001) "
            "INSERT INTO note SELECT 'n' || i, '' FROM n")


@pytest.mark.parametrize(("statement", "expected"), [
    ("PRAGMA application_id = 7", "review-damaged"),
    ("PRAGMA user_version = 5", "review-newer"),
    ("PRAGMA user_version = 0", "review-damaged"),
    ("CREATE TABLE more (a)", "review-damaged"),
    ("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM fact; END", "review-damaged"),
    ("DROP TABLE note", "review-damaged"),
    ("CREATE VIEW v AS SELECT * FROM note", "review-damaged"),
    ("INSERT INTO note VALUES ('a', x'00ff')", "review-damaged"),
    ("INSERT INTO note VALUES ('a', CAST(x'c328' AS TEXT))", "review-damaged"),
    ("INSERT INTO note VALUES ('a', 5)", "review-damaged"),
    ("INSERT INTO note VALUES ('a', replace(hex(zeroblob(60000)), '0', 'x'))", "review-damaged"),
    ("INSERT INTO note VALUES ('a', zeroblob(9000000))", "review-damaged"),
    ("INSERT INTO fact VALUES ('a', 'exec', 1, '', '')", "review-damaged"),
    ("INSERT INTO fact VALUES ('a', 'stated', 9e999, '', '')", "review-damaged"),
    ("INSERT INTO line VALUES ('first', 'x')", "review-damaged"),
    ("INSERT INTO correction VALUES ('a', '', '../../x', 'text', '', '', '', '')", "review-damaged"),
    ("INSERT INTO correction VALUES ('a', '', 'D5', 'colour', '', '', '', '')", "review-damaged"),
    ("INSERT INTO nod VALUES ('a', 2, '', NULL, '')", "review-damaged"),
    ("INSERT INTO nod VALUES ('a', 1, 'sure', NULL, '')", "review-damaged"),
    ("INSERT INTO item VALUES ('a', 'perhaps', '', '', '', '', NULL, '', '', '')", "review-damaged"),
    ("INSERT INTO item VALUES ('a', '', '', '', '', '', -1, '', '', '')", "review-damaged"),
    ("INSERT INTO item VALUES ('a', '', '', '', '', '', 9e999, '', '', '')", "review-damaged"),
    ("INSERT INTO item VALUES ('a', '', '', '', '', '', NULL, '', '', '[{}]')", "review-damaged"),
    ("INSERT INTO item VALUES ('a', '', '', '', '', '', NULL, '', '', '[')", "review-damaged"),
    ("INSERT INTO item VALUES ('a', '', '', '', '', '', NULL, replace(hex(zeroblob(15000)), '0', 'x'), '', '')",
     "review-damaged"),
    ("INSERT INTO meta VALUES ('status', 'open')", "review-damaged"),
    ("INSERT INTO meta VALUES ('round', '0')", "review-damaged"),
    ("INSERT INTO meta VALUES ('reviewer.name', '王')", "review-damaged"),
    ("INSERT INTO piece VALUES ('a', 'ab', 'big')", "review-damaged"),
    (TOO_MANY, "review-damaged"),
])
def test_hostile_content_is_refused(tmp_path: Path, statement: str, expected: str) -> None:
    path = tmp_path / "a.lcreview"
    change(path, statement)
    before = path.read_bytes()
    file = ReviewFile(path)
    with pytest.raises(UsageError) as error:
        file.load()
    assert code(error) == expected
    with pytest.raises(OutputError):
        file.save(Kept(Review(), DRAFT))
    assert path.read_bytes() == before


OLD = """
CREATE TABLE meta (name, value, PRIMARY KEY (name)) WITHOUT ROWID;
CREATE TABLE source (file, sha256, PRIMARY KEY (file)) WITHOUT ROWID;
CREATE TABLE fact (id, state, value, source, stated_by, PRIMARY KEY (id)) WITHOUT ROWID;
CREATE TABLE correction (file, sheet, cell, printed, corrected, reason, PRIMARY KEY (file, sheet, cell)) WITHOUT ROWID;
CREATE TABLE note (criterion, text, PRIMARY KEY (criterion)) WITHOUT ROWID;
CREATE TABLE line (position, typed, PRIMARY KEY (position)) WITHOUT ROWID;
INSERT INTO fact VALUES ('co2_peak_year', 'stated', 2020, '第 12 页', '王');
INSERT INTO correction VALUES ('a.xlsx', '表 1', 'D5', '17', '17.5', '笔误'), ('a.csv', '', 'B2', '', '3', '');
INSERT INTO note VALUES ('peak', '请附文件');
PRAGMA application_id = 1279480406;
PRAGMA user_version = 1;
"""
OLD_REVIEW = (Review(notes={"peak": "请附文件"})
              .with_fact(StatedFact("co2_peak_year", "stated", 2020, "第 12 页", "王"))
              .with_correction(Correction("a.xlsx", "表 1", "D5", "17", "17.5", "笔误"))
              .with_correction(Correction("a.csv", None, "B2", "", "3")))


def old_file(path: Path) -> bytes:
    raw = sqlite3.connect(path)
    raw.executescript(OLD)
    raw.close()
    return path.read_bytes()


def test_a_file_of_the_first_version_is_read_as_it_is_and_written_anew_by_the_next_change(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    before = old_file(path)
    file = ReviewFile(path)
    kept = file.load()
    assert kept == Kept(OLD_REVIEW, ()) and path.read_bytes() == before
    changed = OLD_REVIEW.with_correction(Correction("a.xlsx", "表 1", "D5", "17", "2020", field="target_year"))
    file.save(Kept(changed, ()))
    assert ReviewFile(path).load() == Kept(changed, ())
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (4,)
    raw.close()


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.lcreview"
    before = old_file(path)
    file = ReviewFile(path)
    file.load()
    monkeypatch.setattr(connect, "PAGES", 8)
    with pytest.raises(OutputError):
        file.save(Kept(OLD_REVIEW.with_note("b", "长" * 50_000), ()))
    assert path.read_bytes() == before


def test_what_another_window_kept_in_an_old_file_is_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    old_file(path)
    file = ReviewFile(path)
    file.save(Kept(Review(notes={"x": "y"}), ()))
    kept = ReviewFile(path).load()
    assert kept is not None and kept.review == OLD_REVIEW.with_note("x", "y")


def test_an_old_file_with_a_table_of_the_new_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    old_file(path)
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE nod (id, agreed, state, value, evidence, PRIMARY KEY (id)) WITHOUT ROWID")
    raw.close()
    with pytest.raises(UsageError) as error:
        ReviewFile(path).load()
    assert code(error) == "review-damaged"


def test_a_file_cut_short_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    change(path)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(UsageError) as error:
        ReviewFile(path).load()
    assert code(error) == "review-damaged"


def test_locked_by_another_program_and_saved_once_it_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT", 0.05)
    path = tmp_path / "a.lcreview"
    file = ReviewFile(path)
    file.save(Kept(Review(), DRAFT))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OutputError) as error:
        file.save(Kept(REVIEW, DRAFT))
    assert code(error) == "review-locked"
    with pytest.raises(UsageError) as error:
        ReviewFile(path).load()
    assert code(error) == "review-locked"
    other.close()
    file.save(Kept(REVIEW, DRAFT))
    assert ReviewFile(path).load() == Kept(REVIEW, DRAFT)


def test_a_short_lock_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    file = ReviewFile(path)
    file.save(Kept(Review(), DRAFT))
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(0.1, other.close)
    timer.start()
    file.save(Kept(REVIEW, DRAFT))
    timer.join()
    assert ReviewFile(path).load() == Kept(REVIEW, DRAFT)


def test_a_full_disk_keeps_the_file_as_it_was_and_room_saves_all(tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.lcreview"
    file = ReviewFile(path)
    file.save(Kept(REVIEW, DRAFT))
    monkeypatch.setattr(connect, "PAGES", 10)
    long = REVIEW.with_note("b", "长" * 50_000)
    with pytest.raises(OutputError) as error:
        file.save(Kept(long, DRAFT))
    assert code(error) == "review-disk-full"
    assert ReviewFile(path).load() == Kept(REVIEW, DRAFT)
    monkeypatch.undo()
    file.save(Kept(long, DRAFT))
    assert ReviewFile(path).load() == Kept(long, DRAFT)


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    file = ReviewFile(tmp_path / "a.lcreview")
    with pytest.raises(OutputError) as error:
        file.save(Kept(REVIEW.with_note("b", "x" * 100_001), DRAFT))
    assert code(error) == "review-too-large" and not file.exists


def test_no_right_to_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    file = ReviewFile(tmp_path / "file" / "a.lcreview")
    with pytest.raises(OutputError) as error:
        file.save(Kept(REVIEW, DRAFT))
    assert code(error) == "review-read-only"
    (tmp_path / "b.lcreview").mkdir()
    with pytest.raises(OutputError) as error:
        ReviewFile(tmp_path / "b.lcreview").save(Kept(REVIEW, DRAFT))
    assert code(error) == "review-read-only"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    ReviewFile(path).save(Kept(REVIEW, DRAFT))
    path.chmod(0o444)
    file = ReviewFile(path)
    assert file.load() == Kept(REVIEW, DRAFT)
    with pytest.raises(OutputError) as error:
        file.save(Kept(Review(), DRAFT))
    assert code(error) == "review-read-only"


def test_sqlite_is_loaded_only_when_a_file_is_touched() -> None:
    proof = "import sys, lowcarbon_desktop.app.session; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", proof], check=False).returncode == 0


def test_a_file_of_the_third_version_keeps_its_history_and_its_seal(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    ReviewFile(path).save(Kept(REVIEW, DRAFT), {"assessment": b"{}"})
    raw = sqlite3.connect(path)
    raw.executescript("DROP TABLE mark; PRAGMA user_version = 3;")
    raw.close()
    entries, before = ReviewFile(path).entries(), path.read_bytes()
    assert entries and verify(ReviewFile(path).inside()).faults == ()
    file = ReviewFile(path)
    assert file.load() == Kept(REVIEW, DRAFT) and path.read_bytes() == before
    changed = REVIEW.with_marks((Mark("retrofit", "special-funds", True, "", "见附件三", "ab"),))
    file.save(Kept(changed, DRAFT))
    assert ReviewFile(path).load() == Kept(changed, DRAFT)
    now = ReviewFile(path).inside()
    assert now.entries[:len(entries)] == entries and len(now.entries) == len(entries) + 1
    assert verify(now).faults == () and now.whole == ("assessment",)
    assert path.with_name("a.lcreview.v3.bak").read_bytes() == before
