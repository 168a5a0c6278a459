"""The container of the old office formats: which streams it holds, and the bytes of one."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFA  # this and what lies above it are no sectors
_ENTRY = 128
_SHORT = 4096


class Container:
    """The streams of the outermost storage; `names` is empty where the container is damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._streams: dict[str, tuple[int, int]] = {}
        try:
            self._size = 1 << struct.unpack_from("<H", data, 30)[0]
            self._next = self._table()
            directory = self._chain(struct.unpack_from("<I", data, 48)[0])
            self._root = struct.unpack_from("<I", directory, 116)[0]
            self._streams = dict(_outermost(directory))
        except (struct.error, IndexError, OverflowError, MemoryError):
            pass

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the streams and storages."""
        return tuple(self._streams)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; empty where there is none."""
        if name not in self._streams:
            return b""
        start, size = self._streams[name]
        return self._chain(start)[:size] if size >= _SHORT else self._short(start)[:size]

    def _short(self, number: int) -> bytes:
        """A short stream: its sectors of 64 bytes stand in a stream of the root's."""
        table = self._chain(struct.unpack_from("<I", self._data, 60)[0])
        following = struct.unpack(f"<{len(table) // 4}I", table[:len(table) // 4 * 4])
        held = self._chain(self._root)
        return b"".join(held[each * 64:each * 64 + 64] for each in _followed(number, following))

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size:(number + 2) * self._size]

    def _table(self) -> tuple[int, ...]:
        """Which sector follows each."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        more, seen = struct.unpack_from("<I", self._data, 68)[0], set()
        while more < _NONE and more not in seen:
            seen.add(more)
            *listed, more = struct.unpack(f"<{self._size // 4}I", self._sector(more))
            sectors += listed
        table = b"".join(self._sector(each) for each in sectors if each < _NONE)
        return struct.unpack(f"<{len(table) // 4}I", table[:len(table) // 4 * 4])

    def _chain(self, number: int) -> bytes:
        return b"".join(self._sector(each) for each in _followed(number, self._next))


def _followed(number: int, following: Sequence[int]) -> Iterator[int]:
    seen: set[int] = set()
    while number < len(following) and number not in seen:
        seen.add(number)
        yield number
        number = following[number]


def _outermost(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """The entries right below the root: name, first sector, size. Those of embedded objects lie deeper."""
    waiting, seen = [struct.unpack_from("<I", directory, 76)[0]], set()
    while waiting:
        number = waiting.pop()
        if number in seen or (number + 1) * _ENTRY > len(directory):
            continue
        seen.add(number)
        at = number * _ENTRY
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        name = directory[at:at + max(length - 2, 0)].decode("utf-16-le", "replace")
        waiting += struct.unpack_from("<2I", directory, at + 68)
        yield name, struct.unpack_from("<II", directory, at + 116)
