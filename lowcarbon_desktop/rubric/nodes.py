"""Reads YAML into plain values that remember their places, and refuses what would be misread in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lowcarbon_desktop.errors import Fault, message
from lowcarbon_desktop.rubric.model import Mark

MOST_BYTES = 1_000_000
MOST_DEPTH = 12

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")


class Item(NamedTuple):
    """One value and its place, which in a mapping is that of its key.

    `data` is a str, int, float or bool, a list of Items, or a dict of keys to Items. `no`, `1:30`, `017`, a date and
    an empty value are a str: only plain numbers, true and false are anything else. `written` is a value that is
    neither list nor mapping as it stands in the file: 17.50, where `data` is 17.5.
    """

    data: str | int | float | bool | list[Item] | dict[str, Item]
    mark: Mark
    written: str = ""

    def plain(self) -> object:
        """The data without places."""
        if isinstance(self.data, dict):
            return {key: item.plain() for key, item in self.data.items()}
        if isinstance(self.data, list):
            return [item.plain() for item in self.data]
        return self.data

    def marks(self, path: str = "") -> Iterator[tuple[str, Mark]]:
        """The place of this value and of everything below it: "", "facts", "facts.0"."""
        yield path, self.mark
        below = self.data.items() if isinstance(self.data, dict) else (
            enumerate(self.data) if isinstance(self.data, list) else ())
        for key, item in below:
            yield from item.marks(f"{path}.{key}" if path else str(key))


def read(raw: bytes, file: str) -> tuple[Item | None, list[Fault]]:
    """The whole of a YAML file, and what is wrong with it as YAML. None where nothing can be made of it."""
    if len(raw) > MOST_BYTES:
        return None, [Fault(file, 0, 0, message("yaml-size", most=MOST_BYTES // 1000))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Fault(file, raw.count(b"\n", 0, error.start) + 1, 0, message("yaml-encoding"))]
    from lowcarbon_desktop.rubric.composer import composed  # PyYAML, without which what was compiled is read

    return composed(text, file)


def scalar(text: str) -> str | int | float | bool:
    """What a word without quotes is."""
    if text in ("true", "false"):
        return text == "true"
    if text[:1] not in "+-0123456789":
        return text
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
