"""The facts of a plan as a Qt model: a coat over the kinds of fact and what is known of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from lowcarbon_desktop.plan import Fact, FactKind
from lowcarbon_desktop.review import StatedFact
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.row_model import Index, Role, RowModel

Row = tuple[FactKind, Fact, StatedFact | None]


def value(desk: Desk, kind: FactKind, fact: Fact) -> str:
    """The value in words; of a contradiction all the values that are said."""
    from lowcarbon_desktop.app import said

    return said.fact_value(fact, kind, desk.settings.lang)


def source(desk: Desk, fact: Fact, stated: StatedFact | None) -> str:
    """What the reviewer cites, else the place and the words of the machine's first evidence."""
    if stated is not None:
        return stated.source or QCoreApplication.translate("Facts", "no source: still open")
    if not fact.evidence:
        return ""
    from lowcarbon_desktop.app import said

    first = fact.evidence[0]
    return f"{said.place(first.where, desk.current.plan, desk.settings.lang)}  {first.text}".strip()


COLUMNS: tuple[tuple[str, Callable[[Desk, Row], str]], ...] = (
    ("fact", lambda desk, row: desk.say(row[0].name)),
    ("state", lambda desk, row: desk.word(f"state-{row[1].state}")),
    ("value", lambda desk, row: value(desk, row[0], row[1])),
    ("source", lambda desk, row: source(desk, row[1], row[2])),
    ("stated-by", lambda desk, row:
        desk.word(f"by-{row[1].by}") if row[1].state != "unknown" else ""),
)


class FactsModel(RowModel):
    """One row a kind of fact, in the order of the data file."""

    columns = COLUMNS

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def key(self, row: Row) -> str:
        """By the kind of fact."""
        return row[0].id

    def heading(self, column: int) -> str:
        """A word that every face shares."""
        return self._desk.word(COLUMNS[column][0])

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Texts by the table of columns; what is not known is faint, what is not settled has the colour of doubt."""
        if not index.isValid():
            return None
        kind, fact, _ = row = self.rows[index.row()]
        if role == Role.DisplayRole:
            return COLUMNS[index.column()][1](self._desk, row)
        if role == Role.ToolTipRole:
            means = self._desk.word(f"{fact.state}-means") if fact.state in ("absent", "unknown") else ""
            told = (self._desk.say(kind.hint), means, COLUMNS[2][1](self._desk, row), COLUMNS[3][1](self._desk, row))
            return "\n".join(text for text in told if text)
        if role == Role.ForegroundRole and index.column() > 0:
            from PySide6.QtGui import QGuiApplication

            shade = "muted" if fact.state == "unknown" else "cannot_tell" if not fact.settled else None
            return theme.ink(shade, QGuiApplication.palette()) if shade else None
        return None
