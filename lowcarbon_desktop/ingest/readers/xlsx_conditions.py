"""What a sheet of an xlsx hides by a condition: letters in the colour of their ground, a bar without its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lowcarbon_desktop.plan.where import cell_position

_CONDITIONS = re.compile(rb"<(?:\w+:)?conditionalFormatting\b([^>]*)>(.*?)</(?:\w+:)?conditionalFormatting\s*>",
                         re.DOTALL)
_RULES = re.compile(rb"<(?:\w+:)?cfRule\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?cfRule\s*>)", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?formula[^>]*>([^<]*)<")
_HELD = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)")
_OF_OTHERS = ("containsErrors", "containsBlanks")
_ON_ERROR = re.compile(r"ISERR|ISNA|ISBLANK|=\s*\"\"|^LEN\(TRIM")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MOST = 200


class Veil(NamedTuple):
    """A range, (row, column) to (row, column) from 0, whose cells a condition hides: `operator` with `bounds`, or ""
    where it cannot be told which.
    """

    top: int
    left: int
    bottom: int
    right: int
    operator: str = ""
    bounds: tuple[float, ...] = ()

    def hides(self, row: int, column: int, text: str) -> bool:
        """Whether the cell lies in the range, and its number, as it is shown, may meet the condition."""
        if not (self.top <= row <= self.bottom and self.left <= column <= self.right):
            return False
        held = re.fullmatch(r"(-?\d+(?:\.\d+)?)(%?)", text.replace(",", ""))
        if not self.operator or held is None:
            return True
        number, bounds = float(held[1]) / (100 if held[2] else 1), (*self.bounds, *self.bounds)
        low, high = min(bounds[:2]), max(bounds[:2])
        return {"equal": number == low, "notEqual": number != low, "lessThan": number < low,
                "lessThanOrEqual": number <= low, "greaterThan": number > high, "greaterThanOrEqual": number >= high,
                "between": low <= number <= high, "notBetween": not low <= number <= high}.get(self.operator, True)


def veils(xml: bytes, hiding: Sequence[bool]) -> tuple[Veil, ...]:
    """The ranges of a sheet that conditions hide, where `hiding` says of each look of the book whether it does."""
    found: list[Veil] = []
    for about, rules in _CONDITIONS.findall(xml):
        places = _attributes(about).get("sqref", "").split() if len(found) <= _MOST else []
        for rule, inner in _RULES.findall(rules):
            held = _attributes(rule)
            formulas = [each.decode("utf-8", "replace").strip() for each in _FORMULA.findall(inner)]
            if _hides(held, inner, formulas, hiding):
                numbers = tuple(float(each) for each in formulas if _NUMBER.fullmatch(each))
                known = held.get("type") == "cellIs" and len(numbers) == len(formulas) > 0
                found += [_veil(place, held.get("operator", "") if known else "", numbers) for place in places]
    return within_cap(found)


def within_cap(found: Sequence[Veil]) -> tuple[Veil, ...]:
    """The ranges; where they are more than can be looked at for every cell, one over all of the sheet."""
    return tuple(found) if len(found) <= _MOST else (Veil(0, 0, 1 << 20, 1 << 14),)


def _hides(held: dict[str, str], inner: bytes, formulas: Sequence[str], hiding: Sequence[bool]) -> bool:
    if re.search(rb'showValue\s*=\s*["\'](?:0|false)', inner):
        return True
    look = held.get("dxfId", "")
    if not look.isdigit() or int(look) >= len(hiding) or not hiding[int(look)] or held.get("type") in _OF_OTHERS:
        return False
    if held.get("type") == "cellIs" and held.get("operator") == "equal" and formulas and formulas[0][:1] in ('"', "&"):
        return False  # a word, which is no number
    return held.get("type") != "expression" or not any(_ON_ERROR.search(each.upper()) for each in formulas)


def _veil(place: str, operator: str, numbers: tuple[float, ...]) -> Veil:
    first, _, last = place.replace("$", "").upper().partition(":")
    try:
        (top, left), (bottom, right) = cell_position(first), cell_position(last or first)
    except ValueError:  # whole columns, or what names no cells: nothing in the sheet is sure to be seen
        return Veil(0, 0, 1 << 20, 1 << 14, operator, numbers)
    return Veil(top, left, bottom, right, operator, numbers)


def _attributes(text: bytes) -> dict[str, str]:
    return dict(_HELD.findall(text.decode("utf-8", "replace")))
