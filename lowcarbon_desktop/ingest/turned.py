"""Rows that say the year: turned tables, a row a year and a column an indicator, and columns 基准年 and 目标年."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.column_heads import left_of
from lowcarbon_desktop.ingest.headings import OF_BASE, Heading, Headings
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.years import Years, years_in

_HEADER_ROWS = 3
_BASE_ROW = r"(?:基准年?|基[年期])(?:份)?|(?:比较|对比)(?:基准)?年份?"
_ZERO = r"0(?:\.0+)?%?"
_NOTHING = rf"(?:[-/]*|{_ZERO})"
_AGAINST = "[比较]|基[准年期]|相对"  # a five-year plan alone says no base for a row


def turned_at(sheet: Sheet, headings: Headings, top: int) -> tuple[int, tuple[Heading, ...]] | None:
    """(the first row of years, the headings) where a turned table begins in row `top`, else None."""
    roles = headings.row(sheet.row(top))
    named = [heading for heading in roles if heading.role in ("name", "unit")]
    at = next((index for index, heading in enumerate(roles) if heading.role == "years" and not named), None)
    said = at is not None
    if at is None:  # the corner may also be blank, or say 指标
        at = next((index for index, heading in enumerate(roles) if heading.role not in ("serial", "category") and (
            heading.text or (top + 1 < sheet.height and sheet.text(top + 1, index)))), None)
    if at is None or (roles[at].text and not said and roles[at].role != "name"):
        return None
    first = next((row for row in range(top + 1, min(top + 1 + _HEADER_ROWS, sheet.height))
                  if not _states_bases(headings, sheet, row, at) and (_is_year(headings, sheet.text(row, at)) or (
                      said and _holds_year(headings, sheet.text(row, at))))),
                 None)
    if first is None or not _corner(sheet, headings, top, first, at, said):
        return None
    columns = tuple(indicator_column(sheet, headings, top, first, at, column) for column in range(sheet.width))
    columns = (*columns[:at], Heading("years", sheet.text(top, at)), *columns[at + 1:])
    known = any(heading.role == "indicator" and (heading.text or heading.region) for heading in columns)
    dated = any(heading.role == "value" and heading.year is not None for heading in roles)
    years = sum(1 for row in range(first, min(first + 2, sheet.height)) if _is_year(headings, sheet.text(row, at)))
    return (first, columns) if known and not dated and (said or years >= 2) else None


def end_of(sheet: Sheet, headings: Headings, first: int, end: int, columns: tuple[Heading, ...]) -> int:
    """The first row after a turned table that ends before `end` at the latest: a blank row with no year behind it."""
    at = next((index for index, heading in enumerate(columns) if heading.role == "years"), -1)
    for row in range(first, end):
        if sheet.blank(row) and not (row + 1 < end and _is_year(headings, sheet.text(row + 1, at))):
            return row
    return end


def said_by(headings: Headings, text: str) -> Heading:
    """What the year of a turned row says, as a heading; words that nobody knows are kept to be doubted."""
    said = headings.read(text)
    if said.role == "value":
        return said
    dated = headings.dated(text)
    return dated if dated.role == "value" else Heading("value", said.text, Years(""), unknown=said.text)


def with_base(years: Years | None, column: Years | None) -> Years | None:
    """The years of a row with the base year of its column, where the row names none."""
    if column is None or years is None or years.bases:
        return years
    return replace(years, bases=column.bases)


class RowYears:
    """The years that the rows of one block say, by the headings of its columns."""

    def __init__(self, columns: Sequence[Heading]) -> None:
        self._columns = columns
        self._at = [index for index, column in enumerate(columns) if column.role == "years"]
        self._past = [(index, column.year, "基" in column.text) for index, column in enumerate(columns)
                      if column.role == "value" and column.region is None and column.year is not None]

    def of(self, heading: Heading, texts: Sequence[str]) -> Heading:
        """A heading with the years that it lacks from the row's own columns 基准年 and 目标年.

        An actual value without a year is of the base year; 2015年 keeps its year and takes the row's base year.
        """
        if heading.years is None or (heading.years.bases and not heading.years.by_custom):
            return heading
        columns = self._columns
        at = [index for index in self._at if columns[index].years is None or not columns[index].years.targets
              or columns[index].years.targets == heading.years.targets]
        if not at:
            return self._from_zero(heading, texts)
        bases: tuple[int, ...] = ()
        targets: tuple[int, ...] = ()
        for index in at:
            said = years_in(texts[index])
            if re.search(OF_BASE, columns[index].text):
                bases = said.targets
            else:
                targets = said.targets
                bases = bases or (said.bases if re.search(_AGAINST, texts[index]) else ())
        if heading.kind == "actual":
            return heading if heading.years.targets else replace(heading, years=replace(heading.years, targets=bases))
        if not bases and heading.years.bases:
            return replace(heading, years=replace(heading.years, targets=heading.years.targets or targets))
        return replace(heading, years=replace(heading.years, bases=bases, targets=heading.years.targets or targets,
                                              assumed=False, customary=False))

    def _from_zero(self, heading: Heading, texts: Sequence[str]) -> Heading:
        """With the base year that another column shows, 2010年基数 with a dash or any of an old year with a 0."""
        if heading.kind != "target" or heading.years is None:
            return heading
        before = heading.year or 0
        years = {year for index, year, base in self._past
                 if (base and re.fullmatch(_NOTHING, texts[index]))
                 or (texts[index][:1] == "0" and year < before and year % 5 == 0 and re.fullmatch(_ZERO, texts[index]))}
        if len(years) != 1:
            return heading
        return replace(heading, years=replace(heading.years, bases=tuple(years), assumed=False, customary=False,
                                              ended=True))  # a base year that a name writes stands against it


def _is_year(headings: Headings, text: str) -> bool:
    heading = headings.read(text)
    return heading.role == "value" and heading.years is not None and bool(heading.years.targets or heading.years.bases)


def _holds_year(headings: Headings, text: str) -> bool:
    """Whether there is a year with words that nobody knows, to be doubted later."""
    return headings.dated(text).role == "value"


def _corner(sheet: Sheet, headings: Headings, top: int, first: int, at: int, said: bool) -> bool:
    """Whether nothing but the corner's own text, blanks and units stand in the column of years above the years.

    A corner that does not say 年份 needs two texts beside it, or a title would make a table of what is below it.
    """
    beside = {sheet.text(top, column) for column in range(sheet.width) if column != at} - {""}
    roles = ("measure", "unit", "years") if said else ("measure", "unit")
    return (said or len(beside) >= 2) and all(
        not (text := sheet.text(row, at)) or text == sheet.text(top, at) or headings.read(text).role in roles
        or _states_bases(headings, sheet, row, at) for row in range(top, first))


def _states_bases(headings: Headings, sheet: Sheet, row: int, at: int) -> bool:
    """Whether a row 基年 gives the base year of each column; one with values of the base year does not."""
    label = sheet.text(row, at)
    if label[:1] not in ("基", "比", "对") or re.fullmatch(_BASE_ROW, label) is None:
        return False
    said = [text for column in range(sheet.width) if column != at and (text := sheet.text(row, column))]
    return any(map(_year_of, said)) and all(_year_of(text) or re.fullmatch("[-/—无]+", text) for text in said)


def _year_of(text: str) -> int | None:
    """The year that a cell says and nothing else: 2010, 2010年."""
    found = re.fullmatch(r"((?:19|20)\d\d)(?:\.0)?年?", text)
    return int(found[1]) if found is not None else None


def indicator_column(sheet: Sheet, headings: Headings, top: int, first: int, at: int, column: int) -> Heading:
    """An indicator's column: the lowest text is its name, what stands above it the group, a unit may be a row."""
    above = [sheet.text(row, column) or (left_of(sheet, row, column) if row < first - 1 else "")
             for row in range(top, first)]
    base = next((_year_of(sheet.text(row, column)) for row in range(top, first)
                 if _states_bases(headings, sheet, row, at)), None)
    read = [heading for text in dict.fromkeys(above) if (heading := headings.read(text)).text
            and heading.role != "years" and _year_of(text) != (base or 0)]
    if read and all(heading.role in ("serial", "remark", "category", "unit", "attribute") for heading in read):
        return read[0]
    if read and read[-1].role in ("attribute", "remark", "serial"):
        return read[-1]  # 属性 below an indicator's name holds no value of it
    unit = next((heading.unit for heading in reversed(read) if heading.role == "measure"), "")
    region = next((heading.region for heading in read if heading.region and heading.role == "value"), None)
    names = [heading for heading in read if heading.role in ("other", "name", "value") and not heading.region]
    plain = [heading for heading in names if heading.role == "value" and not heading.change
             and heading.years is not None and not heading.years.targets and not heading.years.bases]
    if 0 < len(plain) < len(names):  # 数值（吨标准煤/万元） below 单位GDP能耗
        unit = unit or next((heading.unit for heading in plain if heading.unit), "")
        names = [heading for heading in names if heading not in plain]
    texts = "".join(heading.text for heading in names)
    name = names[-1].text if names and names[-1].role != "value" else texts
    years = Years("", bases=(base,)) if base is not None else None
    sign = next((heading.sign for heading in reversed(read) if heading.sign), "")
    return Heading("indicator" if names or region else "other", name, years, "", unit, region,
                   group=texts if name != texts else "", sign=sign)
