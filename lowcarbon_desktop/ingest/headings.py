"""What a column's heading says: name, unit, a year, whose value, and whether it is a target at all."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache

from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.ingest.plain_words import unexplained
from lowcarbon_desktop.lines import NATION, Places
from lowcarbon_desktop.text.change import change_in
from lowcarbon_desktop.text.normal import ROUND, in_chinese, squeezed
from lowcarbon_desktop.text.rare import Rare
from lowcarbon_desktop.text.units import Units
from lowcarbon_desktop.text.years import Years, years_in

_WORDS = {
    "serial": re.compile(r"序号?|编号|序列|(?:指标|项目)?代[码号]|编码|行[次号]|no\.?|#", re.IGNORECASE),
    "name": re.compile(r"(?:主要|具体|考核|发展|规划|低碳|评价)?(?:目标|指标)(?:项目?|名称|内容|体系)?"
                       r"(?:\((?:计量)?单位\))?"
                       r"|项目(?:名称)?|名称|[二三]级指标|(?:具体)?指标层|考核(?:内容|项目)"),
    "category": re.compile(r"分类|类别|领域|类型|板块|方面|指标(?:分类|类别|类型)|目标(?:分类|类别)|一级指标|分项"
                           r"|(?:目标|准则|要素|系统|子系统|领域|类别|维度|因素|控制|分类)层"),
    "years": re.compile(r"[^\d,]{0,8}基(?:年|准年|准年份)"
                        r"|(?:年份?|年度|时间|时期)(?:[/\\、]?(?:指标|项目|目标)(?:名称)?)?"
                        r"|(?:指标|项目)(?:[/\\、]年|[/\\、]?(?:年份|年度|时间))|时间节点|(?:目标|基准)年份?|基[年期]"
                        r"|阶段|时段|规划期|(?:完成|实现|达标)?(?:时限|年限)|(?:完成|实现|达标|规划)(?:年份|时间)"),
    "unit": re.compile(r"(?:计量|指标)?单位"),
    "attribute": re.compile(r"(?:20\d\d年)?(?:指标|目标)?(?:属性|性质)"
                            r"|约束性/预期性|约束类型|(?:约束|预期|引导)性(?:指标|目标)?"),
    "remark": re.compile(r"备注|(?:指标)?(?:说明|解释|释义|含义)|附注|(?:数据|指标)?(?:来源|依据|出处)"
                         r"|(?:责任|牵头|实施|主管)(?:单位|部门|人)|口径|(?:适用|考核)?(?:对象|主体)|计算方法|测算依据|(?:指标)?权重(?:系数)?"
                         r"|(?:20\d\d年?)?(?:分值|得分|权重|排[名序]|位次)|(?:得|评|扣|计)分(?:标准|办法|细则|方法)"),
    "regions": re.compile(r"地区|城市|省市|省份|省区|试点(?:地区|城市|省市)?|申报(?:地区|城市)"
                          r"|区域|地市|层级|范围|(?!市区$)各?[区县市州盟旗](?:[、/(]?[区县市州盟旗]\)?){1,3}"
                          r"|各?(?:[区县旗]|县级市)名?称?|(?:[区县市州盟旗]){2,3}名称?"),
}
SIGN = r"(?:>=|<=|[≥≤<>≧≦⩾⩽]|不(?:得|能)?[低高大小]于|不(?:得|能)?少于|不(?:得|能)?超过|[大小高低]于)"
_OF_NUMBERS = (rf"\((?P<whole>{SIGN})\)|\((?P<within>>=|<=|[≥≤<>≧≦⩾⩽])[,、;:]?(?=[^()\d]+\))"
               rf"|(?P<behind>{SIGN})(?=\(|$)")
_MAY_BE_SIGN = frozenset("≥≤<>≧≦⩾⩽于过")
A_COUNTY = r"(?![各全我该所]|本[县旗区])[一-龥]{1,7}(?:[县旗]|(?<![全市城地社园新郊])区)"
_NATION = re.compile(r"国家(?:要求|下达|规定|考核)?的?|全国")
_VALUE = re.compile(r"(?:规划|预期|发展|近期|远期|中期|中远期|长期|总体)?(?:目标|指标|规划|计划)?"
                    r"(?:数量|数额|数据|数值|数|值)|绝对(?:数值?|值|量)|目标年?|(?:试点|创建|申报|承诺)目标"
                    r"|(?:近|远|中|中远|中长|长)期(?:目标)?|(?:规划)?期末(?:目标)?值?|五年累计|或?累计")
_BASE_COLUMN = (r"\(?(?:(?P<before>(?:19|20)\d\d)年?)?\(?(?:为|是)?(?:基准年?|基[年期数])(?:值|水平|数|年份)?"
                r"[:(]?(?:(?P<after>(?:19|20)\d\d)年?)?\)?")
TO_BASE = (r"(?:比|较|与|同|相对于?|相比)(?:基准年?|基[年期])(?:相比)?的?"
            r"(?=累计|下降|降低|减少|提高|增加|增长|上升|变化|增减|升降|降幅|增幅)")
OF_BASE = "基|比较|对比|参照|参考|对照|起点|起始"
BARE_TO_BASE = r"(?:累计)?(?:比|较|与|同|相对于?|相比)(?:基准年?|基[年期])(?:相比)?"
_OF_A_PROMISE = ("目标", "规划", "计划")
_RATES = ("增速", "增长率", "增长速度", "增幅")
_ACTUAL = re.compile(r"现状|实际|完成|基准|基期|基年|基数|历史|当前|已达|现值|实绩|统计值|初值|进展")
_ACTUAL_COLUMN = rf"(?:{_ACTUAL.pattern})(?:数|数值|值|水平|情况)?"
_ASSIGNED = Rare(r"(?:省里?|上级)考核(?:要求|任务|目标|指标)值?"
                 r"|(?:[省市]里?|自治区|上级)?(?:下达|分解|要求)(?:的)?(?:给)?(?:[本我][市省])?"
                 r"|上级|任务|考核值|省定|省里?(?=目标|指标|$)", "考达分要上任省")
_DEMANDS = ("要求", "任务")  # of nobody knows whom: perhaps the applicant's own
_WHOSE = (r"((?:全|本|我)(?:省|市|自治区|区|州|盟|地区|县)|所在省|市)(?:级|内)?"
          r"(?:的?(?:(?:自定|自报|承诺|提出|申报|试点|规划|创建|建设|低碳)*目标值?|平均|平均水平|水平))?")
_OF_WHOM = Rare(r"((?:全|本|我)(?:省|自治区|州(?!市)|盟|地区)|所在省)(?:级|内)?(?:的?平均(?:水平)?)?的?", "全本我所")
_STAGE = (r"(?:(?:起步|启动|攻坚|提升|提高|巩固|推广|深化|完善|全面|推进|达标|发展|成熟|转型|优化|突破|跨越|准备|筹备"
          r"|总结|实施|建设|创建|示范){1,2}(?:阶段|期)|第[一二三四五六](?:个?阶段|步|期)|(?:[一二三]|前|后)阶段)")
_BETTER = Rare(r"(?:到?20\d\d年)?(?:提升|提高|改善|优化)性?目标值?", "升高改优")
_OF_THE_PLAN = (r"[各分]?年[度份]|各年|(?:分|^)阶段性?|实施|建设(?!用地)|量化|进度|安排|近远期|设定"
                 r"|(?<=目标)[及和]|低碳|主要|考核|试点|指标体系|数据|单位|属性|“?十[一二三四]?五”?")
_MERE = re.compile(r"(?:总体|试点|建设|创建|主要|具体|量化|必达|中长期|设定|确定|提出|实现)(?=目标)"
                   r"|申报(?=目标|[数值])|[拟将](?:达到?|实现)|要求(?:达到|实现)|达标(?=值|目标)"
                   r"|(?:试点|实施|建设)(?:期末|末期)|^12月(?:31日)?底?|^终$"  # of a target, or of the end of its year
                   r"|^其中:?")
_AND_ITS_CHANGE = Rare(r"(?<=[值标年])(?:及|和|与|、)其?(?:累计)?(?:[降升增变][幅化]|增减|下降率|变化率)(?:幅度)?$",
                       "及和与、")
_OTHERS = "先进|国内|国际|同类|标杆|对标|平均|领先|得分|分值|评分|权重|位次|排[名序]"
_PHASE = Rare(r"(?:第[一二三四]|近期|中期|远期|前|后)(?:阶段|步|期)?"
              r"\(?(?:20\d\d)年?[-~至到](20\d\d)年?\)?(?:目标)?", "-~至到")  # when, and not against what
_CORNER = r"(?:指标|项目)(?:名称)?\(([^()]*)\)"  # 指标（2015年比2010年下降，%）
_ENDS_OF_A_RANGE = ("下限", "上限", "低值", "高值", "最低值", "最高值")
_FILLER = re.compile(r"规划|目标|现状|实际|实绩|统计|初值|完成|进展|展望|远景|愿景"
                     r"|基准|基期|基年|基数|预期性?|数值|数|值|年|末|底线|底|计划|累计|情况"
                     r"|水平|左右|第[一二三四]阶段|阶段|(?:试点|规划|方案|建设|创建|实施)期[内间]?|[一二三]期|终期|低碳|工作|应|本市|我市|全市|该市|自定|确保|发展|控制|约束性?|总量?|达到|承诺|期|指标|%|±"
                     r"|近期|远期|中长期|中期|长期|中远期"
                     r"|比例|幅度|率|[()（）,，、:：/\-]")
_CHANGES = {"cut": "下降", "increase": "提高", "either": "变化"}


def words_of(change: str, yearly: bool = False) -> str:
    """Words of change as a name would have them: 年均下降."""
    return ("年均" if yearly else "") + _CHANGES.get(change, "")


@frozen(slots=True)
class Heading:
    """One heading: `role` is serial, name, category, years, unit, measure (a unit itself), attribute, remark, regions,
    value or other.

    For a value: its years, `change` words (比2010年下降 gives "下降", 年均增速 "年均提高") to be read with the row's
    name, unit, `region` where it is another place's, and `kind` target, actual or context (an assigned line, another
    place's value); `unknown` are words in it that nobody knows. `group` is what stands above it in the heading,
    `sign` a bound that it gives to all its numbers (2015年目标≥).
    """

    role: str
    text: str = ""
    years: Years | None = None
    change: str = ""
    unit: str = ""
    region: str | None = None
    kind: str = "target"
    unknown: str = ""
    group: str = ""
    sign: str = ""

    @property
    def aims(self) -> bool:
        """Whether it says 目标 or 规划目标, which names what stands below it, or beside a name holds the values."""
        return self.role == "name" and self.text.partition("(")[0].endswith("目标")

    @property
    def promises(self) -> bool:
        """Whether the heading of a value itself says that it is a target, whatever the table is called."""
        return self.kind == "target" and any(word in self.text for word in _OF_A_PROMISE)

    @property
    def year(self) -> int | None:
        """The one year that the column is for."""
        return self.years.targets[0] if self.years is not None and len(self.years.targets) == 1 else None


class Headings:
    """Reads headings with the gazetteer and the unit table at hand."""

    def __init__(self, places: Places, units: Units) -> None:
        self._places, self._units = places, units
        self.read = lru_cache(maxsize=4096)(self._read)
        self.row = lru_cache(maxsize=4096)(self._row)
        self.columns: dict[Hashable, tuple[Heading, ...]] = {}

    def _row(self, texts: tuple[str, ...]) -> tuple[Heading, ...]:
        """What each cell of a row says as a heading; after an edit every row but one is as it was."""
        return tuple([self.read(text) for text in texts])

    def _read(self, text: str) -> Heading:
        text, sign = without_sign(in_chinese(squeezed(text)).translate(ROUND))
        if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1:
            text = text[1:-1]  # （目标） below 2015
        if sign:
            return replace(self.read(text), sign=sign) if text else Heading("value", sign, Years(""), sign=sign)
        if not text or len(text) > 40:
            return Heading("other", text)
        for role, words in _WORDS.items():
            if words.fullmatch(self._without_unit(text)[0]) and not (role == "name" and text == "目标值"):
                return Heading(role, text, unit=self._without_unit(text)[1] if role == "name" else "")
        whose = _whose(text)
        if whose is not None:
            return Heading("value", text, Years(""), group=whose[1])
        corner = re.fullmatch(_CORNER, text) if text[-1] == ")" else None
        if corner is not None and ((years := years_in(corner[1])).targets or years.bases):
            return Heading("name", text, years)
        measure = text.strip("()").removeprefix("单位:")
        if self._units.find(measure) is not None and not measure.isdigit():
            return Heading("measure", text, unit=measure)
        if self._places.find(text):
            return Heading("value", text, Years(""), region=self._places.find(text)[0].name, kind="context")
        return self._value(text)

    def _value(self, text: str) -> Heading:
        bare, unit = self._without_unit(text)
        if _BETTER.fullmatch(bare):
            return Heading("value", text, years_in(bare), unit=unit, unknown=text)  # to what, or by how much?
        bare = _AND_ITS_CHANGE.sub("", bare)  # 2015年目标值及降幅 stands over both
        base = re.fullmatch(_BASE_COLUMN, bare) if "基" in bare else None
        if base is not None and (year := base["before"] or base["after"]):
            return Heading("value", text, Years("", targets=(int(year),)), unit=unit, kind="actual")
        phase = _PHASE.fullmatch(bare)
        if phase is not None:
            return Heading("value", text, Years("", targets=(int(phase[1]),)), unit=unit)
        bare = _without_stage(bare)
        if bare in _ENDS_OF_A_RANGE:
            return Heading("value", text, Years(""), unit=unit, unknown=bare)
        years = years_in(re.sub(TO_BASE, "", bare) if "基" in bare else bare)  # 比基准年下降 is no yearly cut
        if re.fullmatch(r"(?:19|20)\d\d(?:\.0)?", bare):
            years = Years("", targets=(int(bare[:4]),))
        if not years.bases and any(rate in years.rest for rate in _RATES):
            years = replace(years, yearly=True)  # 2015年增速 is from the year before
        change = change_in(years.rest.replace("±", "变化") if years.bases else years.rest)  # 比2010年±%
        if change.kind == "both":
            return Heading("other", text)
        rest = change.rest
        mentioned = self._places.mentioned(rest)
        region = mentioned[0][1][0].name if len(mentioned) == 1 and mentioned[0][1] else None
        for name, _ in mentioned:
            rest = rest.replace(name, "")
        whose = _OF_WHOM.match(rest) if region is None else None  # 全省2010年: the applicant's or its province's
        rest = rest[whose.end():] if whose is not None else rest
        if region is None and _NATION.search(rest):
            region, rest = NATION, _NATION.sub("", rest)
        rest = _MERE.sub("", rest) if region is None else rest
        given = _ASSIGNED.search(rest)
        demand = given[0] if given is not None and given[0] in _DEMANDS and region is None else ""
        assigned = given is not None and not demand
        rest = _FILLER.sub("", _VALUE.sub("", _ASSIGNED.sub("", rest), count=1))
        dated = bool(years.targets or years.bases or years.yearly or region or change.kind != "none")
        known = not rest and (dated or _VALUE.fullmatch(bare) or (given is not None and len(bare) < 8))
        if not known and not (_ACTUAL.search(bare) and re.fullmatch(_ACTUAL_COLUMN, bare)):
            return Heading("other", text)
        kind = "context" if region or assigned else "actual" if _ACTUAL.search(years.rest) else "target"
        return Heading("value", text, years, words_of(change.kind, years.yearly), unit, region, kind, demand,
                       whose[1] if whose is not None else "")

    def names_place(self, text: str) -> bool:
        """Whether a text names a place of the gazetteer."""
        return bool(self._places.mentioned(text))

    def leftover(self, text: str) -> str:
        """The words of a heading that say neither years nor that it holds targets: 岛内目标 leaves 岛内."""
        if _whose(text) is not None:
            return ""
        rest = change_in(years_in(_without_stage(self._without_unit(without_sign(text)[0])[0])).rest).rest
        return _FILLER.sub("", re.sub(_OF_THE_PLAN, "", _VALUE.sub("", rest, count=1))) if unexplained(rest) else ""

    def dated(self, text: str) -> Heading:
        """A heading that holds one year and words that nobody knows (2015年高方案): a value to be doubted."""
        text = squeezed(text).translate(ROUND)
        years = years_in(self._without_unit(text)[0])
        if len(years.targets) != 1 or len(text) > 20:
            return Heading("other", text)
        kind = "context" if re.search(_OTHERS, years.rest) is not None else "target"
        return Heading("value", text, years, unit=self._without_unit(text)[1], kind=kind, unknown=years.rest)

    def _without_unit(self, text: str) -> tuple[str, str]:
        found = re.fullmatch(r"(.+?)\((?:单位:?)?([^()]+)\)", text)
        if found is not None and self._units.find(found[2]) is not None and not found[2].isdigit() and found[2] != "年":
            return found[1], found[2]
        return text, ""


def _without_stage(text: str) -> str:
    """A heading without the name of a stage, which is only when: 提升阶段 raises nothing."""
    return re.sub(_STAGE, "", text) if "期" in text or "阶" in text or "步" in text else text


@lru_cache(maxsize=4096)
def without_sign(text: str) -> tuple[str, str]:
    """(a heading or a name without the sign that bounds its numbers, the sign): 2015年(≥), 森林覆盖率不低于(%)."""
    found = re.search(_OF_NUMBERS, text) if not _MAY_BE_SIGN.isdisjoint(text) else None
    if found is None or (found.start() == 0 and found.end() < len(text)):
        return text, ""
    bare = f"{text[:found.start()]}{'(' if found['within'] else ''}{text[found.end():]}"
    return bare, found["whole"] or found["within"] or found["behind"]


def _whose(text: str) -> re.Match[str] | None:
    """全省平均, 本市目标: words that say whose a column is, and nothing more."""
    return re.fullmatch(_WHOSE, text) if text[:1] in ("全", "本", "我", "所", "市") else None
