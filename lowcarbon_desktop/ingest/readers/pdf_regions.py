"""Where on a page tables without upright rules may stand: lines of several pieces, up to a caption or a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lowcarbon_desktop.ingest.readers.paragraphs import CONTINUED
from lowcarbon_desktop.ingest.readers.pdf_runs import in_lines, level, parted
from lowcarbon_desktop.ingest.readers.pdf_text import Line, Piece, piece_of

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_WIDE = 30  # of a line's height: no cell is as wide as that
_LEAST_HEADINGS = 2
_HEADING = re.compile(r"^(?:序号|指标.{0,4}|项目|目标.{0,4}|.{2,6}目标值?|单位|类[别型]|名称|地区|区县|县区"
                      r"|县\W市、?区\W|领域|部门|数值|任务|(?:19|20)\d\d\s*年?.{0,4}|备注)$")
_INDENT = 4  # of a line's height: no paragraph begins further right
_HEAD, _HEAD_LINES = 3, 4
_TOUCH = 0.5
_LINES = 1.6  # of a line's height: how far a cell's lines may stand apart
_WORDS = 12  # signs without a gap: no row of headings has so many
_OUTSIDE = re.compile(r"\s*(?:续?附?[表图]\s*[\d一二三四五六七八九十]|[（(]?(?:计量)?单位[:：]"
                      r"|(?:备?注|说明|资料来源|数据来源)\d*[:：])")


def is_outside(line: Line, left: float | None = None) -> bool:
    """Whether a line is no row of a table: its caption, its unit, a note below it, or a sentence.

    A sentence that begins far from the `left` edge of the text is one in a cell.
    """
    text = line.text
    if len(line.pieces) > 1 and not _OUTSIDE.match(text):
        return False
    ends = text.endswith(("。", "；", "：")) and (
        left is None or line.pieces[0].box[0] < left + _INDENT * (line.bottom - line.top))
    return bool(_OUTSIDE.match(text)) or ends or wide(line)


def wide(line: Line) -> bool:
    """Whether a line is one piece that is wider than any cell, and no row of short headings set close together."""
    left, _, right, _ = line.pieces[0].box
    words = max(map(len, line.text.split()), default=0) > _WORDS or re.search("[，。；、]", line.text)
    return len(line.pieces) == 1 and right - left > _WIDE * (line.bottom - line.top) and bool(words)


def regions(runs: Sequence[Piece]) -> list[list[Piece]]:
    """The runs of signs, table by table, of all that looks like one: three pieces in a line, line after line."""
    found: list[list[Line]] = [[]]
    lines = in_lines(runs)
    left = min((line.pieces[0].box[0] for line in lines), default=0.0)
    for line in lines:
        table = found[-1]
        far = bool(table) and line.top - table[-1].bottom > 2.5 * (line.bottom - line.top)
        outside = is_outside(line, left) or is_outside(_closed(line), left)
        if far or outside:
            found.append([])
        if not outside:
            found[-1].append(line)
    tables = [_trimmed(table) for table in map(_from_heading, found) if table]
    return [sorted((piece for line in table for piece in line.pieces), key=lambda piece: piece.turn)
            for table in tables if looks_like_one(table)]


def _closed(line: Line) -> Line:
    """The line with runs put together that leave no gap: a font of its own draws the quotation marks of a sentence."""
    groups: list[list[Piece]] = []
    for piece in line.pieces:
        tall = piece.box[3] - piece.box[1]
        if groups and piece.box[0] - max(each.box[2] for each in groups[-1]) < _TOUCH * tall:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    if len(groups) > 1 or len(line.pieces) == 1:
        return line
    return Line((piece_of([char for piece in groups[0] for char in piece.chars]),))


def looks_like_one(lines: Sequence[Line]) -> bool:
    """Whether lines make a table: three with three pieces, or headings and something below them."""
    if is_pair(lines):
        return True
    wide = [line for line in lines if len(line.pieces) >= _LEAST_COLUMNS]
    return len(wide) >= _LEAST_ROWS or (len(lines) >= _LEAST_ROWS and any(
        sum(_HEADING.search(piece.text) is not None for piece in line.pieces) >= _LEAST_HEADINGS for line in wide))


def is_pair(lines: Sequence[Line]) -> bool:
    """Whether lines make a table of two columns: names below 指标 and values below 目标值, and nothing beside them."""
    first = next((line for line in lines if len(line.pieces) > 1), None)
    return first is not None and len(first.pieces) == 2 and len(lines) >= _LEAST_ROWS and all(
        _HEADING.search(piece.text) is not None for piece in first.pieces) and all(
        len(line.pieces) <= 2 for line in lines)


def sequel(runs: Sequence[Piece], spans: Sequence[tuple[float, float]], below: float) -> list[Piece]:
    """The runs at the head of a page that stand in the columns of the table with which the page before ends.

    What stands above the height `below` may be a running head.
    """
    taken: list[Line] = []
    for line in in_lines(runs):
        fits = all(sum(left - 2 < piece.box[2] and piece.box[0] < right + 2 for left, right in spans) == 1
                   for piece in line.pieces)
        far = bool(taken) and line.top - taken[-1].bottom > 2.5 * (line.bottom - line.top)
        if fits and not far and not is_outside(line):
            taken.append(line)
        elif taken or not (line.top < below or CONTINUED.fullmatch(line.text)):
            break
    if not any(len(line.pieces) > 1 or line.pieces[0].box[0] > spans[0][1] for line in taken):
        return []
    kept = _trimmed(taken)
    return sorted((piece for line in kept for piece in line.pieces), key=lambda piece: piece.turn)


def _from_heading(lines: list[Line]) -> list[Line]:
    """From the first line with several pieces on, or the one above where its headings stand close together.

    A line above that is drawn between headings is one of theirs: of one that is wrapped, or stands over several.
    """
    first = next((i for i, line in enumerate(lines) if len(line.pieces) > 1), len(lines))
    above = range(first - 1, max(first - _HEAD_LINES, 0) - 1, -1) if first < len(lines) else ()
    first = next((at for at in reversed(above) if _is_of_the_head(lines[at:first], lines[first:first + _HEAD])), first)
    if 0 < first < len(lines):
        runs = [piece for line in lines[first - 1:] for piece in line.pieces]
        heads = [piece for piece in parted(runs) if level(piece.box, lines[first - 1].pieces[0].box)]
        first -= len(heads) >= _LEAST_COLUMNS
    return lines[first:]


def _is_of_the_head(above: Sequence[Line], head: Sequence[Line]) -> bool:
    """Whether the page draws these lines between headings that stand below them."""
    turns = {piece.turn for line in above for piece in line.pieces}
    drawn = {piece.turn for line in head for piece in line.pieces}
    return all(beside in drawn or beside in turns for turn in turns for beside in (turn - 1, turn + 1))


def _trimmed(table: list[Line]) -> list[Line]:
    """Without what stands below the last line with two pieces, unless it is drawn before the end of that one."""
    last = max((i for i, line in enumerate(table) if len(line.pieces) >= 2), default=-1)
    if last < 0:
        return table
    end = max(piece.turn for line in table[:last + 1] for piece in line.pieces)
    many = table[last]
    while last + 1 < len(table) and (table[last + 1].pieces[0].turn < end or _goes_on(many, table[last + 1], end)):
        last += 1
        end = max(end, table[last].pieces[0].turn)
    return table[:last + 1]


def _goes_on(line: Line, after: Line, end: int) -> bool:
    """Whether a line goes on a cell that does not stand in the first column, as the page draws it right behind."""
    near = 0.8 if after.pieces[0].turn != end + 1 else _LINES
    return after.pieces[0].box[0] > line.pieces[0].box[2] and \
        after.top - line.bottom < near * (line.bottom - line.top)
