"""Where a text goes on about another place without naming it again: 深圳市高度重视。市政府成立了领导小组。"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from lowcarbon_desktop.ingest.prose.owner_words import words
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import Spoken, Whose
from lowcarbon_desktop.ingest.prose.whose import Owners

_WE = re.compile(r"[我本][省市区州县盟]|[我本]地区|我们|[我本]自治区|(?:全省|省委|省政府)")
_ANYBODYS = re.compile(r"全[市州县区盟]")  # every city calls itself so
_REMARK = re.compile(r"借鉴|值得|学习|考察|交流|合作|相比|领先|排名|会议|论坛|参加|赴")


def astray(sentences: Sequence[Sentence], owners: Owners) -> Mapping[int, Whose]:
    """Of whom the sentences at these positions may still speak: the place that a heading or an earlier one named.

    A word of ours (我市) or the applicant's name ends it, and so does the next heading.
    """
    found: dict[int, Whose] = {}
    other: Whose | None = None
    headings: tuple[str, ...] = ()
    position = 0
    for _, group in groupby(sentences, key=lambda each: each.paragraph):
        paragraph = tuple(group)
        if paragraph[0].heading or paragraph[0].headings != headings:
            headings = paragraph[0].headings
            above = owners.above(headings)
            other = above if above.kind == "place" else None
        for sentence, spoken in zip(paragraph, owners.paragraph(paragraph), strict=True):
            ours, theirs = _ours(sentence, spoken), _theirs(sentence, spoken)
            if other is not None and not ours and theirs is None:
                found[position] = other
            other = theirs or (None if ours else other)
            position += 1
    return found


def _ours(sentence: Sentence, spoken: Sequence[Spoken]) -> bool:
    named = any(each.named and each.whose.own and not _ANYBODYS.search(each.text) for each in spoken)
    return named or _WE.search(sentence.plain) is not None


def _theirs(sentence: Sentence, spoken: Sequence[Spoken]) -> Whose | None:
    """The place that is the subject of a sentence; one that is only remarked on is none: 杭州市的做法值得借鉴."""
    first = next((each.whose for each in spoken if each.named), None)
    if first is not None and (word := words("owners").match(first.name)) is not None and word.lastgroup == "abroad":
        return None  # 全球, 发达国家: no place that a text goes on about
    if first is None or first.kind != "place" or first.name == "市":  # 全市 in a province's plan names no city
        return None
    return None if _WE.search(sentence.plain) or _REMARK.search(sentence.plain) else first
