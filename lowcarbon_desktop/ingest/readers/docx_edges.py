"""What stands at the edges of a Word document's pages: whose paper it is, a watermark, tables that are left out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.readers.package import parse, plain
from lowcarbon_desktop.ingest.readers.pdf_laid_over import VOID

_ROWS = 3
_ROW = re.compile(rb"<w:tr[ >]")
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_LONGEST = 40


class Edges(NamedTuple):
    """The lines of the running head with which a document begins, and the words of its watermark."""

    heads: tuple[str, ...] = ()
    watermark: str = ""


def edges_of(file: str, archive: zipfile.ZipFile, main: str, named: Sequence[str]) -> Edges:
    """The edges of the first section, whose heads the relations of these names are."""
    parts = _targets(archive, main)
    heads: dict[str, None] = {}
    watermark = ""
    for part in dict.fromkeys(parts.get(each, "") for each in named):
        if part in archive.namelist():
            lines, mark = _read(file, archive, part)
            heads |= dict.fromkeys(lines)
            watermark = watermark or mark
    return Edges(tuple(heads), watermark)


def marked(content: Content, file: str, watermark: str) -> Content:
    """The content with its watermark told; all is in doubt where that says that the paper does not hold."""
    if not watermark:
        return content
    content = replace(content, remarks=(*content.remarks, message("document-watermark", file=file, text=watermark)))
    if not VOID.search(watermark):
        return content
    why = message("document-watermark-void", text=watermark)
    return replace(
        content, passages=tuple(replace(each, trouble=each.trouble or why) for each in content.passages),
        grids=tuple(replace(grid, rows=tuple(tuple(_doubted(cell, why) for cell in row) for row in grid.rows))
                    for grid in content.grids))


def _doubted(cell, why: Message):
    return cell._replace(trouble=cell.trouble or why) if cell.text else cell


def tables_at_edges(archive: zipfile.ZipFile) -> int:
    """How many running heads and feet hold a table of more than a line or two, which is none of the text."""
    parts = [name for name in archive.namelist() if _EDGE.fullmatch(name)]
    return sum(len(_ROW.findall(archive.read(name))) >= _ROWS for name in parts)


def _targets(archive: zipfile.ZipFile, main: str) -> dict[str, str]:
    """The parts to which the document is related, by the names of the relations."""
    folder, _, name = main.rpartition("/")
    held = f"{folder}/_rels/{name}.rels"
    if held not in archive.namelist():
        return {}
    found = {}
    for relation in _RELATION.findall(archive.read(held)):
        said = dict(re.findall(r'(\w+)="([^"]*)"', relation.decode("utf-8", "replace")))
        target = said.get("Target", "")
        found[said.get("Id", "")] = target.removeprefix("/") if target.startswith("/") else f"{folder}/{target}"
    return found


def _read(file: str, archive: zipfile.ZipFile, part: str) -> tuple[list[str], str]:
    """The lines of a running head, and the words of the watermark that hangs on it."""
    lines: list[str] = [""]
    marks: list[str] = []
    tags: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        tags.append(tag)
        if tag == "textpath":
            marks.append(plain(attributes).get("string", ""))

    def end(tag: str) -> None:
        tags.pop()
        if tag == "p":
            lines.append("")

    def said(text: str) -> None:
        if tags[-1:] == ["t"]:
            lines[-1] += text

    parse(file, "document", archive, part, start=start, end=end, said=said)
    return [line.strip() for line in lines if line.strip()], next(filter(None, marks), "")[:_LONGEST]
