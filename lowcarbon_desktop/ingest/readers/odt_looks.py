"""How the letters of an odt document look: its styles say of paragraphs, words and cells what can be seen of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lowcarbon_desktop.ingest.readers.docx_colours import WHITE, colour, unseen

_DEEPEST = 12
_SMALLEST = 2.5  # points
_SIZE = re.compile(r"(\d+(?:\.\d+)?)pt")


@dataclass(frozen=True)
class Look:
    """What a style says of the letters; None where it says nothing."""

    parent: str = ""
    ink: str | None = None
    ground: str | None = None
    hidden: bool | None = None
    struck: bool | None = None
    tiny: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, and the other where this one says nothing."""
        return Look(other.parent, *(mine if mine is not None else theirs for mine, theirs in (
            (self.ink, other.ink), (self.ground, other.ground), (self.hidden, other.hidden),
            (self.struck, other.struck), (self.tiny, other.tiny))))

    @property
    def unseen(self) -> bool:
        """Whether the letters are too small to be read, or have the colour of what lies under them."""
        return bool(self.tiny) or unseen(self.ink or "", self.ground or WHITE)


def _hue(value: str) -> str:
    return colour(value.removeprefix("#"), "")


_SAID: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "color": ("ink", _hue), "background-color": ("ground", _hue),
    "display": ("hidden", lambda value: value in ("none", "true")),
    "text-line-through-style": ("struck", lambda value: value != "none"),
    "text-line-through-type": ("struck", lambda value: value != "none"),
    "font-size": ("tiny", lambda value: (size := _SIZE.fullmatch(value)) is not None and float(size[1]) < _SMALLEST),
}
HEARD = {"style", "default-style", "text-properties", "paragraph-properties", "table-cell-properties"}


class Looks:
    """The styles of a document by their names, as their tags come."""

    def __init__(self) -> None:
        self._styles: dict[str, Look] = {}
        self._name = ""

    def hear(self, tag: str, held: Mapping[str, str]) -> None:
        """Take in a style, or what it says; one of `HEARD`."""
        if tag in ("style", "default-style"):
            self._name = held.get("name", "") if tag == "style" else ""
            if self._name:
                self._styles[self._name] = Look(held.get("parent-style-name", ""))
        elif self._name in self._styles:
            says = {field: read(held[key]) for key, (field, read) in _SAID.items() if key in held}
            self._styles[self._name] = replace(self._styles[self._name], **says)

    def of(self, name: str) -> Look:
        """What a style says, with all that it stands on."""
        found, seen = Look(), set[str]()
        while name in self._styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            found = found.over(self._styles[name])
            name = self._styles[name].parent
        return found
