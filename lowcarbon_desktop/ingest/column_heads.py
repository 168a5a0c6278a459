"""What each column is for, read over all the heading rows of a table together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.headings import BARE_TO_BASE, OF_BASE, Heading, Headings
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.years import Years

_MOST_TABLES = 1024
_COMPARES = "[比较与同以基]"


def columns_of(sheet: Sheet, headings: Headings, top: int, first: int) -> tuple[Heading, ...]:
    """What each column is for, by the heading rows `top` to `first` (exclusive); the same rows say the same again."""
    merged = tuple((row - top, column) for row in range(top, first) for column in range(sheet.width)
                   if sheet.merged(row, column))
    rows = (tuple(map(sheet.row, range(top, first))), merged)
    known = headings.columns.get(rows)
    if known is None:
        if len(headings.columns) >= _MOST_TABLES:
            headings.columns.clear()
        known = headings.columns[rows] = tuple(
            _column_of(sheet, headings, top, first, column) for column in range(sheet.width))
    return known


def _column_of(sheet: Sheet, headings: Headings, top: int, first: int, column: int) -> Heading:
    """What a column is for, by all its heading rows together; 2015年 above and 增速（%） below are one heading."""
    texts = list(dict.fromkeys(text for row in range(top, first)
                               if (text := _header_text(sheet, headings, row, first, column))))
    read = [headings.read(text) for text in texts]
    read = [Heading("value", each.text, Years(""), unknown=each.text) if each.role == "years" and len(read) > 1
            and re.fullmatch(BARE_TO_BASE, each.text) else each for each in read]  # 较基准年 below 2015年
    unit = next((heading.unit for heading in reversed(read) if heading.unit), "")
    others = [heading.text for heading in read if heading.role == "other"]
    read = [heading for heading in read if heading.role != "measure"]
    if read and (read[-1].role in ("attribute", "remark", "unit", "serial") or (
            read[-1].role == "name" and not read[-1].aims)):
        return read[-1]  # 属性 below 2015年 holds no value of 2015, nor does 指标
    values = [heading for heading in read if heading.role == "value"]
    if values and read[-1].role == "years" and re.search(OF_BASE, read[-1].text):
        return replace(read[-1], years=values[0].years)  # 基年 below “十二五”目标 holds its base year
    if not values:
        return replace(next(iter(read), Heading("other")), unit=unit)
    years = _within_a_plan(_without_customary(
        [(heading.text, heading.years) for heading in values if heading.years is not None]))
    merged = Years("", tuple(dict.fromkeys(base for each in years for base in each.bases)),
                   tuple(dict.fromkeys(target for each in years for target in each.targets)),
                   any(each.yearly for each in years), any(each.assumed for each in years),
                   any(each.ended for each in years) or _plan_over_year(values),
                   all(each.customary for each in years if each.bases) and any(each.bases for each in years))
    kind = next((heading.kind for heading in values if heading.kind != "target"), "target")
    region = next((heading.region for heading in values if heading.region), None)
    change = next((heading.change for heading in values if heading.change.removeprefix("年均")), "")
    change = ("年均" if merged.yearly else "") + change.removeprefix("年均")
    group = "".join(dict.fromkeys((*others, *(heading.group for heading in values))))
    unknown = "".join((*(left for text in others if (left := headings.leftover(text))),
                       *(heading.unknown for heading in values)))
    sign = next((heading.sign for heading in reversed(read) if heading.sign), "")
    return Heading("value", "".join(heading.text for heading in values), merged, change, unit, region, kind, unknown,
                   group, sign)


def _within_a_plan(years: Sequence[Years]) -> list[Years]:
    """“十二五” over 2013年 says from when, and 2013年 which year it is."""
    single = [each.targets[0] for each in years if len(each.targets) == 1 and not each.bases]
    year = single[0] if len(set(single)) == 1 else 0
    return [replace(each, targets=()) if each.customary and len(each.bases) == len(each.targets) == 1
            and each.bases[0] < year < each.targets[0] else each for each in years]


def _without_customary(said: Sequence[tuple[str, Years]]) -> list[Years]:
    """The years of the headings above each other: 比2005年 below “十三五” is what the change is from."""
    based = any(years.bases and re.search(_COMPARES, text) for text, years in said)
    return [replace(years, bases=(), assumed=False) if based and _names_a_plan(text) else years for text, years in said]


def _names_a_plan(text: str) -> bool:
    """Whether a heading names a five-year plan, and compares nothing with it."""
    return "五" in text and re.search(_COMPARES, text) is None


def _plan_over_year(values: Sequence[Heading]) -> bool:
    """Whether “十三五” stands above 2020年: it says when that is, and a base year in a name is not against it."""
    said = [(heading.text, heading.years) for heading in values if heading.years is not None]
    based = [text for text, years in said if years.bases]
    return bool(based) and all(map(_names_a_plan, based)) and any(
        years.targets and not years.bases for _, years in said)


def _header_text(sheet: Sheet, headings: Headings, row: int, first: int, column: int) -> str:
    """The text of a heading cell; a blank one above another belongs to what stands on its left, as if merged with it.
    """
    text = sheet.text(row, column)
    below = headings.read(sheet.text(first - 1, column))
    if text or row == first - 1 or not below.text or below.role not in ("value", "other", "name"):
        return text
    if any(sheet.merged(row, at) for at in range(sheet.width)):
        return ""
    left = headings.read(left_of(sheet, row, column))
    if left.role not in ("value", "other") or (left.year is not None and below.year is not None):
        return ""
    return left.text


def left_of(sheet: Sheet, row: int, column: int) -> str:
    """The nearest text to the left in a row: what stands above a group of columns, not merged over them."""
    return next((found for at in range(column - 1, -1, -1) if (found := sheet.text(row, at))), "")
