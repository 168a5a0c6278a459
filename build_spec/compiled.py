"""Reads the shipped YAML once, for every start to come: `python -m build_spec.compiled` writes resources/compiled."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.assets import resource, rubrics
from lowcarbon_desktop.rubric.compiled import FOLDER, kept
from lowcarbon_desktop.rubric.load import load
from lowcarbon_desktop.rubric.nodes import read


def folders() -> tuple[Path, ...]:
    """Where the YAML lies that a check reads."""
    return resource(), *sorted(path for path in rubrics().iterdir() if path.is_dir())


def compiled(folder: Path) -> str:
    """What the files of a folder hold. Raises ValueError or FaultyData for one that is faulty.

    A line for each criterion, or for each file where they are no rubric, so that changes of two are merged.
    """
    digests = {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(folder.glob("*.yaml"))}
    if folder == resource():
        return _object({digest: _json(_plain(folder / name)) for name, digest in digests.items()})
    rubric = kept(load(folder))
    rows = ",\n".join(map(_json, rubric.pop("criteria")))
    whole = {name: _json(value) for name, value in rubric.items()}
    return _object({"files": _json(digests), "rubric": _object({**whole, "criteria": f"[\n{rows}\n]"})})


def _plain(file: Path) -> object:
    item, faults = read(file.read_bytes(), file.name)
    if item is None or faults:
        raise ValueError(f"{file}: {faults}")
    return item.plain()


def _object(written: dict[str, str]) -> str:
    return "{\n" + ",\n".join(f"{_json(key)}:{value}" for key, value in written.items()) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write() -> None:
    """Write the files anew."""
    resource(FOLDER).mkdir(exist_ok=True)
    for folder in folders():
        resource(FOLDER, f"{folder.name}.json").write_text(compiled(folder), "utf-8", newline="\n")


if __name__ == "__main__":
    write()
