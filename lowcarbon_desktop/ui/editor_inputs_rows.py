"""The inputs of the rubric editor's form that have rows: topics, grades, sections and dimensions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.app.rubric_form import FormField
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.editor_grid import Grid
from lowcarbon_desktop.ui.editor_inputs import Input, number

_JOIN = "、"


class Topics(Input):
    """Things to look for, one a row: id, both names, and the words that show it."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.grid = Grid(self)
        self.grid.title((self.tr("Id"), self.tr("Chinese"), self.tr("English"), self.tr("Words, with 、 between")),
                        stretch=(1, 2, 3))
        self.grid.filled.connect(self._filled)
        self.box.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def show_value(self, value: object) -> None:
        """A topic that is none is shown by its id."""
        rows = []
        for id, topic in (value.items() if isinstance(value, Mapping) else ()):
            given = topic if isinstance(topic, Mapping) else {}
            words = given.get("words")
            rows.append([str(id), str(given.get("zh", "")), str(given.get("en", "")),
                         _JOIN.join(map(str, words if isinstance(words, list) else ()))])
        self.grid.fill(rows)

    def _filled(self) -> None:
        made = {id or f"topic_{place}": {"zh": zh, "en": en, "words": [each for each in map(
            str.strip, words.replace("，", _JOIN).replace(",", _JOIN).split(_JOIN)) if each]}
            for place, (id, zh, en, words) in enumerate(self.grid.rows, 1)}
        self._say(made if made or self.field.required else None)


class Grades(Input):
    """The grades of a pass, the best first."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.grid = Grid(self)
        self.grid.title((self.tr("Id"), self.tr("Chinese"), self.tr("English"), self.tr("Above the line by")),
                        stretch=(0, 1, 2, 3))
        self.grid.filled.connect(self._filled)
        self.box.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def show_value(self, value: object) -> None:
        """As they are written."""
        rows = []
        for grade in value if isinstance(value, list) else ():
            given = grade if isinstance(grade, Mapping) else {}
            title = given.get("title") if isinstance(given.get("title"), Mapping) else {}
            rows.append([str(each) for each in (given.get("id", ""), title.get("zh", ""), title.get("en", ""),
                                                given.get("at", ""))])
        self.grid.fill(rows)

    def _filled(self) -> None:
        made = [{"id": id, "title": {"zh": zh, "en": en}, "at": number(at)} for id, zh, en, at in self.grid.rows]
        self._say(made or None)


class Headings(Input):
    """Sections or dimensions, one a row: id and both names; the rows as they are filled are handed on."""

    def __init__(self, field: FormField, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, desk, parent)
        self.grid = Grid(self)
        self.grid.title((self.tr("Id"), self.tr("Chinese"), self.tr("English")), stretch=(0, 1, 2))
        self.grid.filled.connect(lambda: self._say(tuple(tuple(row) for row in self.grid.rows if any(row))))
        self.box.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)

    def show_value(self, value: object) -> None:
        """As they are written."""
        rows = []
        for each in value if isinstance(value, list) else ():
            given = each if isinstance(each, Mapping) else {}
            title = given.get("title") if isinstance(given.get("title"), Mapping) else {}
            rows.append([str(part) for part in (given.get("id", ""), title.get("zh", ""), title.get("en", ""))])
        self.grid.fill(rows)
