"""The remembered corrections as the bytes of a file, and back; what comes from a file is not believed blindly."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lowcarbon_desktop.review.remembered import Remembered
from lowcarbon_desktop.review.state import MEANING

SCHEMA = "lowcarbon/remembered/1"
MOST = 1000
"""Entries; the oldest fall out."""
LARGEST = 8_000_000
"""Bytes beyond which a file is not read."""
_TEXT = 500
_COLUMNS = 20
_WORDS = ("field", "was", "value", "file", "when")


def to_bytes(entries: Sequence[Remembered]) -> bytes:
    """The newest entries as JSON that a person can read."""
    plain = [{"name": name, "columns": columns, "unit": unit, **{word: getattr(each, word) for word in _WORDS}}
             for each in entries[-MOST:] for name, columns, unit in (each.heading,)]
    return (json.dumps({"schema": SCHEMA, "corrections": plain}, ensure_ascii=False, indent=1) + "\n").encode()


def from_bytes(data: bytes) -> tuple[Remembered, ...]:
    """The entries, the oldest first. Raises ValueError for what the program does not write."""
    try:
        plain = json.loads(data)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA or not isinstance(plain.get("corrections"), list):
        raise ValueError("no remembered corrections")
    if len(plain["corrections"]) > MOST:
        raise ValueError("too many")
    return tuple(map(_entry, plain["corrections"]))


def fits(entry: Remembered) -> bool:
    """Whether an entry is small enough to be kept."""
    name, columns, unit = entry.heading
    texts = (name, *columns, unit, *(getattr(entry, word) for word in _WORDS))
    return len(columns) <= _COLUMNS and all(isinstance(text, str) and len(text) <= _TEXT for text in texts)


def _entry(plain: object) -> Remembered:
    if not isinstance(plain, dict) or plain.keys() != {"name", "columns", "unit", *_WORDS}:
        raise ValueError("keys")
    columns = plain["columns"]
    if not isinstance(columns, list):
        raise ValueError("columns")
    entry = Remembered((plain["name"], tuple(columns), plain["unit"]), *(plain[word] for word in _WORDS))
    if not fits(entry) or entry.field not in MEANING:
        raise ValueError("entry")
    return entry
