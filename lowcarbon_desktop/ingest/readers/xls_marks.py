"""What a fast workbook reader leaves out of an xls: how its numbers are shown, from the records of the old format."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.ingest.readers.ole import Container
from lowcarbon_desktop.ingest.readers.xlsx_marks import BUILT_IN, mark_of
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark, Marks

_BOF, _EOF, _SHEET, _FORMAT, _XF, _SEALED = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x002F
_NUMBER, _RK, _MANY, _FORMULA, _SIZE, _BOOL_OR_ERROR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0200, 0x0205
_ONE_CELL = {_NUMBER, _RK, _FORMULA, 0x00FD, 0x0204, _BOOL_OR_ERROR}
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_ROW, _COLUMNS, _FONT = 0x0208, 0x007D, 0x0031
_STRUCK = 0x0008
_BLACK, _WHITE = (0x7FFF, 0, 8, 64), (9, 1, 65)
_WORKSHEET = 0
_VERSION_8 = 0x0600


def marks_of(file: str, data: bytes) -> dict[str, Marks]:
    """The marks of every sheet by name; none of a book older than Excel 97, or of one that is damaged.

    Raises PlanUnreadable for a book with a password, and for a cell beyond the caps.
    """
    held = Container(data)
    book = held.stream("Workbook") or held.stream("Book")
    formats, shown, sheets = dict(BUILT_IN), [], {}
    fonts: list[tuple[bool, int]] = []
    struck: list[bool] = []
    faint: list[bool] = []
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
            gone, colour = fonts[font] if font < len(fonts) else (False, _BLACK[0])
            struck.append(gone)
            faint.append(_alike(colour, body))
        elif kind == _FONT and len(body) > 5:
            fonts.append((bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK), struct.unpack_from("<H", body, 4)[0]))
        elif kind == _SHEET and len(body) > 8 and body[5] == _WORKSHEET:
            sheets[_text(body[6:], wide=False)] = struct.unpack_from("<I", body)[0]
    for name, start in sheets.items():
        _within_caps(file, name, book, start, version)
    if version != _VERSION_8:
        return {}
    marks = [(mark := mark_of(formats.get(number, "")))._replace(struck=gone, unseen=mark.unseen or unread)
             for number, gone, unread in zip(shown, struck, faint, strict=True)]
    return {name: _sheet(file, name, book, start, marks) for name, start in sheets.items()}


def _alike(letters: int, style: bytes) -> bool:
    """Whether letters of a colour, by its number in the palette, cannot be read on the ground of a cell style."""
    if len(style) < 20:
        return False
    pattern = struct.unpack_from("<I", style, 14)[0] >> 26
    ground = struct.unpack_from("<H", style, 18)[0] & 0x7F if pattern == 1 else _WHITE[0]
    return pattern in (0, 1) and any(letters in same and ground in same for same in (_BLACK, _WHITE, (letters,)))


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


def _sheet(file: str, name: str, book: bytes, start: int, marks: list[Mark]) -> Marks:
    cells: dict[tuple[int, int], Mark] = {}
    rows = columns = 0
    gone: set[int] = set()
    narrow: set[int] = set()
    for kind, body in _records(book, start):
        if kind == _ROW and len(body) >= 16 and body[12] & 0x20:
            gone.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLUMNS and len(body) >= 10 and body[8] & 1:
            narrow.update(range(struct.unpack_from("<H", body)[0], min(struct.unpack_from("<H", body, 2)[0], 255) + 1))
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
        elif kind in (_NUMBER, _RK, _MANY, _FORMULA):
            for offset, style in enumerate(styles):
                mark = marks[style] if style < len(marks) else Mark()
                if mark.tells:
                    cells[row, column + offset] = mark
    if not gone and not narrow:
        return Marks(cells)
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen
    return Marks(cells, unseen=Unseen(frozenset(gone), frozenset(narrow)))


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
