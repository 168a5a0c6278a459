"""A share that is gone, a stick without room, a place without locks: told in words; nothing is made."""

from __future__ import annotations

import errno
import sqlite3
import sys
from pathlib import Path

import pytest

from lowcarbon_desktop.errors import OutputError, UsageError
from lowcarbon_desktop.store import ReviewFile, connect, review_path
from tests.cli.test_review import NATION, Run, _here, begun, draft, run  # noqa: F401

VERBS = (
    ("show", "net/f.lcreview"), ("verify", "net/f.lcreview"), ("history", "net/f.lcreview"),
    ("set", "net/f.lcreview", "--criterion", NATION, "--comment", "x"), ("seal", "net/f.lcreview"),
    ("undo", "net/f.lcreview"), ("rescue", "net/f.lcreview", "--out", "new.lcreview"),
    ("rescue", "f.lcreview", "--out", "net/new.lcreview"), ("copy", "net/f.lcreview", "--out", "new.lcreview"),
    ("copy", "f.lcreview", "--out", "net/new.lcreview"), ("new", "a.csv", "--reviewer", "x", "--out", "net/n.lcreview"),
    ("new", "net/a.csv", "--reviewer", "x", "--out", "new.lcreview"), ("merge", "f.lcreview", "net/f.lcreview",
                                                                      "--dry-run"),
    ("next", "f.lcreview", "net/a.csv", "--out", "new.lcreview"), ("report", "net/f.lcreview", "--pdf", "new.pdf"),
)


@pytest.fixture
def share(run: Run, begun, monkeypatch: pytest.MonkeyPatch):  # noqa: F811
    """A review here, and its twin on a share that is lost from now on."""
    begun()
    Path("net").mkdir()
    for name in ("f.lcreview", "a.csv"):
        Path("net", name).write_bytes(Path(name).read_bytes())

    def gone(real):
        def call(path: Path, *given, **named):
            if "net" in path.parts:
                raise OSError(errno.EIO, "Input/output error", str(path))
            return real(path, *given, **named)
        return call

    for name in ("stat", "mkdir", "open"):
        monkeypatch.setattr(Path, name, gone(getattr(Path, name)))


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_share_that_is_gone_is_no_fault_of_the_program(run: Run, share, verb: tuple[str, ...]) -> None:  # noqa: F811
    status, out, err = run("review", *verb)
    assert status in (2, 3) and not out
    assert "Input/output error" in err and ("net" in err or "a.csv" in err)
    assert not list(Path().glob("new.*"))


def test_other_verbs_and_a_folder(run: Run, share) -> None:  # noqa: F811
    assert run("check", "net/a.csv")[0] == 3
    assert run("compare", "net/f.lcreview", "f.lcreview")[0] == 2
    assert run("batch", "net", "--out", "results")[0] == 2


def test_a_review_that_cannot_be_reached_is_not_begun_anew(share, tmp_path: Path) -> None:
    beside = review_path(Path("net/a.csv"), shipped=tmp_path / "shipped")
    assert beside == Path("net/a.csv.lcreview").resolve()
    file = ReviewFile(beside)
    with pytest.raises(UsageError, match="place-unreachable"):
        file.load()
    assert not file.exists


def test_without_room_nothing_is_left_in_the_way_of_the_next_try(run: Run, begun,  # noqa: F811
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    begun()
    new = ("review", "new", "a.csv", "--reviewer", "x", "--out", "new.lcreview")
    with monkeypatch.context() as small:
        small.setattr(connect, "PAGES", 8)
        assert run(*new)[0] == 2
    assert not list(Path().glob("*new*"))
    assert run(*new)[0] == 0


def test_a_copy_is_made_whole_or_not_at_all(run: Run, begun, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    begun()

    def full(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr("lowcarbon_desktop.store.copy.copyfile", full)
    status, _, err = run("review", "copy", "f.lcreview", "--out", "new.lcreview")
    assert status == 2 and "No space left" in err and not Path("new.lcreview").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="locks are always there")
def test_where_nothing_can_be_locked_it_is_read_and_not_written(run: Run, begun,  # noqa: F811
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    f, real = begun(), sqlite3.connect
    before = Path(f).read_bytes()

    class Lockless(sqlite3.Connection):
        def execute(self, sql: str, *given):
            if sql.startswith(("PRAGMA journal", "PRAGMA schema", "BEGIN IMMEDIATE")):
                raise sqlite3.OperationalError("disk I/O error")
            return super().execute(sql, *given)

    def connected(name, **named):
        return real(name, **named) if named.get("uri") else real(name, factory=Lockless, **named)

    def refused(*given: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(sqlite3, "connect", connected)
    monkeypatch.setattr("fcntl.lockf", refused)
    assert run("review", "show", f)[0] == run("review", "verify", f)[0] == 0
    status, _, err = run("review", "set", f, "--criterion", NATION, "--comment", "x")
    assert status == OutputError.status and "no file locks" in err
    assert Path(f).read_bytes() == before
