"""Cells of a table without upright rules: columns by the gaps that all its lines share, rows by rules or by text.

Where there is more than one way to tell them apart, the table is left with a reason: a wrong cell is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import EMPTY, RawCell
from lowcarbon_desktop.ingest.readers.pdf_bands import place_of, rows_by_place
from lowcarbon_desktop.ingest.readers.pdf_cells import SECTION, Cell, Rule, tall
from lowcarbon_desktop.ingest.readers.pdf_headings import Span, head_lines, with_headings
from lowcarbon_desktop.ingest.readers.pdf_regions import is_pair, looks_like_one
from lowcarbon_desktop.ingest.readers.pdf_rows import rows_by_turn
from lowcarbon_desktop.ingest.readers.pdf_runs import in_lines, parted
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable
from lowcarbon_desktop.ingest.readers.pdf_text import Line, Piece, around, text_of

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_GAP = 0.5
_ROOM = 4  # of a line's height: a wrapped name leaves less before the next column
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
    between = len(rules) > 1 and all(len(line.pieces) <= 2 for line in lines)
    least = 2 if between or is_pair(lines) else _LEAST_COLUMNS
    columns, heads = (list(known), {}) if known else _columns_and_heads(many, lines, least)
    if columns is None:
        return unclear(page, lines)
    places = {run.turn: heads.get(run.turn) or place_of(run, columns) for run in runs}
    drawn = rows_by_turn([Cell(*places[run.turn], [run]) for run in runs], rules, bool(known))
    rows = drawn[0] if drawn is not None and drawn[1] else None
    if rows is None:
        told = rows_by_place(lines, columns, rules)
        rows = None if told is None else [[Cell(*places[piece.turn], [piece]) for line in row for piece in line.pieces]
                                          for row in told]
    if rows is None and drawn is not None and _of_values(drawn[0], columns[1][0]):
        rows = drawn[0]
    if rows is None:
        return _left(page, lines, message("pdf-unclear-rows"))
    return _table(page, rows, columns)


def _of_values(rows: Sequence[Sequence[Cell]], behind: float) -> bool:
    """Whether each row below one or two of headings ends with a value, so that none can be the rest of another.

    The heading of a section stands alone: it says that it is one, or the name above it has room for more before what
    stands `behind` it.
    """
    two = len(rows) > _LEAST_ROWS and len(rows[1]) > 1 and not any(
        _VALUE.match(cell.pieces[0].text) for cell in rows[1])
    first = 2 if two else 1
    return all(_ends_with_a_value(row) or _heads_a_section(row, above, below, behind) for above, row, below in zip(
        rows[first - 1:], rows[first:], [*rows[first + 1:], []], strict=False))


def _ends_with_a_value(row: Sequence[Cell]) -> bool:
    return len(row) > 1 and _VALUE.match(row[-1].pieces[0].text) is not None


def _heads_a_section(row: Sequence[Cell], above: Sequence[Cell], below: Sequence[Cell], behind: float) -> bool:
    if len(row) > 1:
        return False
    if SECTION.match(row[0].pieces[0].text):
        return True
    room = behind - above[0].box[2] > _ROOM * tall(row[0])
    return row[0].first == row[0].last == 0 and room and _ends_with_a_value(below)


def _columns_and_heads(many: Sequence[Line], lines: Sequence[Line],
                       least: int) -> tuple[list[Span] | None, dict[int, tuple[int, int]]]:
    """The columns, and which of them each heading stands over. Wrapped words count too, unless they part nothing."""
    count = head_lines(many)
    body = None
    heads = many[:count]
    if len(many) - count >= 2:
        rest = _rest_of(heads, [line for line in lines if line.top < many[count].top])
        heads = sorted([*heads, *rest], key=lambda line: line.top)
        below = [line for line in lines if line.top > many[count - 1].top + 1 and line not in heads]
        body = _columns(below, least) or _columns(many[count:], least)
    if body is not None:
        return with_headings(heads, body)
    lines = many
    for skipped in range(min(_HEAD, len(lines) - 1)):
        columns = _columns(lines[skipped:], least)
        if columns is not None:
            return columns, {}
    return None, {}


def _rest_of(heads: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The further lines of wrapped headings, each drawn right behind the one above it."""
    drawn = {piece.turn: piece.box for line in heads for piece in line.pieces}
    found: list[Line] = []
    for line in lines:
        piece = line.pieces[0]
        above = drawn.get(piece.turn - 1)
        if len(line.pieces) == 1 and line not in heads and above is not None and (
                above[1] < piece.box[1] and above[0] < piece.box[2] and above[2] > piece.box[0]):
            found.append(line)
            drawn[piece.turn] = piece.box
    return found


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
        places = [place_of(piece, columns)[0] for piece in line.pieces]
        if len(set(places)) < len(places):
            return None
    return columns


def _table(page: int, rows: Sequence[Sequence[Cell]], columns: Sequence[Span]) -> PageTable:
    texts, boxes, merges = [], [], []
    for number, row in enumerate(rows):
        held: list[list[Piece]] = [[] for _ in columns]
        for cell in row:
            over = len(row) == 1 and SECTION.match(cell.pieces[0].text) is not None
            first, last = (0, len(columns) - 1) if over else (cell.first, cell.last)
            held[first] += cell.pieces
            if last > first or cell.down:
                merges.append((number, first, number + cell.down, last))
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
