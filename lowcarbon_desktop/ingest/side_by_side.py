"""Tables side by side whose heads do not say 指标: columns that hold the names of indicators, whatever stands above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.ingest.headers import MOSTLY_NUMBER
from lowcarbon_desktop.ingest.headings import Heading
from lowcarbon_desktop.ingest.name_columns import TOPIC
from lowcarbon_desktop.ingest.sheet import Sheet

_MEASURED = (r"比[重例]|占比|覆盖|率(?:$|\()|排放|能耗|强度|下降|降低|总量|消费|装机"
             r"|GDP|生产总值|增加值|面积|蓄积|人口|水平|规模|收入"
             r"|产量|化率")
_LEAST = 2
_NOT_NAMES = ("serial", "unit", "remark", "regions", "years", "sign")


def with_side_names(sheet: Sheet, columns: tuple[Heading, ...], first: int, end: int) -> tuple[Heading, ...]:
    """A column of names with numbers right of it is the name of those, not of what stands left: 41 is 服务业比重.

    约束性指标（2015年） over names and values, and 低碳指标 | 2015年 | 生态指标 | 2015年.
    """
    if first < sheet.height and any(heading.role == "name" for heading in columns) and sum(
            1 for text in sheet.row(first) if len(text) > 3 and not text.replace(".", "").isdigit()) < 2:
        return columns  # most tables, of which no pattern is asked
    named = [index for index, heading in enumerate(columns) if heading.role not in _NOT_NAMES
             and _holds_names(sheet, index, first, end)] if len(columns) > _LEAST else []
    named = [index for index, behind in zip(named, [*named[1:], len(columns)][:len(named)], strict=True)
             if any(heading.role == "value" for heading in columns[index + 1:behind])]
    lone = len(named) == 1 and columns[named[0]].role == "value" and not any(
        heading.role in ("name", "regions") for heading in columns)  # 下降率（比2010年，%） | 2015年
    if (len(named) < 2 and not lone) or not _holds_numbers(sheet, columns, named[-1] + 1, first, end):
        return columns
    read, corner = [], columns[named[0]]
    for index, heading in enumerate(columns):
        if index in named:
            corner, heading = heading, Heading("name", heading.text)
        elif heading.role == "value" and index > named[0]:
            heading = _below(corner, heading)
        read.append(heading)
    return tuple(read)


def _below(corner: Heading, heading: Heading) -> Heading:
    """The heading of values with what the corner of their table says of them: 省下达 | 2015年."""
    if corner.role == "value":
        return replace(heading, kind=corner.kind if heading.kind == "target" else heading.kind,
                       region=heading.region or corner.region, unknown=heading.unknown or corner.unknown,
                       group=heading.group or corner.group)
    if corner.role == "other" and corner.text and re.fullmatch(TOPIC, corner.text) is None:
        return replace(heading, unknown=heading.unknown or corner.text)
    return heading


def _holds_names(sheet: Sheet, column: int, first: int, end: int) -> bool:
    """Whether a column holds nothing but words, most of which say what is measured."""
    texts = {text for row in range(first, end) if (text := sheet.text(row, column)) and text != "-"}
    return bool(texts) and not any(re.fullmatch(MOSTLY_NUMBER, text) or len(text) > 40 for text in texts) and (
        2 * sum(1 for text in texts if len(text) > 3 and re.search(_MEASURED, text)) >= len(texts))


def _holds_numbers(sheet: Sheet, columns: Sequence[Heading], start: int, first: int, end: int) -> bool:
    return any(re.fullmatch(MOSTLY_NUMBER, sheet.text(row, column)) for column in range(start, len(columns))
               if columns[column].role == "value" for row in range(first, end))
