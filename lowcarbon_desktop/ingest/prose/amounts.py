"""The amounts in a clause of prose, each with the words before it, its bounds and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lowcarbon_desktop.text.units import Units

_NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NOT_MEASURED = ("年", "天", "日", "项", "处", "座", "套", "t", "pp", "percent", "pct")
_BOUND = r"""(?:不得?低于|不得?少于|不小于|至少|至多|最多|超过|高于|大于|突破|不得?超过|不得?高于|不大于|低于|小于|不足
        |接近|近|不突破|控制在|限制在
        |稳定在|保持在|维持在|大约|约为|约|左右|逾)*"""
_BEHIND = r"(?:\(含\))?(?:及以上|或以上|以上|以下|以内|之内|左右|上下|范围内)*"
_COAL = re.compile("标准?煤")
_BRACKET = re.compile(r"\(([^()]*)\)")
_HINT = re.compile(r"分之|[一二两三四五六七八九]成|一半|[一二三四五六七八九十百千零](?:[万亿]?[吨亩]|[万亿][公千立]"
                   r"|个百分点)|\d(?:%|[万亿个百吨千兆公平元立t亩kKMGW]|-|~|至|到)")


@dataclass(frozen=True, slots=True)
class Found:
    """An amount in a clause: `text` with its bounds and unit, `before` what stands between it and the one before.

    `bracket` is what a bracket right behind it holds, 17%（2015年）; where that holds an amount itself, it begins
    `before` of that one. `start` and `end` are its place in the clause.
    """

    text: str
    before: str
    bracket: str
    start: int
    end: int


def may_hold(text: str) -> bool:
    """Whether it is worth looking for an amount at all."""
    return _HINT.search(text) is not None


@cache
def _pattern(units: Units) -> re.Pattern[str]:
    names = sorted((re.escape(name) for name in units.names() if name not in _NOT_MEASURED), key=len, reverse=True)
    unit = f"(?:{'|'.join(names)})"
    return re.compile(
        rf"{_BOUND}(?<![\d.a-z])[≥≤<>＞＜]?{_NUM}(?:{unit})?(?:(?:-|~|至|到){_NUM})?{unit}"
        rf"(?!以来|标准煤|二氧化碳){_BEHIND}", re.IGNORECASE | re.VERBOSE)


def amounts_in(text: str, units: Units) -> Iterator[Found]:
    """All amounts with a unit, in order; a number without one is none in prose."""
    last = 0
    for each in _pattern(units).finditer(text):
        bracket = _BRACKET.match(text, each.end())
        if bracket is not None and may_hold(bracket[1]) and _pattern(units).search(bracket[1]) is not None:
            bracket = None
        yield Found(each[0], text[last:each.start()], bracket[1] if bracket is not None else "", each.start(),
                    each.end())
        last = each.end() if bracket is None else bracket.end()


def in_full(found: Sequence[Found]) -> list[Found]:
    """The amounts of a list with the whole unit that the last one has: 1350万吨和1600万吨标准煤."""
    kept = list(found)
    for at in range(len(kept) - 2, -1, -1):
        last = _COAL.search(kept[at + 1].text)
        if last is not None and kept[at + 1].before in ("、", "和", "及", "与") and kept[at].text.endswith("吨"):
            kept[at] = replace(kept[at], text=kept[at].text + last[0])
    return kept
