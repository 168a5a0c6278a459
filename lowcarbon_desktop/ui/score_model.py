"""The scoring sheet as a Qt model: one row a criterion, with the machine's word and the person's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication

from lowcarbon_desktop.app import said
from lowcarbon_desktop.checks import Finding
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.plan import number
from lowcarbon_desktop.review.verdict import Item as Said
from lowcarbon_desktop.review.weighed import Weighed, outdated
from lowcarbon_desktop.rubric import Criterion
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.row_model import Index, Role, RowModel


@dataclass(frozen=True)
class ScoreRow:
    """A criterion, what the machine found, what was said of it; `open` where a person still has to speak."""

    position: int
    criterion: Criterion
    finding: Finding
    said: Said
    open: bool

    @property
    def decided(self) -> str:
        """Who decided: machine, person (where the machine could not), both, or nobody."""
        if self.said.verdict is None:
            return "" if self.open else "machine"
        return "person" if self.finding.outcome in ("judgement", "cannot_tell") else "both"


def rows_of(sight: Sight, counted: Weighed) -> tuple[ScoreRow, ...]:
    """The rows in the rubric's order."""
    criteria = {each.id: each for each in sight.assessment.rubric}
    both = zip(sight.assessment.findings, counted.findings, strict=True)
    return tuple(ScoreRow(position, criteria[found.criterion], found, sight.review.item(found.criterion), now.open)
                 for position, (found, now) in enumerate(both))


FILTERS: dict[str, Callable[[ScoreRow], bool]] = {
    "open": lambda row: row.open,
    "judgement": lambda row: row.finding.outcome == "judgement",
    "overruled": lambda row: row.said.verdict is not None and row.said.verdict.overrules,
    "again": lambda row: outdated(row.finding, row.said),
    "commented": lambda row: bool(row.said.comment),
}
"""What the sheet can be narrowed to; "again": said when the machine had found something else."""


def _person(desk: Desk, row: ScoreRow) -> str:
    return desk.word(row.said.verdict.outcome) if row.said.verdict is not None else ""


def _points(desk: Desk, row: ScoreRow) -> str:
    if not row.criterion.points:
        return ""
    given = "–" if row.said.points is None else number(row.said.points)
    return f"{given} / {number(row.criterion.points)}"


@dataclass(frozen=True)
class Column:
    """What a cell says, by what it is sorted, and which icon stands in it."""

    id: str
    text: Callable[[Desk, ScoreRow], str]
    key: Callable[[ScoreRow], object]
    icon: Callable[[ScoreRow], str] = lambda row: ""


COLUMNS = (
    Column("number", lambda desk, row: desk.say(row.criterion.number), lambda row: row.position),
    Column("item", lambda desk, row: desk.say(row.criterion.title), lambda row: row.position),
    Column("machine", lambda desk, row: said.outcome(row.finding, desk.settings.lang),
           lambda row: OUTCOMES.index(row.finding.outcome), lambda row: row.finding.outcome),
    Column("person", _person,
           lambda row: OUTCOMES.index(row.said.verdict.outcome) if row.said.verdict is not None else len(OUTCOMES),
           lambda row: row.said.verdict.outcome if row.said.verdict is not None else ""),
    Column("decided", lambda desk, row: "", lambda row: row.decided, lambda row: row.decided),
    Column("points", _points, lambda row: (row.criterion.points or 0, row.said.points or 0)),
    Column("comment", lambda desk, row: "✎" if row.said.comment else "", lambda row: not row.said.comment),
    Column("open", lambda desk, row: "●" if row.open else "", lambda row: not row.open),
)


class ScoreModel(RowModel):
    """A coat over the rows; the headings are the page's, which speaks the window's language."""

    columns = COLUMNS

    def __init__(self, desk: Desk, headings: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._headings = desk, headings

    def key(self, row: ScoreRow) -> str:
        """By its criterion."""
        return row.criterion.id

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Text, icon, sorting key by the table of columns."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Role.DisplayRole:
            return column.text(self._desk, row)
        if role == Role.DecorationRole and column.icon(row):
            return theme.icon(column.icon(row), QGuiApplication.palette())
        if role == Role.AccessibleTextRole and column.id in ("decided", "comment", "open"):
            told = {"decided": row.decided, "comment": bool(row.said.comment), "open": row.open}[column.id]
            return self._headings(f"decided-{told}" if column.id == "decided" else column.id) if told else ""
        if role == Role.ToolTipRole:
            return self._tip(column.id, row)
        if role == Role.TextAlignmentRole and column.id in ("points", "comment", "open"):
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        id = COLUMNS[section].id
        if role == Role.DisplayRole:
            return {"comment": "✎", "open": "●"}.get(id) or self._headings(id)
        return self._headings(id) if role in (Role.ToolTipRole, Role.AccessibleTextRole) else None

    def _tip(self, column: str, row: ScoreRow) -> str:
        if column == "decided":
            return self._headings(f"decided-{row.decided}") if row.decided else ""
        if column == "person" and row.said.verdict is not None:
            return row.said.verdict.reason
        if column == "comment":
            return row.said.comment
        return f"{self._desk.say(row.criterion.title)}\n{self._desk.say(row.finding.message)}"


class ScoreFilter(QSortFilterProxyModel):
    """Lets through the rows of the chosen filters (of any of them) with a text; sorts by the columns' keys."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: frozenset[str] = frozenset()
        self._text = ""

    def only(self, *, chosen: frozenset[str] | None = None, text: str | None = None) -> None:
        """Change what is given; no filter lets all through."""
        self._chosen = self._chosen if chosen is None else chosen
        self._text = self._text if text is None else text.strip().casefold()
        self.invalidate()

    def row(self, index: Index) -> ScoreRow | None:
        """The row at an index."""
        source = self.mapToSource(index)
        return self.sourceModel().rows[source.row()] if source.isValid() else None

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """By filter and text."""
        each: ScoreRow = self.sourceModel().rows[row]
        if self._chosen and not any(FILTERS[id](each) for id in self._chosen):
            return False
        texts = (each.criterion.id, each.said.comment, *map(self._desk.say, (
            each.criterion.number, each.criterion.title, each.finding.message)))
        return not self._text or self._text in "\n".join(texts).casefold()

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the column's key, then in the rubric's order."""
        rows, key = self.sourceModel().rows, COLUMNS[left.column()].key
        one, other = rows[left.row()], rows[right.row()]
        return (key(one), one.position) < (key(other), other.position)
