"""Words of change that stand apart from the names of levels and make cuts of them: 比2010年下降（%）, 降幅."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lowcarbon_desktop.text.normal import ROUND, squeezed

_FALLS = "(?:下降|降低|减少)"
_AGAINST = (rf"(?:比|较|相对于?|与|同)((?:19|20)\d\d)年?(?:水平)?(?:相比)?(?:累计)?{_FALLS}"
            r"(?:率|幅度|百分比|比例)?(?=[,、(（]?(?:单位[:：]?)?(%|)[)）]?$)"
            rf"|{_FALLS}(?:率|幅度?)[(（](?:比|较)((?:19|20)\d\d)年?[,，、]?%?[)）]$")
_RATE = (rf"(?:{_FALLS}(?:率|幅度?|百分[比点数]|比例)|[降减]幅)(?:类?指标|目标)?[,、(]*(?:单位:?)?(%|)\)?$")
_ALONE = (r"(?:[一二三四五六七八九十\d]+[、.]|\([一二三四五六七八九十\d]+\)|%\()?"
          rf"(?:碳|能耗|能源|排放|降碳|节能|强度|类?指标|累计|的|[:、和及])*{_FALLS}(?:[类性]?指标|类|目标)?[,、(]*(?:单位:?)?(%|)\)?")


class Changed(NamedTuple):
    """A change that words make of the levels they stand over: against which year, and whether they say per cent."""

    base: int | None
    unit: str


@lru_cache(maxsize=2048)
def changed_in(text: str) -> Changed | None:
    """What a section, a group head or a word beside a row ends with: 比2010年下降（%）, 降幅; None where it is none."""
    if "降" not in text and "减" not in text:
        return None
    text = squeezed(text).translate(ROUND)
    found = re.search(_AGAINST, text)
    if found is not None:
        return Changed(int(found[1] or found[3]), found[2] or "")
    found = re.search(_RATE, text) or re.fullmatch(_ALONE, text)
    return Changed(None, "%" if found[1] or "%" in text else "") if found is not None else None
