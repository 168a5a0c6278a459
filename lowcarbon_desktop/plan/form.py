"""The form that applicants fill in: by what its sheets are known again, and the words of its drop-downs."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.errors import Text

FACTS_MARK = "lowcarbon/facts/1"
"""Stands in the first heading cell of the sheet of facts, above the ids."""

FACT_COLUMNS = ("id", "name", "hint", "state", "value", "source")
"""The columns of the sheet of facts, from the one with the mark on."""

STATES: Mapping[str, Text] = {
    "stated": Text("已载明", "Stated"),
    "in_preparation": Text("正在编制", "In preparation"),
    "absent": Text("没有", "None"),
}

_ALSO: Mapping[str, frozenset[str]] = {
    "stated": frozenset({"是", "有", "已有", "√", "✓", "✔", "已明确", "已成立", "已建立", "已设立", "已编制", "已制定",
                         "已印发", "已发布", "已出台", "已完成", "yes"}),
    "in_preparation": frozenset({"编制中", "正在编制中", "制定中", "正在制定", "正在建立", "正在筹建", "筹建中"}),
    "absent": frozenset({"无", "否", "未", "尚无", "暂无", "尚未", "未明确", "未成立", "未建立", "未设立",
                         "未编制", "未制定", "未印发", "×", "✗", "no"}),
}
"""What people write into the column of states where the list was lost on the way through another program."""

NEED_HEADING = "填报要求"
"""The heading above REQUIRED, ONE_OF and OPTIONAL, the same in both languages, as all headings of the tables are."""

REQUIRED = Text("必填", "required")
ONE_OF = Text("至少一项", "one of these")
OPTIONAL = Text("选填", "optional")


def state_of(printed: str) -> str | None:
    """The state that a word of the drop-down, or one in its place, stands for; None for any other word."""
    word = printed.strip().casefold()
    return next((id for id, text in STATES.items() if word in (text.zh, text.en.casefold()) or word in _ALSO[id]), None)
