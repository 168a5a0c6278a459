"""Opens what --facts, --corrections and --notes name: a review file, or the parts of YAML or JSON written by hand."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from lowcarbon_desktop.errors import Fault, FaultyData, UsageError, message
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.rubric.fields import Fields
from lowcarbon_desktop.rubric.nodes import Item, read
from lowcarbon_desktop.store import SUFFIX, ReviewFile

LARGEST = 1_000_000
PARTS = ("facts", "corrections", "notes")


def mapping(item: Item | None, faults: list[Fault]) -> dict[str, Item]:
    """The entries of a mapping by name."""
    if item is None:
        return {}
    return Fields(item, dict.fromkeys(item.data, False) if isinstance(item.data, dict) else {}, faults).items


def written(given: Fields) -> dict[str, str]:
    """Each value as it stands in the file: 17.50, not 17.5."""
    for key, item in given.items.items():
        if isinstance(item.data, list | dict):
            given.fault(item.mark, message("stated-one-value", key=key))
    return {key: item.written for key, item in given.items.items()}


def entries(item: Item | None, faults: list[Fault]) -> list[Item]:
    """The entries of a list."""
    if item is None:
        return []
    if isinstance(item.data, list):
        return item.data
    faults.append(Fault(item.mark.file, item.mark.line, item.mark.column, message("stated-list")))
    return []


def part(path: Path, name: str) -> tuple[Item | None, list[Fault]]:
    """One part of a file written by hand, None where it has none; facts may be the whole file."""
    item, faults = _whole(path)
    if item is None:
        return None, faults
    if name == "facts" and isinstance(item.data, dict) and not item.data.keys() & set(PARTS):
        return item, faults
    parts = Fields(item, dict.fromkeys(PARTS, False), faults)
    return parts.items.get(name), faults


def _whole(path: Path) -> tuple[Item | None, list[Fault]]:
    raw = _bytes(path, LARGEST + 1)
    if len(raw) > LARGEST:
        raise UsageError(message("stated-file-too-large", path=str(path)))
    if path.suffix.lower() == ".json":
        raw = raw.replace(b"\t", b" ")  # json may be indented by tabs, which YAML forbids, and has none elsewhere
    return read(raw, path.name)


def unasked(path: Path, asked: Collection[str]) -> tuple[str, ...]:
    """The parts that a file holds and nobody asked for. Raises UsageError where there is no such file."""
    review = review_in(path)
    if review is not None:
        held = {"facts": review.facts or review.nods, "corrections": review.corrections}
        return tuple(name for name, said in held.items() if said and name not in asked)
    item, _ = _whole(path)
    held = item.data if item is not None and isinstance(item.data, dict) else {}
    return tuple(name for name in PARTS if name in held and name not in asked)


def refuse(faults: list[Fault]) -> None:
    """Raise FaultyData with all faults in file order; nothing where there are none."""
    if faults:
        raise FaultyData(tuple(sorted(faults, key=lambda fault: (fault.line, fault.column))))


def review_in(path: Path) -> Review | None:
    """The review where the file is one, by its first bytes or its name."""
    if not _bytes(path, 16).startswith(b"SQLite format 3") and path.suffix != SUFFIX:
        return None
    kept = ReviewFile(path).load()
    return Review() if kept is None else kept.review


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise UsageError(message("stated-file-missing", path=str(path))) from error
    except OSError as error:
        raise UsageError(message("stated-file-unreadable", path=str(path), reason=error.strerror or "")) from error
