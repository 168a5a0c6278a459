"""The tables of a Word document as their tags come: rows, cells, and what is merged or deleted in them."""

from __future__ import annotations

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_CELLS, MAX_COLUMNS
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell
from lowcarbon_desktop.ingest.readers.open_tables import OpenTables


class Tables(OpenTables):
    """The half of the pass over the XML that knows tables."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._deleted: list[bool] = []

    def _begin_tbl(self, *_: object) -> None:
        outer = self._cells[-1] if self._cells else None
        self._begin_table(tuple(filter(None, outer.lines)) if outer is not None else ())
        self._deleted.append(False)

    def _finish_tbl(self) -> None:
        self._finish_table()
        self._deleted.pop()

    def _begin_gridCol(self, parent: str, _: str, attributes: dict[str, str]) -> None:
        width = next((held for key, held in attributes.items() if key.rpartition(":")[2] == "w"), "0")
        if parent == "tblGrid" and self._open:
            self._open[-1].widths.append(whole(width))

    def _begin_tr(self, *_: object) -> None:
        if self._open:
            self._begin_row()
            self._deleted[-1] = False

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
            raise self._too_wide()
        return columns


def whole(text: str) -> int:
    """A whole number as an attribute holds it, 0 for anything else; of a width the part before the point."""
    number = text.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
