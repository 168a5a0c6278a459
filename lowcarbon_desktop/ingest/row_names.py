"""The full name of a row: its own, with what stands once for several rows, above it or in a column beside it."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.value_reader import ValueReader
from lowcarbon_desktop.text.rare import Rare

_ITEM = Rare(r"^(?:其中:?|\(?\d{1,2}[)、.]|[-·])+", "其)、.-·")
_LEVEL = Rare(r"(?:绝对[值量数]|数值|水平)(\([^()]+\))?", "值量数平")
_BRACKET = r"\([^()]*\)$"
_IN_FULL = ("计算口径", "统计口径", "核算口径", "口径", "全称", "指标全称", "具体指标", "指标含义", "衡量指标")
_OF_CHANGE = frozenset("比较降幅均增升基期")


class RowNames:
    """The names of one block's rows; `above` is the name that the rows below one may go on."""

    def __init__(self, sheet: Sheet, block: Block, values: ValueReader) -> None:
        self._sheet, self._block, self._values = sheet, block, values
        self._names = [index for index, heading in enumerate(block.columns) if heading.role == "name"]
        self._full = next((index for index, heading in enumerate(block.columns) if heading.text in _IN_FULL), None)
        self.above = ""

    def full(self, row: int, at: int | None) -> str:
        """The row's name; 比2005年下降（%） alone is a change of what the row above it names."""
        name = self._sheet.text(row, at) if at is not None else ""
        beside = self._sheet.text(row, at - 1) if at is not None and at - 1 in self._names else ""
        if not name and beside:
            return beside
        outer = beside or self.above
        if not name and at is not None and self._goes_on(row):
            return self.above  # the name stands once, and 国家, 省, 市 or 2015年, 2020年 below each other beside it
        if not outer or outer == name:
            return name
        item = _ITEM.sub("", name)
        level = _LEVEL.fullmatch(item)
        if level is not None:
            return re.sub(_BRACKET, "", outer) + level[1] if level[1] else outer
        goes_on = item.startswith("占") or self._only_a_change(name)
        return re.sub(_BRACKET, "", outer) + item if goes_on else self._joined(at or 0, beside, name)

    def in_full(self, row: int, name: str) -> int | None:
        """The column that says what a row's short name means: 碳强度 | 单位GDP二氧化碳排放比2010年下降（%）."""
        at = self._full
        if at is None or not (said := self._sheet.text(row, at)):
            return None
        short, full = (self._values.named(each, "", "")[0].indicator for each in (name, said))
        return at if full is not None and (short is None or self._values.cut_of(short, full)) else None

    def _joined(self, at: int, beside: str, name: str) -> str:
        """A name that is split over two columns under one heading: 单位GDP | 能耗比2010年下降（%）."""
        if not beside or self._block.columns[at].text != self._block.columns[at - 1].text or (
                self._values.named(name, "", "")[0].indicator is not None):
            return name
        bare = re.sub(_BRACKET, "", name)
        both = [each for each in (beside + name, bare + beside + name[len(bare):])
                if self._values.named(each, "", "")[0].indicator is not None]
        return both[0] if len(both) == 1 else name

    def _goes_on(self, row: int) -> bool:
        """Whether a row without a name has a place or a year of its own, so that it goes on the row above it."""
        return any(self._sheet.text(row, index) for index, heading in enumerate(self._block.columns)
                   if heading.role in ("regions", "years") or (heading.role == "category" and not heading.text))

    def _only_a_change(self, name: str) -> bool:
        if len(name) > 16 or _OF_CHANGE.isdisjoint(name):  # asked of every row, at every edit
            return False
        why = self._values.named(name, "", "")[0].why
        return why is not None and why.code == "name-empty"

    def remember(self, row: int) -> None:
        """Keep the row's name for the rows below it, where the table has one column of names, or one within another."""
        within = len(self._names) == 2 and self._names[1] == self._names[0] + 1
        name = self._sheet.text(row, self._names[0]) if len(self._names) == 1 or within else ""
        if within and not name:
            return
        if (name or not self._goes_on(row)) and not (name and self._only_a_change(name)):
            self.above = name


def beside_years(sheet: Sheet, block: Block, row: int) -> str:
    """What stands in a row beside the years of the heading said again: 高新区指标 | 2015年 | 2020年."""
    texts = sheet.row(row)
    values = [index for index in block.values if texts[index]]
    if len(values) < 2 or any(texts[index] != block.columns[index].text for index in values):
        return ""
    return "".join(dict.fromkeys(
        text for text, heading in zip(texts, block.columns, strict=True) if text != heading.text))
