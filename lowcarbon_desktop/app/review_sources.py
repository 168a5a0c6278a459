"""The applicant's files inside a review file: put there as they are, and read from there as from a folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.app.folder import without_twins
from lowcarbon_desktop.app.open_plan import source_of
from lowcarbon_desktop.errors import Message, PlanUnreadable, UsageError, message
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.ingest.readers import read_content
from lowcarbon_desktop.ingest.readers.raw import read_bytes
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.store import ReviewFile
from lowcarbon_desktop.store.schema import FILES

SOURCES = "sources"
"""The piece that says whether all was read and what was remarked; each file is a piece of its own."""
FILE = FILES


def pieces_of(path: Path, source: Source) -> Mapping[str, bytes]:
    """The files that were read at `path`, as pieces. Raises PlanUnreadable where one has changed since."""
    found = {}
    for file in source.files:
        data = read_bytes(path / file.name if path.is_dir() else path, file.name)
        if sha256(data).hexdigest() != file.sha256:
            raise PlanUnreadable(message("file-changing", file=file.name))
        found[f"{FILE}{file.name}"] = data
    about = {"files": [file.name for file in source.files], "whole": source.whole,
             "remarks": [plain(each) for each in source.remarks]}
    return {**found, SOURCES: json.dumps(about, ensure_ascii=False).encode()}


def source_in(file: ReviewFile) -> Source:
    """The application as it is read from the files in a review file, by the program as it is now.

    Raises UsageError where the files were left out of it.
    """
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
    contents = [read_content(name, data, Progress()) for name, data in raw.items()]
    if len(names) > 1:
        contents, _ = without_twins(contents, names)
    return replace(source_of(raw, contents), remarks=remarks, whole=whole)
