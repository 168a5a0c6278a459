"""Amounts in numerals, and the many numerals that are no amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.text.numerals import in_digits, number_in

AMOUNTS = [
    ("百分之十七点五", "17.5%"), ("百分之17", "17%"), ("百分之百", "100%"), ("千分之五", "5‰"), ("十二%", "12%"),
    ("百分之四十至百分之四十五", "40-45%"), ("十七至十八个百分点", "17-18个百分点"), ("十五-20%", "15-20%"),
    ("一百二十万吨", "120万吨"), ("一亿二千万吨标准煤", "12000万吨标准煤"), ("一点二亿吨", "1.2亿吨"),
    ("十至二十万吨", "10-20万吨"), ("两万五千亩", "25000亩"), ("三千瓦", "3千瓦"), ("一千零五十万吨", "1050万吨"),
    ("三成", "30%"), ("两成五", "25%"), ("三成半", "35%"), ("三至四成", "30-40%"), ("一半以上", "50%以上"),
    ("二〇一五年", "2015年"), ("二氧化碳排放下降百分之十七", "二氧化碳排放下降17%"),
]
OTHERS = ["十二五", "“十一五”", "第十", "一是", "三北", "百强", "一般", "万元", "一次能源", "数十万吨",
          "十几万吨", "二三十万吨", "一百二万吨", "二氧化碳", "第三产业", "四平方案", "成立一个小组", "一成不变",
          "百万千瓦级", "三元催化", "第一百万吨", "五年", "一半是工业"]


@pytest.mark.parametrize(("text", "digits"), AMOUNTS)
def test_amounts_become_digits(text: str, digits: str) -> None:
    assert in_digits(text).text == digits


@pytest.mark.parametrize("text", OTHERS)
def test_other_numerals_stay(text: str) -> None:
    assert in_digits(text).text == text


def test_what_is_printed_can_be_found_again() -> None:
    text = "碳强度下降百分之十七点五以上，非化石能源占百分之十一"
    read = in_digits(text)
    start = read.text.index("17.5%")
    assert read.printed(start, start + len("17.5%")) == "百分之十七点五"
    assert read.printed(0, 5) == "碳强度下降" and read.printed(0, len(read.text)) == text
    assert read.printed(read.text.index("非"), len(read.text)) == "非化石能源占百分之十一"


def spelled(number: int) -> str:
    """A number as Chinese writes it, by another rule than the one that reads it."""
    if number >= 10_000:
        low = number % 10_000
        return spelled(number // 10_000) + "万" + (("零" if low < 1000 else "") + spelled(low) if low else "")
    text, pending = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            text += ("零" if pending else "") + "零一二三四五六七八九"[digit] + sign
        pending = bool(text) and not digit
    return text


@given(st.integers(1, 99_999_999))
def test_every_number_is_read_as_it_is_spelled(number: int) -> None:
    assert number_in(spelled(number)) == str(number)


@given(st.text(alphabet="一二三四五六七八九十百千万亿零点成分之吨年%第个以上约至到-17.", max_size=14))
def test_never_fails_and_keeps_what_was_printed(text: str) -> None:
    read = in_digits(text)
    assert read.printed(0, len(read.text)) == text
