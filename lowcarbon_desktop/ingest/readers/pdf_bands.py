"""Rows of a table without upright rules by the places of its lines, where the order of drawing does not tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lowcarbon_desktop.ingest.readers.pdf_cells import SECTION, Rule
from lowcarbon_desktop.ingest.readers.pdf_headings import Span
from lowcarbon_desktop.ingest.readers.pdf_text import Line, Piece

_LEAST_COLUMNS = 3
_SERIAL = re.compile(r"\d{1,3}[.、．]?")


def place_of(piece: Piece, columns: Sequence[Span]) -> tuple[int, int]:
    """The first and the last column that a piece stands in."""
    met = [i for i, (left, right) in enumerate(columns) if piece.box[0] < right and piece.box[2] > left]
    if met:
        return met[0], met[-1]
    nearest = min(range(len(columns)), key=lambda i: min(abs(piece.box[0] - columns[i][1]),
                                                         abs(piece.box[2] - columns[i][0])))
    return nearest, nearest


def rows_by_place(lines: Sequence[Line], columns: Sequence[Span], rules: Sequence[Rule]) -> list[list[Line]] | None:
    """Lines put together to rows. Between two rules there is one row, unless several lines there begin one."""
    rows: list[list[Line]] = []
    edges = [float("-inf"), *(rule[2] for rule in _across(rules)), float("inf")]
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


def _by_text(lines: Sequence[Line], columns: Sequence[Span]) -> list[list[Line]] | None:
    """Three pieces begin a row, so does a serial number or a section's; words in a middle column go on the name above.

    That holds where names and values stand at the top of their row. Where a name begins above its value, or anything
    else could go to two rows, nobody can tell, and the answer is None.
    """
    full = min(_LEAST_COLUMNS, len(columns))
    numbered = all(_SERIAL.fullmatch(line.pieces[0].text) for line in lines[1:] if len(line.pieces) >= full)
    rows: list[list[Line]] = []
    for line in lines:
        places = [place_of(piece, columns)[0] for piece in line.pieces]
        serial = places[0] == 0 and (_SERIAL if len(places) > 1 else SECTION).match(line.pieces[0].text)
        if len(places) >= full or serial or (numbered and places == [0]):
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


def _holds(line: Line, column: int, columns: Sequence[Span]) -> bool:
    return any(place_of(piece, columns)[0] == column for piece in line.pieces)


def _across(rules: Sequence[Rule]) -> list[Rule]:
    """The rules that run across the whole table."""
    widest = max((right - left for left, right, _ in rules), default=0)
    return [rule for rule in rules if rule[1] - rule[0] > widest - 4]
