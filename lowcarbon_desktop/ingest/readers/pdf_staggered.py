"""Lines that stand side by side and not at the same height: read from the top, a name would get its neighbour's value.

So stands a table without upright rules of which no columns were found, and text in two columns with lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lowcarbon_desktop.ingest.readers.pdf_text import Line

_FAR = 2.5  # of a line's height: what stands further below is another part of the page
_BESIDE = 1.0
_TURNS = 3
_SLACK = 3.0
_NUMBERS = 2
_ALONE = re.compile(r"[≥≤><＞＜~约]?\s*\d[\d.,，]*\s*[%％]?")


def staggered(lines: Sequence[Line]) -> list[list[Line]]:
    """The stretches of such lines, each from its first to its last one; those without numbers do no harm."""
    return [found for stretch in stretches(lines) if (found := _unclear(stretch)) and sum(
        re.search(r"\d", line.text) is not None for line in found) >= _NUMBERS]


def rest_below(bottom: float, spans: Sequence[tuple[float, float]], lines: Sequence[Line]) -> list[Line]:
    """The lines right below a table where a name and its value stand in its columns, but not at the same height."""
    below = [line for line in lines if line.top > bottom - 0.6 * (line.bottom - line.top)]
    stretch = next(stretches(below))
    if not stretch or len(spans) < 2 or stretch[0].top - bottom > _FAR * (stretch[0].bottom - stretch[0].top):
        return []
    ends = [at for at, (one, other) in enumerate(pairwise(stretch))
            if _apart(one, other) and {_column(one, spans), _column(other, spans)} == {True, False}]
    return stretch[:ends[-1] + 2] if ends else []


def in_columns(line: Line) -> bool:
    """Whether several numbers stand apart in a line, as in a row of a table: 22 30 % is no 2230 %."""
    return sum(_ALONE.fullmatch(piece.text) is not None for piece in line.pieces) > 1


def _column(line: Line, spans: Sequence[tuple[float, float]]) -> bool | None:
    """Whether a line stands in the first column of a table; False in another one, None in none."""
    left, _, right, _ = line.pieces[0].box
    found = next((at for at, span in enumerate(spans) if span[0] - _SLACK < left and right < span[1] + _SLACK), None)
    return None if found is None else found == 0


def stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines, parted where a gap is wide."""
    stretch: list[Line] = []
    for line in lines:
        if stretch and line.top - stretch[-1].bottom > _FAR * (line.bottom - line.top):
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def _unclear(stretch: Sequence[Line]) -> list[Line]:
    """The lines from the first to the last that stand beside others; empty where too few do."""
    turns = [at for at, (above, below) in enumerate(pairwise(stretch)) if _apart(above, below)]
    wrapped = [at for at in range(1, len(stretch) - 1) if _goes_on(stretch[at - 1], stretch[at])
               and len(stretch[at + 1].pieces) == 2]
    if len(turns) >= _TURNS:
        first, last = turns[0], turns[-1] + 1
    elif len(wrapped) >= _NUMBERS:
        first, last = wrapped[0] - 1, wrapped[-1] + 1
    else:
        return []
    return list(stretch[first:last + 1])


def _apart(above: Line, below: Line) -> bool:
    """Whether one line stands wholly to the right of the other, each in one piece."""
    if len(above.pieces) != 1 or len(below.pieces) != 1:
        return False
    one, other = above.pieces[0].box, below.pieces[0].box
    gap = max(other[0] - one[2], one[0] - other[2])
    return gap > _BESIDE * (below.bottom - below.top)


def _goes_on(above: Line, below: Line) -> bool:
    """Whether a line stands below the right one of two pieces, and not below the left one."""
    return len(above.pieces) == 2 and len(below.pieces) == 1 and below.pieces[0].box[0] > above.pieces[0].box[2]
