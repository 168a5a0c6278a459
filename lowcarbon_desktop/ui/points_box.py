"""The points that a person gives a criterion, within the scale of the rubric; a dash where none were given."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from lowcarbon_desktop.plan import number

_STEP = 0.5


class PointsBox(QDoubleSpinBox):
    """Its value is negative while no points were given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(2)
        self.setSingleStep(_STEP)
        self.setKeyboardTracking(False)
        self.setSpecialValueText("—")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 6 + 26)

    def show_points(self, given: float | None, most: float) -> None:
        """Show what was given of how much; what is being typed stays."""
        self.blockSignals(True)
        self.setRange(-_STEP if given is None else 0, most)
        if not (self.hasFocus() and given == self.value()):
            self.setValue(-_STEP if given is None else given)
        self.blockSignals(False)

    def textFromValue(self, value: float) -> str:
        """1.5 and not 1.50."""
        return number(value)
