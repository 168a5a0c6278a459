"""From paragraphs to sentences, each with the headings above it and the place where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.plan import Passage, Where
from lowcarbon_desktop.text.normal import squeezed
from lowcarbon_desktop.text.sentences import clauses
from lowcarbon_desktop.text.sentences import sentences as cut

_NUMERAL = "[一二三四五六七八九十百]"
_LEVELS = tuple(map(re.compile, (
    rf"第(?:{_NUMERAL}|\d)+[章篇部]|附[件录]", rf"第(?:{_NUMERAL}|\d)+节|{_NUMERAL}{{1,3}}[、.]",
    rf"\({_NUMERAL}{{1,3}}\)", r"\d{1,2}[、.]?(?!\d|年)", r"\(\d{1,2}\)|[①-⑳]")))
_INLINE_HEADING = 24
# 一、国家目标。 is a title, for all its stop
_TITLE = re.compile(r"[^,;。\d]{0,4}\d{0,2}[^,;。\d]{2,14}(?:目标|要求|指标|任务|部署|层面)[:。]")
_BULLET = re.compile(r"[-·•◆◇■□●○▪➢▶►▸➤▲△◎❖❑❒√✓✔✦★☆*—]+")
# an item's bullet or an article's number, which is no part of its words; a box before an answer is none
_MARKED = re.compile(
    rf"^(?:第(?:{_NUMERAL}|\d){{1,3}}条[:、,.]?(?!款|项|规定|所|的|中|和|至|、|之|要求)"
    r"|[•◆◇■●○▪➢▶►▸➤▲△◎❖❑❒★☆√✓✔✦*·]+(?![是否有无已未])|□+(?=[^是否有无已未□☑√()]{6})(?!.*[□☑√]))")
# 碳强度下降率：18% is no heading, for all that it has no stop, nor is 1.单位GDP能耗下降16% or 森林覆盖率43%（约束性）
_VALUE = re.compile(r":[^:]{0,12}\d(?:%|[万亿]?吨)|(?:率|比[重例]|总量|达到?)\d[\d.]*(?:%|[万亿]?吨)(?:\([^()]*\))?$"
                    r"|(?:下降|降低|减少|提高|增加|达到|控制在|不低于)[^:,。]{0,8}\d(?:%|个百分点|[万亿]?吨)[^\d。]{0,8}$")
_ABOVE_US = "(?<!全)省上(?=下达|要求|给|分解|核定|考核)"  # as they say in the west
_NUMBERED = re.compile(r"\(?\d{1,2}[、.)](?!\d)|[①-⑳]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` as printed, `plain` squeezed; `headings` above it, squeezed, the outer first.

    `paragraph` is the position of its passage, so that a reader can look at the sentences beside it; `offset` is where
    the text begins in the passage. A heading comes as a sentence too, for it shows that a thing is spoken of, though it
    states nothing. `trouble` is why its words may not be those of the page, `mark` the kind of its bullet or number.
    """

    text: str
    plain: str
    where: Where
    headings: tuple[str, ...]
    paragraph: int
    offset: int = 0
    heading: bool = False
    trouble: Message | None = None
    mark: str = ""

    @property
    def clauses(self) -> tuple[str, ...]:
        """The squeezed parts between semicolons."""
        return clauses(self.plain)


def mark_of(plain: str) -> str:
    """The kind of mark that makes a paragraph an item of a list: a bullet, a number; "" where it has none."""
    if bullet := _BULLET.match(plain):
        return bullet[0]
    return "1" if _NUMBERED.match(plain) else ""


def sentences_of(passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """All sentences in order; a heading is one also where it stands before its text: （一）加强领导。成立……"""
    return tuple(_sentences(passages))


def _sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    above: list[tuple[int, str]] = []
    file = ""
    for position, passage in enumerate(passages):
        if passage.where.file != file:
            above, file = [], passage.where.file
        plain = squeezed(passage.text)
        if passage.heading and not _BULLET.match(plain) and not _VALUE.search(plain):
            yield Sentence(passage.text, plain, passage.where, tuple(text for _, text in above), position, 0, True,
                           passage.trouble, mark_of(plain))
            _put(above, plain)
            continue
        for number, (offset, text) in enumerate(cut(passage.text)):
            plain = squeezed(text)
            mark = mark_of(plain)
            plain = _MARKED.sub("", plain, count=1)
            if "省上" in plain:
                plain = re.sub(_ABOVE_US, "省里", plain)
            if not plain:
                continue
            before = number == 0 and plain.endswith("。") and len(text) < len(passage.text.strip()) and "," not in plain
            heading = before and _level(plain) < len(_LEVELS) and len(plain) <= _INLINE_HEADING
            yield Sentence(text, plain, passage.at(offset), tuple(each for _, each in above), position, offset, heading,
                           passage.trouble, mark)
            if heading or _TITLE.fullmatch(plain):
                _put(above, plain.rstrip("。"))


def _level(plain: str) -> int:
    """How deep a heading stands by its numbering; the deepest where it has none."""
    return next((depth for depth, numbering in enumerate(_LEVELS) if numbering.match(plain)), len(_LEVELS))


def _put(above: list[tuple[int, str]], heading: str) -> None:
    level = _level(heading)
    while above and above[-1][0] >= level:
        above.pop()
    above.append((level, heading))
