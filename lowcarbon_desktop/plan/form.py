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

NEED_HEADING = "填报要求"
"""The heading above REQUIRED, ONE_OF and OPTIONAL, the same in both languages, as all headings of the tables are."""

REQUIRED = Text("必填", "required")
ONE_OF = Text("至少一项", "one of these")
OPTIONAL = Text("选填", "optional")


def state_of(printed: str) -> str | None:
    """The state that a word of the drop-down stands for, in either language; None for any other word."""
    word = printed.strip().casefold()
    return next((id for id, text in STATES.items() if word in (text.zh, text.en.casefold())), None)
