"""What a fast workbook reader leaves out of an xlsx: percent formats, shown decimals, formulas never computed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.ingest.readers.package import parse
from lowcarbon_desktop.plan.where import cell_position

if TYPE_CHECKING:  # read only where a sheet hides something, since each start counts
    from lowcarbon_desktop.ingest.readers.xlsx_looks import Looks
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
             39: "#,##0.00", 40: "#,##0.00"}
_SHORT = 1 << 22
_CELLS = rb'<(?:c(?: r="([A-Z]{1,3})([1-9][0-9]{0,6})")?[\s/>]|f[\s/>]|!|\w+:[cf])'
"""Every cell with its place; a formula, and what is not written as usual, comes as a cell without one."""
_SHOWN = rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^>]*?\ss\s*=\s*["\'](%s)["\']'
_STYLED = (b"formatCode", b"<!", b"\0", b"strike", b"FFFFFF", b'theme="0"', b'indexed="1"', b'indexed="9"',
           b'sz val="1"', b'sz val="2"')
_GROUND = rb'<fgColor\s+(\w+="[^"]*")'
_BLACKS = (b'rgb="FF000000"', b'rgb="00000000"', b'theme="1"', b'indexed="8"', b'indexed="0"', b'indexed="64"')
_PALETTE = (b"<indexedColors>", b"</indexedColors>")
_HIDES = rb'\s(?:hidden\s*=\s*["\'](?:1|true)|(?:ht|width)\s*=\s*["\'][.0])'  # not the right="0.7" of every margin
_FORMAT = rb'numFmtId\s*=\s*["\'](?!0["\'])'


class Mark(NamedTuple):
    """How a cell is shown: `decimals` is None for the general format, `error` why a formula has no value (#DIV/0!).

    `before` and `behind` are words that the format prints with the number; `unseen` marks one in white, tiny or without
    any sign of its number, `struck` one that is struck out.
    """

    percent: bool = False
    decimals: int | None = None
    formula: bool = False
    error: str = ""
    before: str = ""
    behind: str = ""
    unseen: bool = False
    struck: bool = False

    @property
    def tells(self) -> bool:
        """Whether it changes how a cell is read."""
        return self != Mark()


@dataclass(frozen=True)
class Marks:
    """The marked cells of a sheet by (row, column) from 0, and its merged cells where the fast reader has none.

    `formulas` are those with a kept value, which `pending` says is to be computed anew.
    """

    cells: dict[tuple[int, int], Mark] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    unseen: Unseen | None = None
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    pending: bool = False


def marks_of(file: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every sheet by name. Raises PlanUnreadable for XML with entities or a cell beyond the caps."""
    names = archive.namelist()
    formats, hiding = _formats(file, archive) if "xl/styles.xml" in names else ([], [])
    found = {}
    paths, pending = _sheets(file, archive)
    for sheet, path in paths.items():
        if path in names:
            found[sheet] = _sheet_marks(file, sheet, archive, path, formats, hiding)
            if pending and found[sheet].formulas:
                found[sheet] = replace(found[sheet], pending=True)
            if comments := _comments(file, archive, path) if any("omments" in name for name in names) else ():
                held = found[sheet].unseen
                found[sheet] = replace(found[sheet], unseen=(held or _nothing_unseen())._replace(comments=comments))
    return found


def _sheets(file: str, archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """The part of each sheet, and whether the book wants its formulas computed when it is opened."""
    pending = False
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        nonlocal pending
        pending = pending or (tag == "calcPr" and attributes.get("fullCalcOnLoad") in ("1", "true"))
        if tag == "sheet":
            relation_id = next((value for key, value in attributes.items() if key.split(":")[-1] == "id"), "")
            sheets[attributes.get("name", "")] = targets.get(relation_id, "")

    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        parse(file, "workbook", archive, "xl/_rels/workbook.xml.rels", start=relation)
    parse(file, "workbook", archive, "xl/workbook.xml", start=sheet)
    return sheets, pending


def _formats(file: str, archive: zipfile.ZipFile) -> tuple[list[Mark], list[bool]]:
    """One mark a cell style, in the order of cellXfs; none at all where all are of the general format.

    And of each look that a condition can give, whether it hides what it is given to.
    """
    xml = archive.read("xl/styles.xml")
    first, last = (xml.find(each) for each in _PALETTE)
    if 0 <= first < last:
        xml = xml[:first] + xml[last:]  # white is in every palette, which says of no cell that it is
    veiled = any(sign in xml for sign in _STYLED[3:]) or b"<dxf>" in xml or _same_colours(xml)
    if not veiled and not any(sign in xml for sign in _STYLED) and not re.search(
            _FORMAT, xml[xml.find(b"cellXfs"):xml.rfind(b"cellXfs")]):
        return [], []
    own: dict[int, str] = {}
    marks: list[Mark] = []
    inside = False
    looks = _looks() if veiled else None

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if looks is not None:
            looks.start(tag, attributes)
        if tag == "numFmt":
            own[_whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            id = _whole(attributes.get("numFmtId", ""))
            mark = mark_of(own.get(id, BUILT_IN.get(id, "")))
            gone, struck = looks.of(attributes) if looks is not None else (False, False)
            marks.append(mark._replace(unseen=mark.unseen or gone, struck=struck) if gone or struck else mark)

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    parse(file, "workbook", archive, "xl/styles.xml", start=start, end=end)
    return marks, looks.hiding if looks is not None else []


def _same_colours(xml: bytes) -> bool:
    """Whether some letters have the colour of some ground; those of no colour of their own are black."""
    grounds = set(re.findall(_GROUND, xml)) if b'"solid"' in xml else set()
    return any(ground in _BLACKS or ground in xml[:xml.find(b"<fills")] for ground in grounds)


def _looks() -> Looks:
    from lowcarbon_desktop.ingest.readers.xlsx_looks import Looks
    return Looks()


def mark_of(code: str) -> Mark:
    """What a number format means for how a number is shown."""
    if '"' in code or ";;" in code or "[>" in code or "[<" in code or "[=" in code:
        from lowcarbon_desktop.ingest.readers.xlsx_looks import worded
        return worded(code)
    first = re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", code.split(";")[0])
    digits = re.search(r"[#0?,]*[0?](?:\.([0?]+))?", first)
    if digits is None or re.search(r"[ymdhs]", first, re.IGNORECASE):
        return Mark()
    return Mark("%" in first, len(digits[1] or ""))


def _sheet_marks(file: str, sheet: str, archive: zipfile.ZipFile, path: str, formats: list[Mark],
                 hiding: Sequence[bool] = ()) -> Marks:
    """What the sheet marks: in one sweep where it is written as usual and holds no formula and no error."""
    xml = archive.read(path)
    shown = {str(number).encode(): mark for number, mark in enumerate(formats)
             if mark.tells}
    cells = re.findall(_CELLS, xml) if len(xml) < _SHORT else []
    letters, numbers = map(set, zip(*cells, strict=True)) if cells else ({b""}, ())
    if b"" in letters or b'"e"' in xml or b"'e'" in xml:
        from lowcarbon_desktop.ingest.readers.xlsx_scan import scan
        return _with_unseen(scan(file, sheet, xml, shown), xml, hiding)
    hold(file, sheet, max(map(int, numbers)), 1 + max(map(column_number, letters)))
    return _with_unseen(Marks({(int(row) - 1, column_number(column)): shown[style] for column, row, style
                               in re.findall(_SHOWN % b"|".join(shown), xml)} if shown else {}), xml, hiding)


def _with_unseen(marks: Marks, xml: bytes, hiding: Sequence[bool]) -> Marks:
    """The marks with the rows and columns that the sheet hides, and what a condition does."""
    conditions = b"conditionalFormatting" in xml and (any(hiding) or b"showValue" in xml)
    if not conditions and not re.search(_HIDES, xml):
        return marks
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import unseen
    held = unseen(xml)
    if conditions:
        from lowcarbon_desktop.ingest.readers.xlsx_conditions import veils
        held = held._replace(veils=veils(xml, hiding))
    return replace(marks, unseen=held) if held.rows or held.columns or held.veils else marks


def _comments(file: str, archive: zipfile.ZipFile, path: str) -> tuple[tuple[tuple[int, int], str], ...]:
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import comments_of
    return comments_of(file, archive, path)


def _nothing_unseen() -> Unseen:
    from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen
    return Unseen()


def hold(file: str, sheet: str, rows: int, columns: int) -> None:
    """Raise PlanUnreadable for a sheet beyond the caps, before the fast reader makes room for all of its cells."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        code, cap = ("too-many-rows", MAX_ROWS) if rows > MAX_ROWS else ("too-many-columns", MAX_COLUMNS)
        raise PlanUnreadable(message(code, file=file, sheet=sheet, cap=cap))


@cache
def column_number(letters: bytes) -> int:
    """The column of these letters, counted from 0. Raises ValueError where they are none."""
    return cell_position(letters.decode().upper() + "1")[1]


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
