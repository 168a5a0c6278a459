"""Looks for passages: the sentences of a plan in which some words stand, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.plan import Evidence, Passage, Plan
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.sentences import quotable

_TEXTS = 64
"""The texts of how many plans are kept in sentences: a run of one programme's, each compared with all others."""


def passages_with(plan: Plan, words: Sequence[str], most: int = 3) -> tuple[tuple[Evidence, ...], int]:
    """(the first `most` sentences in which one of the words stands, how many there are in all).

    Headings come after sentences: they show where to look and say little. The same sentence counts once.
    """
    text = _in_sentences(_TheVery(plan.passages))
    sought = tuple(word for word in (squeezed(each).casefold() for each in words) if word in text.plain)
    if not sought:
        return (), 0
    said: dict[str, _Sentence] = {}
    headings: dict[str, _Sentence] = {}
    for each in text.sentences:
        if any(word in each.plain for word in sought):
            (headings if each.passage.heading else said).setdefault(each.plain, each)
    found = (*said.values(), *headings.values())
    return tuple(Evidence(each.text, each.passage.at(each.offset)) for each in found[:most]), len(found)


def sentences(passage: Passage) -> Iterator[tuple[str, Evidence]]:
    """The sentences of a paragraph: squeezed and in small letters to look in, and as printed with the place."""
    for offset, text in quotable(passage.text):
        yield squeezed(text).casefold(), Evidence(text, passage.at(offset))


class _Sentence(NamedTuple):
    plain: str
    text: str
    offset: int
    passage: Passage


class _Text(NamedTuple):
    """A plan's text in its sentences, and all of it in one piece: most words stand nowhere, which is soon seen."""

    sentences: tuple[_Sentence, ...]
    plain: str


class _TheVery:
    """These very passages, told by identity: to compare or hash a whole text takes longer than to look in it."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages

    def __hash__(self) -> int:
        return id(self.passages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheVery) and other.passages is self.passages


@lru_cache(maxsize=_TEXTS)
def _in_sentences(of: _TheVery) -> _Text:
    """A rubric asks a text a hundred questions, at every change anew; it is cut into sentences once."""
    cut = tuple(_Sentence(squeezed(text).casefold(), text, offset, passage)
                for passage in of.passages for offset, text in quotable(passage.text))
    return _Text(cut, "\n".join(each.plain for each in cut))
