"""The plan as it was read, in words: its tables row by row, each value as understood, and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase, digits

from lowcarbon_desktop import wording
from lowcarbon_desktop.plan import Fact, FactKind, Plan, Reading, Register, Row, Table
from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.items import cited


@dataclass(frozen=True, slots=True)
class RowSaid:
    """One row: its number in the sheet ("" where it has none), its role's id and name, its cells, why not understood.

    `columns` are the letters of the cells' columns, "" where there are none.
    """

    number: str
    columns: tuple[str, ...]
    role: str
    label: str
    cells: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class TableSaid:
    """One table of the file, taken or left, and why."""

    title: str
    place: str
    taken: bool
    why: str
    rows: tuple[RowSaid, ...]


@dataclass(frozen=True, slots=True)
class ReadingSaid:
    """One value: where, what it is called there, for what it was taken, what is printed, how that was understood.

    `unit` is as printed, most often in a column of its own; `repeats` is True for a sentence that says a value again.
    """

    place: str
    name: str
    indicator: str
    years: str
    printed: str
    unit: str
    value: str
    rule: str
    doubts: tuple[str, ...]
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class FactSaid:
    """One fact: what it is, its state's id and name, its value, who says so and on what words."""

    name: str
    state: str
    label: str
    value: str
    by: str
    sources: tuple[str, ...]


def tables(plan: Plan, lang: str) -> tuple[TableSaid, ...]:
    """Every table, those that were taken first."""
    said = [_table(table, plan, lang) for table in plan.tables]
    return tuple(sorted(said, key=lambda table: not table.taken))


def _table(table: Table, plan: Plan, lang: str) -> TableSaid:
    return TableSaid(table.title, words.table_place(table.where, plan, lang), table.taken, wording.say(table.why, lang),
                     tuple(_row(row, plan, lang) for row in table.rows))


def _row(row: Row, plan: Plan, lang: str) -> RowSaid:
    cells = []
    for cell in row.cells:
        text = cell.text.strip()
        if cell.corrected:
            was = next((plan.readings[each].was for each in cell.readings if plan.readings[each].was is not None), None)
            text = (words.word("corrected", lang, text=text) if was is None
                    else words.word("corrected-from", lang, text=text, was=was.strip()))
        cells.append(text)
    names = [cell.where.cell or "" for cell in row.cells]
    return RowSaid(names[0].lstrip(ascii_uppercase) if names else "",
                   tuple(name.rstrip(digits) for name in names), row.role, words.word(f"role-{row.role}", lang),
                   tuple(cells), wording.say(row.remark, lang) if row.remark is not None else "")


def readings(plan: Plan, register: Register, lang: str) -> tuple[ReadingSaid, ...]:
    """Every value in the plan's order; one that was not recognised says so."""
    return tuple(_reading(reading, plan, register, lang) for reading in plan.readings)


def _reading(reading: Reading, plan: Plan, register: Register, lang: str) -> ReadingSaid:
    name = (register.name(reading.indicator).of(lang) if reading.indicator is not None
            else words.word("unrecognised", lang, name=reading.name.strip()))
    whose = [reading.region] if reading.region is not None else []
    if reading.kind != "target":
        whose.append(words.word(f"kind-{reading.kind}", lang))
    if reading.origin != "read":
        whose.append(words.word(f"origin-{reading.origin}", lang))
    if whose:
        name = words.word("aside", lang, text=name, aside=tuple(whose))
    if reading.value is None:
        value = words.word("no-value" if reading.missing else "not-understood", lang)
    else:
        value = words.value(reading.value, lang)
    if reading.value is not None and reading.value.stretch is not None:
        value = words.word("with-stretch", lang, value=value, stretch=reading.value.stretch)
    printed = reading.printed.strip()
    if reading.was is not None:
        printed = words.word("corrected-from", lang, text=printed, was=reading.was.strip())
    rule = wording.say(reading.rule, lang) if reading.rule is not None else ""
    if reading.repeats is not None:
        rule = words.word("rule-repeats", lang, rule=rule, place=words.place(reading.repeats, plan, lang))
    return ReadingSaid(
        words.place(reading.where, plan, lang), reading.name.strip(), name,
        words.years(reading.base_year, reading.target_year, lang), printed, reading.printed_unit.strip(), value,
        rule, tuple(wording.say(doubt, lang) for doubt in reading.doubts), reading.repeats is not None)


def facts(plan: Plan, kinds: Mapping[str, FactKind], lang: str) -> tuple[FactSaid, ...]:
    """Every kind of fact in the order of the data file; what was not found is there as unknown."""
    return tuple(_fact(plan.fact(kind.id), kind, plan, lang) for kind in kinds.values())


def _fact(fact: Fact, kind: FactKind, plan: Plan, lang: str) -> FactSaid:
    value = words.fact_value(fact, kind, lang)
    by = "" if fact.state == "unknown" else words.word(f"by-{fact.by}", lang)
    if by and fact.settled and fact.by == "machine":
        by = words.word("by-machine-confirmed", lang)
    elif by and not fact.settled:
        by = words.word("provisional", lang, outcome=by)
    return FactSaid(kind.name.of(lang), fact.state, words.word(f"state-{fact.state}", lang), value, by,
                    tuple(cited(each, plan, lang) for each in fact.evidence))
