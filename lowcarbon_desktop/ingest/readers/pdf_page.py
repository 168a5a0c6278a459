"""One page of a PDF: its tables, ruled or not, and the lines of text between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ingest.limits import MAX_EDGES
from lowcarbon_desktop.ingest.readers.paragraphs import PageLine
from lowcarbon_desktop.ingest.readers.pdf_bounds import TooMuch, lay_out
from lowcarbon_desktop.ingest.readers.pdf_columns import by_gaps, unclear
from lowcarbon_desktop.ingest.readers.pdf_laid_over import NOTHING, LaidOver, laid_over, of_watermark, within
from lowcarbon_desktop.ingest.readers.pdf_laid_over import turned as is_turned
from lowcarbon_desktop.ingest.readers.pdf_regions import regions
from lowcarbon_desktop.ingest.readers.pdf_rules import rules_across, sides, squared
from lowcarbon_desktop.ingest.readers.pdf_runs import runs_of
from lowcarbon_desktop.ingest.readers.pdf_sequel import EDGE, ends_left, open_end, rows_ahead, sequel_of
from lowcarbon_desktop.ingest.readers.pdf_sight import COVERED, UNKNOWN, UNSEEN
from lowcarbon_desktop.ingest.readers.pdf_split import in_reading_order
from lowcarbon_desktop.ingest.readers.pdf_staggered import in_columns, rest_below, staggered
from lowcarbon_desktop.ingest.readers.pdf_struck import doubted, struck
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable, ruled
from lowcarbon_desktop.ingest.readers.pdf_text import Char, Line, around, lines_of, same_line
from lowcarbon_desktop.ingest.readers.pdf_unseen import unseen
from lowcarbon_desktop.ingest.readers.pictures import NO_PICTURES, Picture, Told, told_of
from lowcarbon_desktop.ingest.taken_back import weighs
from lowcarbon_desktop.plan.where import Box

_NUMBER = re.compile(r"[-—–·\s]*(?:第?\s*\d{1,4}\s*页?)(?:\s*[/，,共]\s*\d{1,4}\s*页?)?[-—–·\s]*")
_TURNED = 0.3
_FEW = 20
_CENTIMETRE = 28.35  # points
_WHOLE = 0.6


@dataclass(frozen=True)
class PageRead:
    """The tables of a page and its lines of text from the top, page numbers left out.

    `why` is the code of the reason where it was not read; `recognised` is True where a machine read its text off a
    picture; `pictures` is what is known of those between its lines.
    """

    number: int
    parts: tuple[PageLine | PageTable, ...] = ()
    signs: int = 0
    unknown: int = 0
    height: float = 0
    why: str | None = None
    recognised: bool = False
    over: LaidOver = NOTHING
    pictures: Told = NO_PICTURES


def read_page(page, number: int, step: Callable[[], None], before: PageRead | None = None) -> PageRead:
    """Read one page of pdfplumber; `step` is called in between and may raise. `before` is the page before."""
    try:
        laid = lay_out(page, step)
    except TooMuch:
        return PageRead(number, why="pdf-pages-heavy")
    watermark = of_watermark(page.chars)
    over = laid_over(page, watermark)
    turned = sum(map(is_turned, page.chars))
    if turned > _TURNED * len(page.chars) and turned > _FEW:
        return PageRead(number, signs=turned, why="pdf-pages-turned")
    page.edges[:] = squared(page.edges)
    pictured = _pictured(page)
    seen = laid.signs - laid.unseen
    recognised = bool(page.chars) and pictured > _WHOLE and seen < 0.5 * laid.signs
    chars = _without([char for char in page.chars if char["upright"] and not is_turned(char)], watermark)
    gone = struck(page.edges, chars) + [char for char in chars if over.struck and within(char, over.struck)]
    hidden = [] if recognised else [char for char in chars if char["tag"] == COVERED]
    chars = _without(chars, gone + hidden)
    faint = unseen(chars, page.rects, page.images) + hidden
    if not recognised:
        faint += [char for char in chars if char["tag"] == UNSEEN or not _inside(char, page.bbox)]
    unread = [char for char in chars if char["tag"] == UNKNOWN]
    for char in unread:
        char["text"] = "\ufffd"
    lines = lines_of(chars)
    held = (before.parts, before.height) if before is not None else ((), 0.0)
    known = open_end(*held)
    more = sequel_of(page, number, chars, known) if known else None
    tables = _ruled(page, number, chars, lines, more)
    free = [char for char in chars if not any(_inside(char, table.box) for table in tables)]
    lines = lines_of(free) if tables else lines
    if sum(len(line.pieces) > 1 for line in lines) > 1:
        found = [by_gaps(number, region) for region in regions(runs_of(free))]
        found = [_with_rest(table, lines) for table in found if table is not None]
        tables += found
        lines = [line for line in lines if not any(_holds(table.box, line) for table in found)]
    rest = rows_ahead(lines, EDGE * float(page.height)) if ends_left(*held) else []
    for stretch in [*([rest] if rest else []), *staggered(_without_lines(lines, rest))]:
        tables.append(unclear(number, stretch))
        lines = _without_lines(lines, stretch)
    edge = {line.text for line in lines if line.top < EDGE * page.height or line.bottom > (1 - EDGE) * page.height}
    said = [(top, PageLine(line.text, number, around(piece.box for piece in line.pieces), column,
                           message("words-in-columns") if in_columns(line) else None))
            for top, column, line in in_reading_order(lines)
            if not (line.text in edge and _NUMBER.fullmatch(line.text))]
    parts = sorted([*said, *((table.box[1], table) for table in tables)], key=lambda each: each[0])
    for signs, code in ((faint, "words-unseen"), (gone, "words-struck"), (_in_words(unread, chars), "words-unknown")):
        places = [_middle((char["x0"], char["top"], char["x1"], char["bottom"])) for char in signs]
        parts = [(top, doubted(part, places, message(code))) for top, part in parts] if signs else parts
    for box, text in over.comments:
        if weighs(text):
            why = message("words-annotated", text=text)
            parts = [(top, doubted(part, [_middle(box)], why, wide=1000)) for top, part in parts]
    bare = pictured > _WHOLE and not tables and all(line.text in edge for line in lines)
    left = "pdf-pages-picture" if page.images and (not chars or bare) else "pdf-pages-turned" if turned > _FEW else None
    return PageRead(number, tuple(part for _, part in parts), len(chars), len(unread), float(page.height), left,
                    recognised, over, NO_PICTURES if left or recognised else _pictures(page, parts))


def _pictures(page, parts: Sequence[tuple[float, PageLine | PageTable]]) -> Told:
    """What the lines of a page say of the pictures between them; one below the text is no picture of its own."""
    found = []
    for image in page.images:
        box = (image["x0"], image["top"], image["x1"], image["bottom"])
        at = sum(top < box[1] + 2 for top, _ in parts)
        if not any(box[1] < (part.box[1] + part.box[3]) / 2 < box[3] for _, part in parts):
            found.append(Picture(at, *((float(high - low) / _CENTIMETRE) for low, high in (box[::2], box[1::2]))))
    return told_of([part.text if isinstance(part, PageLine) else part for _, part in parts], found)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _with_rest(table: PageTable, lines: Sequence[Line]) -> PageTable:
    """The table; where its last rows stand apart from it, it is left with them, for nobody can tell where each belongs.
    """
    rest = rest_below(table.box[3], table.spans, lines) if table.left is None else []
    return unclear(table.page, [*(line for line in lines if _holds(table.box, line)), *rest]) if rest else table


def _without(chars: list[Char], taken: Sequence[Char]) -> list[Char]:
    gone = set(map(id, taken))
    return [char for char in chars if id(char) not in gone] if gone else chars


def _in_words(unread: Sequence[Char], chars: Sequence[Char]) -> list[Char]:
    """The signs that nobody can read and that do not begin their line, where the bullet of a list would stand."""
    return [sign for sign in unread if any(
        char["x1"] <= sign["x0"] + 1 and same_line(char, sign) and str(char["text"]).strip() for char in chars)]


def _pictured(page) -> float:
    """How much of a page its largest picture covers."""
    whole = float(page.width * page.height) or 1.0
    return max((float((each["x1"] - each["x0"]) * (each["bottom"] - each["top"])) / whole for each in page.images),
               default=0.0)


def _without_lines(lines: Sequence[Line], taken: Sequence[Line]) -> list[Line]:
    gone = set(map(id, taken))
    return [line for line in lines if id(line) not in gone]


def _holds(box: Box, line: Line) -> bool:
    """Whether a line stands at the height of an unruled table, which has its part of the page to itself."""
    return box[1] - 1 < (line.top + line.bottom) / 2 < box[3] + 1


def _inside(char: Char, box: Box) -> bool:
    return box[0] <= (char["x0"] + char["x1"]) / 2 <= box[2] and box[1] <= (char["top"] + char["bottom"]) / 2 <= box[3]


def _ruled(page, number: int, chars: Sequence[Char], lines: Sequence[Line],
           more: PageTable | None) -> list[PageTable]:
    tables = [more] if more is not None else []
    if not page.edges or len(page.edges) > MAX_EDGES:
        return tables
    rules = rules_across(page.edges)
    found = page.find_tables({"explicit_vertical_lines": sides(page, rules, lines)} if rules else {})
    for each in found:
        if more is not None and each.bbox[1] < more.box[3]:
            continue
        cells = [cell for cell in each.cells if cell[2] - cell[0] > 1 and cell[3] - cell[1] > 1]
        inside = [char for char in chars if _inside(char, each.bbox)]
        if len({round(cell[0]) for cell in cells}) > 1:
            tables.append(ruled(number, cells, inside))
            continue
        own = [rule for rule in rules if each.bbox[1] - 1 < rule[2] < each.bbox[3] + 1]
        table = by_gaps(number, runs_of(inside), own)
        if table is not None:
            tables.append(table)
    return tables
