"""What rubrics are called: their titles and versions, read without their criteria."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lowcarbon_desktop.app.rubric_draft import text_of
from lowcarbon_desktop.app.rubrics import find_rubric, own, shipped
from lowcarbon_desktop.errors import Text, UsageError
from lowcarbon_desktop.rubric.edit import plain_of
from lowcarbon_desktop.rubric.model import FILE


class Called(NamedTuple):
    """A rubric by its id, where it lies, and what it says of itself; `own` where it is the user's."""

    id: str
    folder: Path
    title: Text
    version: str
    own: bool


def listed() -> tuple[Called, ...]:
    """The shipped rubrics, then the user's own; those with faults too."""
    return tuple(called(find_rubric(id), own=mine) for ids, mine in ((shipped(), False), (own(), True)) for id in ids)


def called(folder: Path, *, own: bool = True) -> Called:
    """What the rubric in a folder is called; by the folder where that cannot be read."""
    try:
        head = plain_of((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError, UsageError):
        head = {}
    data = head if isinstance(head, dict) else {}
    title = text_of(data.get("title"))
    name = folder.name
    return Called(name, folder, Text(title.zh or title.en or name, title.en or title.zh or name),
                  str(data.get("version", "")), own)
