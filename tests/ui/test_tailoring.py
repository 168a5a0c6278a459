"""A tailoring as an expert edits it: leave out with a reason, another threshold, a reason mended, taken back, saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.tailoring_editing import TailoringEditing
from lowcarbon_desktop.ui.tailoring_change import ChangeDialog
from lowcarbon_desktop.ui.tailoring_dialog import TailoringDialog
from lowcarbon_desktop.ui.window import Window


@pytest.fixture
def dialog(qtbot, window: Window, tmp_path: Path) -> TailoringDialog:
    """A tailoring that is new."""
    made = TailoringDialog(window.desk, TailoringEditing(tmp_path / "省.yaml", "second-batch"), window)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(criterion: str, remark: str, what: str | None = None, value: str = "") -> None:
    """Fill the dialog that comes up, and agree."""
    def do() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, ChangeDialog)
        ok = asked.buttons.button(asked.buttons.StandardButton.Ok)
        asked.criterion.setCurrentIndex(asked.criterion.findData(criterion))
        if what is not None:
            asked.what.setCurrentIndex(asked.what.findData(what))
            asked.value.setEditText(value)
        assert not ok.isEnabled()  # without a reason nothing is changed
        asked.remark.setText(remark)
        ok.click() if ok.isEnabled() else asked.reject()

    QTimer.singleShot(0, do)


def test_differences_are_made_with_their_reasons_and_saved(qtbot, dialog: TailoringDialog) -> None:
    assert not dialog.save.isEnabled()  # what changes nothing is no tailoring
    assert dialog.faults.isVisible()
    fill("caps.per-head", "本省另有口径")
    dialog.leave_out.click()
    fill("targets.co2-2015.nation", "本省要求更高", "line", "18")
    dialog.change.click()
    fill("consistency.kaya", "更重", "points", "3")
    dialog.change.click()
    assert dialog.table.rowCount() == 3
    assert not dialog.faults.isVisible()
    dialog.table.item(0, 4).setText("另有人均口径")
    dialog.table.setCurrentCell(2, 0)
    dialog.back.click()
    dialog.save.click()
    changes = load_rubric("second-batch", dialog.editing.path).tailoring.changes
    assert {(each.criterion, each.what, each.after, each.remark) for each in changes} == {
        ("caps.per-head", "left_out", "", "另有人均口径"),
        ("targets.co2-2015.nation", "line", "18", "本省要求更高")}
    dialog.undo.click()
    assert dialog.table.rowCount() == 3


def test_a_locked_criterion_cannot_be_left_out_nor_weakened(qtbot, dialog: TailoringDialog) -> None:
    fill("targets.co2-2015.nation", "不要")
    dialog.leave_out.click()
    assert dialog.table.rowCount() == 0
    fill("targets.co2-2015.nation", "太高", "line", "15")
    dialog.change.click()
    assert "不低于国家目标" in dialog.faults.text() and "targets.co2" not in dialog.faults.text()
    assert not dialog.save.isEnabled()
    dialog.undo.click()
    assert dialog.table.rowCount() == 0
