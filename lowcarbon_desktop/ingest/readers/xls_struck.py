"""Which shared texts of an xls hold letters that are struck out, by the runs of letters of one font in them."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable

_TEXTS, _GOES_ON = 0x00FC, 0x003C
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_BEFORE_SYMBOLS = 4  # there is no font of the number 4


def struck_texts(records: Iterable[tuple[int, bytes]], struck: Collection[int]) -> frozenset[int]:
    """The numbers of the shared texts with a run in one of the fonts `struck`; none where there is no such font."""
    chunks: list[bytes] = []
    for kind, body in records if struck else ():
        if kind == _TEXTS or (chunks and kind == _GOES_ON):
            chunks.append(body)
        elif chunks:
            break
    if not chunks or len(chunks[0]) < 8:
        return frozenset()
    held = _Pieces(chunks, 8)
    try:
        return frozenset(number for number in range(struct.unpack_from("<I", chunks[0], 4)[0])
                         if held.fonts_of_text().intersection(struck))
    except (IndexError, struct.error):
        return frozenset()  # of a damaged book, which the reader of its cells tells


class _Pieces:
    """A list of texts that goes on over several records."""

    def __init__(self, chunks: list[bytes], at: int) -> None:
        self._chunks, self._chunk, self._at = chunks, 0, at

    def fonts_of_text(self) -> set[int]:
        """Go over the next text; the fonts of its runs."""
        signs, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        more = struct.unpack("<I", self._take(4))[0] if flags & _EXTENDED else 0
        self._pass_signs(signs, flags)
        held = struct.unpack(f"<{2 * runs}H", self._take(4 * runs))
        self._take(more)
        return {font - (font > _BEFORE_SYMBOLS) for font in held[1::2]}

    def _pass_signs(self, signs: int, flags: int) -> None:
        """Signs that go on in the next record have their width told anew there."""
        while signs:
            width = 2 if flags & _WIDE else 1
            here = min(signs, (len(self._chunks[self._chunk]) - self._at) // width)
            self._at, signs = self._at + here * width, signs - here
            if signs:
                self._chunk, self._at = self._chunk + 1, 1
                flags = self._chunks[self._chunk][0]

    def _take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            piece = self._chunks[self._chunk][self._at:self._at + size - len(taken)]
            taken, self._at = taken + piece, self._at + len(piece)
            if len(taken) < size:
                self._chunk, self._at = self._chunk + 1, 0
        return taken
