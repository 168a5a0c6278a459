"""Reads a table row by row: which rows hold values, and which are headings, sections and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.cell_text import pieces_of
from lowcarbon_desktop.ingest.change_words import changed_in
from lowcarbon_desktop.ingest.context import NO_HEADING, NO_YEARS, Context, Place, Tools
from lowcarbon_desktop.ingest.headings import Heading
from lowcarbon_desktop.ingest.named_cells import named_in, scope_of_row
from lowcarbon_desktop.ingest.row_names import RowNames, beside_years
from lowcarbon_desktop.ingest.scope import OWN
from lowcarbon_desktop.ingest.sheet import Sheet, cells_of
from lowcarbon_desktop.ingest.turned import RowYears, said_by, with_base
from lowcarbon_desktop.ingest.value_reader import ValueReader
from lowcarbon_desktop.plan import Cell, Reading, Row, Where
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.years import Years

Understood = tuple[Row, tuple[Reading, ...], str]
"""A row, what it says, and the name that the row below it may go on."""
_OF_A_GROUP = "(?:主要|低碳)*(?:指标|目标)$"
_SECTION = (r"(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)"
            r"|第[一二三四五六七八九十]+[章节部分]).*")
_NUMBERED = r"^(?:[一二三四五六七八九十\d]+[、.]|\([一二三四五六七八九十\d]+\)|第.[章节部分]+)"
_OF_A_SHARE = r"\((占比|比重)(?:,?%)?\)$"  # 结构优化（占比） over 服务业
_HOLDS_A_VALUE = r"\d(?:\.\d+)?(?:%|个百分点|万|亿|吨)"
_UNDATED = Heading("value", years=NO_YEARS)
_NOTE = r"(?:注\d*[:：.]?|说明[:：]|(?:资料|数据)?来源[:：]|备注[:：]|\*).*"


class TableReader:
    """Reads the rows of one block; `readings` holds what they say, the first at position `start` of the plan."""

    def __init__(self, sheet: Sheet, block: Block, context: Context, tools: Tools, start: int) -> None:
        self._sheet, self._block, self._context, self._tools = sheet, block, context, tools
        self._start = start
        self._headings = [heading.text for heading in block.columns]
        self.readings: list[Reading] = []
        self._found: list[Reading] = []
        self._section, self._section_years = OWN, NO_HEADING
        self._values = ValueReader(sheet, block, context, tools)
        self._names = RowNames(sheet, block, self._values)
        self._years = RowYears(block.columns)

    def rows(self) -> tuple[Row, ...]:
        """All rows of the block, headings included, each with its role; those met before are not read again."""
        sheet, grid, block = self._sheet, self._sheet.grid, self._block
        covered, reserved = bool(grid.merges), bool(self._context.reservations)
        recall = self._tools.memory.table((grid.file, grid.sheet, grid.merges, block.first, block.shape, block.columns,
                                           self._sheet.width, self._context, self._start))
        rows: list[Row] = []
        names, found = self._names, self.readings
        for row in range(block.top, block.end):
            context = (len(found), grid.rows[row], sheet.covered(row) if covered else (),
                       grid.boxes[row] if grid.boxes else (), self._section, self._section_years, names.above,
                       block.beside(sheet, row, sheet.width), sheet.rows[block.first:row] if reserved else ())
            made, readings, names.above = recall(row, context, self._understood)
            rows.append(made)
            found += readings
            if made.role == "section":
                self._begin_section(self._said_above(row) or next(text for text in self._sheet.row(row) if text))
        return tuple(rows)

    def _begin_section(self, text: str) -> None:
        """What stands in a row alone says whose the rows below are, and for which year."""
        scopes = self._values.scopes
        bare = re.sub(_NUMBERED, "", text)
        told = (scopes.group(each) for each in (text, bare, re.sub(_OF_A_GROUP, "", bare)))  # （二）高新区指标
        self._section = next((scope for scope in told if scope != OWN), OWN)
        self._names.above = ""
        heading = self._tools.headings.read(re.sub(_NUMBERED, "", text))
        if heading.role != "value" and (changed := changed_in(text)) is not None:  # 强度指标（比2010年下降，%）
            years = Years("", bases=(changed.base,) if changed.base is not None else ())
            heading = Heading("value", text, years, change="下降", unit=changed.unit)
        self._section_years = heading if heading.role == "value" else NO_HEADING

    @property
    def _next(self) -> int:
        return self._start + len(self.readings)

    def _understood(self, row: int) -> Understood:
        self._found = []
        made = self._row(row)
        if made.role in ("indicator", "unrecognised"):
            self._names.remember(row)
        return made, tuple(self._found), self._names.above

    def _row(self, row: int) -> Row:
        if row < self._block.first:
            return Row("header", self._cells(row, {}))
        if self._sheet.blank(row):
            return Row("blank", self._cells(row, {}))
        first = next((text for text in self._sheet.row(row) if text), "")
        if first[:1] in ("注", "说", "资", "数", "来", "备", "*") and re.fullmatch(_NOTE, first):
            return Row("note", self._cells(row, {}))
        if first == "甲" and self._labels_columns(row):
            return Row("header", self._cells(row, {}))
        if self._block.shape == "turned":
            return self._year_row(row)
        if self._block.shape == "form":
            return self._form_row(row)
        name_at = self._block.column("name")
        if self._block.shape in ("rows", "districts"):
            places_at = self._block.column("regions")
            return self._region_row(row, places_at if places_at is not None else name_at or 0)
        return self._indicator_row(row, name_at)

    def _indicator_row(self, row: int, name_at: int | None) -> Row:
        name = self._names.full(row, name_at)
        if (in_full := self._names.in_full(row, name)) is not None:
            name, name_at = self._sheet.text(row, in_full), in_full
        texts = self._sheet.row(row)
        alone = [text for text in dict.fromkeys(texts) if text]
        if len(alone) == 1 and (re.fullmatch(_SECTION, alone[0]) or not name):
            return Row("section", self._cells(row, {}))
        if self._said_above(row):
            return Row("section", self._cells(row, {}))
        if self._repeats_header(texts):
            return Row("header", self._cells(row, {}))
        found: dict[int, tuple[int, ...]] = {}
        for column in self._block.values:
            heading = self._block.columns[column]
            cell = self._sheet.grid.cell(row, column)
            if cell.text or cell.trouble is not None:
                at = self._block.left_of(column, "name") if in_full is None else in_full
                at = name_at or 0 if at is None else at
                called = name if at == name_at else self._names.full(row, at)
                printed, where = self._values.printed(row, at), self._values.where(row, at)
                if heading.group and self._is_name(heading.group) and not self._is_name(called):
                    called = printed = heading.group  # an indicator over its years, and a row of values beneath
                    where, heading = self._values.where(self._block.top, column), replace(heading, group="", unknown="")
                dated = self._years.of(heading, texts)
                if own := named_in(cell, self._is_name):
                    whose = scope_of_row(called, self._values.scopes.group(called)).under(self._section)
                    here = self._values.where(row, column)
                    said = [(self._place(row, column, each, each, here, dated)._replace(whose=whose), piece)
                            for each, piece in own]
                else:
                    said = [(self._place(row, column, called, printed, where, each), piece)
                            for piece, each in pieces_of(cell, dated, self._context.caption)]
                found[column] = tuple([self._add(_as_printed(self._values.read(place, piece), cell.text))
                                       for place, piece in said])
        named = self._values.named(name, "", "")[0]
        if named.indicator is None and not found:
            if len(alone) == 1 and re.search(_HOLDS_A_VALUE, alone[0]) is None:
                return Row("section", self._cells(row, {}))
            where = self._values.where(row, name_at or 0)
            self._add(Reading(None, self._values.printed(row, name_at), "", where, where, rule=named.why))
        if named.indicator is not None or any(reading.indicator is not None for reading in self._found):
            return Row("indicator", self._cells(row, found))
        return Row("unrecognised", self._cells(row, found), named.why or message("name-unknown"))

    def _is_name(self, text: str) -> bool:
        return self._values.named(text, "", "")[0].indicator is not None

    def _region_row(self, row: int, name_at: int) -> Row:
        """A row of a comparison table with a row a region: the headings are the indicators' names."""
        text = self._sheet.text(row, name_at)
        place = self._values.scopes.place(text)
        own = place == OWN and self._context.applicant is not None
        found: dict[int, tuple[int, ...]] = {}
        for column, heading in enumerate(self._block.columns):
            cell = self._sheet.grid.cell(row, column)
            if column == name_at or heading.role in ("serial", "remark", "unit") or not cell.text:
                continue
            kind = heading.kind if own else "context"
            whose = Heading("value", region=None if own else place.region or text, kind=kind, unit=heading.unit,
                            sign=heading.sign)
            caption = self._context.topic or self._context.caption
            name = heading.group or (squeezed(heading.text) if heading.role == "other" else caption)
            if heading.role == "value":
                whose = replace(whose, years=heading.years, change=heading.change,
                                unknown="" if heading.group else heading.unknown)
            where = self._values.where(self._block.first - 1, column)
            at = Place(row, column, name, heading.text, where, whose)
            found[column] = (self._add(self._values.read(at, cell)),)
        return Row("indicator" if found else "section", self._cells(row, found))

    def _year_row(self, row: int) -> Row:
        """A row of a turned table: the row says the year, the headings are the indicators' names."""
        at = self._block.column("years")
        said = said_by(self._tools.headings, self._sheet.text(row, at)) if at is not None else _UNDATED
        found: dict[int, tuple[int, ...]] = {}
        for column, heading in enumerate(self._block.columns):
            cell = self._sheet.grid.cell(row, column)
            if heading.role != "indicator" or not (cell.text or cell.trouble is not None):
                continue
            region = said.region or heading.region
            both = replace(said, unit=heading.unit or said.unit, region=region, group=heading.group, sign=heading.sign,
                           kind="context" if region else said.kind, years=with_base(said.years, heading.years))
            name = heading.text or self._context.caption
            if heading.group and self._values.named(name, said.change, "")[0].indicator is None:
                share = re.search(_OF_A_SHARE, heading.group.removesuffix(name))
                name = name + share[1] if share is not None else heading.group
            where = self._values.where(self._block.first - 1, column)
            place = self._place(row, column, name, heading.text or heading.group, where, both)
            found[column] = (self._add(self._values.read(place, cell)),)
        return Row("indicator" if found else "section", self._cells(row, found))

    def _form_row(self, row: int) -> Row:
        """A row of a form: each name stands right before its value."""
        found: dict[int, tuple[int, ...]] = {}
        for pair in (pair for pair in self._block.pairs if pair.row == row):
            said = _UNDATED
            if pair.year is not None:
                said = said_by(self._tools.headings, self._sheet.text(row, pair.year))
            heading = replace(said, unit=self._values.printed(row, pair.unit))
            name = self._sheet.text(row, pair.label).rstrip(":")
            place = self._place(row, pair.value, name, self._values.printed(row, pair.label),
                                self._values.where(row, pair.label), heading)
            found[pair.value] = (self._add(self._values.read(place, self._sheet.grid.cell(row, pair.value))),)
        alone = len({text for text in self._sheet.row(row) if text}) == 1  # 2020年目标 over the rows below it
        return Row("indicator" if found else "section" if alone else "about", self._cells(row, found))

    def _place(self, row: int, column: int, name: str, printed: str, where: Where, heading: Heading) -> Place:
        return Place(row, column, name, printed, where, heading, self._section_years, self._section)

    def _said_above(self, row: int) -> str:
        said = beside_years(self._sheet, self._block, row)
        return "" if said and self._tools.headings.read(said).role in ("name", "serial") else said

    def _labels_columns(self, row: int) -> bool:
        """Whether a row calls the columns 甲, 乙, 丙, 1, 2, 3, as forms of the statistics offices do."""
        said = "".join(text.strip("()") for text in self._sheet.row(row))
        words, numbers = re.sub(r"\d", "", said), re.sub(r"\D", "", said)
        return "甲乙丙丁戊己".startswith(words) and "123456789101112".startswith(numbers)

    def _repeats_header(self, texts: Sequence[str]) -> bool:
        return sum(1 for text, heading in zip(texts, self._headings, strict=True) if text and text == heading) >= 3

    def _add(self, reading: Reading) -> int:
        self._found.append(reading)
        return self._next + len(self._found) - 1

    def _cells(self, row: int, found: dict[int, tuple[int, ...]]) -> tuple[Cell, ...]:
        return cells_of(self._sheet, row, found)


def _as_printed(reading: Reading, text: str) -> Reading:
    """What a piece of a cell says, with all that the cell prints."""
    return reading if reading.printed == text else replace(reading, printed=text)
