"""The cases of a criterion: each with what it expects and what was found, a form to edit the chosen one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app import rubric_draft_cases as cases_of
from lowcarbon_desktop.app.rubric_draft import Where
from lowcarbon_desktop.app.rubric_examined import Tried
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.editor_bench import Bench
from lowcarbon_desktop.ui.editor_case_form import CaseForm


class CasesPanel(Attentive, QWidget):
    """The list follows the draft at once, what was found a moment later."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.list, self.form, self.empty = QTableWidget(0, 4, self), CaseForm(bench, self), QLabel(self)
        self.list.verticalHeader().hide()
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setWordWrap(True)
        header = self.list.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate((QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents,
                                       QHeaderView.ResizeMode.ResizeToContents, QHeaderView.ResizeMode.Stretch)):
            header.setSectionResizeMode(column, mode)
        self.list.currentCellChanged.connect(lambda *_: self._show())
        self.buttons = {name: QPushButton(self) for name in ("add", "copy", "remove")}
        for name, use in (("add", self.add), ("copy", self.duplicate), ("remove", self.remove)):
            self.buttons[name].clicked.connect(use)
        self.setFocusProxy(self.list)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(12, 12, 12, 12)
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        left = QWidget(self)
        box = QVBoxLayout(left)
        box.setContentsMargins(8, 6, 0, 6)
        box.addWidget(self.empty)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.addWidget(left)
        across.addWidget(self.form)
        across.setChildrenCollapsible(False)
        across.setSizes([560, 520])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)
        bench.opened.connect(self.refresh)
        bench.chosen.connect(self._chosen)
        bench.changed.connect(self.refresh)
        bench.examined.connect(self.tell)
        self.retranslate()

    def refresh(self) -> None:
        """The cases as they are written now."""
        if self._bench.editing is None:
            return
        cases = self._cases()
        here = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.setRowCount(len(cases))
        for row, case in enumerate(cases):
            for column, text in enumerate((str(case.get("name", "")), self._outcome(str(case.get("outcome", ""))))):
                self._put(row, column, text)
        if cases:
            self.list.setCurrentCell(min(here, len(cases) - 1), 0)
        self.list.blockSignals(False)
        self.list.setVisible(bool(cases))
        self.empty.setVisible(not cases)
        self.form.setEnabled(self._bench.entry is not None)
        self.empty.setText(self.tr("Choose a criterion to see its cases.") if self._bench.entry is None else self.tr(
            "No case yet. A criterion needs one plan that passes, one that fails, and one that it does not apply to or "
            "cannot be told of."))
        for name, button in self.buttons.items():
            button.setEnabled(not self._bench.locked and self._bench.entry is not None
                              and (name == "add" or bool(cases)))
        self.tell()
        self._show()

    def tell(self) -> None:
        """What was found in each case, as far as it was run already."""
        tried = self._bench.found.tried.get(self._bench.criterion or "", ())
        for row in range(self.list.rowCount()):
            one = tried[row] if row < len(tried) else self._faulty(row)
            self._put(row, 2, self._found(one))
            self._put(row, 3, self._said(one))
            mark = None if one is None else "fail" if one.differs else "pass" if one.outcome else "doubt"
            shade = {"fail": "fail", "pass": "pass", "doubt": "cannot_tell"}.get(mark or "", "muted")
            self.list.item(row, 2).setForeground(theme.ink(shade, self.palette()))
            if mark is not None:
                self.list.item(row, 2).setIcon(theme.icon(mark, self.palette(), shade))
        self.list.resizeRowsToContents()
        most = 3 * self.fontMetrics().lineSpacing() + 10  # the rest is in the tool tip
        for row in range(self.list.rowCount()):
            self.list.setRowHeight(row, min(most, self.list.rowHeight(row)))

    def add(self) -> None:
        """One more case at the end, and its form."""
        id = self._bench.criterion
        if id is not None:
            self._bench.do(lambda draft: cases_of.add_case(draft, id, self.tr("new case")),
                           message("edit-case-added", criterion=self._bench.named(id)))
            self._go_to(self.list.rowCount() - 1)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def duplicate(self) -> None:
        """The chosen case a second time."""
        id, place = self._bench.criterion, self.list.currentRow()
        if id is not None and place >= 0:
            name = self.tr("{name} (copy)").format(name=self._cases()[place].get("name", ""))
            self._bench.do(lambda draft: cases_of.duplicate_case(draft, id, place, name),
                           message("edit-case-added", criterion=self._bench.named(id)))
            self._go_to(place + 1)

    def remove(self) -> None:
        """Take the chosen case away; undo brings it back."""
        id, place = self._bench.criterion, self.list.currentRow()
        if id is not None and place >= 0:
            self._bench.do(lambda draft: cases_of.remove_case(draft, id, place),
                           message("edit-case-removed", criterion=self._bench.named(id)))

    def go_to(self, path: Where) -> None:
        """The case that a fault is in; ("cases", 2, ...)."""
        if len(path) > 1 and isinstance(path[1], int):
            self._go_to(path[1])
        self.list.setFocus()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.list.setHorizontalHeaderLabels([self.tr("Case"), self.tr("Expected"), self.tr("Found"), self.tr("Says")])
        self.list.setAccessibleName(self.tr("Cases of the criterion"))
        for name, text in (("add", self.tr("&Add a case")), ("copy", self.tr("Dupl&icate")),
                           ("remove", self.tr("Dele&te"))):
            self.buttons[name].setText(text)
        self.refresh()

    def recolour(self) -> None:
        """Draw anew in another look."""
        if self._bench.editing is not None:
            self.tell()

    def _chosen(self) -> None:
        self.list.setCurrentCell(-1, -1)
        self.refresh()

    def _go_to(self, row: int) -> None:
        self.list.setCurrentCell(row, 0)

    def _cases(self) -> tuple[Mapping[str, object], ...]:
        return cases_of.cases(self._bench.draft, self._bench.criterion) if self._bench.criterion is not None else ()

    def _show(self) -> None:
        cases, place = self._cases(), self.list.currentRow()
        self.form.show_case(self._bench.criterion, place, cases[place] if 0 <= place < len(cases) else None)

    def _outcome(self, outcome: str) -> str:
        return self._bench.desk.word(outcome) if outcome in OUTCOMES else outcome

    def _found(self, tried: Tried | None) -> str:
        if tried is None:
            return "…" if self._bench.busy else "—"
        return self._outcome(tried.outcome) if tried.outcome else self.tr("not run")

    def _said(self, tried: Tried | None) -> str:
        if tried is None:
            return ""
        say = self._bench.desk.say
        return "\n".join(say(each) for each in (
            *tried.differs, *(() if tried.said in tried.differs else (tried.said,))))

    def _faulty(self, row: int) -> Tried | None:
        """What lint says of a case that cannot be run for it."""
        said = tuple(each.said for each in self._bench.found.of(self._bench.criterion or "")
                     if each.path[:2] == ("cases", row))
        return Tried("", said[0], said) if said else None

    def _put(self, row: int, column: int, text: str) -> None:
        item = self.list.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.list.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
            item.setToolTip(text)
