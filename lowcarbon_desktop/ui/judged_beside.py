"""A long plan is judged beside the window: it is told how far that is, and Cancel leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.ui.tasks import Task

if TYPE_CHECKING:
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.progress import Progress

_PATIENCE = 300
"""Milliseconds before a word appears. Until then keys and clicks wait, so that quick work takes none of them away."""


class JudgedBeside(QDialog):
    """Does one piece of work while the window is painted on; it stands before the window, which takes no change."""

    def __init__(self, work: Callable[[Progress], Assessment], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Judging anew"))
        self._come: list[object] = []
        self._waiting = QEventLoop(self)
        self._task = Task("", work, self)
        self._task.answered.connect(self._ended)
        self._task.failed.connect(self._ended)
        self._task.stepped.connect(self._stepped)
        self.words, self.bar, self.stop = QLabel(self), QProgressBar(self), QPushButton(self.tr("Cancel"), self)
        self.words.setText(self.tr("The text is long: it is judged anew with the change…"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.stop.setAutoDefault(False)  # an Enter that was meant for the window stops nothing
        self.stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        box = QVBoxLayout(self)
        box.addWidget(self.words)
        box.addLayout(row)

    def outcome(self) -> Assessment:
        """What comes of the work. Raises whatever it raises, Cancelled where it was stopped."""
        QTimer.singleShot(_PATIENCE, self._waiting, self._waiting.quit)
        self._task.start()
        self._waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._come:
            self.exec()
        if not self._come:  # the program is being closed
            self._task.cancel()
            self._come.append(Cancelled())
        self._task.wait()
        self.deleteLater()
        come = self._come[0]
        if isinstance(come, BaseException):
            raise come
        return come

    def reject(self) -> None:
        """Ask the work to stop; the window is free again when it has."""
        self.stop.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self._task.cancel()

    def _stepped(self, task: Task, done: int, total: int) -> None:
        if done:  # until then it only moves
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _ended(self, task: Task, come: object) -> None:
        self._come.append(come)
        self._waiting.quit()
        self.done(QDialog.DialogCode.Accepted)
