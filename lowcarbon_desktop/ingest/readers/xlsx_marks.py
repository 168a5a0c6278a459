"""What a fast workbook reader leaves out of an xlsx: percent formats, shown decimals, formulas never computed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from functools import cache

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.ingest.readers.package import parse
from lowcarbon_desktop.plan.where import cell_position

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
             39: "#,##0.00", 40: "#,##0.00"}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?,]*[0?](?:\.([0?]+))?")


_TAG = rb"<(?:\w+:)?"
_CELLS = re.compile(_TAG + rb"(?:row\b([^>]*)>|c((?:\s[^>]*?)?)(?:/>|>(.*?)</(?:\w+:)?c\s*>))", re.DOTALL)
_NAME = re.compile(rb"\sr\s*=\s*[\"']([^\"']*)")
_STYLE = re.compile(rb"\ss\s*=\s*[\"'](\d{1,7})[\"']")
_FORMULA = re.compile(_TAG + rb"f[\s/>]")
_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_ERROR_TEXT = re.compile(_TAG + rb"v[^>]*>\s*(#[^<\s]{1,20})")
_VALUE = re.compile(_TAG + rb"[vt](?:\s[^>]*)?>\s*[^<\s]")
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a cell is shown: `decimals` is None for the general format, `error` why a formula has no value (#DIV/0!)."""

    percent: bool = False
    decimals: int | None = None
    formula: bool = False
    error: str = ""


_PLAIN = Mark()


@dataclass(frozen=True)
class Marks:
    """The marked cells of a sheet by (row, column) from 0, and its merged cells where the fast reader has none."""

    cells: dict[tuple[int, int], Mark] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def marks_of(file: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every sheet by name. Raises PlanUnreadable for XML with entities or a cell beyond the caps."""
    names = archive.namelist()
    formats = _formats(file, archive) if "xl/styles.xml" in names else []
    found = {}
    for sheet, path in _sheets(file, archive).items():
        if path in names:
            found[sheet] = _sheet_marks(file, sheet, archive, path, formats)
    return found


def _sheets(file: str, archive: zipfile.ZipFile) -> dict[str, str]:
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            relation_id = next((value for key, value in attributes.items() if key.split(":")[-1] == "id"), "")
            sheets[attributes.get("name", "")] = targets.get(relation_id, "")

    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        parse(file, "workbook", archive, "xl/_rels/workbook.xml.rels", start=relation)
    parse(file, "workbook", archive, "xl/workbook.xml", start=sheet)
    return sheets


def _formats(file: str, archive: zipfile.ZipFile) -> list[Mark]:
    """One mark a cell style, in the order of cellXfs."""
    own: dict[int, str] = {}
    marks: list[Mark] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            own[_whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            id = _whole(attributes.get("numFmtId", ""))
            marks.append(mark_of(own.get(id, BUILT_IN.get(id, ""))))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    parse(file, "workbook", archive, "xl/styles.xml", start=start, end=end)
    return marks


def mark_of(code: str) -> Mark:
    """What a number format means for how a number is shown."""
    first = _QUOTED.sub("", code.split(";")[0])
    digits = _DIGITS.search(first)
    if digits is None or re.search(r"[ymdhs]", first, re.IGNORECASE):
        return Mark()
    return Mark("%" in first, len(digits[1] or ""))


def _sheet_marks(file: str, sheet: str, archive: zipfile.ZipFile, path: str, formats: list[Mark]) -> Marks:
    """By pattern, since a parser takes ten times as long, and the fast reader parses the same part anyway."""
    xml = archive.read(path)
    if b"<!" in xml:
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
            raise PlanUnreadable(message("xml-entities", file=file))
        xml = _HIDDEN.sub(b"", xml)
    cells: dict[tuple[int, int], Mark] = {}
    rows = columns = column = 0
    row = -1
    known = {str(number).encode(): mark for number, mark in enumerate(formats)}
    for found in _CELLS.finditer(xml):
        of_row, of_cell, inner = found.groups()
        if of_row is not None:
            named = _NAME.search(of_row)
            row, column = int(named[1]) - 1 if named is not None and named[1].isdigit() else row + 1, 0
            continue
        named, style = _NAME.search(of_cell), _STYLE.search(of_cell)
        if named is not None:
            row, column = _position(file, named[1])
        if row >= rows or column >= columns:
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
                raise _beyond(file, sheet, rows > MAX_ROWS)
        shown = known.get(style[1], _PLAIN) if style is not None else _PLAIN
        if inner and b"<f" in inner and _FORMULA.search(inner) and not _VALUE.search(inner):
            cells[row, column] = Mark(formula=True)
        elif inner and b'e' in of_cell and _ERROR.search(of_cell) and (failed := _ERROR_TEXT.search(inner)):
            cells[row, column] = Mark(error=failed[1].decode("latin-1"))
        elif shown.percent or shown.decimals is not None:
            cells[row, column] = shown
        column += 1
    return Marks(cells)


def _beyond(file: str, sheet: str, rows: bool) -> PlanUnreadable:
    code, cap = ("too-many-rows", MAX_ROWS) if rows else ("too-many-columns", MAX_COLUMNS)
    return PlanUnreadable(message(code, file=file, sheet=sheet, cap=cap))


def _position(file: str, name: bytes) -> tuple[int, int]:
    digits = name.lstrip(_LETTERS)
    if not digits.isdigit() or len(digits) > 7 or digits.startswith(b"0") or not 0 < len(name) - len(digits) < 4:
        raise PlanUnreadable(message("workbook-damaged", file=file, reason=name[:20].decode("latin-1")))
    return int(digits) - 1, _column(name[:-len(digits)])


@cache
def _column(letters: bytes) -> int:
    return cell_position(letters.decode().upper() + "1")[1]


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
