"""Text set in two columns: the left one is read to its end before the right one."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from lowcarbon_desktop.ingest.readers.pdf_text import Line

_LEAST = 5  # lines side by side: fewer are labels and their values
_WIDE = 8.0  # of a line's height: narrower pieces are no lines of prose


def in_reading_order(lines: Sequence[Line]) -> list[tuple[float, int, Line]]:
    """The lines with the height at which to read them, and their column: 1 and 2 where there are two, else 0."""
    found: list[tuple[float, int, Line]] = []
    waiting = list(lines)
    while waiting:
        run = _run(waiting)
        if run:
            gutter = _gutter(run)
            for column in (1, 2):
                parted = [[piece for piece in line.pieces if (piece.box[0] < gutter) == (column == 1)] for line in run]
                found += [(run[0].top, column, Line(tuple(pieces))) for pieces in parted if pieces]
        else:
            found.append((waiting[0].top, 0, waiting[0]))
        waiting = waiting[max(len(run), 1):]
    return found


def _run(lines: Sequence[Line]) -> list[Line]:
    """The lines from the first on that stand in two columns with the same gap between; empty where they do not."""
    if not _two_wide(lines[0]):
        return []
    left, right = lines[0].pieces[0].box[2], lines[0].pieces[1].box[0]
    run: list[Line] = []
    for line in lines:
        first, last = line.pieces[0].box, line.pieces[-1].box
        if first[2] >= right and (len(line.pieces) > 1 or first[0] <= left):
            break
        if len(line.pieces) == 2 and last[0] <= left:
            break
        if len(line.pieces) > 2:
            break
        if len(line.pieces) == 2:
            left, right = max(left, line.pieces[0].box[2]), min(right, line.pieces[1].box[0])
        run.append(line)
    pairs = [line for line in run if len(line.pieces) == 2]
    wide = pairs and min(median(line.pieces[side].box[2] - line.pieces[side].box[0] for line in pairs)
                         for side in (0, 1)) > _WIDE * median(line.bottom - line.top for line in pairs)
    return run if len(pairs) >= _LEAST and wide else []


def _gutter(run: Sequence[Line]) -> float:
    """Where the right column begins."""
    return min(line.pieces[1].box[0] for line in run if len(line.pieces) == 2) - 1


def _two_wide(line: Line) -> bool:
    tall = line.bottom - line.top
    return len(line.pieces) == 2 and all(piece.box[2] - piece.box[0] > _WIDE * tall for piece in line.pieces)
