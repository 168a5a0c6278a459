"""Adds, removes and moves the entries of a list in a YAML text; each takes the remarks right above it along."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from lowcarbon_desktop.rubric.edit import checked, column, end_of_line, newline, plain_of, put
from lowcarbon_desktop.rubric.edit_data import Plain, value_at, with_value
from lowcarbon_desktop.rubric.spans import Path, spans
from lowcarbon_desktop.rubric.written import item


def entry_text(text: str, path: Path) -> str | None:
    """One entry of a list as it is written, with its dash and the remarks above it; None where it has no lines."""
    cut = _cut(text, path[:-1])
    return cut[1][int(path[-1])] if cut is not None else None


def insert(text: str, path: Path, place: int, value: Plain, like: str | None = None) -> str:
    """The text with another entry in the list under `path`; `like` is how it is written elsewhere."""
    def written(entries: list[str], indent: int) -> list[str]:
        if like is not None and column(like, like.index("-")) == indent:
            return [*entries[:place], like, *entries[place:]]
        body = item(value, indent + 2).replace("\n", newline(text))
        return [*entries[:place], " " * indent + "- " + body, *entries[place:]]

    return _changed(text, path, lambda values: [*values[:place], value, *values[place:]], written)


def remove(text: str, path: Path, place: int) -> str:
    """The text without one entry."""
    return _changed(text, path, lambda values: [*values[:place], *values[place + 1:]],
                    lambda entries, indent: [*entries[:place], *entries[place + 1:]])


def move(text: str, path: Path, place: int, to: int) -> str:
    """The text with one entry at another place in its list."""
    def moved(values: list) -> list:
        rest = [*values[:place], *values[place + 1:]]
        return [*rest[:to], values[place], *rest[to:]]

    return _changed(text, path, moved, lambda entries, indent: moved(entries))


def duplicate(text: str, path: Path, place: int) -> str:
    """The text with one entry twice, the second right after the first."""
    return _changed(text, path, lambda values: [*values[:place + 1], *values[place:]],
                    lambda entries, indent: [*entries[:place + 1], *entries[place:]])


def _changed(text: str, path: Path, plain: Callable[[list], list],
             written: Callable[[list[str], int], list[str]]) -> str:
    data = plain_of(text)
    held = value_at(data, path)
    values = list(held) if isinstance(held, list) else []
    wanted = plain(values)
    cut = _cut(text, path)
    if cut is None or not values or not wanted:
        return put(text, path, wanted)

    def change() -> str:
        head, entries, gaps, tail, indent = cut
        made = written(entries, indent)
        usual = gaps[0] if gaps else newline(text) * (2 if path[-1] == "criteria" else 1)
        gaps = [*gaps[:len(made) - 1], *[usual] * (len(made) - 1 - len(gaps))]
        return head + "".join(each + gap for each, gap in zip(made, [*gaps, ""], strict=True)) + tail

    return checked(text, path, change, with_value(data, path, wanted))


def _cut(text: str, path: Path) -> tuple[str, list[str], list[str], str, int] | None:
    """What is before a list, its entries, the gaps between them, what is after it, and the column of its dashes.

    None where it is written in brackets, or an entry does not begin on a line of its own.
    """
    span = spans(text).at(path)
    if span is None or span.style != "list" or span.flow:
        return None
    bounds: list[tuple[int, int]] = []
    indent = 0
    for each in span.below.values():
        dash = len(text[:each.start].rstrip(" \r\n")) - 1
        line = text.rfind("\n", 0, dash) + 1
        if text[dash:dash + 1] != "-" or text[line:dash].strip():
            return None
        indent = column(text, dash)
        bounds.append((_with_remarks(text, line, bounds[-1][1] if bounds else 0), end_of_line(text, each.end)))
    entries = [text[start:end] for start, end in bounds]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(bounds)]
    return text[:bounds[0][0]], entries, gaps, text[bounds[-1][1]:], indent


def _with_remarks(text: str, line: int, after: int) -> int:
    """The start of a line, or of the remarks right above it."""
    while line > after:
        above = text.rfind("\n", 0, line - 1) + 1
        if above < after or not text[above:line].lstrip(" ").startswith("#"):
            return line
        line = above
    return line

