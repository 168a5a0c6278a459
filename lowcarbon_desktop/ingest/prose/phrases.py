"""What stands before an amount in a clause: a name, years, words of change, of hope, of the past."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from lowcarbon_desktop.text.years import Years, years_in

_CUT = "下降|降低|减少|削减|下调|压减|减排(?=[约达了至到]{0,2}$)|降"
_RISE = "提高|增加|增长|上升|提升|升|增"
_YEAR = r"(?:19|20)\d\d年(?:底|末)?"
_WORDS = {
    # 由2010年的8%提高到2015年的11.4%: where a value comes from, and where it goes to
    "from": rf"[则也更]?(?:由|从)(?P<when>(?:{_YEAR}|[\"“]?十[一二三四]?五[\"”]?(?:期?末|时期))?(?:的|约)*)$"
            rf"|(?:比|较)(?P<than>{_YEAR})的$",
    "to": rf"(?P<change>{_CUT}|{_RISE}|控制)(?P<to>到|至)(?P<year>{_YEAR})的?$",
    "tail": rf"""(?P<modal>(?: 仍然?|依然|累计|分别|依次|均|都|力争|争取|努力|确保|保证|必须|须|需要?|要|应当?|将
        |再|继续|进一步
        |总体|平均|拟|有望|可望|原则上
        |逐步|稳步
        |大幅度?|显著|至少|实现|完成|能够|可以?|预计|预期|计划|目标|已经?|合计|总共|净|共|约|[,、:的和与及] | \(\) )*)
        (?: (?P<change>{_CUT}|{_RISE}|控制(?=到|至)) (?:幅度?|率|速|比[例率])? )? (?P<to>到|至|(?<=[降减升高加])为)? 了?
        (?: 目标值?|指标值?|(?:确定|设定|明确|锁定|(?<=[标值])定)(?=为)|(?:保持|维持|稳定)(?=在|$)|(?<!下)达到?
        |为|是|约|实现|完成|占|仅
        |只有|高达|在|[:的] )* 了?$""",
    "beside": r"""(?: (?<![提最])高(?!达)|(?<![降最])低|(?<!不)多|(?<![减至不最])少|快|慢|差|高出|低出|超出|领先|相差
        |提前|超额|相当于
        |缩小|扩大|波动 ) (?:了|约|近|出)*$""",
    # what shows that a level without a year is aimed at, and not what is there today
    "aim": r"目标|指标|任务|力争|争取|努力|确保|保证|必须|(?<![主重需纲])要|将|(?<![适响相反效供])应(?!对)|使(?!用)"
           r"|到(?=(?:19|20)\d\d|[“\"]?十)|提高到|完成|实现|规划|计划|不[低少高大]于|不超过"
           r"|控制|保持|稳定|[一二三四五六]是",
    "hope": "力争|争取(?!国家|省|上级|中央|资金|支持|政策|项目)|努力(?!建设|打造|构建)|奋斗目标|冲刺",
    "firm": "确保|保证|必须|不低于|不少于|约束性",
    "past": rf"""已(?!将|把) | (?: {_CUT}|{_RISE}|达到?|完成|实现|超过|占|为 ) 了
        | 截[至止](?!20(?:1[3-9]|[2-9]\d))|目前|现状|现有|当前|同比
        |以来|过去(?=的?[\d一二两三四五六七八九十几]年)|[\d一二三四五六七八九十几近]年来
        |超额|实际
        | 完成情况|(?:比|较)上一?年 | 曾""",
    "met": "[^,;]{0,8}(?:已|提前|超额)[^,;]{0,4}(?:完成|实现|达)",
    "looked_back": "回顾|现状|成效|成就|完成情况|进展|(?:工作|发展|现实|已有)?基础|背景",
    "shorter": r"五[”\"]?(?:期间)?的?(?:前|头|后|中)[一二两三四期\d]|[上下]半年|季度|\d-\d{1,2}月|\d个?月",
    "lists": "分别|依次",
    # one amount for all that is named: 单位GDP能耗和碳排放强度均下降18%
    "jointly": r"(?<![人平户地日月])(?<!(?<!\d)年)[均都](?![衡匀量值等])|同时(?=下降|降低|减少|提高)|双双",
    "forecast": r"(?:希望|期望|期待|盼望|但愿|渴望)(?=[到至在将把我全能单通\"“]|20)|预计|预测|[有可]望|可能|估计"
                r"|大约会|将会|才能(?=完成|实现|达到|如期)"
                r"|可(?=比(?!价|口径|性)|较|实现|达|下降|降低|累计)|(?<![不许])可以(?=实现|比|达)",
    "proposed": r"(?<![模虚草比])拟(?!合|订|制|人|定(?![为到在2]))|原则上",
    "limit": r"""控制|不[得能可许]?超过|不[得能可许]?突破|不[得能]?高于|不得?大于|以内|以下|之内|(?:降低?|下降"
                "|减少)(?:到|至)|封顶|上限|限制|总量目标|压减""",
}


_NONE = Years("")
_SAID_PLAINLY = ((re.compile(r"([由从])(?:目前|现在|现状|当前|现有|现今)(?:的"
                             r"|水平)*(?=[\d约近不])"), r"\1"),  # 由目前的36%提高到38%
                 (re.compile("较之(?=(?:19|20))"), "较"),
                 (re.compile(r"\((?:以下)?(?:简称|统称|下称)(?:为"
                             r"|:)?[\"“][^\"“”()]*[\"”]\)"), ""))  # （以下简称“碳强度”）
_SPANNED = re.compile(r"累计|[到至](?:19|20)\d\d|末|期间")
_REVISED = r"(?:经[^,]{0,12}|[现后已将拟]|目前|本次)*(?:调整|修订|修改|变更|核定)(?:为|到|至|成)$"
# the year of prices is neither when nor against what: (按2010年不变价计算)
_PRICES = re.compile(r"\(?(?:GDP|地区生产总值)?均?(?:按照?|以)?(?:19|20)\d\d年?的?(?:可比|不变|现行|当年|固定)?价格?"
                     r"(?:水平|口径)?(?:计算|核算|计)?[,、]?\)?")
_PERIOD = re.compile(rf"(?:([比较])(?:基期|基准年|基年)|(?:规划|方案)?期末)\(即?({_YEAR})\)")  # 比基期(2010年)
_IN = re.compile(rf"在({_YEAR})(?!的?(?:水平|基础|基年|基期))")  # 在2015年 alone is when, not against what


@cache
def words(name: str) -> re.Pattern[str]:
    """One of the patterns, compiled when it is first asked for."""
    return re.compile(_WORDS[name], re.VERBOSE)


def plainly(clause: str) -> str:
    """A clause without words that only dress a number or a name: 目前的, 以下简称."""
    for found, instead in _SAID_PLAINLY:
        clause = found.sub(instead, clause)
    return clause


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a clause says before an amount.

    `core` is the name as far as one stands here, years and verbs taken off. `change` is cut, increase or level (降到),
    "" where no verb says. `beside` marks a mere comparison (高2个百分点), `origin` a value that a change starts from
    (由8%), `listed` values that go with names or years one by one (分别), `joint` one that goes for all (均);
    `leads` are the years of what a change leads to, said before its origin: 2015年……由1.5%提高到4%;
    `at_least` is said before the verb (至少下降); a cut that goes `further` (再下降) starts from none of the years
        before.
    """

    core: str
    years: Years
    change: str = ""
    hope: bool = False
    origin: bool = False
    beside: bool = False
    listed: bool = False
    joint: bool = False
    at_least: bool = False
    further: bool = False
    leads: Years = _NONE

    def with_years_of(self, other: Phrase) -> Phrase:
        """This phrase with the years of another one where it names none: 下降17%（比2010年）."""
        mine, more = self.years, other.years
        return replace(self, years=replace(mine, bases=mine.bases or more.bases, targets=mine.targets or
            more.targets))


    def yearly_alone(self, before: str) -> Phrase:
        """This phrase as of a yearly cut where it names single years without a base: 2011年下降3%，2012年下降3.2%."""
        years = self.years
        alone = self.change == "cut" and years.targets and not years.bases and all(year % 5 for year in years.targets)
        return replace(self, years=replace(years, yearly=True)) if alone and not _SPANNED.search(before) else self


def phrase(before: str) -> Phrase:
    """Take the words before an amount apart."""
    before = _PRICES.sub("", before) if "价" in before else before
    before = _PERIOD.sub(r"\1\2", before) if "期" in before or "基" in before else before
    came = words("from").search(before)
    if came is not None:
        outer = years_in(before[:came.start()])  # whose year is that of the value which the change leads to
        years = years_in(came["when"] or came["than"] or "")
        return Phrase(_core(outer.rest, "")[0], Years("", years.bases[:0], years.targets), "level", origin=True,
                      leads=Years("", outer.bases, outer.targets))
    if words("beside").search(before) is not None:
        return Phrase("", years_in(before), beside=True)
    went = words("to").search(before)
    if went is not None:  # 提高到2015年的: the year is when, not what it rises to
        before = f"{before[:went.start()]}{went['year']}{went['change']}{went['to']}"
    years = years_in(_bases_apart(_IN.sub(r"到\1", before)))
    core, modal, change = _core(years.rest, "tail")
    core = re.sub(_REVISED, "", core)
    return Phrase(core, years, change, words("hope").search(modal) is not None,
                  listed=words("lists").search(before) is not None,
                  joint=words("jointly").search(before) is not None, at_least="至少" in modal,
                  further=re.search("再|继续|进一步", before) is not None)


def _bases_apart(text: str) -> str:
    """比2010年和2005年 with its word before each year, so that neither is read as a year to come."""
    return re.sub(rf"(比|较)({_YEAR})(?:和|、|及)({_YEAR})(?={_CUT}|{_RISE}|分别|累计)", r"\1\2\1\3", text)


def _core(rest: str, tail: str) -> tuple[str, str, str]:
    if not tail:
        return rest, "", ""
    found = words("tail").search(rest)
    if found is None:
        return rest, "", ""
    change = "level" if found["to"] else "" if not found["change"] else (
        "cut" if re.fullmatch(_CUT, found["change"]) else "increase")
    return rest[:found.start()], found[0], change
