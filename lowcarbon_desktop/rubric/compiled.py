"""What shipped YAML holds, parsed when the program was made and kept beside it as JSON, as catalogues are.

A file is known by the SHA-256 of its bytes: one that was changed, or is the user's own, is parsed. So is whatever is
looked at for faults.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.rubric.model import Mark
from lowcarbon_desktop.rubric.nodes import Item

FOLDER = "compiled"


def compiled(raw: bytes, file: str) -> Item | None:
    """What a file of these bytes holds; None where it was not compiled. `file` stands in the marks."""
    held = _held(Path(file).absolute().parent.name).get(sha256(raw).hexdigest())
    return _item(held, file) if held is not None else None


@cache
def _held(folder: str) -> Mapping[str, list]:
    """What the files of a folder hold, by their hashes; nothing where they were not compiled."""
    try:
        return json.loads(resource(FOLDER, f"{folder}.json").read_bytes())
    except (OSError, ValueError):
        return {}


def _item(held: list, file: str) -> Item:
    data, line, column, *written = held
    mark = Mark(file, line, column)
    if type(data) is dict:
        return Item({key: _item(each, file) for key, each in data.items()}, mark)
    if type(data) is list:
        return Item([_item(each, file) for each in data], mark)
    return Item(data, mark, written[0] if written else data)


def plain(item: Item) -> list:
    """An item as it is kept: what it holds, its line and column, and how it is written where that is something else."""
    place = [item.mark.line, item.mark.column]
    if isinstance(item.data, dict):
        return [{key: plain(each) for key, each in item.data.items()}, *place]
    if isinstance(item.data, list):
        return [[plain(each) for each in item.data], *place]
    return [item.data, *place] if item.written == item.data else [item.data, *place, item.written]
