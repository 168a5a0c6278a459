"""The readings of a plan as a Qt model: a coat over the rows of the mapping step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSortFilterProxyModel

from lowcarbon_desktop.app import said
from lowcarbon_desktop.app.meaning import name_of
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.plan import Quantity
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.mapping_rows import Key, MappingRow
from lowcarbon_desktop.ui.row_model import Index, Role, RowModel

SHADES = {"doubtful": "cannot_tell", "proposed": "judgement", "unbased": "cannot_tell", "unrecognised": "muted",
          "corrected": "accent", "confirmed": "pass"}
ICONS = {"doubtful": "doubt", "proposed": "judgement", "unbased": "cannot_tell", "corrected": "person",
         "confirmed": "pass"}


def field_name(desk: Desk, field: str) -> str:
    """What a field is called, as a heading."""
    name = desk.say(name_of(field))
    return name[:1].upper() + name[1:]


def indicator(desk: Desk, row: MappingRow) -> str:
    """The indicator by its name, or what is printed where none was recognised."""
    from lowcarbon_desktop.app.reference import reference

    id = row.reading.indicator
    return desk.say(reference().register.name(id)) if id is not None else row.reading.name


def value(desk: Desk, row: MappingRow) -> str:
    """The value without its unit, which has a column of its own."""
    held = row.reading.value
    if held is None:
        return "—" if row.reading.missing else desk.word("not-understood")
    bare = str(Quantity(held.low, held.high, held.bound))
    return bare if held.stretch is None else desk.word("with-stretch", value=bare, stretch=held.stretch)


COLUMNS: tuple[tuple[str, Callable[[Desk, MappingRow], str]], ...] = (
    ("state", lambda desk, row: desk.say(message(f"mapping-state-{row.state}"))),
    ("indicator", indicator),
    ("base_year", lambda desk, row: str(row.reading.base_year or "")),
    ("target_year", lambda desk, row: str(row.reading.target_year or "")),
    ("value", value),
    ("unit", lambda desk, row: said.unit(row.reading.unit, desk.settings.lang).strip()),
    ("region", lambda desk, row: row.reading.region or ""),
    ("kind", lambda desk, row: desk.say(message(f"field-kind-{row.reading.kind}"))),
    ("text", lambda desk, row: row.reading.printed),
)


class MappingModel(RowModel):
    """One row a reading, in the order that is handed in."""

    columns = COLUMNS

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def key(self, row: MappingRow) -> Key:
        """By its place."""
        return row.key

    def heading(self, column: int) -> str:
        """The name of the field."""
        return field_name(self._desk, COLUMNS[column][0])

    def find(self, key: Key) -> int | None:
        """The number of the row with this key."""
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Texts by the table of columns; the state bears its icon and its colour."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Role.DisplayRole:
            return COLUMNS[column][1](self._desk, row)
        if role == Role.ToolTipRole:
            return "\n".join(filter(None, (COLUMNS[column][1](self._desk, row), *map(self._desk.say,
                                                                                     row.reading.doubts))))
        if role in (Role.ForegroundRole, Role.DecorationRole):
            from PySide6.QtGui import QGuiApplication

            palette = QGuiApplication.palette()
            if role == Role.DecorationRole:
                return theme.icon(ICONS[row.state], palette, SHADES[row.state]) if (
                    column == 0 and row.state in ICONS) else None
            shade = SHADES.get(row.state, "muted") if column == 0 else "muted" if column == len(COLUMNS) - 1 else None
            return theme.ink(shade, palette) if shade else None
        return None


class MappingFilter(QSortFilterProxyModel):
    """Leaves the rows of the chosen states in which every word of the search stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states: frozenset[str] = frozenset()
        self.words: tuple[str, ...] = ()

    def narrow(self, states: frozenset[str], words: str) -> None:
        """Show these states (none means all) and these words only."""
        self.states, self.words = states, tuple(words.lower().split())
        self.invalidate()

    def row(self, index: Index) -> MappingRow | None:
        """The reading at an index."""
        return self.sourceModel().rows[self.mapToSource(index).row()] if index.isValid() else None

    def filterAcceptsRow(self, number: int, parent: Index) -> bool:
        """Whether a row stays."""
        model: MappingModel = self.sourceModel()
        row = model.rows[number]
        if self.states and not self.states.intersection(row.tags):
            return False
        if not self.words:
            return True
        told = " ".join((*(column[1](model._desk, row) for column in COLUMNS), row.reading.name)).lower()
        return all(word in told for word in self.words)
