"""From the cells of a Word table, which need not line up, to the rows, columns and merged cells of a grid."""

from __future__ import annotations

import re

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import EMPTY, RawCell
from lowcarbon_desktop.ingest.readers.body_parts import BodyCell, BodyTable
from lowcarbon_desktop.ingest.readers.docx_notes import matters
from lowcarbon_desktop.ingest.readers.pieces import in_paragraphs

_NEAR = 120  # twentieths of a point: cell edges nearer than 6 pt were drawn by hand and mean one edge

Rows = tuple[tuple[RawCell, ...], ...]
Merges = tuple[tuple[int, int, int, int], ...]


def cells_of(table: BodyTable) -> tuple[Rows, Merges]:
    """The texts by row and column, and what is merged as (r0, c0, r1, c1)."""
    column = _columns(table)
    width = max(column.values(), default=0)
    rows = [[EMPTY] * width for _ in table.rows]
    merges: dict[tuple[int, int], list[int]] = {}
    above: dict[int, tuple[int, int]] = {}
    noted: list[tuple[int, int, str]] = []
    for r, row in enumerate(table.rows):
        spans: dict[int, tuple[int, int]] = {}
        for cell in row:
            c0, c1 = column[cell.column], column[cell.column + cell.span] - 1
            start = above.get(c0) if cell.below else None
            if start is not None and merges[start][1] == c1:
                merges[start][0] = r
            else:
                start = (r, c0)
                merges[start] = [r, c1]
                rows[r][c0] = RawCell(in_paragraphs(cell.lines), trouble=_trouble(cell))
                noted += [(r, c0, note) for note in cell.notes if matters(note)]
            spans[c0] = start
        above = spans
    for r, c, note in noted:
        _doubt(rows, r, c, note)
    return tuple(map(tuple, rows)), tuple((r0, c0, r1, c1) for (r0, c0), (r1, c1) in merges.items()
                                          if (r0, c0) != (r1, c1))


def _trouble(cell: BodyCell) -> Message | None:
    """Why the words of a cell may not be those that its writer stands by, or that a reader sees."""
    code = "words-struck" if cell.struck else "words-unseen" if cell.faint else "words-sample" if cell.sample else ""
    return message(code) if code else None


def _doubt(rows: list[list[RawCell]], row: int, column: int, note: str) -> None:
    """Doubt what a note is about: the value that it hangs on, or, where that is a name or a heading, those of it."""
    why = message("cell-noted", note=note)
    meant = [(row, column)]
    if re.search(r"[\u4e00-\u9fff]|(?:19|20)\d\d", rows[row][column].text):
        meant += [(row, c) for c in range(column + 1, len(rows[row]))]
        meant += [(r, column) for r in range(row + 1, len(rows))]
    for r, c in meant:
        if rows[r][c].text and rows[r][c].trouble is None:
            rows[r][c] = rows[r][c]._replace(trouble=why)


def _columns(table: BodyTable) -> dict[int, int]:
    """Every edge that a cell uses -> its column: edges that no cell uses, or that mean the same, are none."""
    cells = [cell for row in table.rows for cell in row]
    edges = sorted({edge for cell in cells for edge in (cell.column, cell.column + cell.span)})
    near = _numbered(edges, table.widths, _NEAR)
    if any(near[cell.column] >= near[cell.column + cell.span] for cell in cells):
        return _numbered(edges, table.widths, 0)
    return near


def _numbered(edges: list[int], widths: list[int], near: int) -> dict[int, int]:
    known = len(widths) >= max(edges, default=0)
    columns: dict[int, int] = {}
    last, number = None, -1
    for edge in edges:
        at = sum(widths[:edge]) if known else edge * 1000
        if last is None or not near or at - last > near:
            last, number = at, number + 1
        columns[edge] = number
    return columns
