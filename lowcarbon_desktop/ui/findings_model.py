"""The findings by section, as a Qt model: a coat over the assessment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from lowcarbon_desktop.app import said
from lowcarbon_desktop.checks import Finding
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_groups import Group, Item

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


def _outcome(desk: Desk, item: Item) -> str:
    """The machine's word, and below it the person's."""
    machine = said.outcome(item.finding, desk.settings.lang)
    if item.verdict is None:
        return machine
    return f"{machine}\n{desk.word('by-expert', outcome=desk.word(item.verdict))}"


Column = tuple[str, Callable[[Desk, Item], str]]
COLUMNS: tuple[Column, ...] = (
    ("outcome", _outcome),
    ("item", lambda desk, item:
        f"{desk.say(item.criterion.number)}  {desk.say(item.criterion.title)}"),
    ("severity", lambda desk, item: desk.word(item.finding.severity)),
    ("margin", lambda desk, item: margin(desk, item.finding)),
)


def margin(desk: Desk, finding: Finding) -> str:
    """The signed margin of the detail that gives the outcome."""
    worst = finding.worst
    return brief_margin(worst.margin, worst.line.unit if worst.line is not None else "", desk.settings.lang)


def brief_margin(of: float | None, unit: str, lang: str) -> str:
    """The margin in a narrow column; the details have the room to say it in full."""
    return said.margin(of, unit, lang).replace("percentage points", "pp")


class FindingsModel(QAbstractItemModel):
    """Two levels: sections, and below each its findings."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._groups: tuple[Group, ...] = ()

    def show(self, made: tuple[Group, ...]) -> None:
        """Show these findings; those of the same criteria take the place of the last without a reset."""
        same = _shape(made) == _shape(self._groups)
        if not same:
            self.beginResetModel()
        before, self._groups = self._groups, made
        if not same:
            self.endResetModel()
            return
        last = len(COLUMNS) - 1
        for number, (was, now) in enumerate(zip(before, made, strict=True)):
            parent = self.index(number, 0)
            for row, (old, new) in enumerate(zip(was.items, now.items, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row, 0, parent), self.index(row, last, parent))
            if was != now:
                self.dataChanged.emit(parent, self.index(number, last))

    def said_anew(self) -> None:
        """Everything is said in another language."""
        last = len(COLUMNS) - 1
        for number, group in enumerate(self._groups):
            parent = self.index(number, 0)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(group.items) - 1, last, parent))
        if self._groups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._groups) - 1, last))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def item(self, index: Index) -> Item | None:
        """The finding at an index; None at a section."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self._groups[index.internalId() - 1].items[index.row()]

    def group(self, index: Index) -> Group:
        """The section at an index, or the one that its finding belongs to."""
        return self._groups[index.row() if index.internalId() == 0 else index.internalId() - 1]

    @property
    def groups(self) -> tuple[Group, ...]:
        """All that is shown, without the filter."""
        return self._groups

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A section is a heading and cannot be selected; the arrow keys pass over it."""
        return super().flags(index) if self.item(index) is not None else Qt.ItemFlag.NoItemFlags

    def find(self, criterion: str) -> QModelIndex:
        """The index of a criterion's finding; invalid where there is none."""
        for number, group in enumerate(self._groups):
            for row, item in enumerate(group.items):
                if item.criterion.id == criterion:
                    return self.index(row, 0, self.index(number, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """A section's id is 0; a finding's is its section's position and 1."""
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(COLUMNS)):  # Qt's hasIndex takes twice as long
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The section of a finding."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Sections at the top, findings below each."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].items) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The same everywhere."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Texts by the table of columns; what is drawn besides is the delegate's."""
        if not index.isValid():
            return None
        item = self.item(index)
        if item is None:
            return self._desk.say(self.group(index).section.title) if index.column() == 0 and role in (
                Role.DisplayRole, Role.AccessibleTextRole) else None
        if role == Role.DisplayRole:
            return COLUMNS[index.column()][1](self._desk, item)
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return self._desk.say(item.finding.message)
        if role == Role.AccessibleTextRole:
            if index.column() != 1:
                return self.data(index)
            outcome = said.outcome(item.finding, self._desk.settings.lang)
            return "，".join((outcome, self._desk.say(item.criterion.title), self._desk.say(item.finding.message)))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The headings of the table of columns."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._desk.word(COLUMNS[section][0])
        return None


def _shape(made: tuple[Group, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((group.section.id, tuple(item.criterion.id for item in group.items)) for group in made)
