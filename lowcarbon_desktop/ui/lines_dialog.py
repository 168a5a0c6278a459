"""The form in which the reviewer enters the line that was assigned to a place, beside those entered before."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.ui.desk import Desk


class LinesDialog(QDialog):
    """Adding and removing a line is judged at once; an entered line stands above the province's."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Assigned lines"))
        self.entered = QListWidget(self)
        self.entered.setMaximumHeight(96)
        self.remove = QPushButton(self.tr("&Remove"), self)
        self.remove.clicked.connect(self._remove)
        self.indicator, self.base, self.target = QComboBox(self), QSpinBox(self), QSpinBox(self)
        # Those for which lines are usually assigned come first.
        usual = {line.indicator: None for line in reference().lines.lines if line.indicator in reference().register}
        for id in dict.fromkeys((*usual, *(indicator.id for indicator in reference().register))):
            self.indicator.addItem(desk.say(reference().register.name(id)), id)
        self.indicator.setMaxVisibleItems(20)
        self.has_base = QCheckBox(self.tr("against the &base year"), self)
        self.has_base.setChecked(True)
        self.has_base.toggled.connect(self.base.setEnabled)
        for field, year in ((self.base, 2010), (self.target, 2015)):
            field.setRange(1990, 2100)
            field.setValue(year)
        self.value = QLineEdit(self)
        validator = QDoubleValidator(self.value)
        validator.setLocale(QLocale.c())
        self.value.setValidator(validator)
        self.value.setPlaceholderText("17.5")
        self.add = QPushButton(self.tr("&Add"), self)
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        self.indicator.currentIndexChanged.connect(self._unit)
        self.unit = QLabel(self)
        self._build()
        self._fill()
        self._unit()

    def typed(self) -> str:
        """What the form says, as on the command line: co2_per_gdp_cut@2010-2015=18."""
        base = f"{self.base.value()}-" if self.has_base.isChecked() else ""
        value = number(float(self.value.text())) if self.value.hasAcceptableInput() else self.value.text()
        return f"{self.indicator.currentData()}@{base}{self.target.value()}={value}"

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Indicator"), self.indicator)
        base = QHBoxLayout()
        base.addWidget(self.base)
        base.addWidget(self.has_base, 1)
        form.addRow("", base)
        form.addRow(self.tr("&Target year"), self.target)
        value = QHBoxLayout()
        value.addWidget(self.value)
        value.addWidget(self.unit)
        label = QLabel(self.tr("&Value"), self)
        label.setBuddy(self.value)
        form.addRow(label, value)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch()
        buttons.addWidget(self.add)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        words = QLabel(self)
        words.setText(self.tr("A line entered here stands above the province's, as a letter that assigns it does."))
        words.setWordWrap(True)
        box.addWidget(words)
        box.addWidget(self.entered)
        box.addLayout(form)
        box.addLayout(buttons)
        box.addWidget(close)

    def _lines(self) -> tuple[str, ...]:
        return self._desk.current.review.lines if self._desk.current is not None else ()

    def _fill(self) -> None:
        self.entered.clear()
        for typed in self._lines():
            id, _, rest = typed.partition("@")
            years, _, value = rest.partition("=")
            name = self._desk.say(reference().register.name(id))
            self.entered.addItem(f"{name} · {years.replace('-', '–')} · {value}")
        self.entered.setVisible(self.entered.count() > 0)
        self.remove.setVisible(self.entered.count() > 0)

    def _unit(self) -> None:
        id = self.indicator.currentData()
        self.unit.setText(reference().register[id].unit if id in reference().register else "")

    def _add(self) -> None:
        if not self.value.hasAcceptableInput():
            self.value.setFocus()
            return
        typed = self.typed()
        place = typed.partition("=")[0]
        kept = tuple(each for each in self._lines() if each.partition("=")[0] != place)
        if self._desk.enter_lines((*kept, typed)):
            self.value.clear()
        self._fill()

    def _remove(self) -> None:
        row = self.entered.currentRow()
        if row >= 0:
            lines = self._lines()
            self._desk.enter_lines(lines[:row] + lines[row + 1:])
            self._fill()
