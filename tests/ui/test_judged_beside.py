"""A long plan is judged beside the window: the window lives on, nothing typed is lost, and Cancel changes nothing."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from lowcarbon_desktop.app import judging
from lowcarbon_desktop.ui.judged_beside import JudgedBeside
from tests.ui.conftest import TASK
from tests.ui.driving import PROVINCE, cell_of, outcome, reading, type_into


@pytest.fixture
def long(opened, monkeypatch):
    """The window with a plan whose every change counts as long; `free` lets the judgement under way come to its end."""
    free, threads = Event(), []
    really = judging.build_plans

    def held(*args, progress, **more):
        threads.append(current_thread())
        while not free.wait(0.01):
            progress.step(1, 2)
        return really(*args, progress=progress, **more)

    monkeypatch.setattr(judging, "_SHORT", -1)
    monkeypatch.setattr(judging, "build_plans", held)
    opened.free, opened.threads = free, threads
    yield opened
    free.set()


def waiting(window) -> JudgedBeside | None:
    return next((each for each in window.findChildren(JudgedBeside) if each.isVisible()), None)


def change(qtbot, window, then) -> None:
    """Type 19 into the cell that falls short, and wait for what is to come of it."""
    type_into(qtbot, window, cell_of(window, reading(window)), "19")
    qtbot.waitUntil(lambda: not window.desk.busy and then(), timeout=TASK)


def when_it_waits(window, act) -> None:
    """Do something once the word stands before the window; the test fails where it never does."""
    def look() -> None:
        if (dialog := waiting(window)) is not None:
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def test_a_quick_change_shows_no_word_and_is_judged_elsewhere(qtbot, long):
    long.free.set()
    change(qtbot, long, lambda: outcome(long) == "pass")
    assert long.threads and main_thread() not in long.threads
    assert waiting(long) is None


def test_a_slow_change_is_told_and_the_window_is_painted_on(qtbot, long):
    seen = []

    def act(dialog: JudgedBeside) -> None:
        seen.append((dialog.words.text(), QApplication.activeModalWidget() is dialog))
        long.free.set()

    when_it_waits(long, act)
    change(qtbot, long, lambda: outcome(long) == "pass")
    assert seen == [("材料较长，正在按这一改动重新评审…", True)]
    assert waiting(long) is None


@pytest.mark.parametrize("how", ["button", "escape"])
def test_cancel_leaves_everything_as_it_was(qtbot, long, how):
    def act(dialog: JudgedBeside) -> None:
        if how == "button":
            qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    before = long.desk.current.assessment
    when_it_waits(long, act)
    change(qtbot, long, long.messages.isVisible)
    assert long.desk.current.assessment is before and not long.desk.current.review.corrections
    assert long.desk.current.to_undo is None
    assert "没有任何改动" in long.messages.words.text()
    long.free.set()
    long.activateWindow()  # as a real screen does by itself when a dialog goes
    qtbot.waitUntil(long.isActiveWindow)
    change(qtbot, long, lambda: outcome(long) == "pass")


def test_a_note_that_is_kept_meanwhile_is_not_lost(qtbot, long):
    def act(dialog: JudgedBeside) -> None:
        assert long.desk.busy
        long.desk.note(long.desk.current, PROVINCE, "请核对")
        long.free.set()

    when_it_waits(long, act)
    change(qtbot, long, lambda: long.desk.current.review.notes.get(PROVINCE) == "请核对")
    assert outcome(long) == "pass"


def test_a_fault_in_the_judgement_comes_back_to_the_window(long, monkeypatch):
    def broken(*args, **more):
        raise ZeroDivisionError("nobody expected this")

    long.free.set()
    monkeypatch.setattr(judging, "check", broken)
    with pytest.raises(ZeroDivisionError):
        long.desk.say_part()
    assert not long.desk.busy


def test_closing_the_program_meanwhile_changes_nothing(qtbot, long):
    session, before = long.desk.current, long.desk.current.assessment
    when_it_waits(long, lambda dialog: dialog.done(0))
    type_into(qtbot, long, cell_of(long, reading(long)), "19")
    qtbot.waitUntil(lambda: bool(long.threads) and not long.desk.busy, timeout=TASK)
    assert session.assessment is before
