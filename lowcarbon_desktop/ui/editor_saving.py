"""What becomes of an edited rubric: saved, under another version where it judges otherwise; put back; compared."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_diff import differences
from lowcarbon_desktop.app.rubric_draft_criteria import put_head
from lowcarbon_desktop.app.rubric_titles import called
from lowcarbon_desktop.errors import LowCarbonError, UsageError, message
from lowcarbon_desktop.ui import editor_dialogs as dialogs
from lowcarbon_desktop.ui.editor_bench import Bench
from lowcarbon_desktop.ui.editor_faults import DifferencesTable
from lowcarbon_desktop.ui.notice import Notice


class EditorSaving(QObject):
    """`refused`: it has faults, which are to be looked at."""

    refused = Signal()

    def __init__(self, bench: Bench, page: QWidget) -> None:
        super().__init__(page)
        self._bench, self._desk, self._page = bench, bench.desk, page

    def save(self) -> None:
        """Save what lints; else show what is wrong."""
        editing = self._bench.editing
        if editing is None or editing.shipped or not editing.changed:
            return
        self._bench.put_down()
        try:
            found = editing.examined(editing.draft, reference())
            if found.refused:
                self.refused.emit()
                self._desk.tell(Notice("error", lambda: self.tr(
                    "Not saved: {count} faults have to be mended first. Your draft is kept, and nothing is judged by "
                    "it.").format(count=len(found.refused))))
            elif self._agree_version(found.wrong_cases()):
                self._write()
        except LowCarbonError as error:
            self._desk.fail(error)
        self._changed()

    def discard(self) -> None:
        """Go back to what was saved, if the user agrees."""
        if dialogs.confirmed(self._page, self.tr("Discard the draft"), self.tr(
                "Go back to the rubric as it was saved? Undo brings the draft back.")):
            self._bench.editing.discard()
            self._changed()

    def compare(self) -> None:
        """Show what differs from a rubric of the user's choice."""
        from lowcarbon_desktop.rubric.load import examine

        editing = self._bench.editing
        other = dialogs.ask_rubric(self._desk, self._page, self.tr("Compare with"),
                                   self.tr("What differs of this rubric from"), but=editing.folder)
        if other is None:
            return
        table, say = DifferencesTable(self._bench), self._desk.say
        table.show_differences(differences(examine(other)[0], examine(editing.keep(editing.draft)
                                                                      if not editing.shipped else editing.folder)[0]))
        title = f"{say(called(other).title)} → {say(self._bench.named(None))}"
        dialogs.Compared(table, title, self._page).exec()

    def _agree_version(self, wrong: int) -> bool:
        editing = self._bench.editing
        proposed = editing.next_version()
        if proposed is None:
            return not wrong or dialogs.confirmed(self._page, self.tr("Save the rubric"), self.tr(
                "Cases that do not come out as expected: {count}. Save nevertheless?").format(count=wrong))
        now = str(editing.draft.head.get("version", ""))
        given = dialogs.ask_version(self._page, now, proposed, wrong)
        if given is None:
            return False
        what = message("edit-field", criterion=self._bench.named(None), key=message("rubric-key-version"),
                       field="version")
        return given == now or self._bench.do(lambda draft: put_head(draft, ("version",), given), what)

    def _write(self) -> None:
        editing = self._bench.editing
        try:
            folder = editing.save(reference())
        except UsageError as error:
            if error.message.code != "edit-changed-outside" or not dialogs.confirmed(
                    self._page, self.tr("Save the rubric"), self._desk.say(error.message)):
                raise
            folder = editing.save(reference(), over=True)
        title, version = self._bench.named(None), editing.draft.head.get("version", "")
        self._desk.tell(Notice("info", lambda: self.tr(
            "{title} {version} is saved in {folder}; plans can be judged by it.").format(
                title=self._desk.say(title), version=version, folder=folder)))

    def _changed(self) -> None:
        self._bench.changed.emit()
        self._bench.settle()
