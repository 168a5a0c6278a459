"""Which indicator a name in a sentence means, once the words around it are taken off."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lowcarbon_desktop.ingest.names import Named, Namer
from lowcarbon_desktop.lines import Places

_HEAD = r"""(?: 我们 | 全[省市区州盟旗县国] | [我本][省市区州盟旗县] | [全我本]地区 | 自治区 | 我国|国家|中国|上级
        |市委|省委|市政府|省政府
        |[省市][级定里]?(?=下达|分解|目标|指标|$)
    |(?:分解)?下达(?:给|到)?(?:[我本全][省市]|各[^,]{0,3}[县区])?(?:的)?
    |原(?:方案|规划|计划|目标|定)|上一?[轮版稿]的?(?:方案|规划|计划)?
    |向(?:全?社会|国家|全省)*(?=公开|郑重|承诺)|公开(?=承诺)|郑重|庄严|提出|要求|承诺|明确|确定|规定|规划|计划|预计|预期|初步|基本|争取|力争|努力|确保|保证|实现|完成|保持|推动|促进|建成(?!区)
        |进一步|率先|主动|务必|全力|着力|切实|支持|推动|建议|督促|指导|鼓励|促进|促使|带动|希望
        |(?:严格|合理|有效|切实)?控制(?=二氧化碳|碳排|能源|温室)
        |(?:这[一个]?|该|此|上述|前述)(?:项)?(?:比[重例]|占比|指标|数[值字])$
        |(?:上述|前述|这)?[两三四二](?:者|项)(?:指标|目标|比重)?$
        |使得?|将|把|要|应|拟|曾|作为|原则上|(?:紧紧)?围绕|实[施行]|推行|同期|城市(?=绿色|居民|公共|公交|清洁)
    |[^占的比,]{2,24}等(?:[一二三四五六七八九十]种)?(?=非化石能源|可再生能源|新能源|清洁能源)
    |(?:总体|主要|具体|发展|规划|减排|节能|约束性|预期性|预期|低碳|约束)*(?:目标|指标|任务)(?:是|为)? | 其中|同时
        |此外|另外|并且?|以及|否则|而|是|为|以|在
    |按(?:可比|不变|现行)价格?(?:计算)?
    |[A-Za-z][)、.](?=[\u4e00-\u9fff]) |的|与|和|到|至|末|底|前 |近期|中?远期|中?长期|期间|时期
    | [一二三四五六七八九十][是、]
    | 第[一二三四五六][,、:是] | \(?\d{1,2}[)、.]
        |\([一二三四五六七八九十]\)
    |[-,:;、了()“”"《》/·—+] | 一(?!次) )"""
_VERB = re.compile(r".*(?:使得?|把|将|实现|确保|力争|争取|推动|完成|保持|的)")
_PART = re.compile(r"""工业|建筑|交通|行业|企业|领域|部门|园|区|县|镇|乡|村|公司|集团|居民|公共机构|电厂|项目|产品
        |农业|省|市|国|单位|人均|其他""", re.VERBOSE)
_SHARED = re.compile(r"每?(?:单位|万元)(?:GDP|(?:地区|国内)?生产总值)|人均", re.IGNORECASE)
_SHRUNK = re.compile("(?:下降|降低)(?:幅度|率)?(?:目标|指标|任务)?$")
_TAIL = re.compile("强度$|装机(?:容量|规模)?$")
# 非化石能源(不含水电)占……, doubted as a whole; 非化石能源(风能、太阳能)
_ASIDE = re.compile(r"\((?:[^(),;]{1,6}、)+[^(),;]{1,8}\)|\((?:不含|不包括|未计|含|包括|剔除|扣除)[^()]*\)"
                    r"|(?<=占比)\((?:占|在)?一次能源(?:消费)?(?:总量)?的?(?:比[重例])?\)")
_TURNED = re.compile(r"((?:每?万元|单位)(?:GDP|(?:地区|国内)?生产总值))(?:所?(?:排放|产生)的?(二氧化碳|碳)"
                     r"|所?(?:消耗|耗费|耗用)的?(?:能源|能量)|耗能)"
                     "(?!强度|排放)量?")
_CHANGE = {"cut": "下降", "increase": "提高"}


def per_gdp(name: str) -> str:
    """单位GDP, where a name begins with it."""
    found = _SHARED.match(name)
    return found[0] if found is not None and found[0] != "人均" else ""


@cache
def _head() -> re.Pattern[str]:
    return re.compile(_HEAD, re.VERBOSE)


class Names:
    """Understands names in sentences by the register; the words that lead to a name are known words, or it is
        none."""

    def __init__(self, namer: Namer, places: Places) -> None:
        self._namer, self._places = namer, places
        self.understand = lru_cache(maxsize=4096)(self._understand)

    def _understand(self, core: str, change: str, yearly: bool) -> Named | None:
        """What a name means with the change that the sentence speaks of; None where it is no indicator's name."""
        bare = self.bare(_ASIDE.sub("", core)).replace("将占", "占").replace("当年新建", "新建")
        if "元" in bare or "单位" in bare:  # 每万元生产总值排放的二氧化碳
            bare = _TURNED.sub(lambda found: f"{found[1]}{'能耗' if found[2] is None else found[2] + '排放'}", bare)
        bare = bare.removesuffix("控制") if bare.endswith("总量控制") else bare  # 实行碳排放总量控制，2015年不高于……
        if not bare or len(bare) > 40:
            return None
        named = self._named(bare, change, yearly)
        if named is None and (led := _VERB.match(bare)) is not None and _PART.search(led[0]) is None:
            named = self._named(self.bare(bare[led.end():]), change, yearly)
        return named

    def several(self, core: str, change: str, yearly: bool) -> tuple[tuple[str, Named], ...]:
        """The names of a list, 单位GDP能耗和二氧化碳排放: all of them are understood, or none is."""
        parts = [part for part in re.split(r"[、和与及]|以及", self.bare(core)) if part]
        if len(parts) < 2:
            return ()
        shared = found[0] if (found := _SHARED.match(parts[0])) is not None else ""
        if (shrunk := _SHRUNK.search(parts[-1])) is not None:  # 碳强度和能源强度下降目标分别为18%和16%
            parts[-1], change = parts[-1][:shrunk.start()], "cut"
        level = tail[0] if (tail := _TAIL.search(parts[-1])) is not None else ""  # 能耗和碳排放强度, 风电、光伏装机
        of = parts[-1][at:] if (at := parts[-1].find("占")) > 0 else ""  # 非化石能源和天然气占一次能源消费比重
        named = [(part, (self.understand(part + of, change, yearly) if of and "占" not in part else None)
                  or self.understand(part, change, yearly)
                  or (self.understand(shared + part, change, yearly) if shared else None)
                  or (self.understand(part + level, change, yearly) if level else None)) for part in parts]
        return tuple((part, each) for part, each in named if each is not None) if all(
            each is not None for _, each in named) else ()

    def stranger(self, bare: str, change: str) -> str:
        """Words before an indicator's name that nobody knows; of them the next clauses may speak: 岛内森林覆盖率."""
        why = self._namer.understand(bare + _CHANGE.get(change, ""), "").why
        left = str(dict(why.args).get("words", "")) if why is not None and why.code == "name-left-over" else ""
        return left if left and bare.startswith(left) and not left.endswith(("、", "等")) else ""  # a list is no place

    def bare(self, core: str) -> str:
        """The name without the words that lead to it: whose it is, that it is promised, a numbering."""
        before = None
        while before != core:
            before = core
            found = _head().match(core)
            if found is not None:
                core = core[found.end():]
            elif place := self._places.leading(core):
                core = core.removeprefix(place)
        return core

    def _named(self, bare: str, change: str, yearly: bool) -> Named | None:
        words = f"{'年均' if yearly else ''}{_CHANGE.get(change, '')}"
        named = self._namer.understand(bare + words, "")
        return named if named.indicator is not None else None
