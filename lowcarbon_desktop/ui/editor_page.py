"""The rubric editor: the rubrics and their criteria at the left, the form of one at the right, its cases below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_diff import differences
from lowcarbon_desktop.app.rubric_draft import put_head
from lowcarbon_desktop.app.rubrics import find_rubric, own, shipped
from lowcarbon_desktop.errors import LowCarbonError, message
from lowcarbon_desktop.ui import editor_dialogs as dialogs
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.editor_bench import Bench
from lowcarbon_desktop.ui.editor_cases import CasesPanel
from lowcarbon_desktop.ui.editor_faults import DifferencesTable, FaultsPanel
from lowcarbon_desktop.ui.editor_form import FormView
from lowcarbon_desktop.ui.editor_list import CriteriaList
from lowcarbon_desktop.ui.notice import Notice

CASES, FAULTS, CHANGES = range(3)


class EditorPage(QWidget):
    """`left`: the user goes back to the plans. `judging` carries the folder of the rubric to judge the plan by."""

    left = Signal()
    judging = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bench = Bench(desk, self)
        self.back, self.new, self.compare = QPushButton(self), QPushButton(self), QPushButton(self)
        self.discard, self.save, self.judge = QPushButton(self), QPushButton(self), QPushButton(self)
        self.rubrics, self.state = QComboBox(self), QLabel(self)
        self.criteria, self.form = CriteriaList(self.bench, self), FormView(self.bench, self)
        self.cases, self.faults = CasesPanel(self.bench, self), FaultsPanel(self.bench, self)
        self.changes = DifferencesTable(self.bench, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for panel in (self.cases, self.faults, self.changes):
            self.tabs.addTab(panel, "")
        self._build()
        self._connect()
        self.retranslate()

    def open(self, folder: Path) -> None:
        """Take up a rubric."""
        if self.bench.editing is None or self.bench.editing.folder != folder:
            self.bench.open(folder)
        self._list()

    def begin_new(self) -> None:
        """Start a new rubric from the one that is shown."""
        if self.bench.editing is not None:
            dialog = dialogs.NewRubric(self._desk, str(self.bench.editing.folder), self)
            if dialog.exec() and dialog.folder is not None:
                self.open(dialog.folder)

    def save_it(self) -> None:
        """Save what lints, under another version where it judges otherwise; else show what is wrong."""
        editing = self.bench.editing
        if editing is None or editing.shipped or not editing.changed:
            return
        self._leave_field()
        self.bench.put_down()
        try:
            found = editing.examined(editing.draft, reference())
            if found.refused:
                self.tabs.setCurrentIndex(FAULTS)
                self._desk.tell(Notice("error", lambda: self.tr(
                    "Not saved: {count} faults have to be mended first. Your draft is kept, and nothing is judged by "
                    "it.").format(count=len(found.refused))))
            elif self._agree_version(found.wrong_cases()):
                self._write()
        except LowCarbonError as error:
            self._desk.fail(error)
        self.bench.changed.emit()
        self.bench.settle()

    def put_down(self) -> None:
        """Keep the draft."""
        self._leave_field()
        self._desk.settings.keep_layout("editor", self.across.saveState())
        self._desk.settings.keep_layout("editor-upright", self.upright.saveState())
        self.bench.put_down()

    def look(self) -> None:
        """Whether there is a plan that could be judged by what is saved."""
        editing = self.bench.editing
        self.judge.setVisible(editing is not None and self._desk.current is not None)
        self.judge.setEnabled(editing is not None and not editing.changed)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.back.setText(self.tr("← Back to the plans"))
        self.back.setToolTip("Alt+←")
        self.new.setText(self.tr("&New from this one…"))
        self.compare.setText(self.tr("Compare &with…"))
        self.discard.setText(self.tr("Discard the draft"))
        self.save.setText(self.tr("Save"))
        self.judge.setText(self.tr("&Judge the plan by it"))
        self.save.setToolTip("Ctrl+S")
        self.rubrics.setAccessibleName(self.tr("Rubric"))
        self._list()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 10, 6)
        head.setSpacing(8)
        self.rubrics.setMinimumWidth(200)
        self.state.setWordWrap(True)  # else no window with an editor in it fits a small screen
        for widget in (self.back, self.rubrics, self.state):
            head.addWidget(widget)
        head.addStretch()
        for widget in (self.judge, self.new, self.compare, self.discard, self.save):
            head.addWidget(widget)
        self.upright = QSplitter(Qt.Orientation.Vertical, self)
        self.upright.addWidget(self.form)
        self.upright.addWidget(self.tabs)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.addWidget(self.criteria)
        self.across.addWidget(self.upright)
        for splitter in (self.across, self.upright):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
        self.across.setStretchFactor(1, 1)
        if not self.across.restoreState(self._desk.settings.layout("editor") or b""):
            self.across.setSizes([400, 1000])
        if not self.upright.restoreState(self._desk.settings.layout("editor-upright") or b""):
            self.upright.setSizes([480, 300])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.across, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.new.clicked.connect(self.begin_new)
        self.compare.clicked.connect(self._compare)
        self.discard.clicked.connect(self._discard)
        self.save.clicked.connect(self.save_it)
        self.judge.clicked.connect(lambda: self.judging.emit(self.bench.editing.folder))
        self.rubrics.activated.connect(lambda: self.open(find_rubric(self.rubrics.currentData())))
        for signal in (self.bench.opened, self.bench.changed, self.bench.chosen, self.bench.examined):
            signal.connect(self._tell)
        for panel in (self.faults, self.changes):
            panel.wanted.connect(self._go_to)
        self.tabs.currentChanged.connect(self._tell)
        for keys, use in (("Ctrl+S", self.save_it), ("Ctrl+F", self._find), ("F6", lambda: self._step(1)),
                          ("Shift+F6", lambda: self._step(-1)), ("Alt+Left", self.left.emit)):
            QShortcut(QKeySequence(keys), self, use, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _find(self) -> None:
        self.criteria.search.setFocus()
        self.criteria.search.selectAll()

    def _step(self, step: int) -> None:
        """Give the keyboard to the next pane, or the one before."""
        first = next(iter(self.form.inputs.values()), self.form)
        panes = (self.criteria.tree, first, self.tabs.currentWidget())
        around = (self.criteria, self.form, self.tabs)
        here = next((place for place, each in enumerate(around) if self.focusWidget() is not None
                     and each.isAncestorOf(self.focusWidget())), -1)
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, criterion: str | None, path: tuple) -> None:
        self.bench.choose(criterion)
        if path[:1] == ("cases",):
            self.tabs.setCurrentIndex(CASES)
            self.cases.go_to(path)
        else:
            self.form.go_to(path)

    def _leave_field(self) -> None:
        """A field that is handed on only when it is complete, is."""
        if self.focusWidget() is not None:
            self.focusWidget().clearFocus()

    def _agree_version(self, wrong: int) -> bool:
        editing = self.bench.editing
        proposed = editing.next_version()
        if proposed is None:
            return not wrong or dialogs.confirmed(self, self.tr("Save the rubric"), self.tr(
                "Cases that do not come out as expected: {count}. Save nevertheless?").format(count=wrong))
        now = str(editing.draft.head.get("version", ""))
        given = dialogs.ask_version(self, now, proposed, wrong)
        if given is None:
            return False
        what = message("edit-field", criterion=editing.draft.head.get("id", ""), key=message("rubric-key-version"),
                       field="version")
        return given == now or self.bench.do(lambda draft: put_head(draft, ("version",), given), what)

    def _write(self) -> None:
        from lowcarbon_desktop.errors import UsageError

        editing = self.bench.editing
        try:
            folder = editing.save(reference())
        except UsageError as error:
            if error.message.code != "edit-changed-outside" or not dialogs.confirmed(
                    self, self.tr("Save the rubric"), self._desk.say(error.message)):
                raise
            folder = editing.save(reference(), over=True)
        id, version = editing.draft.head.get("id", ""), editing.draft.head.get("version", "")
        self._desk.tell(Notice("info", lambda: self.tr(
            "{id} {version} is saved in {folder}; plans can be judged by it.").format(
                id=id, version=version, folder=folder)))

    def _discard(self) -> None:
        if dialogs.confirmed(self, self.tr("Discard the draft"), self.tr(
                "Go back to the rubric as it was saved? Undo brings the draft back.")):
            self.bench.editing.discard()
            self.bench.changed.emit()
            self.bench.settle()

    def _compare(self) -> None:
        editing = self.bench.editing
        other = dialogs.ask_rubric(self, editing.folder.name)
        if other is None:
            return
        from lowcarbon_desktop.rubric.load import examine

        table = DifferencesTable(self.bench)
        table.show_differences(differences(examine(other)[0], examine(editing.keep(editing.draft)
                                                                      if not editing.shipped else editing.folder)[0]))
        dialogs.Compared(table, f"{other.name} → {editing.folder.name}", self).exec()

    def _list(self) -> None:
        """The rubrics to choose from, the shipped ones first."""
        self.rubrics.blockSignals(True)
        self.rubrics.clear()
        for id in shipped():
            self.rubrics.addItem(self.tr("{id} (shipped)").format(id=id), id)
        for id in own():
            self.rubrics.addItem(self.tr("{id} (your own)").format(id=id), id)
        editing = self.bench.editing
        if editing is not None:
            name = editing.folder.name
            place = self.rubrics.findData(name)
            if place < 0:
                self.rubrics.addItem(name, str(editing.folder))
                place = self.rubrics.count() - 1
            self.rubrics.setCurrentIndex(place)
        self.rubrics.blockSignals(False)

    def _tell(self) -> None:
        """What the state is, and what can be done in it."""
        editing, found = self.bench.editing, self.bench.found
        if editing is None:
            return
        wrong, faults = found.wrong_cases(), len(found.refused)
        words = self.tr("Shipped: it can be looked at only. Start a new one from it to change it.") if (
            editing.shipped) else self.tr("Draft, not saved yet") if editing.changed else self.tr("Saved")
        if self.bench.busy:
            words += " · " + self.tr("checking…")
        self.state.setText(words)
        self.save.setEnabled(not editing.shipped and editing.changed)
        self.look()
        self.discard.setVisible(not editing.shipped and editing.changed)
        tried = found.tried.get(self.bench.criterion or "", ())
        bad = found.wrong_cases(self.bench.criterion) if self.bench.criterion is not None else 0
        self.tabs.setTabText(CASES, self.tr("Cases ({count}, {wrong} wrong)").format(count=len(tried), wrong=bad)
                             if bad else self.tr("Cases ({count})").format(count=len(tried)))
        self.tabs.setTabText(FAULTS, self.tr("Faults ({count})").format(count=faults) if faults
                             else self.tr("Faults"))
        self.tabs.setTabText(CHANGES, self.tr("Changes since it was saved"))
        told = self.tr("Cases that do not come out as expected: {count}").format(count=wrong)
        self.save.setToolTip(f"Ctrl+S — {told}" if wrong else "Ctrl+S")
        if self.tabs.currentIndex() == CHANGES and not self.bench.busy:
            self.changes.show_differences(editing.differences() if not editing.shipped else ())
