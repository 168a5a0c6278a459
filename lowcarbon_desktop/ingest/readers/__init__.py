"""One format a module; the table of readers is written out by hand, so that a packaged program has it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.readers import workbook
from lowcarbon_desktop.ingest.readers.kind import kind_of
from lowcarbon_desktop.ingest.readers.package import opened
from lowcarbon_desktop.progress import Progress

Reader = Callable[[str, bytes, Progress], Content]


def _csv(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import csv_text
    return csv_text.read(name, data, progress)


def _docx(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import docx
    return docx.read(name, data, progress)


def _odt(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import odt
    return odt.read(name, data, progress)


def _html(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import html_text
    return html_text.read(name, data, progress)


def _pdf(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import pdf
    return pdf.read(name, data, progress)


def _text(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import plain_text
    return plain_text.read(name, data, progress)


READERS: Mapping[str, Reader] = {
    ".xlsx": workbook.read, ".xlsm": workbook.read, ".xls": workbook.read, ".ods": workbook.read,
    ".csv": _csv, ".tsv": _csv, ".txt": _text,
    ".docx": _docx, ".docm": _docx, ".odt": _odt, ".html": _html, ".htm": _html, ".pdf": _pdf,
}
_REFUSED: Mapping[str, tuple[str, ...]] = {
    "kind-old-document": (".doc", ".wps", ".rtf", ".wpt", ".dot", ".dotx", ".mht", ".uot", ".uof", ".sxw", ".fodt"),
    "kind-old-workbook": (".et", ".ett", ".xlsb", ".xlt", ".xltx", ".xml", ".uos", ".sxc", ".fods", ".dif", ".slk"),
    "kind-apple": (".pages", ".numbers", ".key"),
    "kind-ofd": (".ofd",),
    "kind-layout": (".ceb", ".cebx", ".caj", ".gd", ".sep", ".xps", ".oxps"),
    "kind-picture": (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".gif", ".heic", ".webp"),
    "kind-archive": (".zip", ".rar", ".7z", ".gz", ".tar"),
    "kind-review": (".lcreview",),
    "kind-slides": (".ppt", ".pptx", ".dps"),
}


def suffixes() -> tuple[str, ...]:
    """The endings of the files that can be read."""
    return tuple(READERS)


def read_content(name: str, data: bytes, progress: Progress) -> Content:
    """What a file holds, by the reader of what it really is. Raises PlanUnreadable, Cancelled."""
    archive = opened(data)
    suffix, kind = Path(name).suffix.lower(), kind_of(name, data, archive)
    reader = READERS.get(kind)
    if reader is None:
        raise PlanUnreadable(unreadable_kind(name, kind))
    content = reader(name, data, progress) if reader is not workbook.read else workbook.read(
        name, data, progress, archive)
    if READERS.get(suffix) is reader:
        return content
    return replace(content, remarks=(*content.remarks, message("kind-other", file=name, kind=kind)))


def unreadable_kind(name: str, kind: str) -> Message:
    """Why a file of this kind is not read, and what to do instead."""
    code = next((code for code, kinds in _REFUSED.items() if kind in kinds), "kind-unknown")
    return message(code, file=name, suffix=kind or "?", known=suffixes())
