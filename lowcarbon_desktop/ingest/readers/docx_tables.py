"""The tables of a Word document as their tags come: rows, cells, and what is merged or deleted in them."""

from __future__ import annotations

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS, MAX_DEPTH, MAX_ROWS, MAX_TABLES
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell, BodyTable


class Tables:
    """The half of the pass over the XML that knows tables; `parts` are what was found."""

    def __init__(self, file: str) -> None:
        self.parts: list[str | BodyTable] = []
        self._file = file
        self._open: list[BodyTable] = []
        self._cells: list[BodyCell | None] = []
        self._deleted: list[bool] = []
        self._tables = self._counted = 0

    def _begin_tbl(self, *_: object) -> None:
        self._tables += 1
        if len(self._open) >= MAX_DEPTH:
            raise PlanUnreadable(message("document-too-deep", file=self._file, cap=MAX_DEPTH))
        if self._tables > MAX_TABLES:
            raise PlanUnreadable(message("document-too-many-tables", file=self._file, cap=MAX_TABLES))
        outer = self._cells[-1] if self._cells else None
        table = BodyTable(self._tables, inner=tuple(filter(None, outer.lines)) if outer is not None else ())
        self.parts.append(table)
        self._open.append(table)
        self._cells.append(None)
        self._deleted.append(False)

    def _finish_tbl(self) -> None:
        self._open.pop()
        self._cells.pop()
        self._deleted.pop()

    def _begin_gridCol(self, parent: str, _: str, attributes: dict[str, str]) -> None:
        width = next((held for key, held in attributes.items() if key.rpartition(":")[2] == "w"), "0")
        if parent == "tblGrid" and self._open:
            self._open[-1].widths.append(whole(width))

    def _begin_tr(self, *_: object) -> None:
        if self._open:
            self._open[-1].rows.append([])
            self._deleted[-1] = False
            if len(self._open[-1].rows) > MAX_ROWS:
                raise PlanUnreadable(message("too-many-rows", file=self._file, sheet=f"T{self._open[-1].number}",
                                             cap=MAX_ROWS))

    def _finish_tr(self) -> None:
        if self._open and self._deleted[-1]:
            self._open[-1].rows.pop()

    def _begin_gridBefore(self, parent: str, value: str, _: object) -> None:
        if parent == "trPr" and self._open and self._open[-1].rows:
            row = self._open[-1].rows[-1]
            row.insert(0, BodyCell(0, self._capped(whole(value))))

    def _begin_tc(self, *_: object) -> None:
        if not self._open or not self._open[-1].rows:
            return
        row = self._open[-1].rows[-1]
        cell = BodyCell(row[-1].column + row[-1].span if row else 0)
        self._capped(cell.column + 1)
        self._counted += 1
        if self._counted > MAX_CELLS:
            raise PlanUnreadable(message("document-too-many-cells", file=self._file, cap=MAX_CELLS))
        row.append(cell)
        self._cells[-1] = cell

    def _finish_tc(self) -> None:
        if self._cells:
            self._cells[-1] = None

    def _begin_gridSpan(self, parent: str, value: str, _: object) -> None:
        cell = self._cells[-1] if self._cells else None
        if parent == "tcPr" and cell is not None:
            cell.span = max(1, self._capped(cell.column + whole(value)) - cell.column)

    def _begin_vMerge(self, parent: str, value: str, _: object) -> None:
        cell = self._cells[-1] if self._cells else None
        if parent == "tcPr" and cell is not None:
            cell.below = value != "restart"

    def _begin_hMerge(self, parent: str, value: str, _: object) -> None:
        """The old way of merging across: the cell goes on the one before it."""
        if parent == "tcPr" and value != "restart" and self._open and len(self._open[-1].rows[-1]) > 1:
            cell = self._open[-1].rows[-1].pop()
            self._open[-1].rows[-1][-1].span += cell.span
            self._cells[-1] = BodyCell(cell.column)

    def _capped(self, columns: int) -> int:
        if columns > MAX_COLUMNS:
            raise PlanUnreadable(message("too-many-columns", file=self._file, sheet=f"T{self._tables}",
                                         cap=MAX_COLUMNS))
        return columns


def whole(text: str) -> int:
    """A whole number as an attribute holds it, 0 for anything else; of a width the part before the point."""
    number = text.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
