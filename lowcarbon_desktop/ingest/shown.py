"""The tables of a plan as they are shown: taken or left, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.form_rows import is_form
from lowcarbon_desktop.ingest.found import Found
from lowcarbon_desktop.ingest.grid import Grid
from lowcarbon_desktop.ingest.sheet import Sheet, cells_of
from lowcarbon_desktop.plan import Reading, Region, Row, Table


def nothing_of_its_own(read: Sequence[Table], region: Region | None) -> list[Message]:
    """What a plan without one value of its own tells: whose tables there are, or that nothing was known in them."""
    parts = tuple(table.where.start for table in read if table.why.code == "table-of-parts")
    if parts:
        return [message("only-parts", tables=parts)]
    theirs = [table for table in read if table.why.code == "table-elsewhere"]
    if not theirs or region is None:
        return [message("nothing-recognised")]
    return [message("only-elsewhere", region=region.full_name, tables=tuple(table.where.start for table in theirs),
                    others=tuple(dict.fromkeys(str(table.why.args["region"]) for table in theirs)))]


def table_of(found: Found, rows: tuple[Row, ...], readings: Sequence[Reading], whose: str | None) -> Table:
    where = found.sheet.grid.where(found.block.top, 0)
    known = any(reading.indicator is not None for reading in readings)
    if whose is None and found.block.shape == "districts" and all(each.region is not None for each in readings):
        parts = next(heading.text for heading in found.block.columns if heading.role in ("regions", "name"))
        return Table(found.title, where, False, message("table-of-parts", parts=parts), rows)
    if whose is not None:
        return Table(found.title, where, False, message("table-elsewhere", region=whose), rows)
    table = Table(found.title, where, known, message("table-taken" if known else "table-unknown"), rows)
    return replace(table, taken=True, why=message("table-taken")) if is_form(table) else table


def is_table(grid: Grid) -> bool:
    """Whether a document's table is more than a frame around something."""
    return grid.left is not None or (len(grid.rows) > 1 and len(grid.rows[0]) > 1)


def left_table(grid: Grid) -> Table:
    """A table of a document in which no headings of an indicator table were found: shown, and why it was left."""
    sheet = Sheet(grid)
    rows = tuple(Row("note", cells_of(sheet, row, {})) for row in range(sheet.height))
    from lowcarbon_desktop.ingest.surroundings import said_around
    why = grid.left or message("table-without-heading")
    return Table(said_around(grid.around).title, grid.where(0, 0), False, why, rows)


def rows_above(found: Found) -> tuple[Row, ...]:
    return tuple(Row("about" if row in found.about_rows else "title", cells_of(found.sheet, row, {}))
                 for row in found.above)
