"""A table as it was read, row by row, so that nothing of it is dropped."""

from __future__ import annotations

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan.where import Where

ROLES = ("title", "about", "header", "section", "indicator", "unrecognised", "note", "blank")


@frozen(slots=True)
class Cell:
    """One cell as printed. `readings` are the positions in `Plan.readings` of the values that stand in it."""

    text: str
    where: Where
    readings: tuple[int, ...] = ()
    corrected: bool = False


@frozen(slots=True)
class Row:
    """One row: `role` is one of ROLES; `remark` says why a row was not understood."""

    role: str
    cells: tuple[Cell, ...]
    remark: Message | None = None


@frozen(slots=True)
class Table:
    """One table of the file: taken as indicator table or left, and why. All rows have the same number of cells."""

    title: str
    where: Where
    taken: bool
    why: Message
    rows: tuple[Row, ...] = ()
