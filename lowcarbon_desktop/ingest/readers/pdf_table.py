"""A table on one page of a PDF, and the ruled way of finding its cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.grid import EMPTY, RawCell
from lowcarbon_desktop.ingest.readers.pdf_text import Char, lines_of, text_of
from lowcarbon_desktop.plan.where import Box

Merges = tuple[tuple[int, int, int, int], ...]
_NEAR = 3.0


@dataclass(frozen=True)
class PageTable:
    """Rows of texts with the box of every cell, what is merged, where the columns begin; `left` where it is unclear.

    `spans` are from where to where the columns of a table without upright rules reach.
    """

    page: int
    box: Box
    rows: tuple[tuple[RawCell, ...], ...]
    boxes: tuple[tuple[Box, ...], ...]
    edges: tuple[float, ...]
    merges: Merges = ()
    left: Message | None = None
    spans: tuple[tuple[float, float], ...] = ()


def ruled(page: int, cells: Sequence[Box], chars: Sequence[Char]) -> PageTable:
    """The table whose cells are these boxes: a cell over several columns or rows is a merged one."""
    xs = _edges([each[0] for each in cells] + [each[2] for each in cells])
    ys = _edges([each[1] for each in cells] + [each[3] for each in cells])
    height, width = len(ys) - 1, len(xs) - 1
    rows = [[EMPTY] * width for _ in range(height)]
    boxes = [[(xs[c], ys[r], xs[c + 1], ys[r + 1]) for c in range(width)] for r in range(height)]
    merges = []
    held: list[list[Char]] = [[] for _ in cells]
    at = {(r, c): number for number, box in enumerate(cells)
          for r in range(_index(ys, box[1]), _index(ys, box[3])) for c in range(_index(xs, box[0]), _index(xs, box[2]))}
    for char in chars:
        r = bisect_left(ys, (char["top"] + char["bottom"]) / 2) - 1
        c = bisect_left(xs, (char["x0"] + char["x1"]) / 2) - 1
        if (r, c) in at:
            held[at[r, c]].append(char)
    for box, inside in zip(cells, held, strict=True):
        r0, c0, r1, c1 = _index(ys, box[1]), _index(xs, box[0]), _index(ys, box[3]) - 1, _index(xs, box[2]) - 1
        rows[r0][c0] = RawCell(text_of(piece for line in lines_of(inside) for piece in line.pieces))
        boxes[r0][c0] = _rounded(box)
        if (r1, c1) != (r0, c0):
            merges.append((r0, c0, r1, c1))
    return PageTable(page, (xs[0], ys[0], xs[-1], ys[-1]), tuple(map(tuple, rows)),
                     tuple(tuple(map(_rounded, row)) for row in boxes), tuple(xs), tuple(merges))


def _edges(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda each: abs(edges[each] - value))


def _rounded(box: Box) -> Box:
    left, top, right, bottom = (round(float(each), 1) for each in box)
    return left, top, right, bottom
