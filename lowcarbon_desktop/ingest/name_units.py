"""What stands in brackets or behind a slash of a row's name: its unit, a footnote's mark, a gloss in Latin letters."""

from __future__ import annotations

import re

from lowcarbon_desktop.text.units import Units

_BRACKET = r"\(((?:[^()]|\([^()]*\))*)\)"
_ATTRIBUTE = (r"\((?:约束性?|预期性?|引导性|必选|可选|控制性|指导性)(?:指标|目标)?\)|[,、;](?:约束性?|预期性?)(?=\))"
              r"|(?<=\()(?:约束性?|预期性?|全[市省州区]|全社会|五年累计|累计)(?:指标)?[,、;]"
              r"|\(按?(?:(?:19|20)\d\d年)?(?:可比|不变|当年|现行?)?价格?(?:计算)?\)")
_PRICES = (r"[,、;]?按?(?:(?:19|20)\d\d年)(?:可比|不变|当年|现行?)?价格?(?:计算?)?(?=[^()]*\))"
           r"|(?<=\()按?(?:可比|不变|当年|现行?)价格?(?:计算?)?[,、;](?=[^()]*\))")
_FOOTNOTE = r"\((?:注?[1-9]|注)\)$"
_BASE_IN_BRACKETS = r"括号[内中里]为?(?:(?:19|20)\d\d年)?(?:基[期数年]|现状|实际)"
_FIGURE = r"\(\d+(?:\.\d+)?%?\)$"
_SAYS_THE_SAME = r"(?i)(?:CO2|GDP|energy|carbon|intensity|emissions?|per|unit|of|/)+"
_LATIN_UNIT = r"[kMGT]?(?:tce|tCO2(?:eq?)?|[gt](?=/)|Wh?|J|ha|m[23])(?:/[A-Za-z0-9]+)?"
_YEAR = "20"
_PER = ("人", "年", "天", "日")
"""What an amount is divided by, rather than its unit: 碳排放/人."""
_LIKE_A_UNIT = r"[百千万亿]*(?:吨|[千毫]?克|公斤|公顷|亩|平?方?公里|[平立]方米|米|千?瓦|焦|卡)[^,;。]{0,8}"


def unit_of(text: str, units: Units) -> tuple[str, str]:
    """The text without a bracket, a slash or a comma that brings a unit, and that unit: 能耗(万吨标准煤), 覆盖率/%."""
    if "(" in text:
        text = re.sub(_ATTRIBUTE, "", text)
        if "价" in text:
            text = re.sub(_PRICES, "", text)
        text = re.sub(_FOOTNOTE, "", text)
        for bracket in re.finditer(_BRACKET, text):
            inner = bracket[1].removeprefix("单位:").removeprefix("单位")
            if _is_unit(inner, units):
                return text[:bracket.start()].removesuffix("/") + text[bracket.end():], inner
            parts = inner.split(",")
            given = [part for part in parts if _is_unit(part, units)] if 1 < len(parts) < 4 else []
            if len(given) == 1 and any(_YEAR in part for part in parts if part != given[0]):  # (万吨,2015年)
                rest = ",".join(part for part in parts if part != given[0])
                return f"{text[:bracket.start()]}({rest}){text[bracket.end():]}", given[0]
    before, comma, behind = text.rpartition(",")
    if comma and before and _is_unit(behind, units):
        return before, behind
    for slash in re.finditer("/", text):
        before, behind = text[:slash.start()], text[slash.end():].removeprefix("(").removesuffix(")")
        if before.count("(") == before.count(")") and behind not in _PER and _is_unit(behind, units):
            return before, behind
    return text, ""


def without_base(text: str, caption: str) -> str:
    """非化石能源占比(3.3%) without the bracket, under a caption that says that it holds the base year's value."""
    return re.sub(_FIGURE, "", text) if text.endswith(")") and re.search(_BASE_IN_BRACKETS, caption) else text


def without_gloss(name: str, unit: str) -> tuple[str, str]:
    """A name without a bracket that says the same again, 强度(CO2/GDP), or else an unknown unit: 总量(Mtce)."""
    for bracket in re.finditer(_BRACKET, name):
        rest, inner = name[:bracket.start()] + name[bracket.end():], bracket[1]
        if re.search("[一-龥]", rest) is None:
            continue
        if re.fullmatch(_SAYS_THE_SAME, inner) is not None or name[:bracket.start()].endswith(inner):
            return rest, unit
        if not unit and re.fullmatch(f"{_LIKE_A_UNIT}|{_LATIN_UNIT}", inner) is not None:
            return rest, inner
    return name, unit


def _is_unit(text: str, units: Units) -> bool:
    return units.find(text) is not None and not text.isdigit()
