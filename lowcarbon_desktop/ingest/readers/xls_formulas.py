"""Formulas of an xls, written out from their tokens as far as they are sums of the sheet's own cells."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from lowcarbon_desktop.plan.where import cell_name

_FORMULA, _SHARED = 0x0006, 0x04BC
_HEAD = 22  # bytes of a record before the tokens
_BINARY = {0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^"}
_FIXED = {24: ("ABS", 1), 27: ("ROUND", 2)}
_ANY = {4: "SUM", 5: "AVERAGE", 6: "MIN", 7: "MAX"}
_SUM_OF_ONE, _CHOICE = 0x10, 0x04
_MOST = 200
Place = tuple[int, int]


class _Unknown(Exception):
    """A token of more than sums."""


def formulas_of(records: Iterable[tuple[int, bytes]]) -> dict[Place, str]:
    """The formulas of a sheet by place; those of more than sums are left out."""
    own: dict[Place, bytes] = {}
    shared: dict[Place, bytes] = {}
    for kind, body in records:
        if kind == _FORMULA and len(body) > _HEAD:
            own[struct.unpack_from("<HH", body)] = _tokens(body, _HEAD - 2)
        elif kind == _SHARED and len(body) > 10:
            shared[struct.unpack_from("<H", body)[0], body[4]] = _tokens(body, 8)
    found = {}
    for place, tokens in own.items():
        if tokens[:1] == b"\x01" and len(tokens) >= 5:
            tokens = shared.get(struct.unpack_from("<HH", tokens, 1), b"")
        try:
            found[place] = _written(tokens, *place)
        except (_Unknown, struct.error, IndexError):
            continue
    return found


def _tokens(body: bytes, at: int) -> bytes:
    return body[at + 2:at + 2 + struct.unpack_from("<H", body, at)[0]]


def _written(tokens: bytes, row: int, column: int) -> str:
    """The formula in letters, with a bracket around every sum. Raises _Unknown."""
    held: list[str] = []
    at = count = 0
    while at < len(tokens) and count <= _MOST:
        token, at, count = tokens[at], at + 1, count + 1
        plain = token & 0x1F | 0x20 if token >= 0x20 else token  # the class of a reference does not matter
        if token in _BINARY:
            right = held.pop()
            held[-1] = f"({held[-1]}{_BINARY[token]}{right})"
        elif token in (0x12, 0x15):
            continue  # a plus in front, brackets
        elif token == 0x13:
            held[-1] = f"(-{held[-1]})"
        elif token == 0x14:
            held[-1] = f"({held[-1]}%)"
        elif token == 0x1E:
            held.append(str(struct.unpack_from("<H", tokens, at)[0]))
            at += 2
        elif token == 0x1F:
            held.append(repr(struct.unpack_from("<d", tokens, at)[0]))
            at += 8
        elif token == 0x19:
            at = _attribute(tokens, at, held)
        elif plain in (0x24, 0x2C):
            held.append(_cell(*struct.unpack_from("<HH", tokens, at), row, column, plain == 0x2C))
            at += 4
        elif plain in (0x25, 0x2D):
            top, bottom, *sides = struct.unpack_from("<4H", tokens, at)
            held.append(":".join(_cell(*end, row, column, plain == 0x2D) for end in zip((top, bottom), sides,
                                                                                        strict=True)))
            at += 8
        elif plain == 0x21:
            name, arguments = _named(_FIXED, struct.unpack_from("<H", tokens, at)[0])
            at = _call(held, name, arguments, at + 2)
        elif plain == 0x22:
            name = _named(_ANY, struct.unpack_from("<H", tokens, at + 1)[0])
            at = _call(held, name, tokens[at], at + 3)
        else:
            raise _Unknown
    if len(held) != 1 or count > _MOST:
        raise _Unknown
    return held[0]


def _attribute(tokens: bytes, at: int, held: list[str]) -> int:
    """What stands between tokens: blanks, jumps, a sum of one argument."""
    if tokens[at] & _CHOICE:
        raise _Unknown
    if tokens[at] & _SUM_OF_ONE:
        held[-1] = f"SUM({held[-1]})"
    return at + 3


def _call(held: list[str], name: str, count: int, at: int) -> int:
    if not 0 < count <= len(held):
        raise _Unknown
    held[-count:] = [f"{name}({','.join(held[-count:])})"]
    return at


def _cell(row: int, column: int, own_row: int, own_column: int, shared: bool) -> str:
    """The name of a cell; in a shared formula it is told by how far it is from the formula's own."""
    if shared and column & 0x8000:
        row = (own_row + row) & 0xFFFF
    across = column & 0x3FFF
    if shared and column & 0x4000:
        across = (own_column + across) & 0xFF
    return cell_name(row, across)


def _named(known: dict, function: int):
    if function not in known:
        raise _Unknown
    return known[function]
