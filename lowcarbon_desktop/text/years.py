"""Years in a name or a heading: the base year of a change, the year it is for, and the five-year plans."""

from __future__ import annotations

import re
from functools import lru_cache

from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.text.rare import Rare

PLAN_END = {"十": 2005, "十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030}
_YEAR = r"((?:19|20)\d\d)"
_QUOTE = "[\"'“”‘’「」]?"
_FIVE = rf"{_QUOTE}(十[一二三四五]?)五{_QUOTE}"
_THAN = r"(?<!入户)(?<!占(?=比\d{4}年?(?:达|为)))比"  # 占比2015年达到 names a share, and compares nothing
_BASE = Rare(
    rf"\(?(?:与|同)?(?:{_THAN}|较|相比于|相比|相较于?|相对于?|对比|在|以|与|同){_YEAR}(?:年[底末]?)?"
    r"(?:的)?(?:水平|基础上?|为?基准年?|为?基[年期数]|为基础)?(?:相比较?|比较|相比)?(?:上)?\)?"
    rf"|\(?(?:基准年?|基[年期])[:为是]?{_YEAR}年?\)?|\(?{_YEAR}年?(?:为|是)?(?:基准年?|基[年期数])\)?"
    rf"|\({_YEAR}年?[=为]100\)", "比较相对在以与同基=为")
_BASE_PLAN = (rf"(?:(?:比|较|以|与){_FIVE}(?:期?末|期间|时期)?(?:的)?(?:水平|基础上?|相比)?"
              rf"|在{_FIVE}(?:期?末|期间|时期)?的?(?:水平|基础上?))")  # 在“十二五”末 alone is when, not against what
_SPAN = rf"{_YEAR}年?[-~至到]{_YEAR}(?:年(?!均|平均))?(?:期间|间)?"
_SPAN_PLAN = rf"(?:到|在|至)?{_FIVE}(?:规划)?(?:期间|时期|期末|末期|末|期内|期)?(?!中期|前期|后期|初期?|前半|后半)"
_PREVIOUS = Rare(r"(?:比|较|与|以)?(?:上一?年度?|前一?年|去年|上期)(?:同期)?(?:相比|为基[期数])?|同比|环比",
                 "上前去同环")
_YEARLY = (r"(?<![\d五])(?:当年|年度?)(?=下降|降低|减少|增长|提高|增加|递增|递减|降幅|增幅|增速)"
           r"|(?<!20\d\d)年均|年均(?!$|达|保持|控制|稳定|在|为|实现|超|不)|年平均|平均每年|每年(?:平均)?|逐年|年度平均|年递|(?<=%)/年$")
_FIVE_YEARS = Rare(r"(?<![\d十二三四每])[五5]年(?:来|间|内)?(?=累计|共|下降|降低|提高|增|变|年均)|累计五年", "五5")
_PASSING = frozenset("均每逐递当度上前去同环五5/降减增提变累")
_SHORT = (r"(?:(?<=[比较到至])|(?<![\d.一-龥]))(?<!(?<!\d\d\d)\d[-~至到])['’]?(0[5-9]|[12]\d|30)年"
                    r"(?![期内来间前后时度以左累共一中,、]|[上下]半|.?\d+月)")  # 15年, but not 10年期 or 10年内
_TARGET = re.compile(rf"(?:到|至|截[至止])?{_YEAR}(?:年|(?!\d))(?:底(?!线)|末|度)?(?:前)?")


@frozen(slots=True)
class Years:
    """The years that stand in a text, and the text without them.

    `bases` and `targets` are all that were found, in order; more than one of either is for the caller to doubt.
    `yearly` is True for a change a year or from the year before. `assumed` says that the base was read off a span such
    as 2011-2015, whose base is 2010 only by custom; `ended` that the end of a five-year plan is named, “十三五”末, or a
    period of another length, 2012-2015, so that a base year named elsewhere stands. `customary` says that the base is
    the one that a five-year plan has unless another is written.
    """

    rest: str
    bases: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    yearly: bool = False
    assumed: bool = False
    ended: bool = False
    customary: bool = False

    @property
    def by_custom(self) -> bool:
        """Whether no base year is written, so that one that is written anywhere else stands."""
        return self.customary or self.assumed


@lru_cache(maxsize=8192)
def years_in(text: str) -> Years:
    """Take the years out of a squeezed text.

    "2015年森林覆盖率比2010年提高率" has target 2015, base 2010 and rest "森林覆盖率提高率"; "“十二五”单位GDP能耗下降"
    has base 2010 and target 2015.
    """
    bases: list[int] = []
    targets: list[int] = []
    assumed = customary = ended = False  # customary: the bases are those of the five-year plans named

    def take_base(found: re.Match[str]) -> str:
        bases.append(int(next(group for group in found.groups() if group)))
        return ""

    def take_plan_base(found: re.Match[str]) -> str:
        bases.append(PLAN_END[found[1] or found[2]])
        return ""

    def take_span(found: re.Match[str]) -> str:
        nonlocal assumed, ended, customary
        first, last = int(found[1]), int(found[2])
        five_years = last - first == 4 and last % 5 == 0
        targets.append(last)
        period = five_years or first % 5 != 0  # 2010-2015 compares two years, 2012-2015 is when the pilot runs
        if period and min(bases, default=first) < first:
            return ""  # which says already against what it is
        runs = period and not five_years
        customary = customary or (five_years and not bases)  # 2011-2015年 is a plan's period as “十二五” is
        assumed, ended = assumed or runs, ended or (runs and "累计" not in text)
        bases.append(first - 1 if five_years else first)
        return ""

    def take_plan_span(found: re.Match[str]) -> str:
        nonlocal customary, ended
        ended = ended or "末" in found[0]
        customary = customary or not bases
        targets.append(PLAN_END[found[1]])
        if customary:
            bases.append(PLAN_END[found[1]] - 5)
        return ""

    def take_target(found: re.Match[str]) -> str:
        targets.append(int(found[1]))
        return ""

    text = re.sub(_SHORT, r"20\1年", text) if _may_be_short(text) else text
    rest, previous, yearly = _BASE.sub(take_base, text), False, 0
    plan = "五" in rest
    if plan:  # the rarer patterns are compiled when they are first needed
        rest = re.sub(_BASE_PLAN, take_plan_base, rest)
    if "-" in rest or "~" in rest or "至" in rest or "到" in rest:
        rest = re.sub(_SPAN, take_span, rest)
    if plan:
        rest = re.sub(_SPAN_PLAN, take_plan_span, rest)
    if not _PASSING.isdisjoint(rest):
        passed = _PREVIOUS.sub("", rest)
        previous = passed != rest
        rest, yearly = re.subn(_YEARLY, "", _FIVE_YEARS.sub("", passed))
    rest = _TARGET.sub(take_target, rest)
    return Years(rest, tuple(dict.fromkeys(bases)), tuple(dict.fromkeys(targets)), bool(previous or yearly), assumed,
                 ended, customary)


def _may_be_short(text: str) -> bool:
    """Whether some year in a text has two digits only; asked before a pattern is compiled that few texts need."""
    at = text.find("年")
    while at >= 0:
        if text[max(0, at - 2):at].isdigit() and not (at > 3 and text[at - 4:at].isdigit()):
            return True
        at = text.find("年", at + 1)
    return False
