"""The zip in which the newer office formats come: opened within the caps, its XML read within the law."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from lzma import LZMAError
from xml.parsers import expat

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_UNPACKED
from lowcarbon_desktop.progress import Progress

_CHUNK = 1 << 18
_HEADER = struct.Struct("<4s2xH18xHH")
_MOST_PARTS = 10_000
_FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, KeyError, EOFError, NotImplementedError, OSError,
           ValueError)
DAMAGED = (*_FAULTS, RuntimeError, struct.error, LZMAError)
"""What a damaged or locked archive leads to where it is only looked at: the reader of its ending says so."""


class Archive(zipfile.ZipFile):
    """A zip in memory, whose parts are read in a fourth of the time where they are written as usual.

    All else, and whatever is damaged, is left to the library and to its faults.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        super().__init__(io.BytesIO(data))

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        """The bytes of a part."""
        about = name if isinstance(name, zipfile.ZipInfo) else self.getinfo(name)
        found = self._inflated(about) if about.compress_type == zipfile.ZIP_DEFLATED and not about.flag_bits else b""
        return found if found and zlib.crc32(found) == about.CRC else super().read(name, pwd)

    def _inflated(self, about: zipfile.ZipInfo) -> bytes:
        """What a part holds, no longer than it says; b"" where it does not stand where it says."""
        named = about.header_offset + _HEADER.size
        if named > len(self._data):
            return b""
        sign, flags, length, extra = _HEADER.unpack_from(self._data, about.header_offset)
        start = named + length
        if sign != b"PK\3\4" or flags or self._data[named:start] != about.orig_filename.encode("ascii", "replace"):
            return b""
        start += extra
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            found = unpacking.decompress(self._data[start:start + about.compress_size], about.file_size)
        except zlib.error:
            return b""
        return found if len(found) == about.file_size else b""


@contextmanager
def unpacked(file: str, data: bytes, kind: str, opened: zipfile.ZipFile | None = None) -> Iterator[zipfile.ZipFile]:
    """The archive, which may be open already. Raises PlanUnreadable with the codes of `kind`, "workbook" or "document".
    """
    try:
        with opened or Archive(data) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise PlanUnreadable(message("package-too-many-parts", file=file, cap=_MOST_PARTS))
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise PlanUnreadable(message("workbook-bomb", file=file, cap=MAX_UNPACKED // 2**20))
            if any(part.flag_bits & 1 for part in parts) or _sealed(archive):
                raise PlanUnreadable(message(f"{kind}-encrypted", file=file))
            yield archive
    except _FAULTS as error:
        raise PlanUnreadable(message(f"{kind}-damaged", file=file, reason=str(error)[:120])) from None


def _sealed(archive: zipfile.ZipFile) -> bool:
    """Whether an open document says of its parts that they are encrypted."""
    held = "META-INF/manifest.xml"
    return "mimetype" in archive.NameToInfo and held in archive.NameToInfo and b"encryption-data" in archive.read(held)


def opened(data: bytes) -> zipfile.ZipFile | None:
    """The zip that these bytes are, to see what it is and then to read it; None where they are none, or damaged."""
    try:
        return Archive(data) if data.startswith(b"PK") else None
    except DAMAGED:
        return None


def parse(file: str, kind: str, archive: zipfile.ZipFile, part: str, progress: Progress | None = None, *,
          start: Callable[[str, dict[str, str]], None], end: Callable[[str], None] | None = None,
          said: Callable[[str], None] | None = None) -> None:
    """Hand a part's tags, without their prefixes, to the handlers, piece by piece. Raises PlanUnreadable, Cancelled."""
    parse_pieces(file, kind, _pieces(archive, part, progress), start=start, end=end, said=said)


def parse_pieces(file: str, kind: str, pieces: Iterable[bytes], *, start: Callable[[str, dict[str, str]], None],
                 end: Callable[[str], None] | None = None, said: Callable[[str], None] | None = None) -> None:
    """The same for what was read already."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise PlanUnreadable(message("xml-entities" if kind == "workbook" else "document-entities", file=file))

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if said is not None:
        parser.CharacterDataHandler = said
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise PlanUnreadable(message(f"{kind}-damaged", file=file, reason=str(error))) from None


def _pieces(archive: zipfile.ZipFile, part: str, progress: Progress | None) -> Iterator[bytes]:
    total = archive.getinfo(part).file_size
    done = 0
    with archive.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            if progress is not None:
                progress.step(done, total)
            done += len(chunk)
            yield chunk


def plain(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes without the prefixes of their names."""
    return {key.rpartition(":")[2]: value for key, value in attributes.items()}
