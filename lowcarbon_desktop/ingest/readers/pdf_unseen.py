"""Signs in the colour of what lies under them: they are text, but nobody sees them on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lowcarbon_desktop.ingest.readers.pdf_text import Char

_WHITE = (1.0, 1.0, 1.0)
_NEAR = 16 / 255  # signs no further from their ground cannot be seen
_THICK = 3  # points: what is thinner is a rule, and no ground
_MOST = 2000  # areas: a page with more is a drawing
Area = Mapping[str, object]
Colour = tuple[float, float, float]


def unseen(chars: Sequence[Char], areas: Sequence[Area], pictures: Sequence[Area]) -> list[Char]:
    """The signs that have the colour of the last area filled under them, or of the paper where there is none.

    What a picture looks like under a sign nobody knows: such a sign is taken to be seen.
    """
    grounds = [(area, colour) for area in areas[:_MOST] if area["fill"] and (
        area["x1"] - area["x0"] > _THICK and area["bottom"] - area["top"] > _THICK) and (
        colour := _colour(area["non_stroking_color"])) is not None]
    known: dict[object, Colour | None] = {}
    hues = {_WHITE, *(colour for _, colour in grounds)}
    found = []
    for char in chars:
        printed = char["non_stroking_color"]
        key = tuple(printed) if isinstance(printed, (list, tuple)) else printed
        if key not in known:
            ink = _colour(key)
            known[key] = ink if ink is not None and any(_alike(ink, hue) for hue in hues) else None
        ink = known[key]
        if ink is not None and str(char["text"]).strip() and _alike(ink, _under(char, grounds)) and not any(
                _within(char, each) for each in pictures):
            found.append(char)
    return found


def _under(char: Char, grounds: Sequence[tuple[Area, Colour]]) -> Colour:
    return next((colour for area, colour in reversed(grounds) if _within(char, area)), _WHITE)


def _within(char: Char, area: Area) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return area["x0"] <= x <= area["x1"] and area["top"] <= y <= area["bottom"]


def _colour(printed: object) -> Colour | None:
    """Grey, RGB and CMYK as RGB; None for a pattern, which is taken to be seen."""
    parts = printed if isinstance(printed, (list, tuple)) else (printed,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return None
    if len(parts) == 1:
        return (float(parts[0]),) * 3
    if len(parts) == 4:
        return tuple((1 - part) * (1 - parts[3]) for part in parts[:3])
    return tuple(map(float, parts)) if len(parts) == 3 else None


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(mine - theirs) < _NEAR for mine, theirs in zip(one, other, strict=True))
