"""The applicant's files inside a review file: put there as they are, and read from there as from a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message, PlanUnreadable, UsageError, message
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.store import ReviewFile
from lowcarbon_desktop.store.schema import FILES

if TYPE_CHECKING:
    from lowcarbon_desktop.ingest.grid import Source

SOURCES = "sources"
"""The piece that says whether all was read and what was remarked; each file is a piece of its own."""
FILE = FILES


def pieces_of(path: Path, source: Source) -> Mapping[str, bytes]:
    """The files that were read at `path`, as pieces. Raises PlanUnreadable where one has changed since."""
    from lowcarbon_desktop.ingest.readers.raw import read_bytes

    found = {}
    for file in source.files:
        data = read_bytes(path / file.name if path.is_dir() else path, file.name)
        if sha256(data).hexdigest() != file.sha256:
            raise PlanUnreadable(message("file-changing", file=file.name))
        found[f"{FILE}{file.name}"] = data
    about = {"files": [file.name for file in source.files], "whole": source.whole,
             "remarks": [plain(each) for each in source.remarks]}
    return {**found, SOURCES: json.dumps(about, ensure_ascii=False).encode()}


class Raw(NamedTuple):
    """The bytes of the files by name, in their order, and what was told of all of them together."""

    files: Mapping[str, bytes]
    whole: bool
    remarks: tuple[Message, ...]


def source_in(file: ReviewFile) -> Source:
    """The application as it is read from the files in a review file, by the program as it is now.

    Raises UsageError where the files were left out of it, PlanUnreadable.
    """
    return source_from(raw_in(file), Progress())


def raw_in(file: ReviewFile) -> Raw:
    """The files in a review file. Raises UsageError where they were left out, or are others than were put in."""
    about = file.piece(SOURCES)
    if about is None:
        raise UsageError(message("verdict-no-files", path=str(file.path)))
    try:
        told = json.loads(about)
        names, whole = [str(each) for each in told["files"]], bool(told["whole"])
        remarks = tuple(revived(Message, each) for each in told["remarks"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    raw = {}
    for name in names:
        data = file.piece(f"{FILE}{name}")
        if data is None:
            raise UsageError(message("verdict-no-files", path=str(file.path)))
        raw[name] = data
    return Raw(raw, whole, remarks)


def source_from(raw: Raw, progress: Progress) -> Source:
    """What was read of the files. Raises PlanUnreadable, Cancelled."""
    from lowcarbon_desktop.app.folder import without_twins
    from lowcarbon_desktop.app.open_plan import source_of
    from lowcarbon_desktop.ingest.readers import read_content

    contents = [read_content(name, data, progress) for name, data in raw.files.items()]
    if len(raw.files) > 1:
        contents, _ = without_twins(contents, list(raw.files))
    return replace(source_of(raw.files, contents), remarks=raw.remarks, whole=raw.whole)
