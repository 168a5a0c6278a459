"""The measures of a plan: its numbered items, without the chapters that only tell where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from lowcarbon_desktop.plan import Evidence, Passage, Plan
from lowcarbon_desktop.text.normal import squeezed

_CHAPTER = 1
_LOWEST = 9


@dataclass(frozen=True, slots=True)
class Measure:
    """One numbered item. `plain` is all of its text, squeezed; `evidence` is how it begins, with its place."""

    plain: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Item:
    level: int
    heading: bool
    texts: tuple[str, ...]
    first: Evidence


def measures(plan: Plan, outside: Sequence[str]) -> tuple[Measure, ...]:
    """Every numbered item that is no title of other items, outside the chapters whose title has a word of `outside`."""
    items = list(_items(plan))
    found: list[Measure] = []
    above: dict[int, bool] = {}  # level -> whether what stands below that title is no measure
    for position, item in enumerate(items):
        after = items[position + 1].level if position + 1 < len(items) else 0
        above = {level: told for level, told in above.items() if level < item.level}
        if item.heading and len(item.texts) == 1 and (item.level <= _CHAPTER or after > item.level):
            above[item.level] = any(word in squeezed(item.texts[0]) for word in outside)
        elif not any(above.values()):
            if item.level <= _CHAPTER and any(word in squeezed(item.texts[0]) for word in outside):
                above[item.level] = True
            elif item.level > _CHAPTER or not item.heading:
                found.append(Measure(squeezed("".join(item.texts)).casefold(), item.first))
    return tuple(found)


def _items(plan: Plan) -> Iterator[_Item]:
    """The numbered items with the paragraphs that belong to each; what stands before the first belongs to none."""
    open_item: _Item | None = None
    for passage in plan.passages:
        for level, text, evidence in _pieces(passage):
            if level:
                if open_item is not None:
                    yield open_item
                open_item = _Item(level, passage.heading, (text,), evidence)
            elif open_item is not None:
                open_item = _Item(open_item.level, open_item.heading, (*open_item.texts, text), open_item.first)
    if open_item is not None:
        yield open_item


def _pieces(passage: Passage) -> Iterator[tuple[int, str, Evidence]]:
    """(level of its number, 0 for none; text; where it begins) of a paragraph, cut before 一是, 二是 and so on."""
    cuts = [0, *(cut.start(1) for cut in _listed().finditer(passage.text)), len(passage.text)]
    for start, end in pairwise(cuts):
        text = passage.text[start:end].strip()
        if text:
            level = _LOWEST if start or _listed().match("。" + text) else _level(text)
            yield level, text, Evidence(text, passage.at(start))


def _level(text: str) -> int:
    text = squeezed(text)
    return next((level for level, written in enumerate(_numbers(), start=1) if written.match(text)), 0)


@cache
def _listed() -> re.Pattern[str]:
    """一是, 二是 ... at the beginning of a clause."""
    return re.compile(r"(?<=[。；;：:，,])\s*([一二三四五六七八九十]{1,2}是(?!否|指))")


@cache
def _numbers() -> tuple[re.Pattern[str], ...]:
    """How items are numbered, the highest first."""
    numeral = "[一二三四五六七八九十]{1,3}"
    return tuple(map(re.compile, (
        rf"第(?:{numeral}|\d+)[章部篇]|{numeral}[、.]",
        rf"第(?:{numeral}|\d+)[节条]|\({numeral}\)|\d{{1,2}}\.\d{{1,2}}(?![\d.%万亿个倍吨米度元]|公[里斤顷])",
        r"\d{1,2}(?:、|\.(?!\d))|\d{1,2}\.\d{1,2}\.\d{1,2}(?!\d)", r"\(\d{1,2}\)|\d{1,2}\)",
        rf"{numeral}是|第{numeral},|[-•●■◆]")))
