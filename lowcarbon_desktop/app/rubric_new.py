"""Start a new rubric from one that there is: its files and cases under another id."""

from __future__ import annotations

import re
from pathlib import Path

from lowcarbon_desktop.app.present import make_folder, write_result
from lowcarbon_desktop.app.rubrics import find_rubric, shipped
from lowcarbon_desktop.errors import OutputError, UsageError, message
from lowcarbon_desktop.rubric.load import load
from lowcarbon_desktop.rubric.model import FILE
from lowcarbon_desktop.rubric.signs import is_id

VERSION = "0.1"


def start(id: str, source: str, folder: Path) -> tuple[Path, ...]:
    """Copy the rubric `source` into `folder` as `id`, version 0.1, and give the files written.

    Raises UsageError where the id cannot be one or is taken, FaultyData where the source is faulty, OutputError where
    the folder has something in it already.
    """
    if not is_id(id):
        raise UsageError(message("yaml-id", value=id))
    if id in shipped():
        raise UsageError(message("rubric-id-taken", id=id))
    found = find_rubric(source)
    rubric = load(found)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(message("rubric-folder-full", folder=str(folder)))
    first = Path(rubric.file)
    texts = {FILE: _headed(first.read_text("utf-8-sig"), id)}
    for section in rubric.sections:
        file = first.with_name(f"{section.id}.yaml")
        if file.is_file() and file != first:
            texts[file.name] = file.read_text("utf-8-sig")
    texts |= {f"cases/{file.name}": file.read_text("utf-8-sig") for file in sorted(first.parent.glob("cases/*.yaml"))}
    make_folder(folder / "cases")
    for name, text in texts.items():
        write_result(folder / name, text)
    return tuple(folder / name for name in texts)


def _headed(text: str, id: str) -> str:
    """The file with its own id and version, and every remark and line break of its author."""
    text = re.sub(r"(?m)^(?:id|\"id\"|'id'): .*$", f"id: {id}", text, count=1)
    return re.sub(r"(?m)^(?:version|\"version\"|'version'): .*$", f'version: "{VERSION}"', text, count=1)
