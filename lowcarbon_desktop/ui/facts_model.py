"""The facts of a plan as a Qt model: a coat over the kinds of fact and what is known of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from lowcarbon_desktop.plan import Fact, FactKind, number
from lowcarbon_desktop.review import StatedFact
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Row = tuple[FactKind, Fact, StatedFact | None]


def value(desk: Desk, kind: FactKind, fact: Fact) -> str:
    """The value in words: a choice by its name, a number without needless digits."""
    if fact.value is None:
        return ""
    if kind.value == "choice":
        return next((desk.say(name) for id, name in kind.choices if id == fact.value), str(fact.value))
    return number(fact.value) if isinstance(fact.value, float) else str(fact.value)


def source(fact: Fact, stated: StatedFact | None) -> str:
    """What the reviewer cites, else the machine's first evidence."""
    if stated is not None:
        return stated.source or QCoreApplication.translate("Facts", "no source: still open")
    return next((f"{each.text} [{each.where}]" if each.where else each.text for each in fact.evidence), "")


COLUMNS: tuple[tuple[str, Callable[[Desk, Row], str]], ...] = (
    ("fact", lambda desk, row: desk.say(row[0].name)),
    ("state", lambda desk, row: desk.word(f"state-{row[1].state}")),
    ("value", lambda desk, row: value(desk, row[0], row[1])),
    ("source", lambda desk, row: source(row[1], row[2])),
    ("stated-by", lambda desk, row:
        desk.word(f"by-{row[1].by}") if row[1].state != "unknown" else ""),
)


class FactsModel(QAbstractTableModel):
    """One row a kind of fact, in the order of the data file."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these facts; those of the same kinds take the place of the last without a reset."""
        same = [row[0].id for row in rows] == [row[0].id for row in self.rows]
        if rows == self.rows:
            return
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        else:
            self.said_anew()

    def said_anew(self) -> None:
        """Everything may read differently now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(COLUMNS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as there are kinds."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As the table of columns says."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Texts by the table of columns; what is not known is faint, what is not settled has the colour of doubt."""
        if not index.isValid():
            return None
        kind, fact, _ = row = self.rows[index.row()]
        if role == Role.DisplayRole:
            return COLUMNS[index.column()][1](self._desk, row)
        if role == Role.ToolTipRole:
            return "\n".join(text for text in (self._desk.say(kind.hint), COLUMNS[3][1](self._desk, row)) if text)
        if role == Role.ForegroundRole and index.column() > 0:
            from PySide6.QtGui import QGuiApplication

            shade = "muted" if fact.state == "unknown" else "cannot_tell" if not fact.settled else None
            return theme.ink(shade, QGuiApplication.palette()) if shade else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The headings of the table of columns."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._desk.word(COLUMNS[section][0])
        return None
