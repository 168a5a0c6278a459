"""The colours of a Word document's letters and of the ground they stand on, and whether they can be told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping

WHITE = "FFFFFF"
_HEX = re.compile("[0-9A-F]{6}")
_NEAR = 16  # of 255: letters no further from their ground cannot be seen on paper
_MARKERS = {"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF",
            "red": "FF0000", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
            "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080",
            "lightGray": "C0C0C0", "black": "000000", "white": WHITE}


def colour(value: str, theme: str) -> str:
    """A colour by its six digits, else by the theme's name for it; "" for what Word chooses itself, which is seen."""
    value = value.upper()
    if _HEX.fullmatch(value):
        return value
    return WHITE if theme in ("background1", "light1") else theme


def marker(name: str) -> str:
    """The colour of a highlight, "" for none."""
    return _MARKERS.get(name, "")


def ground(shading: Mapping[str, str]) -> str:
    """The colour that a shading paints, "" where it leaves the ground as it is."""
    if shading.get("val") == "solid":
        return colour(shading.get("color", ""), shading.get("themeColor", "")) or "000000"
    return colour(shading.get("fill", ""), shading.get("themeFill", ""))


def unseen(ink: str, below: str) -> bool:
    """Whether letters of a colour cannot be seen on a ground; those of no colour are printed black, or white on black.
    """
    if not ink or not (_HEX.fullmatch(ink) and _HEX.fullmatch(below)):
        return bool(ink) and ink == below
    return all(abs(int(ink[at:at + 2], 16) - int(below[at:at + 2], 16)) < _NEAR for at in (0, 2, 4))
