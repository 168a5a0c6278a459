"""Amounts in Chinese numerals brought to digits: 百分之十七点五 is 17.5%, 两成五 25%, 一百二十万吨 120万吨."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

_DIGITS = {sign: value for value, signs in enumerate(("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒",
                                                     "八捌", "九玖")) for sign in signs}
_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
_ONE = "一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
_ANY = f"{_ONE}零〇○十拾百佰千仟万亿"
_TO = r"(?:-+|~|至|到)"
_UNIT = (r"(?:个?百分点|%|‰|[万亿]{1,2}元|[万亿]{0,2}(?:吨|千克|公斤|公顷|亩|[千兆吉]瓦|平方[公千]?[米里]|立方米"
         r"|公里|千米|辆|标台|倍)|[万亿]人)")


@dataclass(frozen=True, slots=True)
class Digits:
    """A text in digits. Piece by piece, `starts` are places in `text` and `origins` the same places in the source."""

    source: str
    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def printed(self, start: int, end: int) -> str:
        """What the source prints where `text` has [start:end]; a numeral comes whole or not at all."""
        return self.source[self._origin(start, False):self._origin(end, True)]

    def _origin(self, place: int, is_end: bool) -> int:
        """The place in the source; within a numeral its beginning, or its end for the end of a stretch."""
        piece = bisect_right(self.starts, place) - 1
        before, after = self.origins[piece], (*self.origins[1:], len(self.source))[piece]
        length = (*self.starts[1:], len(self.text))[piece] - self.starts[piece]
        offset = place - self.starts[piece]
        if length == after - before or not offset:
            return before + offset
        return after if is_end or offset >= length else before


def in_digits(text: str) -> Digits:
    """Bring the amounts of a squeezed text to digits and leave all other numerals as they are.

    An amount is told by what stands around it: 百分之, 成, or a unit. So 十二五, 第十, 一是, 三北, 百强, 一般,
    一次能源, 万元 and 数十万吨 stay.
    """
    made, starts, origins = [""], [0], [0]
    length = last = 0
    for found in _amounts().finditer(text):
        digits = _said(found)
        if digits is None:
            continue
        for piece, end in ((text[last:found.start()], found.start()), (digits, found.end())):
            made.append(piece)
            length += len(piece)
            starts.append(length)
            origins.append(end)
        last = found.end()
    return Digits(text, "".join((*made, text[last:])), tuple(starts), tuple(origins)) if last else Digits(text, text)


def number_in(numeral: str) -> str | None:
    """The number that a numeral says, in digits: 一千二百 is "1200", 十七点五 "17.5", 二〇一五 "2015".

    None for what is no number (一百二, which some say for 120) or only about one (二三十).
    """
    whole, _, fraction = numeral.partition("点")
    if re.fullmatch(r"\d+(?:\.\d+)?", numeral):
        return numeral
    if len(whole) > 1 and all(sign in _DIGITS for sign in whole):
        return "".join(str(_DIGITS[sign]) for sign in whole) if len(whole) == 4 else None
    value = _value(whole)
    if value is None:
        return None
    return f"{value}.{''.join(str(_DIGITS[sign]) for sign in fraction)}" if fraction else str(value)


def _value(whole: str) -> int | None:
    total = section = digit = 0
    zero, lowest, any_digit = False, 10_000, False
    for sign in whole:
        if sign in _DIGITS:
            if digit:
                return None
            digit, any_digit, zero = _DIGITS[sign], True, zero or not _DIGITS[sign]
            continue
        scale = _SCALES[sign]
        if scale < 10_000:
            if scale >= lowest:
                return None
            section, lowest = section + (digit if any_digit else 1) * scale, scale
        else:
            if _short(digit, section, lowest, zero):
                return None
            section += digit
            total = (total + section) * scale if scale > 10_000 else total + section * scale
            section, lowest = 0, 10_000
        digit, zero, any_digit = 0, False, False
    return None if _short(digit, section or total, lowest, zero) else total + section + digit


def _short(digit: int, before: int, lowest: int, zero: bool) -> bool:
    """Whether a last digit leaves its scale out, as in 一百二 and 两万五."""
    return bool(digit and before and lowest > 10 and not zero)


def _said(found: re.Match[str]) -> str | None:
    if found["year"]:
        return "".join(str(_DIGITS[sign]) for sign in found["year"])
    if found["half"]:
        return "50%"
    if found["tenths"]:
        ends = [_tenths(found["from"], found["from_more"])] if found["from"] else []
        return "-".join((*ends, _tenths(found["tenths"], found["more"]))) + "%"
    if found["of"]:
        ends, after = [found["low"], found["high"]], "%" if found["of"] == "百" else "‰"
    else:
        ends, after = [found["first"], found["second"] or found["alone"]], ""
        if found["first"] and found["first"].isascii() and found["second"].isascii():
            return None
        if ends[1][-1] in "万亿":
            return _scaled(ends[0], ends[1], ends[1][-1])
    numbers = [number_in(end) for end in ends if end]
    return None if None in numbers else "-".join(map(str, numbers)) + after


def _scaled(first: str | None, second: str, scale: str) -> str | None:
    """一百二十万 is 120万 and 十至二十万 10-20万, as a person would print them."""
    numbers = [number_in(end) for end in (first, second) if end]
    if None in numbers or any("." in str(number) for number in numbers):
        return None
    values = [int(str(number)) for number in numbers]
    values[-1] //= _SCALES[scale]
    if first and first[-1] in "万亿":
        values[0] = values[0] // _SCALES[scale] if first[-1] == scale else -1
    return "-".join(map(str, values)) + scale if min(values) >= 0 else None


def _tenths(digit: str, more: str | None) -> str:
    """三成 is 30, 两成五 25, 三成半 35."""
    tens, ones = (5 if sign == "半" else _DIGITS[sign] if sign in _DIGITS else int(sign or 0)
                  for sign in (digit, more or ""))
    return str(10 * tens + ones)


@cache
def _amounts() -> re.Pattern[str]:
    """All ways to say an amount in numerals; compiled when the first text with numerals is met."""
    numeral = rf"[{_ONE}十拾零〇][{_ANY}]*(?:点[{_ONE}零〇○]+)?"
    number = rf"(?:{numeral}|\d+(?:\.\d+)?)"
    tenth = f"[{_ONE}1-9]"
    return re.compile(
        rf"(?P<year>[一二][九〇○零][{_ONE}零〇○]{{2}})(?=年)"
        rf"|(?P<of>[百千])分之(?P<low>百(?![{_ANY}点])|{number})(?:{_TO}(?:[百千]分之)?(?P<high>{number}))?"
        r"|(?P<half>(?<![第十一])一半(?=以上|以下|左右|$))"
        rf"|(?<![第几数多\d.十百千])(?:(?P<from>{tenth})(?:成(?P<from_more>[{_ONE}半])?)?{_TO})?"
        rf"(?P<tenths>{tenth})成(?P<more>[{_ONE}半])?(?![立为员果本效功就长熟分年套交品份因绩语不都])"
        rf"|(?<![第几数多\d.十百千])(?:(?P<first>{number}){_TO}(?P<second>{number})|(?P<alone>{numeral}))(?={_UNIT})")
