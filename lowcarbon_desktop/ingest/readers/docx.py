"""docx as Word and WPS write it: its paragraphs, and every table as a grid with the text around it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lowcarbon_desktop.errors import PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Around, Content, Grid
from lowcarbon_desktop.ingest.limits import MAX_UNPACKED
from lowcarbon_desktop.ingest.readers.docx_body import Body, BodyTable
from lowcarbon_desktop.ingest.readers.docx_grid import cells_of
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Passage, Where
from lowcarbon_desktop.progress import Progress

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_MAIN = re.compile(rb'<[^<>]*officeDocument"[^<>]*>')
_TARGET = re.compile(rb'Target="/?([^"]+)"')


def read(name: str, data: bytes, progress: Progress) -> Content:
    """The paragraphs, and the tables in the order in which they begin, nested ones too.

    Raises PlanUnreadable: no document, an old or encrypted one, damaged, empty, or beyond the caps.
    """
    if data.startswith(_OLE):
        sealed = "EncryptedPackage".encode("utf-16-le") in data
        raise PlanUnreadable(message("document-encrypted" if sealed else "document-legacy", file=name))
    if not data.startswith(b"PK"):
        raise PlanUnreadable(message("not-a-document", file=name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _body(name, archive, progress)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, KeyError, EOFError, NotImplementedError,
            ValueError) as error:
        raise PlanUnreadable(message("document-damaged", file=name, reason=str(error)[:120])) from None
    grids, passages = _grids(name, body), _passages(name, body)
    if not grids and not passages:
        raise PlanUnreadable(message("sheets-empty", file=name))
    return Content(grids, passages, document=True)


def _body(name: str, archive: zipfile.ZipFile, progress: Progress) -> Body:
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
        raise PlanUnreadable(message("workbook-bomb", file=name, cap=MAX_UNPACKED // 2**20))
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise PlanUnreadable(message("document-encrypted", file=name))
    main = _main(archive)
    if main is None:
        raise PlanUnreadable(message("not-a-document", file=name))
    total = archive.getinfo(main).file_size
    body, done = Body(name), 0
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


def _grids(name: str, body: Body) -> tuple[Grid, ...]:
    grids: list[Grid] = []
    before: list[str] = []
    paragraphs = 0
    for position, part in enumerate(body.parts):
        if isinstance(part, str):
            before.append(part)
            paragraphs += 1
            continue
        rows, merges = cells_of(part)
        if any(cell.text for row in rows for cell in row):
            around = Around((*before, *part.inner), _after(body.parts, position))
            grids.append(Grid(name, f"T{part.number}", rows, merges, table=part.number, around=around,
                              paragraph=paragraphs))
        before = []
    return tuple(grids)


def _passages(name: str, body: Body) -> tuple[Passage, ...]:
    texts = (part for part in body.parts if isinstance(part, str))
    return tuple(Passage(text, Where(name, paragraph=number), is_heading(text))
                 for number, text in enumerate(texts, start=1))


def _after(parts: list[str | BodyTable], position: int) -> str:
    """The paragraph below, unless another table follows it at once, whose caption it then is."""
    below = parts[position + 1:position + 3]
    if not below or not isinstance(below[0], str) or (len(below) > 1 and not isinstance(below[1], str)):
        return ""
    return below[0]
