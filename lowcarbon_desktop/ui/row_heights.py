"""How high the rows of the table as read have to be; Qt measures those alone whose text may need a second line."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from lowcarbon_desktop.plan import Row

_MARGIN = 16
"""Pixels of a cell that its text may not have, rather too many: then a row is measured that need not be."""


def fit_rows(table: QTableView, rows: tuple[Row, ...]) -> None:
    """Give every row the height that it needs at the present widths.

    To measure a cell costs a call into Python for each of its looks, and 300 rows take as long as all else that is
    painted. Rows of one role look alike, so of those that fit on one line one a role is measured.
    """
    header = table.verticalHeader()
    room = [table.columnWidth(column) - _MARGIN for column in range(1, table.model().columnCount())]
    wide = _Wide(table)
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


class _Wide:
    """How wide texts are in the boldest look that a cell may have."""

    def __init__(self, table: QTableView) -> None:
        font = QFont(table.font())
        font.setBold(True)
        self._metrics = QFontMetrics(font)
        self._known: dict[str, int] = {}

    def fits(self, text: str, width: int) -> bool:
        """Whether it stands on one line there."""
        if text not in self._known:
            self._known[text] = self._metrics.horizontalAdvance(text)
        return self._known[text] <= width and "\n" not in text
