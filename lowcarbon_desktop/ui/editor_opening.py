"""Brings the rubric editor into the window when it is first wanted, and hands undo and redo to it while it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lowcarbon_desktop.app.check import DEFAULT_RUBRIC
from lowcarbon_desktop.app.rubric_editing import has_draft
from lowcarbon_desktop.app.rubrics import find_rubric, own, own_folder
from lowcarbon_desktop.assets import rubrics as shipped_folder
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.ui.editor_page import EditorPage
from lowcarbon_desktop.ui.notice import Notice

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session
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
        """Show the editor: with the rubric in `folder`, the one that is open in it, or the first to be edited."""
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
        self._window.show_plan()

    def ask_tailoring(self) -> None:
        """Let the user choose a tailoring to look at and to edit."""
        kinds = self.tr("Tailorings (*.yaml *.yml)") + ";;" + self.tr("All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a tailoring"), "", kinds)
        if chosen:
            self.tailor(Path(chosen))

    def new_tailoring(self) -> None:
        """Begin a tailoring of a rubric, in a file of the user's choice."""
        from lowcarbon_desktop.ui.editor_dialogs import ask_rubric

        of = ask_rubric(self._window.desk, self._window, self.tr("New tailoring"), self.tr("Of which rubric"),
                        find_rubric(DEFAULT_RUBRIC))
        if of is not None:
            chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("New tailoring"), f"{of.name}-tailoring.yaml",
                                                    self.tr("Tailorings (*.yaml *.yml)"))
            if chosen:
                self.tailor(Path(chosen), of.name)

    def tailor(self, path: Path, rubric: str | None = None) -> None:
        """Show the differences of a tailoring, to be edited."""
        from lowcarbon_desktop.app.tailoring_editing import TailoringEditing
        from lowcarbon_desktop.ui.tailoring_dialog import TailoringDialog

        try:
            editing = TailoringEditing(path, rubric)
        except LowCarbonError as error:
            self._window.desk.fail(error, path.name)
            return
        if editing.recovered:
            said = self.tr("Your unsaved draft of {name} was taken up again.").format(name=path.name)
            self._window.desk.tell(Notice("info", lambda: said))
        TailoringDialog(self._window.desk, editing, self._window).exec()

    def judge(self, folder: Path) -> None:
        """Judge the shown plan by this rubric as it was saved; undo judges by the one before."""
        from dataclasses import replace

        desk = self._window.desk
        rubric = folder.name if folder.parent in (own_folder(), shipped_folder()) else str(folder)

        def anew(session: Session) -> None:
            session.judge_anew(replace(session.yardstick, rubric=rubric, tailoring=None))

        if desk.current is not None and desk.do(anew):
            self.leave()

    @staticmethod
    def _first() -> Path:
        """A rubric of one's own, one with an unsaved draft before all others; where there is none, the usual one."""
        folders = sorted((own_folder() / id for id in own()), key=lambda folder: not has_draft(folder))
        return folders[0] if folders else find_rubric(DEFAULT_RUBRIC)

    def _turned(self) -> None:
        window = self._window
        here = window.pages.currentWidget() is self.page
        if not here and window.desk.aside is self.page.bench:
            self.page.put_down()
            window.desk.aside = None
        elif here:
            window.desk.aside = self.page.bench
        window.commands.refresh()
