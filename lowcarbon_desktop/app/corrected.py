"""Puts corrections where they belong: texts into the cells before reading, meanings into the readings after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.meaning import change_said, name_of, said, understood, value_misfit
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import Plan, Reading, SourceFile, Where
from lowcarbon_desktop.review import Correction

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference
    from lowcarbon_desktop.ingest.grid import Source


def printed_at(source: Source, where: Where) -> str | None:
    """What the draft prints in a cell, "" where it is empty; None where there is no such cell."""
    for grid in source.grids:
        if (grid.file, grid.sheet) == (where.file, where.sheet) and where.cell is not None:
            return grid.printed(where.cell)
    return None


def position_at(plan: Plan, where: Where) -> int | None:
    """The reading of a cell, the first with a value where it holds several; None where it holds none."""
    found = [position for position, each in enumerate(plan.readings) if where.cell is not None
             and (each.where.file, each.where.sheet, each.where.cell) == (where.file, where.sheet, where.cell)]
    valued = [position for position in found if plan.readings[position].value is not None]
    return next(iter((*valued, *found)), None)


def drafted(reading: Reading) -> str:
    """What the draft itself prints there."""
    return reading.printed if reading.was is None else reading.was


def with_texts(source: Source, corrections: Iterable[Correction]) -> tuple[Source, set[Correction]]:
    """The source with the corrected texts in its cells, and the corrections that were used."""
    texts = [each for each in corrections if each.field == "text"]
    used: set[Correction] = set()
    grids = []
    for grid in source.grids:
        here = [each for each in texts if each.file in ("", grid.file) and each.sheet == grid.sheet
                and grid.printed(each.cell) == each.printed]
        used.update(here)
        grids.append(grid.corrected({each.cell: each.corrected for each in here}))
    return (replace(source, grids=tuple(grids)) if used else source), used


def with_meanings(plan: Plan, corrections: Iterable[Correction], source: Source,
                  reference: Reference) -> tuple[Plan, Mapping[Correction, Message | None]]:
    """The plan with its readings as corrected; for each correction None, or why it was not used on this plan."""
    from lowcarbon_desktop.app.reread import with_readings

    by_reading: dict[int, list[Correction]] = {}
    outcomes: dict[Correction, Message | None] = {}
    for each in corrections:
        at, now = _position(plan, each), _printed(source, each)
        if at is None or (each.field == "text" and now is not None):
            outcomes[each] = _gone(each, now, reference)
        else:
            by_reading.setdefault(at, []).append(each)
    readings = list(plan.readings)
    for at, wanted in by_reading.items():
        readings[at], outcome = _reading(plan, readings[at], wanted, source, reference)
        outcomes |= outcome
    if readings == list(plan.readings):
        return plan, outcomes
    changed = {plan.readings[at].where for at in by_reading}
    readings = [replace(each, repeats=None) if each.repeats in changed else each for each in readings]
    told = _beside(plan, [each for each in readings if each.corrected not in ((), ("confirmed",))], reference)
    plan = with_readings(plan, readings)
    return replace(plan, remarks=(*plan.remarks, *told)), outcomes


def _beside(plan: Plan, corrected: Sequence[Reading], reference: Reference) -> list[Message]:
    """The facts that were found in a paragraph of which a value is corrected: they do not follow by themselves."""
    places = {(each.where.file, each.where.paragraph) for each in corrected if each.where.paragraph is not None}
    return [message("fact-beside-correction", fact=reference.facts[id].name if id in reference.facts else id)
            for id, fact in plan.facts.items()
            if any(each.where is not None and (each.where.file, each.where.paragraph) in places
                   for each in fact.evidence)]


def _position(plan: Plan, each: Correction) -> int | None:
    found = (position_at(plan, where) for where in _places(each, plan.files))
    return next((at for at in found if at is not None), None)


def _printed(source: Source, each: Correction) -> str | None:
    found = (printed_at(source, where) for where in _places(each, source.files))
    return next((text for text in found if text is not None), None)


def _places(each: Correction, files: Iterable[SourceFile]) -> list[Where]:
    """Where a correction belongs; one that names no file, in any."""
    names = [each.file] if each.file else [file.name for file in files]
    return [Where(name, each.sheet, each.cell) for name in names]


def _reading(plan: Plan, reading: Reading, wanted: Sequence[Correction], source: Source,
             reference: Reference) -> tuple[Reading, dict[Correction, Message | None]]:
    """One reading with its corrections, the nod last, since it nods to what the others make of it."""
    from lowcarbon_desktop.app.reread import changed

    outcomes: dict[Correction, Message | None] = {}
    usable: dict[str, Correction] = {}
    for each in wanted:
        if each.field != "confirmed":
            outcomes[each] = _unusable(each, reading, reference)
            if outcomes[each] is None:
                usable[each.field] = each
    if usable:
        reading = changed(plan, reading, usable, source, reference)
    for each in wanted:
        if each.field == "confirmed":
            outcomes[each] = _unusable(each, reading, reference)
            if outcomes[each] is None and reading.doubts:
                rule = message("rule-confirmed", rule=reading.rule or "", doubts=reading.doubts)
                reading = replace(reading, doubts=(), corrected=(*reading.corrected, "confirmed"), rule=rule)
    return reading, outcomes


def _unusable(each: Correction, reading: Reading, reference: Reference) -> Message | None:
    """Why a correction is not for this reading as it is now; None where it is."""
    if drafted(reading) != each.printed:
        return _gone(each, drafted(reading), reference)
    wrong = value_misfit(each.field, each.corrected, reference)
    if wrong is not None:
        return message("correction-misfit", place=_place(each), reason=wrong)
    if each.field == "confirmed" and reading.value is None:
        return message("correction-no-value", place=_place(each))
    if each.understood and each.understood != understood(reading, each.field):
        return message("correction-understood-otherwise", place=_place(each), change=_said(each, reference))
    return None


def _gone(each: Correction, now: str | None, reference: Reference) -> Message:
    """What to tell where the draft has no such cell or value any more, or prints something else there."""
    code = ("correction-gone" if now is None else
            "correction-no-reading" if now == each.printed else "correction-not-applied")
    return message(code, place=_place(each), change=_said(each, reference), now=now, printed=each.printed)


def _place(each: Correction) -> str:
    return str(Where(each.file, each.sheet, each.cell))


def _said(each: Correction, reference: Reference) -> Message:
    if each.field == "confirmed":
        return message("field-confirmed")
    if each.field == "text":
        return change_said("text", each.printed, each.corrected, reference)
    return message("field-corrected", field=name_of(each.field), now=said(each.field, each.corrected, reference))
