"""PDF with text: its paragraphs, and its tables as grids, one that runs over pages as one."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Around, Content, Grid
from lowcarbon_desktop.ingest.limits import MAX_DRAWN, MAX_PAGES, MAX_SIGNS, MAX_STREAM
from lowcarbon_desktop.ingest.readers.open_tables import too_much_text
from lowcarbon_desktop.ingest.readers.paragraphs import PageLine, edges_by_page, goes_on, passages_of
from lowcarbon_desktop.ingest.readers.pdf_bounds import TooMuch, guard_streams
from lowcarbon_desktop.ingest.readers.pdf_heads import footnotes_of, without_footnotes, without_heads
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead, read_page
from lowcarbon_desktop.ingest.readers.pdf_pages import Long, joined_tables
from lowcarbon_desktop.ingest.readers.pdf_told import IN_PART, doubted, remarks_of
from lowcarbon_desktop.ingest.readers.pictures import left_out
from lowcarbon_desktop.progress import Progress

_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError, AssertionError,
           NotImplementedError, OSError, ZeroDivisionError, struct.error, zlib.error)


def read(name: str, data: bytes, progress: Progress) -> Content:
    """The paragraphs and the tables from the first page on.

    Raises PlanUnreadable: no PDF, encrypted, damaged, too many pages, or pictures only.
    """
    if b"%PDF-" not in data[:1024]:
        raise PlanUnreadable(message("not-a-pdf", file=name))
    pages = _pages(name, data, progress)
    if all(page.signs == 0 for page in pages):
        picture = any(page.why == "pdf-pages-picture" for page in pages)
        heavy = any(page.why == "pdf-pages-heavy" for page in pages)
        raise PlanUnreadable(message("pdf-picture" if picture else "pdf-heavy" if heavy else "pdf-no-text", file=name,
                                     cap=MAX_DRAWN))
    if sum(page.unknown for page in pages) > 0.05 * sum(page.signs for page in pages):
        raise PlanUnreadable(message("pdf-characters-unknown", file=name))
    notes = {page.number: footnotes_of(page) for page in pages}
    parts = joined_tables(without_footnotes(page, notes[page.number]) for page in pages)
    grids = _grids(name, parts)
    passages = passages_of(name, [*(part for part in parts if isinstance(part, PageLine)),
                                  *(line for lines in notes.values() for line in lines)])
    for why in dict.fromkeys(page.why for page in pages if page.why is not None):
        numbers = tuple(str(page.number) for page in pages if page.why == why)
        said = message(why, file=name, pages=numbers, cap=MAX_DRAWN)
        grids += (Grid(name, f"T{len(grids) + 1}", (), table=len(grids) + 1, left=said),)
    pictured, told = left_out(name, [page.pictures for page in pages], len(grids) + 1)
    grids += pictured
    remarks = remarks_of(name, pages) + told
    complete = not any(grid.left is not None for grid in grids) and not any(each.code in IN_PART for each in remarks)
    return doubted(Content(grids, passages, document=True, complete=complete, remarks=remarks), pages)


_NOTE_LINES = 4
_CAPTION = 120  # signs: no caption is longer, and a bracket may be left open for ever


def _pages(name: str, data: bytes, progress: Progress) -> list[PageRead]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    guard_streams()
    pages: list[PageRead] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            total = len(document.pages)
            if total > MAX_PAGES:
                raise PlanUnreadable(message("pdf-too-many-pages", file=name, pages=total, cap=MAX_PAGES))
            for number, page in enumerate(document.pages, start=1):
                step = partial(progress.step, number - 1, total)
                step()
                pages.append(read_page(page, number, step, pages[-1] if pages else None))
                page.close()
                if sum(each.signs for each in pages) > MAX_SIGNS:
                    raise too_much_text(name)
    except TooMuch:
        raise PlanUnreadable(message("pdf-bomb", file=name, cap=MAX_STREAM // 2**20)) from None
    except (PdfminerException, MalformedPDFException, PSException, *_BROKEN) as error:
        inner = error.args[0] if error.args else error
        if isinstance(error, PDFPasswordIncorrect) or isinstance(inner, PDFPasswordIncorrect):
            raise PlanUnreadable(message("pdf-encrypted", file=name)) from None
        reason = str(inner)[:120] or type(inner).__name__
        raise PlanUnreadable(message("pdf-damaged", file=name, reason=reason)) from None
    if not pages:
        raise PlanUnreadable(message("pdf-damaged", file=name, reason="0 pages"))
    return without_heads(pages)


def _grids(name: str, parts: Sequence[PageLine | Long]) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    before: list[list[PageLine]] = []
    edges = edges_by_page(part for part in parts if isinstance(part, PageLine))
    for position, part in enumerate(parts):
        if isinstance(part, PageLine):
            if before and (_open(_text(before[-1])) or (before[-1][-1].page == part.page and goes_on(
                    before[-1], part, *edges[part.page]))):
                before[-1].append(part)
            else:
                before.append([part])
            continue
        around = Around(tuple(map(_text, before)), _below(parts, position + 1))
        grids.append(_grid(name, len(grids) + 1, part, around))
        before = []
    return tuple(grids)


def _text(lines: Sequence[PageLine]) -> str:
    return "".join(line.text for line in lines)


def _open(line: str) -> bool:
    """Whether a bracket is still open at the end of a line: a caption that is broken within it is one."""
    return len(line) < _CAPTION and sum(map(line.count, "（(")) > sum(map(line.count, "）)"))


def _below(parts: Sequence[PageLine | Long], position: int) -> str:
    """The line right below a table, or a note there to the end of its sentence."""
    below = ""
    for at in range(position, min(position + _NOTE_LINES, len(parts))):
        part = parts[at]
        if not isinstance(part, PageLine) or not _last(parts, at + 1):
            break
        below += part.text
        if not below.startswith(("注", "说明", "备注")) or below.endswith(("。", "；")):
            break
    return below


def _last(parts: Sequence[PageLine | Long], position: int) -> bool:
    """Whether no table follows there, whose caption the line before would be."""
    return position >= len(parts) or isinstance(parts[position], PageLine)


def _grid(name: str, number: int, table: Long, around: Around) -> Grid:
    grid = Grid(name, f"T{number}", table.rows, table.merges, table=number, around=around)
    return replace(grid, boxes=table.boxes, left=table.left)
