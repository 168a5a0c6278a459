"""What runs in the background, how far it is, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.tasks import Task, Tasks

_PATIENCE = 300  # milliseconds before the strip appears: what is faster needs no word


class ProgressStrip(Attentive, QFrame):
    """Stands above the plan while anything runs."""

    def __init__(self, tasks: Tasks, cancel: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.words, self.bar, self.stop = QLabel(self), QProgressBar(self), QPushButton(self)
        self.bar.setMaximumWidth(320)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(8)
        self.stop.clicked.connect(cancel)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 6, 14, 6)
        box.setSpacing(12)
        for widget in (self.words, self.bar, self.stop):
            box.addWidget(widget)
        box.addStretch()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.show)
        tasks.changed.connect(self._changed)
        tasks.stepped.connect(self._stepped)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.stop.setText(self.tr("Cancel"))

    def _changed(self) -> None:
        running = self._tasks.running
        if running:
            self.words.setText(running[0].title)
            self.bar.setRange(0, 0)
            if self.isHidden() and not self._patience.isActive():
                self._patience.start()
        else:
            # The next plan of a row follows at once; the strip would flicker between them.
            QTimer.singleShot(0, self, self._rest)

    def _rest(self) -> None:
        if not self._tasks.running:
            self._patience.stop()
            self.hide()

    def _stepped(self, task: Task, done: int, total: int) -> None:
        if self._tasks.running and task is self._tasks.running[0]:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
