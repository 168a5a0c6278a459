"""The examples that travel with the program, with the names of their places."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.assets import resource


def shipped() -> tuple[tuple[Path, str, str], ...]:
    """(path, Chinese name, English name), in the order of the files; a file of no known place keeps its own name."""
    from lowcarbon_desktop.app.reference import reference

    names = {region.english.casefold(): region for region in reversed(tuple(reference().places))}
    found = []
    for path in sorted(resource("examples").glob("*.xlsx")):
        region = names.get(path.stem)
        if region is not None:
            found.append((path, region.name, region.english))
        else:
            found.append((path, path.stem, path.stem.capitalize()))
    return tuple(found)
