"""A window with settings, data and plans of its own; nothing of the tester's desk is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the window needs PySide6")

from PySide6.QtCore import QSettings

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.ui.language import Language
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.none_guard import guard_none
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window

guard_none()
TASK = 20_000  # milliseconds that a task in the background may take on a slow machine


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings in a file of their own, as at the very first start."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def plan(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of a shipped example, as if a user had been sent it."""
    def copy(name: str = "xiamen.xlsx") -> Path:
        folder = tmp_path / "plans"
        folder.mkdir(exist_ok=True)
        return Path(shutil.copy(resource("examples", name), folder / name))

    return copy


@pytest.fixture
def window(qtbot, settings: Settings) -> Iterator[Window]:
    """The window after its first paint, without a plan."""
    language: Language = dressed(settings)
    made = Window(settings, language)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    yield made
    made.close()
    language.switch("en")


@pytest.fixture
def opened(qtbot, window: Window, plan: Callable[[str], Path]) -> Window:
    """The window with Xiamen's plan."""
    window.open([plan()])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    return window
