"""The one module where work leaves the window's thread: a task is a use case bound to its arguments."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QThread, Signal

from lowcarbon_desktop.progress import Progress

_PAUSE = 0.05  # seconds between two reports of progress; more would only fill the queue


class Task(QThread):
    """One piece of work on a thread of its own. It answers by signal and never touches a widget."""

    stepped = Signal(object, int, int)
    answered = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, title: str, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._progress = Progress(self._tell)
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next step; it then fails with Cancelled."""
        self._progress.cancel()

    def run(self) -> None:
        """Called by Qt on the new thread."""
        try:
            answer = self._work(self._progress)
        except BaseException as error:  # whatever it is, the window has to hear of it: a thread has no other mouth
            self.failed.emit(self, error)
        else:
            self.answered.emit(self, answer)

    def _tell(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._told >= _PAUSE or done >= total:
            self._told = now
            self.stepped.emit(self, done, total)


class Tasks(QObject):
    """The running tasks; their answers arrive in the window's thread."""

    changed = Signal()
    stepped = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._then: dict[Task, tuple[Callable[[object], None], Callable[[BaseException], None]]] = {}

    @property
    def running(self) -> tuple[Task, ...]:
        """The tasks that have not answered yet, the oldest first."""
        return tuple(self._then)

    def run(self, title: str, work: Callable[[Progress], object], answered: Callable[[object], None],
            failed: Callable[[BaseException], None]) -> Task:
        """Start `work`; exactly one of `answered` and `failed` is called later, in this thread."""
        task = Task(title, work, self)
        self._then[task] = (answered, failed)
        task.stepped.connect(self.stepped)
        task.answered.connect(self._answered)
        task.failed.connect(self._failed)
        task.start()
        self.changed.emit()
        return task

    def cancel(self) -> None:
        """Ask all running tasks to stop."""
        for task in self.running:
            task.cancel()

    def finish(self) -> None:
        """Cancel everything and wait until no thread is left; nobody hears the answers any more."""
        self.cancel()
        for task in self.running:
            task.answered.disconnect()
            task.failed.disconnect()
            task.wait()
        self._then.clear()

    def _answered(self, task: Task, answer: object) -> None:
        for then in self._end(task):
            then[0](answer)

    def _failed(self, task: Task, error: BaseException) -> None:
        for then in self._end(task):
            then[1](error)

    def _end(self, task: Task) -> list[tuple[Callable[[object], None], Callable[[BaseException], None]]]:
        # An answer may still lie in the queue when `finish` has already given the task up.
        if task not in self._then:
            return []
        then = self._then.pop(task)
        task.wait()
        task.deleteLater()
        self.changed.emit()
        return [then]
