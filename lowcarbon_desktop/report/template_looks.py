"""The looks of the form's cells: colours, widths, frames, and which of them are open to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from lowcarbon_desktop.plan.where import column_letters
from lowcarbon_desktop.report.columns import width

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD, _SECTION, _NEEDED, _CLOSED, _RULE = "1F5C4D", "E3EFEA", "FFF6D6", "EDEDED", "BFC9C5"
_LINE = 15.0
_A_PAGE = 45  # rows
_FONT = "微软雅黑"


class Looks:
    """Dresses one sheet; `finish` protects it (without a password: it guards against slips, not against people)."""

    def __init__(self, sheet: Worksheet) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self._sheet, self._font, self._align = sheet, partial(Font, name=_FONT, size=10), Alignment
        self._fill, self._protect = PatternFill, Protection
        side = Side(style="thin", color=_RULE)
        self._frame = Border(left=side, right=side, top=side, bottom=side)
        self._widths: list[float] = []
        sheet.sheet_view.showGridLines = False

    def widths(self, widths: Sequence[float]) -> None:
        """The widths of the columns, in half-width signs."""
        self._widths = list(widths)
        for at, each in enumerate(widths):
            self._sheet.column_dimensions[column_letters(at)].width = each

    def title(self, row: int, text: str, columns: int, first: int = 1) -> None:
        """A heading over the whole width."""
        cell = self._sheet.cell(row, first, text)
        cell.font = self._font(bold=True, size=15, color=_HEAD)
        cell.alignment = self._align(horizontal="left", vertical="center")
        self._sheet.row_dimensions[row].height = 30

    def label(self, row: int, column: int, text: str) -> None:
        """A word before an open cell."""
        cell = self._sheet.cell(row, column, text)
        cell.font = self._font(bold=True)
        cell.alignment = self._align(horizontal="right", vertical="center")
        self._sheet.row_dimensions[row].height = 19

    def header(self, row: int, heads: Sequence[str]) -> None:
        """The heading row of a table."""
        for column, text in enumerate(heads, 1):
            cell = self._framed(row, column, text)
            cell.font = self._font(bold=True, color="FFFFFF")
            cell.fill = self._fill("solid", fgColor=_HEAD)
            cell.alignment = self._align(horizontal="center", vertical="center", wrap_text=True)
        self._sheet.row_dimensions[row].height = 26

    def section(self, row: int, text: str, columns: int) -> None:
        """A heading between rows. Only its first cell holds a text, so that the reader knows it for a section."""
        for column in range(1, columns + 1):
            cell = self._framed(row, column)
            cell.fill = self._fill("solid", fgColor=_SECTION)
            cell.font = self._font(bold=True, color=_HEAD)
        self._sheet.cell(row, 1).value = text
        self._sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
        self._sheet.row_dimensions[row].height = 19

    def fixed(self, row: int, column: int, value: str | int, centred: bool = False) -> None:
        """A cell that the applicant only reads."""
        cell = self._framed(row, column, value)
        cell.alignment = self._align(horizontal="center" if centred else "left", vertical="center", wrap_text=True)
        self._grow(row, column, str(value))

    def open(self, row: int, column: int, needed: bool = False, words: bool = False) -> Cell:
        """A cell to be filled in, yellow where some criterion needs it."""
        cell = self._framed(row, column)
        cell.protection = self._protect(locked=False)
        cell.alignment = self._align(horizontal="left" if words else "center", vertical="center", wrap_text=words)
        if needed:
            cell.fill = self._fill("solid", fgColor=_NEEDED)
        return cell

    def closed(self, row: int, column: int) -> None:
        """A cell in which nothing belongs."""
        self._framed(row, column).fill = self._fill("solid", fgColor=_CLOSED)

    def paragraph(self, row: int, text: str) -> None:
        """A paragraph of the instructions."""
        cell = self._sheet.cell(row, 1, text)
        cell.font = self._font(size=11)
        cell.alignment = self._align(vertical="top", wrap_text=True)
        self._grow(row, 1, text)

    def key(self, row: int, value: str) -> None:
        """An id in the hidden first column."""
        self._framed(row, 1, value)

    def page(self, header: int) -> None:
        """On paper: lying, the heading row on every page."""
        self._sheet.print_title_rows = f"{header}:{header}"
        self._sheet.page_setup.orientation = "landscape"

    def finish(self) -> None:
        """Protect the sheet and fit it to a page, or where it would get too small to the width of one."""
        margins = self._sheet.page_margins
        margins.left = margins.right = margins.top = margins.bottom = 0.4
        self._sheet.page_setup.paperSize = 9
        self._sheet.page_setup.fitToWidth = 1
        self._sheet.page_setup.fitToHeight = 1 if self._sheet.max_row <= _A_PAGE else 0
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True
        protection = self._sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = False  # False allows it

    def _framed(self, row: int, column: int, value: str | int | None = None) -> Cell:
        cell = self._sheet.cell(row, column, value)
        cell.font, cell.border = self._font(), self._frame
        return cell

    def _grow(self, row: int, column: int, text: str) -> None:
        """Make the row high enough for the wrapped text: a protected sheet does not do so by itself."""
        lines = -(-width(text) // max(1, int(self._widths[column - 1]) - 2))
        known = self._sheet.row_dimensions[row].height or 0
        self._sheet.row_dimensions[row].height = max(known, _LINE * lines + 5)
