"""Whose a table, a note or a remark says that the numbers are: what neither we nor plain words explain is a stranger's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lowcarbon_desktop.ingest.plain_words import unexplained
from lowcarbon_desktop.ingest.scope import SECTOR
from lowcarbon_desktop.lines import Places
from lowcarbon_desktop.plan import Region
from lowcarbon_desktop.text.normal import squeezed

_OF_ALL = (r"^(?:注|说明|备注)?\d?[:.]?(?:以上|上述|表中(?:所列)?|本表|表列)(?:所列)?(?:各项|全部|所有)?"
           r"(?:数[据值字]|目标|指标)?值?(?:均|都)?[为是系](?P<whose>[^,。;]{2,20}?)(?:的)?(?:目标|指标|数[据值]?|水平)?值?[。;]?$")
_OF_A_PART = (r"^.{0,24}?[我本](?:市|州|省|盟|地区)的?(?P<whose>[^,:。;]{2,20}?)的?"
              r"(?:低碳|主要|具体|发展|节能|减排|总体)*(?:目标|指标)(?:任务|值)?(?=[如见列为是:,。]|$)")
_PROVINCE = r"(?:^|,)(?P<whose>[我本全](?:省|自治区))(?![^,]*[市州])[^,:]{0,16}(?:目标|指标)(?:如下|[见列]下|[为是:])"
_WHOLE = (_OF_ALL, _OF_A_PART, _PROVINCE)
_SOURCE = (r"来源[:为][^。]*?《(?P<whose>(?!我|本|全|中国)[一-龥]{1,4}?(?<!城)[市州盟])(?![场长])"
           r"[^》]*(?:方案|规划|纲要|计划|意见)》")
_OF = (r"(?!(?:略|稍|均|已|将|大幅|显著|明显|远)*"
       r"(?:[高低优好严快大]于|超过?|领先|不[低高]于|达到?|接近|相当于))"  # what theirs is
       r"(?P<whose>.{2,12}?)(?<![局委办厅院报鉴查])的?(?:目标|数据|水平|要求)值?")
_NAME = r"(?![含按见由参如不已新待需仅每暂未经占向退封])[一-龥]{2,8}(?<![局委办院厅部处所站队社会行员组门位心府报鉴])"
_OWNERS = ("市", "县", "区", "省", "州", "盟", "旗", "集团", "公司", "企业", "平原")
_SHORT_NAME = 4
_NAMES_NUMBERS = ("目标", "指标", "任务", "水平", "要求", "标准", "数据", "情况")
_WE = r".*(?<![对给与和同及达向为])(?:[我本全](?:市|州|盟|地区))"
_SOMEBODY = (r"[城区园镇乡村县省国厂院校岛港]|集团|公司|企业|专家|机构|部门|社|街道|行业|标准|评分|得分|权重|欧"
             r"|世界|先进|上级|作废|样|原方案|编制|摘|经验|情景|形势|案例")
_SHORT = 16
_COMPARED = r"与[^,]*?(?:对照|对比|比对|比较|衔接)"


@lru_cache(maxsize=64)
def names_of(region: Region | None, places: Places) -> tuple[str, ...]:
    """What an applicant may be called in its own paper, the longest first."""
    if region is None:
        return ()
    inner = region.full_name.removeprefix(places.leading(region.full_name))
    whole = ("全省", "我省", "本省", "全自治区", "自治区") if region.level == "province" else ()
    if region.level == "county" or region.full_name.endswith(("地区", "自治区")):
        whole = (*whole, "全区", "我区", "本区", "全县", "我县", "本县")
    short = region.name + region.full_name[-1]  # 楚雄州 of 楚雄彝族自治州
    names = {name for name in (region.full_name, inner, region.name, short, *whole) if len(name) > 1}
    return tuple(sorted(names, key=len, reverse=True))


def stranger(title: str, own: tuple[str, ...]) -> str:
    """What nobody can explain in a squeezed title of targets, be it a place, a standard or a sort of number.

    What stands before the applicant's name is decoration, 煤城转型：铜川市低碳目标.
    """
    title = re.sub(_COMPARED, "", title) if "与" in title else title
    text = _behind(title, own)
    said = [clause for clause in re.split("[,:;。]", text) if names_numbers(clause)]
    if not said and (":" in title or len(text) > _SHORT):
        return ""
    left = unexplained(said[-1] if said else text, own)
    ours = any(name in title for name in own)  # what is said of our own table needs no account of each word
    return left if not ours or names_somebody(left) else ""


def names_somebody(left: str) -> bool:
    """Whether words that nobody can explain are such as name a place, an enterprise, a standard or a sample."""
    return re.search(_SOMEBODY, left) is not None


def names_numbers(text: str) -> bool:
    """Whether a title says that what it names are numbers, as 芙蓉新城目标 does and 联系人 does not."""
    return any(word in text for word in _NAMES_NUMBERS)


def _behind(title: str, own: tuple[str, ...]) -> str:
    """A title without what stands before the last name of ours: 国务院方案出台后我市目标, but not 省里对我市的要求."""
    text = title[max((title.rfind(name) + len(name) for name in own if name in title), default=0):]
    ours = re.match(_WE, text)
    return text[ours.end():] if ours is not None else text


def told_of_others(texts: Iterable[str], own: Iterable[str]) -> str:
    """The first text that says that all values of a table are somebody else's: 注：以上为苏州市目标."""
    from lowcarbon_desktop.ingest.standing_by import bare_of  # patterns that most tables never need
    names = tuple(own)
    for text in texts:
        for sentence in re.split("[。;；]", text):
            plain = squeezed(sentence)
            said = [re.search(_SOURCE, plain), *(re.search(each, bare_of(plain)) for each in _WHOLE)]
            if any(found is not None and _of_others(found["whose"], names) for found in said):
                return sentence.strip()[:40]
    return ""


def _of_others(whose: str, own: tuple[str, ...]) -> bool:
    return bool(unexplained(whose, own)) or SECTOR.search(whose) is not None


def remark_of_others(remark: str, own: Iterable[str], holder: bool) -> bool:
    """Whether a remark in a row names whose target it is; in a column 对象 (a `holder`) every word does."""
    from lowcarbon_desktop.ingest.standing_by import bare_of
    text, names = squeezed(remark), tuple(own)
    if holder:
        return bool(unexplained(text, names))
    left = unexplained(text, names)
    if re.fullmatch(_NAME, text) and left and (left == text[:_SHORT_NAME] or text.endswith(_OWNERS)):
        return True  # 哥本哈根, 天府新区
    found = re.fullmatch(_OF, bare_of(text))
    return found is not None and bool(unexplained(found["whose"], names))
