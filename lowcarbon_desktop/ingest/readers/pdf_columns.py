"""Cells of a table without upright rules: columns by the gaps that all its lines share, rows by rules or by text.

Where there is more than one way to tell them apart, the table is left with a reason: a wrong cell is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import EMPTY, RawCell
from lowcarbon_desktop.ingest.readers.pdf_headings import Span, head_lines, with_headings
from lowcarbon_desktop.ingest.readers.pdf_regions import is_pair, looks_like_one
from lowcarbon_desktop.ingest.readers.pdf_rows import rows_by_turn
from lowcarbon_desktop.ingest.readers.pdf_runs import in_lines, parted
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable
from lowcarbon_desktop.ingest.readers.pdf_text import Line, Piece, around, text_of
from lowcarbon_desktop.ingest.readers.pdf_wraps import SECTION, Cell, Rule

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_GAP = 0.5
_SERIAL = re.compile(r"\d{1,3}[.、．]?")
_VALUE = re.compile(r"[\d—–\-/≥≤><＞＜~约超]")
_HEAD = 3


def by_gaps(page: int, runs: Sequence[Piece], rules: Sequence[Rule] = (),
            known: Sequence[Span] = ()) -> PageTable | None:
    """The table that these runs make, `rules` being the rules across it; None where they make none.

    `known` are the columns of the table of which this is the sequel.
    """
    runs = parted(runs)
    lines = in_lines(runs)
    many = [line for line in lines if len(line.pieces) >= 2]
    if not known and not looks_like_one(lines) and not (rules and len(many) >= _LEAST_ROWS):
        return None
    least = 2 if is_pair(lines) else _LEAST_COLUMNS
    columns, heads = (list(known), {}) if known else _columns_and_heads(many, lines, least)
    if columns is None:
        return unclear(page, lines)
    places = {run.turn: heads.get(run.turn) or _place(run, columns) for run in runs}
    drawn = rows_by_turn([Cell(*places[run.turn], [run]) for run in runs], rules, bool(known))
    rows = drawn[0] if drawn is not None and drawn[1] else None
    if rows is None:
        told = _rows(lines, columns, rules)
        rows = None if told is None else [[Cell(*places[piece.turn], [piece]) for line in row for piece in line.pieces]
                                          for row in told]
    if rows is None and drawn is not None and _of_values(drawn[0]):
        rows = drawn[0]
    if rows is None:
        return _left(page, lines, message("pdf-unclear-rows"))
    return _table(page, rows, columns)


def _of_values(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether each row below one or two of headings ends with a value, so that none can be the rest of another.

    A section's heading stands alone, and says that it is one.
    """
    two = len(rows) > _LEAST_ROWS and len(rows[1]) > 1 and not any(
        _VALUE.match(cell.pieces[0].text) for cell in rows[1])
    return all((len(row) > 1 and _VALUE.match(row[-1].pieces[0].text)) or (
        len(row) == 1 and SECTION.match(row[0].pieces[0].text)) for row in rows[2 if two else 1:])


def _columns_and_heads(many: Sequence[Line], lines: Sequence[Line],
                       least: int) -> tuple[list[Span] | None, dict[int, tuple[int, int]]]:
    """The columns, and which of them each heading stands over. Wrapped words count too, unless they part nothing."""
    count = head_lines(many)
    body = None
    if len(many) - count >= 2:
        below = [line for line in lines if line.top > many[count - 1].top + 1]
        body = _columns(below, least) or _columns(many[count:], least)
    if body is not None:
        return with_headings(many[:count], body)
    lines = many
    for skipped in range(min(_HEAD, len(lines) - 1)):
        columns = _columns(lines[skipped:], least)
        if columns is not None:
            return columns, {}
    return None, {}


def _columns(lines: Sequence[Line], least: int) -> list[Span] | None:
    """From where to where each column reaches; None where a line has two pieces in one of them."""
    spans: list[list[float]] = []
    for left, right in sorted((piece.box[0], piece.box[2]) for line in lines for piece in line.pieces):
        if spans and left - spans[-1][1] < _GAP:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    columns = [(left, right) for left, right in spans]
    if len(columns) < least:
        return None
    for line in lines:
        places = [_place(piece, columns)[0] for piece in line.pieces]
        if len(set(places)) < len(places):
            return None
    return columns


def _place(piece: Piece, columns: Sequence[Span]) -> tuple[int, int]:
    """The first and the last column that a piece stands in."""
    met = [i for i, (left, right) in enumerate(columns) if piece.box[0] < right and piece.box[2] > left]
    if met:
        return met[0], met[-1]
    nearest = min(range(len(columns)), key=lambda i: min(abs(piece.box[0] - columns[i][1]),
                                                         abs(piece.box[2] - columns[i][0])))
    return nearest, nearest


def _rows(lines: Sequence[Line], columns: Sequence[Span], rules: Sequence[Rule]) -> list[list[Line]] | None:
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
        places = [_place(piece, columns)[0] for piece in line.pieces]
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
    return any(_place(piece, columns)[0] == column for piece in line.pieces)


def _across(rules: Sequence[Rule]) -> list[Rule]:
    """The rules that run across the whole table."""
    widest = max((right - left for left, right, _ in rules), default=0)
    return [rule for rule in rules if rule[1] - rule[0] > widest - 4]


def _table(page: int, rows: Sequence[Sequence[Cell]], columns: Sequence[Span]) -> PageTable:
    texts, boxes, merges = [], [], []
    for number, row in enumerate(rows):
        held: list[list[Piece]] = [[] for _ in columns]
        for cell in row:
            held[cell.first] += cell.pieces
            last = len(columns) - 1 if len(row) == 1 and SECTION.match(cell.pieces[0].text) else cell.last
            if last > cell.first or cell.down:
                merges.append((number, cell.first, number + cell.down, last))
        own = [cell.box for cell in row if not cell.down] or [cell.box for cell in row]
        top, bottom = min(box[1] for box in own), max(box[3] for box in own)
        texts.append(tuple(RawCell(text_of(pieces)) if pieces else EMPTY for pieces in held))
        boxes.append(tuple(tuple(round(float(each), 1) for each in (left, top, right, bottom))
                           for left, right in columns))
    box = around([cell.box for row in rows for cell in row])
    return PageTable(page, box, tuple(texts), tuple(boxes), tuple(left for left, _ in columns), tuple(merges),
                     spans=tuple(columns))


def unclear(page: int, lines: Sequence[Line]) -> PageTable:
    """Lines of which nobody can tell what stands beside what."""
    return _left(page, lines, message("pdf-unclear-columns"))


def _left(page: int, lines: Sequence[Line], why: Message) -> PageTable:
    box = around([piece.box for line in lines for piece in line.pieces])
    return PageTable(page, box, tuple((RawCell(line.text),) for line in lines),
                     tuple((around([piece.box for piece in line.pieces]),) for line in lines), (), left=why)
