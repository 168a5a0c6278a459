"""Whether words that say whose a number is say no more than that it is ours, as 全市目标 and not 苏州市目标 does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import squeezed

_HARMLESS = r"""
    (?:[我本全该](?:市|州|盟|地区|县|区)|全社会|全口径|全域|试点|示范|低碳|城市|规划|计划|方案|纲要|主要|具体|总体|各项|本次|本方案
    |约束性?|预期性?|控制性?|指导性|量化|累计|降幅|下降|幅度|率|比例|年[末度底]?|期[末间内]?|20\d\d|[“"]?十[一二三]?五[”"]?|五年
    |近期|中期|远期|阶段|比|较|与|相比|可比价|不变价|现价|价格?|计算|核算|统计|口径|确定|承诺|提出|申报|上报|审定|批准|印发|通过
    |政府|人大|建设|发展|工作|的|均|都|各|为|是|以|按|和|及|、|目标|指标|数|据|值|年均(?=目标)|约|[\d%()“”"\-~—.:,])+"""
_OF_ALL = (r"^(?:注|说明|备注)?\d?[:.]?(?:以上|上述|表中(?:所列)?|本表|表列)(?:所列)?(?:各项|全部|所有)?"
           r"(?:数[据值字]|目标|指标)?值?(?:均|都)?[为是系](?P<whose>[^,。;]{2,20}?)(?:的)?(?:目标|指标|数[据值]?|水平|标准|要求)?值?[。;]?$")
_PART = (r"[我本](?:市|州|省|盟|地区)的?(?P<whose>[一-龥]{2,10}(?:市|县|区|镇|产业园|园|新城|集团|企业|市、区\)))的"
         r"(?:低碳|主要|具体|发展|节能|减排|总体|控制)*(?:目标|指标)")
_ALSO = (r"^[我本](?:市|州|盟|地区)(?P<whose>全国|我国|国家|全省|省里|各?县\(?[市区、]+\)?|[长珠]三角|第三方机构"
         r"|评价标准|验收要求|考核办法|申报条件|省考核)的?(?:低碳|主要|具体|发展|节能|减排|总体)*(?:目标|指标)")
_PROVINCE = r"(?:^|,)(?P<whose>[我本全](?:省|自治区))(?![^,]*[市州])[^,:]{0,16}(?:目标|指标)(?:如下|[见列]下|[为是:])"
_SOURCE = (r"来源[:为][^。]*?《(?P<whose>(?!我|本|全|中国)[一-龥]{1,4}?(?<!城)[市州盟])(?![场长])"
           r"[^》]*(?:方案|规划|纲要|计划|意见)》")
_OF = (r"(?!(?:略|稍|均|已|将|大幅|显著|明显|远)*"
       r"(?:[高低优好严快大]于|超过?|领先|不[低高]于|达到?|接近|相当于))"  # what theirs is
       r"(?P<whose>.{2,12}?)(?<![局委办厅院报鉴查])的?(?:目标|数据|水平|要求)值?")


@cache
def _harmless() -> re.Pattern[str]:
    return re.compile(_HARMLESS, re.VERBOSE)


def names_of(region: Region | None, places: Places) -> tuple[str, ...]:
    """What an applicant may be called in its own paper."""
    if region is None:
        return ()
    inner = region.full_name.removeprefix(places.leading(region.full_name))
    whole = ("全省", "我省", "本省", "全自治区", "自治区") if region.level == "province" else ()
    return tuple(name for name in (region.full_name, inner, region.name, *whole) if len(name) > 1)


def foreign(words: str, own: Iterable[str]) -> bool:
    """Whether something is left of the words once our names and what is said of any target are taken off."""
    text = squeezed(words)
    for name in own:
        text = text.replace(name, "")
    return bool(text) and _harmless().fullmatch(text) is None


def told_of_others(texts: Iterable[str], own: Iterable[str]) -> str:
    """The first text that says that all values of a table are somebody else's: 注：以上为苏州市目标."""
    names = tuple(own)
    for text in texts:
        for sentence in re.split("[。;；]", text):
            said = (re.search(each, squeezed(sentence)) for each in (_OF_ALL, _PART, _ALSO, _PROVINCE, _SOURCE))
            if any(found is not None and foreign(found["whose"], names) for found in said):
                return sentence.strip()[:40]
    return ""


def remark_of_others(remark: str, own: Iterable[str], holder: bool) -> bool:
    """Whether a remark in a row names whose target it is; in a column 对象 (a `holder`) every word does."""
    found = re.fullmatch(_OF, squeezed(remark)) if not holder else None
    return foreign(remark, own) if holder else found is not None and foreign(found["whose"], own)
