"""Which rows of a form the applicant left empty though they are required."""

from __future__ import annotations

from collections.abc import Iterable

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import Row, Table
from lowcarbon_desktop.plan.form import NEED_HEADING, ONE_OF, REQUIRED
from lowcarbon_desktop.text.normal import squeezed

_REQUIRED = {squeezed(REQUIRED.zh), squeezed(REQUIRED.en)}
_ONE_OF = {squeezed(ONE_OF.zh), squeezed(ONE_OF.en)}


def is_form(table: Table) -> bool:
    """Whether the table is one of the form's: it has the heading that says what is required."""
    return _need_column(table) is not None


def rows_left_empty(tables: Iterable[Table]) -> tuple[Message, ...]:
    """Remarks on a table's required rows without any value, and on groups of which not one is filled in."""
    found = []
    for table in tables:
        column = _need_column(table)
        if column is None:
            continue
        left = tuple(_name(row, column) for row in table.rows
                     if row.role in ("indicator", "unrecognised") and column < len(row.cells)
                     and squeezed(row.cells[column].text) in _REQUIRED and not any(cell.readings for cell in row.cells))
        if left:
            found.append(message("form-rows-empty", place=table.where.spot, count=len(left), rows=left))
        if groups := _groups_left_empty(table, column):
            found.append(message("form-groups-empty", place=table.where.spot, groups=groups))
    return tuple(found)


def _groups_left_empty(table: Table, column: int) -> tuple[str, ...]:
    """The headings below which one row at least is to be filled in, and none is."""
    filled: dict[str, bool] = {}
    heading = ""
    for row in table.rows:
        if row.role == "section":
            heading = next((cell.text.strip() for cell in row.cells if cell.text.strip()), heading)
        elif column < len(row.cells) and squeezed(row.cells[column].text) in _ONE_OF:
            filled[heading] = filled.get(heading, False) or any(cell.readings for cell in row.cells)
    return tuple(each for each, some in filled.items() if not some)


def _need_column(table: Table) -> int | None:
    headers = [row for row in table.rows if row.role == "header"]
    return next((at for row in headers for at, cell in enumerate(row.cells)
                 if squeezed(cell.text) == NEED_HEADING), None)


def _name(row: Row, column: int) -> str:
    """The longest text of the row is its name: the others are a number, a unit and what is required."""
    name = max((cell for at, cell in enumerate(row.cells) if at < column), key=lambda cell: len(cell.text))
    return f"{name.text}（{name.where.cell}）"
