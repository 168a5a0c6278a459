"""The line of buttons with which a person agrees with the program or says otherwise, and gives points."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QWidget

from lowcarbon_desktop.plan import number
from lowcarbon_desktop.review.verdict import OUTCOMES, Verdict
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.flow import FlowLayout
from lowcarbon_desktop.ui.points_box import PointsBox


class VerdictButtons(QWidget):
    """`chosen` carries an outcome, `scored` the points; `agreed` and `taken_back` say all by themselves."""

    agreed = Signal()
    chosen = Signal(str)
    taken_back = Signal()
    scored = Signal(float)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.head, self.agree, self.none, self.scale = QLabel(self), QToolButton(self), QToolButton(self), QLabel(self)
        self.group = QButtonGroup(self)
        self.outcomes = {outcome: self._button(outcome) for outcome in OUTCOMES}
        self.points = PointsBox(self)
        self.agree.clicked.connect(self.agreed)
        self.none.clicked.connect(self.taken_back)
        self.points.valueChanged.connect(self.scored)
        flow = FlowLayout(spacing=6)
        for widget in (self.head, self.agree, *self.outcomes.values(), self.none, self.points, self.scale):
            if isinstance(widget, QToolButton):
                widget.setToolButtonStyle(widget.toolButtonStyle().ToolButtonTextBesideIcon)
                widget.setFocusPolicy(self.points.focusPolicy())
            flow.addWidget(widget)
        for label in (self.head, self.scale):
            label.setMinimumHeight(self.agree.sizeHint().height())
        self.setLayout(flow)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.head.setText(self.tr("Expert:"))
        self.agree.setText(self.tr("Agree (A)"))
        self.agree.setToolTip(self.tr("Agree with what the program found"))
        self.none.setToolTip(self.tr("Take the verdict back"))
        self.none.setAccessibleName(self.tr("Take the verdict back"))
        self.points.setAccessibleName(self.tr("Points"))

    def show_points(self, given: float | None, most: float) -> None:
        """Show what was given, and of how many; nothing where there are none to give."""
        self.points.show_points(given, most)
        self.scale.setText(self.tr("/ {most} points").format(most=number(most)))
        for widget in (self.points, self.scale):
            widget.setVisible(bool(most))

    def show_verdict(self, machine: str, chosen: str | None, verdict: Verdict | None, *, open: bool) -> None:
        """Show which outcome is chosen, and whether there is a verdict to take back; `open` where it can be changed."""
        palette = self.palette()
        for widget in (self.none, self.points, self.scale, *self.outcomes.values()):
            widget.setEnabled(open)
        self.agree.setEnabled(open and machine in OUTCOMES)
        self.agree.setIcon(theme.icon("person", palette))
        self.none.setIcon(theme.icon("close", palette))
        self.none.setVisible(verdict is not None)
        self.group.setExclusive(False)
        for outcome, button in self.outcomes.items():
            button.setText(self._desk.word(outcome))
            button.setIcon(theme.icon(outcome, palette))
            button.setChecked(outcome == chosen)
            ground = button.palette()
            ground.setColor(ground.ColorRole.Button, theme.tint(outcome, palette, 0.3) if outcome == chosen
                            else palette.button().color())
            button.setPalette(ground)
        self.group.setExclusive(True)

    def _button(self, outcome: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(outcome))
        self.group.addButton(button)
        return button
