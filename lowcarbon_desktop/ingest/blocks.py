"""Finds the tables of a sheet wherever they start: their heading rows, their columns, their last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lowcarbon_desktop.ingest.grid import Grid
from lowcarbon_desktop.ingest.headings import Heading, Headings
from lowcarbon_desktop.lines import NATION
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.years import Years, years_in

_HEADER_ROWS = 3
_GAP = 2
_APPLICANTS = 2


@dataclass(frozen=True)
class Block:
    """One table: heading rows `top` to `first` (exclusive), data rows `first` to `end` (exclusive).

    `shape` is "years" (the usual table), "columns" (a comparison with a column a region) or "rows" (with a row a
    region). `columns` has one heading a column, read over all heading rows together.
    """

    top: int
    first: int
    end: int
    columns: tuple[Heading, ...]
    shape: str = "years"

    def column(self, role: str) -> int | None:
        """The last column of a role, or None (of 一级指标 and 二级指标 the inner one names the row)."""
        return next((i for i in range(len(self.columns) - 1, -1, -1) if self.columns[i].role == role), None)

    def left_of(self, column: int, role: str) -> int | None:
        """The nearest column of a role to the left, else the last one of it: tables stand side by side."""
        left = (i for i in range(column, -1, -1) if self.columns[i].role == role)
        return next(left, self.column(role))

    @property
    def values(self) -> tuple[int, ...]:
        """The columns that hold values."""
        return tuple(i for i, heading in enumerate(self.columns) if heading.role == "value")


class Sheet:
    """The texts of a grid with merged cells filled in, for looking at rows as a person does."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.width = max((len(row) for row in grid.rows), default=0)
        self.height = len(grid.rows)
        self._filled: dict[tuple[int, int], tuple[int, int]] = {}
        for r0, c0, r1, c1 in grid.merges:
            for r in range(r0, min(r1 + 1, self.height)):
                for c in range(c0, min(c1 + 1, self.width)):
                    self._filled[r, c] = (r0, c0)

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text for a place: itself, or the first of the merged cell that covers it."""
        return self._filled.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """The squeezed text of a cell, of the merged cell that covers it where one does."""
        return squeezed(self.grid.cell(*self.anchor(row, column)).text)

    def merged(self, row: int, column: int) -> bool:
        """Whether the cell is part of a merged one."""
        return (row, column) in self._filled

    def row(self, row: int) -> list[str]:
        """The texts of a row."""
        return [self.text(row, column) for column in range(self.width)]

    def blank(self, row: int) -> bool:
        """Whether nothing stands in the row, not even a broken formula."""
        return not any(cell.text or cell.trouble for cell in self.grid.rows[row]) and not any(self.row(row))


def find_blocks(sheet: Sheet, headings: Headings) -> list[Block]:
    """All tables of the sheet, from the top."""
    blocks: list[Block] = []
    row = 0
    while row < sheet.height:
        block = _block_at(sheet, headings, row)
        if block is None:
            row += 1
            continue
        blocks.append(block)
        row = block.end
    return blocks


def _block_at(sheet: Sheet, headings: Headings, top: int) -> Block | None:
    roles = [headings.read(text) for text in sheet.row(top)]
    if not _is_header(roles) and not _begins_header(sheet, headings, top, roles):
        return None
    first = top + 1
    while first < min(top + _HEADER_ROWS, sheet.height) and _goes_on(sheet, headings, first, roles):
        first += 1
    columns = tuple(_column(sheet, headings, top, first, column) for column in range(sheet.width))
    columns = _with_targets(_with_name_column(sheet, columns, first), headings)
    end = _end(sheet, headings, top, first)
    shape = _shape(sheet, headings, columns, first, end)
    if shape == "years" and not any(heading.role == "value" for heading in columns):
        return None
    return Block(top, first, end, columns, shape)


def _is_header(roles: Sequence[Heading]) -> bool:
    values = [heading for heading in roles if heading.role == "value"]
    words = {heading.role for heading in roles} & {"serial", "name", "unit", "category"}
    others = sum(1 for heading in roles if heading.role == "other" and heading.text)
    placed = any(heading.role == "regions" for heading in roles)
    if placed and (others or any(heading.year for heading in values)) and not words - {"serial"}:
        return True
    dated = [heading for heading in values if heading.year is not None]
    applicants = [heading for heading in values if heading.region is not None]
    if len(words) >= 2 and any(_holds_a_year(heading) for heading in roles):
        return True
    if (words and values) or _two_names(roles):
        return True
    return others <= 1 and (len(dated) >= 2 or len(applicants) > _APPLICANTS)


def _holds_a_year(heading: Heading) -> bool:
    """Whether an unknown heading holds a year, as 2015年高方案 does."""
    return heading.role == "other" and len(heading.text) <= 20 and len(years_in(heading.text).targets) == 1


def _two_names(roles: Sequence[Heading]) -> bool:
    """指标 | 目标: the second is where the values stand."""
    names = [heading.text for heading in roles if heading.role == "name"]
    return len(names) == 2 and names[1] == "目标"


def _begins_header(sheet: Sheet, headings: Headings, row: int, roles: Sequence[Heading]) -> bool:
    words = {heading.role for heading in roles} & {"serial", "name", "unit"}
    if len(words) < 2 or row + 1 >= sheet.height:
        return False
    return any(headings.read(text).role == "value" for text in sheet.row(row + 1))


def _goes_on(sheet: Sheet, headings: Headings, row: int, above: Sequence[Heading]) -> bool:
    """Whether a row belongs to the heading: nothing in it but years, places or what is merged down from above."""
    texts = sheet.row(row)
    new = [text for text, heading in zip(texts, above, strict=True) if text and text != heading.text]
    return bool(new) and all(headings.read(text).role in ("value", "attribute", "unit") for text in new)


def _column(sheet: Sheet, headings: Headings, top: int, first: int, column: int) -> Heading:
    texts = list(dict.fromkeys(text for row in range(top, first) if (text := sheet.text(row, column))))
    read = [headings.read(text) for text in texts]
    values = [heading for heading in read if heading.role == "value"]
    if len(values) <= 1:
        return next(iter(values or read), Heading("other"))
    years = [heading.years for heading in values if heading.years is not None]
    merged = Years("", tuple(dict.fromkeys(base for each in years for base in each.bases)),
                   tuple(dict.fromkeys(target for each in years for target in each.targets)),
                   any(each.yearly for each in years), any(each.assumed for each in years))
    kind = next((heading.kind for heading in values if heading.kind != "target"), "target")
    region = next((heading.region for heading in values if heading.region), None)
    change = next((heading.change for heading in values if heading.change), "")
    unit = next((heading.unit for heading in values if heading.unit), "")
    return Heading("value", "".join(texts), merged, change, unit, region, kind)


def _with_name_column(sheet: Sheet, columns: tuple[Heading, ...], first: int) -> tuple[Heading, ...]:
    """Where no heading says so, the first column with words in the rows below is the name."""
    if any(heading.role in ("name", "regions") for heading in columns):
        return columns
    for index, heading in enumerate(columns):
        if heading.role in ("other", "category") and any(
                len(text := sheet.text(row, index)) > 2 and not text.replace(".", "").isdigit()
                for row in range(first, min(first + 5, sheet.height))):
            return (*columns[:index], Heading("name", heading.text), *columns[index + 1:])
    return columns


def _with_targets(columns: tuple[Heading, ...], headings: Headings) -> tuple[Heading, ...]:
    """目标 beside 指标 holds values, and so does a heading with a year whatever else it says."""
    names = [i for i, heading in enumerate(columns) if heading.role == "name"]
    if not names or any(heading.role == "regions" for heading in columns):
        return columns
    read = []
    for index, heading in enumerate(columns):
        if heading.role == "name" and heading.text == "目标" and index != names[0]:
            heading = Heading("value", heading.text, Years(""))
        elif heading.role == "other":
            heading = headings.dated(heading.text)
        read.append(heading)
    return tuple(read)


def _shape(sheet: Sheet, headings: Headings, columns: tuple[Heading, ...], first: int, end: int) -> str:
    applicants = {heading.region for heading in columns
                  if heading.role == "value" and heading.region not in (None, NATION)}
    dated = [heading for heading in columns if heading.role == "value" and heading.year is not None]
    if len(applicants) >= _APPLICANTS and not dated:
        return "columns"
    where = [i for i, heading in enumerate(columns) if heading.role in ("regions", "name")]
    if len(where) == 1:
        texts = [text for row in range(first, end) if (text := sheet.text(row, where[0]))]
        places = {text for text in texts if headings.read(text).region is not None}
        if len(places - {NATION}) >= _APPLICANTS and 2 * len(places) >= len(texts):
            return "rows"
    return "years"


def _end(sheet: Sheet, headings: Headings, top: int, first: int) -> int:
    """The first row after the table: two blank rows, or another heading with its title, blank row before it or not."""
    own = [sheet.row(row) for row in range(top, first)]
    row = blank = 0
    for row in range(first, sheet.height):
        if sheet.blank(row):
            blank += 1
            if blank >= _GAP:
                return row - blank + 1
            continue
        texts = sheet.row(row)
        roles = [headings.read(text) for text in texts]
        if texts not in own and _is_header(roles) and {heading.role for heading in roles} & {"name", "unit", "serial"}:
            title = row - blank - 1
            titled = title > first and len({text for text in sheet.row(title) if text}) == 1
            return title if titled and not blank else row - blank
        if blank and row + 1 < sheet.height and (_is_header(roles) or _starts_another(sheet, headings, row)):
            return row - blank
        blank = 0
    return sheet.height - blank


def _starts_another(sheet: Sheet, headings: Headings, row: int) -> bool:
    """A title row behind a blank one, with a heading right below or after one more blank row."""
    filled = [text for text in dict.fromkeys(sheet.row(row)) if text]
    below = next((r for r in range(row + 1, min(row + 6, sheet.height))
                  if _is_header([headings.read(text) for text in sheet.row(r)])), None)
    return len(filled) <= 2 and below is not None
