"""Reads the sheet of facts of a filled-in form; what the applicant ticks still waits for the reviewer's nod."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.blocks import Sheet
from lowcarbon_desktop.ingest.grid import Grid, RawCell
from lowcarbon_desktop.ingest.sheet import cells_of
from lowcarbon_desktop.plan import Evidence, Fact, FactKind, Row, Table, Where
from lowcarbon_desktop.plan.form import FACT_COLUMNS, FACTS_MARK, state_of
from lowcarbon_desktop.plan.where import cell_name
from lowcarbon_desktop.text.normal import squeezed

_YEAR = r"((?:19|20)\d\d)(?:\.0)?年?(?:前后|左右|底|前)?"
_AMOUNT = r"\d+(?:\.\d+)?(?!\d|\.|年)[百千万亿]*[^\d\W]?"
_YEARS = r"(?:19|20)\d\d(?=年|[-~至])"
_NUMBER = r"-?\d+(?:\.\d+)?"


class FactSheets(NamedTuple):
    """What the sheets of facts say: the facts by id, the sheets as tables, what the user should know."""

    facts: Mapping[str, Fact] = MappingProxyType({})
    tables: tuple[Table, ...] = ()
    remarks: tuple[Message, ...] = ()


def start_of(grid: Grid) -> tuple[int, int] | None:
    """Where the mark of a sheet of facts stands; None where the sheet is none."""
    return next(((r, column) for r, column in enumerate(map(_marked_at, grid.rows[:20])) if column is not None), None)


@lru_cache(maxsize=1024)
def _marked_at(cells: tuple[RawCell, ...]) -> int | None:
    return next((column for column, cell in enumerate(cells[:6]) if cell.text == FACTS_MARK), None)


def read_facts(grids: Iterable[Grid], kinds: Mapping[str, FactKind]) -> FactSheets:
    """The facts of all sheets that bear the mark; an id that is not known or stands twice is told."""
    facts: dict[str, Fact] = {}
    tables: list[Table] = []
    remarks: list[Message] = []
    empty: list[FactKind] = []
    for grid in grids:
        start = start_of(grid)
        if start is None:
            continue
        rows = {row: _texts(grid, row, start[1]) for row in range(start[0] + 1, len(grid.rows))}
        for row, texts in rows.items():
            kind = kinds.get(texts["id"])
            if kind is None:
                if texts["id"]:
                    remarks.append(message("form-fact-unknown", id=texts["id"], place=_place(grid, row, start[1])))
                continue
            fact, said = _fact(grid, row, start[1], texts, kind)
            remarks += said
            if fact.state == "unknown" and not said:
                empty.append(kind)
            facts[kind.id] = _together(facts.get(kind.id), fact)
        tables.append(_table(grid, start[0]))
    if empty:
        remarks.append(message("form-facts-empty", count=len(empty), facts=tuple(kind.name for kind in empty)))
    known = {id: fact for id, fact in facts.items() if fact.state != "unknown"}
    return FactSheets(known, tuple(tables), tuple(remarks))


def with_read(sheet: Mapping[str, Fact], read: Mapping[str, Fact]) -> Mapping[str, Fact]:
    """The facts of the sheet and those read elsewhere in the application; where they disagree it is a conflict."""
    return {**read, **{id: _together(read.get(id), fact) for id, fact in sheet.items()}}


def _together(first: Fact | None, second: Fact) -> Fact:
    if first is None or first.state == "unknown":
        return second
    if second.state == "unknown":
        return first
    evidence = (*first.evidence, *second.evidence)
    if first.state == second.state and _same(first.value, second.value):
        return Fact(first.id, first.state, first.value, False, "machine", evidence)
    told = (*first.values, *second.values, *(each.value for each in (first, second) if each.value is not None))
    return Fact(first.id, "conflict", None, False, "machine", evidence, tuple(dict.fromkeys(told)))


def _same(one: object, other: object) -> bool:
    """Whether two values are one, be it in other words: 2015年控制在7000万吨以内 and 到2015年不超过7000万吨.

    Words agree where their years and their amounts do, as far as both name some.
    """
    if one == other or not isinstance(one, str) or not isinstance(other, str):
        return one == other
    from lowcarbon_desktop.text.numerals import in_digits  # needed only where a form and a text say different words
    parts = [tuple(frozenset(re.findall(pattern, in_digits(squeezed(said)).text.replace(",", "")))
                   for pattern in (_AMOUNT, _YEARS)) for said in (one, other)]
    (amounts, years), (others, their_years) = parts
    return bool(amounts) and amounts == others and (not years or not their_years or years == their_years)


def _texts(grid: Grid, row: int, column: int) -> dict[str, str]:
    return {name: grid.cell(row, column + at).text.strip() for at, name in enumerate(FACT_COLUMNS)}


def _fact(grid: Grid, row: int, column: int, texts: Mapping[str, str], kind: FactKind) -> tuple[Fact, list[Message]]:
    """The fact of one row. A value without a state counts as stated; 没有 beside a value contradicts itself."""
    column_of = "value" if texts["value"] else "state"
    at = column + FACT_COLUMNS.index(column_of)
    where = Where(grid.file, grid.sheet, cell_name(row, at))
    state = state_of(texts["state"]) if texts["state"] else "stated" if texts["value"] else "unknown"
    if state is None:
        said = message("form-fact-state", fact=kind.name, printed=texts["state"],
                       place=_place(grid, row, column + FACT_COLUMNS.index("state")))
        return Fact.unknown(kind.id), [said]
    if state == "unknown":
        return Fact.unknown(kind.id), []
    words = " ".join(text for text in (texts["state"], texts["value"], texts["source"]) if text)
    evidence = (Evidence(words, where),)
    if state == "absent" and texts["value"]:
        said = message("form-fact-contradicts", fact=kind.name, printed=texts["value"], place=where.spot)
        return Fact(kind.id, "conflict", None, False, "machine", evidence, (texts["value"],)), [said]
    value = _value(texts["value"], kind)
    misfit = [message("form-fact-value", fact=kind.name, printed=texts["value"], place=where.spot)
              ] if texts["value"] and value is None and kind.value != "none" else []
    return Fact(kind.id, state, value, False, "machine", evidence), misfit


def _value(printed: str, kind: FactKind) -> str | int | float | None:
    """The value as the kind wants it; None where it is empty, or is none."""
    if kind.value == "text":
        return printed or None
    text = squeezed(printed)
    if kind.value == "year":
        year = re.fullmatch(_YEAR, text)
        return int(year[1]) if year is not None else None
    if kind.value == "number":
        return float(text) if re.fullmatch(_NUMBER, text) else None
    return next((id for id, name in kind.choices if printed in (id, name.zh, name.en)), None)


def _table(grid: Grid, header: int) -> Table:
    sheet = Sheet(grid)
    rows = tuple(Row(_role(sheet, row, header), cells_of(sheet, row, {})) for row in range(sheet.height))
    return Table(sheet.grid.sheet or grid.file, Where(grid.file, grid.sheet, cell_name(header, 0)), False,
                 message("form-facts-table"), rows)


def _role(sheet: Sheet, row: int, header: int) -> str:
    if sheet.blank(row):
        return "blank"
    return "title" if row < header else "header" if row == header else "about"


def _place(grid: Grid, row: int, column: int) -> str:
    return str(Where(grid.file, grid.sheet, cell_name(row, column)))
