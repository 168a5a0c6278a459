"""Where the meeting's agreed result on one criterion is written; it is recorded beside what each expert said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from lowcarbon_desktop.app.review_merge import Merged
from lowcarbon_desktop.app.verdicts import Said, moment
from lowcarbon_desktop.review.verdict import OUTCOMES
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.merge_columns import Line

_NO_POINTS = -0.5
State = tuple[int, float, str, str]


class MeetingForm(Attentive, QWidget):
    """`recorded` carries the criterion and what was said of it; `taken_back` the criterion.

    What is typed and not recorded yet is still there when one comes back to its criterion.
    """

    recorded = Signal(str, object)
    taken_back = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._criterion, self._meeting = "", ""
        self._loaded: State | None = None
        self._typed: dict[str, State] = {}
        self.heading, self.outcome, self.points = QLabel(self), QComboBox(self), QDoubleSpinBox(self)
        self.reason, self.comment = QLineEdit(self), QLineEdit(self)
        self.record, self.back = QPushButton(self), QPushButton(self)
        self.labels = [QLabel(self) for _ in range(4)]
        self.points.setDecimals(1)
        self.points.setSingleStep(0.5)
        self.points.setSpecialValueText("—")
        for outcome in OUTCOMES:
            self.outcome.addItem("", outcome)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 10)
        grid.addWidget(self.heading, 0, 0, 1, 4)
        for place, (label, field) in enumerate(zip(self.labels, (self.outcome, self.points, self.reason, self.comment),
                                                   strict=True)):
            label.setBuddy(field)
            row, column = (1, 2 * place) if place < 2 else (place, 0)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, 1 if place < 2 else 3)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.record)
        grid.addLayout(buttons, 4, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.record.clicked.connect(self._record)
        self.back.clicked.connect(lambda: self.taken_back.emit(self._criterion))
        self.reason.returnPressed.connect(self._record)
        self.retranslate()

    def show_item(self, merged: Merged, line: Line, meeting: str) -> None:
        """Show what was agreed on a criterion, or propose what the experts agree on."""
        if self._loaded is not None and self._state() != self._loaded:
            self._typed[self._criterion] = self._state()
        agreed, most = line.agreed, merged.assessment.rubric.criterion(line.criterion).points
        verdict = agreed.verdict if agreed is not None else None
        self._criterion, self._meeting = line.criterion, meeting
        said = set(line.compared.verdicts.values()) if line.compared is not None else set()
        proposed = verdict.outcome if verdict is not None else said.pop() if len(said) == 1 else None
        self.outcome.setCurrentIndex(OUTCOMES.index(proposed) if proposed in OUTCOMES else -1)
        self.points.setEnabled(most > 0)
        self.points.setRange(_NO_POINTS, most)
        given = agreed.points if agreed is not None else None
        self.points.setValue(_NO_POINTS if given is None else given)
        self.reason.setText(verdict.reason if verdict is not None else "")
        self.comment.setText(agreed.comment if agreed is not None else "")
        self.back.setEnabled(agreed is not None)
        self._loaded = self._state()
        if line.criterion in self._typed:
            outcome, points, reason, comment = self._typed.pop(line.criterion)
            self.outcome.setCurrentIndex(outcome)
            self.points.setValue(points)
            self.reason.setText(reason)
            self.comment.setText(comment)
        self._tell()

    def forget(self) -> None:
        """What is typed on this criterion was recorded, or is not wanted any more."""
        self._loaded = None
        self._typed.pop(self._criterion, None)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        for label, text in zip(self.labels, (self.tr("&Outcome"), self.tr("Po&ints"), self.tr("Reaso&n"),
                                             self.tr("Co&mment for the applicant")), strict=True):
            label.setText(text)
        for place, outcome in enumerate(OUTCOMES):
            self.outcome.setItemText(place, self._desk.word(outcome))
        self.record.setText(self.tr("Record the a&greed result"))
        self.back.setText(self.tr("&Take it back"))
        self._tell()

    def _record(self) -> None:
        points = self.points.value()
        self.recorded.emit(self._criterion, Said(
            moment(), self.outcome.currentData(), self.reason.text(), points if points >= 0 else None,
            self.comment.text()))

    def _state(self) -> State:
        return (self.outcome.currentIndex(), self.points.value(), self.reason.text(), self.comment.text())

    def _tell(self) -> None:
        self.heading.setText(self.tr("Agreed result, recorded by “{meeting}”").format(meeting=self._meeting))
