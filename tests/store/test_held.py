"""A review that is open in one program can only be read in another, until the first has closed it or was killed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lowcarbon_desktop.errors import OutputError
from lowcarbon_desktop.review import Review, StatedFact
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.store.held import Owner

ELSEWHERE = """
import sys
from pathlib import Path
from lowcarbon_desktop.store import ReviewFile
print(ReviewFile(Path(sys.argv[1])).hold(), flush=True)
sys.stdin.read()
"""


def kept(year: int) -> Kept:
    return Kept(Review().with_fact(StatedFact("co2_peak_year", "stated", year, "p. 3")), ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "评审.lcreview"
    ReviewFile(path).save(kept(2018))
    return path


@pytest.fixture
def other(path: Path) -> Iterator[subprocess.Popen]:
    """Another program that has the file open."""
    process = subprocess.Popen([sys.executable, "-c", ELSEWHERE, str(path)], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "None\n"
    yield process
    process.kill()
    process.communicate()


def test_the_second_program_is_told_by_whom_and_writes_nothing(path: Path, other: subprocess.Popen) -> None:
    file = ReviewFile(path)
    file.load()
    owner = file.hold()
    assert isinstance(owner, Owner)
    assert owner.machine
    before = path.read_bytes()
    with pytest.raises(OutputError) as refused:
        file.save(kept(2020))
    assert refused.value.message.code == "review-held"
    assert path.read_bytes() == before


def test_it_can_be_opened_anyway(path: Path, other: subprocess.Popen) -> None:
    file = ReviewFile(path)
    file.load()
    file.open_anyway()
    file.save(kept(2020))
    assert ReviewFile(path).load() == kept(2020)


def test_a_killed_program_holds_nothing_any_more(path: Path, other: subprocess.Popen) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert list(path.parent.glob(".~lock*"))  # its file is still there, and means nothing
    file = ReviewFile(path)
    file.load()
    assert file.hold() is None
    file.save(kept(2020))
    file.release()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_closing_lets_the_next_one_in_and_leaves_nothing_behind(path: Path) -> None:
    one, two = ReviewFile(path), ReviewFile(path)  # two windows of one program keep each other's work as ever
    assert (one.hold(), two.hold()) == (None, None)
    one.release()
    assert list(path.parent.glob(".~lock*"))
    two.release()
    assert not list(path.parent.glob(".~lock*"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_on_a_read_only_place_nobody_holds_it(path: Path) -> None:
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert ReviewFile(path).hold() is None
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_what_stands_in_the_lock_file_is_not_believed(path: Path, other: subprocess.Popen) -> None:
    (beside,) = path.parent.glob(".~lock*")
    beside.write_bytes(b"\x1b[2J\xff" + b"x" * 10_000)
    owner = ReviewFile(path).hold()
    assert "\x1b" not in owner.user
    assert len(owner.user) <= 60
