"""How wide the columns and how high the rows of the table as read have to be; Qt measures only what may decide."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

from lowcarbon_desktop.plan import Row

_LOOKED_AT = 60
"""Rows whose texts decide how wide a column is."""
_MARGIN = 16
"""Pixels of a cell that its text may not have, rather too many: then a row is measured that need not be."""


def fit_columns(table: QTableView, rows: tuple[Row, ...], least: int, most: int) -> None:
    """Give every column the width that its first rows and its heading need; all but that of the roles within limits.

    Of the cells of one role, with readings or without, the longest text needs the most room, so that one is measured.
    """
    header, model, wide = table.horizontalHeader(), table.model(), _Wide(table, bold=False)
    header.resizeSection(0, _needed(table, 0, {row.role: number for number, row in enumerate(rows[:_LOOKED_AT])}))
    for column in range(1, model.columnCount()):
        widest: dict[object, tuple[float, int]] = {}
        for number, row in enumerate(rows[:_LOOKED_AT]):
            cell = row.cells[column - 1]
            kind = (row.role, bool(cell.readings))
            widest[kind] = max(widest.get(kind, (0, number)), (wide.of(cell.text), number))
        needed = _needed(table, column, {kind: number for kind, (_, number) in widest.items()})
        header.resizeSection(column, max(least, min(most, needed)))


def _needed(table: QTableView, column: int, rows: Mapping[object, int]) -> int:
    grid = 1 if table.showGrid() else 0
    cells = (table.sizeHintForIndex(table.model().index(row, column)).width() + grid for row in rows.values())
    return max((table.horizontalHeader().sectionSizeHint(column), *cells))


def fit_rows(table: QTableView, rows: tuple[Row, ...]) -> None:
    """Give every row the height that it needs at the present widths.

    To measure a cell costs a call into Python for each of its looks, and 300 rows take as long as all else that is
    painted. Rows of one role look alike, so of those that fit on one line one a role is measured.
    """
    header = table.verticalHeader()
    room = [table.columnWidth(column) - _MARGIN for column in range(1, table.model().columnCount())]
    wide = _Wide(table, bold=True)  # the widest look that a cell may have
    simple: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        if all(wide.fits(cell.text, width) for cell, width in zip(row.cells, room, strict=True)):
            simple.setdefault(row.role, []).append(number)
    heights = {}
    for role, numbers in simple.items():
        table.resizeRowToContents(numbers[0])
        heights[role] = header.sectionSize(numbers[0])
    usual = max(simple, key=lambda role: len(simple[role]), default=None)
    if usual is not None:
        header.setDefaultSectionSize(heights[usual])  # of all rows in one step
    known = {number: heights[role] for role, numbers in simple.items() for number in numbers}
    for number in range(len(rows)):
        if number not in known:
            table.resizeRowToContents(number)
        elif known[number] != header.sectionSize(number):
            header.resizeSection(number, known[number])


class RowNumbers(QHeaderView):
    """As wide as the number of the last row: Qt's own asks the model for five looks of two hundred rows to know."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        """The width that the longest number needs, with the style's own margins; the height is the view's."""
        model, last = self.model(), self.count() - 1
        number = str(model.headerData(last, Qt.Orientation.Vertical) or "") if model is not None and last >= 0 else ""
        return QSize(self.fontMetrics().horizontalAdvance(number) + _MARGIN, super().minimumSizeHint().height())


class _Wide:
    """How wide texts are, each measured once."""

    def __init__(self, table: QTableView, *, bold: bool) -> None:
        font = QFont(table.font())
        font.setBold(bold)
        self._metrics = QFontMetricsF(font)
        self._widest = 1.5 * self._metrics.horizontalAdvance("国")  # no sign that is written in a plan is wider
        self._known: dict[str, float] = {}

    def of(self, text: str) -> float:
        """The pixels of its longest line."""
        if text not in self._known:
            self._known[text] = max(map(self._metrics.horizontalAdvance, text.split("\n")))
        return self._known[text]

    def fits(self, text: str, width: int) -> bool:
        """Whether it stands on one line there."""
        return "\n" not in text and (len(text) * self._widest <= width or self.of(text) <= width)
