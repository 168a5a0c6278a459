"""A folder of plans is checked from the window: the summary, from it to a plan, and nothing is overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QMessageBox

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("lowcarbon_desktop.app.batch.usual_jobs", lambda: 1)
    plans, out = tmp_path / "2012", tmp_path / "results"
    plans.mkdir()
    out.mkdir()
    for name in ("xiamen.xlsx", "baoding.xlsx"):
        shutil.copy(resource("examples", name), plans / name)
    (plans / "damaged.docx").write_bytes(b"PK\x03\x04")
    chosen = iter([str(plans), str(out)] * 2)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(chosen))
    return plans


@pytest.fixture
def checked(qtbot, window: Window, folder: Path) -> Callable[[], None]:
    def checked() -> None:
        window.commands.actions["batch"].trigger()
        qtbot.waitUntil(lambda: not window.tasks.running, timeout=TASK)
    return checked


def test_the_summary_tells_of_each_plan_and_leads_to_it(qtbot, window: Window, checked: Callable[[], None],
                                                        folder: Path) -> None:
    checked()
    dialog = window.batching.dialog
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [row.file for row in dialog.model.rows] == ["baoding.xlsx", "damaged.docx", "xiamen.xlsx"]
    assert (folder.parent / "results" / "summary.pdf").exists()
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    assert not dialog.plan.isEnabled()
    dialog.table.setCurrentIndex(dialog.model.index(2, 0))
    qtbot.mouseClick(dialog.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    assert window.desk.current.path.name == "xiamen.xlsx"


def test_results_of_the_same_names_are_replaced_only_when_the_user_says_so(
        window: Window, checked: Callable[[], None], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = folder.parent / "results" / "xiamen.pdf"
    own.write_text("somebody's own")
    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    checked()
    assert (own.read_text(), window.batching.dialog) == ("somebody's own", None)
    checked()
    assert own.read_bytes().startswith(b"%PDF")
