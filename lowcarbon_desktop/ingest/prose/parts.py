"""Whether the words that lead to a figure speak of a part: a heading 低碳园区建设, a clause 选择3个县区开展试点."""

from __future__ import annotations

import re
from functools import cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.ingest.prose.around import label
from lowcarbon_desktop.ingest.prose.sentences import Sentence
from lowcarbon_desktop.ingest.prose.spoken import FIGURE, Spoken

_PLACES = (r"园区|开发区|高新区|社区|(?<!低碳)(?<!生态)(?<!宜居)新[区城](?!域)|县区|区县|县\(|乡镇|街道|产业园"
           r"|工业[园区]|集[聚中]区|片区"
           r"|[\d一二两三四五六七八九十]个[县区镇村市旗]|(?:试点|示范|重点)[县区镇村](?![域市])")
_BODIES = r"企业|校园|学校|医院|景区|机关|公共机构"
_SECTORS = r"工业|行业|制造业|产业集群|交通|建筑|农业|电力|领域|居民|生活|商业"
_DOES = (r"(?:建设|打造|推[进动]|加快|开展|选[择取]|创建|实施|以|在|培育|建成|支持|抓好|依托|加强|大力|着力|构建|发展"
         r"|引导|鼓励|促进|强化)")
_WITHIN = (r"^在?[^,;:]{0,8}(?:(?:试点|示范|规划|核心|先行)区域?(?:范围)?[内中]|区域内)"
           r"|^(?:沿|环)[^,;:]{2,10}[带圈廊轴]|^在?[^,;:]{2,10}(?:流域|库区|沿[线岸江]|地带|盆地|山区)$"
           r"|^[^,;:]{2,20}(?:园区|社区|片区|组团|示范[带片]|集[聚中]区|走廊)$")
_WORKS = re.compile(rf"(?:规划|建设|打造|启动|实施)[^,;:。]{{0,20}}?(?:{_PLACES}|示范工程|临[空港][^,;。]{{0,3}}区)"
                    r"|^(?:[下上本]?表\d*|以下|下列"
                    r"|本节)[^,;。]{0,6}[为是系](?![我本全主低试具总规各有])[^,;。]{2,10}(?:数据|指标|目标|情况)")
_MEANS = re.compile("以[^,;]{2,20}为(?:载体|抓手|平台|契机|支撑|突破口|引领|主线|导向|依托|切入点)")
_OF_BODIES = re.compile(f"(?:{_BODIES})$")
_BUILT = re.compile("建成|培育|打造|创建|形成|建设")
_YEAR = re.compile(r"20\d\d年|十[一二三]五")
OF_ALL = ("co2_per_gdp_cut", "energy_per_gdp_cut", "nonfossil_share", "co2_per_gdp", "energy_per_gdp", "co2_total",
          "ghg_total", "energy_total")
_LONGEST_LABEL = 14


@cache
def _words(sectors: bool, lead: bool) -> re.Pattern[str]:
    part = f"(?:{_PLACES}|{_BODIES}{'|' + _SECTORS if sectors else ''})"
    return re.compile(rf"{_DOES}[^,;:]{{0,14}}?{part}|{_WITHIN}" if lead else part)


class Parts:
    """Hears the clauses of a sentence, and knows the part that was spoken of last where nobody named the whole since.

    `before` is the sentence before in the same paragraph, which may have set to work on a part.

    `sectors` is True for what each sector may have of its own, a peak; 单位GDP is the whole's under industry too.
    """

    def __init__(self, sentence: Sentence, sectors: bool = False, before: str = "") -> None:
        self._sectors = sectors
        found = (_words(sectors, False).search(each) for each in reversed(sentence.headings[-2:])
                 if not re.search("全[市省州]|目标|指标|结构|保障", each))
        self._above = next((each[0] for each in found if each is not None), "")
        opened = _WORKS.search(before) if before and FIGURE.search(before) is None else None
        self._ended = self._dated = False
        self.spoken_of = self._above or (opened[0] if opened is not None else "")
        self.label = ""  # words before a colon that nobody knows: 愿景：……, 工业：……

    def hear(self, clause: Spoken, known: bool = False) -> None:
        """Take in the next clause: one that names the whole ends the part, one that works on a part begins it.

        Behind the year of the aims such a work is an aim beside the others: 到2015年，建成低碳园区3个，……下降18%.
        `known` says that the clause is an indicator's name.
        """
        if clause.ended == ":" and not clause.aside and len(clause.text) <= _LONGEST_LABEL and (
                FIGURE.search(clause.text) is None):
            self.label = "" if known or (clause.named and clause.whose.own) else label(clause.text)
        if self._ended:
            self.spoken_of = self._above
        self._ended = clause.ended == ";"
        if clause.named and clause.whose.own:
            self._above = self.spoken_of = ""
        elif FIGURE.search(clause.text) is None and not (self._dated and _BUILT.search(clause.text)):
            found = self._lead(clause)
            self.spoken_of = found[0] if found is not None else self.spoken_of
        self._dated = self._dated or _YEAR.search(clause.text) is not None

    def _lead(self, clause: Spoken) -> re.Match[str] | None:
        if _MEANS.fullmatch(clause.text) is not None:
            return None
        labels = clause.ended == ":" and len(clause.text) < 12
        return _words(self._sectors, not labels).search(clause.text)

    def doubt(self, indicator: str, name: str) -> tuple[Message, ...]:
        """Why a value of an indicator that is told of the whole may be of a part; an enterprise has no GDP."""
        if indicator not in OF_ALL or (_OF_BODIES.search(self.spoken_of) and re.search("GDP|生产总值", name)):
            return ()
        return tuple(message("doubt-whose", words=each) for each in (self.spoken_of, self.label) if each)
