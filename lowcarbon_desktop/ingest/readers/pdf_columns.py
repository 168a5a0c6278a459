"""Cells of a table without upright rules: columns by the gaps that all its lines share, rows by rules or by text.

Where there is more than one way to tell them apart, the table is left with a reason: a wrong cell is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import EMPTY, RawCell
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable
from lowcarbon_desktop.ingest.readers.pdf_text import Line, Piece, around, text_of

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_GAP = 3.0
_SERIAL = re.compile(r"\d{1,3}[.、．]?")
_SECTION = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]")
Row = list[Line]


def by_gaps(page: int, lines: Sequence[Line], rules: Sequence[float] = ()) -> PageTable | None:
    """The table that these lines make, `rules` being the heights of rules across it; None where they make none."""
    many = [line for line in lines if len(line.pieces) >= 2]
    if len(many) < _LEAST_ROWS or max((len(line.pieces) for line in many), default=0) < _LEAST_COLUMNS:
        return None
    columns = _columns(many)
    if columns is None and len(many) > _LEAST_ROWS:
        columns = _columns(many[1:])  # the heading may hold one word over several columns
    if columns is None:
        return _left(page, lines, message("pdf-unclear-columns"))
    rows = _rows(lines, columns, rules)
    if rows is None:
        return _left(page, lines, message("pdf-unclear-rows"))
    return _table(page, rows, columns)


def regions(lines: Sequence[Line]) -> list[list[Line]]:
    """The runs of lines that look like a table without rules: three pieces and more, line after line."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        run = runs[-1]
        height = line.bottom - line.top
        far = bool(run) and line.top - run[-1].bottom > 2.5 * height
        prose = len(line.pieces) == 1 and line.pieces[0].box[2] - line.pieces[0].box[0] > 30 * height
        if far or prose:
            runs.append([])
        if not prose and (runs[-1] or len(line.pieces) >= _LEAST_COLUMNS):
            runs[-1].append(line)
    return [run for run in map(_trimmed, runs)
            if sum(len(line.pieces) >= _LEAST_COLUMNS for line in run) >= _LEAST_ROWS]


def _trimmed(run: list[Line]) -> list[Line]:
    """Without what stands below the last line with two pieces, but for one line that goes on a name."""
    last = max((i for i, line in enumerate(run) if len(line.pieces) >= 2), default=-1)
    after = run[last + 1:last + 2]
    goes_on = after and last >= 0 and after[0].pieces[0].box[0] > run[last].pieces[0].box[2] and \
        after[0].top - run[last].bottom < 0.8 * (run[last].bottom - run[last].top)
    return run[:last + 2] if goes_on else run[:last + 1]


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]] | None:
    """From where to where each column reaches; None where a line has two pieces in one of them."""
    spans: list[list[float]] = []
    for left, right in sorted((piece.box[0], piece.box[2]) for line in lines for piece in line.pieces):
        if spans and left - spans[-1][1] < _GAP:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    columns = [(left, right) for left, right in spans]
    if len(columns) < _LEAST_COLUMNS:
        return None
    for line in lines:
        places = [_place(piece, columns)[0] for piece in line.pieces]
        if len(set(places)) < len(places):
            return None
    return columns


def _place(piece: Piece, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The first and the last column that a piece stands in."""
    met = [i for i, (left, right) in enumerate(columns) if piece.box[0] < right and piece.box[2] > left]
    if met:
        return met[0], met[-1]
    nearest = min(range(len(columns)), key=lambda i: min(abs(piece.box[0] - columns[i][1]),
                                                         abs(piece.box[2] - columns[i][0])))
    return nearest, nearest


def _rows(lines: Sequence[Line], columns: Sequence[tuple[float, float]], rules: Sequence[float]) -> list[Row] | None:
    """Lines put together to rows. Between two rules there is one row, unless several lines there begin one."""
    rows: list[Row] = []
    edges = [float("-inf"), *rules, float("inf")]
    for above, below in pairwise(edges):
        band = [line for line in lines if above <= (line.top + line.bottom) / 2 < below]
        if not band:
            continue
        if sum(len(line.pieces) >= 2 for line in band) <= 1 and above > edges[0] and below < edges[-1]:
            rows.append(band)
            continue
        more = _by_text(band, columns)
        if more is None:
            return None
        rows += more
    return rows


def _by_text(lines: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[Row] | None:
    """Three pieces begin a row, so does a serial number or a section's; words in a middle column go on the name above.

    That holds where names and values stand at the top of their row. Where a name begins above its value, or anything
    else could go to two rows, nobody can tell, and the answer is None.
    """
    numbered = all(_SERIAL.fullmatch(line.pieces[0].text) for line in lines[1:] if len(line.pieces) >= _LEAST_COLUMNS)
    rows: list[Row] = []
    for line in lines:
        places = [_place(piece, columns)[0] for piece in line.pieces]
        serial = places[0] == 0 and (_SERIAL if len(places) > 1 else _SECTION).match(line.pieces[0].text)
        if len(places) >= _LEAST_COLUMNS or serial or (numbered and places == [0]):
            if rows and line.top < rows[-1][-1].bottom - 0.2 * (line.bottom - line.top):
                return None
            rows.append([line])
        elif len(rows) < 2 or len(places) > 1 or places[0] in (0, len(columns) - 1) or \
                not _holds(rows[-1][0], places[0], columns):
            return None
        else:
            rows[-1].append(line)
    within = max((below.bottom - above.bottom for row in rows for above, below in pairwise(row)), default=None)
    behind = min((below[0].bottom - above[-1].bottom for above, below in pairwise(rows) if len(above) > 1),
                 default=None)
    return None if within is not None and behind is not None and within > behind + 1.5 else rows


def _holds(line: Line, column: int, columns: Sequence[tuple[float, float]]) -> bool:
    return any(_place(piece, columns)[0] == column for piece in line.pieces)


def _table(page: int, rows: Sequence[Row], columns: Sequence[tuple[float, float]]) -> PageTable:
    texts, boxes, merges = [], [], []
    for number, row in enumerate(rows):
        held: list[list[Piece]] = [[] for _ in columns]
        for piece in (piece for line in row for piece in line.pieces):
            first, last = _place(piece, columns)
            held[first].append(piece)
            if last > first:
                merges.append((number, first, number, last))
        top, bottom = min(line.top for line in row), max(line.bottom for line in row)
        texts.append(tuple(RawCell(text_of(pieces)) if pieces else EMPTY for pieces in held))
        boxes.append(tuple(tuple(round(float(each), 1) for each in (left, top, right, bottom))
                           for left, right in columns))
    box = around([piece.box for row in rows for line in row for piece in line.pieces])
    return PageTable(page, box, tuple(texts), tuple(boxes), tuple(left for left, _ in columns), tuple(merges))


def _left(page: int, lines: Sequence[Line], why: Message) -> PageTable:
    box = around([piece.box for line in lines for piece in line.pieces])
    return PageTable(page, box, tuple((RawCell(line.text),) for line in lines),
                     tuple((around([piece.box for piece in line.pieces]),) for line in lines), (), left=why)
