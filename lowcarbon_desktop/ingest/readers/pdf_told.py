"""What the user should know of a PDF's pages: what a machine read, watermarks, comments, fields, lost signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import Content, Grid
from lowcarbon_desktop.ingest.readers.pdf_laid_over import VOID
from lowcarbon_desktop.ingest.readers.pdf_page import PageRead

IN_PART = ("pdf-recognised", "pdf-fields", "pdf-signs-unread")
"""The remarks that say that not all of the text was read, or not surely."""
_FEW = 3  # signs of a page that cannot be read: ornaments
_MOST = 5


def remarks_of(name: str, pages: Sequence[PageRead]) -> tuple[Message, ...]:
    """One remark a kind, with the pages that it is of."""
    said: list[tuple[str, list[tuple[PageRead, str]]]] = [
        ("pdf-recognised", [(page, "") for page in pages if page.recognised]),
        ("pdf-watermark", [(page, page.over.watermark) for page in pages if page.over.watermark]),
        ("pdf-comments", [(page, text) for page in pages for _, text in page.over.comments]),
        ("pdf-fields", [(page, text) for page in pages for text in page.over.fields]),
        ("pdf-signs-unread", [(page, "") for page in pages if page.unknown > _FEW])]
    return tuple(message(code, file=name, pages=tuple(dict.fromkeys(str(page.number) for page, _ in held)),
                         texts="；".join(list(dict.fromkeys(text for _, text in held))[:_MOST]))
                 for code, held in said if held)


def doubted(content: Content, pages: Sequence[PageRead]) -> Content:
    """The content with all in doubt on each page whose text a machine read off, or whose watermark voids it."""
    troubles = {page.number: message("pdf-recognised-text") if page.recognised else
                message("pdf-watermark-void", text=page.over.watermark)
                for page in pages if page.recognised or VOID.search(page.over.watermark)}
    if not troubles:
        return content
    return replace(content, grids=tuple(_doubted(grid, troubles) for grid in content.grids), passages=tuple(
        replace(passage, trouble=troubles.get(passage.where.page, passage.trouble)) for passage in content.passages))


def _doubted(grid: Grid, troubles: Mapping[int | None, Message]) -> Grid:
    return replace(grid, rows=tuple(tuple(
        cell._replace(trouble=troubles.get(grid.where(r, c).page, cell.trouble)) if cell.text else cell
        for c, cell in enumerate(row)) for r, row in enumerate(grid.rows)))
