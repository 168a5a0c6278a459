"""One sweep over the XML of a sheet, which finds the cells that a fast workbook reader does not tell the looks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.plan.where import cell_position

if TYPE_CHECKING:  # read only where a sheet hides something, since each start counts
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen

_SHORT = 1 << 22
_LETTERS, _DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"0123456789"
_MORE = rb'<c(?! r="[A-Z][1-9][0-9]{0,3}"[\s/>])'
"""A cell that is not written as usual, or lies where the caps must be looked at: beyond column Z or row 9999."""
_CELLS = rb'<c(?: r="([A-Z]{1,3}[1-9][0-9]{0,6})"[\s/>])?'
"""Every cell with its name; what is not written as usual comes as a cell without one."""
_ODD = ((b":", b":c"), (b":", b":f"), (b"!", b"<!"), (b"f", b"<f"), (b"#", b'"e"'), (b"'", b"'e'"))
"""What only the careful look understands, formulas and errors too, each after the rarest sign in it or in what it holds
(#DIV/0!), which is found in a tenth of the time."""
_ELSEWHERE = rb"<(?:[cf][\s/>]|!|\w+:[cf])"
_COLOURED = rb"<(?:\w+:)?c(?:\s[^<>]*)?(?:/>|>\s*</(?:\w+:)?c>)"
_SHOWN = rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^>]*?\ss\s*=\s*["\'](%s)["\']'
_HIDES = rb'\s(?:hidden\s*=\s*["\'](?:1|true)|(?:ht|width)\s*=\s*["\'][.0])'  # not the right="0.7" of every margin


class Mark(NamedTuple):
    """How a cell is shown: `decimals` is None for the general format, `error` why a formula has no value (#DIV/0!).

    `before` and `behind` are words that the format prints with the number; `unseen` marks one in white, tiny or without
    any sign of its number, `struck` one that is struck out; `year` a day of which only the year is shown.
    """

    percent: bool = False
    decimals: int | None = None
    formula: bool = False
    error: str = ""
    before: str = ""
    behind: str = ""
    unseen: bool = False
    struck: bool = False
    year: bool = False

    @property
    def tells(self) -> bool:
        """Whether it changes how a cell is read."""
        return self != Mark()


@frozen()
class Marks:
    """The marked cells of a sheet by (row, column) from 0, and its merged cells where the fast reader has none.

    `formulas` are those with a kept value, which `pending` says is to be computed anew; `raised` are the texts in which
    digits are raised.
    """

    cells: dict[tuple[int, int], Mark] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    unseen: Unseen | None = None
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    pending: bool = False
    raised: Mapping[tuple[int, int], str] = field(default_factory=dict)


def swept(file: str, sheet: str, xml: bytes, shown: Mapping[bytes, Mark], hiding: Sequence[bool] = ()) -> Marks:
    """What the sheet marks. A cell beyond the caps that is empty was only coloured, and does not count."""
    try:
        return _swept(file, sheet, xml, shown, hiding)
    except PlanUnreadable:
        filled = re.sub(_COLOURED, b"", xml)
        if len(filled) == len(xml):
            raise
        return _swept(file, sheet, filled, shown, hiding)


def _swept(file: str, sheet: str, xml: bytes, shown: Mapping[bytes, Mark], hiding: Sequence[bool]) -> Marks:
    """What the sheet marks; `shown` are the styles that change how a cell is read, `hiding` the looks of conditions.

    In one sweep where the sheet is written as usual and holds no formula and no error, else cell by cell. Raises
    PlanUnreadable for XML with entities and for a cell beyond the caps.
    """
    head, _, rest = xml.partition(b"<sheetData>")
    cells, _, tail = rest.rpartition(b"</sheetData>") if len(xml) < _SHORT else (b"", b"", b"")
    around = (head, tail)
    if not _as_usual(file, sheet, cells) or any(re.search(_ELSEWHERE, part) for part in around):
        from lowcarbon_desktop.ingest.readers.xlsx_scan import scan
        return _with_unseen(scan(file, sheet, xml, shown), xml, (xml,), hiding)
    marks = Marks({(int(row) - 1, column_number(column)): shown[style] for column, row, style
                   in re.findall(_SHOWN % b"|".join(shown), cells)} if shown else {})
    return _with_unseen(marks, xml, (*around, cells) if b"h" in cells else around, hiding)


def _as_usual(file: str, sheet: str, cells: bytes) -> bool:
    """Whether each cell has its name, and none a formula or an error. Raises PlanUnreadable for one beyond the caps."""
    if not cells or any(rare in cells and sign in cells for rare, sign in _ODD):
        return False
    if re.search(_MORE, cells) is None:
        return b"<c" in cells
    names = re.findall(_CELLS, cells)
    if b"" in names:
        return False
    joined = b" ".join(names)
    rows, columns = (set(joined.translate(None, signs).split()) for signs in (_LETTERS, _DIGITS))
    hold(file, sheet, max(map(int, rows)), 1 + max(map(column_number, columns)))
    return True


def _with_unseen(marks: Marks, xml: bytes, parts: Sequence[bytes], hiding: Sequence[bool]) -> Marks:
    """The marks with the rows and columns that the sheet hides and what a condition does, if one of the parts says so.
    """
    conditions = any(b"conditionalFormatting" in part for part in parts) and (any(hiding) or any(
        b"showValue" in part for part in parts))
    if not conditions and not any(re.search(_HIDES, part) for part in parts):
        return marks
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import unseen
    held = unseen(xml)
    if conditions:
        from lowcarbon_desktop.ingest.readers.xlsx_conditions import veils
        held = held._replace(veils=veils(xml, hiding))
    return replace(marks, unseen=held) if held.rows or held.columns or held.veils else marks


def hold(file: str, sheet: str, rows: int, columns: int) -> None:
    """Raise PlanUnreadable for a sheet beyond the caps, before the fast reader makes room for all of its cells."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        code, cap = ("too-many-rows", MAX_ROWS) if rows > MAX_ROWS else ("too-many-columns", MAX_COLUMNS)
        raise PlanUnreadable(message(code, file=file, sheet=sheet, cap=cap))


@cache
def column_number(letters: bytes) -> int:
    """The column of these letters, counted from 0. Raises ValueError where they are none."""
    return cell_position(letters.decode().upper() + "1")[1]
