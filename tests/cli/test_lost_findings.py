"""A review file whose findings are lost, or that is older than they are: judged anew where its draft can be found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.app.session import Session
from tests.cli.test_review import NATION, Run, _here, begun, draft, item, plain, run  # noqa: F401
from tests.store.test_review_file import OLD


def spoilt(path: str, *names: str) -> None:
    """The bytes of these pieces are others."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.executemany("UPDATE chunk SET data = x'00' WHERE name = ?", [(name,) for name in names])


def test_lost_findings_are_made_anew_from_the_draft_inside(run: Run, begun: Callable[..., str],  # noqa: F811
                                                           plain: Callable[..., dict]) -> None:  # noqa: F811
    f = begun()
    run("review", "set", f, "--criterion", NATION, "--outcome", "pass", "--comment", "很好")
    before = plain("review", "show", f)
    spoilt(f, "assessment")
    Path("a.csv").unlink()
    status, _, err = run("review", "rescue", f, "--out", "g.lcreview")
    assert status == 0 and 'lost: part of the file "assessment"' in err and "made anew" in err
    assert plain("review", "show", "g.lcreview")["items"] == before["items"]
    for verb in (("seal",), ("verify",), ("report", "--pdf", "g.pdf"), ("merge", "--dry-run")):
        assert run("review", verb[0], "g.lcreview", *verb[1:])[0] == 0


def test_with_the_draft_lost_too_the_very_same_one_beside_it_will_do(run: Run, begun,  # noqa: F811
                                                                     plain: Callable[..., dict]) -> None:  # noqa: F811
    f = begun()
    run("review", "set", f, "--criterion", NATION, "--outcome", "pass", "--comment", "很好")
    spoilt(f, "assessment", "file:a.csv")
    draft(co2=18)
    status, _, err = run("review", "rescue", f, "--out", "g.lcreview")
    assert status == 0 and "the findings are not" in err
    status, _, err = run("review", "show", "g.lcreview")
    assert status == 2 and "a.csv" in err
    draft()
    assert item(plain("review", "show", "g.lcreview"), NATION)["comment"] == "很好"
    session = Session.open(Path("g.lcreview"))
    session.note(NATION, "und weiter")
    session.close()
    Path("a.csv").unlink()
    assert item(plain("review", "show", "g.lcreview"), NATION)["note"] == "und weiter"
    assert run("review", "verify", "g.lcreview")[0] == 0


def test_a_file_of_the_first_version_is_judged_by_the_draft_beside_it_and_moved_on(
        run: Run, plain: Callable[..., dict]) -> None:  # noqa: F811
    path, old = draft(), Path("old.lcreview")
    with closing(sqlite3.connect(old)) as file:
        file.executescript(OLD)
        file.execute("INSERT INTO source VALUES (?, ?)", (path.name, sha256(path.read_bytes()).hexdigest()))
        file.commit()
    before = old.read_bytes()
    status, _, err = run("review", "verify", old)
    assert status == 0 and "older than histories" in err
    assert plain("review", "show", old)["plan"]["region"] == "厦门"
    assert old.read_bytes() == before
    assert run("review", "note", old, "--criterion", NATION, "--text", "x")[0] == 0
    assert Path("old.lcreview.v1.bak").read_bytes() == before
    path.unlink()
    assert item(plain("review", "show", old), NATION)["note"] == "x"
    assert run("review", "verify", old)[0] == 0
