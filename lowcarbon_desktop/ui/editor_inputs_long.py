"""The larger inputs of the rubric editor's form: two languages and lists, and the table of all inputs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.app.rubric_form import FormField
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.editor_inputs import Choice, Flag, Growing, Input, Line, Number, number
from lowcarbon_desktop.ui.editor_inputs_rows import Grades, Headings, Topics
from lowcarbon_desktop.ui.flow import FlowLayout

_FEW = 8


class Both(Input):
    """A text in Chinese above the same in English."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        below = QVBoxLayout()
        below.setSpacing(4)
        self.box.addLayout(below, 1)
        self.texts: dict[str, Growing] = {}
        for lang, name in (("zh", self.tr("Chinese")), ("en", self.tr("English"))):
            text = self.texts[lang] = Growing(self)
            text.setPlaceholderText(name)
            text.setAccessibleName(f"{desk.say(field.label)} — {name}")
            text.textChanged.connect(lambda lang=lang: self._typed(lang))
            below.addWidget(text)
        self.setFocusProxy(self.texts["zh"])

    def show_value(self, value: object) -> None:
        """Each language where it differs from what is typed."""
        given = value if isinstance(value, Mapping) else {}
        for lang, text in self.texts.items():
            text.put(str(given.get(lang, "")))

    def _typed(self, lang: str) -> None:
        texts = {each: text.toPlainText() for each, text in self.texts.items()}
        if not any(texts.values()) and not self.field.required:
            self._say(None)
        elif isinstance(self.field.value, Mapping) and set(self.field.value) == set(texts):
            self._say(texts[lang], lang)
        else:
            self._say(texts)


class Words(Input):
    """A list of words or years, each on a line of its own."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.text = Growing(self)
        self.text.setPlaceholderText(self.tr("one a line"))
        self.text.textChanged.connect(self._typed)
        self.box.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    def show_value(self, value: object) -> None:
        """Blank lines and spaces at the end of what is typed stay."""
        words = [str(each) for each in value] if isinstance(value, list) else [] if value is None else [str(value)]
        if words != self._words():
            self.text.put("\n".join(words))

    def _words(self) -> list[str]:
        return [line.strip() for line in self.text.toPlainText().split("\n") if line.strip()]

    def _typed(self) -> None:
        words = [number(word) if self.field.whole else word for word in self._words()]
        self._say(words if words or self.field.required else None)


class Choices(Input):
    """Some of many: ticks where they are few, else a list of the chosen ones with one more to choose."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.ticks: dict[str, QCheckBox] = {}
        self._chosen: list[str] = []
        self._names = {value: desk.say(name) for value, name in field.choices}
        if len(field.choices) <= _FEW:
            flow = FlowLayout(14)
            self.box.addLayout(flow, 1)
            for value, name in self._names.items():
                tick = self.ticks[value] = QCheckBox(name, self)
                tick.clicked.connect(lambda on, value=value: self._tick(value, on))
                flow.addWidget(tick)
            return
        below = QVBoxLayout()
        self.box.addLayout(below, 1)
        self.list, self.more, self.less = QListWidget(self), Choice(FormField(
            (), field.label, "choice", None, False, field.choices), desk, self), QPushButton(self.tr("Take away"), self)
        self.more.combo.setItemText(0, self.tr("Add…"))
        self.more.edited.connect(lambda _, value: self._tick(value, True))
        self.less.clicked.connect(self._take_away)
        self.list.setAlternatingRowColors(True)
        below.addWidget(self.list)
        self.box.addWidget(self.less, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.more)
        self.setFocusProxy(self.list)

    def show_value(self, value: object) -> None:
        """What is unknown is shown too, as it is written."""
        self._chosen = [str(each) for each in value] if isinstance(value, list) else []
        for each, tick in self.ticks.items():
            tick.setChecked(each in self._chosen)
        if not self.ticks:
            self.list.clear()
            for each in self._chosen:
                QListWidgetItem(self._names.get(each, each), self.list).setToolTip(each)
            height = max(1, min(6, len(self._chosen))) * (self.fontMetrics().lineSpacing() + 6)
            self.list.setFixedHeight(height + 4)
            self.more.show_value(None)
            self.less.setVisible(bool(self._chosen))

    def _tick(self, value: str | None, on: bool) -> None:
        kept = [each for each in self._chosen if each != value] + ([value] if on and value else [])
        order = list(self._names)
        kept = sorted(kept, key=order.index) if self.ticks and set(kept) <= set(order) else kept
        self._say(kept if kept or self.field.required else None)

    def _take_away(self) -> None:
        if self.list.currentRow() >= 0:
            self._tick(self._chosen[self.list.currentRow()], False)


class Stranger(Input):
    """A parameter that the kind of check does not have: it can only be taken away."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.words, self.away = QLabel(self), QPushButton(self.tr("Take away"), self)
        self.away.clicked.connect(lambda: self._say(None))
        self.box.addWidget(self.words, 1)
        self.box.addWidget(self.away)

    def show_value(self, value: object) -> None:
        """In short."""
        self.words.setText(str(value)[:80])


INPUTS = {"id": Line, "line": Line, "day": Line, "number": Number, "flag": Flag, "choice": Choice, "both": Both,
          "choices": Choices, "words": Words, "topics": Topics, "grades": Grades,
          "headings": Headings, "stranger": Stranger}
