"""What was said of a criterion by an id that it once had is said of it by its present one."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.rubric import Rubric


def by_present_ids(notes: Mapping[str, str], rubric: Rubric) -> tuple[Mapping[str, str], tuple[Message, ...]]:
    """The notes by present ids, and a remark for each that was renamed; ids that the rubric never had are kept.

    Where there are notes under both ids, they stand one below the other.
    """
    ids = rubric.ids
    present = {id: text for id, text in notes.items() if ids.get(id, id) == id}
    remarks = []
    for old in (id for id in notes if id not in present):
        new = ids[old]
        present[new] = f"{present[new]}\n{notes[old]}" if new in present else notes[old]
        remarks.append(message("rubric-renamed", old=old, new=new))
    return present, tuple(remarks)
