"""What is said of a cell in a tooltip and in the strip below the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lowcarbon_desktop.app import said
from lowcarbon_desktop.plan import Cell, Reading, Row
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk


def lines(desk: Desk, sight: Sight, row: Row, cell: Cell) -> tuple[tuple[str, str], ...]:
    """(heading, text) pairs: the place first, then how it was read, then what is wrong with it."""
    told = [(desk.word("place"), desk.say(cell.where.spot))]
    correction = sight.correction(cell)
    if correction is not None:
        told.append((QCoreApplication.translate("Cell", "Corrected"), QCoreApplication.translate(
            "Cell", "the file prints “{printed}”, the reviewer put “{corrected}”").format(
                printed=correction.printed, corrected=correction.corrected)))
    for reading in sight.readings(cell):
        told.append((desk.word("understood"), read_as(desk, reading)))
        if reading.rule is not None:
            told.append((desk.word("rule"), desk.say(reading.rule)))
    told += [(QCoreApplication.translate("Cell", "In doubt"), desk.say(doubt)) for doubt in sight.doubts(cell)]
    if row.remark is not None:
        told.append((desk.word("unrecognised"), desk.say(row.remark)))
    elif row.role == "unrecognised":
        told.append((desk.word("unrecognised"), QCoreApplication.translate(
            "Cell", "no known indicator has this name; nothing rests on this row")))
    return tuple(told)


def brief(desk: Desk, sight: Sight, row: Row, cell: Cell) -> str:
    """The same as plain text, one line each."""
    told = ((desk.word("printed"), cell.text), *lines(desk, sight, row, cell))
    return "\n".join(f"{heading}: {text}" for heading, text in told if text)


def read_as(desk: Desk, reading: Reading) -> str:
    """What was understood of a value, in one line: indicator, years, value, kind."""
    from lowcarbon_desktop.app.reference import reference

    lang = desk.settings.lang
    name = desk.say(reference().register.name(reading.indicator)) if reading.indicator else reading.name
    place = f" [{reading.region}]" if reading.region else ""
    kind = desk.word(f"kind-{reading.kind}") if reading.kind != "target" else ""
    value = said.value(reading.value, lang) or desk.word("no-value" if reading.missing else "not-understood")
    if reading.value is not None and reading.value.stretch is not None:
        value = desk.word("with-stretch", value=value, stretch=reading.value.stretch)
    years = said.years(reading.base_year, reading.target_year, lang)
    return " · ".join(part for part in (name + place, years, value, kind) if part)
