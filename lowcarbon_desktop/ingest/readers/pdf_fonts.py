"""Fonts whose codes mean nothing outside their file: no text can be had from them, though it looks as if it could."""

from __future__ import annotations

_SIMPLE = ("Type1", "MMType1", "TrueType", "Type3")
_SYMBOLIC = 4


def unreadable(spec: object) -> bool:
    """Whether a font neither says which sign a code is nor keeps to an encoding that everybody knows."""
    from pdfminer.pdftypes import resolve1
    if not isinstance(spec, dict) or "ToUnicode" in spec or _name(spec.get("Subtype")) not in _SIMPLE:
        return False
    encoding = resolve1(spec.get("Encoding"))
    if isinstance(encoding, dict):
        return _nameless(resolve1(encoding.get("Differences")))
    about = resolve1(spec.get("FontDescriptor"))
    flags = resolve1(about.get("Flags")) if isinstance(about, dict) else None
    inside = isinstance(about, dict) and "FontFile" in about  # an old font says itself what its codes are
    return encoding is None and not inside and isinstance(flags, int) and bool(flags & _SYMBOLIC)


def _nameless(differences: object) -> bool:
    """Whether the names that an encoding gives its codes are mostly none of letters: /g23, /c104."""
    from pdfminer.encodingdb import name2unicode
    names = [each.name for each in differences if hasattr(each, "name")] if isinstance(differences, list) else []
    lost = 0
    for name in names:
        try:
            name2unicode(str(name))
        except KeyError:
            lost += 1
    return lost * 2 > len(names)


def _name(held: object) -> str:
    from pdfminer.pdftypes import resolve1
    return str(getattr(resolve1(held), "name", ""))
