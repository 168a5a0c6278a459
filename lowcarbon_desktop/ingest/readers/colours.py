"""Colours of letters and of what is behind them: whether one can be read upon the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

Colour = tuple[int, int, int] | str
"""Red, green and blue; or, where only the program knows them, how the file calls it."""
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
_NAMED = {"0": BLACK, "8": BLACK, "64": BLACK, "1": WHITE, "9": WHITE, "65": WHITE, "22": (192, 192, 192)}
_THEMES = {"0": 255, "1": 0}
_NEAR = 16


def of_workbook(attributes: Mapping[str, str]) -> Colour:
    """The colour that <color> or <fgColor> of an xlsx names."""
    if (rgb := attributes.get("rgb", "")) and re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", rgb):
        return of_hex(rgb[-6:])
    theme, tint = attributes.get("theme", ""), attributes.get("tint", "0")
    if theme in _THEMES and re.fullmatch(r"-?\d*\.?\d+(?:[eE]-?\d+)?", tint):
        part, base = max(-1.0, min(1.0, float(tint))), _THEMES[theme]
        level = round(base * (1 + part) if part < 0 else base * (1 - part) + 255 * part)
        return level, level, level
    return _NAMED.get(attributes.get("indexed", ""), f"{theme}{attributes.get('indexed', '')}:{tint}")


def of_hex(digits: str) -> Colour:
    """The colour of six digits, as in FFFFFF."""
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def alike(one: Colour, other: Colour) -> bool:
    """Whether nobody can tell them apart."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _NEAR
