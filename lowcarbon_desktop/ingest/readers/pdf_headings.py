"""Under which columns the headings of a table without upright rules stand, where they are set otherwise than those."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from lowcarbon_desktop.ingest.readers.pdf_text import Line, Piece

Span = tuple[float, float]
Places = list[tuple[int, int] | None]
_VALUE = re.compile(r"%|[—–\-－/…]+|[≥≤><＞＜~约超]?\s*[\d,.，]+\s*(?:%|左右|以[上内下])?|.*\d[—–\-~～].*\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 3
_REACH = 3.0
_SET = 1.5  # points: as exactly stand the lines of one cell


def head_lines(lines: Sequence[Line]) -> int:
    """How many lines stand above the first one with a value; at least one."""
    count = next((i for i, line in enumerate(lines) if any(
        _VALUE.fullmatch(piece.text) and not _YEAR.fullmatch(piece.text) for piece in line.pieces)), 1)
    return min(max(count, 1), _MOST)


def with_headings(heads: Sequence[Line], body: Sequence[Span]) -> tuple[list[Span], dict[int, tuple[int, int]]]:
    """The columns with those that have a heading and nothing below it, and the first and last column of each heading.

    A heading with nothing right below it belongs to the neighbour that has none; where both have one, it is the
    heading of an empty column; where neither has, it stands over both.
    """
    heads = _as_wide_as_their_cell(heads)
    lone = [piece for line in heads for piece, place in zip(line.pieces, _places(line.pieces, body), strict=True)
            if place is None]
    columns = list(body)
    for piece in lone:
        left, right = piece.box[0], piece.box[2]
        if not any(left < end and right > start for start, end in columns):
            columns.append((left, right))
    columns.sort()
    found: dict[int, tuple[int, int]] = {}
    placed, reaches = _from_below(heads, columns)
    rows = _rows_by_turn(heads)
    for number, (line, places) in enumerate(zip(heads, placed, strict=True)):
        taken = {i for place in places if place is not None for i in range(place[0], place[1] + 1)}
        for piece, place in zip(line.pieces, places, strict=True):
            lower = {below[0] for under, each in zip(heads[number + 1:], placed[number + 1:], strict=True)
                     for other, below in zip(under.pieces, each, strict=True)
                     if below is not None and rows[other.turn] > rows[piece.turn]}
            free = lower - taken
            if place is not None:
                found[piece.turn] = _widened(piece, place, reaches[number], free) if place[0] in lower else place
    return columns, found


def _rows_by_turn(heads: Sequence[Line]) -> dict[int, int]:
    """The row of headings in which each was drawn: a page goes back to the left for the next one.

    A heading in the middle of two rows, 单位 beside 目标 above 2015年, is of the first one and below none.
    """
    pieces = sorted((piece for line in heads for piece in line.pieces), key=lambda piece: piece.turn)
    rows: dict[int, int] = {}
    row, last = 0, None
    for piece in pieces:
        wrapped = last is not None and piece.turn == last.turn + 1 and _below(last, piece)
        row += last is not None and piece.box[0] <= last.box[0] and not wrapped
        rows[piece.turn], last = row, piece
    return rows


def _as_wide_as_their_cell(heads: Sequence[Line]) -> list[Line]:
    """The headings, the lines of a wrapped one as wide as its widest: a short last line may stand over no column."""
    pieces = {piece.turn: piece for line in heads for piece in line.pieces}
    reach: dict[int, Span] = {}
    for turn in sorted(pieces):
        wrapped = [turn]
        while (above := pieces.get(wrapped[0] - 1)) is not None and _below(above, pieces[wrapped[0]]):
            wrapped.insert(0, wrapped[0] - 1)
        span = (min(pieces[each].box[0] for each in wrapped), max(pieces[each].box[2] for each in wrapped))
        reach |= dict.fromkeys(wrapped, span)
    return [Line(tuple(replace(piece, box=(reach[piece.turn][0], piece.box[1], reach[piece.turn][1], piece.box[3]))
                       for piece in line.pieces)) for line in heads]


def _below(above: Piece, piece: Piece) -> bool:
    """Whether a line stands right below another, set to the same side or to the same middle."""
    one, other = above.box, piece.box
    sides = (one[0] - other[0], one[2] - other[2], (one[0] + one[2] - other[0] - other[2]) / 2)
    return 0 < other[1] - one[1] < 2.5 * (other[3] - other[1]) and min(map(abs, sides)) < _SET


def _from_below(heads: Sequence[Line], columns: Sequence[Span]) -> tuple[list[Places], list[list[Span]]]:
    """The places of each line's headings, and how far the columns reach below it: lower headings tell that too."""
    reach, placed, reaches = list(columns), [], []
    for line in reversed(heads):
        under = {i for places in placed for place in places if place is not None for i in range(place[0], place[1] + 1)}
        owned = {i for other in heads if other is not line for piece in other.pieces for i in _met(piece, columns)}
        places = _places(line.pieces, reach, under, owned)
        placed.insert(0, places)
        reaches.insert(0, list(reach))
        for piece, place in zip(line.pieces, places, strict=True):
            if place is not None and place[0] == place[1]:
                left, right = reach[place[0]]
                reach[place[0]] = (min(left, piece.box[0]), max(right, piece.box[2]))
    return placed, reaches


def _widened(piece: Piece, place: tuple[int, int], columns: Sequence[Span], free: set[int]) -> tuple[int, int]:
    """The columns of a group's heading that stands between two of them, but touches only one."""
    first, last = place
    middle = (piece.box[0] + piece.box[2]) / 2
    out = (columns[first][0] - piece.box[0], piece.box[2] - columns[last][1])  # how far it reaches out on both sides
    for wider, reach, other in (((first - 1, last), *out), ((first, last + 1), *out[::-1])):
        if free.intersection(wider) and (reach > max(other, 0) + _REACH or _off(middle, wider, columns) < _off(
                middle, place, columns)):
            return wider
    return place


def _off(middle: float, place: tuple[int, int], columns: Sequence[Span]) -> float:
    return abs((columns[place[0]][0] + columns[place[1]][1]) / 2 - middle)


def _met(piece: Piece, columns: Sequence[Span]) -> list[int]:
    return [i for i, (left, right) in enumerate(columns) if piece.box[0] < right and piece.box[2] > left]


def _places(pieces: Sequence[Piece], columns: Sequence[Span], under: AbstractSet[int] = frozenset(),
            owned: AbstractSet[int] = frozenset()) -> Places:
    """For each heading of a line the columns that it stands over; None where it has one of its own.

    `owned` are the columns over which a heading of another line stands, `under` those with a heading further below: one
    of two neighbours that has none is the heading's own.
    """
    met = [_met(piece, columns) for piece in pieces]
    if len(pieces) == len(columns) and all(not each or i in each for i, each in enumerate(met)):
        return [(i, i) for i in range(len(columns))]
    taken = {i for each in met for i in each}
    found: Places = []
    for piece, each in zip(pieces, met, strict=True):
        if each:
            found.append((each[0], each[-1]))
            continue
        after = next((i for i, (left, _) in enumerate(columns) if left >= piece.box[2]), len(columns))
        free = [i for i in (after - 1, after) if 0 <= i < len(columns) and i not in taken]
        for others in (owned, under):
            free = [i for i in free if i not in others] or free
        found.append((free[0], free[-1]) if free else None)
    return found
