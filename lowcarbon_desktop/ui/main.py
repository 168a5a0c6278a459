"""Starts the window: the least that it needs is painted first, everything else comes after."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.language import Language
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.window import Window


def dressed(settings: Settings) -> Language:
    """The application in its font, its look and the user's language; the language can be switched later."""
    if QApplication.style().name() != "fusion":  # setting it a second time would make it twice
        QApplication.setStyle("Fusion")
    theme.load_fonts()
    theme.apply(settings.look)
    language = Language()
    language.switch(settings.lang)
    return language


def run(paths: Sequence[str]) -> int:
    """Open the window on these plans; returns the exit status when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("LowCarbon Desktop")
    app.setDesktopFileName("lowcarbon-desktop")
    settings = Settings()
    window = Window(settings, dressed(settings), start=not paths)
    window.show()

    def begin() -> None:
        from lowcarbon_desktop.ui.faults import tell_faults
        from lowcarbon_desktop.ui.none_guard import guard_none

        guard_none()
        app.styleHints().colorSchemeChanged.connect(lambda: theme.apply(settings.look))
        tell_faults(window)
        window.begin(Path(each) for each in paths)

    QTimer.singleShot(0, window, begin)
    return app.exec()
