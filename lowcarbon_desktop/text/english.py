"""Headings and indicators' names in English, put into the Chinese words that plans as a rule print."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_LATIN = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_THE = r"(?:the)?"
_GDP = r"(?:per(?:unitof|unit)?|/(?:unit(?:of)?)?)(?:gdp|grossdomesticproduct)|intensity(?:ofgdp)?"
_CO2 = r"(?:co2|carbondioxide|carbon)"
_WORDS = (  # squeezed, so without blanks; the longer and the more special before the shorter
    (rf"(?:percapita|perhead){_CO2}(?:emissions?)?|{_CO2}(?:emissions?)?(?:percapita|perhead)", "人均二氧化碳排放"),
    (rf"{_CO2}(?:emissions?)?(?:{_GDP})", "单位GDP二氧化碳排放"),
    (rf"energy(?:consumption|use)?(?:{_GDP})", "单位GDP能耗"),
    (rf"total{_CO2}emissions?|{_CO2}emissions?\(?total\)?", "二氧化碳排放总量"),
    (r"totalenergy(?:consumption|use)|energyconsumption\(?total\)?", "能源消费总量"),
    ((r"shareofnon-?fossil(?:energy|fuels?)?(?:in(?:total)?primaryenergy(?:consumption|mix)?)?"
      r"|non-?fossil(?:energy|fuels?)?share(?:(?:in|of)(?:total)?primaryenergy(?:consumption)?)?"
      r"|non-?fossil(?:energy|fuels?)(?:inprimaryenergy(?:consumption)?)"), "非化石能源占一次能源消费比重"),
    (r"forest(?:cover(?:age)?)(?:rate|ratio)?", "森林覆盖率"),
    (r"forest(?:stock|growingstock)(?:volume)?", "森林蓄积量"),
    (r"(?:shareof)?(?:services?|tertiary)(?:industry|sector)?(?:share)?(?:(?:in|of)gdp)", "服务业增加值占GDP比重"),
    (r"national(?:ly|wide)?", "全国"), (r"provincial|provincewide", "全省"),
    (r"urbani[sz]ationrate", "城镇化率"), (r"(?:permanent|resident)?population", "常住人口"),
    (r"(?:percapitagdp|gdppercapita|gdpperhead)", "人均GDP"),
    (rf"(?:in|by|until){_THE}(?=20\d\d)", "到"), (r"(?:base|baseline|reference)year(?=:?\(?(?:19|20)\d\d)", "基准年"),
    (rf"(?:vs\.?|versus|from|(?:as)?compared(?:to|with)|relativeto|against|below|over|on){_THE}((?:19|20)\d\d)(?:levels?)?",
     r"比\1年"),
    (r"(?:cumulative)?(?:reduction|decrease|decline|cut|drop)(?:rate)?(?:in|of)?", "下降"),
    (r"(?:increase|growth|rise)(?:rate)?(?:in|of)?", "提高"),
    (r"(?:key|main|major)?indicators?(?:name)?|item(?:name)?", "指标"), (r"units?(?:ofmeasurement)?", "单位"),
    (r"(?:base|baseline|reference)(?:year)?(?:values?)?", "基准年"), (r"targets?(?:values?)?|goals?", "目标"),
    (r"actual(?:values?)?|achieved|current(?:value)?", "实际"), (r"remarks?|notes?|comments?", "备注"),
    (r"serialno\.?|no\.", "序号"), (r"categor(?:y|ies)|field|sector", "领域"), (r"type|attribute", "属性"),
    (r"(?<!\d)year(?!\d)", "年份"),
)


def chinese(text: str) -> str:
    """A squeezed text with its English words in Chinese; one with Chinese in it, or words unknown here, keeps them.

    "CO2emissionsperunitofGDP,reductionvs2010" is 单位GDP二氧化碳排放,下降比2010年.
    """
    return _put(text) if _LATIN.search(text) is not None else text


@lru_cache(maxsize=4096)
def _put(text: str) -> str:
    for pattern, words in _patterns():
        text = pattern.sub(words, text)
    return re.sub(r"((?:19|20)\d\d)(?=目标|实际|$)", r"\1年", text) if _CHINESE.search(text) is not None else text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), words) for pattern, words in _WORDS)
