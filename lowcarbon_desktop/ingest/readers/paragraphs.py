"""From lines on pages to paragraphs: which line goes on the one before it, and which one is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.ingest.limits import MAX_SENTENCE
from lowcarbon_desktop.plan import Passage, Where
from lowcarbon_desktop.plan.where import Box

_NUMERAL = "[一二三四五六七八九十百]"
_NUMBERED = re.compile(rf"\s*(?:第(?:{_NUMERAL}|\d)+[章节部分条篇]|{_NUMERAL}{{1,3}}[、.．]"
                       rf"|[（(](?:{_NUMERAL}|\d){{1,3}}[）)]"
                       r"|\d{1,2}(?:\.\d{1,2}){0,3}(?:[、．\s]|\.(?!\d))|附[件录表])")
_STARTS = re.compile(rf"\s*(?:第(?:{_NUMERAL}|\d)+[章节篇]|{_NUMERAL}{{1,3}}、|[（(]{_NUMERAL}{{1,3}}[）)]|[①-⑳●•◆■]"
                     r"|注\d*[:：]|附[件表录图]\d*[:：])")
_CAPTION = re.compile(rf"\s*[续附]?表\s*(?:\d|{_NUMERAL}){{1,3}}(?:[-—.]\d{{1,2}})?[\s:：.、]*"
                      r"[^\s，。；所中列示及和与至的、][^，。；]{1,50}")
CONTINUED = re.compile(r"\s*[（(]?\s*(?:续\s*(?:上\s*)?表|表?\s*[\d.\-]*\s*[（(]?\s*(?:接上页|续)).{0,30}")
_CONTENTS = re.compile(r".{2,80}?(?:[.．·…‥_]\s?){3,}\s*\d{1,3}\s*")  # an entry of the contents, with its page
_ENDS_SENTENCE = re.compile(r"[。；！？;!?][”\"』」）)]?\s*$")
_ENDS_PART = tuple("，、：:,（(")
_LONGEST_HEADING = 40
_INDENT = 1.2  # of a line's height: what begins further right begins a paragraph
_SHORT = 2.5  # of a line's height: what ends further left ends a paragraph
_OPEN = re.compile(r"[—～~－，、（(《“]\s*$")  # nothing ends so
# what is not broken at the end of a line: 比“十 and 五”末 are not, for no line ends before or behind a quotation mark
_WORD = re.compile(r"[（《〈【]*(?:[!-~]+|.)(?:[“”‘’](?:[!-~]+|.))*[，。；：、）”》％]*")
_MOST_LINES = 100  # of a paragraph: more are a page without sentences
_FULL = 15  # signs at least: no page has narrower lines, so a shorter one is not full


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text on a page; `column` is 1 or 2 where the text is set in two, `trouble` what is wrong with it."""

    text: str
    page: int
    box: Box
    column: int = 0
    trouble: Message | None = None


_UNENDING = re.compile(rf"[^。！？；!?;\n]{{{MAX_SENTENCE}}}")
_CLAUSE = re.compile(r".*[，,、：:]", re.DOTALL)


def in_pieces(text: str) -> list[str]:
    """A paragraph, cut at a comma wherever a sentence does not end for so long that nobody has written it."""
    pieces = []
    while (found := _UNENDING.search(text)) is not None:
        clause = _CLAUSE.match(text, found.start(), found.end())
        end = clause.end() if clause is not None else found.end()
        pieces.append(text[:end])
        text = text[end:]
    return [*pieces, text] if text or not pieces else pieces


def is_heading(text: str) -> bool:
    """Whether a paragraph names what follows it: short, and no sentence. 一、总体要求 is one; so is a caption."""
    text = text.strip()
    if _CONTENTS.fullmatch(text):
        return True
    if not text or len(text) > _LONGEST_HEADING or _ENDS_SENTENCE.search(text) or text.endswith(_ENDS_PART) or (
            text.startswith(("注：", "注:"))):
        return False
    if _NUMBERED.match(text):
        return "。" not in text  # （三）工作机制。由市长牵头建立…… begins its text on the same line
    return not re.search(r"[，,；。]", text)


def edges_by_page(lines: Iterable[PageLine]) -> dict[int, tuple[float, float]]:
    """Where the text of each page begins and ends."""
    return {number: edges_of(list(group)) for number, group in groupby(lines, key=lambda line: line.page)}


def passages_of(file: str, lines: Iterable[PageLine]) -> tuple[Passage, ...]:
    """The paragraphs of a document's lines, numbered from 1; one that runs over a page is one."""
    paragraphs: list[list[PageLine]] = []
    edges: tuple[float, float] | None = None
    for _, group in groupby(lines, key=lambda line: (line.page, line.column)):
        page = list(group)
        own = edges_of(page)
        for line in page:
            last = paragraphs[-1][-1] if paragraphs else None
            right = (edges if last is not None and line is page[0] else own) or own
            if last is not None and len(paragraphs[-1]) < _MOST_LINES and goes_on(
                    paragraphs[-1], line, own[0], right[1]):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        edges = own
    return tuple(_passage(file, number, each) for number, each in enumerate(paragraphs, start=1))


def edges_of(page: Sequence[PageLine]) -> tuple[float, float]:
    """Where the text of a page begins and ends, by its longer lines."""
    longest = max(line.box[2] - line.box[0] for line in page)
    long = [line for line in page if line.box[2] - line.box[0] > 0.6 * longest]
    return min(line.box[0] for line in long), max(line.box[2] for line in long)


def goes_on(paragraph: Sequence[PageLine], line: PageLine, left: float, right: float) -> bool:
    """Whether a line goes on the one before: that one is full, and this one is not indented and begins nothing new."""
    last = paragraph[-1]
    tall = last.box[3] - last.box[1]
    room = 0.0 if _ENDS_SENTENCE.search(last.text) else first_word(line.text, tall)
    short = last.box[2] < right - max(_SHORT * tall, room) or last.box[2] - last.box[0] < _FULL * tall
    if _STARTS.match(line.text) or _CAPTION.fullmatch(line.text) or (short and not _OPEN.search(last.text)):
        return False
    if _ENDS_SENTENCE.search(last.text) and _NUMBERED.match(line.text):
        return False
    if line.page == last.page and line.box[1] - last.box[3] > 1.6 * tall:
        return False
    if abs(tall - (line.box[3] - line.box[1])) > 0.25 * tall:
        return False
    hangs = _hangs(paragraph, line, tall)
    return line.box[0] < left + _INDENT * tall if hangs is None else hangs


def first_word(text: str, tall: float) -> float:
    """About how long the first word of a line is, for which there was no room on the line before; `tall` is a sign's.
    """
    word = _WORD.match(text)
    return sum(tall if ord(sign) > 0x2E80 or sign in "“”‘’" else 0.6 * tall for sign in word[0]
               ) if word is not None else 0.0


def _hangs(paragraph: Sequence[PageLine], line: PageLine, tall: float) -> bool | None:
    """Whether a line stands where the others of a hanging paragraph do; None where that one does not hang."""
    first = paragraph[0].box[0]
    if len(paragraph) == 1:
        deeper = 0.8 * tall < line.box[0] - first < 5 * tall
        return True if deeper and _NUMBERED.match(paragraph[0].text) else None
    inner = paragraph[1].box[0]
    return abs(line.box[0] - inner) < 0.8 * tall if inner > first + 0.8 * tall else None


def _passage(file: str, number: int, lines: Sequence[PageLine]) -> Passage:
    text, starts = "", []
    for line in lines:
        if text and text[-1].isascii() and text[-1].isalpha() and line.text[:1].isascii() and line.text[:1].isalpha():
            text += " "
        starts.append((len(text), Where(file, page=line.page, box=line.box, paragraph=number)))
        text += line.text
    trouble = next((line.trouble for line in lines if line.trouble is not None), None)
    return Passage(text, starts[0][1], is_heading(text), tuple(starts[1:]), trouble)
