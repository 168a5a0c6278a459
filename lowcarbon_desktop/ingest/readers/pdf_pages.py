"""A table that runs over pages: put together again, a heading that is repeated left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.grid import EMPTY, RawCell
from lowcarbon_desktop.ingest.readers.paragraphs import CONTINUED, PageLine
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead
from lowcarbon_desktop.ingest.readers.pdf_table import Merges, PageTable
from lowcarbon_desktop.ingest.readers.pieces import joined
from lowcarbon_desktop.plan.where import Box

_SHIFT = 6.0
_HEAD = 3
_NAMES_A_PART = re.compile(r"^[一二三四五六七八九十\d]{1,2}[、.．)）]|^[（(]|(?:指标|目标|方面|领域|类|其他)$")


@dataclass(frozen=True)
class Long:
    """A table over one or several pages; `boxes` are the page and box of every cell."""

    rows: tuple[tuple[RawCell, ...], ...]
    boxes: tuple[tuple[tuple[int, Box], ...], ...]
    merges: Merges
    edges: tuple[float, ...]
    left: Message | None = None


def joined_tables(pages: Iterable[PageRead]) -> list[PageLine | Long]:
    """Lines and tables in order; a table that goes on at the top of the next page is one with its beginning."""
    parts: list[PageLine | Long] = []
    for page in pages:
        ahead = list(page.parts)
        if parts and isinstance(parts[-1], Long):
            skipped = 1 if len(ahead) > 1 and isinstance(ahead[0], PageLine) and (
                CONTINUED.fullmatch(ahead[0].text)) else 0
            first = ahead[skipped] if len(ahead) > skipped else None
            columns = _columns(parts[-1], first) if isinstance(first, PageTable) else None
            if isinstance(first, PageTable) and columns is not None:
                parts[-1] = _longer(parts[-1], _spread(first, columns, len(parts[-1].rows[0])))
                ahead = ahead[skipped + 1:]
        parts += [part if isinstance(part, PageLine) else _long(part) for part in ahead]
    return parts


def _columns(table: Long, more: PageTable) -> list[int] | None:
    """Which column of the table each column of its sequel is; None where it is none.

    A sequel without upright rules may lack columns, since one in which nothing stands there cannot be seen.
    """
    if table.left is not None or more.left is not None:
        return None
    unruled = len(table.edges) == len(table.rows[0]) and len(more.edges) == len(more.rows[0])
    if len(table.edges) != len(more.edges) and not unruled:
        return None
    shift = 0 if unruled else more.edges[0] - table.edges[0]
    found = [next((i for i, known in enumerate(table.edges) if abs(known + shift - edge) < _SHIFT), -1)
             for edge in more.edges]
    if -1 in found or len(set(found)) < len(found):
        return None
    return found[:len(more.rows[0])]


def _spread(more: PageTable, columns: list[int], width: int) -> PageTable:
    """The sequel with its columns at the places of the table's."""
    if len(columns) == width:
        return more
    rows = tuple(tuple(row[columns.index(c)] if c in columns else EMPTY for c in range(width)) for row in more.rows)
    boxes = tuple(tuple(row[columns.index(c)] if c in columns else row[-1] for c in range(width)) for row in more.boxes)
    merges = tuple((r0, columns[c0], r1, columns[c1]) for r0, c0, r1, c1 in more.merges)
    return replace(more, rows=rows, boxes=boxes, merges=merges)


def _longer(table: Long, more: PageTable) -> Long:
    added = _long(more)
    texts = [[cell.text for cell in row] for row in table.rows]
    again = 0
    while again < min(_HEAD, len(added.rows), len(texts)) and any(texts[again]) and \
            [cell.text for cell in added.rows[again]] == texts[again]:
        again += 1
    if again < len(added.rows) and _cut(table, added, again):
        table, added = _mended(table, added, again)
    down = len(table.rows) - again
    merges = tuple((r0 + down, c0, r1 + down, c1) for r0, c0, r1, c1 in added.merges if r0 >= again)
    return replace(table, rows=table.rows + added.rows[again:], boxes=table.boxes + added.boxes[again:],
                   merges=table.merges + merges)


def _cut(table: Long, added: Long, row: int) -> bool:
    """Whether a row of the sequel is the rest of the last row, which the end of the page cut.

    Then it goes on only what stands there already, and lacks what every other row has: its number, its name or unit.
    """
    above, rest = [[cell.text for cell in each] for each in (table.rows[-1], added.rows[row])]
    if any(text and not before for before, text in zip(above, rest, strict=True)):
        return False
    whole = not any(r0 == row and rest[c0] for r0, c0, _, _ in added.merges)
    if not whole or (not any(rest[1:]) and _NAMES_A_PART.search(rest[0])):
        return False
    others = [*table.rows[1:], *added.rows[row + 1:]]
    lacks = [c for c, text in enumerate(rest) if not text and len(others) > 1 and all(each[c].text for each in others)]
    return any(rest) and bool(lacks)


def _mended(table: Long, added: Long, row: int) -> tuple[Long, Long]:
    """The table with the rest of its last row put there, and the sequel without it."""
    last = tuple(before._replace(text=joined((before.text, after.text))) for before, after in
                 zip(table.rows[-1], added.rows[row], strict=True))
    merges = tuple((r0 - (r0 > row), c0, r1 - 1 if r1 >= row else r1, c1) for r0, c0, r1, c1 in added.merges
                   if r0 != row or r1 > row)
    return (replace(table, rows=(*table.rows[:-1], last)),
            replace(added, rows=added.rows[:row] + added.rows[row + 1:],
                    boxes=added.boxes[:row] + added.boxes[row + 1:], merges=merges))


def _long(table: PageTable) -> Long:
    boxes = tuple(tuple((table.page, box) for box in row) for row in table.boxes)
    return Long(table.rows, boxes, table.merges, table.edges, table.left)
