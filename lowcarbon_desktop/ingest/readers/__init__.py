"""One format a module; the table of readers is written out by hand, so that a packaged program has it too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.limits import MAX_BYTES
from lowcarbon_desktop.ingest.readers import csv_text, workbook
from lowcarbon_desktop.progress import Progress

Reader = Callable[[str, bytes, Progress], Content]


def _docx(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import docx
    return docx.read(name, data, progress)


def _pdf(name: str, data: bytes, progress: Progress) -> Content:
    from lowcarbon_desktop.ingest.readers import pdf
    return pdf.read(name, data, progress)


READERS: Mapping[str, Reader] = {
    ".xlsx": workbook.read, ".xlsm": workbook.read, ".xls": workbook.read, ".ods": workbook.read,
    ".csv": csv_text.read, ".tsv": csv_text.read, ".txt": csv_text.read,
    ".docx": _docx, ".pdf": _pdf,
}
NOT_YET = {".et", ".ofd", ".xlsb", ".numbers"}
OLD_DOCUMENTS = {".doc", ".wps", ".rtf", ".docm", ".odt"}
PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff"}


def suffixes() -> tuple[str, ...]:
    """The endings of the files that can be read."""
    return tuple(READERS)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises PlanUnreadable: missing, locked by another program, a folder, too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise PlanUnreadable(message("file-too-large", file=path.name, size=size // 2**20, cap=MAX_BYTES // 2**20))
        data = path.read_bytes()
    except FileNotFoundError:
        raise PlanUnreadable(message("file-missing", file=str(path))) from None
    except PermissionError:
        raise PlanUnreadable(message("file-locked", file=path.name)) from None
    except (OSError, ValueError) as error:
        raise PlanUnreadable(message("file-failed", file=path.name, reason=getattr(error, "strerror", "") or str(error)
                                     )) from None
    if not data:
        raise PlanUnreadable(message("file-empty", file=path.name))
    return data


def read_content(name: str, data: bytes, progress: Progress) -> Content:
    """What a file holds, by the reader of its ending. Raises PlanUnreadable, Cancelled."""
    suffix = Path(name).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise PlanUnreadable(unreadable_kind(name))
    return reader(name, data, progress)


def unreadable_kind(name: str) -> Message:
    """Why a file of this ending is not read, and what to do instead."""
    suffix = Path(name).suffix.lower()
    code = next((code for code, kinds in (("kind-not-yet", NOT_YET), ("kind-old-document", OLD_DOCUMENTS),
                                          ("kind-picture", PICTURES)) if suffix in kinds), "kind-unknown")
    return message(code, file=name, suffix=suffix or "?", known=suffixes())
