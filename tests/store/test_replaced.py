"""Something else lies in the place of an open review: an older copy, another review, nothing. No word is lost by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.errors import OutputError
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.store import Kept, ReviewFile
from tests.cli.test_review import NATION, Run, _here, begun, draft, item, plain, run  # noqa: F401
from tests.store.test_history import DRAFT, STEPS, made, verified


def test_an_older_copy_gets_every_word_again_and_keeps_its_history(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    file = made(path, STEPS[:2])
    older, entries = path.read_bytes(), file.entries()
    file.save(Kept(STEPS[2], DRAFT))
    path.write_bytes(older)
    said = STEPS[2].with_note("b", "danach")
    file.save(Kept(said, DRAFT))
    assert ReviewFile(path).load() == Kept(said, DRAFT) and verified(path).faults == ()
    assert ReviewFile(path).entries()[:len(entries)] == entries


@pytest.mark.parametrize("other", [
    Kept(replace(STEPS[1], round=2), DRAFT), Kept(replace(STEPS[1], reviewer=Reviewer("2", "王")), DRAFT),
    Kept(STEPS[1], (SourceFile("厦门.xlsx", "cd" * 32),))])
def test_another_review_in_its_place_is_not_written_into(tmp_path: Path, other: Kept) -> None:
    path = tmp_path / "a.lcreview"
    file = made(path, STEPS[:3])
    path.unlink()
    ReviewFile(path).save(other)
    before = path.read_bytes()
    with pytest.raises(OutputError, match="review-replaced"):
        file.save(Kept(STEPS[2].with_note("b", "danach"), DRAFT))
    assert path.read_bytes() == before


def test_what_two_programs_write_in_turn_is_no_replacement(tmp_path: Path) -> None:
    path = tmp_path / "a.lcreview"
    one, other = made(path, STEPS[:2]), ReviewFile(path)
    other.load()
    other.save(Kept(STEPS[1].with_note("x", "andere"), DRAFT))
    one.save(Kept(STEPS[1].with_note("y", "eine"), DRAFT))
    kept = ReviewFile(path).load()
    assert kept is not None and kept.review.notes == {"x": "andere", "y": "eine"}


def test_a_file_that_was_taken_away_is_written_with_its_findings(run: Run, begun) -> None:  # noqa: F811
    f = Path(begun())
    session = Session.open(f)
    session.lags = True
    session.note(NATION, "eins")
    f.unlink()
    session.note(NATION, "zwei")
    assert session.behind
    session.settle()
    session.close()
    assert run("review", "verify", f)[0] == 0
    _, out, _ = run("review", "show", f, "--format", "json")
    assert "zwei" in out


def test_what_cannot_be_written_in_its_place_can_be_saved_elsewhere(run: Run, begun) -> None:  # noqa: F811
    f, other = Path(begun()), Path(begun("other.lcreview", "李四"))
    session = Session.open(f)
    f.write_bytes(other.read_bytes())
    session.note(NATION, "eins")
    assert session.unsaved is not None and session.unsaved.code == "review-replaced"
    session.save_as(Path("new.lcreview"))
    session.close()
    assert f.read_bytes() == other.read_bytes()
    _, out, _ = run("review", "show", "new.lcreview", "--format", "json")
    assert "eins" in out and "张三" in out
