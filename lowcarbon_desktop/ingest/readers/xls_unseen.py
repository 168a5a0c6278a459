"""What a sheet of an xls holds and does not show, or takes back beside it: hidden rows, comments, conditions."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lowcarbon_desktop.ingest.readers.xlsx_conditions import Veil, within_cap
from lowcarbon_desktop.ingest.readers.xlsx_looks import worded
from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen

_ROW, _COLUMNS, _NOTE, _OBJECT, _TEXT, _CONTINUED, _RANGES, _CONDITION = (
    0x0208, 0x007D, 0x001C, 0x005D, 0x01B6, 0x003C, 0x01B0, 0x01B1)
_OPERATORS = {1: "between", 2: "notBetween", 3: "equal", 4: "notEqual", 5: "greaterThan", 6: "lessThan",
              7: "greaterThanOrEqual", 8: "lessThanOrEqual"}
_BY_VALUE = 1
_NUMBER, _FONT, _ALIGNMENT, _BORDER, _PATTERN = 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29
_USERS_FORMAT = 1
_STRUCK = 1 << 7
_ERRORS = (2, 3, 126, 129)  # ISNA, ISERROR, ISERR, ISBLANK: no number is hidden so
_SMALLEST_ROW, _SMALLEST_COLUMN = 20, 256  # a point, a sign
Alike = Callable[[int, int], bool]


class _Condition(NamedTuple):
    operator: str
    bounds: tuple[float, ...]


def unseen_of(records: Iterable[tuple[int, bytes]], alike: Alike) -> Unseen | None:
    """What the records of a sheet hide; None where that is nothing. `alike` says whether two colours are one to see."""
    rows: set[int] = set()
    columns: set[int] = set()
    notes: dict[int, tuple[int, int]] = {}
    texts: dict[int, list[str]] = {}
    ranges: list[tuple[int, int, int, int]] = []
    veils: list[Veil] = []
    shape = more = 0
    for kind, body in records:
        if kind == _CONTINUED and more > 0 and body:
            said = body[1:].decode("utf-16-le" if body[0] & 1 else "latin-1", "replace")[:more]
            texts.setdefault(shape, []).append(said)
            more -= len(said)
        elif kind != _CONTINUED:
            more = 0
        if kind == _ROW and len(body) >= 16 and (body[12] & 0x20 or 0 < _short(body, 6) & 0x7FFF < _SMALLEST_ROW):
            rows.add(_short(body, 0))
        elif kind == _COLUMNS and len(body) >= 10 and (body[8] & 1 or _short(body, 4) < _SMALLEST_COLUMN):
            columns.update(range(_short(body, 0), min(_short(body, 2), 255) + 1))
        elif kind == _NOTE and len(body) >= 8:
            notes[_short(body, 6)] = struct.unpack_from("<HH", body)
        elif kind == _OBJECT and len(body) >= 8:
            shape = _short(body, 6)
        elif kind == _TEXT and len(body) >= 12:
            more = _short(body, 10)
        elif kind == _RANGES and len(body) >= 14:
            ranges = [struct.unpack_from("<4H", body, at) for at in range(14, min(14 + 8 * _short(body, 12),
                                                                                  len(body) - 7), 8)]
        elif kind == _CONDITION and (found := _hiding(body, alike)) is not None:
            veils += [Veil(top, left, bottom, right, *found) for top, bottom, left, right in ranges]
    comments = tuple((place, "".join(texts[number])) for number, place in notes.items() if number in texts)
    if not (rows or columns or comments or veils):
        return None
    return Unseen(frozenset(rows), frozenset(columns), comments, within_cap(veils))


def _hiding(body: bytes, alike: Alike) -> _Condition | None:
    """When a condition hides its cells; None where it does not."""
    try:
        kind, operator, first, second = struct.unpack_from("<BBHH", body)
        formulas = body[len(body) - first - second:]
        if not _look_hides(body[6:len(body) - first - second], alike):
            return None
        held = formulas[:first], formulas[first:]
    except (struct.error, IndexError):
        return _Condition("", ())  # a look that cannot be told: nothing there is sure to be seen
    if kind != _BY_VALUE:
        return None if any(bytes((token,)) + struct.pack("<H", each) in formulas for each in _ERRORS
                           for token in (0x21, 0x41, 0x61)) else _Condition("", ())
    numbers = [_number(tokens) for tokens in held if tokens]
    if held[0][:1] == b"\x17" and _OPERATORS.get(operator) == "equal":
        return None  # a word, which is no number
    return _Condition(_OPERATORS.get(operator, ""), tuple(each for each in numbers if each is not None)
                      ) if numbers and None not in numbers else _Condition("", ())


def _look_hides(look: bytes, alike: Alike) -> bool:
    """Whether what a condition gives its cells makes them unreadable: struck, or letters in the colour behind them."""
    flags, users = struct.unpack_from("<IH", look)
    at, letters, behind = 6, None, 9
    if flags & _NUMBER:
        size = _short(look, at) if users & _USERS_FORMAT else 2
        if users & _USERS_FORMAT and worded(look[at + 5:at + size].decode(
                "utf-16-le" if look[at + 4] & 1 else "latin-1", "replace")).unseen:
            return True
        at += size
    if flags & _FONT:
        styles, known = struct.unpack_from("<I", look, at + 68)[0], struct.unpack_from("<I", look, at + 88)[0]
        if styles & _STRUCK and not known & _STRUCK:
            return True
        letters = struct.unpack_from("<i", look, at + 80)[0]
        at += 118
    at += 8 * bool(flags & _ALIGNMENT) + 8 * bool(flags & _BORDER)
    if flags & _PATTERN:
        packed = struct.unpack_from("<I", look, at)[0]
        behind = packed >> (16 if packed >> 10 & 0x3F > 1 else 23) & 0x7F
    return letters is not None and letters >= 0 and alike(letters, behind)


def _number(tokens: bytes) -> float | None:
    if len(tokens) == 3 and tokens[0] == 0x1E:
        return float(_short(tokens, 1))
    return struct.unpack_from("<d", tokens, 1)[0] if len(tokens) == 9 and tokens[0] == 0x1F else None


def _short(body: bytes, at: int) -> int:
    return struct.unpack_from("<H", body, at)[0]
