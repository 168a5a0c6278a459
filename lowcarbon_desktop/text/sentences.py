"""Where sentences end: for those that are understood, for those that are only looked through, and before a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = (r"[。！？!?]+[”’\"』」）)]*|[；;](?=\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．是]))|$")
_PAIRS = (("（", "）"), ("“", "”"), ("《", "》"))
_PLAIN = (r"[^。！？!?]+[。！？!?]?[”’」）)]*")
_SHORT = r"[^。；!?！？]+"
_CLAUSE = r"[^;；]+"


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph with their offsets, to be understood.

    A stop inside brackets or quotation marks ends none; a semicolon does where a numbered item follows.
    """
    start = 0
    for end in re.finditer(_END, text):
        part = text[start:end.end()]
        if end.end() < len(text) and any(part.count(left) > part.count(right) for left, right in _PAIRS):
            continue
        if part.strip():
            yield start + len(part) - len(part.lstrip()), part.strip()
        start = end.end()


def quotable(text: str) -> Iterator[tuple[int, str]]:
    """What stands from stop to stop, with its offset: to look for words in, and to quote.

    Verdicts on the matrix of instruments are kept by these very texts, so this cut does not change with the other.
    """
    for part in re.finditer(_PLAIN, text):
        if part[0].strip():
            yield part.start(), part[0].strip()


def last_of(text: str) -> str:
    """The last sentence or clause before a stop or a semicolon."""
    found = re.findall(_SHORT, text)
    return found[-1] if found else ""


def clauses(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(re.findall(_CLAUSE, text))
