"""The criteria of the rubric that is edited, by section, with a search and a mark where something is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app import rubric_draft_criteria as criteria
from lowcarbon_desktop.app.rubric_draft import Draft, Entry, text_of
from lowcarbon_desktop.app.rubric_draft_sections import shift
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.editor_bench import Bench

_ID = Qt.ItemDataRole.UserRole
_SECTION = Qt.ItemDataRole.UserRole + 1


class CriteriaList(Attentive, QWidget):
    """A click chooses a criterion; its first line is the rubric itself."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._shown: object = None
        self.search, self.tree = QLineEdit(self), QTreeWidget(self)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree.setColumnCount(3)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(12)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(self._picked)
        self.buttons = {name: QToolButton(self) for name in ("add", "copy", "remove", "up", "down")}
        for name, use in (("add", self.add), ("copy", self.duplicate), ("remove", self.remove),
                          ("up", lambda: self.step(-1)), ("down", lambda: self.step(1))):
            self.buttons[name].clicked.connect(use)
        for keys, use in (("Alt+Up", lambda: self.step(-1)), ("Alt+Down", lambda: self.step(1)),
                          ("Ctrl+D", self.duplicate), ("Del", self.remove), ("Ins", self.add)):
            QShortcut(QKeySequence(keys), self.tree, use, context=Qt.ShortcutContext.WidgetShortcut)
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 4, 8)
        box.addWidget(self.search)
        box.addWidget(self.tree, 1)
        box.addLayout(row)
        for signal in (bench.opened, bench.changed, bench.chosen):
            signal.connect(self.refresh)
        bench.examined.connect(self._mark)
        self.retranslate()

    def refresh(self) -> None:
        """The list as it is now; it is filled anew only where it shows something else."""
        if self._bench.editing is None:
            return
        draft, lang = self._bench.draft, self._bench.desk.settings.lang
        rows = [(each.id, each.section, *self._texts(each)) for each in draft.entries]
        shown = (rows, draft.sections, draft.head.get("id"), lang)
        if shown != self._shown:
            self._shown = shown
            self._fill(draft)
        self._mark()
        self._select()
        for name, button in self.buttons.items():
            button.setEnabled(not self._bench.locked and (name == "add" or self._bench.entry is not None))

    def add(self) -> None:
        """A new criterion after the chosen one, or at the end of the chosen section."""
        entry, draft = self._bench.entry, self._bench.draft
        item = self.tree.currentItem()
        section = item.data(0, _SECTION) if item is not None else None
        if section is not None or entry is None:  # a heading is selected, or the rubric itself
            entry, section = None, section or (draft.sections[-1][0] if draft.sections else "")
        else:
            section = entry.section
        if self._bench.locked or not section:
            return
        try:
            made, id = criteria.add(draft, section, entry.id if entry is not None else None)
        except UsageError as error:
            self._bench.desk.fail(error)
            return
        self._bench.do(lambda _: made, message("edit-added", criterion=id), id)

    def duplicate(self) -> None:
        """The chosen criterion a second time."""
        if self._bench.entry is not None and not self._bench.locked:
            made, id = criteria.duplicate(self._bench.draft, self._bench.entry.id)
            self._bench.do(lambda _: made, message("edit-added", criterion=self._bench.named(self._bench.entry.id)), id)

    def remove(self) -> None:
        """Take the chosen criterion out; undo brings it back."""
        entry = self._bench.entry
        if entry is None or self._bench.locked:
            return
        asked = self.tr("Delete {criterion} with its cases? Reviews that were made keep what they say of it.").format(
            criterion=self._bench.desk.say(self._bench.named(entry.id)))
        if QMessageBox.question(self, self.tr("Delete the criterion"), asked) == QMessageBox.StandardButton.Yes:
            ids = [each.id for each in self._bench.draft.entries]
            here = ids.index(entry.id)
            then = next(iter((*ids[here + 1:here + 2], *ids[max(0, here - 1):here])), None)
            self._bench.do(lambda draft: criteria.remove(draft, entry.id),
                           message("edit-removed", criterion=self._bench.named(entry.id)), then)

    def step(self, step: int) -> None:
        """Move the chosen criterion up or down, at the end of its section into the next one."""
        entry = self._bench.entry
        if entry is not None and not self._bench.locked:
            self._bench.do(lambda draft: shift(draft, entry.id, step),
                           message("edit-moved", criterion=self._bench.named(entry.id)))

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.search.setPlaceholderText(self.tr("Search criteria (Ctrl+F)"))
        self.tree.setHeaderLabels([self.tr("Criterion"), self.tr("Level"), self.tr("Points")])
        self.tree.setAccessibleName(self.tr("Criteria of the rubric"))
        words = {"add": self.tr("Add"), "copy": self.tr("Duplicate"), "remove": self.tr("Delete"),
                 "up": self.tr("Up"), "down": self.tr("Down")}
        keys = {"add": "Ins", "copy": "Ctrl+D", "remove": "Del", "up": "Alt+↑", "down": "Alt+↓"}
        for name, button in self.buttons.items():
            button.setText(words[name])
            button.setToolTip(f"{words[name]} ({keys[name]})")
        self.refresh()

    def recolour(self) -> None:
        """Draw anew in another look."""
        if self._bench.editing is not None:
            self._mark()

    def _texts(self, entry: Entry) -> tuple[str, str, str]:
        desk, severity, points = self._bench.desk, str(entry.data.get("severity")), entry.data.get("points")
        named = severity in ("must", "should", "note")
        return (f"{desk.say(text_of(entry.data.get('number')))}  {desk.say(text_of(entry.data.get('title')))}",
                desk.word(severity) if named else severity,
                f"{points:g}" if isinstance(points, int | float) else str(points))

    def _fill(self, draft: Draft) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        QTreeWidgetItem(self.tree, [self.tr("The rubric itself"), "", ""])
        for section, title in draft.sections:
            head = QTreeWidgetItem(self.tree, [self._bench.desk.say(title), "", ""])
            head.setData(0, _SECTION, section)
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for entry in draft.entries:
                if entry.section == section:
                    item = QTreeWidgetItem(head, list(self._texts(entry)))
                    item.setData(0, _ID, entry.id)
                    item.setToolTip(0, entry.id)
                    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            head.setExpanded(True)
        self.tree.blockSignals(False)
        self._filter(self.search.text())

    def _items(self) -> list[QTreeWidgetItem]:
        heads = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        return [*heads[:1], *(head.child(place) for head in heads for place in range(head.childCount()))]

    def _mark(self) -> None:
        """A red mark where lint refuses or a case goes wrong, a yellow one for a warning, none where all is well."""
        found = self._bench.found
        for item in self._items():
            id = item.data(0, _ID)
            faults, wrong = found.of(id), found.wrong_cases(id) if id is not None else 0
            said = [self._bench.desk.say(each.said) for each in faults]
            if wrong:
                said.append(self.tr("Cases that do not come out as expected: {count}").format(count=wrong))
            bad = wrong or any(not each.warning for each in faults)
            mark, shade = ("fail", "fail") if bad else ("doubt", "cannot_tell") if faults else ("pass", "pass")
            known = self._bench.known  # before anything was looked at, nothing is well
            item.setIcon(0, theme.icon(mark, self.palette(), shade) if known else QIcon())
            item.setToolTip(0, "\n".join([id or "", *said]).strip())

    def _select(self) -> None:
        item = next((each for each in self._items() if each.data(0, _ID) == self._bench.criterion), None)
        if item is not None and item is not self.tree.currentItem():
            self.tree.blockSignals(True)
            self.tree.setCurrentItem(item)
            self.tree.scrollToItem(item)
            self.tree.blockSignals(False)

    def _picked(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _SECTION) is None:
            self._bench.choose(item.data(0, _ID))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self._items()[1:]:
            said = f"{item.text(0)} {item.data(0, _ID)} {item.text(1)}".casefold()
            item.setHidden(not all(word in said for word in wanted))
        for place in range(1, self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(place)
            head.setHidden(bool(wanted) and all(head.child(each).isHidden() for each in range(head.childCount())))
