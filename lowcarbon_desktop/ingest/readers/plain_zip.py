"""The zip of a workbook as office programs write it, opened without what zips of other kinds need."""

from __future__ import annotations

import struct
import zlib
from typing import Protocol

from lowcarbon_desktop.ingest.limits import MAX_UNPACKED

MOST_PARTS = 10_000
_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s4xHH4xLLLHHHH6xL")
_LOCAL = struct.Struct("<4s22xHH")
_ENCRYPTED_OR_STRANGE = ~0x080E  # all but: how hard it was packed, sizes that follow the part, names in UTF-8
_STORED, _DEFLATED = 0, 8


class NotPlain(Exception):
    """A zip that is damaged, or written as few are: the library for all zips knows, or tells what is wrong."""


class Archive(Protocol):
    """What the readers of workbooks ask of a zip."""

    def namelist(self) -> list[str]: ...
    def read(self, name: str) -> bytes: ...


class PlainZip:
    """The parts by their names. Raises NotPlain, also where a part is read; KeyError for a part that is not there."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts = _parts(data)

    def namelist(self) -> list[str]:
        """The names of all parts, in order."""
        return list(self._parts)

    def size(self, name: str) -> int:
        """How many bytes a part says that it has."""
        return self._parts[name][2]

    def read(self, name: str) -> bytes:
        """The bytes of a part, as many as it says and with the checksum that it says."""
        data = self._data
        offset, packed, size, method, checksum = self._parts[name]
        start = offset + _LOCAL.size
        if start > len(data):
            raise NotPlain
        sign, name_length, extra = _LOCAL.unpack_from(data, offset)
        if sign != b"PK\3\4" or data[start:start + name_length] != name.encode():
            raise NotPlain
        start += name_length + extra
        held = data[start:start + packed]
        if method == _DEFLATED:
            try:
                held = zlib.decompressobj(-15).decompress(held, size + 1)
            except zlib.error:
                raise NotPlain from None
        if len(held) != size or zlib.crc32(held) != checksum:
            raise NotPlain
        return held


def _parts(data: bytes) -> dict[str, tuple[int, int, int, int, int]]:
    """Of each part: where it lies, how long it is packed and unpacked, how it is packed, and its checksum."""
    end = len(data) - _END.size
    if end < 0:
        raise NotPlain
    sign, disk, first_disk, here, count, size, offset, comment = _END.unpack_from(data, end)
    if sign != b"PK\5\6" or disk or first_disk or here != count or comment or offset + size != end or (
            count > MOST_PARTS):
        raise NotPlain
    parts: dict[str, tuple[int, int, int, int, int]] = {}
    total = 0
    for _ in range(count):
        if offset + _ENTRY.size > end:
            raise NotPlain
        sign, flags, method, checksum, packed, unpacked, name_length, extra, remark, disk, at = _ENTRY.unpack_from(
            data, offset)
        offset += _ENTRY.size
        name = data[offset:offset + name_length]
        offset += name_length + extra + remark
        total += unpacked
        if sign != b"PK\1\2" or flags & _ENCRYPTED_OR_STRANGE or method not in (_STORED, _DEFLATED) or disk or (
                not name.isascii() or b"\0" in name or (text := name.decode("ascii")) in parts):
            raise NotPlain
        parts[text] = at, packed, unpacked, method, checksum
    if offset != end or total > MAX_UNPACKED:
        raise NotPlain
    return parts
