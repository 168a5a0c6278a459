"""Print the reviewer PDF of an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.progress import Progress

if TYPE_CHECKING:
    from lowcarbon_desktop.app.review_book import Book
    from lowcarbon_desktop.report.content import Signed
    from lowcarbon_desktop.report.rounds import RoundsSaid

_STEPS = 4


def report_pdf(assessment: Assessment, reference: Reference, *, lang: str = "zh",
               notes: Mapping[str, str] = MappingProxyType({}),
               people: Mapping[str, tuple[str, ...]] = MappingProxyType({}), signed: Signed | None = None,
               rounds: RoundsSaid | None = None, progress: Progress | None = None) -> bytes:
    """The report's bytes; the same input gives the same. `notes` are the reviewer's, by criterion. Raises Cancelled."""
    progress = progress or Progress()
    progress.step(0, _STEPS)
    from lowcarbon_desktop.report.content import content
    from lowcarbon_desktop.report.pdf import pdf

    said = content(assessment, reference.register, reference.facts, notes, lang, people, signed, rounds)
    progress.step(1, _STEPS)
    return pdf(said, on_page=lambda _number: progress.step(2, _STEPS))


def print_report(assessment: Assessment, reference: Reference, path: Path, *, lang: str = "zh",
                 notes: Mapping[str, str] = MappingProxyType({}), progress: Progress | None = None) -> None:
    """Write the report to `path`, whole or not at all. Raises OutputError, Cancelled; then what was there is there."""
    progress = progress or Progress()
    write_pdf(report_pdf(assessment, reference, lang=lang, notes=notes, progress=progress), path, progress)


def print_review(book: Book, reference: Reference, path: Path, *, lang: str = "zh",
                 progress: Progress | None = None) -> None:
    """Write the report of a review, in which the verdicts count; private notes are not printed. Raises OutputError."""
    from lowcarbon_desktop.app.review_said import people_said, signed_said
    from lowcarbon_desktop.app.rounds_paper import rounds_paper
    from lowcarbon_desktop.review.weighed import weighed

    progress = progress or Progress()
    data = report_pdf(weighed(book.assessment, book.review), reference, lang=lang, people=people_said(book, lang),
                      signed=signed_said(book, lang), rounds=rounds_paper(book, lang), progress=progress)
    write_pdf(data, path, progress)


def write_pdf(data: bytes, path: Path, progress: Progress) -> None:
    """Write a PDF, whole or not at all. Raises OutputError, Cancelled; then what was there is there."""
    from lowcarbon_desktop.report.writing import write_beside

    write_beside(path, data, before_rename=lambda: progress.step(3, _STEPS))
    with suppress(Cancelled):  # too late: it is written
        progress.step(_STEPS, _STEPS)
