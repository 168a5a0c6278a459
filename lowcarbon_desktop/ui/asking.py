"""What the window asks when a command needs an answer first: which files, which folder, which lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.window import Window


class Asking(QObject):
    """Each question is a dialog above the window; one that is dismissed changes nothing."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk

    def files(self) -> None:
        """Let the user choose files to open."""
        from lowcarbon_desktop.app.open_plan import endings

        recent = self._desk.settings.recent
        folder = str(recent[0].parent) if recent else ""
        readable = " ".join(f"*{each}" for each in endings())
        kinds = ";;".join((self.tr("Plans and reviews ({kinds})").format(kinds=f"{readable} *.lcreview"),
                           self.tr("All files (*)")))
        chosen, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open plans"), folder, kinds)
        self._window.open(Path(each) for each in chosen)

    def folder(self) -> None:
        """Let the user choose a folder whose files are one application."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder as one application"))
        if chosen:
            self._window.open((Path(chosen),))

    def lines(self) -> None:
        """Let the user enter the lines that were assigned to the place."""
        from lowcarbon_desktop.ui.lines_dialog import LinesDialog
        LinesDialog(self._desk, self._window).exec()

    def remembered(self) -> None:
        """Show the corrections that are proposed again, to be forgotten where they should not be."""
        from lowcarbon_desktop.ui.remembered_dialog import RememberedDialog
        RememberedDialog(self._desk, self._window).exec()
