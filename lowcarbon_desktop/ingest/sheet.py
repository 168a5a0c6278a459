"""The texts of a grid with merged cells filled in, for looking at rows as a person does."""

from __future__ import annotations

from lowcarbon_desktop.ingest.grid import Grid
from lowcarbon_desktop.text.normal import squeezed


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
        self._rows: dict[int, tuple[str, ...]] = {}

    def anchor(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text for a place: itself, or the first of the merged cell that covers it."""
        return self._filled.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """The squeezed text of a cell, of the merged cell that covers it where one does; "" outside."""
        texts = self.row(row)
        return texts[column] if 0 <= column < len(texts) else ""

    def merged(self, row: int, column: int) -> bool:
        """Whether the cell is part of a merged one."""
        return (row, column) in self._filled

    def row(self, row: int) -> tuple[str, ...]:
        """The texts of a row; each is worked out once, for all who look at it."""
        texts = self._rows.get(row)
        if texts is None:
            cell, anchor = self.grid.cell, self.anchor
            if self._filled:
                texts = tuple([squeezed(cell(*anchor(row, column)).text) for column in range(self.width)])
            else:
                held = self.grid.rows[row] if 0 <= row < self.height else ()
                texts = (*[squeezed(each.text) for each in held], *[""] * (self.width - len(held)))
            self._rows[row] = texts
        return texts

    def blank(self, row: int) -> bool:
        """Whether nothing stands in the row, not even a broken formula."""
        return not any(self.row(row)) and not any(cell.text or cell.trouble for cell in self.grid.rows[row])
