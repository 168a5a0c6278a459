"""Writes a document of the corpus as a workbook with openpyxl: tables anywhere, formats, formulas, merges."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils.cell import coordinate_from_string, get_column_letter

from build_spec.corpus.markup import Part, merges

_SHEET = re.compile(r"(\S+)(?: at ([A-Z]+\d+))?( hidden)?")
_FORMATTED = re.compile(r"(.+?)\{(.+)\}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def write(path: Path, parts: list[Part]) -> Path:
    """Write the parts; a paragraph fills one cell, a table begins in the next row, "." leaves a row free."""
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2012, 5, 31)
    book.remove(book.active)
    if parts[0].kind != "sheet":
        parts = [Part("sheet", "Sheet1"), *parts]
    row = column = 1
    for part in parts:
        if part.kind == "sheet":
            found = _SHEET.fullmatch(part.text)
            sheet = book.create_sheet(found[1])
            sheet.sheet_state = "hidden" if found[3] else "visible"
            letters, row = coordinate_from_string(found[2] or "A1")
            column = _index(letters)
        elif part.kind == "table":
            for top, left, bottom, right in merges(part.rows):
                sheet.merge_cells(start_row=row + top, start_column=column + left, end_row=row + bottom,
                                  end_column=column + right)
            for texts in part.rows:
                for offset, text in enumerate(texts):
                    if text not in ("<", "^", ""):
                        _set(sheet[f"{get_column_letter(column + offset)}{row}"], text)
                row += 1
        else:
            if part.text:
                sheet.cell(row, column).value = part.text
            row += 1
    book.active = next(i for i, each in enumerate(book.worksheets) if each.sheet_state == "visible")
    book.save(path)
    return path


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _set(cell, text: str) -> None:
    """A number is a number, '17 is the text 17, 0.31{0%} shows 31%, =B2+B3 is a formula."""
    found = _FORMATTED.fullmatch(text)
    if found is not None:
        text, cell.number_format = found[1], found[2]
    if text.startswith("'"):
        cell.value, cell.number_format = text[1:], "@"
    elif _NUMBER.fullmatch(text):
        cell.value = float(text) if "." in text else int(text)
    else:
        cell.value = text.replace("\\n", "\n")
