"""A review file that was cut, flipped, killed or filled up: nothing is written over, and what is good is rescued."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.errors import LowCarbonError, UsageError
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.verdict import Item
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.store.rescue import HISTORY, Rescued, rescue
from lowcarbon_desktop.store.verify import verify
from tests.store.edits import said_after
from tests.store.test_history import DRAFT, STEPS, behind_its_back, made

ROOT = Path(__file__).resolve().parents[2]
EDITS = 200
RUNS = int(os.environ.get("LOWCARBON_CRASH_RUNS", "12"))


def loaded(path: Path) -> Kept:
    kept = ReviewFile(path).load()
    assert kept is not None and verify(ReviewFile(path).inside()).faults == ()
    return kept


def test_a_good_file_is_rescued_whole_and_is_in_work(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview")
    before = file.path.read_bytes()
    assert rescue(file.path, tmp_path / "b.lcreview").said == ()
    kept = loaded(tmp_path / "b.lcreview")
    assert kept.review.conclusion == STEPS[-1].conclusion and kept.review.status == "in_work"
    rescued = ReviewFile(tmp_path / "b.lcreview")
    rescued.load()
    assert rescued.piece("assessment") == b"{}" * 50_000 and rescued.piece(HISTORY) is not None
    assert file.path.read_bytes() == before


def test_one_bad_row_costs_no_other(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    behind_its_back(file.path, "INSERT INTO fact VALUES ('bad', 'exec', 1, '', '')", "CREATE TABLE more (a)",
                    "UPDATE meta SET value = '李' WHERE name = 'reviewer.name'")
    with pytest.raises(UsageError):
        ReviewFile(file.path).load()
    assert rescue(file.path, tmp_path / "b.lcreview") == Rescued(mended=["meta reviewer.name"], strange=["fact bad"])
    assert loaded(tmp_path / "b.lcreview").review.items == STEPS[2].items


def test_a_table_that_cannot_be_read_is_taken_from_the_history(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    behind_its_back(file.path, "DROP TABLE item")
    assert not rescue(file.path, tmp_path / "b.lcreview").lost
    assert loaded(tmp_path / "b.lcreview").review.items == STEPS[2].items


def test_a_comment_with_a_flipped_byte_is_put_right_by_the_history(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    behind_its_back(file.path, "UPDATE item SET comment = '请补去'", "UPDATE note SET text = '公开'")
    told = rescue(file.path, tmp_path / "b.lcreview")
    assert told == Rescued(mended=["item a"], doubtful=["note a"])
    review = loaded(tmp_path / "b.lcreview").review
    assert review.items == STEPS[2].items and review.notes == {"a": "公开"}


def test_without_a_sound_history_the_rows_stand(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    behind_its_back(file.path, "UPDATE entry SET payload = payload || ' ' WHERE number = 4",
                    "UPDATE item SET outcome = 'magic'")
    told = rescue(file.path, tmp_path / "b.lcreview")
    assert told.lost[0] == "entry 4"
    kept = loaded(tmp_path / "b.lcreview")
    assert kept.review.notes == STEPS[2].notes and kept.review.reviewer == STEPS[2].reviewer


@pytest.mark.parametrize("at", [0, 3, 17, 1000, 2500, 3900])
def test_a_lost_first_page_costs_nothing(tmp_path: Path, at: int) -> None:
    """It says where everything else lies: nothing could be read."""
    path = made(tmp_path / "a.lcreview", STEPS[:3]).path
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + b"\xff" * (4096 - at) + whole[4096:])
    assert rescue(path, tmp_path / "b.lcreview").said == ()
    rescued = ReviewFile(tmp_path / "b.lcreview")
    assert rescued.load() == Kept(STEPS[2], DRAFT) and rescued.piece("assessment") == b"{}" * 50_000


@pytest.mark.parametrize("at", [0, 3, 15, 68, 71])
def test_a_flipped_mark_is_called_damage(tmp_path: Path, at: int) -> None:
    path = made(tmp_path / "a.lcreview", STEPS[:3]).path
    whole = bytearray(path.read_bytes())
    whole[at] ^= 1
    path.write_bytes(whole)
    with pytest.raises(UsageError, match="review-damaged"):
        ReviewFile(path).load()
    rescue(path, tmp_path / "b.lcreview")
    assert loaded(tmp_path / "b.lcreview").review == STEPS[2]


def test_each_page_lost_costs_no_other_piece_and_no_word(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    noise = random.Random(0).randbytes(30_000)
    file.save(Kept(STEPS[2], DRAFT), {"assessment": noise, "file:a": b"a", "sources": b"s"})
    whole = file.path.read_bytes()
    for at in range(0, len(whole), 4096):
        file.path.write_bytes(whole[:at] + random.Random(at).randbytes(4096) + whole[at + 4096:])
        (tmp_path / "b.lcreview").unlink(missing_ok=True)
        told = rescue(file.path, tmp_path / "b.lcreview")
        assert loaded(tmp_path / "b.lcreview").review.items == STEPS[2].items
        lost = {each for each in told.lost if each.startswith("piece")}
        assert lost <= {"piece assessment"} or lost == {"piece assessment", "piece file:a", "piece sources"}, at


def test_a_block_that_the_disk_cannot_give_any_more_costs_no_other(tmp_path: Path,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    real = Path.open

    class Worn:
        def __init__(self, raw) -> None:
            self.raw = raw

        def __enter__(self):
            return self

        def __exit__(self, *why: object) -> None:
            self.raw.close()

        def seek(self, at: int) -> None:
            self.raw.seek(at)

        def read(self, size: int) -> bytes:
            if self.raw.tell() < 2 * 4096:
                raise OSError(5, "Input/output error")
            return self.raw.read(size)

    def worn(path: Path, mode: str = "r", *given, **named):
        opened = real(path, mode, *given, **named)
        return Worn(opened) if path == file.path else opened

    monkeypatch.setattr(Path, "open", worn)
    assert rescue(file.path, tmp_path / "b.lcreview").lost == []
    assert loaded(tmp_path / "b.lcreview").review == STEPS[2]


def test_of_a_file_cut_short_what_was_said_is_there(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:3])
    whole = file.path.read_bytes()
    file.path.write_bytes(whole[:len(whole) * 2 // 3])
    assert rescue(file.path, tmp_path / "b.lcreview").lost
    assert loaded(tmp_path / "b.lcreview").review.items == STEPS[2].items


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind")
def test_a_pipe_is_not_waited_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.lcreview")
    for path in (tmp_path / "a.lcreview", tmp_path):
        with pytest.raises(UsageError, match="review-not-a-review"):
            rescue(path, tmp_path / "b.lcreview")


def test_a_file_without_a_byte_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "a.lcreview").touch()
    for name, code in (("a", "review-empty"), ("b", "review-missing")):
        with pytest.raises(UsageError) as refused:
            ReviewFile(tmp_path / f"{name}.lcreview").inside()
        assert refused.value.message.code == code


def test_a_file_of_a_newer_program_is_not_called_empty(tmp_path: Path) -> None:
    file = made(tmp_path / "a.lcreview", STEPS[:1])
    behind_its_back(file.path, "PRAGMA user_version = 99")
    with pytest.raises(UsageError) as refused:
        rescue(file.path, tmp_path / "b.lcreview")
    assert refused.value.message.code == "review-newer"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_cut_or_flipped_anywhere_it_is_refused_or_rescued_and_never_changed(
        tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("review")
    path = made(folder / "a.lcreview", STEPS[:3]).path
    whole = bytearray(path.read_bytes())
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(1, len(whole) - 1)):]
    else:
        for _ in range(data.draw(st.integers(1, 40))):
            whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    try:
        ReviewFile(path).load()
        verify(ReviewFile(path).inside())
    except LowCarbonError as error:
        assert error.status == 2
    try:
        rescue(path, folder / "b.lcreview")
    except UsageError:
        assert not (folder / "b.lcreview").exists()
    else:
        loaded(folder / "b.lcreview")
    assert path.read_bytes() == whole


@pytest.mark.parametrize("run", range(RUNS))
def test_killed_at_any_point_of_many_edits_at_most_the_last_is_missing(tmp_path: Path, run: int) -> None:
    """LOWCARBON_CRASH_RUNS=100 python -m pytest tests/store/test_rescue.py -k killed"""
    path = tmp_path / "a.lcreview"
    with subprocess.Popen([sys.executable, "-m", "tests.store.edits", path, str(run), str(EDITS)],
                          stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(random.Random(run).uniform(0, 0.6))
        writer.send_signal(signal.SIGKILL)
        acknowledged = [int(line) for line in writer.stdout.read().split()]
    done = max(acknowledged, default=0)
    assert loaded(path).review in (said_after(run, done), said_after(run, done + 1))


def test_a_full_disk_leaves_the_last_complete_state(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    writer = subprocess.run([sys.executable, "-m", "tests.store.edits", path, "0", str(EDITS), "200000"],
                            capture_output=True, text=True, check=False, cwd=ROOT)
    done = [int(line) for line in writer.stdout.split()]
    assert "review-" in writer.stderr and 0 < len(done) < EDITS
    assert loaded(path).review == said_after(0, done[-1])
    ReviewFile(path).load()
    file = ReviewFile(path)
    file.load()
    file.save(Kept(Review(items={"a": Item(comment="room again")}), DRAFT))
    assert loaded(path).review.item("a").comment == "room again"


def test_a_damage_that_sqlite_cannot_put_into_words_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "a.lcreview", STEPS[:3]).path
    whole = path.read_bytes()
    at = whole.index(b"CREATE TABLE meta")
    path.write_bytes(whole[:at] + b"\xf0\xf9" + whole[at + 2:])
    with pytest.raises(UsageError, match="review-damaged"):
        ReviewFile(path).load()


def test_a_note_of_an_unknown_table_is_no_review(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE t (a)")
    raw.close()
    with pytest.raises(UsageError, match="review-nothing-left"):
        rescue(path, tmp_path / "b.lcreview")
    with pytest.raises(UsageError, match="review-missing"):
        rescue(tmp_path / "none", tmp_path / "b.lcreview")
