"""The clauses of a text as the facts are looked for in them: without what only quotes, asks or sets an example."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from lowcarbon_desktop.ingest.prose.facts.actor import Actors
from lowcarbon_desktop.ingest.prose.facts.boxes import chosen
from lowcarbon_desktop.ingest.prose.facts.mood import mood, pattern
from lowcarbon_desktop.ingest.prose.frames import framed, told_apart
from lowcarbon_desktop.ingest.prose.provisos import questioned
from lowcarbon_desktop.ingest.prose.sentences import Sentence, mark_of

_LABELLED = r"[(（]?[\u4e00-\u9fffA-Za-z0-9()、/]{1,24}:[^:]+"
_PRELUDE = (r"(?:^|(?<=,))(?:为(?:了|进一步|贯彻|落实|切实|加强|确保|深入)?|根据|按照|依照|依据|遵照|贯彻"
            r"|落实(?![到至于给])|结合"
            r"|围绕|针对)"
            r"(?![^,]*(?:(?:,|^)由|任组长|要求(?:成立|组建|设立|建立|编制|制定)))[^,]*(?:,|$)")
_EXAMPLE = (r"借鉴|学习[^,]{0,12}(?:经验|做法)|参照[^,]{0,12}(?:经验|做法)|例如|比如|以[^,]{2,6}为例|先进经验"
            r"|典型做法|考察|(?:经验|实践|事实)[^,;]{0,4}(?:表明|证明|显示|说明|告诉|启示|看|是|有|[:,])"
            r"|^(?![^:]*[我本全][市省州])[^,;:]{0,14}(?:做法|经验|案例|惯例)(?:包括|有|是|为)?:"
            r"|(?:评审|评选|评价|申报|验收|准入|入选|达标|创建)[^,;:]{0,4}(?:标准|条件|要求|办法|细则|指标|门槛)(?:之一)?(?:就?[是为]|包括|规定|要求|:)")
_ASKED = r"[?？]$"
_ABROAD = r"附[件录][^,。]{0,40}(?:通知|意见|批复|函|国家|国务院)"
_MATTER = r"低碳|气候|温室气体|碳排放|二氧化碳|碳强度|碳减排|降碳|减碳|控碳"
_OTHER = (r"(?:安全生产|旅游|文明城|创文|卫生城|扶贫|防汛|抗旱|城管|信息化|人才|招商|污染|节水|造林|绿化|林业|治超"
          r"|禁毒|维稳|综治|食品|消防|医改"
          r"|计划生育|新农村|拆迁|棚户|反腐|廉政|信访|水利|河长|海绵|智慧城市|科技创新|知识产权|征地|森林防火"
          r"|地质灾害|地震|教育)(?![局委厅办])")

# an amount of money, or a year in which something was done; a numbered line is a heading
_ROW = (r"(?![(（]?[一二三四五六七八九十\d]{1,3}[)）、.]|第).*"
        r"(?:\d[百千]?[万亿]?元|(?:19|20)\d\d年\d{0,2}月?[^,;:\d]{0,6}(?:完成|成立|设立|建立|印发))")
_LONGEST_LEAD = 60
_OPENING, _LONGEST_TITLE = 5, 45
_TITLE = re.compile("(?:低碳|气候变化|温室气体).*(?:方案|规划|申[报请].*|报告)$")
_LONGEST_PARTS = re.compile(r".{1,400}(?:,|$)|.{1,400}", re.DOTALL)  # no clause is longer: what it costs stays bounded


@cache
def words(name: str) -> re.Pattern[str]:
    """A pattern shared by the readers of facts."""
    return re.compile({"labelled": _LABELLED, "prelude": _PRELUDE, "example": _EXAMPLE, "asked": _ASKED,
                       # 关于申报国家低碳试点城市的请示 is a paper of who applies, 国家发展改革委：whom it is sent to
                       "pilot": "^[^,。]{2,20}(?:委员会|委|部|厅|局|政府):$"
                                "|申[报请](?:国家|全国|第[一二三]批|低碳|试点|城市)+|(?:国家|全国)(?=级|低碳|第[一二三]批|试点)",
                       "annex": _ABROAD, "matter": _MATTER, "other": _OTHER, "row": _ROW}[name])


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between semicolons, squeezed: the `number`th clause of all, in the sentence at `position`.

    `states` is False where it can only mention a thing: a heading, a question, an example, or a clause that names
    nobody after one that spoke of somebody else. `past` is the last year that was over. `foreign` says that it stands
    in a part of somebody else's, an annex, and names nobody.
    """

    number: int
    text: str
    sentence: Sentence
    position: int
    states: bool
    past: int
    foreign: bool = False
    before: str = ""

    @property
    def about(self) -> str:
        """The sentence, the one before it and the innermost headings: where its matter can be read off."""
        return "".join((*self.sentence.headings[-2:], self.before, self.sentence.plain))


class Text:
    """All sentences of an application, and who acts in them; those at the positions of `strays` may be another's."""

    def __init__(self, sentences: Sequence[Sentence], actors: Actors, past: int,
                 strays: Container[int]) -> None:
        self.sentences, self.actors, self.past, self._strays = tuple(sentences), actors, past, strays
        self.memory: dict[tuple[str, int], object] = {}  # what was worked out for a clause, by its number

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause in order."""
        return tuple(self._clauses())

    @cached_property
    def low_carbon(self) -> bool:
        """Whether the application's title says that all of it is of low-carbon work."""
        return any(_TITLE.search(each.plain) for each in self.sentences[:_OPENING] if len(each.plain) <= _LONGEST_TITLE)

    def _clauses(self) -> Iterator[Clause]:
        number, foreign, carried, paragraph, before = 0, False, False, -1, ""
        leads = _Leads()
        place = ""  # another one, of which an earlier part of the sentence spoke: 杭州市提出……；成立……
        for position, sentence in enumerate(self.sentences):
            if sentence.paragraph != paragraph:
                paragraph, carried, before = sentence.paragraph, False, ""
                foreign = self._foreign_part(sentence)
            states, place = position not in self._strays, ""
            states = states and (not sentence.heading or is_labelled(sentence) or is_row(sentence))
            states = states and words("asked").search(sentence.plain) is None and not questioned(sentence.plain)
            behind = self.sentences[position + 1].plain if position + 1 < len(self.sentences) else ""
            states = states and pattern("this pends").match(behind) is None
            for part in (each for whole in sentence.clauses for each in _LONGEST_PARTS.findall(whole)):
                said, clear = chosen(part)
                text = leads.before(sentence) + told_apart(words("prelude").sub("", said))
                text = f"{place}:{text}" if place and not self.actors.speaks_of_us(text) else text
                place = self.actors.other_place(text)
                own = self.actors.named(text.partition(",")[0])
                told = states and clear and not self._example(text) and not (carried and own is None)
                told = told and not framed(part) and not self.actors.nobodys(text)
                yield Clause(number, text, sentence, position, told, self.past, own is None and foreign, before)
                number += 1
                carried = carried if own is None else not own
            before = sentence.plain
            leads.hear(sentence)

    def _example(self, text: str) -> bool:
        """Whether a clause tells what others have tried; not so where it goes on about us: 借鉴……经验，我市成立了……"""
        found = words("example").search(text)
        return found is not None and not self.actors.speaks_of_us(text[found.end():].partition(",")[2])

    def _foreign_part(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a part that is another's: an annex with a document of the nation."""
        return any(words("annex").search(each) or self.actors.named(words("pilot").sub("", each)) is False
                   for each in sentence.headings)


class _Leads:
    """Words before a list that put off or demand what its items say: 我市将开展以下工作：1）出台……；2）建立……"""

    def __init__(self) -> None:
        self._lead, self._paragraph = "", -1

    def before(self, sentence: Sentence) -> str:
        """The lead of the list in which a sentence is an item, ready to stand before its clauses; else ""."""
        item = sentence.mark != "" and not (sentence.heading and not is_labelled(sentence))
        if not item and sentence.paragraph != self._paragraph:
            self._lead = ""
        return f"{self._lead}," if self._lead and item else ""

    def hear(self, sentence: Sentence) -> None:
        """Keep what stands before the colon of a sentence that opens a list."""
        opening, colon, first = sentence.plain.partition(":")
        opens = colon and (not first or mark_of(first) != "") and len(opening) <= _LONGEST_LEAD
        if opens and not sentence.heading:
            said = mood(opening.rpartition(",")[2])
            self._lead = opening.rpartition(",")[2] if said in ("in_preparation", "unknown") else ""
            self._paragraph = sentence.paragraph


def is_labelled(sentence: Sentence) -> bool:
    """Whether a line is a label with its value: 组长：市长 张三."""
    return len(sentence.plain) <= 80 and words("labelled").match(sentence.plain) is not None


def is_row(sentence: Sentence) -> bool:
    """Whether a line without a stop is a row of a table without lines: 清单 2011年编制完成2010年温室气体排放清单."""
    return words("row").match(sentence.plain) is not None
