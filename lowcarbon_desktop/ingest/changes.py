"""Which values are changes by what stands apart from their name: a section, a group head, a word beside the row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lowcarbon_desktop.ingest.blocks import Block
from lowcarbon_desktop.ingest.change_words import changed_in
from lowcarbon_desktop.ingest.context import NO_YEARS, Context, Place, Tools
from lowcarbon_desktop.ingest.names import Named
from lowcarbon_desktop.ingest.scope import Scope
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.text.normal import ROUND, squeezed

_BESIDE = ("other", "remark", "attribute", "category", "measure", "unit")
_NO_UNIT = ("", "%", "-")


class Changes:
    """Looks for such words around the values of one block; `named` tells what a name means with words of change."""

    def __init__(self, sheet: Sheet, block: Block, context: Context, tools: Tools,
                 named: Callable[[str, str, str], tuple[Named, Scope]]) -> None:
        self._sheet, self._block, self._context, self._tools = sheet, block, context, tools
        self._named = named
        self._beside = [index for index, heading in enumerate(block.columns) if heading.role in _BESIDE]
        corner = block.column("name")
        over_all = (block.columns[corner].text if corner is not None else "", context.caption)
        self._over_all = next((each for text in over_all if (each := changed_in(text)) is not None), None)

    def above(self, at: Place) -> Place:
        """The place with the change that only the section, the corner, the caption or a word beside the row says.

        A row that is a cut by it and a level without it is a cut, unless it has a unit of its own.
        """
        years = at.heading.years
        if at.heading.change or years is None or years.yearly:
            return at
        found = next((each for text in self._around(at) if text and (each := changed_in(text)) is not None),
                     self._over_all)
        if found is None or not self._falls(at.name):
            return at
        unit = self._unit(at)
        if self._tools.namer.understand(at.name, "").unit not in ("", "%") or (
                unit not in _NO_UNIT and changed_in(unit) is None):
            return at
        if found.base is None:
            return at._replace(heading=replace(at.heading, change="下降", unit=at.heading.unit or "%"))
        bases = years.bases if years.bases and not years.by_custom else (found.base,)
        return at._replace(heading=replace(at.heading, change="下降", unit=at.heading.unit or "%", years=replace(
            years, bases=bases, assumed=False, customary=False)))

    def _around(self, at: Place) -> Iterator[str]:
        """The words that may say so of some rows, the nearest first."""
        for index in self._beside:
            yield self._sheet.text(at.row, index)
        for role, text in self._block.beside(self._sheet, at.row, at.column):
            if role == "category":
                yield text
        yield at.heading.group.removesuffix(at.name)
        yield at.section.text

    def _falls(self, name: str) -> bool:
        """Whether a name is that of a level, and that of a cut with a word of change."""
        kinds = [named.indicator and self._tools.register[named.indicator].kind
                 for named in (self._named(name, change, "")[0] for change in ("", "下降"))]
        return kinds == ["level", "cut"]

    def _unit(self, at: Place) -> str:
        column = self._block.left_of(at.column, "unit")
        return squeezed(self._sheet.covering(at.row, column).text) if column is not None else ""

    def uncovered(self, text: str, at: Place) -> tuple[str, Place]:
        """The text without brackets that mean a sum over the plan's years, and the place as of those years: [17].

        Of a share or a level such a sum is a change: what is not said to fall has risen.
        """
        told = self._context.cumulates or "累计" in at.heading.text
        held = re.fullmatch(r"\(([^()]+)\)", squeezed(text).translate(ROUND)) if told else None
        if held is None:
            return text, at
        years, named = at.heading.years or NO_YEARS, self._named(at.name, "", "")[0].indicator
        level = named is not None and self._tools.register[named].kind in ("share", "level")
        change = ("下降" if held[1][:1] in "-降下减" else "提高") if level else ""
        cut = change == "下降" and self._named(at.name, change, "")[0].indicator is not None
        said = replace(at.heading, change=change, years=replace(years, yearly=False))
        return held[1].removeprefix("-") if cut else held[1], at._replace(heading=said)
