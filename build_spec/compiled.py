"""Parses the shipped YAML once, for every start to come: `python -m build_spec.compiled` writes resources/compiled."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from lowcarbon_desktop.assets import resource, rubrics
from lowcarbon_desktop.rubric.compiled import FOLDER, plain
from lowcarbon_desktop.rubric.nodes import read


def folders() -> tuple[Path, ...]:
    """Where the YAML lies that a check reads."""
    return resource(), *sorted(path for path in rubrics().iterdir() if path.is_dir())


def compiled(folder: Path) -> str:
    """What the files of a folder hold by their hashes, a line each. Raises ValueError for one that is faulty."""
    lines = []
    for file in sorted(folder.glob("*.yaml")):
        item, faults = read(file.read_bytes(), file.name)
        if item is None or faults:
            raise ValueError(f"{file}: {faults}")
        kept = json.dumps(plain(item), ensure_ascii=False, separators=(",", ":"))
        lines.append(f'"{sha256(file.read_bytes()).hexdigest()}":{kept}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write() -> None:
    """Write the files anew."""
    resource(FOLDER).mkdir(exist_ok=True)
    for folder in folders():
        resource(FOLDER, f"{folder.name}.json").write_text(compiled(folder), "utf-8", newline="\n")


if __name__ == "__main__":
    write()
