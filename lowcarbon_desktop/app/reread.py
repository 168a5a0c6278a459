"""What a correction makes of a reading: its fields, its doubts, its rule, and what in the plan rests on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.meaning import canonical, change_said, field_of
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.again import understood_again
from lowcarbon_desktop.ingest.fact_sheet import with_read
from lowcarbon_desktop.ingest.facts import facts_in
from lowcarbon_desktop.ingest.grid import RawCell, Source
from lowcarbon_desktop.plan import Fact, Plan, Reading, Row, Table
from lowcarbon_desktop.plan.where import cell_position
from lowcarbon_desktop.review import Correction
from lowcarbon_desktop.review.state import FIELDS, MEANING

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference

_ANSWERED: Mapping[str, frozenset[str]] = {
    "base_year": frozenset(("doubt-span", "doubt-two-bases", "doubt-bases-differ", "doubt-base-carried")),
    "target_year": frozenset(("doubt-year-disagrees", "doubt-year-in-cell", "doubt-year-carried")),
    "region": frozenset(("doubt-whose",)), "kind": frozenset(("doubt-heading", "doubt-supposed")),
}
"""The doubts that a corrected field answers, beside those that `ingest.again` raises anew. A merged cell, an
unclear section, several years in a name are answered by a nod alone."""
_NOTHING_OWN = ("nothing-recognised", "only-parts", "only-elsewhere")
_AMOUNT_AGAIN = frozenset(("text", "indicator", "unit"))


def changed(plan: Plan, reading: Reading, usable: Mapping[str, Correction], source: Source,
            reference: Reference) -> Reading:
    """A reading of the plan with these corrections, by field: what they answer is no doubt any more."""
    before, answered, changes = reading, {"doubt-base-after"}, []
    for field in MEANING:
        if field in usable:
            value = canonical(field, usable[field].corrected, reference)
            changes.append(change_said(field, field_of(before, field), value, reference))
            reading = replace(reading, **{field: int(value) if field.endswith("year") and value else value or None})
            answered |= _ANSWERED.get(field, frozenset())
    if reading.region is not None and plan.region is not None and reading.region == plan.region.name:
        reading = replace(reading, region=None)
    if "text" in usable:
        text = usable["text"].corrected
        changes.append(change_said("text", reading.printed, text, reference))
        reading = replace(reading, printed=text, was=reading.printed)
    corrected = frozenset(usable)
    reading = replace(reading, doubts=tuple(each for each in reading.doubts if each.code not in answered))
    if corrected & _AMOUNT_AGAIN:
        reading = understood_again(reading, before, corrected, _cell(source, reading, "text" in usable),
                                   reference.tools)
    reading = _dated(plan, reading, before, "kind" in usable)
    rule = message("rule-corrected", rule=reading.rule or "", changes=tuple(changes))
    return replace(reading, origin="entered", rule=rule, corrected=tuple(each for each in FIELDS if each in usable))


def _dated(plan: Plan, reading: Reading, before: Reading, kind_given: bool) -> Reading:
    """A year no later than the base is doubted, and so is whether an achievement is a target in its new year."""
    doubts = list(reading.doubts)
    base, target = reading.base_year, reading.target_year
    if base is not None and target is not None and target <= base and reading.kind != "actual":
        doubts.append(message("doubt-base-after", base=str(base), target=str(target)))
    if plan.as_of is not None and target is not None and target != before.target_year and not kind_given:
        if reading.kind == "target" and target < plan.as_of.year:
            reading = replace(reading, kind="actual")
        elif reading.kind == "actual" and target >= plan.as_of.year:
            doubts.append(message("doubt-kind-by-year", year=str(target)))
    return replace(reading, doubts=tuple(dict.fromkeys(doubts)))


def _cell(source: Source, reading: Reading, new_text: bool) -> RawCell:
    """The cell behind a reading, with the number that a rounded display hides; else its text alone."""
    where = reading.where
    for grid in source.grids:
        if (grid.file, grid.sheet) == (where.file, where.sheet) and where.cell is not None and not new_text \
                and grid.printed(where.cell) == reading.printed:
            return grid.cell(*cell_position(where.cell))
    return RawCell(reading.printed)


def with_readings(plan: Plan, readings: Sequence[Reading]) -> Plan:
    """The plan with other readings in the same places: its rows, tables and facts follow."""
    tables = tuple(_table(table, readings) for table in plan.tables)
    taken = any(table.taken for table in tables)
    remarks = tuple(each for each in plan.remarks if not (taken and each.code in _NOTHING_OWN))
    return replace(plan, readings=tuple(readings), tables=tables, facts=_facts(plan, readings), remarks=remarks)


def _table(table: Table, readings: Sequence[Reading]) -> Table:
    rows = tuple(_row(row, readings) for row in table.rows)
    known = any(row.role == "indicator" for row in rows)
    if known and not table.taken and table.why.code == "table-unknown":
        table = replace(table, taken=True, why=message("table-taken"))
    return replace(table, rows=rows)


def _row(row: Row, readings: Sequence[Reading]) -> Row:
    known = any(readings[each].indicator is not None for cell in row.cells for each in cell.readings)
    return Row("indicator", row.cells) if row.role == "unrecognised" and known else row


def _facts(plan: Plan, readings: Sequence[Reading]) -> Mapping[str, Fact]:
    """The facts with those that rest on rows worked out anew; what is stated elsewhere in the draft stays."""
    before, after = facts_in(plan.readings), facts_in(readings)
    facts = dict(plan.facts)
    for id in {**before, **after}:
        if before.get(id) == after.get(id):
            continue
        fact, rows = plan.fact(id), before[id].evidence if id in before else ()
        rest = tuple(each for each in fact.evidence if each not in rows)
        elsewhere = replace(fact, evidence=rest) if rest else Fact.unknown(id)
        facts |= with_read({id: elsewhere}, {id: after[id]} if id in after else {})
    return facts
