"""Looks for passages: the sentences of a plan in which some words stand, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lowcarbon_desktop.plan import Evidence, Passage, Plan
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.sentences import quotable


def passages_with(plan: Plan, words: Sequence[str], most: int = 3) -> tuple[tuple[Evidence, ...], int]:
    """(the first `most` sentences in which one of the words stands, how many there are in all).

    Headings come after sentences: they show where to look and say little. The same sentence counts once.
    """
    said: dict[str, Evidence] = {}
    headings: dict[str, Evidence] = {}
    sought = tuple(squeezed(word).casefold() for word in words)
    for passage in plan.passages:
        for plain, evidence in sentences(passage):
            if any(word in plain for word in sought):
                (headings if passage.heading else said).setdefault(plain, evidence)
    found = (*said.values(), *headings.values())
    return found[:most], len(found)


def sentences(passage: Passage) -> Iterator[tuple[str, Evidence]]:
    """The sentences of a paragraph: squeezed and in small letters to look in, and as printed with the place."""
    for offset, text in quotable(passage.text):
        yield squeezed(text).casefold(), Evidence(text, passage.at(offset))
