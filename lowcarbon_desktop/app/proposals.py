"""What remembered corrections propose for a plan: shown with the reason, and never used before they are accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.corrected import drafted, position_at, with_meanings
from lowcarbon_desktop.app.meaning import field_of, name_of, said, understood, value_misfit
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import Plan, Reading, Table, Where
from lowcarbon_desktop.review import Correction
from lowcarbon_desktop.review.remembered import Heading, Remembered
from lowcarbon_desktop.review.state import Key
from lowcarbon_desktop.text.normal import squeezed

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference
    from lowcarbon_desktop.ingest.grid import Source


@dataclass(frozen=True, slots=True)
class Proposal:
    """A field of the value at `where` that was corrected to `value` before, under the same heading, in `from_file`.

    `was` is what the program understands; `reason` says all of it in words, `key` by what it is remembered.
    """

    where: Where
    field: str
    value: str
    was: str
    from_file: str
    when: str
    heading: str
    reason: Message
    key: tuple[Heading, str, str]


def headings_of(plan: Plan) -> Mapping[int, Heading]:
    """The heading of each reading that has a name, by its position."""
    columns: dict[int, tuple[str, ...]] = {}
    for table in plan.tables:
        columns |= _columns(table)
    return {at: (squeezed(reading.name), columns.get(at, ()), squeezed(reading.printed_unit))
            for at, reading in enumerate(plan.readings) if squeezed(reading.name)}


def proposals_for(plan: Plan, remembered: Sequence[Remembered], reference: Reference,
                  corrected: Collection[Key] = ()) -> tuple[Proposal, ...]:
    """What is proposed for the plan, in its order; nothing for what the reviewer `corrected` in it already.

    Of several corrections under one heading the newest counts.
    """
    if not remembered:
        return ()
    newest = {each.key: each for each in remembered if value_misfit(each.field, each.value, reference) is None}
    fields = tuple(dict.fromkeys(each.field for each in newest.values()))
    found = []
    for at, heading in headings_of(plan).items():
        reading = plan.readings[at]
        for field in fields:
            entry = newest.get((heading, field, field_of(reading, field)))
            if entry is not None and not reading.missing and field not in reading.corrected \
                    and entry.value != entry.was and position_at(plan, reading.where) == at \
                    and correction(reading, field, entry.value, "").key not in corrected:
                found.append(_proposal(entry, reading, reference))
    return tuple(found)


def with_proposals(plan: Plan, proposals: Sequence[Proposal], source: Source, reference: Reference) -> Plan:
    """The plan as if the proposals were accepted, each with a doubt that says they are not."""
    from lowcarbon_desktop.app.reread import with_readings

    if not proposals:
        return plan
    plan, _ = with_meanings(plan, accepted(plan, proposals), source, reference)
    readings = list(plan.readings)
    for each in proposals:
        at = position_at(plan, each.where)
        if at is not None:
            readings[at] = replace(readings[at], doubts=(*readings[at].doubts, each.reason))
    plan = with_readings(plan, readings)
    return replace(plan, remarks=(*plan.remarks, message("remembered-used", count=len(proposals))))


def accepted(plan: Plan, proposals: Iterable[Proposal]) -> list[Correction]:
    """The ordinary corrections that proposals become."""
    return [correction(plan.readings[at], each.field, each.value, each.from_file) for each in proposals
            if (at := position_at(plan, each.where)) is not None]


def correction(reading: Reading, field: str, value: str, reason: str) -> Correction:
    """A correction of a reading as it is now."""
    where = reading.where
    return Correction(where.file, where.sheet, where.cell or "", drafted(reading), value, reason, field,
                      understood(reading, field))


def in_words(heading: Heading) -> str:
    """A heading to show: 能耗 · 2015年 · %."""
    name, columns, unit = heading
    return " · ".join(part for part in (name, *columns, unit) if part)


def reason_of(entry: Remembered, reference: Reference) -> Message:
    """Where it was corrected, when, and how."""
    return message("doubt-remembered", file=entry.file, when=entry.when, heading=in_words(entry.heading),
                   field=name_of(entry.field), was=said(entry.field, entry.was, reference),
                   now=said(entry.field, entry.value, reference))


def _proposal(entry: Remembered, reading: Reading, reference: Reference) -> Proposal:
    return Proposal(reading.where, entry.field, entry.value, entry.was, entry.file, entry.when,
                    in_words(entry.heading), reason_of(entry, reference), entry.key)


def _columns(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings above each reading of a table; one over several columns stands in the first of them."""
    headers = [[squeezed(cell.text) for cell in row.cells] for row in table.rows if row.role == "header"]
    filled = [list(_filled(texts)) for texts in headers]
    return {at: tuple(dict.fromkeys(texts[column] for texts in filled if column < len(texts) and texts[column]))
            for row in table.rows for column, cell in enumerate(row.cells) for at in cell.readings}


def _filled(texts: Iterable[str]) -> Iterable[str]:
    last = ""
    for text in texts:
        last = text or last
        yield last
