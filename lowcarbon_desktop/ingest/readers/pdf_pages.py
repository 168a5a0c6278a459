"""A table that runs over pages: put together again, a heading that is repeated left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.grid import RawCell
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead
from lowcarbon_desktop.ingest.readers.pdf_table import Merges, PageTable
from lowcarbon_desktop.plan.where import Box

_CONTINUED = re.compile(r"\s*[（(]?\s*(?:续\s*(?:上\s*)?表|表?\s*[\d.\-]*\s*[（(]?\s*(?:接上页|续)).{0,30}")
_SHIFT = 6.0
_HEAD = 3


@dataclass(frozen=True)
class Long:
    """A table over one or several pages; `boxes` are the page and box of every cell."""

    rows: tuple[tuple[RawCell, ...], ...]
    boxes: tuple[tuple[tuple[int, Box], ...], ...]
    merges: Merges
    edges: tuple[float, ...]
    left: Message | None = None


def joined_tables(pages: Iterable[PageRead]) -> list[str | Long]:
    """Lines and tables in order; a table that goes on at the top of the next page is one with its beginning."""
    parts: list[str | Long] = []
    for page in pages:
        ahead = list(page.parts)
        if parts and isinstance(parts[-1], Long):
            skipped = 1 if len(ahead) > 1 and isinstance(ahead[0], str) and _CONTINUED.fullmatch(ahead[0]) else 0
            first = ahead[skipped] if len(ahead) > skipped else None
            if isinstance(first, PageTable) and _goes_on(parts[-1], first):
                parts[-1] = _longer(parts[-1], first)
                ahead = ahead[skipped + 1:]
        parts += [part if isinstance(part, str) else _long(part) for part in ahead]
    return parts


def _goes_on(table: Long, more: PageTable) -> bool:
    """Whether the columns are the same; without upright rules they end where the text ends and prove nothing."""
    if table.left is not None or more.left is not None or len(table.edges) != len(more.edges):
        return False
    shift = more.edges[0] - table.edges[0]
    return all(abs(one + shift - other) < _SHIFT for one, other in zip(table.edges, more.edges, strict=True))


def _longer(table: Long, more: PageTable) -> Long:
    added = _long(more)
    texts = [[cell.text for cell in row] for row in table.rows]
    again = 0
    while again < min(_HEAD, len(added.rows), len(texts)) and any(texts[again]) and \
            [cell.text for cell in added.rows[again]] == texts[again]:
        again += 1
    down = len(table.rows) - again
    merges = tuple((r0 + down, c0, r1 + down, c1) for r0, c0, r1, c1 in added.merges if r0 >= again)
    return replace(table, rows=table.rows + added.rows[again:], boxes=table.boxes + added.boxes[again:],
                   merges=table.merges + merges)


def _long(table: PageTable) -> Long:
    boxes = tuple(tuple((table.page, box) for box in row) for row in table.boxes)
    return Long(table.rows, boxes, table.merges, table.edges, table.left)
