"""Reads a table row by row: every value with its name, years, unit, place and the reasons to doubt it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.blocks import Block, Sheet
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.headings import Heading, Headings
from lowcarbon_desktop.ingest.memory import Memory
from lowcarbon_desktop.ingest.names import Named, Namer
from lowcarbon_desktop.ingest.scope import OWN, Scope, Scopes
from lowcarbon_desktop.ingest.values import Unit, quantity_of
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Cell, FactKind, Reading, Region, Register, Row, Where
from lowcarbon_desktop.plan.where import cell_name
from lowcarbon_desktop.text.amount import Amount, amount
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.units import Units
from lowcarbon_desktop.text.years import years_in

_SECTION = re.compile(r"(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)"
                      r"|第[一二三四五六七八九十]+[章节部分]).*")
_HOLDS_A_VALUE = re.compile(r"\d(?:\.\d+)?(?:%|个百分点|万|亿|吨)")
_OF_ALL_SECTORS = re.compile(r"^(?!.*(?:GDP|生产总值)).*(?:碳|能耗|能源)(?:排放|消费)?强度")
_NOTE = re.compile(r"(?:注\d*[:：.]?|说明[:：]|(?:资料|数据)?来源[:：]|备注[:：]|\*).*")


@dataclass(frozen=True)
class Tools:
    """What reading rows needs to know: the registers, the gazetteer, how headings are read, the kinds of fact."""

    register: Register
    units: Units
    places: Places
    namer: Namer
    headings: Headings
    memory: Memory
    facts: Mapping[str, FactKind] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """Where a table stands: its caption, its unit line, whose plan it is in (None where nobody knows), its scope."""

    caption: str
    applicant: Region | None
    unit: str = ""
    scope: Scope = OWN


class TableReader:
    """Reads the rows of one block; `readings` holds what they say, the first at position `start` of the plan."""

    def __init__(self, sheet: Sheet, block: Block, context: Context, tools: Tools, start: int) -> None:
        self._sheet, self._block, self._context, self._tools = sheet, block, context, tools
        self._start = start
        self.readings: list[Reading] = []
        self._found: list[Reading] = []
        self._section = OWN
        self._scopes = Scopes(context.applicant, tools.places)

    def rows(self) -> tuple[Row, ...]:
        """All rows of the block, headings included, each with its role; those met before are not read again."""
        grid, block = self._sheet.grid, self._block
        recall = self._tools.memory.table((grid.file, grid.sheet, grid.merges, block.first, block.shape, block.columns,
                                           self._sheet.width, self._context))
        rows = []
        for row in range(block.top, block.end):
            covered = tuple(self._sheet.row(row)) if grid.merges else ()
            boxes = grid.boxes[row] if grid.boxes else ()
            key = (row, self._next, grid.rows[row], covered, boxes, self._section)
            made, readings = recall(key, lambda row=row: self._understood(row))
            rows.append(made)
            self.readings += readings
            if made.role == "section":
                self._section = self._scopes.text(next(text for text in self._sheet.row(row) if text))
        return tuple(rows)

    @property
    def _next(self) -> int:
        return self._start + len(self.readings)

    def _understood(self, row: int) -> tuple[Row, tuple[Reading, ...]]:
        self._found = []
        return self._row(row), tuple(self._found)

    def _row(self, row: int) -> Row:
        if row < self._block.first:
            return Row("header", self._cells(row, {}))
        if self._sheet.blank(row):
            return Row("blank", self._cells(row, {}))
        name_at = self._block.column("regions" if self._block.shape == "rows" else "name")
        if self._block.shape == "rows" and name_at is None:
            name_at = self._block.column("name")
        if self._block.shape == "rows" and name_at is not None:
            return self._region_row(row, name_at)
        return self._indicator_row(row, name_at)

    def _indicator_row(self, row: int, name_at: int | None) -> Row:
        name = self._sheet.text(row, name_at) if name_at is not None else ""
        texts = self._sheet.row(row)
        alone = [text for text in dict.fromkeys(texts) if text]
        first = alone[0] if alone else ""
        if _NOTE.fullmatch(first):
            return Row("note", self._cells(row, {}))
        if len(alone) == 1 and (_SECTION.fullmatch(first) or not name):
            return Row("section", self._cells(row, {}))
        if self._repeats_header(texts):
            return Row("header", self._cells(row, {}))
        found: dict[int, tuple[int, ...]] = {}
        for column in self._block.values:
            heading = self._block.columns[column]
            cell = self._sheet.grid.cell(row, column)
            if cell.text or cell.trouble is not None:
                at = self._block.left_of(column, "name")
                at = name_at or 0 if at is None else at
                reading = self._reading(row, column, cell, self._sheet.text(row, at), heading,
                                        self._printed(row, at), self._where(row, at))
                found[column] = (self._add(reading),)
        named = self._named(name, "", "")[0]
        if named.indicator is None and not found:
            if len(alone) == 1 and _HOLDS_A_VALUE.search(first) is None:
                return Row("section", self._cells(row, {}))
            where = self._where(row, name_at or 0)
            self._add(Reading(None, self._printed(row, name_at), "", where, where, rule=named.why))
        if named.indicator is not None or any(reading.indicator is not None for reading in self._found):
            return Row("indicator", self._cells(row, found))
        return Row("unrecognised", self._cells(row, found), named.why or message("name-unknown"))

    def _region_row(self, row: int, name_at: int) -> Row:
        """A row of a comparison table with a row a region: the headings are the indicators' names."""
        whose = self._sheet.text(row, name_at)
        found: dict[int, tuple[int, ...]] = {}
        for column, heading in enumerate(self._block.columns):
            cell = self._sheet.grid.cell(row, column)
            if column == name_at or heading.role in ("serial", "remark", "unit") or not cell.text:
                continue
            whose_heading = Heading("value", region=self._scopes.place(whose).region or whose, kind="context")
            name = squeezed(heading.text) if heading.role == "other" else self._context.caption
            if heading.role == "value":
                whose_heading = replace(whose_heading, years=heading.years, change=heading.change, unit=heading.unit)
            reading = self._reading(row, column, cell, name, whose_heading, heading.text,
                                    self._where(self._block.first - 1, column))
            found[column] = (self._add(reading),)
        return Row("indicator" if found else "section", self._cells(row, found))

    def _reading(self, row: int, column: int, cell: RawCell, name: str, heading: Heading, printed_name: str,
                 name_where: Where) -> Reading:
        inside = years_in(squeezed(cell.text))  # 比2010年下降18% names its own base year
        said = amount(inside.rest if inside.bases else cell.text)
        named, scope = self._named(name, heading.change, said.change)
        scope = scope.under(self._scope(row, heading))
        base, target, doubts = self._years(named, heading, inside.bases)
        indicator = self._tools.register[named.indicator] if named.indicator is not None else None
        value, unit_id, more = quantity_of(said, cell, self._unit(row, column, heading, named, said), indicator,
                                           self._tools.units)
        doubts += [*more, *scope.doubts(_OF_ALL_SECTORS.search(name) is not None)]
        if heading.unknown:
            doubts.append(message("doubt-heading", words=heading.unknown))
        if not said.stated:
            doubts = []
        if cell.trouble is not None:
            doubts.append(cell.trouble)
        if self._sheet.merged(row, column) and value is not None:
            doubts.append(message("doubt-merged", cell=cell_name(row, column)))
        return Reading(
            named.indicator, printed_name, cell.text, self._where(row, column), name_where, value, unit_id,
            self._printed(row, self._block.left_of(column, "unit")), base, target, scope.region, scope.kind,
            "entered" if cell.was is not None else "read", cell.was,
            self._rule(named, said), tuple(dict.fromkeys((*named.doubts, *doubts) if said.stated else doubts)))

    def _named(self, name: str, change: str, cell_change: str) -> tuple[Named, Scope]:
        """What the name means once the words that say whose it is are taken off its front, and that scope.

        A name without a word of change takes it from the heading, else from the cell (下降18%).
        """
        bare, scope = self._scopes.name(name)
        words = change or {"cut": "下降", "increase": "提高"}.get(cell_change, "")
        understand = self._tools.namer.understand
        named = understand(bare + change, self._context.caption)
        if words and not change and (changed := understand(bare + words, self._context.caption)).indicator is not None:
            named = changed
        if named.indicator is None and scope != OWN and understand(name, self._context.caption).indicator is not None:
            return understand(name, self._context.caption), OWN
        return named, scope

    def _scope(self, row: int, heading: Heading) -> Scope:
        """Whose value it is by the heading, else by the row's columns of places and groups, the section, the title."""
        if heading.region is not None:
            own = self._context.applicant
            return OWN if own is not None and heading.region == own.name else Scope(heading.region, "context")
        scope = Scope(None, heading.kind)
        for role in ("regions", "category"):
            at = self._block.column(role)
            text = self._sheet.text(row, at) if at is not None else ""
            if text and self._block.shape == "years":
                scope = scope.under(self._scopes.place(text) if role == "regions" else self._scopes.text(text))
        return scope.under(self._section).under(self._context.scope)

    def _years(self, named: Named, heading: Heading,
               inside: tuple[int, ...]) -> tuple[int | None, int | None, list[Message]]:
        doubts: list[Message] = []
        bases = inside or (heading.years.bases if heading.years is not None else ())
        if heading.years is not None and heading.years.assumed and named.base_year is None:
            doubts.append(message("doubt-span", base=str(heading.years.bases[0])))
        base = named.base_year if named.base_year is not None else bases[0] if len(bases) == 1 else None
        if named.base_year is not None and bases and named.base_year not in bases:
            doubts.append(message("doubt-two-bases", name=str(named.base_year), heading=str(bases[0])))
        target = heading.year if heading.year is not None else named.target_year
        if heading.year is not None and named.target_year is not None and heading.year != named.target_year:
            doubts.append(message("doubt-year-disagrees", name=str(named.target_year), heading=str(heading.year)))
        if base is not None and target is not None and target <= base and heading.kind != "actual":
            doubts.append(message("doubt-base-after", base=str(base), target=str(target)))
        return base, target, doubts

    def _unit(self, row: int, column: int, heading: Heading, named: Named, said: Amount) -> Unit:
        """Every place where a unit can stand, the nearest to the value first."""
        of_row = "" if heading.change else self._printed(row, self._block.left_of(column, "unit"))
        return Unit(said.unit, (named.unit, of_row, heading.unit, self._context.unit))

    def _rule(self, named: Named, said: Amount) -> Message:
        return message("rule", name=named.rule or named.why or message("name-unknown"),
                       amount=said.rule or message("amount-not-understood"))

    def _repeats_header(self, texts: Sequence[str]) -> bool:
        headings = [heading.text for heading in self._block.columns]
        return sum(1 for text, heading in zip(texts, headings, strict=True) if text and text == heading) >= 3

    def _add(self, reading: Reading) -> int:
        self._found.append(reading)
        return self._next + len(self._found) - 1

    def _printed(self, row: int, column: int | None) -> str:
        if column is None:
            return ""
        anchor = self._sheet.anchor(row, column)
        return self._sheet.grid.cell(*anchor).text

    def _where(self, row: int, column: int) -> Where:
        return self._sheet.grid.where(*self._sheet.anchor(row, column))

    def _cells(self, row: int, found: dict[int, tuple[int, ...]]) -> tuple[Cell, ...]:
        return cells_of(self._sheet, row, found)


def cells_of(sheet: Sheet, row: int, found: dict[int, tuple[int, ...]]) -> tuple[Cell, ...]:
    """The cells of a row as printed, each with the readings that stand in it."""
    grid = sheet.grid
    cells = []
    for column in range(sheet.width):
        raw = grid.cell(row, column)
        cells.append(Cell(raw.text, grid.where(row, column), found.get(column, ()), raw.was is not None))
    return tuple(cells)


def without_context(reading: Reading) -> Reading:
    """The same value as the applicant's own, for a region picked out of a comparison table."""
    return replace(reading, region=None, kind="target" if reading.region != NATION else reading.kind)
