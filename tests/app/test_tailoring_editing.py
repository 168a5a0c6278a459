"""A tailoring is edited without a window: differences with remarks, told by lint, saved once it lints."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.tailoring_editing import TailoringEditing
from lowcarbon_desktop.errors import UsageError

HAND = """\
name: 某省预评审   # of the province
rubric: second-batch
version: "1.0"
# what we do not ask
leave_out:
  - {criterion: caps.per-head, remark: 本省另有人均口径}
change:
  - {criterion: consistency.kaya, with: {tolerance: 2}, points: 3, remark: 能源统计口径较粗}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "province.yaml"
    path.write_text(HAND, "utf-8")
    return path


def test_a_tailoring_is_shown_as_differences_with_remarks(path: Path) -> None:
    rows = TailoringEditing(path).rows
    assert [(each.criterion, each.what, each.before, each.after) for each in rows] == [
        ("caps.per-head", "left_out", "", ""), ("consistency.kaya", "points", "2", "3"),
        ("consistency.kaya", "with.tolerance", "1", "2")]
    assert rows[0].remark == "本省另有人均口径"


def test_a_new_one_leaves_out_and_changes_with_remarks_and_judges_so(tmp_path: Path) -> None:
    editing = TailoringEditing(tmp_path / "new.yaml", "second-batch")
    with pytest.raises(UsageError):
        editing.save(reference())  # it changes nothing yet
    editing.leave_out("caps.per-head", "另有口径")
    editing.change("targets.co2-2015.nation", "line", 18, "本省要求高于全国")
    editing.change("consistency.kaya", "points", 3, "更重")
    editing.change("consistency.kaya", "with.tolerance", 2, "口径粗")
    assert editing.examined(reference()) == ()
    editing.save(reference())
    rubric = load_rubric("second-batch", tmp_path / "new.yaml")
    assert {(each.criterion, each.what, each.after) for each in rubric.tailoring.changes} == {
        ("caps.per-head", "left_out", ""), ("targets.co2-2015.nation", "line", "18"),
        ("consistency.kaya", "points", "3"), ("consistency.kaya", "with.tolerance", "2")}
    assert not editing.draft_path.exists()


def test_what_is_not_touched_stays_as_it_was_written(path: Path) -> None:
    editing = TailoringEditing(path)
    editing.change("consistency.kaya", "points", 5, "更重")
    assert editing.text == HAND.replace("points: 3, remark: 能源统计口径较粗", "points: 5, remark: 更重")
    editing.take_back(next(each for each in editing.rows if each.what == "points"))
    editing.take_back(editing.rows[-1])
    assert [each.what for each in editing.rows] == ["left_out"]
    for _ in range(3):
        editing.undo()
    assert editing.text == HAND


def test_what_lint_refuses_is_told_at_its_row_and_kept_as_a_draft(path: Path) -> None:
    editing = TailoringEditing(path)
    editing.leave_out("targets.co2-2015.nation", "不需要")
    said = editing.examined(reference())
    assert [(each.path, each.said.code) for each in said] == [(("leave_out", 1), "tailoring-locked")]
    with pytest.raises(UsageError):
        editing.save(reference())
    assert path.read_text("utf-8") == HAND
    assert TailoringEditing(path).recovered
