"""What a column is for, where only its cells or the columns beside it can say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.change_words import changed_in
from lowcarbon_desktop.ingest.headers import MOSTLY_NUMBER, is_county
from lowcarbon_desktop.ingest.headings import BARE_TO_BASE, OF_BASE, TO_BASE, Heading, Headings
from lowcarbon_desktop.ingest.name_columns import words_below
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.times import FIRST_YEAR
from lowcarbon_desktop.text.years import Years, years_in

_TERMS = r"备注|说明|(?:考核|目标|评价|指标|计算|核算)?口径|考核(?:年份?|时间|时点|期限?|要求|年度)|(?:时间)?节点|年限"
_SORT = r"(?:约束|预期|引导|指导|控制)性(?:指标|目标)?|-"
_CUT = r"(?:比|较|相对)(?:19|20)\d\d年?(?:水平)?(?:累计)?(?:下降|降低|减少).*"



def with_terms(sheet: Sheet, columns: tuple[Heading, ...], first: int, end: int) -> tuple[Heading, ...]:
    """考核口径 holds the years of each row where its cells say years and nothing else: 2015年比2010年."""
    if any(heading.role == "years" or heading.year is not None for heading in columns):
        return columns
    return tuple(replace(heading, role="years") if heading.role in ("other", "remark")
                 and re.fullmatch(_TERMS, heading.text) and _only_years(sheet, index, first, end) else heading
                 for index, heading in enumerate(columns))


def _only_bases(sheet: Sheet, column: int, first: int, end: int) -> bool:
    """Whether a column holds old years and nothing else."""
    said = [text for row in range(first, end) if (text := sheet.text(row, column)) and text != "-"]
    return bool(said) and all(re.fullmatch(r"(?:19|20)\d\d(?:\.0)?年?(?:水平|数|末)?", text)
                              for text in said)


def _only_years(sheet: Sheet, column: int, first: int, end: int) -> bool:
    """Whether each cell of a column says one target year, with or without its base year, and no more."""
    read = [years_in(text) for row in range(first, end) if (text := sheet.text(row, column))]
    return bool(read) and all(not years.rest and len(years.targets) == 1 and len(years.bases) <= 1
                              and not years.assumed and not years.yearly for years in read)


def with_year_columns(sheet: Sheet, columns: tuple[Heading, ...], first: int, end: int) -> tuple[Heading, ...]:
    """A column 目标年 or 基准年 that holds no years holds the values of that year; 比较基期 with years holds none."""
    read = []
    for index, heading in enumerate(columns):
        if heading.role in ("value", "other", "remark") and re.search(OF_BASE, heading.text) and (
                _only_bases(sheet, index, first, end)):
            heading = replace(heading, role="years")
        if heading.role == "value" and first < end and sheet.text(first, index)[2:3] == "性" and all(
                re.fullmatch(_SORT, text) for row in range(first, end) if (text := sheet.text(row, index))):
            heading = Heading("attribute", heading.text)  # 2015年: 目标 | 类型, and 约束性 below 类型
        if heading.role == "value" and heading.change and all(
                text == "-" or changed_in(text) is not None for row in range(first, end)
                if (text := sheet.text(row, index))):
            heading = replace(heading, role="category")  # 变化, and below it 比2010年下降（%）
        if heading.role == "years" and (heading.text.startswith("目标") or "基" in heading.text):
            texts = [text for row in range(first, end) if (text := sheet.text(row, index))]
            if texts and all(re.fullmatch(_CUT, text) for text in texts):  # 基年, and below it 比2005年下降（%）
                heading = replace(heading, role="category")
            elif not any(len(years_in(text).targets) == 1 and not years_in(text).rest for text in texts):
                kind = "target" if heading.text.startswith("目标") else "actual"
                heading = replace(heading, role="value", years=Years(""), kind=kind)
        read.append(heading)
    return tuple(read)


def with_groups(sheet: Sheet, columns: tuple[Heading, ...], first: int) -> tuple[Heading, ...]:
    """Words before the name group the rows, whatever their heading says: a district or a scenario there is heeded."""
    named = next((index for index, heading in enumerate(columns) if heading.role == "name"), 0)
    return tuple(replace(heading, role="category") if heading.role == "other" and index < named
                 and words_below(sheet, index, first) else heading for index, heading in enumerate(columns))


def with_levels_beside(columns: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """A column of changes beside columns of levels starts from the level of the base year.

    较基准年变化 needs one column of the base year; 变化 and 年均增长 need two levels in all, which are its two years.
    """
    levels = [_of_the_past(heading) for heading in columns if heading.role == "value" and heading.year is not None
              and not heading.change and heading.region is None and not heading.group and not heading.unknown
              and heading.kind in ("target", "actual")]
    based = [heading.year for heading in levels if heading.kind == "actual" and "基" in heading.text]
    years = [heading.year for heading in levels]
    two = len(levels) == 2 and levels[1].kind == "target" and years[0] < years[1] and (
        levels[0].kind == "actual" or years[0] < FIRST_YEAR)
    read = []
    for heading in columns:
        own = heading.years if heading.role == "value" and heading.region is None and (
            heading.change or _against_base(heading)) else None
        if own is not None and not own.bases and (not own.yearly or (two and "年均" in heading.text)):
            if _against_base(heading) and len(based) == 1 and heading.year is not None and based[0] < heading.year:
                heading = replace(heading, years=replace(own, bases=(based[0],)))
            elif two and not own.targets and (not _against_base(heading) or based == years[:1]):
                heading = replace(heading, years=replace(own, bases=(years[0],), targets=(years[1],)))
        read.append(_of_the_one_year(heading, levels))
    return tuple(read)


def _of_the_one_year(heading: Heading, levels: Sequence[Heading]) -> Heading:
    """较2010年 beside one column 2015年目标, or between 2010年 and 2015年, is the change until that year."""
    own, years = heading.years, [each.year for each in levels]
    ahead = [each.year for each in levels if each.promises] or [
        year for year in years if own is not None and own.bases[:1] == tuple(years[:1]) and year not in own.bases]
    if own is None or heading.role != "value" or heading.region or own.targets or own.yearly or (
            len(own.bases) != 1 or len(ahead) != 1 or (ahead[0] or 0) <= own.bases[0]):
        return heading
    return replace(heading, years=replace(own, targets=(ahead[0] or 0,)))


def _of_the_past(heading: Heading) -> Heading:
    past = heading.kind == "target" and not heading.promises and (heading.year or FIRST_YEAR) < FIRST_YEAR
    return replace(heading, kind="actual") if past else heading


def with_stretch(columns: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """确保 | 力争 below one year: what is striven for beside a commitment is no second target."""
    firm = {heading.year for heading in columns if heading.role == "value" and heading.kind == "target"
            and heading.region is None and re.search("确保|保底|底线|约束性", heading.group + heading.text)}
    return tuple(replace(heading, kind="context") if heading.role == "value" and heading.kind == "target"
                 and heading.year in firm - {None} and re.search("力争|争取|奋斗", heading.group + heading.text)
                 else heading for heading in columns)


def with_unknown(sheet: Sheet, columns: tuple[Heading, ...], first: int, end: int) -> tuple[Heading, ...]:
    """A column of numbers whose heading nobody knows (岛内, 国内先进水平) is read to be doubted, as no target of ours.
    """
    named = next((index for index, heading in enumerate(columns) if heading.role == "name"), None)
    counties = sum(1 for heading in columns if is_county(heading)) > 1
    if named is None or not (counties or any(heading.role == "value" for heading in columns)):
        return columns
    read = []
    for index, heading in enumerate(columns):
        if counties and index > named and is_county(heading):
            heading = replace(heading, role="value", years=Years(""), kind="context", region=heading.text)
        elif heading.role == "other" and heading.text and index > named:
            texts = [text for row in range(first, end) if (text := sheet.text(row, index)) and len(text) < 20]
            if texts and 2 * sum(1 for text in texts if re.fullmatch(MOSTLY_NUMBER, text)) >= len(texts):
                heading = replace(heading, role="value", years=Years(""), kind="context", unknown=heading.text)
        read.append(heading)
    return tuple(read)


def with_corner(sheet: Sheet, columns: tuple[Heading, ...], first: int) -> tuple[Heading, ...]:
    """2015年目标 above the names: the corner gives its year to the columns that only say whose they are.

    目标（相对2010年） gives its base year to the columns that only say when they are.
    """
    at = next((index for index, heading in enumerate(columns) if heading.text), None)
    if at is None:
        return columns
    named = any(heading.role in ("name", "regions") for heading in columns)
    if columns[at].role != "name" if named else columns[at].role != "value":
        return columns
    said = columns[at].years
    if named and said is None:
        return columns
    plain = columns[at].text in ("目标值", "指标值") and any(heading.year is not None for heading in columns[at + 1:])
    if columns[at].year is None and not plain and (said is None or said.targets or len(said.bases) != 1):
        return columns
    if not _names_below(sheet, at, first):
        return columns
    corner, bases = columns[at], said.bases if columns[at].year is None and said is not None else ()
    read = []
    for index, heading in enumerate(columns[at + 1:], at + 1):
        own = heading.years if heading.role == "value" else None
        if heading.year is not None and heading.year != corner.year and _names_below(sheet, index, first):
            corner = heading  # 2015年指标 | 目标值 | 2020年指标 | 目标值
        elif own is None:
            pass
        elif corner.year is not None and not own.targets:
            kind = corner.kind if heading.kind == "target" else heading.kind
            heading = replace(heading, years=replace(own, targets=(corner.year,)), kind=kind)
        elif bases and own.targets and not own.bases:
            heading = replace(heading, years=replace(own, bases=bases))
        read.append(heading)
    return (*columns[:at], Heading("name", corner.text), *read)


def _names_below(sheet: Sheet, column: int, first: int) -> bool:
    below = words_below(sheet, column, first)
    return bool(below) and not any(re.match(MOSTLY_NUMBER, text) for text in below)


def with_targets(columns: tuple[Heading, ...], headings: Headings) -> tuple[Heading, ...]:
    """目标 beside 指标 holds values, and so does a heading with a year whatever else it says."""
    names = [i for i, heading in enumerate(columns) if heading.role == "name"]
    if any(heading.role == "regions" for heading in columns):
        alone = len(names) == 1 and columns[names[0]].aims and not any(heading.role == "value" for heading in columns)
        return tuple(Heading("value", heading.text, Years(""), unit=heading.unit, sign=heading.sign)
                     if heading.role == "name" else heading for heading in columns) if alone else columns  # 地区 | 目标
    if not names:
        return columns
    valued = any(heading.role == "value" for heading in columns)
    read = []
    for index, heading in enumerate(columns):
        if heading.aims and index != names[0] and (heading.text.partition("(")[0] == "目标" or not valued):
            heading = Heading("value", heading.text, Years(""), unit=heading.unit, sign=heading.sign)
        elif heading.role == "other":
            heading = replace(headings.dated(heading.text), sign=heading.sign)
        read.append(heading)
    return tuple(read)


def _against_base(heading: Heading) -> bool:
    """Whether a column holds changes from a base year that it does not name: 较基准年变化."""
    return "基" in heading.text and re.search(f"{TO_BASE}|{BARE_TO_BASE}$", heading.text) is not None
