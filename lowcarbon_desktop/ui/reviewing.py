"""What is done with a review as a whole: begin, save, rescue, seal, give back, open again, show its history."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.writing import asked, folder_for, tell_failed, tell_written

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
    from lowcarbon_desktop.progress import Progress
    from lowcarbon_desktop.ui.window import Window

SUFFIX = ".lcreview"
KINDS = "*.lcreview"


class Reviewing(QObject):
    """Made when it is first used; the window hands in what it needs."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk

    def begin(self) -> bool:
        """Ask who reviews, as far as nobody said so yet; False where the user would not say."""
        session = self._desk.current
        if session.review.reviewer is not None:
            return True
        return self.introduce()

    def introduce(self) -> bool:
        """Ask who reviews, and keep the name for the next review."""
        from lowcarbon_desktop.app.review_begun import reviewer_named
        from lowcarbon_desktop.ui.reviewer_dialog import ReviewerDialog

        session, settings = self._desk.current, self._desk.settings
        dialog = ReviewerDialog(settings.reviewer, session.review.reviewer, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        settings.reviewer = dialog.name
        return self._desk.do(lambda session: session.introduce(reviewer_named(dialog.name, dialog.interest)))

    def save(self, path: Path | None = None) -> None:
        """Write a review file with the applicant's files inside, and go on in that."""
        session = self._desk.current
        self._window.page.keep()
        if not self.begin():
            return
        path = path or self._ask(session, self.tr("Save a self-contained review"), session.review.reviewer.name)
        if path is None:
            return

        def work(progress: Progress) -> Path:
            session.save_as(path)
            return path

        self._window.tasks.run(self.tr("Writing {name}").format(name=path.name), work,
                               lambda path: self._saved(session, path), partial(tell_failed, self._desk))

    def mail(self, out: Path | None = None) -> None:
        """Write a copy to mail, with or without the applicant's files and the private notes."""
        from lowcarbon_desktop.app.review_verify import copied
        from lowcarbon_desktop.ui.mail_dialog import MailDialog

        session, dialog = self._desk.current, MailDialog(self._window)
        self._window.page.keep()
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        out = out or self._ask(session, self.tr("Save a copy to mail"), self.tr("copy"))
        if out is None:
            return
        session.settle()
        try:
            copied(session.path, out, files=dialog.files, notes=dialog.notes)
        except LowCarbonError as error:
            self._desk.fail(error)
        else:
            tell_written(self._desk, out)

    def rescue(self, path: Path, out: Path | None = None) -> None:
        """Take what is good of a damaged file into a new one, and open that."""
        from lowcarbon_desktop.app.review_verify import rescued

        if out is None:
            out = asked(self._window, self.tr("Rescue into a new file"), path.with_name(
                f"{path.stem}-{self.tr('rescued')}{SUFFIX}"), self.tr("Reviews ({kinds})").format(kinds=KINDS))
            if out is None:
                return
        try:
            lost = rescued(path, out)
        except LowCarbonError as error:
            self._desk.fail(error)
            return
        told = Notice("info" if lost[0].code == "rescue-all" else "warning", lambda: "\n".join((
            self.tr("Rescued into {path}").format(path=out), *map(self._desk.say, lost))))

        def again() -> None:
            """What is said of the rescued file when it is open comes before how it is taken up."""
            if self._desk.current is not None and self._desk.current.path == out.absolute():
                self._desk.switched.disconnect(again)
                self._desk.tell(told)

        self._desk.switched.connect(again)
        self._window.open((out,))
        self._desk.tell(told)

    def seal(self) -> None:
        """Ask, and seal; what is missing is listed on the page of the conclusion, where the button stands."""
        session = self._desk.current
        self._window.page.keep()
        if not self.begin():
            return
        told = [self.tr("Once sealed, nothing of the review can be changed until it is opened again.")]
        if session.missing:
            told.append(self.tr("Criteria without a verdict: {count}.").format(count=len(session.missing)))
        if session.unconcluded is not None:
            told.append(self._desk.say(session.unconcluded))
        if self._sure(self.tr("Seal the review?"), " ".join(told), self.tr("&Seal")):
            self._desk.do(lambda session: session.seal())

    def give_back(self) -> None:
        """Mark the sealed review as returned."""
        self._desk.do(lambda session: session.give_back())

    def reopen(self) -> None:
        """Ask, and open the sealed review again."""
        if self._sure(self.tr("Open the review again?"),
                      self.tr("The history keeps that it was sealed. It is judged as the program judges now, and has "
                              "to be sealed anew."), self.tr("&Open it again")):
            self._desk.do(lambda session: session.reopen())

    def history(self) -> None:
        """Show who changed what, and the steps since the opening."""
        from lowcarbon_desktop.ui.history_dialog import HistoryDialog

        self._window.page.keep()
        HistoryDialog(self._desk, self._window).exec()

    def _ask(self, session: Session, title: str, what: str) -> Path | None:
        """Where to write, beside the plan; what is there is never replaced, so that is not asked."""
        proposed = folder_for(session.path) / f"{session.path.stem}-{what}{SUFFIX}"
        return asked(self._window, title, proposed, self.tr("Reviews ({kinds})").format(kinds=KINDS), replaces=False)

    def _saved(self, before: Session, path: Path) -> None:
        """Go on in the new file; the plan itself stays open no longer, since both would be the same review."""
        def close_before() -> None:
            if self._desk.find(path) is not None and before in self._desk.sessions:
                self._desk.listed.disconnect(close_before)
                self._desk.show(self._desk.find(path))
                self._desk.close(before)

        self._desk.listed.connect(close_before)
        self._window.open((path,))
        self._desk.tell(Notice("info", lambda: self.tr(
            "The review goes on in {path}; what was kept beside the plan stays as it is.").format(path=path)))

    def _sure(self, title: str, words: str, yes: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, title, words, parent=self._window)
        button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("&Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is button
