"""To paper and to workbooks: preview, save as PDF, print, export, the empty form; all in the background."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.tasks import Tasks
from lowcarbon_desktop.ui.writing import asked, folder_for, tell_failed, tell_written


class Printing(QObject):
    """`ready` carries the PDF to be previewed inside the window."""

    ready = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window
        self._folder: QTemporaryDir | None = None

    def preview(self) -> None:
        """Make the report and show it."""
        self._make(self._draft(), self._show)

    def save(self, path: Path | None = None) -> None:
        """Write the report where the user says."""
        path = path or self._ask(self.tr("Save the report"), "pdf", "PDF (*.pdf)")
        if path is not None:
            self._make(path, self._told)

    def print(self) -> None:
        """Make the report and put it on a printer of the user's choice."""
        self._make(self._draft(), self._ask_printer)

    def export(self, path: Path | None = None) -> None:
        """Write the findings as a workbook where the user says."""
        path = path or self._ask(self.tr("Export the findings"), "xlsx", "Excel (*.xlsx)")
        if path is None:
            return
        session, lang = self._desk.current, self._desk.settings.lang

        def work(progress: Progress) -> Path:
            session.export(path, lang, progress)
            return path

        self._tasks.run(self.tr("Writing {name}").format(name=path.name), work, self._told, self._failed)

    def form(self, path: Path | None = None) -> None:
        """Write the empty form for applicants where the user says; the dialog has asked whether to replace a file."""
        path = path or asked(self._window, self.tr("Write an empty form"), Path(self.tr("plan-form.xlsx")),
                             "Excel (*.xlsx)")
        if path is None:
            return
        lang = self._desk.settings.lang

        def work(progress: Progress) -> Path:
            from lowcarbon_desktop.app.reference import reference
            from lowcarbon_desktop.app.template import write_template

            write_template(path, reference(), lang=lang, replace=True, progress=progress)
            return path

        self._tasks.run(self.tr("Writing {name}").format(name=path.name), work, self._told, self._failed)

    def _make(self, path: Path, then: Callable[[Path], None]) -> None:
        session, lang = self._desk.current, self._desk.settings.lang
        applicant = self._desk.settings.applicant
        self._desk.settle()  # the rounds are read from its file

        def work(progress: Progress) -> Path:
            if applicant:
                session.print_list(path, lang)
            else:
                session.print_report(path, lang, progress)
            return path

        self._tasks.run(self.tr("Making the report"), work, then, self._failed)

    def _show(self, path: Path) -> None:
        if find_spec("PySide6.QtPdfWidgets") is not None:
            self.ready.emit(path)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _told(self, path: Path) -> None:
        tell_written(self._desk, path)

    def _failed(self, error: BaseException) -> None:
        tell_failed(self._desk, error)

    def _ask_printer(self, path: Path) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if find_spec("PySide6.QtPdf") is None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            return
        from lowcarbon_desktop.ui.paper import put_on_printer

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            count = put_on_printer(path, printer)
            self._desk.tell(Notice("info", lambda: self.tr("Pages sent to the printer: {count}").format(count=count)))

    def _ask(self, title: str, ending: str, kinds: str) -> Path | None:
        session = self._desk.current
        plan = session.path
        return asked(self._window, title, folder_for(plan) / f"{plan.stem}-{self.tr('review')}.{ending}", kinds)

    def _draft(self) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        session = self._desk.current
        return Path(self._folder.path()) / f"{session.path.stem}.pdf"
