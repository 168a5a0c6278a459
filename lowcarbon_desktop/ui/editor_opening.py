"""Brings the rubric editor into the window when it is first wanted, and hands undo and redo to it while it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lowcarbon_desktop.app.check import DEFAULT_RUBRIC
from lowcarbon_desktop.app.rubrics import find_rubric, own, own_folder
from lowcarbon_desktop.assets import rubrics as shipped_folder
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.ui.editor_page import EditorPage

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.window import Window


class Editors(QObject):
    """One editor a window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.page = EditorPage(window.desk, window)
        window.pages.addWidget(self.page)
        window.pages.currentChanged.connect(self._turned)
        self.page.left.connect(self.leave)
        self.page.judging.connect(self.judge)
        self.page.bench.changed.connect(window.commands.refresh)
        self.page.bench.opened.connect(window.commands.refresh)

    def show(self, folder: Path | None = None) -> None:
        """Show the editor: with the rubric in `folder`, or the one that is open in it, or the first that may be edited."""
        if folder is not None or self.page.bench.editing is None:
            self.page.open(folder or self._first())
        self._window.pages.setCurrentWidget(self.page)
        self.page.bench.settle()
        self.page.look()
        self.page.criteria.tree.setFocus()

    def begin_new(self) -> None:
        """Show the editor and ask for the id of a new rubric."""
        self.show()
        self.page.begin_new()

    def ask_folder(self) -> None:
        """Let the user choose the folder of a rubric that lies elsewhere."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open a rubric's folder"))
        if chosen:
            self.show(Path(chosen))

    def leave(self) -> None:
        """Go back to the plan, or to the start."""
        window = self._window
        self.page.put_down()
        window.pages.setCurrentWidget(window.page if window.desk.current is not None else window.start)

    def judge(self, folder: Path) -> None:
        """Judge the shown plan by this rubric; its review goes on with the new findings."""
        from lowcarbon_desktop.app.session import Session

        window, old = self._window, self._window.desk.current
        if old is None:
            return
        rubric = folder.name if folder.parent in (own_folder(), shipped_folder()) else str(folder)

        def judged(session: Session) -> None:
            window.desk.close(old)
            window.desk.put(session)
            window.desk.show(session)
            self.leave()

        def failed(error: BaseException) -> None:
            if not isinstance(error, LowCarbonError):
                raise error
            window.desk.fail(error, old.path.name)

        title = self.tr("Judging {name} by {rubric}").format(name=old.path.name, rubric=folder.name)
        window.tasks.run(title, lambda progress: Session.open(old.path, rubric=rubric, progress=progress), judged,
                         failed)

    @staticmethod
    def _first() -> Path:
        """A rubric of one's own where there is one, else the usual one."""
        return own_folder() / own()[0] if own() else find_rubric(DEFAULT_RUBRIC)

    def _turned(self) -> None:
        window = self._window
        here = window.pages.currentWidget() is self.page
        window.desk.aside = self.page.bench if here else None
        window.commands.refresh()
