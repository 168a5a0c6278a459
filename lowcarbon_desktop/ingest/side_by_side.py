"""Two tables side by side in one block: a column of names behind columns of values, whatever its heading says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from lowcarbon_desktop.ingest.columns import TOPIC
from lowcarbon_desktop.ingest.headers import MOSTLY_NUMBER
from lowcarbon_desktop.ingest.headings import Heading
from lowcarbon_desktop.ingest.sheet import Sheet

Known = Callable[[str], bool]
"""Whether a text is the name of an indicator."""
_ROWS = 5
_UNIT = r"[^\d()]{3}\([^\d()]{1,8}\)$"
"""A name with its unit behind it, whatever it names: 低碳社区数量（个）."""


def with_names_beside(sheet: Sheet, columns: tuple[Heading, ...], first: int, known: Known) -> tuple[Heading, ...]:
    """约束性指标（2015年） | | 预期性指标（2015年） | : a column whose cells are names of indicators holds no values.

    Only where two columns of names have values of their own behind them; 一级指标 | 二级指标 stand in one table. A
    heading of it that is no topic (岛外指标) may say whose the values behind it are, which are doubted by it.
    """
    names = [index for index, heading in enumerate(columns) if (heading.role == "name" and not heading.aims) or (
        heading.role in ("other", "value") and _holds_names(sheet, columns, index, first, known))]
    own = {index: end for index, end in pairwise((*names, len(columns))) if any(
        heading.role == "value" for heading in columns[index + 1:end])}
    if len(own) < 2 or all(map(_may_say_whose, (columns[index] for index in own))):
        return columns
    made = list(columns)
    for index, end in own.items():
        if columns[index].role != "name":
            made[index] = Heading("name", columns[index].text)
            if _may_say_whose(columns[index]):
                made[index + 1:end] = _doubted(columns[index + 1:end], columns[index].text)
    return tuple(made)


def _may_say_whose(heading: Heading) -> bool:
    if heading.role == "value":  # 省下达, 全国, 现状
        return heading.kind != "target" or bool(heading.region or heading.group or heading.unknown)
    return heading.role == "other" and re.fullmatch(TOPIC, heading.text) is None


def _doubted(columns: Sequence[Heading], words: str) -> list[Heading]:
    return [replace(heading, unknown=words + heading.unknown) if heading.role == "value" else heading
            for heading in columns]


def _holds_names(sheet: Sheet, columns: tuple[Heading, ...], at: int, first: int, known: Known) -> bool:
    """Whether the first cells of a column are words, one of them a name, or the years behind it stand there again."""
    texts = [text for row in range(first, min(first + _ROWS, sheet.height)) if (text := sheet.text(row, at))]
    if not texts or any(re.match(MOSTLY_NUMBER, text) for text in texts):
        return False
    behind = columns[at + 1].text if at + 1 < len(columns) else ""
    again = columns[at].role == "other" and any(
        heading.role == "value" and heading.text == behind for heading in columns[:at])
    return again or any(known(text) or re.search(_UNIT, text) for text in texts)
