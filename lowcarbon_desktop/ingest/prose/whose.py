"""Whose a clause is: the applicant's, the nation's, its province's, another place's, a district's, or only a part's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from lowcarbon_desktop.ingest.prose.around import labelled, source
from lowcarbon_desktop.ingest.prose.owner_words import words
from lowcarbon_desktop.ingest.prose.running import Running, carried
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import FIGURE, OWN, Spoken, Whose
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region

_PLACE_END = ("市", "省", "区", "县", "旗", "州", "盟")
_COMMA = re.compile(r"([,;:](?!\d{3}(?!\d))|[⟪⟫])")
_ATTRIBUTE = re.compile("(?:的|城市|地区|基地|试点|之一|之都)$")
_GOES_ON = re.compile("市?(?:到|至|在|于|20|将|提出|要|则|承诺|计划|,|$)")
_WHERE = re.compile("在|以|包括|像|如|例如|比如")
_THERE = re.compile("市?(?:等地?)?(?:$|,|。|为例|在内)")
_BY_MEANS = re.compile(r"以[^,;\d]{2,20}为(?!例|准|限|前提|条件)[^,;\d]{1,8}")
_VALUE = re.compile(rf"{FIGURE.pattern}|(?:19|20)\d\d年")
_BRACKET = re.compile(r"\(([^()]*)\)")
_BOUND = re.compile(r"控制在(?:国家|省|自治区|上级|市)[^,;\d]{0,14}内$")  # 排放总量控制在省下达指标内: ours


def _subject(text: str, begin: int, end: int) -> bool:
    """Whether a name without 市 is a clause's subject behind its attribute: 邻近的潍坊到2015年, 试点城市保定提出."""
    before = _ATTRIBUTE.search(text, 0, begin)
    return (before is not None and (before[0] != "的" or _GOES_ON.match(text, end) is not None)) or (
        _stands_in(text, begin, end))


def _stands_in(text: str, begin: int, end: int) -> bool:
    """Whether a clause says where, or of whom, the next ones are: 在潍坊, 以潍坊为例, 包括潍坊在内的五个城市."""
    return _WHERE.fullmatch(text, 0, begin) is not None and _THERE.match(text, end) is not None


class Owners:
    """Tells whose the clauses of one application are; `applicant` is None where nobody knows whose plan it is.

    A `prefecture` (海东地区) calls itself 全区 as a district does; `itself` are the short names by which its paper
    speaks of itself: 《纲要》提出.
    """

    def __init__(self, applicant: Region | None, places: Places, itself: Sequence[str] = (),
                 prefecture: bool = False) -> None:
        self._applicant, self._places = applicant, places
        self._itself = tuple(f"《{each}》" for each in itself)
        self._prefecture = prefecture or (applicant is not None and applicant.full_name.endswith("地区"))
        self.clause = lru_cache(maxsize=4096)(self._clause)
        self.above = lru_cache(maxsize=1024)(self._above)
        province = places.find(applicant.province) if applicant is not None else ()
        self._autonomous = any(region.full_name.endswith("自治区") for region in province)

    def paragraph(self, sentences: Sequence[Sentence], before: Whose | None = None) -> Iterator[tuple[Spoken, ...]]:
        """The clauses of each sentence of one paragraph; one that names nobody goes on the clause before it.

        `before` is whose the paragraph is that ends with a colon and thereby introduces this one.
        """
        last = before
        for sentence in sentences:
            running = Running(carried(last, self.above(sentence.headings)))
            spoken: list[Spoken] = []
            source = ""
            parts = [*_COMMA.split(_BRACKET.sub(self._bracket, labelled(sentence.plain))), ""]
            around: Whose | None = None
            opened, among = 0, False
            for text, sign in zip(parts[::2], parts[1::2], strict=True):
                named = self.clause(text)
                whole = around or running.now
                among = (text.startswith("其中") and whole.kind in ("province", "nation")) or (
                    among and around is not None)
                if among and named == OWN:  # 全省下降19%（其中，嘉兴市下降18.5%）: their goal for us
                    named = Whose("assigned" if around is not None else "own", text, around is not None)
                mine = running.now.own if named is None else named.own
                if source and mine and words("duty").search(text) and not words("promised").search(text):
                    named = Whose("own", source, False)
                source = text if words("source").match(text) is not None else source
                spoken.append(Spoken(text, running.hear(text, named), named is not None, sign, around is not None))
                if sign == "⟪":
                    around, opened = running.now, len(spoken)
                elif sign == "⟫" and around is not None:
                    inside, outside = "".join(each.text for each in spoken[opened:]), spoken[opened - 1]
                    if not _VALUE.search(inside):  # 11.4%（全国目标）: the value before may be theirs
                        spoken[opened - 1] = replace(outside, whose=replace(outside.whose, name=inside, sure=False))
                    running.now, around, among = around, None, False
                else:
                    running.end(text, sign)
            last = running.rest()
            yield tuple(spoken)

    def _bracket(self, found: re.Match[str]) -> str:
        """A bracket that names an owner is a clause of its own: 下降17%（省下达目标为17.5%）."""
        return f"⟪{found[1]}⟫" if self.clause(found[1]) is not None else found[0]

    def _above(self, headings: Sequence[str]) -> Whose:
        """What the headings say, the innermost first; one that may be of others' aims leaves it open."""
        for each in reversed(headings):
            found = self.clause(each)
            ours = words("not others'").search(each) is not None
            theirs = words("others'").search(each) is not None and not ours and found is None
            if theirs or (ours and found is not None and found.kind in ("nation", "province")):
                return Whose("own", each.rstrip(":。"), False)  # 落实国家和省要求的目标 leaves it open too
            if found is not None:
                return found
        return OWN

    def _clause(self, text: str) -> Whose | None:
        """Whose a clause is by its own words, None where it names nobody; what it only compares with does not count."""
        text = _BOUND.sub("", text)
        for name in self._itself:
            text = text.replace(name, "本方案")
        given = words("given").search(text) if any(sign in text for sign in "达我本签") else None
        if given is not None and (given["to"] or "").startswith("各") and FIGURE.search(text, 0, given.start()):
            given = None  # 已将下降16%的目标分解下达至各县区: the whole's, before it is shared out
        if given is not None and words("compared").search(text[:given.start()]) is None and not (
                words("met").search(text[:given.start()]) and not FIGURE.search(text, given.end())):
            return self._given(given["by"] or "", given["to"] or given["whom"] or "")
        start = words("lead").match(text).end()  # matches always, be it nothing
        if _BY_MEANS.fullmatch(text, start) is not None:  # 以低碳园区为载体
            return None
        part = words("part").match(text, start)
        if part is not None:
            return Whose("part", part[0])
        quoted = words("quoted").search(text)
        after = quoted.end() if quoted is not None else 0  # who demands is not of whom the clause speaks
        found = min((each for each in self._named(text, start) if each[0] >= after), key=itemgetter(0), default=None)
        if found is None:
            quoted = quoted or words("titled").search(text)
            by = quoted[0] if quoted is not None else "" if _VALUE.search(text, start) else source(text[start:])
            return Whose("own", by, False) if by else None
        if found[2].kind != "own":
            return found[2]
        urged = words("urged").fullmatch(text, start, found[0])
        wished = urged is not None and urged["wished"] is not None
        return self._within(text, found[1]) or (replace(found[2], name=text[:found[1]], sure=False) if wished
                                                else found[2])

    def _within(self, text: str, at: int) -> Whose | None:
        """The part or the districts of the applicant of which a clause speaks: 我市工业领域, 全市各区县."""
        at += text.startswith("的", at)
        part = words("part").match(text, at)
        if part is not None:
            return Whose("part", part[0])
        district = words("owners").match(text, at)
        return Whose("district", district[0]) if district is not None and district.lastgroup == "district" else None

    def _given(self, by: str, to: str) -> Whose:
        """Whose an assigned line is: the applicant's own where it goes to it, else that of the place it goes to."""
        if to.startswith("各") or (not to and by == "市" and self._level == "city"):
            return Whose("district", to or "各区县")
        whose = next((each for _, _, each in self._named(to, 0)), OWN) if to else OWN
        return Whose("assigned", to, whose.sure) if whose.kind == "own" else whose

    def _named(self, text: str, start: int) -> Iterator[tuple[int, int, Whose]]:
        """(begin, end, whose) of the words that name an owner: us and them by their words, places by their names."""
        for found in words("owners").finditer(text):
            before, theirs = text[:found.start()], FIGURE.search(text, found.end()) is not None
            beside = words("beside").search(before) is not None and not (before[-1] in "为成现" and theirs)
            if not beside and found.lastgroup is not None:  # 为全国2020年下降40%的目标作贡献: the goal is theirs
                yield found.start(), found.end(), self._by_word(found.lastgroup, found[0])
        before = -1  # where the last place ended that is only compared with: 与杭州市、宁波市相比
        outer = -1  # where a province ended that the next place may lie in: 福建省厦门市
        urged = words("urged").match(text, start)
        start = at = urged.end() if urged is not None else start
        while at < len(text):
            name = self._places.leading(text, at)
            if not name:
                at += 1
                continue
            begin, at = at, at + len(name)
            listed = before >= 0 and text[before:begin] in ("、", "和", "及")
            aside = words("beside").search(text[:begin]) is not None and not _stands_in(text, begin, at) and (
                urged is None or begin > start or _VALUE.search(text) is None)
            if listed or aside:
                before = at
            elif name != NATION and (begin in (start, outer) or name.endswith(_PLACE_END) or _subject(text, begin, at)):
                if self._places.leading(text, at):
                    outer = at
                    continue
                yield begin, at, self._place(name, text[at:])
        unknown = words("unknown").match(text, start)
        if unknown is not None and not self._places.leading(text, start):
            yield start, unknown.end(), Whose("district", unknown[0])

    def _by_word(self, kind: str, word: str) -> Whose:
        level = self._level
        if kind == "nation":
            return Whose("nation", NATION)
        if kind == "abroad":
            return Whose("place", word)
        if kind == "province" or (word in ("全区", "我区", "本区") and self._autonomous):
            if self._applicant is not None and level in ("city", "county"):
                return Whose("province", self._applicant.province)
            return OWN if level else Whose("own", word, False)
        if kind == "district" and word in ("全区", "我区", "本区") and self._prefecture:
            return OWN
        if kind == "district":
            ours = not level or (self._applicant is not None and level == "county"
                                 and self._applicant.full_name.endswith(word[-1]))
            return OWN if ours and word[0] in "全我本" else Whose("district", word)
        return Whose("place", word[-1]) if level == "province" and word.endswith(("市", "州", "盟")) else OWN

    def _place(self, name: str, after: str) -> Whose:
        """Whose a place's name with these words after it is: the applicant's, a district's of it, another place's."""
        below = words("unknown").match(after) if not after.startswith(("区", "县")) else True
        if below and not after.startswith(("区域", "县域")):
            return Whose("district", name + (below[0] if below is not True else after[0]))
        found = self._places.find(name)
        if self._applicant is None:
            return Whose("own", name, False)
        if self._applicant in found:
            return OWN if len(found) == 1 else Whose("own", name, False)
        return Whose("province" if found[0].name == self._applicant.province else "place", found[0].name)

    @property
    def _level(self) -> str:
        return self._applicant.level if self._applicant is not None else ""
