"""One field of the rubric editor's form: an input made for its type, that shows a value and hands on another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from lowcarbon_desktop.app.rubric_form import FormField
from lowcarbon_desktop.ui.desk import Desk

_MANY = 14  # choices from which on one types to find one


class Input(QWidget):
    """`edited` carries the path below the field, () for the field itself, and the value, None for none."""

    edited = Signal(object, object)

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.desk = field, desk
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)

    def show_value(self, value: object) -> None:
        """Show what stands; what the user is just typing is the same and is left alone."""
        raise NotImplementedError

    def _say(self, value: object, *below: str) -> None:
        self.edited.emit(below, value)


class Line(Input):
    """A text in one line; an id is handed on only when it is complete."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.line = QLineEdit(self)
        self.line.setAcceptDrops(False)
        self.box.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        if field.type == "id":
            self.line.editingFinished.connect(self._finished)
        else:
            self.line.textEdited.connect(self._typed)
        if field.type == "day":
            self.line.setPlaceholderText("2012-06-30")

    def show_value(self, value: object) -> None:
        """Where it differs from what is typed."""
        text = "" if value is None else str(value)
        if text != self.line.text():
            self.line.setText(text)

    def _typed(self, text: str) -> None:
        self._say(text if text or self.field.required else None)

    def _finished(self) -> None:
        text = self.line.text().strip()
        if text and text != str(self.field.value):
            self._say(text)
        else:
            self.show_value(self.field.value)


class Number(Line):
    """A number with its unit and bounds; what is no number is handed on as it is, so that lint can say so."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.line.setMaximumWidth(self.line.fontMetrics().horizontalAdvance("0" * 14))
        low, high = (None if end is None else desk.say(f"{end:g}") for end in (field.low, field.high))
        bounds = f"{low}–{high}" if low is not None and high is not None else f"≥ {low}" if low is not None else ""
        words = "  ".join(filter(None, (desk.say(field.unit), f"({bounds})" if bounds else "")))
        self.box.addWidget(QLabel(words, self))
        self.box.addStretch(2)

    def show_value(self, value: object) -> None:
        """5 for 5.0; what is typed and means the same stays as typed."""
        if not isinstance(value, str) and value is not None and number(self.line.text()) == value:
            return
        super().show_value(f"{value:.15g}" if isinstance(value, float) else value)

    def _typed(self, text: str) -> None:
        self._say(number(text) if text.strip() or self.field.required else None)


def number(text: str) -> int | float | str:
    """The number of a text as a rubric writes one, else the text."""
    import re

    text = text.strip()
    if re.fullmatch(r"[-+]?[0-9]{1,15}", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}", text) else text


class Flag(Input):
    """Yes or no; no is not written where it need not be."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.check = QCheckBox(desk.say(field.hint) if field.hint is not None else "", self)
        self.box.addWidget(self.check, 1)
        self.setFocusProxy(self.check)
        self.check.clicked.connect(lambda on: self._say(True if on else False if field.required else None))

    def show_value(self, value: object) -> None:
        """Anything but true is no."""
        self.check.setChecked(value is True)


class Choice(Input):
    """One of some values, by their names; a value that is none of them is shown as it is."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.combo = QComboBox(self)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.installEventFilter(self)
        if not field.required:
            self.combo.addItem("—", None)
        for value, name in field.choices:
            self.combo.addItem(desk.say(name), value)
            self.combo.setItemData(self.combo.count() - 1, value, Qt.ItemDataRole.ToolTipRole)
        if len(field.choices) > _MANY:
            self.combo.setEditable(True)
            self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.combo.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            self.combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
            self.combo.lineEdit().editingFinished.connect(self._typed)
        self.box.addWidget(self.combo, 1)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(lambda: self._chosen())

    def show_value(self, value: object) -> None:
        """A value that is unknown gets a line of its own."""
        place = self.combo.findData(value)
        if place < 0 and value is not None:
            self.combo.addItem(str(value), value)
            place = self.combo.count() - 1
        self.combo.setCurrentIndex(place)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        """Turning the wheel scrolls the form and chooses nothing."""
        if isinstance(event, QWheelEvent) and not self.combo.view().isVisible():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        place = self.combo.findText(self.combo.currentText())
        if place >= 0:
            self.combo.setCurrentIndex(place)
            self._chosen()
        else:
            self.show_value(self.field.value)

    def _chosen(self) -> None:
        value = self.combo.currentData()
        if value != self.field.value:
            self._say(value)


class Growing(QPlainTextEdit):
    """A text that is as high as it is long, up to ten lines; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.fit())
        self.fit()

    def fit(self) -> None:
        """Take the height that the lines need."""
        lines = min(10, max(1, round(self.document().size().height())))
        margins = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins + 2)

    def put(self, text: str) -> None:
        """Show a text; the same one leaves the cursor where it is."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
