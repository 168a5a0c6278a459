"""docx as Word and WPS write it: its paragraphs, and every table as a grid with the text around it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.readers.body_parts import BodyTable
from lowcarbon_desktop.ingest.readers.docx_body import Body
from lowcarbon_desktop.ingest.readers.docx_edges import edges_of, marked, tables_at_edges
from lowcarbon_desktop.ingest.readers.docx_notes import notes_of
from lowcarbon_desktop.ingest.readers.docx_styles import Styles
from lowcarbon_desktop.ingest.readers.ole import MARK
from lowcarbon_desktop.ingest.readers.package import unpacked
from lowcarbon_desktop.ingest.readers.parts import comments_in, content_of, with_heads
from lowcarbon_desktop.ingest.readers.pictures import left_out, told_of
from lowcarbon_desktop.ingest.readers.workbook import macros_of
from lowcarbon_desktop.progress import Progress

_CHUNK = 1 << 18
_MAIN = re.compile(rb'<[^<>]*officeDocument"[^<>]*>')
_TARGET = re.compile(rb'Target="/?([^"]+)"')


def read(name: str, data: bytes, progress: Progress) -> Content:
    """The paragraphs, and the tables in the order in which they begin, nested ones too.

    Raises PlanUnreadable: no document, an old or encrypted one, damaged, empty, or beyond the caps.
    """
    if data.startswith(MARK):
        sealed = "EncryptedPackage".encode("utf-16-le") in data
        raise PlanUnreadable(message("document-encrypted" if sealed else "document-legacy", file=name))
    if not data.startswith(b"PK"):
        raise PlanUnreadable(message("not-a-document", file=name))
    with unpacked(name, data, "document") as archive:
        body = _body(name, archive, progress)
        left = [message(code, file=name, count=count) for code, count in (
            ("document-embedded", body.embedded), ("document-edges", tables_at_edges(archive))) if count]
        if not any(isinstance(part, BodyTable) or part.strip() for part in body.parts):
            pictures = any(part.startswith("word/media/") for part in archive.namelist())
            raise PlanUnreadable(left[0] if left else message("document-pictures" if pictures else "sheets-empty",
                                                              file=name))
        edges = edges_of(name, archive, _main(archive) or "", body.heads)
        content = content_of(name, with_heads(body.parts, edges.heads))
        pictured, told = left_out(name, [told_of(body.parts, body.pictures)], len(content.grids) + 1)
        content = replace(content, grids=content.grids + pictured, complete=not left and not pictured,
                          remarks=(*left, *told, *comments_in(name, body.comments), *macros_of(name, data)))
        return marked(content, name, edges.watermark)


def _body(name: str, archive: zipfile.ZipFile, progress: Progress) -> Body:
    main = _main(archive)
    if main is None:
        raise PlanUnreadable(message("not-a-document", file=name))
    total = archive.getinfo(main).file_size
    body, done = Body(name, Styles(name, archive), notes_of(name, archive)), 0
    with archive.open(main) as part:
        while chunk := part.read(_CHUNK):
            progress.step(done, total)
            done += len(chunk)
            body.feed(chunk)
    body.feed(b"", last=True)
    return body


def _main(archive: zipfile.ZipFile) -> str | None:
    """The part that holds the text; its name is free, and the package's relations tell it."""
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "word/document.xml"
    if "_rels/.rels" not in names:
        return None
    relation = _MAIN.search(archive.read("_rels/.rels"))
    target = _TARGET.search(relation[0]) if relation is not None else None
    path = target[1].decode("utf-8", "replace") if target is not None else ""
    return path if path in names and path.startswith("word/") else None
