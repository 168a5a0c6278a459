"""What a fast workbook reader leaves out of an xls: how its numbers are shown, from the records of the old format."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.ingest.readers.colours import BLACK, WHITE, Colour, alike
from lowcarbon_desktop.ingest.readers.ole import Container
from lowcarbon_desktop.ingest.readers.xls_formulas import formulas_of
from lowcarbon_desktop.ingest.readers.xls_struck import struck_texts
from lowcarbon_desktop.ingest.readers.xls_unseen import Alike, unseen_of
from lowcarbon_desktop.ingest.readers.xlsx_marks import BUILT_IN, mark_of
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark, Marks

_BOF, _EOF, _SHEET, _FORMAT, _XF, _SEALED = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x002F
_NUMBER, _RK, _MANY, _FORMULA, _SIZE, _BOOL_OR_ERROR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0200, 0x0205
_ONE_CELL = {_NUMBER, _RK, _FORMULA, 0x00FD, 0x0204, _BOOL_OR_ERROR}
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_FONT, _PALETTE = 0x0031, 0x0092
_STRUCK = 0x0008
_SHARED_TEXT = 0x00FD
_SMALLEST = 60  # of a point, twenty each
_COLOURS = {0x7FFF: BLACK, 0: BLACK, 8: BLACK, 64: BLACK, 9: WHITE, 1: WHITE, 65: WHITE}
_WORKSHEET = 0
_VERSION_8 = 0x0600


def marks_of(file: str, data: bytes) -> dict[str, Marks]:
    """The marks of every sheet by name; none of a book older than Excel 97, or of one that is damaged.

    Raises PlanUnreadable for a book with a password, and for a cell beyond the caps.
    """
    held = Container(data)
    book = held.stream("Workbook") or held.stream("Book")
    formats, shown, sheets = dict(BUILT_IN), [], {}
    fonts: list[tuple[bool, bool, int]] = []
    struck: list[bool] = []
    palette: dict[int, Colour] = dict(_COLOURS)
    styles: list[tuple[bool, int, bytes]] = []
    version = 0
    for kind, body in _records(book, 0):
        if kind == _BOF and not version:
            version = int.from_bytes(body[:2], "little")
        if kind == _SEALED:
            raise PlanUnreadable(message("workbook-encrypted", file=file))
        if kind == _FORMAT and len(body) > 5:
            formats[struct.unpack_from("<H", body)[0]] = _text(body[2:], wide=True)
        elif kind == _XF and len(body) > 3:
            shown.append(struct.unpack_from("<H", body, 2)[0])
            font = struct.unpack_from("<H", body)[0]
            font -= font > 4  # there is no font of the number 4
            gone, tiny, colour = fonts[font] if font < len(fonts) else (False, False, 8)
            struck.append(gone)
            styles.append((tiny, colour, body))
        elif kind == _FONT and len(body) > 5:
            height, look, colour = struct.unpack_from("<3H", body)
            fonts.append((bool(look & _STRUCK), height < _SMALLEST, colour))
        elif kind == _PALETTE:
            palette.update({8 + at: tuple(body[2 + 4 * at:5 + 4 * at]) for at in range((len(body) - 2) // 4)})
        elif kind == _SHEET and len(body) > 8 and body[5] == _WORKSHEET:
            sheets[_text(body[6:], wide=False)] = struct.unpack_from("<I", body)[0]
    for name, start in sheets.items():
        _within_caps(file, name, book, start, version)
    if version != _VERSION_8:
        return {}
    same = partial(_alike, palette)
    faint = [tiny or _unread(colour, body, same) for tiny, colour, body in styles]
    marks = [(mark := mark_of(formats.get(number, "")))._replace(struck=gone, unseen=mark.unseen or unread)
             for number, gone, unread in zip(shown, struck, faint, strict=True)]
    texts = struck_texts(_records(book, 0), {number for number, (gone, *_) in enumerate(fonts) if gone})
    return {name: _sheet(file, name, list(_records(book, start)), marks, same, texts) for name, start in sheets.items()}


def _alike(palette: Mapping[int, Colour], letters: int, ground: int) -> bool:
    """Whether letters cannot be read on a ground, both by their number in the palette."""
    return letters == ground or alike(palette.get(letters, str(letters)), palette.get(ground, str(ground)))


def _unread(letters: int, style: bytes, same: Alike) -> bool:
    """Whether letters of a colour cannot be read on the ground of a cell style."""
    if len(style) < 20:
        return False
    pattern = struct.unpack_from("<I", style, 14)[0] >> 26
    ground = struct.unpack_from("<H", style, 18)[0] & 0x7F if pattern == 1 else 9
    return pattern in (0, 1) and same(letters, ground)


def _within_caps(file: str, name: str, book: bytes, start: int, version: int) -> None:
    """Refuse a sheet that says it is larger than it can be, since the fast reader believes it and makes room."""
    for kind, body in _records(book, start):
        if kind != _SIZE or len(body) < 8:
            continue
        top, bottom, left, right = struct.unpack_from("<IIHH" if version == _VERSION_8 and len(body) >= 12 else "<4H",
                                                      body)
        if bottom < top or right < left:
            raise PlanUnreadable(message("workbook-damaged", file=file, reason="dimensions"))
        if bottom > 1 << 16 or right > MAX_COLUMNS:
            raise PlanUnreadable(message("too-many-rows", file=file, sheet=name, cap=MAX_ROWS))


def _sheet(file: str, name: str, records: Sequence[tuple[int, bytes]], marks: Sequence[Mark], same: Alike,
           struck: frozenset[int]) -> Marks:
    cells: dict[tuple[int, int], Mark] = {}
    rows = columns = 0
    for kind, body in records:
        if (kind not in _ONE_CELL and kind != _MANY) or len(body) < 6:
            continue
        row, column = struct.unpack_from("<HH", body)
        styles = [struct.unpack_from("<H", body, at)[0] for at in range(4, len(body) - 2, 6)] if kind == _MANY else [
            struct.unpack_from("<H", body, 4)[0]]
        rows, columns = max(rows, row + 1), max(columns, column + len(styles))
        if rows > MAX_ROWS:
            raise PlanUnreadable(message("too-many-rows", file=file, sheet=name, cap=MAX_ROWS))
        if columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
            raise PlanUnreadable(message("too-many-columns", file=file, sheet=name, cap=MAX_COLUMNS))
        failed = _failed(kind, body)
        if failed is not None:
            cells[row, column] = Mark(error=failed)
        elif kind == _SHARED_TEXT and len(body) >= 10 and struck and struct.unpack_from("<I", body, 6)[0] in struck:
            cells[row, column] = Mark(struck=True)
        elif kind in (_NUMBER, _RK, _MANY, _FORMULA):
            for offset, style in enumerate(styles):
                mark = marks[style] if style < len(marks) else Mark()
                if mark.tells:
                    cells[row, column + offset] = mark
    return Marks(cells, formulas=formulas_of(records), unseen=unseen_of(records, same))


def _failed(kind: int, body: bytes) -> str | None:
    """What a formula failed with, or the error that a cell holds; None for a cell with a value."""
    if kind == _FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":
        return _ERRORS.get(body[8], "#?")
    return _ERRORS.get(body[6], "#?") if kind == _BOOL_OR_ERROR and len(body) >= 8 and body[7] == 1 else None


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from there to the end of their part; charts inside have their own beginnings and ends."""
    depth = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return
        if depth <= 1:
            yield kind, book[at + 4:at + 4 + size]
        at += 4 + size


def _text(body: bytes, wide: bool) -> str:
    """A string with its length in front, of two bytes or of one, and the mark whether its signs take two."""
    if len(body) < 3:
        return ""
    length, flag = (struct.unpack_from("<H", body)[0], body[2]) if wide else (body[0], body[1])
    held = body[3:] if wide else body[2:]
    return held[:length * 2].decode("utf-16-le", "replace") if flag & 1 else held[:length].decode("latin-1")
