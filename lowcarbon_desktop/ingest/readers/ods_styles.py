"""Which cell styles of an ods strike their text out or hide it, and which take on such a look by a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcarbon_desktop.ingest.limits import MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.ingest.readers.colours import BLACK, WHITE, Colour, alike, of_hex
from lowcarbon_desktop.ingest.readers.package import plain
from lowcarbon_desktop.ingest.readers.xlsx_conditions import Veil
from lowcarbon_desktop.plan.where import cell_position

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_SIZE = re.compile(r"(\d+(?:\.\d+)?)pt")
_SMALLEST = 3.0
_CONDITION = re.compile(r"(?:cell-content\(\))?\s*(?:(!?=|[<>]=?)\s*(-?\d+(?:\.\d+)?)"
                        r"|(?:cell-content-is-)?(not-between|between)\(\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\))")
_OPERATORS = {"=": "equal", "!=": "notEqual", "<": "lessThan", "<=": "lessThanOrEqual", ">": "greaterThan",
              ">=": "greaterThanOrEqual", "between": "between", "not-between": "notBetween"}
_OF_OTHERS = re.compile(r"is-error|ISERR|ISNA|ISBLANK|=\s*\"[^\"]*\"\s*$|^contains-text|^begins-with|^ends-with")
_RANGE = re.compile(r"\.?\$?([A-Z]{1,3}\$?[1-9]\d{0,6})(?::[^:]*?\.?\$?([A-Z]{1,3}\$?[1-9]\d{0,6}))?$")
When = tuple[str, tuple[float, ...]]


class Styles:
    """Hears the styles of styles.xml, then of content.xml; a style has what the one that it comes from has."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self.faint: set[str] = set()
        self._names: tuple[str, ...] = ()
        self._colours: dict[str, tuple[Colour, Colour]] = {}
        self._maps: dict[str, list[tuple[str, str]]] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A style, what it makes of text and ground, or the condition under which it gives way to another."""
        held = plain(attributes)
        if tag == "style":
            name, parent = held.get("name", ""), held.get("parent-style-name", "")
            self._names = tuple(dict.fromkeys((name, held.get("display-name", name))))
            for each in self._names:
                self._colours[each] = self._colours.get(parent, (BLACK, WHITE))
                self._take(each, self.struck, parent in self.struck)
                self._take(each, self.faint, parent in self.faint)
        elif tag in ("text-properties", "table-cell-properties"):
            for each in self._names:
                self._look(each, tag, held)
        elif tag == "map" and self._names:
            rule = held.get("condition", ""), held.get("apply-style-name", "")
            self._maps.setdefault(self._names[0], []).append(rule)

    def _look(self, name: str, tag: str, held: dict[str, str]) -> None:
        if "text-line-through-style" in held or "text-line-through-type" in held:
            off = "none" in (held.get("text-line-through-style"), held.get("text-line-through-type"))
            self._take(name, self.struck, not off)
        letters, ground = self._colours[name]
        if tag == "text-properties" and _COLOUR.fullmatch(held.get("color", "")):
            letters = of_hex(held["color"][1:])
        elif _COLOUR.fullmatch(held.get("background-color", "")):
            ground = of_hex(held["background-color"][1:])
        self._colours[name] = letters, ground
        size = _SIZE.fullmatch(held.get("font-size", ""))
        tiny = size is not None and float(size[1]) < _SMALLEST
        self._take(name, self.faint, tiny or alike(letters, ground))

    @staticmethod
    def _take(name: str, names: set[str], inside: bool) -> None:
        (names.add if inside else names.discard)(name)

    def veils(self, ranges: str, condition: str, style: str) -> Iterator[Veil]:
        """The ranges that a condition hides; none where the style that it gives hides nothing."""
        when = self._when(condition, style)
        for part in ranges.split() if when is not None else ():
            found = _RANGE.search(part)
            if found is None:
                yield Veil(0, 0, MAX_ROWS, MAX_COLUMNS, *when)
                continue
            top, left = cell_position(found[1].replace("$", ""))
            bottom, right = cell_position((found[2] or found[1]).replace("$", ""))
            yield Veil(top, left, bottom, right, *when)

    def of_cell(self, style: str, row: int, column: int) -> Iterator[Veil]:
        """What the conditions of a cell's own style hide."""
        for condition, other in self._maps.get(style, ()):
            when = self._when(condition, other)
            if when is not None:
                yield Veil(row, column, row, column, *when)

    def _when(self, condition: str, style: str) -> When | None:
        if style not in self.faint and style not in self.struck:
            return None
        found = _CONDITION.fullmatch(condition.strip())
        if found is None:
            return None if _OF_OTHERS.search(condition) else ("", ())
        bounds = (found[2],) if found[1] else (found[4], found[5])
        return _OPERATORS[found[1] or found[3]], tuple(map(float, bounds))
