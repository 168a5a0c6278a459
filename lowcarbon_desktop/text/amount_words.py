"""The words round a number: bounds, hedges, words of change and of hope, in any combination that makes sense."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SIGN = r"(?i:CO2)|m[23]"  # signs of a unit that hold a digit: 吨CO2/万元, 万m3
_UNIT = rf"(?:%|(?:{_SIGN}|[^\d\s.%<>≥≤+~()（）,;，；±↓↑-])(?:{_SIGN}|[^\d<>≥≤~()（）,;，；±↓↑-]){{0,11}}?)"
_BEFORE = {
    "at_least": ("≥", ">=", "≧", "⩾", "不低于", "不少于", "不小于", "不得低于", "不得少于", "不能低于", "不能少于",
                 "至少", "最低", "最少", "大于等于", "大于或等于", "高于或等于"),
    "more_than": (">", "超过", "超出", "超", "高于", "大于", "多于", "突破", "不止", "逾"),
    "at_most": ("≤", "<=", "≦", "⩽", "不超过", "不超出", "不高于", "不大于", "不多于", "不得超过", "不得高于",
                "不能超过", "至多", "最多", "最高", "小于等于", "小于或等于", "低于或等于", "不突破"),
    "less_than": ("<", "低于", "小于", "少于", "不足", "不到", "未达到", "接近", "将近", "逼近", "近"),
    "about": ("约为", "大约", "约", "大概", "大致", "≈", "近似", "左右"),
    "exact": ("调整为", "调整到", "调整至", "修订为", "提高为", "改为", "定为",
              "确定为", "确保完成", "保证完成",
              "确保", "保证", "必须", "应达到", "应达", "要达到", "需达到", "须达到",
              "达到", "达", "实现", "为", "=", "保持在", "稳定在", "维持在", "保持",
              "稳定", "目标值", "目标", "累计", ":"),
    "within": ("控制在", "限制在", "压减在"),
}
_AFTER = {
    "at_least": ("及以上", "或以上", "以上(含)", "(含)以上", "以上", "+", "起"),
    "at_most": ("及以下", "或以下", "以下(含)", "以下", "以内", "之内", "范围内", "内"),
    "about": ("左右", "上下"),
}
_LEVELS = tuple(f"{change}{to}" for to in ("到", "至") for change in (
    "下降", "降低", "减少", "削减", "提高", "增加", "增长", "上升", "提升", "降", "升", "增", "减"))
_CHANGES = {
    "level": _LEVELS,
    "cut": ("下降率", "下降幅度", "降低率", "降幅", "下降", "降低", "减少", "削减", "降", "减", "↓"),
    "increase": ("提高", "增加", "增长", "上升", "提升", "新增", "增幅", "↑"),
}
_ARROWS = {"cut": ("↓",), "increase": ("↑",)}
_HOPES = "(?:力争|争取|努力|尽力|奋斗|挑战|冲刺)(?:目标值?|值)?"


@dataclass(frozen=True, slots=True)
class Said:
    """One clause as said: `high` only for a range, `bound` as in `plan.quantity`, `change` as in `Amount`."""

    low: float
    high: float | None
    bound: str
    unit: str
    change: str


@cache
def between() -> re.Pattern[str]:
    """Where a hope and a commitment part: before 力争 and before 确保, with a sign between them or without."""
    return re.compile(f"[,;、(]?(?:并|但)?(?={_HOPES})|[,;、(](?=确保|保证)")


@cache
def hope() -> re.Pattern[str]:
    """The words that make of a number a mere hope."""
    return re.compile(f"{_HOPES}(?:为|:)?")


@cache
def _clause() -> re.Pattern[str]:
    front, behind = _any(_BEFORE, _CHANGES), _any(_AFTER, _ARROWS)
    return re.compile(
        rf"(?P<front>(?:{front})*)(?P<sign>[+-]?)(?P<low>{_NUM})(?P<unit1>{_UNIT})??"
        rf"(?:(?:-+|~|至|到)(?P<high>{_NUM}))?(?P<unit2>{_UNIT})??(?P<behind>(?:{behind})*)(?P<unit3>%)?")


@cache
def bounded(numerals: str) -> re.Pattern[str]:
    """A number in words between words that bound or hedge it, at least one of them."""
    front, behind = _any(_BEFORE, _CHANGES), _any(_AFTER)
    return re.compile(rf"(?=.*(?:{front}|{behind}))(?P<front>(?:{front})*)(?P<number>[{numerals}]+)"
                      rf"(?P<behind>(?:{behind})*)")


def _any(*tables: dict[str, tuple[str, ...]]) -> str:
    every = sorted((word for table in tables for group in table.values() for word in group), key=len, reverse=True)
    return "|".join(map(re.escape, every))


def said(text: str) -> Said | None:
    """Understand one clause to its last sign; None for what is not understood or contradicts itself."""
    found = _clause().fullmatch(text)
    if found is None:
        return None
    bounds = _meant(_BEFORE, found["front"]) | _meant(_AFTER, found["behind"])
    changes = _meant(_CHANGES, found["front"]) | _meant(_ARROWS, found["behind"])
    units = [unit for unit in (found["unit1"], found["unit2"], found["unit3"]) if unit]
    changes |= {"increase"} if found["sign"] == "+" else set()
    bound = _bound(bounds, found["high"] is not None)
    if bound is None or len(changes) > 1 or any(not units[-1].startswith(unit) for unit in units):
        return None
    low, high = _number(found["low"]), _number(found["high"]) if found["high"] else None
    if high is not None and high < low:
        return None
    return Said(-low if found["sign"] == "-" else low, high, bound, units[-1] if units else "",
                next(iter(changes), ""))


def _bound(bounds: set[str], is_range: bool) -> str | None:
    """The one bound that the words make together; None where they contradict each other."""
    bounds = bounds - {"exact"}
    if "within" in bounds:  # 控制在1500以内, 控制在1500左右, 控制在40-45
        bounds = bounds - {"within"} or (set() if is_range else {"at_most"})
        if bounds & {"at_least", "more_than"}:
            return None
    if len(bounds) > 1 or (is_range and bounds - {"about"}):
        return None
    return next(iter(bounds), "range" if is_range else "exact")


def _meant(table: dict[str, tuple[str, ...]], text: str) -> set[str]:
    """What the words of a stretch of text mean, the longest words first."""
    if not text:
        return set()
    means = {word: meaning for meaning, words in table.items() for word in words}
    return {means[word] for word in re.findall(_any(table), text)}


def _number(text: str) -> float:
    return float(text.replace(",", ""))
