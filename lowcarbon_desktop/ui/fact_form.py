"""The form in which the reviewer states one fact; its field for the value follows the kind of fact."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.plan import Fact, FactKind, number
from lowcarbon_desktop.review import StatedFact
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk

_NO_YEAR = 1899
_STATES = ("stated", "in_preparation", "absent")


class FactForm(Attentive, QWidget):
    """`stated` carries what the reviewer says; `withdrawn` the id of the fact that is taken back."""

    stated = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: tuple[FactKind, Fact, StatedFact | None] | None = None
        self.title, self.hint = QLabel(self), QLabel(self)
        self.hint.setWordWrap(True)
        self.state = QComboBox(self)
        self.none, self.year, self.number = QLabel(self), QSpinBox(self), QLineEdit(self)
        self.text, self.choice, self.source = QLineEdit(self), QComboBox(self), QLineEdit(self)
        self.year.setRange(_NO_YEAR, 2100)
        self.year.setSpecialValueText(" ")  # no year is proposed: what nobody read must not be one click away
        validator = QDoubleValidator(self.number)
        validator.setLocale(QLocale.c())
        self.number.setValidator(validator)
        self.fields = {"none": self.none, "year": self.year, "number": self.number, "text": self.text,
                       "choice": self.choice}
        for field in (self.number, self.text, self.source):
            field.setAcceptDrops(False)  # a file that is dropped here is a plan to open, not a text
        self.value = QStackedWidget(self)
        for field in self.fields.values():
            self.value.addWidget(field)
        self.source.returnPressed.connect(self._state_it)
        self.number.returnPressed.connect(self._state_it)
        self.text.returnPressed.connect(self._state_it)
        self.unsourced = QLabel(self)
        self.unsourced.setWordWrap(True)
        self.labels = [QLabel(self) for _ in range(3)]
        self.do, self.undo = QPushButton(self), QPushButton(self)
        self.do.clicked.connect(self._state_it)
        self.undo.clicked.connect(lambda: self.withdrawn.emit(self._row[0].id))
        for changed in (self.state.currentIndexChanged, self.year.valueChanged, self.number.textChanged,
                        self.text.textChanged, self.choice.currentIndexChanged, self.source.textChanged):
            changed.connect(self._look)
        self._build()
        self.retranslate()

    def show_row(self, row: tuple[FactKind, Fact, StatedFact | None] | None) -> None:
        """Show a fact as it is known now."""
        self._row = row
        self.setEnabled(row is not None)
        if row is None:
            return
        kind, fact, stated = row
        self.value.setCurrentWidget(self.fields[kind.value])
        self.choice.clear()
        for id, name in kind.choices:
            self.choice.addItem(self._desk.say(name), id)
        self.state.setCurrentIndex(self.state.findData(fact.state))
        self._put(kind, fact.value)
        self.source.setText(stated.source if stated is not None else "")
        # A nod settles what the machine found, and a refusal leaves nothing known: both can be taken back.
        self.undo.setEnabled(stated is not None or fact.settled or fact.by == "reviewer")
        for field in (self.state, self.source):
            field.setEnabled(not self._desk.closed)
        self.undo.setEnabled(self.undo.isEnabled() and not self._desk.closed)
        self._name()
        self._look()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        for label, text, field in zip(self.labels, (self.tr("S&tate"), self.tr("V&alue"), self.tr("S&ource")),
                                      (self.state, self.value, self.source), strict=True):
            label.setText(text)
            label.setBuddy(field)
        chosen = self.state.currentIndex()
        self.state.blockSignals(True)
        self.state.clear()
        for state in _STATES:
            self.state.addItem(self._desk.word(f"state-{state}"), state)
        self.state.setCurrentIndex(chosen)
        self.state.setPlaceholderText(self.tr("choose what the material says"))
        self.state.blockSignals(False)
        self.none.setText(self.tr("needs no value"))
        self.source.setPlaceholderText(self.tr("where it stands, e.g. implementation plan, page 12"))
        self.unsourced.setText(self.tr("Without a source the fact still counts as open."))
        self.choice.setPlaceholderText(self.tr("choose"))
        self.do.setText(self.tr("&State it"))
        self.undo.setText(self.tr("&Withdraw"))
        self._name()

    def _build(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in zip(self.labels, (self.state, self.value, self.source), strict=True):
            form.addRow(label, field)
        form.addRow("", self.unsourced)
        room = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        room.setRetainSizeWhenHidden(True)  # the buttons do not jump while one types
        self.unsourced.setSizePolicy(room)
        self.state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.undo)
        buttons.addWidget(self.do)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 12)
        box.addWidget(self.title)
        box.addWidget(self.hint)
        box.addLayout(form)
        box.addLayout(buttons)

    def _name(self) -> None:
        if self._row is not None:
            self.title.setText(f"<b>{self._desk.say(self._row[0].name)}</b>")
            self.hint.setText(self._desk.closed or self._desk.say(self._row[0].hint))
            for label, shade in ((self.hint, "muted"), (self.unsourced, "cannot_tell")):
                palette = label.palette()
                palette.setColor(palette.ColorRole.WindowText, theme.ink(shade, self.palette()))
                label.setPalette(palette)

    def _put(self, kind: FactKind, value: str | int | float | None) -> None:
        if kind.value == "year":
            self.year.setValue(int(value) if value is not None else _NO_YEAR)
        elif kind.value == "number":
            self.number.setText(number(float(value)) if value is not None else "")
        elif kind.value == "text":
            self.text.setText(str(value) if value is not None else "")
        elif kind.value == "choice":
            self.choice.setCurrentIndex(self.choice.findData(value))

    def _taken(self, kind: FactKind) -> str | int | float | None:
        if self.state.currentData() != "stated":
            return None
        if kind.value == "year":
            return self.year.value() if self.year.value() != _NO_YEAR else None
        if kind.value == "number":
            text = self.number.text().strip()
            return float(text) if self.number.hasAcceptableInput() else None
        if kind.value == "text":
            text = self.text.text().strip()
            return text or None
        return self.choice.currentData() if kind.value == "choice" else None

    def _look(self) -> None:
        """What can be stated as the form is filled now, and whether it would stay open."""
        state = self.state.currentData()
        self.value.setEnabled(state == "stated" and not self._desk.closed)
        self.unsourced.setVisible(state is not None and not self.source.text().strip() and not self._desk.closed)
        self.do.setEnabled(self._complete)

    @property
    def _complete(self) -> bool:
        if self._row is None or self.state.currentData() is None or self._desk.closed:
            return False
        kind = self._row[0]
        return (self.state.currentData() != "stated" or kind.value in ("none", "text")
                or self._taken(kind) is not None)

    def _state_it(self) -> None:
        if self._complete:
            kind = self._row[0]
            self.stated.emit(StatedFact(kind.id, self.state.currentData(), self._taken(kind),
                                        self.source.text().strip()))
