"""Whether the place that a reading or an evidence names really holds it; asked of the file itself."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    """Without spaces, line ends, and quotes, which a PDF may draw before or after the words that they enclose."""
    return "".join(text.split()).replace("“", "").replace("”", "")


def at(path: Path, place: str, where: dict, printed: str) -> bool:
    """Whether `where` (of the JSON) is the place of the expectation in this file."""
    file, _, inside = place.rpartition("#")
    if file:
        return where["file"] == file and at(path / file, inside, where, printed)
    suffix = path.suffix.lower()
    document = suffix in (".docx", ".pdf")
    parts = inside.split(" / ")
    inside = next((part for part in parts if part.startswith(("T", "¶")) == document), parts[0])
    if inside.startswith("¶"):
        return where.get("table") is None and says(path, where, inside[1:])
    if suffix == ".pdf":
        boxed = squeezed(_boxed(path, where["page"], *where["box"])) if printed and where.get("box") else ""
        return bool(boxed) and (squeezed(printed) in boxed or boxed in squeezed(printed))
    sheet, _, cell = inside.rpartition("!")
    return where["cell"] == cell and (not sheet or where["sheet"] == sheet)


def says(path: Path, where: dict, words: str) -> bool:
    """Whether the paragraph, page or cell that `where` names has these words."""
    words = squeezed(words)
    if path.suffix == ".pdf":
        return where.get("page") is not None and words in _pages(path)[where["page"] - 1]
    if path.suffix == ".docx":
        number = where.get("paragraph")
        if number is not None:
            return any(0 < number <= len(counted) and words in counted[number - 1] for counted in _paragraphs(path))
        return where.get("table") is not None
    return where.get("cell") is not None


def holds(path: Path, words: str) -> bool:
    """Whether a document has these words in one paragraph, or on one page, at all; a folder in any of its documents."""
    if path.is_dir():
        return any(holds(each, words) for each in path.iterdir() if each.suffix in (".docx", ".pdf"))
    if path.suffix == ".pdf":
        return any(squeezed(words) in page for page in _pages(path))
    return any(squeezed(words) in text for text in _paragraphs(path)[2])


@cache
def _paragraphs(path: Path) -> tuple[tuple[str, ...], ...]:
    """The paragraphs of a docx, counted in the ways that a person may count: with empty ones, without, with cells."""
    with zipfile.ZipFile(path) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml")).find(f"{_W}body")
    outer = [_text(each) for each in body if each.tag == f"{_W}p"]
    every = [_text(each) for each in body.iter(f"{_W}p")]
    return tuple(tuple(counted) for counted in (
        outer, [text for text in outer if text], every, [text for text in every if text]))


def _text(paragraph: ElementTree.Element) -> str:
    return squeezed("".join(each.text or "" for each in paragraph.iter(f"{_W}t")))


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument
    document = PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


@cache
def _pages(path: Path) -> tuple[str, ...]:
    with _opened(path) as document:
        return tuple(squeezed(page.get_textpage().get_text_range()) for page in document)


@cache
def _boxed(path: Path, number: int, left: float, top: float, right: float, bottom: float) -> str:
    with _opened(path) as document:
        page = document[number - 1]
        height = page.get_height()
        return page.get_textpage().get_text_bounded(left - 1, height - bottom - 1, right + 1, height - top + 1)
