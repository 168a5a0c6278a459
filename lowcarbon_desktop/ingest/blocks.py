"""Finds the tables of a sheet wherever they start: their heading rows, their columns, their last row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.about import of_form
from lowcarbon_desktop.ingest.column_heads import columns_of
from lowcarbon_desktop.ingest.columns import (
    with_corner,
    with_groups,
    with_levels_beside,
    with_stretch,
    with_targets,
    with_terms,
    with_unknown,
    with_year_columns,
)
from lowcarbon_desktop.ingest.headers import (
    APPLICANTS,
    begins_header,
    begins_wide,
    goes_on,
    heads,
    is_header,
    lone_year,
    names_applicant,
)
from lowcarbon_desktop.ingest.headings import Heading, Headings
from lowcarbon_desktop.ingest.name_columns import with_name_column, with_phase_names, with_split_names, with_topics
from lowcarbon_desktop.ingest.named_cells import Known, with_sentences
from lowcarbon_desktop.ingest.sheet import Sheet
from lowcarbon_desktop.ingest.side_by_side import with_side_names
from lowcarbon_desktop.ingest.signs import with_signs
from lowcarbon_desktop.ingest.turned import end_of, turned_at
from lowcarbon_desktop.lines import NATION

_HEADER_ROWS = 3
_GAP = 2
_LEAST, _A_WORD = 2, 3


class Pair(NamedTuple):
    """A name and its value side by side in a row, with the columns of the unit and of the year between them, if any."""

    row: int
    label: int
    unit: int | None
    value: int
    year: int | None = None


@frozen()
class Block:
    """One table: heading rows `top` to `first` (exclusive), data rows `first` to `end` (exclusive).

    `shape` is "years" (the usual table), "columns" (a comparison with a column a region), "rows" (with a row a region),
    "districts" (the same below the applicant), "turned" (a row a year and a column an indicator) or "form" (no
    headings: names and values in turn, the `pairs`). `columns` has one heading a column, read over all heading rows
    together.
    """

    top: int
    first: int
    end: int
    columns: tuple[Heading, ...]
    shape: str = "years"
    pairs: tuple[Pair, ...] = ()

    def column(self, role: str) -> int | None:
        """The last column of a role, or None (of 一级指标 and 二级指标 the inner one names the row)."""
        return self._at[role][-1] if role in self._at else None

    def left_of(self, column: int, role: str) -> int | None:
        """The nearest column of a role to the left, else the last one of it: tables stand side by side."""
        at = self._at.get(role, ())
        if len(at) < 2:
            return at[0] if at else None
        return next((i for i in reversed(at) if i <= column), at[-1])

    def beside(self, sheet: Sheet, row: int, column: int) -> tuple[tuple[str, str], ...]:
        """(role, text) of what the columns of places and groups say of a value; 目标层 and 准则层 both do."""
        if not self._telling or self.shape not in ("years", "turned"):
            return ()
        said = []
        for i in reversed([i for i in self._telling if i < column] or self._telling[-1:]):
            role = self.columns[i].role  # a csv has no merged cells, so a blank one goes on the group above
            if text := sheet.last(i, self.first, row) if role == "category" else sheet.text(row, i):
                said.append((role, text))
        return tuple(said)

    @property
    def values(self) -> tuple[int, ...]:
        """The columns that hold values."""
        return self._at.get("value", ())

    @cached_property
    def _at(self) -> Mapping[str, tuple[int, ...]]:
        """The columns of each role, from left to right; asked for every value."""
        found: dict[str, tuple[int, ...]] = {}
        for column, heading in enumerate(self.columns):
            found[heading.role] = (*found.get(heading.role, ()), column)
        return found

    @cached_property
    def _telling(self) -> tuple[int, ...]:
        """The columns of places and groups, which say of what the values beside them are."""
        return tuple(sorted((*self._at.get("regions", ()), *self._at.get("category", ()))))


def find_blocks(sheet: Sheet, headings: Headings, known: Known = lambda _: False) -> list[Block]:
    """All tables of the sheet, from the top; `known` says whether a text is the name of an indicator."""
    blocks: list[Block] = []
    row = 0
    while row < sheet.height:
        block = _block_at(sheet, headings, known, row)
        if block is None:
            row += 1
            continue
        blocks.append(block)
        row = block.end
    return blocks


def _block_at(sheet: Sheet, headings: Headings, known: Known, top: int) -> Block | None:
    if of_form(sheet.row(top)) or names_applicant(sheet, headings, top):
        return None
    turned = turned_at(sheet, headings, top)
    if turned is not None:
        end = end_of(sheet, headings, turned[0], _end(sheet, headings, top, turned[0]), turned[1])
        return Block(top, turned[0], end, turned[1], "turned")
    roles = with_topics(sheet, with_phase_names(headings.row(sheet.row(top))), top)
    if not (is_header(roles) or begins_header(sheet, headings, top, roles) or lone_year(sheet, headings, top, roles)
            or begins_wide(sheet, headings, top, roles)):
        if sum(1 for text in sheet.row(top) if len(text) > _A_WORD) < _LEAST:
            return None  # most rows, of which no more is asked
        from lowcarbon_desktop.ingest.across import across_at
        across = across_at(sheet, headings, top, known)
        if across is None:
            return None
        end = end_of(sheet, headings, across[0], _end(sheet, headings, top, across[0]), across[1])
        return Block(top, across[0], end, across[1], "turned")
    first = top + 1
    while first < min(top + _HEADER_ROWS, sheet.height) and goes_on(sheet, headings, first, roles):
        first += 1
    columns = columns_of(sheet, headings, top, first)
    end = _end(sheet, headings, top, first)
    columns = with_corner(sheet, with_topics(sheet, with_phase_names(columns), first - 1), first)
    columns = with_sentences(sheet, with_side_names(sheet, columns, first, end), first, known)
    columns = with_split_names(sheet, with_name_column(sheet, columns, first), first, known, headings)
    columns = with_targets(columns, headings)
    columns = with_terms(sheet, with_groups(sheet, columns, first), first, end)
    columns = with_stretch(with_levels_beside(with_year_columns(sheet, columns, first, end)))
    columns = with_signs(sheet, columns, first, end)
    shape = _shape(sheet, headings, columns, first, end)
    columns = with_unknown(sheet, columns, first, end) if shape == "years" else columns
    if shape == "years" and not any(heading.role == "value" for heading in columns):
        return None
    return Block(top, first, end, columns, shape)


def _shape(sheet: Sheet, headings: Headings, columns: tuple[Heading, ...], first: int, end: int) -> str:
    applicants = {heading.region for heading in columns
                  if heading.role == "value" and heading.region not in (None, NATION)}
    dated = [heading for heading in columns if heading.role == "value" and heading.year is not None]
    if len(applicants) >= APPLICANTS and not dated:
        return "columns"
    where = [i for i, heading in enumerate(columns) if heading.role in ("regions", "name")]
    if len(where) == 1:
        texts = [text for row in sheet.rows[first:end] if (text := row[where[0]])]
        if columns[where[0]].role == "regions" and len(set(texts)) >= APPLICANTS:
            read = {text: headings.read(text) for text in texts}
            known = {heading.region for heading in read.values()} - {None, NATION}
            below = any(heading.role == "other" for heading in read.values())
            return "districts" if not known or (len(known) == 1 and below) else "rows"
        places = {text for text in set(texts) if headings.read(text).region is not None}
        if len(places - {NATION}) >= APPLICANTS and 2 * len(places) >= len(texts):
            return "rows"
    return "years"


def _end(sheet: Sheet, headings: Headings, top: int, first: int) -> int:
    """The first row after the table: two blank rows, or another heading with its title, blank row before it or not."""
    own = [sheet.row(row) for row in range(top, first)]
    row = blank = 0
    for row in range(first, sheet.height):
        texts = sheet.rows[row]
        if not any(texts) and sheet.blank(row):
            blank += 1
            if blank >= _GAP:
                return row - blank + 1
            continue
        begins = heads(headings, texts)
        if begins and texts not in own and {each.role for each in headings.row(texts)} & {"name", "unit", "serial"}:
            title = row - blank - 1
            titled = title > first and len({text for text in sheet.row(title) if text}) == 1
            return title if titled and not blank else row - blank
        if blank and row + 1 < sheet.height and (begins or _starts_another(sheet, headings, row)):
            return row - blank
        blank = 0
    return sheet.height - blank


def _starts_another(sheet: Sheet, headings: Headings, row: int) -> bool:
    """A title row behind a blank one, with a heading right below or after one more blank row."""
    filled = [text for text in dict.fromkeys(sheet.row(row)) if text]
    below = next((r for r in range(row + 1, min(row + 6, sheet.height))
                  if heads(headings, sheet.row(r))), None)
    return len(filled) <= 2 and below is not None
