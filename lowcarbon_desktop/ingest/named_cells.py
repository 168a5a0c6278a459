"""Cells of values that name their indicators themselves: 单位GDP二氧化碳排放比2010年下降19%以上."""

from __future__ import annotations

import re
from collections.abc import Callable

from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.headings import Heading
from lowcarbon_desktop.ingest.scope import Scope
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.amount import amount
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.years import Years

Known = Callable[[str], bool]
"""Whether a text is the name of an indicator."""
_ROWS = 5
_A_PART = ("企业|园区?|社区|[乡镇村县旗]|部门|机构|行业|集团|公司|学校|医院|家庭|帮扶|对口|试点|示范|标杆|单位(?!GDP)"
           "|各区|(?:其[他它]|比较|先进|周边)城市|现状|对比|比较|参考|标准|要求|考核|国[内外际]|先进|原有?|旧|以往|往年|上年")
_HOPED = "力争|争取|奋斗|挑战|有望|预计|预期达|计划|拟|或|可能"
_BOUND = "控制在|不低于|不少于|不小于|不高于|不超过|不大于|低于|高于|超过|大于|小于|约|[≥≤<>]"
_NAMED = (r"(?P<name>\D.{3,}?)(?:达到?|为)?"
          rf"(?P<value>(?:{_BOUND})*\d[\d.]*%?(?:[-~至到]\d[\d.]*%?)?[^\d,;。]{{0,12}})")


def with_sentences(sheet: Sheet, columns: tuple[Heading, ...], first: int, known: Known) -> tuple[Heading, ...]:
    """任务 | 目标 | 完成时限: a lone 目标 whose cells name their indicators holds values, and 任务 names the rows."""
    names = [index for index, heading in enumerate(columns) if heading.role == "name"]
    if len(names) != 1 or not columns[names[0]].aims or not any(
            named_in(sheet.grid.cell(row, names[0]), known) for row in range(first, min(first + _ROWS, sheet.height))):
        return columns
    at, made = names[0], list(columns)
    made[at] = Heading("value", columns[at].text, Years(""), unit=columns[at].unit)
    if at and columns[at - 1].role in ("other", "value") and columns[at - 1].year is None:
        made[at - 1] = Heading("name", columns[at - 1].text)
    return tuple(made)


def scope_of_row(label: str, group: Scope) -> Scope:
    """Whose the values of such a row are by its label, read as a `group`: 重点企业, 石龙镇 leave it open."""
    return group if group.unsure or group.region or re.search(_A_PART, label) is None else group._replace(unsure=label)


def named_in(cell: RawCell, known: Known) -> tuple[tuple[str, RawCell], ...]:
    """(name, what is said of it) for each clause of a cell; none where a clause is left that is not understood so."""
    text = squeezed(cell.text)
    if len(text) < 8 or text[0].isdigit() or cell.trouble is not None or re.search(_HOPED, text):
        return ()
    said = amount(cell.text)
    if not said.stated or said.low is not None or said.high is not None:
        return ()
    held = [re.fullmatch(_NAMED, part) for part in re.split("[,;。]+", squeezed(cell.text.replace("\n", ";"))) if part]
    clauses = [(each["name"], each["value"]) for each in held if each is not None]
    if len(clauses) < len(held) or not all(known(name) for name, _ in clauses):
        return ()
    return tuple((name, cell._replace(text=value, exact=None)) for name, value in clauses)
