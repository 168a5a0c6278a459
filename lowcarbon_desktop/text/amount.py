"""An amount as a cell prints it: number, range, bound, hedge, unit, or nothing stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.text.normal import squeezed, without_attribute

_MISSING = re.compile(r"[-/\\.…·*×]+|无|暂无|没有|空|不适用|未提出|未定|待定|n/?a|none|null|nil", re.IGNORECASE)
_NUM = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = r"(?:%|[^\d\s.%<>≥≤+~()（）,;，；-][^\d<>≥≤~()（）,;，；-]{0,11})"
_BEFORE = {
    "at_least": ("≥", ">=", "≧", "不低于", "不少于", "不小于", "不得低于", "不得少于", "至少", "最低", "最少",
                 "大于等于"),
    "more_than": (">", "超过", "超", "高于", "大于", "多于", "突破", "不止"),
    "at_most": ("≤", "<=", "≦", "不超过", "不高于", "不大于", "不多于", "至多", "最多", "最高", "控制在",
                "小于等于", "不突破"),
    "less_than": ("<", "低于", "小于", "少于"),
    "about": ("约为", "大约", "约", "大概", "≈", "近似", "左右"),
    "exact": ("确保达到", "确保", "达到", "达", "实现", "为", "="),
}
_AFTER = {
    "at_least": ("及以上", "或以上", "以上(含)", "(含)以上", "以上", "+", "起"),
    "at_most": ("及以下", "以下", "以内", "之内", "内"),
    "about": ("左右", "上下"),
}
_CUT_WORDS = ("累计下降", "下降", "降低", "减少", "削减", "降", "↓")
_RISE_WORDS = ("提高", "增加", "增长", "上升", "提升", "↑")
_HOPE = re.compile(r"(?:并|，|,|;|；|\()*(?:力争|争取|努力|尽力|奋斗目标)(?:达到|实现|到|为|下降|提高)?")


def _alternatives(words: dict[str, tuple[str, ...]]) -> str:
    every = sorted((word for group in words.values() for word in group), key=len, reverse=True)
    return "|".join(map(re.escape, every))


_TWO_NUMBERS = re.compile(r"[\d.%％]\s+[\d.]")
_PLAIN = re.compile(r"\d+(?:\.\d+)?(%)?")


@cache
def _one() -> re.Pattern[str]:
    """Everything but a plain number; compiled when the first such cell is met."""
    return re.compile(
        rf"(?P<before>{_alternatives(_BEFORE)})?(?P<change>{'|'.join((*_CUT_WORDS, *_RISE_WORDS))})?"
        rf"(?P<middle>{_alternatives(_BEFORE)})?"
        rf"(?P<low>{_NUM})(?P<unit1>{_UNIT})??(?:(?:-+|~|至|到)(?P<high>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?))?"
        rf"(?P<unit2>{_UNIT})??(?P<after>{_alternatives(_AFTER)})?(?P<unit3>%)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """What a cell says.

    `low` and `high` are the ends as far as they are stated, `bound` as in `plan.quantity`, `unit` as printed in the
    cell ("" if none). `stated` is False for a cell that states nothing ("/", "——", 无). `change` is "cut", "increase"
    or "" where the cell itself says so. `doubts` say why it may be read wrongly; where it was not understood at all,
    both ends are None and there is a doubt.
    """

    stated: bool
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    unit: str = ""
    stretch: float | None = None
    change: str = ""
    rule: Message | None = None
    doubts: tuple[Message, ...] = ()


@lru_cache(maxsize=16384)
def amount(printed: str) -> Amount:
    """Read a cell: "25-28" is a range, "40以上" at least 40, "17%，力争20%" is 17 with stretch 20, "——" states nothing.

    Never guesses: what is not understood to its last sign comes back with a doubt and no value.
    """
    if _TWO_NUMBERS.search(printed):
        return Amount(True, doubts=(message("doubt-amount", printed=printed),))
    text = without_attribute(squeezed(printed))
    if not text or _MISSING.fullmatch(text):
        return Amount(False, rule=message("amount-nothing"))
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        number = float(text.rstrip("%"))
        return Amount(True, number, number, unit=plain[1] or "", rule=message("amount-number"))
    commitment, stretch, hoped = _without_hope(text)
    if hoped and commitment is None:
        only_hoped = message("doubt-hope", printed=printed)
        return Amount(True, stretch=stretch, rule=message("amount-hope"), doubts=(only_hoped,))
    found = _one().fullmatch(_unbracketed(commitment or text))
    if found is None:
        return Amount(True, doubts=(message("doubt-amount", printed=printed),))
    read = _understood(found, printed)
    if stretch is not None and read.low is not None:
        return Amount(True, read.low, read.high, read.bound, read.unit, stretch, read.change, message("amount-stretch"),
                      read.doubts)
    return read


def _without_hope(text: str) -> tuple[str | None, float | None, bool]:
    """(what is committed to, what is hoped for, whether anything is): "17,力争20" gives ("17", 20.0, True)."""
    found = _HOPE.search(text)
    if found is None:
        return text, None, False
    number = re.match(_NUM, text[found.end():])
    if number is None:
        return None, None, True  # 45（力争）: the number itself is the hope
    return (text[:found.start()] or None), float(number[0].replace(",", "")), True


def _unbracketed(text: str) -> str:
    whole = re.fullmatch(r"\(([^()]*)\)", text)
    return whole[1] if whole else text


def _understood(found: re.Match[str], printed: str) -> Amount:
    low = float(found["low"].replace(",", ""))
    high = float(found["high"].replace(",", "")) if found["high"] else None
    units = [unit for unit in (found["unit1"], found["unit2"], found["unit3"]) if unit]
    bounds = {_bound(_BEFORE, found["before"]), _bound(_BEFORE, found["middle"]), _bound(_AFTER, found["after"])} - {""}
    bounds -= {"exact"} if len(bounds) > 1 else set()
    doubts: list[Message] = []
    if len(set(units)) > 1 or len(bounds) > 1:
        return Amount(True, doubts=(message("doubt-amount", printed=printed),))
    bound = next(iter(bounds), "exact")
    change = "cut" if found["change"] in _CUT_WORDS else "increase" if found["change"] else ""
    if low < 0:
        doubts.append(message("doubt-sign", printed=printed))
    if high is not None:
        if high < low or bound not in ("exact", "about"):
            return Amount(True, doubts=(message("doubt-amount", printed=printed),))
        bound = "about" if bound == "about" else "range"
        return Amount(True, low, high, bound, units[0] if units else "", None, change, message("amount-range"),
                      tuple(doubts))
    ends = {"at_least": (low, None), "more_than": (low, None), "at_most": (None, low), "less_than": (None, low)}
    rule = {"exact": "amount-number", "about": "amount-about"}.get(bound, "amount-bound")
    return Amount(True, *ends.get(bound, (low, low)), bound, units[0] if units else "", None, change, message(rule),
                  tuple(doubts))


def _bound(table: dict[str, tuple[str, ...]], word: str | None) -> str:
    return next((bound for bound, words in table.items() if word in words), "") if word else ""
