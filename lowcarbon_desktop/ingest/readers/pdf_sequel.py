"""The head of a page on which a table without upright rules goes on that the page before began."""

from __future__ import annotations

from collections.abc import Sequence

from lowcarbon_desktop.ingest.readers.paragraphs import PageLine
from lowcarbon_desktop.ingest.readers.pdf_columns import by_gaps
from lowcarbon_desktop.ingest.readers.pdf_regions import sequel
from lowcarbon_desktop.ingest.readers.pdf_rules import rules_across
from lowcarbon_desktop.ingest.readers.pdf_runs import runs_of
from lowcarbon_desktop.ingest.readers.pdf_staggered import stretches
from lowcarbon_desktop.ingest.readers.pdf_table import PageTable
from lowcarbon_desktop.ingest.readers.pdf_text import Char, Line

Spans = tuple[tuple[float, float], ...]
EDGE = 0.09  # of the page's height: what stands there may be a running head


def open_end(parts: Sequence[PageLine | PageTable], height: float) -> Spans:
    """The columns of the table without upright rules with which a page ends; empty where it ends otherwise."""
    last = _last(parts, height)
    return last.spans if last is not None and last.left is None else ()


def ends_left(parts: Sequence[PageLine | PageTable], height: float) -> bool:
    """Whether a page ends with a table whose cells could not be told apart."""
    last = _last(parts, height)
    return last is not None and last.left is not None


def _last(parts: Sequence[PageLine | PageTable], height: float) -> PageTable | None:
    for part in reversed(parts):
        if isinstance(part, PageTable):
            return part
        if part.box[1] < (1 - EDGE) * height:
            break
    return None


def sequel_of(page, number: int, chars: Sequence[Char], known: Spans) -> PageTable | None:
    """The rest of the table of these columns at the head of a page of pdfplumber."""
    runs = sequel(runs_of(chars), known, EDGE * float(page.height))
    return by_gaps(number, runs, rules_across(page.edges), known) if runs else None


def rows_ahead(lines: Sequence[Line], below: float) -> list[Line]:
    """The lines of several pieces at the head of a page, below the running head: rows of a table that was left.

    They are no sentences, for its 22 and 30 would be 2230.
    """
    ahead = [line for line in lines if line.bottom > below or len(line.pieces) > 1]
    ends = [at for at, line in enumerate(next(stretches(ahead))) if len(line.pieces) > 1]
    return ahead[:ends[-1] + 1] if ends and ends[0] <= 1 else []
