"""A folder as one application: which of its files belong to it, and which is another's twin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from lowcarbon_desktop.errors import Message, PlanUnreadable, message
from lowcarbon_desktop.ingest.grid import Content
from lowcarbon_desktop.ingest.limits import MAX_FILES, MAX_LISTED

_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}
_OURS = (".lcreview", ".tmp", ".lnk", ".bak")
_ALIKE = 0.97  # of the signs: a PDF has page numbers and running heads that its docx has not


def files_of(folder: Path) -> tuple[list[Path], list[Message]]:
    """The files of a folder and of the folders right in it, such as 附件, and what was not looked at."""
    remarks: list[Message] = []
    found: list[Path] = []
    try:
        for each in listed(folder):
            if not each.is_dir():
                found.append(each)
            elif not each.is_symlink():
                inside = listed(each)
                found += [file for file in inside if not file.is_dir()]
                remarks += [message("folder-too-deep", folder=file.relative_to(folder).as_posix())
                            for file in inside if file.is_dir()]
    except OSError as error:
        raise PlanUnreadable(message("file-failed", file=folder.name, reason=error.strerror or str(error))) from None
    if len(found) > MAX_FILES:
        remarks.append(message("folder-too-many", folder=folder.name, count=len(found), cap=MAX_FILES))
    return found[:MAX_FILES], remarks


def listed(folder: Path) -> list[Path]:
    """What lies in a folder by name, without what programs and systems leave there. Raises OSError."""
    return sorted(each for each in islice(folder.iterdir(), MAX_LISTED)
                  if not each.name.startswith((".", "~$")) and each.name.lower() not in _LITTER
                  and each.suffix.lower() not in _OURS)


def without_twins(contents: Sequence[Content], names: Sequence[str]) -> tuple[list[Content], list[Message]]:
    """The contents without each PDF that is the export of another file here: read twice, it would count twice.

    It is one only where its tables hold the same cells and all its text has the same numbers and nearly the same signs.
    """
    prints = [_print(content) for content in contents]
    kept, remarks = [], []
    for position, content in enumerate(contents):
        other = next((i for i, each in enumerate(prints) if not names[i].lower().endswith(".pdf")
                      and _same(prints[position], each)), None) if names[position].lower().endswith(".pdf") else None
        if other is None:
            kept.append(content)
            continue
        remarks.append(message("file-twin", file=names[position], other=names[other]))
        kept.append(replace(content, grids=(), passages=()))
    return kept, remarks


def _print(content: Content) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """The cells, the numbers of more than one digit, and the signs of a content."""
    cells = [_bare(cell.text) for grid in content.grids for row in grid.rows for cell in row]
    text = _bare("\n".join(passage.text for passage in content.passages))
    return Counter(filter(None, cells)), Counter(re.findall(r"\d[\d.]+", text)), Counter(text)


def _bare(text: str) -> str:
    return re.sub(r"[\s；]+", "", text)


def _same(one: tuple[Counter[str], ...], other: tuple[Counter[str], ...]) -> bool:
    if one[:2] != other[:2] or not (one[0] or one[2]):
        return False
    most = max(one[2].total(), other[2].total(), 1)
    return (one[2] & other[2]).total() >= _ALIKE * most or most < 20
