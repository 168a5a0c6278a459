"""What a fast workbook reader leaves out of an xlsx: percent formats, shown decimals, formulas never computed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.limits import MAX_COLUMNS, MAX_ROWS

_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
             39: "#,##0.00", 40: "#,##0.00"}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?,]*[0?](?:\.([0?]+))?")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@frozen
class Mark:
    """How one cell is shown: `decimals` is None for the general format."""

    percent: bool = False
    decimals: int | None = None
    formula: bool = False


@dataclass(frozen=True)
class Marks:
    """The marked cells of a sheet by (row, column) from 0."""

    cells: dict[tuple[int, int], Mark] = field(default_factory=dict)


def marks_of(file: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every sheet by name. Raises PlanUnreadable for XML with entities or a cell beyond the caps."""
    names = archive.namelist()
    formats = _formats(file, archive.read("xl/styles.xml")) if "xl/styles.xml" in names else []
    found = {}
    for sheet, path in _sheets(file, archive).items():
        if path in names:
            found[sheet] = _sheet_marks(file, sheet, archive.read(path), formats)
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
        _parse(file, archive.read("xl/_rels/workbook.xml.rels"), relation)
    _parse(file, archive.read("xl/workbook.xml"), sheet)
    return sheets


def _formats(file: str, styles: bytes) -> list[Mark]:
    """One mark a cell style, in the order of cellXfs."""
    own: dict[int, str] = {}
    marks: list[Mark] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            own[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            id = int(attributes.get("numFmtId", 0))
            marks.append(_mark(own.get(id, _BUILT_IN.get(id, ""))))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    _parse(file, styles, start, end)
    return marks


def _mark(code: str) -> Mark:
    first = _QUOTED.sub("", code.split(";")[0])
    digits = _DIGITS.search(first)
    if digits is None or re.search(r"[ymdhs]", first, re.IGNORECASE):
        return Mark()
    return Mark("%" in first, len(digits[1] or ""))


def _sheet_marks(file: str, sheet: str, xml: bytes, formats: list[Mark]) -> Marks:
    cells: dict[tuple[int, int], Mark] = {}
    at: tuple[int, int] | None = None
    style = 0
    formula = value = inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal at, style, formula, value, inside
        if tag == "c":
            at, style, formula, value = _position(attributes.get("r", "")), int(attributes.get("s", 0)), False, False
            if at is not None and (at[0] >= MAX_ROWS or at[1] >= MAX_COLUMNS):
                code = "too-many-rows" if at[0] >= MAX_ROWS else "too-many-columns"
                cap = MAX_ROWS if at[0] >= MAX_ROWS else MAX_COLUMNS
                raise PlanUnreadable(message(code, file=file, sheet=sheet, cap=cap))
        elif tag == "f":
            formula = True
        inside = tag in ("v", "t")

    def said(text: str) -> None:
        nonlocal value
        value = value or (inside and bool(text.strip()))

    def end(tag: str) -> None:
        nonlocal inside
        inside = False
        if tag == "c" and at is not None:
            shown = formats[style] if style < len(formats) else Mark()
            if formula and not value:
                cells[at] = Mark(formula=True)
            elif shown.percent or shown.decimals is not None:
                cells[at] = shown

    _parse(file, xml, start, end, said)
    return Marks(cells)


def _position(name: str) -> tuple[int, int] | None:
    found = _CELL.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _parse(file: str, xml: bytes, start: Callable[[str, dict[str, str]], None],
           end: Callable[[str], None] | None = None, said: Callable[[str], None] | None = None) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise PlanUnreadable(message("xml-entities", file=file))

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.split(":")[-1], attributes)
    if end is not None:
        parser.EndElementHandler = lambda tag: end(tag.split(":")[-1])
    if said is not None:
        parser.CharacterDataHandler = said
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise PlanUnreadable(message("workbook-damaged", file=file, reason=str(error))) from None
