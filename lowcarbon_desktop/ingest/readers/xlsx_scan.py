"""The careful look at the XML of a sheet, cell by cell, where the quick one in xlsx_marks does not do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark, Marks, column_number, hold

_TAG = rb"<(?:\w+:)?"
_CELLS = re.compile(_TAG + rb"(?:row\b([^>]*)>|c((?:\s[^>]*?)?)(?:/>|>(.*?)</(?:\w+:)?c\s*>))", re.DOTALL)
_NAME = re.compile(rb"\sr\s*=\s*[\"']([^\"']*)")
_STYLE = re.compile(rb"\ss\s*=\s*[\"'](\d{1,7})[\"']")
_FORMULA = re.compile(_TAG + rb"f(?:\s[^>]*)?(?:/>|>([^<]*))")
_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_ERROR_TEXT = re.compile(_TAG + rb"v[^>]*>\s*(#[^<\s]{1,20})")
_VALUE = re.compile(_TAG + rb"[vt](?:\s[^>]*)?>\s*[^<\s]")
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)


def scan(file: str, sheet: str, xml: bytes, shown: Mapping[bytes, Mark]) -> Marks:
    """The marks of a sheet written in whatever way; `shown` are the styles that show a number in some format.

    By pattern, since a parser takes ten times as long, and the fast reader parses the same part anyway.
    Raises PlanUnreadable for entities, a name that names no cell, and a cell beyond the caps.
    """
    if b"<!" in xml:
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
            raise PlanUnreadable(message("xml-entities", file=file))
        xml = _HIDDEN.sub(b"", xml)
    cells: dict[tuple[int, int], Mark] = {}
    formulas: dict[tuple[int, int], str] = {}
    rows = columns = column = 0
    row = -1
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
            hold(file, sheet, rows, columns)
        formula = _FORMULA.search(inner) if inner and b"<f" in inner else None
        if formula is not None and not _VALUE.search(inner):
            cells[row, column] = Mark(formula=True)
        elif inner and b"e" in of_cell and _ERROR.search(of_cell) and (failed := _ERROR_TEXT.search(inner)):
            cells[row, column] = Mark(error=failed[1].decode("latin-1"))
        else:
            if style is not None and style[1] in shown:
                cells[row, column] = shown[style[1]]
            if formula is not None:
                formulas[row, column] = (formula[1] or b"").decode("utf-8", "replace")
        column += 1
    return Marks(cells, formulas=formulas)


def _position(file: str, name: bytes) -> tuple[int, int]:
    digits = name.lstrip(_LETTERS)
    if not digits.isdigit() or len(digits) > 7 or digits.startswith(b"0") or not 0 < len(name) - len(digits) < 4:
        raise PlanUnreadable(message("workbook-damaged", file=file, reason=name[:20].decode("latin-1")))
    return int(digits) - 1, column_number(name[:-len(digits)])
