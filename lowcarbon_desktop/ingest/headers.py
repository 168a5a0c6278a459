"""Where the heading of a table begins and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lowcarbon_desktop.ingest.headings import A_COUNTY, Heading, Headings
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.years import years_in

APPLICANTS = 2
_PARTS = ("部门", "部门名称", "行业", "行业名称", "企业", "企业名称", "园区", "园区名称")
_BESIDE_A_NAME = ("name", "value", "unit", "serial", "attribute", "remark")
_APPLICANT = r"(?:申报|试点|申请)?(?:城市|地区|单位|主体)(?:名称)?|市\(州\)|项目名称"
_A_NAME = 20
_NUMBER = re.compile(r"[\d%]")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?%?")
MOSTLY_NUMBER = r"[约≥≤<>+-]?\d[\d.,%~-]*[^\d,，。]{0,6}"


def is_header(roles: Sequence[Heading]) -> bool:
    """Whether a row is the first of a heading: words such as 指标 and 单位 beside years, or several years or places."""
    said = {heading.role for heading in roles}
    if said <= {"other", "measure"}:
        return False  # most rows are of values
    words = [heading.text for heading in roles if heading.role == "other"]
    if any(map(_AMOUNT.fullmatch, words)) and any(len(text) > 3 and not _AMOUNT.fullmatch(text) for text in words):
        return False  # 森林覆盖率 | 2015年 | 45 | % | 目标 is a row of values too
    if _dated_corner(roles):
        return True
    values = [heading for heading in roles if heading.role == "value"]
    words = said & {"serial", "name", "unit", "category"}
    others = sum(1 for heading in roles if heading.role == "other" and heading.text)
    first = next(heading for heading in roles if heading.text)
    placed = any(heading.role == "regions" and (len(heading.text) > 1 or heading is first) for heading in roles)
    if placed and (others or any(heading.region is None for heading in values)) and not words - {"serial"}:
        return True
    if placed and sum(1 for heading in roles if heading.aims) == 1 and words == {"name"}:
        return True  # 地区 | 目标（%）
    if not words and any(is_part(heading) for heading in roles) and any(
            len(years_in(heading.text).targets) == 1 for heading in roles if heading.role == "other"):
        return True
    dated = [heading for heading in values if heading.year is not None]
    applicants = [heading for heading in values if heading.region is not None]
    if (len(words) >= 2 or "name" in words) and any(_holds_a_year(heading) for heading in roles):
        return True
    years = any(heading.role == "years" for heading in roles)
    if (words and values) or _two_names(roles) or (years and "name" in words):
        return True
    if "name" in words and sum(1 for heading in roles if is_county(heading)) > 1:
        return True
    return others <= 1 and (_different(dated) >= 2 or _different(applicants) > APPLICANTS)


@lru_cache(maxsize=8192)
def heads(headings: Headings, texts: tuple[str, ...]) -> bool:
    """Whether a row of these texts is the first of a heading; asked of every row, after every edit."""
    return is_header(headings.row(texts))


def _dated_corner(roles: Sequence[Heading]) -> bool:
    """2015年目标 | 国家 | 毕节市: the corner says when, the columns whose."""
    said = [heading for heading in roles if heading.text]
    return len(said) > 2 and said[0].role == "value" and said[0].year is not None and all(
        heading.role == "value" and heading.year is None and (heading.region or heading.group) for heading in said[1:])


def is_part(heading: Heading) -> bool:
    """Whether a heading says that the rows below are of departments or enterprises, where none says whose names."""
    return heading.role == "other" and heading.text in _PARTS


def is_county(heading: Heading) -> bool:
    """Whether a heading is the name of a county that the gazetteer does not list."""
    return heading.role == "other" and re.fullmatch(A_COUNTY, heading.text) is not None


def _different(headings: Sequence[Heading]) -> int:
    """How many there are, a title merged over the whole table being one."""
    return len({heading.text for heading in headings})


def _holds_a_year(heading: Heading) -> bool:
    """Whether an unknown heading holds a year, as 2015年高方案 does."""
    return heading.role == "other" and len(heading.text) <= 20 and len(years_in(heading.text).targets) == 1


def _two_names(roles: Sequence[Heading]) -> bool:
    """指标 | 目标: the second is where the values stand."""
    names = [heading for heading in roles if heading.role == "name"]
    return len(names) == 2 and names[1].aims


def names_applicant(sheet: Sheet, headings: Headings, row: int) -> bool:
    """Whether a row of a form says who applies, 申报城市 | 四川省遂宁市, with no number below as a table would have."""
    texts = sheet.row(row)
    labels = [index for index, text in enumerate(texts) if text and re.fullmatch(_APPLICANT, text)]
    if len(labels) != 1 or labels[0] + 1 >= len(texts) or len(texts[labels[0] + 1]) > _A_NAME:
        return False
    place = labels[0] + 1
    applies = texts[labels[0]][:2] in ("申报", "申请", "试点")
    return headings.names_place(texts[place]) and not any(map(headings.names_place, texts[place + 1:])) and (
        applies or re.fullmatch(MOSTLY_NUMBER, sheet.text(row + 1, place)) is None)


def lone_year(sheet: Sheet, headings: Headings, row: int, roles: Sequence[Heading]) -> bool:
    """Whether a row says one year alone, and below it stand a name and a number: a heading without a corner."""
    said = [index for index, heading in enumerate(roles) if heading.text]
    dated = [index for index in said if roles[index].role == "value" and roles[index].year is not None]
    if len(dated) != 1 or any(roles[index].role not in ("serial", "unit", "attribute", "remark") for index in said
                              if index not in dated) or row + 1 >= sheet.height or sheet.merged(row, dated[0]):
        return False
    below = sheet.row(row + 1)
    named = any(len(text) > 3 and not _NUMBER.match(text) and headings.read(text).role == "other"
                for text in below[:dated[0]])
    return named and re.fullmatch(MOSTLY_NUMBER, below[dated[0]]) is not None


def begins_header(sheet: Sheet, headings: Headings, row: int, roles: Sequence[Heading]) -> bool:
    """Whether a row of words has the years in the row below it: 指标 | 可达水平 above 2015年 | 2020年."""
    words = {heading.role for heading in roles} & {"serial", "name", "unit"}
    if not words or row + 1 >= sheet.height:
        return False
    below = headings.row(sheet.row(row + 1))
    if len(words) > 1:
        return any(heading.role == "value" for heading in below)
    said = [index for index, heading in enumerate(below) if heading.text and heading.text != roles[index].text]
    return "name" in words and any(roles[index].role == "other" and roles[index].text for index in said) and all(
        below[index].role == "value" and below[index].year is not None and roles[index].role == "other"
        for index in said)


def begins_wide(sheet: Sheet, headings: Headings, row: int, roles: Sequence[Heading]) -> bool:
    """Whether a row of names, each over its years in the row below, begins a table with a row of values beneath."""
    said = [(index, heading) for index, heading in enumerate(roles) if heading.text]
    if row + 2 >= sheet.height or len({heading.text for _, heading in said if heading.role == "other"}) < 2 or any(
            heading.role not in ("other", "regions") or _AMOUNT.fullmatch(heading.text) for _, heading in said):
        return False
    start = next((index for index, heading in said if heading.role == "other"), 0)
    below, values = headings.row(sheet.row(row + 1)), sheet.row(row + 2)
    dated = [index for index, heading in enumerate(below) if index >= start and heading.text]
    numbers = sum(1 for index in dated if re.match(MOSTLY_NUMBER, values[index]))
    return len(dated) > 2 and 2 * numbers >= len(dated) and all(
        below[index].role == "value" and below[index].year is not None for index in dated)


def goes_on(sheet: Sheet, headings: Headings, row: int, above: Sequence[Heading]) -> bool:
    """Whether a row belongs to the heading: nothing in it but years, places, units or what is merged down from above.

    Words that nobody knows (岛内, 高方案) belong to it too where no name and no number stands in the row.
    """
    texts = sheet.row(row)
    if _names_below_years(headings, texts, above):
        return True
    new = [(text, heading) for text, heading in zip(texts, above, strict=True) if text and text != heading.text]
    first = next((heading for heading in above if heading.role == "name"), None)
    if not new or any(heading.role == "serial" or (heading.role == "name" and (heading is first or not heading.aims))
                      for _, heading in new):
        return False
    read = [headings.read(text) for text, _ in new]
    below = ("value", "attribute", "unit", "measure", "remark")
    if all(heading.role in below or heading.aims for heading in read) and any(
            heading.role != "remark" for heading in read):
        return True
    if any(heading.role == "regions" for heading in above) and _names_under_years(sheet, row, new):
        return True
    names = any(heading.role == "name" for heading in above)
    return names and not any(_NUMBER.search(text) or heading.role not in ("value", "other")
                             or (heading.role == "other" and heading.text) for text, heading in new)


def _names_under_years(sheet: Sheet, row: int, new: Sequence[tuple[str, Heading]]) -> bool:
    """单位GDP能耗 | 非化石能源占比 below 2010年 and again below 2015年: a head of places with the years on top."""
    below = sheet.row(row + 1) if row + 1 < sheet.height else ()
    return len(new) > 1 and all(heading.year is not None and len(text) > 3 and not re.fullmatch(MOSTLY_NUMBER, text)
                                for text, heading in new) and (
        sum(1 for text in below if re.fullmatch(MOSTLY_NUMBER, text)) >= len(new) / 2)


def _names_below_years(headings: Headings, texts: Sequence[str], above: Sequence[Heading]) -> bool:
    """指标 | 数值 | 指标 | 数值 below 2015年目标 | 2020年目标: two tables side by side, each with its year above it."""
    if {heading.role for heading in above if heading.text} != {"value"}:
        return False
    read = [heading for text in texts if (heading := headings.read(text)).text]
    names = sum(1 for heading in read if heading.role == "name" and not heading.aims)
    return names >= 2 and all(heading.role in _BESIDE_A_NAME and heading.year is None for heading in read)
