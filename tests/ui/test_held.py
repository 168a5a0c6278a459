"""A review that another program has open is only read here, until the user says otherwise or the other is closed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lowcarbon_desktop.ui.window import Window
from tests.store.test_held import ELSEWHERE
from tests.ui.conftest import TASK
from tests.ui.driving import PROVINCE


@pytest.fixture
def other(qtbot, opened: Window) -> Iterator[subprocess.Popen]:
    """Another program with the review of Xiamen's plan, which is opened here after it."""
    window = opened
    plan = window.desk.current.path
    window.desk.note(window.desk.current, PROVINCE, "mine")
    window.close_plan()
    assert not list(plan.parent.glob(".~lock*"))
    process = subprocess.Popen([sys.executable, "-c", ELSEWHERE, str(plan.with_name(plan.name + ".lcreview"))],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "None\n"
    window.open([Path(plan)])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    yield process
    process.kill()
    process.communicate()


def noted(window: Window, text: str) -> str:
    window.desk.note(window.desk.current, PROVINCE, text)
    return window.desk.current.review.notes[PROVINCE]


def test_it_is_only_read_until_the_user_says_otherwise(opened: Window, other: subprocess.Popen) -> None:
    anyway = opened.commands.actions["anyway"]
    assert any(each.code == "review-held" for each in opened.desk.current.remarks)
    assert noted(opened, "changed") == "mine"
    assert anyway.isEnabled()
    anyway.trigger()
    assert noted(opened, "changed") == "changed"
    assert not anyway.isEnabled()


def test_the_end_of_the_other_program_is_enough(opened: Window, other: subprocess.Popen) -> None:
    assert noted(opened, "changed") == "mine"
    other.kill()
    other.wait()
    assert noted(opened, "changed") == "changed"
