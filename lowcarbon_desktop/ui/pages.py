"""The pages of the window, one shown at a time: the start, the open plan, the preview of the report, and guests."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.preview import Preview
    from lowcarbon_desktop.ui.review_page import ReviewPage
    from lowcarbon_desktop.ui.start_page import StartPage
    from lowcarbon_desktop.ui.window import Window


class Pages(QStackedWidget):
    """Before the first paint it holds the start alone, or nothing; every page is made when it is first shown."""

    def __init__(self, window: Window, *, start: bool = True) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._plan: ReviewPage | None = None
        self.preview: Preview | None = None
        if start:
            self.setCurrentWidget(self.start)

    @cached_property
    def start(self) -> StartPage:
        """The start page, made at once only where it is to be seen."""
        from lowcarbon_desktop.ui.start_page import StartPage

        made = StartPage(self._desk.settings, self._window)
        self._window.follow(made)
        self.addWidget(made)
        return made

    @property
    def made(self) -> ReviewPage | None:
        """The page of the open plan where one was ever open."""
        return self._plan

    @property
    def plan(self) -> ReviewPage:
        """The page of the open plan, made when the first plan is open."""
        if self._plan is None:
            from lowcarbon_desktop.ui.review_page import ReviewPage

            self._plan = ReviewPage(self._desk, self._window.tasks, self._window)
            self._plan.review_wanted.connect(lambda: self._window.reviewing.begin())
            self.addWidget(self._plan)
        return self._plan

    def show_plan(self) -> None:
        """Back to the open plan, or to the start."""
        self.setCurrentWidget(self.plan if self._desk.current is not None else self.start)

    def switch(self) -> None:
        """Follow the desk to another plan, or to the start when the last one is closed."""
        if self._desk.current is None:
            self.start.refresh()
        first = self._plan is None
        self.show_plan()
        if first and self._plan is not None:
            self.setUpdatesEnabled(False)  # Qt puts off a part of the work, and would paint before and after it
            _lay_out()  # it has its room by now, and is filled only once for it
            self._plan.show_current(table_waits=True)
            QTimer.singleShot(0, self, self._paint)
        else:
            self.setUpdatesEnabled(True)

    def _paint(self) -> None:
        _lay_out()
        self._plan.findings.stay_in_view()
        self.setUpdatesEnabled(True)
        QTimer.singleShot(1, self._plan, self._plan.fill_table)  # at 0 Qt would call it before it paints

    def show_preview(self, path: Path) -> None:
        """Show a report that was printed for looking at."""
        if self.preview is None:
            from lowcarbon_desktop.ui.preview import Preview

            self.preview, printing = Preview(self._window), self._window.printing
            self.preview.back.connect(self.show_plan)
            self.preview.save.connect(printing.save)
            self.preview.print.connect(printing.print)
            self.addWidget(self.preview)
        self.preview.show_file(path)
        self.setCurrentWidget(self.preview)

    def keep(self) -> None:
        """Keep what is being typed on the page of the plan, before the window closes."""
        if self._plan is not None:
            self._plan.keep()
            self._plan.mapping.finish()


def _lay_out() -> None:
    """Lay out now what Qt would lay out between two paintings."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
