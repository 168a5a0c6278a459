"""Checks a folder of plans in the background, and shows the summary when that is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lowcarbon_desktop.errors import Cancelled, LowCarbonError
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from lowcarbon_desktop.app.batch import Batch
    from lowcarbon_desktop.ui.batch_dialog import BatchDialog


class Batching(QObject):
    """`dialog` is the summary that was shown last."""

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window
        self.dialog: BatchDialog | None = None

    def ask(self) -> None:
        """Let the user choose the folder of the plans, then the one for the reports."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Check a folder of plans: each file or folder "
                                                                        "in it is one application"))
        if not chosen:
            return
        folder = Path(chosen)
        out = QFileDialog.getExistingDirectory(self._window, self.tr("Where to write the reports and the summary"),
                                               str(folder.parent))
        if out:
            self.run(folder, Path(out))

    def run(self, folder: Path, out: Path, *, replace: bool = False) -> None:
        """Check the plans; where the results would replace files, ask first."""
        lang = self._desk.settings.lang

        def work(progress: Progress) -> Batch:
            from lowcarbon_desktop.app import batch
            return batch.run(batch.Asked(folder, out, jobs=batch.usual_jobs(), lang=lang, replace=replace), progress)

        self._tasks.run(self.tr("Checking the plans in {name}").format(name=folder.name), work,
                        lambda found: self._show(found, folder, out),
                        lambda error: self._failed(error, folder, out))

    def _show(self, found: Batch, folder: Path, out: Path) -> None:
        from lowcarbon_desktop.ui.batch_dialog import BatchDialog

        self.dialog = BatchDialog(self._desk, found, folder, out, self._window)
        self.dialog.wanted.connect(lambda path: self._window.open((path,)))
        self.dialog.show()

    def _failed(self, error: BaseException, folder: Path, out: Path) -> None:
        if isinstance(error, Cancelled):
            self._desk.tell(Notice("info", lambda: self.tr(
                "Checking the folder was cancelled: reports that were ready by then are in {out}, but no summary."
            ).format(out=out)))
        elif isinstance(error, LowCarbonError) and error.message.code == "batch-exists":
            asked = self._desk.say(error.message).partition("（--replace）")[0].partition(" (--replace)")[0]
            wish = self.tr("Replace these files?")
            answer = QMessageBox.question(self._window, self.tr("Replace earlier results?"), f"{asked}\n\n{wish}")
            if answer == QMessageBox.StandardButton.Yes:
                self.run(folder, out, replace=True)
        elif isinstance(error, LowCarbonError):
            self._desk.fail(error)
        else:
            raise error
