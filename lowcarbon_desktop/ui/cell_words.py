"""What is said of a cell in a tooltip and in the strip below the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.plan import Cell, Reading, Row
from lowcarbon_desktop.ui import words
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk


def lines(desk: Desk, sight: Sight, row: Row, cell: Cell) -> tuple[tuple[str, str], ...]:
    """(heading, text) pairs: the place first, then how it was read, then what is wrong with it."""
    said = [(QCoreApplication.translate("Cell", "Place"), words.place(cell.where))]
    correction = sight.correction(cell)
    if correction is not None:
        said.append((QCoreApplication.translate("Cell", "Corrected"), QCoreApplication.translate(
            "Cell", "the file prints “{printed}”, the reviewer put “{corrected}”").format(
                printed=correction.printed, corrected=correction.corrected)))
    for reading in sight.readings(cell):
        said.append((QCoreApplication.translate("Cell", "Read as"), _read_as(desk, reading)))
        if reading.rule is not None:
            said.append((QCoreApplication.translate("Cell", "Rule"), desk.say(reading.rule)))
    said += [(QCoreApplication.translate("Cell", "In doubt"), desk.say(doubt)) for doubt in sight.doubts(cell)]
    if row.remark is not None:
        said.append((QCoreApplication.translate("Cell", "Not understood"), desk.say(row.remark)))
    elif row.role == "unrecognised":
        said.append((QCoreApplication.translate("Cell", "Not understood"), QCoreApplication.translate(
            "Cell", "no known indicator has this name; nothing rests on this row")))
    return tuple(said)


def brief(desk: Desk, sight: Sight, row: Row, cell: Cell) -> str:
    """The same as plain text, one line each."""
    return "\n".join(f"{heading}: {text}" for heading, text in ((QCoreApplication.translate("Cell", "Printed"),
                                                              cell.text), *lines(desk, sight, row, cell)) if text)


def _read_as(desk: Desk, reading: Reading) -> str:
    from lowcarbon_desktop.app.reference import reference

    name = desk.say(reference().register.name(reading.indicator)) if reading.indicator else reading.name
    years = "–".join(str(year) for year in (reading.base_year, reading.target_year) if year is not None)
    value = str(reading.value) if reading.value is not None else QCoreApplication.translate("Cell", "no value stated")
    place = f" [{reading.region}]" if reading.region else ""
    return " · ".join(part for part in (name + place, years, value) if part)
