"""The texts of a grid with merged cells filled in, for looking at rows as a person does."""

from __future__ import annotations

from functools import lru_cache

from lowcarbon_desktop.ingest.grid import EMPTY, Grid, RawCell
from lowcarbon_desktop.plan import Cell, Where
from lowcarbon_desktop.plan.where import cell_name
from lowcarbon_desktop.text.normal import squeezed


@lru_cache(maxsize=2048)
def _texts(cells: tuple[RawCell, ...]) -> tuple[str, ...]:
    """The squeezed texts of a row; after an edit, and when a file is read again, nearly all rows are as they were."""
    return tuple([squeezed(cell.text) for cell in cells])


class Sheet:
    """The texts of a grid with merged cells filled in, for looking at rows as a person does; `rows` has all of them."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.width = max(map(len, grid.rows), default=0)
        self.height = len(grid.rows)
        self._filled: dict[tuple[int, int], tuple[int, int]] = {}
        for r0, c0, r1, c1 in grid.merges:
            for r in range(r0, min(r1 + 1, self.height)):
                for c in range(c0, min(c1 + 1, self.width)):
                    self._filled[r, c] = (r0, c0)
        self._merged = {row for row, _ in self._filled}
        self._places: dict[tuple[int, int], Where] = {}
        self._lasts: dict[tuple[int, int], list[str]] = {}
        texts = map(_texts, grid.rows) if not self._merged else (
            _texts(self.covered(row)) if row in self._merged else _texts(cells) for row, cells in enumerate(grid.rows))
        self.rows = [each if len(each) == self.width else (*each, *[""] * (self.width - len(each))) for each in texts]

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text for a place: itself, or the first of the merged cell that covers it."""
        return self._filled.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """The squeezed text of a cell, of the merged cell that covers it where one does; "" outside."""
        return self.rows[row][column] if 0 <= row < self.height and 0 <= column < self.width else ""

    def last(self, column: int, first: int, row: int) -> str:
        """The last text of a column in the rows from `first` to `row`, "" where there is none."""
        known = self._lasts.setdefault((column, first), [])
        for each in range(first + len(known), row + 1):
            known.append(self.rows[each][column] or (known[-1] if known else ""))
        return known[row - first] if row >= first else ""

    def covering(self, row: int, column: int) -> RawCell:
        """The cell, or the merged cell that covers it; empty outside."""
        return self.grid.cell(*self.anchor(row, column)) if self._filled else self.grid.cell(row, column)

    def place(self, row: int, column: int) -> Where:
        """Where a cell is; its own row and the values in it ask for it."""
        spot = row, column
        found = self._places.get(spot)
        if found is None:
            found = self._places[spot] = self.grid.where(row, column)
        return found

    def merged(self, row: int, column: int) -> bool:
        """Whether the cell is part of a merged one."""
        return (row, column) in self._filled

    def row(self, row: int) -> tuple[str, ...]:
        """The texts of a row, empty outside; each is worked out once, for all who look at it."""
        return self.rows[row] if 0 <= row < self.height else ("",) * self.width

    def covered(self, row: int) -> tuple[RawCell, ...]:
        """The cells of a row with those that cover it, which may stand in other rows; none where nothing does."""
        return tuple([self.grid.cell(*self.anchor(row, column)) for column in range(self.width)]
                     ) if row in self._merged else ()

    def blank(self, row: int) -> bool:
        """Whether nothing stands in the row, not even a broken formula."""
        return not any(self.row(row)) and not any(cell.text or cell.trouble for cell in self.grid.rows[row])


def cells_of(sheet: Sheet, row: int, found: dict[int, tuple[int, ...]]) -> tuple[Cell, ...]:
    """The cells of a row as printed, each with the readings that stand in it."""
    grid = sheet.grid
    if not found and grid.table is None:
        return _without_readings(grid.file, grid.sheet, row, grid.rows[row], sheet.width)
    return tuple([Cell(raw.text, sheet.place(row, column), found.get(column, ()), raw.was is not None)
                  for column, raw in enumerate(_padded(grid.rows[row], sheet.width))])


@lru_cache(maxsize=2048)
def _without_readings(file: str, sheet: str | None, row: int, cells: tuple[RawCell, ...],
                      width: int) -> tuple[Cell, ...]:
    """The cells of a row of a sheet that says nothing: its titles and notes are the same after every edit."""
    return tuple([Cell(raw.text, Where(file, sheet, cell_name(row, column)), (), raw.was is not None)
                  for column, raw in enumerate(_padded(cells, width))])


def _padded(cells: tuple[RawCell, ...], width: int) -> tuple[RawCell, ...]:
    return cells if len(cells) == width else (*cells, *[EMPTY] * (width - len(cells)))
