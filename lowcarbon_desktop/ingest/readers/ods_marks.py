"""What a fast workbook reader leaves out of an ods: percentages as they are shown, merged cells, rows without end."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from lowcarbon_desktop.ingest.readers.number_format import HEDGED, IN_UNITS
from lowcarbon_desktop.ingest.readers.ods_styles import Styles
from lowcarbon_desktop.ingest.readers.package import parse, plain
from lowcarbon_desktop.ingest.readers.xlsx_conditions import Veil, within_cap
from lowcarbon_desktop.ingest.readers.xlsx_sweep import Mark, Marks
from lowcarbon_desktop.ingest.readers.xlsx_unseen import Unseen

_SHOWN = re.compile(r"-?[\d,，]*\d(?:\.(\d+))?(\s*%)?")
_FAILED = re.compile(r"#[A-Z/0]{2,7}[!?]?|Err:\d{3}")
_HIDDEN = ("collapse", "filter")
_OWN_CELLS = re.compile(r"\[\.(\$?[A-Z]+\$?\d+)(?::\.(\$?[A-Z]+\$?\d+))?\]")
_GONE = {"annotation", "tracked-changes"}


def marks_of(file: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every sheet by name. Raises PlanUnreadable for XML with entities or a cell beyond the caps."""
    sheets = _Sheets(file)
    if "styles.xml" in archive.namelist():
        parse(file, "workbook", archive, "styles.xml", start=sheets.styles.start)
    parse(file, "workbook", archive, "content.xml", start=sheets.start, end=sheets.end, said=sheets.said)
    return sheets.found


class _Sheets:
    """Follows rows and columns, which may be repeated a million times without anything in them."""

    def __init__(self, file: str) -> None:
        self.found: dict[str, Marks] = {}
        self._file = file
        self._name = ""
        self._row = self._column = self._repeated = self._rows = self._gone = self._filled = 0
        self._texts: list[str] | None = None
        self._held: dict[str, str] = {}
        self.styles = Styles()
        self._columns, self._usual = 0, ""
        self._by_column: list[tuple[int, str]] = []
        self._said = False
        self._ranges = ""
        self._unseen: tuple[set[int], set[int]] = (set(), set())
        self._notes: dict[tuple[int, int], str] = {}
        self._veils: list[Veil] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a sheet, a row or a cell."""
        self._gone += tag in _GONE
        if tag == "table":
            self._name, self._row = plain(attributes).get("name", ""), 0
            self.found[self._name] = Marks({}, [])
            self._columns, self._unseen, self._notes = 0, (set(), set()), {}
            self._by_column, self._veils = [], []
        elif tag in ("style", "text-properties", "table-cell-properties", "map"):
            self.styles.start(tag, attributes)
        elif tag == "conditional-format":
            self._ranges = plain(attributes).get("target-range-address", "")
        elif tag == "condition":
            held = plain(attributes)
            self._veils += self.styles.veils(self._ranges, held.get("value", ""), held.get("apply-style-name", ""))
        elif tag == "table-column":
            self._column_of(plain(attributes))
        elif tag == "table-row":
            self._column, self._rows = 0, _count(plain(attributes), "number-rows-repeated")
            self._usual = plain(attributes).get("default-cell-style-name", "")
            if plain(attributes).get("visibility") in _HIDDEN:
                self._unseen[0].update(range(self._row, min(self._row + self._rows, MAX_ROWS)))
        elif tag in ("table-cell", "covered-table-cell"):
            self._held, self._texts, self._said = plain(attributes), [], False
            self._repeated = _count(self._held, "number-columns-repeated")
        elif tag == "p":
            self._said = True

    def said(self, text: str) -> None:
        """Take up what a cell shows."""
        if self._texts is not None and not self._gone:
            self._texts.append(text)
        elif self._texts is not None:
            place = (self._row, self._column)
            self._notes[place] = self._notes.get(place, "") + text

    def end(self, tag: str) -> None:
        """Close it again, and mark the cell."""
        self._gone -= tag in _GONE
        if tag == "table-row":
            self._row += self._rows
        elif tag == "table" and (any(self._unseen) or self._notes or self._veils):
            held = Unseen(frozenset(self._unseen[0]), frozenset(self._unseen[1]), tuple(self._notes.items()),
                          within_cap(self._veils))
            self.found[self._name] = replace(self.found[self._name], unseen=held)
        elif tag in ("table-cell", "covered-table-cell") and self._texts is not None:
            shown = "".join(self._texts).strip()
            if shown or "value-type" in self._held:
                self._within_caps()
                self._mark(shown)
            self._merge()
            self._column += self._repeated
            self._texts = None

    def _column_of(self, held: dict[str, str]) -> None:
        count = min(_count(held, "number-columns-repeated"), MAX_COLUMNS)
        if held.get("visibility") in _HIDDEN:
            self._unseen[1].update(range(self._columns, self._columns + count))
        self._columns += count
        self._by_column.append((self._columns, held.get("default-cell-style-name", "")))

    def _style(self) -> str:
        """The style of a cell: its own, or else its row's or its column's."""
        by_column = next((style for end, style in self._by_column if self._column < end), "")
        return self._held.get("style-name") or self._usual or by_column

    def _mark(self, shown: str) -> None:
        found = _SHOWN.fullmatch(shown)
        numeric = self._held.get("value-type") in ("percentage", "float", "currency")
        if numeric and shown and self._held.get("formula"):
            said = self._held["formula"].partition("=")[2].replace(";", ",")
            self.found[self._name].formulas[self._row, self._column] = _OWN_CELLS.sub(_in_letters, said)
        style = self._style()
        veiled = any(veil.hides(self._row, self._column, shown)
                     for veil in self.styles.of_cell(style, self._row, self._column))
        if shown and style in self.styles.struck:
            mark = Mark(struck=True)
        elif (shown and (veiled or style in self.styles.faint)) or (numeric and self._said and not shown):
            mark = Mark(unseen=True)
        elif self._held.get("formula") and not shown and "value" not in self._held:
            mark = Mark(formula=True)
        elif self._held.get("formula") and _FAILED.fullmatch(shown):
            mark = Mark(error=shown)
        elif numeric and shown and (
                self._differs(found) if found is not None else HEDGED.search(shown)):
            mark = Mark(unseen=True)
        elif self._held.get("value-type") == "date" and re.fullmatch(r"(?:19|20)\d\d年?度?", shown):
            mark = Mark(year=True)
        elif numeric and found is not None:
            share = self._held["value-type"] == "percentage" or (bool(found[2]) and not self._as_held(found))
            mark = Mark(share, len(found[1] or ""), behind="%" if found[2] and not share else "")
        elif numeric and (worded := IN_UNITS.fullmatch(shown)) is not None:
            mark = Mark(False, len(worded[1] or ""), behind=worded[2])
        else:
            return
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._repeated):
                self.found[self._name].cells[row, column] = mark

    def _differs(self, found: re.Match[str]) -> bool:
        """Whether a cell shows another number than it holds: a format that prints 16 for 18."""
        held = self._held.get("value", "")
        if re.fullmatch(r"-?\d+(?:\.\d+)?", held) is None:
            return False
        seen = float(re.sub(r"[,，%\s]", "", found[0]))
        return abs(abs(seen) - abs(float(held)) * (100 if found[2] else 1)) > 0.51 and not self._as_held(found)

    def _as_held(self, found: re.Match[str]) -> bool:
        """Whether a number is held as it is shown before a sign %, which then is a word of its format: 0.0"%"."""
        held = self._held.get("value", "")
        if not found[2] or self._held["value-type"] == "percentage" or re.fullmatch(r"-?\d+(?:\.\d+)?", held) is None:
            return False
        return abs(abs(float(re.sub(r"[,，%\s]", "", found[0]))) - abs(float(held))) <= 0.51

    def _merge(self) -> None:
        down, across = _count(self._held, "number-rows-spanned"), _count(self._held, "number-columns-spanned")
        if down > 1 or across > 1:
            self.found[self._name].merges.append(
                (self._row, self._column, self._row + min(down, MAX_ROWS) - 1,
                 self._column + min(across, MAX_COLUMNS) - 1))

    def _within_caps(self) -> None:
        self._filled += self._rows * self._repeated
        if self._row + self._rows > MAX_ROWS:
            raise PlanUnreadable(message("too-many-rows", file=self._file, sheet=self._name, cap=MAX_ROWS))
        if self._column + self._repeated > MAX_COLUMNS or self._filled > MAX_CELLS:
            raise PlanUnreadable(message("too-many-columns", file=self._file, sheet=self._name, cap=MAX_COLUMNS))


def _in_letters(cells: re.Match[str]) -> str:
    """C3:D4 for [.C3:.D4]."""
    return f"{cells[1]}:{cells[2]}" if cells[2] else cells[1]


def _count(held: dict[str, str], key: str) -> int:
    text = held.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1
