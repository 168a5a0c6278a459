"""Whose value it is, and of what sort: by the words in front of a name, in a section, a column or a title."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.ingest.plain_words import unexplained
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import HAN
from lowcarbon_desktop.text.rare import Rare

_NATION = (r"(?:全国|国家(?!级|低碳|试点|示范|园林|森林|生态|卫生|环保|新型|可持续|发展和?改革))(?:下达|要求|规定)?"
           r"(?:的|目标)?")
_CITY = r"(?:全|本|我)市(?:的|范围内?)?"
_PREFECTURE = r"(?:全|本|我)(?:州(?!市)|盟|地区)(?:的|范围内?)?"
_PROVINCE = r"(?:(?:全|本|我)(?:省|自治区|区)|(?:所在|自治)省|全自治区)(?:的|范围内?)?"
_ASSIGNED = r"(?:[省市]里?|上级)?(?:下达|分解)(?:给?[本我]?[省市]?)?(?:的|指标|目标)?"
_BEGINS = tuple("全国本我省市上下分所自")
_PAST = re.compile(r"完成情况|完成$|现状|实际|实绩|实施情况|进展情况|执行情况|历史|回顾")
_ACHIEVED = r"目标(?:任务|指标)?的?(?:完成|实现|落实|进展|执行)(?:情况|进度|进展)(?!.*目标)"
UNSURE = Rare(r"情景|BAU|照常|[高中低]方案|方案[一二三ABC甲乙丙]|第[一二三]方案|力争|争取|奋斗|挑战|预测"
              r"|同类|对标|潜力|模拟|推算"
              r"|(?<!目标)(?<!指标)测算(?!依据|方法|说明|[并后再]?[^,;]{0,10}审[定议])",
              "情Bb照案争奋挑预类对潜拟算", re.IGNORECASE)
NOT_ADOPTED = Rare(r"(?<!规划)(?<!规划的)建议(?!书)|专家组?(?:意见|测算|推荐|提出|方案)"
                   r"|[未不]予?(?:被)?(?:采[纳用]|通过|批准)|备选|参考|原(?:方案|规划|稿|版|目标|指标|定|计划)"
                   r"|(?:调整|修[订改]|征求意见|论证|评审)[之以]?前|旧[稿版表]?|老[稿版]|作废|废[止除弃]|失效|停用|已删"
                   r"|上一?[轮版稿]|前一?[轮版稿]|样[表例]|示例|模板|举例|假[设定]|替代",
                   "建专未不备参原前旧老作废失停删轮版稿样示模举假替")
_TOWN = r"(?!.*(?:[全我本该]市|城市|都市))[一-龥]{2,4}市"
_DISTRICT = r".*[\u4e00-\u9fa5](?<![全本我地治])(?:区|县|旗)"
SECTOR = Rare(r"(?!.*(?:能源|经济|综合|总体|全社会|全市))"
              r"(?:工业(?!(?:和|与)信息化|城市|基地|强市|园|企业)|建筑(?!公司|企业)|交通(?:运输)?|(?<!产)农业|服务业"
              r"|公共机构|居民生活|" + HAN + r"{2}行业)(?:领域|部门|行业)?", "工建交农服公居行")
_OF_ALL_SECTORS = re.compile(r"(?:碳|能耗|能源)(?:排放|消费)?强度|(?:单位|万元|亿元|每).{0,6}(?:GDP|生产总值)",
                             re.IGNORECASE)
_SHORT = 10  # longer ones are names of rows
_FULL = ("省", "市", "区", "州", "盟", "县")


class Scope(NamedTuple):
    """`region` is another place's name or None; `kind` "target", "actual" or "context"; `sector` and `unsure` are words
    that leave open whether it is a target of the whole region: a sector's, a scenario's.
    """

    region: str | None = None
    kind: str = "target"
    sector: str = ""
    unsure: str = ""

    def under(self, outer: Scope) -> Scope:
        """This scope inside another one: what it does not say itself, the outer one says."""
        if outer is OWN or self is OWN:
            return self if outer is OWN else outer
        kind = self.kind if self.kind != "target" else outer.kind
        return Scope(self.region or outer.region, kind, self.sector or outer.sector, self.unsure or outer.unsure)

    def open(self, name: str) -> str:
        """The words by which a value may not be the region's own target; a sector matters to a bare 碳强度 alone."""
        return self.unsure or (self.sector if self.sector and _OF_ALL_SECTORS.search(name) else "")


OWN = Scope()


@lru_cache(maxsize=64)
def scopes_for(applicant: Region | None, places: Places) -> Scopes:
    """What reads scopes for an applicant, with all that it has read before."""
    return Scopes(applicant, places)


class Scopes:
    """Reads scopes for one applicant (None where nobody knows whose plan it is)."""

    def __init__(self, applicant: Region | None, places: Places) -> None:
        self._applicant, self._places = applicant, places
        self.name = lru_cache(maxsize=4096)(self._name)
        self.text = lru_cache(maxsize=1024)(self._text)
        self.group = lru_cache(maxsize=1024)(self._group)

    def _name(self, name: str) -> tuple[str, Scope]:
        """(the name without the words in front that say whose it is, the scope that they give)."""
        for words in (_NATION, _ASSIGNED, _PROVINCE, _CITY, _PREFECTURE) if name[:1] in _BEGINS else ():
            found = re.match(words, name)
            if found is not None and found[0] not in ("省", "市"):
                return name[found.end():], self._of(words)
        place = self._places.leading(name)
        if place and self._applicant is not None:
            rest = name.removeprefix(place)
            if place in (self._applicant.full_name, self._applicant.name):
                return rest, OWN
            return rest, Scope(self._places.find(place)[0].name, "context")
        return (name.removeprefix(place), OWN) if place else (name, OWN)

    def _text(self, text: str) -> Scope:
        """The scope that a section, a cell of a column, or a title gives to what stands under it."""
        for words in (_NATION, _ASSIGNED):
            if re.search(words, text):
                return self._of(words)
        if text in ("市", "所在省"):
            return self._of(_CITY if text == "市" else _PROVINCE)
        for words in (_PROVINCE, _CITY, _PREFECTURE) if text[:1] in _BEGINS else ():
            if re.fullmatch(words, text):
                return self._of(words)
        named = [found for name, found in self._places.mentioned(text) if name.endswith(_FULL) or name == text]
        others = [found[0] for found in named if self._applicant is not None and self._applicant not in found]
        region = others[-1].name if others and len(others) == len(named) else None
        unsure = found[0] if (found := UNSURE.search(text)) else ""
        sector = found[0] if (found := SECTOR.search(text)) else ""
        past = _PAST.search(text) and ("目标" not in text or re.search(_ACHIEVED, text))
        kind = "context" if region else "actual" if past else "target"
        return Scope(region, kind, sector, text if unsure else "")

    def _group(self, text: str) -> Scope:
        """The scope of what stands under a section or beside a group, which may also be a district."""
        scope = self.text(text)
        if self._applicant is None and re.fullmatch(_PROVINCE, text):
            return scope._replace(unsure=text)  # 全省 in a plan of nobody knows whom
        ours = self._applicant is not None and self._applicant in self._places.find(text)
        district = not ours and text[-1:] in ("区", "县", "旗", "市") and re.fullmatch(f"{_DISTRICT}|{_TOWN}", text)
        strange = scope.kind == "target" and self._strange(text)
        if scope.region is None and (district or strange or NOT_ADOPTED.search(text)):
            return Scope(None, scope.kind, scope.sector, text)
        return scope

    def _strange(self, text: str) -> bool:
        from lowcarbon_desktop.ingest.whose_words import names_of, stranger
        own = names_of(self._applicant, self._places)
        return len(text) > 1 and bool(unexplained(text, own) if len(text) <= _SHORT else stranger(text, own))

    def place(self, text: str) -> Scope:
        """The scope of a cell in a column of places: one that is not known is another place all the same."""
        text = re.sub("^(全[市州盟])(?:合计|总计|总体|汇总)$", r"\1", text)
        found = self._places.find(text)
        if not found:
            scope = self.text(text)
            return scope if scope != OWN or re.fullmatch(_CITY, text) or not text else Scope(text, "context")
        own = self._applicant is not None and self._applicant in found
        return OWN if own else Scope(found[0].name, "context")

    def _of(self, words: str) -> Scope:
        level = self._applicant.level if self._applicant is not None else ""
        if words is _NATION:
            return Scope(NATION, "context")
        if words is _ASSIGNED:
            return Scope(None, "context")
        if words is _PROVINCE and level in ("city", "county") and self._applicant is not None:
            return Scope(self._applicant.province, "context")
        if words is _CITY and level == "province":
            return Scope("市", "context")
        if words is _PREFECTURE and level and not self._applicant.full_name.endswith(("州", "盟", "地区")):
            return Scope("州" if level == "province" else self._applicant.full_name[-1], "context")
        return OWN
