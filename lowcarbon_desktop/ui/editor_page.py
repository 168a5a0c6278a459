"""The rubric editor: the rubrics and their criteria at the left, the form of one at the right, its cases below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.ui import editor_dialogs as dialogs
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.editor_bench import Bench
from lowcarbon_desktop.ui.editor_cases import CasesPanel
from lowcarbon_desktop.ui.editor_faults import DifferencesTable, FaultsPanel
from lowcarbon_desktop.ui.editor_form import FormView
from lowcarbon_desktop.ui.editor_list import CriteriaList
from lowcarbon_desktop.ui.editor_rubrics import RubricChooser
from lowcarbon_desktop.ui.editor_saving import EditorSaving

CASES, FAULTS, CHANGES = range(3)


class EditorPage(Attentive, QWidget):
    """`left`: the user goes back to the plans. `judging` carries the folder of the rubric to judge the plan by."""

    left = Signal()
    judging = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bench = Bench(desk, self)
        self.back, self.new, self.compare = QPushButton(self), QPushButton(self), QPushButton(self)
        self.discard, self.save, self.judge = QPushButton(self), QPushButton(self), QPushButton(self)
        self.rubrics, self.state = RubricChooser(desk, self), QLabel(self)
        self.saving = EditorSaving(self.bench, self)
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
        """Save what is in the fields."""
        self._leave_field()
        self.saving.save()
        self._list()

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
        self._list()
        self._tell()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 10, 2)
        head.setSpacing(8)
        self.state.setWordWrap(True)
        self.state.setContentsMargins(12, 0, 12, 4)
        for widget in (self.back, self.rubrics, self.judge, self.new, self.compare, self.discard, self.save):
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
        box.addWidget(self.state)
        box.addWidget(self.across, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.new.clicked.connect(self.begin_new)
        self.compare.clicked.connect(self.saving.compare)
        self.discard.clicked.connect(self.saving.discard)
        self.saving.refused.connect(lambda: self.tabs.setCurrentIndex(FAULTS))
        self.save.clicked.connect(self.save_it)
        self.judge.clicked.connect(lambda: self.judging.emit(self.bench.editing.folder))
        self.rubrics.wanted.connect(self.open)
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

    def _list(self) -> None:
        editing = self.bench.editing
        self.rubrics.show_all(editing.folder if editing is not None else None)

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
