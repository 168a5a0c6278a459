"""Whether a remark in the row of a value stands by it: 约束性 and 市统计局 do, 有条件实现 and 规上口径 do not."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from lowcarbon_desktop.ingest.standing_by import bare_of, words_of

_GROUPS = ("condition", "guess", "opinion", "open", "example")
_WORDS = {
    "reserves": r"参[考照](?!文献)|满分|下达数|填列|含[^,]{0,6}(?:园区|开发区|企业)|待(?!遇)"
                r"|^(?:全国|全省|省|国家)(?:平均)?水平$"
                r"|^(?:工业|建筑|交通(?:运输)?|能源|重点)(?:领域|部门|行业|企业|单位)?$"
                r"|不确定|难度|困难|为准|存疑"
                r"|有误|草[案稿拟]|增速|承诺|试验区|原(?:方案|数|值|报|上报|目标)|示范区|试点区|区内|市辖区",
    # what a remark calls the number: it is known to be the whole's, or it is not
    "of a sort": r"(?:数据?|值|口径|方案|情[景况形]|范围|标准|[稿版内])$",
    "plain": r"""
        (?:约束|预期|指导|引导|控制|强制|必选|可选|核心|主要|关键|新增|特色|基[本准础]|规划|计划|目标|指标|考核|性|类|项|值|数
        |累计|当年|等价|当量|常住|人口|期末|年末|年度|年均|现状|实[际绩]|初步核算|下降|提高|增长|幅度|绝对|相对|百分比|百分点|同比|环比|合计
        |可比价|不变价|现价|价格?|基[年期]|国家|全国|全省|省级?|全市|市级?|全社会|全口径|统计|核算|考核|口径|标准|方案|纲要|平均
        |年鉴|公报|普查|清单|快报|年报|月报|数据|公布|资料|来源|国标|行标|地标|参见|详?见|附[表件录]
        |[以按为是即比较与及和、的在从到(),:.%\d]|十[一二三]?五|20\d\d年?)+""",
}
_SHORT = 16


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(_WORDS[name], re.VERBOSE)


@lru_cache(maxsize=1024)
def remark_reserves(remark: str) -> str:
    """The words by which a remark beside a value, squeezed, does not stand by it; "" where it does."""
    bare, short = bare_of(remark), len(remark) <= _SHORT
    if words_of("sort").fullmatch(remark):
        return remark
    if any(words_of(name).search(bare) for name in (_GROUPS if short else _GROUPS[:1])):
        return remark[:40]
    doubted = short and (_words("reserves").search(bare) or (
        _words("of a sort").search(remark) and not _words("plain").fullmatch(bare)))
    return remark[:40] if doubted else ""
