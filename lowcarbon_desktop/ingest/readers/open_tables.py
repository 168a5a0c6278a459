"""The tables that are open while a document is passed over tag by tag, the innermost last, within the caps."""

from __future__ import annotations

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.limits import MAX_COLUMNS, MAX_DEPTH, MAX_PARAGRAPHS, MAX_ROWS, MAX_SIGNS, MAX_TABLES
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell, BodyTable
from lowcarbon_desktop.ingest.readers.parts import Part


class OpenTables:
    """`parts` are what was found; of every open table the cell in which text stands is kept, or None."""

    def __init__(self, file: str) -> None:
        self.parts: list[Part] = []
        self._file = file
        self._open: list[BodyTable] = []
        self._cells: list[BodyCell | None] = []
        self._down: list[dict[int, tuple[int, int]]] = []
        self._tables = self._counted = self._paragraphs = self._signs = 0

    def _begin_table(self, inner: tuple[str, ...] = ()) -> None:
        """Open a table; `inner` is the text before it where it stands in a cell. Raises PlanUnreadable."""
        self._tables += 1
        if len(self._open) >= MAX_DEPTH:
            raise PlanUnreadable(message("document-too-deep", file=self._file, cap=MAX_DEPTH))
        if self._tables > MAX_TABLES:
            raise PlanUnreadable(message("document-too-many-tables", file=self._file, cap=MAX_TABLES))
        table = BodyTable(self._tables, inner=inner)
        self.parts.append(table)
        self._open.append(table)
        self._cells.append(None)
        self._down.append({})

    def _count_paragraph(self) -> None:
        """Count one more, in a table or outside. Raises PlanUnreadable."""
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise PlanUnreadable(message("document-too-long", file=self._file, cap=MAX_PARAGRAPHS))

    def _count_signs(self, text: str) -> None:
        """Count the signs of some more text. Raises PlanUnreadable."""
        self._signs += len(text)
        if self._signs > MAX_SIGNS:
            raise too_much_text(self._file)

    def _finish_table(self) -> None:
        table = self._open.pop()
        self._cells.pop()
        self._down.pop()
        outer = self._cells[-1] if self._cells else None
        if outer is not None and [len(row) for row in table.rows] == [1]:
            self._take_in(table, table.rows[0][0], outer)

    def _take_in(self, table: BodyTable, frame: BodyCell, outer: BodyCell) -> None:
        """A table of one cell within a cell is a frame around its words, which are said where it stands."""
        del self.parts[next(at for at, part in enumerate(self.parts) if part is table)]
        outer.lines += frame.lines
        outer.notes += frame.notes
        outer.struck, outer.faint = outer.struck or frame.struck, outer.faint or frame.faint
        outer.sample |= frame.sample

    def _begin_row(self) -> None:
        """Open a row of the innermost table. Raises PlanUnreadable."""
        table = self._open[-1]
        if len(table.rows) >= MAX_ROWS:
            raise PlanUnreadable(message("too-many-rows", file=self._file, sheet=f"T{table.number}", cap=MAX_ROWS))
        table.rows.append([])

    def _too_wide(self) -> PlanUnreadable:
        return PlanUnreadable(message("too-many-columns", file=self._file, sheet=f"T{self._tables}", cap=MAX_COLUMNS))


def too_much_text(file: str) -> PlanUnreadable:
    """The error for a document with more text than any plan has."""
    return PlanUnreadable(message("document-too-much-text", file=file, cap=MAX_SIGNS // 10_000))
