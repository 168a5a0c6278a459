"""The form of one case: a plan in a few words, and the outcome that it must get."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QLineEdit, QScrollArea, QWidget

from lowcarbon_desktop.app import rubric_draft_cases as cases_of
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_draft import Where
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.plan.fact import STATES
from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.editor_bench import Bench
from lowcarbon_desktop.ui.editor_grid import Grid
from lowcarbon_desktop.ui.editor_inputs import Growing, number

_NUMBERS = ("year", "number")


class CaseForm(Attentive, QScrollArea):
    """What is typed changes the draft at once; what it comes to is told in the list."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._at = bench, (None, -1)
        self._case: Mapping[str, object] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        self.name, self.region, self.day = QLineEdit(page), QLineEdit(page), QLineEdit(page)
        self.code, self.margin = QLineEdit(page), QLineEdit(page)
        self.outcome, self.severity, self.settled = QComboBox(page), QComboBox(page), QComboBox(page)
        self.whole = QCheckBox(page)
        self.table, self.facts = Grid(page, widening=True), Grid(page)
        self.text, self.lines = Growing(page), Growing(page)
        self.peers = QLabel(page)
        self.peers.setWordWrap(True)
        self.day.setPlaceholderText("2012-06-30")
        self.fields = (self.name, self.outcome, self.region, self.table, self.facts, self.text, self.whole, self.day,
                       self.lines, self.severity, self.code, self.margin, self.settled, self.peers)
        self.labels = [QLabel(page) for _ in self.fields]
        form = QFormLayout(page)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in zip(self.labels, self.fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        self.setWidget(page)
        self._connect()
        self.retranslate()

    def show_case(self, criterion: str | None, place: int, case: Mapping[str, object] | None) -> None:
        """Show a case; what is being typed is the same and stays."""
        self._at, self._case = (criterion, place), case or {}
        self.widget().setEnabled(case is not None and not self._bench.locked)
        plan = self._case.get("plan")
        plan = plan if isinstance(plan, Mapping) else {}
        for field, value in ((self.name, self._case.get("name")), (self.region, plan.get("region")),
                             (self.day, plan.get("as_of")), (self.code, self._case.get("code")),
                             (self.margin, self._case.get("margin"))):
            text = "" if value is None else str(value)
            if field.text() != text and (field is not self.margin or number(field.text()) != value):
                field.setText(text)
        for combo, value in ((self.outcome, self._case.get("outcome")), (self.severity, self._case.get("severity")),
                             (self.settled, self._case.get("settled"))):
            combo.setCurrentIndex(combo.findData(value))
        self.whole.setChecked(plan.get("whole") is True)
        self.table.fill([[cell.strip() for cell in row.split("|")]
                         for row in str(plan.get("table", "")).strip("\n").split("\n")] if plan.get("table") else [])
        self._put_lines(plan)
        facts = plan.get("facts")
        self.facts.fill([[str(id), *(str(fact.get(key, "")) for key in ("state", "value", "source"))]
                         for id, fact in (facts.items() if isinstance(facts, Mapping) else ())
                         if isinstance(fact, Mapping)])
        peers = self._case.get("peers")
        count = len(peers) if isinstance(peers, list) else 0
        self.peers.setText(self.tr("{count} plans to compare with; they are edited in the file").format(count=count))
        for each in (self.peers, self.labels[-1]):
            each.setVisible(count > 0)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        say, word = self._bench.desk.say, self._bench.desk.word
        for label, text in zip(self.labels, (
                self.tr("Na&me"), self.tr("Expected &outcome"), self.tr("&Place"), self.tr("Table of indi&cators"),
                self.tr("Fact&s"), self.tr("Te&xt, a paragraph a line"), self.tr("Whole plan"),
                self.tr("Judged as of"), self.tr("Lines entered, one a line"), self.tr("Expected severity"),
                self.tr("Expected message code"), self.tr("Expected margin"), self.tr("Expected settled"),
                self.tr("Other plans")), strict=True):
            label.setText(text)
            label.buddy().setAccessibleName(text.replace("&", ""))
        self.whole.setText(self.tr("it was read whole"))
        self.whole.setToolTip(self.tr("What is not in it is absent, and not only unknown."))
        self.region.setPlaceholderText(self.tr("e.g. 厦门; empty where it is not known"))
        self.lines.setPlaceholderText("co2_per_gdp_cut@2010-2015=18")
        self._choices(self.outcome, [(each, word(each)) for each in OUTCOMES if each != "rubric_error"])
        anything = (None, self.tr("not looked at"))
        self._choices(self.severity, [anything, *((each, say(message(f"rubric-severity-{each}")))
                                                  for each in SEVERITIES)])
        self._choices(self.settled, [anything, (True, self.tr("settled")), (False, self.tr("open"))])
        names = [(id, say(kind.name)) for id, kind in reference().facts.items()]
        states = [(each, word(f"state-{each}")) for each in STATES]
        self.facts.title((self.tr("Fact"), self.tr("State"), self.tr("Value"), self.tr("Source")), (0, 3),
                         c0=names, c1=states)
        self.table.setToolTip(self.tr("The first row has the headings, as in a plan: number, target, unit, 2015, "
                                      "2020. A table can be pasted."))
        if self._at[0] is not None:
            self.show_case(*self._at, self._case)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda text: self._put(("name",), text))
        self.code.textEdited.connect(lambda text: self._put(("code",), text.strip() or None))
        self.margin.textEdited.connect(lambda text: self._put(("margin",), number(text) if text.strip() else None))
        self.region.textEdited.connect(lambda text: self._put_plan("region", text.strip() or None))
        self.day.textEdited.connect(lambda text: self._put_plan("as_of", text.strip() or None))
        self.whole.clicked.connect(lambda on: self._put_plan("whole", True if on else None))
        for combo, key in ((self.outcome, "outcome"), (self.severity, "severity"), (self.settled, "settled")):
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(lambda _, combo=combo, key=key: self._put((key,), combo.currentData()))
        self.table.filled.connect(self._table)
        self.facts.filled.connect(self._facts)
        self.text.textChanged.connect(lambda: self._put_plan("text", self._block(self.text)))
        self.lines.textChanged.connect(lambda: self._put_plan("lines", self._lines() or None))

    def _table(self) -> None:
        rows = [" | ".join(row).rstrip() for row in self.table.rows]
        self._put_plan("table", "\n".join(rows) + "\n" if rows else None)

    def _facts(self) -> None:
        kinds = reference().facts
        made: dict[str, dict[str, object]] = {}
        for id, state, value, source in self.facts.rows:
            if id:
                known = kinds.get(id)
                given = number(value) if known is not None and known.value in _NUMBERS else value
                made[id] = {"state": state or "stated", **({"value": given} if value else {}),
                            **({"source": source} if source else {})}
        if made or not self.facts.rows:
            self._put_plan("facts", made or None)

    def _put_lines(self, plan: Mapping[str, object]) -> None:
        text, lines = str(plan.get("text", "")), plan.get("lines")
        if text != (self._block(self.text) or ""):
            self.text.put(text.rstrip("\n"))
        lines = [str(each) for each in lines] if isinstance(lines, list) else []
        if lines != self._lines():
            self.lines.put("\n".join(lines))

    @staticmethod
    def _block(field: Growing) -> str | None:
        text = field.toPlainText()
        return text.rstrip("\n") + "\n" if text.strip() else None

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.lines.toPlainText().split("\n") if line.strip()]

    @staticmethod
    def _choices(combo: QComboBox, choices: list[tuple[object, str]]) -> None:
        here = combo.currentData()
        combo.clear()
        for value, name in choices:
            combo.addItem(name, value)
        combo.setCurrentIndex(combo.findData(here))

    def _put_plan(self, key: str, value: object) -> None:
        plan = self._case.get("plan")
        if value is None and isinstance(plan, Mapping) and set(plan) == {key}:
            self._put(("plan",), {"whole": False})  # a plan of which nothing is known is a plan
        elif value is not None or (isinstance(plan, Mapping) and key in plan):
            self._put(("plan", key), value)

    def _put(self, path: Where, value: object) -> None:
        criterion, place = self._at
        if criterion is None or place < 0:
            return
        what = message("edit-case", criterion=self._bench.named(criterion), id=criterion, case=place + 1,
                       field=".".join((str(place), *path)))
        # After the event: the grid must not be filled from within its own change.
        QTimer.singleShot(0, self, lambda: self._bench.do(
            lambda draft: cases_of.put_case(draft, criterion, place, path, value), what))
