"""The form of a criterion or of the rubric itself, built from the types of its fields, each fault beside its field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lowcarbon_desktop.app import rubric_draft_criteria as criteria
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_draft import Draft, Where
from lowcarbon_desktop.app.rubric_draft_sections import put_headings
from lowcarbon_desktop.app.rubric_form import FormField, Group, form, head_form
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.editor_bench import Bench
from lowcarbon_desktop.ui.editor_inputs import Input
from lowcarbon_desktop.ui.editor_inputs_long import INPUTS


class FormView(QScrollArea):
    """It is built anew only where other fields are asked for; else each field shows its value where that differs."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._shape: object = None
        self.inputs: dict[Where, Input] = {}
        self.faults: dict[Where, QLabel] = {}
        self._words: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bench.opened.connect(self.show_all)
        bench.chosen.connect(self.show_all)
        bench.changed.connect(self.refresh)
        bench.examined.connect(self.tell)

    def show_all(self) -> None:
        """Another criterion, from its beginning."""
        self._shape = None
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """The values as they are now."""
        groups = self._groups()
        shape = (self._bench.criterion, self._bench.locked, self._bench.desk.settings.lang, [
            (group.heading.code, [(each.path, each.type, each.required, each.choices) for each in group.fields])
            for group in groups])
        if shape != self._shape:
            self._shape = shape
            self._build(groups)
        for group in groups:
            for each in group.fields:
                field = self.inputs[each.path]
                field.field = each
                field.show_value(each.value)
        self.tell()

    def go_to(self, path: Where) -> None:
        """Give the keyboard to the field, or to the one that it stands in."""
        while path and path not in self.inputs:
            path = path[:-1]
        if path:
            field = self.inputs[path]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 40, 120))

    def tell(self) -> None:
        """What lint says, beside each field."""
        said: dict[Where, list[str]] = {}
        for each in self._bench.found.faults:
            if each.criterion == self._bench.criterion:
                path = each.path
                while path and path not in self.inputs:
                    path = path[:-1]
                said.setdefault(path, []).append(self._bench.desk.say(each.said))
        for path, label in self.faults.items():
            label.setText("\n".join(said.get(path, ())))
            label.setVisible(path in said)

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() == QEvent.Type.LanguageChange and self._bench.editing is not None:
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)

    def _groups(self) -> tuple[Group, ...]:
        if self._bench.editing is None:
            return ()
        entry = self._bench.entry
        return head_form(self._bench.draft) if entry is None else form(entry, self._bench.draft, reference())

    def _build(self, groups: tuple[Group, ...]) -> None:
        focused = next((path for path, each in self.inputs.items() if each.isAncestorOf(QApplication.focusWidget())),
                       None) if QApplication.focusWidget() is not None else None
        place = self.verticalScrollBar().value()
        self.inputs, self.faults, self._words = {}, {}, []
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(16, 8, 16, 16)
        box.setSpacing(4)
        for group in groups:
            heading = QLabel(f"<b>{_capital(self._bench.desk.say(group.heading))}</b>", page)
            heading.setContentsMargins(0, 10, 0, 2)
            box.addWidget(heading)
            if group.words is not None:
                box.addWidget(self._muted(self._bench.desk.say(group.words), page))
            box.addLayout(self._rows(group, page))
        box.addStretch()
        self.setWidget(page)
        self._colour()
        if focused in self.inputs:
            self.inputs[focused].setFocus()
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _rows(self, group: Group, page: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(group.fields):
            name = _capital(self._bench.desk.say(each.label))
            label = QLabel(name + (" *" if each.required and each.type != "flag" else ""), page)
            label.setWordWrap(True)
            label.setFixedWidth(label.fontMetrics().horizontalAdvance("宽" * 10))
            field = self.inputs[each.path] = INPUTS[each.type](each, self._bench.desk, page)
            field.setAccessibleName(name)
            (field.focusProxy() or field).setAccessibleName(name)
            field.setEnabled(not self._bench.locked)
            field.edited.connect(partial(self._edited, each))
            label.setBuddy(field)
            if each.hint is not None:
                for widget in (label, field):
                    widget.setToolTip(self._bench.desk.say(each.hint))
            fault = self.faults[each.path] = QLabel(page)
            fault.setWordWrap(True)
            fault.hide()
            grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(fault, 2 * row + 1, 1)
        return grid

    def _muted(self, text: str, page: QWidget) -> QLabel:
        words = QLabel(text, page)
        words.setWordWrap(True)
        self._words.append(words)
        return words

    def _colour(self) -> None:
        for labels, shade in ((self._words, "muted"), (self.faults.values(), "fail")):
            for label in labels:
                palette = label.palette()
                palette.setColor(palette.ColorRole.WindowText, theme.ink(shade, self.palette()))
                label.setPalette(palette)

    def _edited(self, field: FormField, below: Where, value: object) -> None:
        path, criterion = (*field.path, *below), self._bench.criterion
        label = field.label

        def change(draft: Draft) -> Draft:
            if field.type == "headings":
                return put_headings(draft, str(path[0]), value)
            if criterion is None:
                return criteria.put_head(draft, path, value)
            if path == ("id",):
                return criteria.rename(draft, criterion, str(value))
            return criteria.put_field(draft, criterion, path, value)

        what = message("edit-field", criterion=self._bench.named(criterion), id=criterion, key=label,
                       field=".".join(map(str, path)))
        then = str(value) if criterion is not None and path == ("id",) else None
        # After the event: a table must not be filled from within its own change.
        if field.type in ("headings", "topics", "grades"):
            QTimer.singleShot(0, self, lambda: self._bench.do(change, what, then))
        else:
            self._bench.do(change, what, then)


def _capital(words: str) -> str:
    """A label begins with a capital, also where its words stand within a sentence elsewhere."""
    return words[:1].upper() + words[1:]
