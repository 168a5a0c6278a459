"""The commands about rounds and experts: each makes its page when it is first wanted and shows it in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from lowcarbon_desktop.errors import LowCarbonError, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.writing import asked, folder_for, tell_failed, tell_written

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.review_frame import ReviewFrame
    from lowcarbon_desktop.ui.window import Window


class ReviewPages(QObject):
    """Work that takes long runs in the background; a page goes back to where one came from."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._made: dict[type[ReviewFrame], ReviewFrame] = {}
        window.pages.currentChanged.connect(self._turned)

    def next_round(self) -> None:
        """Ask for the revised draft, begin the next round, and open it."""
        from lowcarbon_desktop.ui.next_round import NextRoundDialog

        dialog = NextRoundDialog(self._desk, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.begin_next(*dialog.chosen())

    def begin_next(self, revised: Path, out: Path) -> None:
        """Begin the next round of the open review in a new file, and open it."""
        from lowcarbon_desktop.app.rounds import next_round

        def begun(answer: object) -> None:
            _, told = answer
            if told:
                self._desk.tell(Notice("warning", lambda: "\n".join(self._desk.say(each) for each in told)))
            self._window.open((out,))

        self._run(self.tr("Reading {name}").format(name=revised.name),
                  partial(next_round, self._file(), revised, out), begun)

    def changes(self) -> None:
        """Show what changed since the round before."""
        from lowcarbon_desktop.app.review_book import Book
        from lowcarbon_desktop.app.rounds import since
        from lowcarbon_desktop.ui.changes_page import ChangesPage

        path = self._file()
        self._run(self.tr("Comparing the rounds"), lambda progress: since(Book.open(path)),
                  lambda answer: self._page(ChangesPage).show_since(answer))

    def rounds(self) -> None:
        """Show all rounds side by side: those that the open review knows of."""
        from lowcarbon_desktop.app.review_book import Book
        from lowcarbon_desktop.app.rounds import beside
        from lowcarbon_desktop.ui.rounds_page import RoundsPage

        path = self._file()
        self._run(self.tr("Comparing the rounds"), lambda progress: beside([Book.open(path)]),
                  lambda answer: self._page(RoundsPage).show_rounds(answer))

    def form(self, path: Path | None = None) -> None:
        """Write the list of what is asked, for the applicant to answer."""
        from lowcarbon_desktop.app.replies import write_form

        session, lang = self._desk.current, self._desk.settings.lang
        if path is None:
            plan = session.path
            path = asked(self._window, self.tr("List to be answered"),
                         folder_for(plan) / f"{plan.stem}-{self.tr('replies')}.xlsx", "Excel (*.xlsx)")
            if path is None:
                return
        self._run(self.tr("Writing {name}").format(name=path.name),
                  lambda progress: write_form(session.assessment, session.review, path, lang),
                  lambda count: tell_written(self._desk, path))

    def take_replies(self, path: Path | None = None) -> None:
        """Take the applicant's replies from an answered list."""
        from lowcarbon_desktop.app.replies import read_replies

        session = self._desk.current
        if path is None:
            chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("The applicant's replies"),
                                                    str(session.path.parent))
            if not chosen:
                return
            path = Path(chosen)

        def taken(found: object) -> None:
            if not self._desk.do(lambda session: session.reply(found.by_criterion), session):
                return
            told = [message("replies-taken", count=len(found.by_criterion)),
                    *(message("replies-unknown", text=each) for each in found.unknown)]
            self._desk.tell(Notice("warning" if found.unknown else "info",
                                   lambda: "\n".join(self._desk.say(each) for each in told)))

        self._run(self.tr("Reading {name}").format(name=path.name),
                  lambda progress: read_replies(path, session.assessment, progress), taken)

    def compare(self) -> None:
        """Ask for another draft, an open one or a file, and hold the shown one against it."""
        from lowcarbon_desktop.ui.compare_dialog import CompareDialog

        dialog = CompareDialog(self._desk, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.compare_with(dialog.other, earlier=dialog.earlier.isChecked())

    def compare_with(self, other: Path, *, earlier: bool = True) -> None:
        """Hold the shown plan against another; `earlier` where the other is the older draft."""
        from lowcarbon_desktop.app.comparing import Compared, judged_like
        from lowcarbon_desktop.app.reference import reference
        from lowcarbon_desktop.review.weighed import weighed
        from lowcarbon_desktop.ui.changes_page import ChangesPage

        session, known = self._desk.current, self._desk.find(other)
        here = weighed(session.assessment, session.review)

        def work(progress: Progress) -> Compared:
            there = (weighed(known.assessment, known.review) if known is not None
                     else judged_like(other, here, reference(), progress))
            return Compared(there, here) if earlier else Compared(here, there)

        names = (other.name, session.path.name) if earlier else (session.path.name, other.name)
        self._run(self.tr("Reading {name}").format(name=other.name), work,
                  lambda answer: self._page(ChangesPage).show_compared(answer, *names))

    def merge(self, paths: Sequence[Path] = ()) -> None:
        """Put the reviews of several experts side by side; a merged file that is open is shown at once."""
        from lowcarbon_desktop.review.meeting import meeting
        from lowcarbon_desktop.ui.merge_page import MergePage

        self._desk.settle()  # files of open reviews may be among them
        current = self._desk.current
        if not paths and current is not None and meeting(current.review.reviewer):
            self.show_merged(self._file())
        else:
            self._page(MergePage).begin(paths)

    def show_merged(self, path: Path) -> None:
        """Show the merge that a file holds."""
        from lowcarbon_desktop.ui.merge_result import MergeResult

        try:
            self._page(MergeResult).show_file(path)
        except LowCarbonError as error:
            self._window.show_plan()
            self._desk.fail(error)

    def _file(self) -> Path:
        """The review file of the shown plan, with all that was said and judged in it."""
        session = self._desk.current
        session.settle()
        return session.review_path or session.path

    def _run(self, title: str, work: Callable[[Progress], object], then: Callable[[object], object]) -> None:
        self._window.messages.clear("error")
        self._window.tasks.run(title, work, then, self.failed)

    def failed(self, error: BaseException) -> None:
        """Tell what went wrong; what was open stays open."""
        tell_failed(self._desk, error)

    def _turned(self) -> None:
        """On the page of a merge, undo and redo go through what the meeting said."""
        shown, aside = self._window.pages.currentWidget(), self._desk.aside
        if shown not in self._made.values() and aside not in self._made.values():
            return
        self._desk.aside = shown if hasattr(shown, "to_undo") else None
        self._window.commands.refresh()

    def _page(self, kind: type[ReviewFrame]) -> ReviewFrame:
        if kind not in self._made:
            page = self._made[kind] = kind(self._desk, self._window)
            page.back.connect(self._window.show_plan)
            page.wanted.connect(self._run)
            page.made.connect(self.show_merged)
            page.changed.connect(self._window.commands.refresh)
            self._window.pages.addWidget(page)
        self._window.pages.setCurrentWidget(self._made[kind])
        return self._made[kind]
