"""PDF with text: its paragraphs, and its tables as grids, one that runs over pages as one."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Around, Content, Grid
from lowcarbon_desktop.ingest.limits import MAX_PAGES
from lowcarbon_desktop.ingest.readers.paragraphs import PageLine, passages_of
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead, read_page
from lowcarbon_desktop.ingest.readers.pdf_pages import Long, joined_tables
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
        raise PlanUnreadable(message("pdf-picture" if any(page.picture for page in pages) else "sheets-empty",
                                     file=name))
    if sum(page.unknown for page in pages) > 0.05 * sum(page.signs for page in pages):
        raise PlanUnreadable(message("pdf-characters-unknown", file=name))
    parts = joined_tables(pages)
    grids = _grids(name, parts)
    passages = passages_of(name, (part for part in parts if isinstance(part, PageLine)))
    pictures = tuple(str(page.number) for page in pages if page.picture)
    if pictures:
        why = message("pdf-pages-picture", file=name, pages=pictures)
        grids += (Grid(name, f"T{len(grids) + 1}", (), table=len(grids) + 1, left=why),)
    return Content(grids, passages, document=True, complete=not any(grid.left is not None for grid in grids))


def _pages(name: str, data: bytes, progress: Progress) -> list[PageRead]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    pages: list[PageRead] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            total = len(document.pages)
            if total > MAX_PAGES:
                raise PlanUnreadable(message("pdf-too-many-pages", file=name, pages=total, cap=MAX_PAGES))
            for number, page in enumerate(document.pages, start=1):
                progress.step(number - 1, total)
                pages.append(read_page(page, number, pages[-1].heads if pages else frozenset()))
                page.close()
    except (PdfminerException, MalformedPDFException, PSException, *_BROKEN) as error:
        inner = error.args[0] if error.args else error
        if isinstance(error, PDFPasswordIncorrect) or isinstance(inner, PDFPasswordIncorrect):
            raise PlanUnreadable(message("pdf-encrypted", file=name)) from None
        reason = str(inner)[:120] or type(inner).__name__
        raise PlanUnreadable(message("pdf-damaged", file=name, reason=reason)) from None
    if not pages:
        raise PlanUnreadable(message("pdf-damaged", file=name, reason="0 pages"))
    return pages


def _grids(name: str, parts: Sequence[PageLine | Long]) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    before: list[str] = []
    for position, part in enumerate(parts):
        if isinstance(part, PageLine):
            before.append(part.text)
            continue
        after = parts[position + 1] if position + 1 < len(parts) else None
        below = after.text if isinstance(after, PageLine) and _last(parts, position + 2) else ""
        around = Around(tuple(before), below)
        grids.append(_grid(name, len(grids) + 1, part, around))
        before = []
    return tuple(grids)


def _last(parts: Sequence[PageLine | Long], position: int) -> bool:
    """Whether no table follows there, whose caption the line before would be."""
    return position >= len(parts) or isinstance(parts[position], PageLine)


def _grid(name: str, number: int, table: Long, around: Around) -> Grid:
    grid = Grid(name, f"T{number}", table.rows, table.merges, table=number, around=around)
    return replace(grid, boxes=table.boxes, left=table.left)
