"""Words that few texts hold: their pattern is compiled when the first text is met that may hold some."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import ClassVar


class Rare:
    """A pattern to search for, with `signs` of which all that it matches holds one at least.

    A text without any of them is not searched, and most plans never need the pattern at all, which would be a good
    part of each start. That the signs suffice is proved of all patterns in tests/text/test_rare.py.
    """

    known: ClassVar[list[Rare]] = []

    def __init__(self, pattern: str, signs: str, flags: int = 0) -> None:
        self.pattern, self.signs, self.flags = pattern, frozenset(signs), flags
        self.known.append(self)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in the text that the pattern matches."""
        return self._compiled.search(text) if not self.signs.isdisjoint(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places in the text that the pattern matches."""
        return self._compiled.finditer(text) if not self.signs.isdisjoint(text) else iter(())

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of the text."""
        return self._compiled.match(text) if not self.signs.isdisjoint(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text."""
        return self._compiled.fullmatch(text) if not self.signs.isdisjoint(text) else None

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with `by` in the place of all that the pattern matches."""
        return self._compiled.sub(by, text) if not self.signs.isdisjoint(text) else text

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)
