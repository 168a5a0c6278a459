"""The examples that travel with the program, with the names of their places."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.assets import resource

_OTHERS = {"comparison": ("各地对比表", "All compared")}


def shipped() -> tuple[tuple[Path, str, str], ...]:
    """(path, Chinese name, English name), in the order of the files; a file of no known place keeps its own name."""
    from lowcarbon_desktop.app.reference import reference

    places = reference().places
    names = {region.english.casefold(): region for name in places.names() for region in places.find(name)}
    found = []
    for path in sorted((*resource("examples").glob("*.xlsx"), *resource("examples").glob("*.docx"))):
        region = names.get(path.stem)
        if region is not None:
            found.append((path, region.name, region.english))
        else:
            found.append((path, *_OTHERS.get(path.stem, (path.stem, path.stem.capitalize()))))
    return tuple(found)
