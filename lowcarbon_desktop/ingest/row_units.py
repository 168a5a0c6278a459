"""Every place where the unit of a value can stand: its name, a column, its heading, a line above the table."""

from __future__ import annotations

import re

from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.change_words import changed_in
from lowcarbon_desktop.ingest.context import Context, Place, Tools
from lowcarbon_desktop.ingest.names import Named
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.values import Unit, measures
from lowcarbon_desktop.plan import Indicator
from lowcarbon_desktop.text.normal import in_chinese, squeezed

_OF_VALUE = "万元"
_IN_PER_CENT = r"[(,:]%\)$"


class RowUnits:
    """Finds the units printed for the values of one block."""

    def __init__(self, sheet: Sheet, block: Block, context: Context, tools: Tools) -> None:
        self._sheet, self._block, self._context, self._units = sheet, block, context, tools.units

    def of(self, at: Place, named: Named, printed: str, own: str, indicator: Indicator | None) -> Unit:
        """The unit of a value, those printed elsewhere for it with the nearest first; `own` is the one in its cell.

        Under a heading such as 比2010年下降, and beside a cell that itself says -17%, the row's unit is the one of what
        is cut, unless it fits the cut as well.
        """
        if "%" in printed and (changed := changed_in(printed)) is not None:
            printed = changed.unit  # 下降%
        of_row = (named.unit, printed)
        if indicator is not None and indicator.unit.endswith("/万元") and _OF_VALUE in in_chinese(at.name):
            of_row = (self._by_value(of_row[0]), self._by_value(of_row[1]))
            own = self._by_value(own)
        whole = next((each for each in (*of_row, at.heading.unit) if own and squeezed(each).startswith(f"{own}/")), own)
        own = whole if self._units.find(whole) is not None else own  # 6.5吨 beside 吨/人
        if not at.heading.change and not named.by_cell:
            around = (*of_row, at.heading.unit, self._context.unit)
            in_per_cent = indicator is not None and indicator.unit.endswith("/万元") and not any(around) and (
                self._in_per_cent(at))  # 16.8 under （%） is a cut of which nobody says so, and no 16.8吨/万元
            return Unit(own, ("%",) if in_per_cent else around)
        fitting = [each for each in (*of_row, self._context.unit) if measures(each, indicator, self._units)]
        return Unit(own, (at.heading.unit, *fitting))

    def _in_per_cent(self, at: Place) -> bool:
        """Whether the caption, a heading, the section or a word in the row ends with （%）."""
        words = [text for text, heading in zip(self._sheet.row(at.row), self._block.columns, strict=True)
                 if heading.role not in ("value", "indicator")]
        name = self._block.column("name")
        beside = [text for _, text in self._block.beside(self._sheet, at.row, at.column)]
        texts = (*words, *beside, at.heading.text, at.heading.group, at.section.text, self._context.caption,
                 self._block.columns[name].text if name is not None else "")
        return any("%" in text and re.search(_IN_PER_CENT, text) for text in map(squeezed, texts))

    def _by_value(self, unit: str) -> str:
        """吨标准煤 of 万元GDP能耗 is a unit of energy for every 万元."""
        return f"{unit}/万元" if self._units.find(f"{unit}/万元") is not None else unit
