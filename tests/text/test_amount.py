"""What a cell says, sign by sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.text.amount import amount

READ = [
    # printed, low, high, bound, unit, stretch
    ("17", 17, 17, "exact", "", None),
    ("17.50", 17.5, 17.5, "exact", "", None),
    ("17%", 17, 17, "exact", "%", None),
    ("１７．５　％", 17.5, 17.5, "exact", "%", None),
    ("25-28", 25, 28, "range", "", None),
    ("48—50", 48, 50, "range", "", None),
    ("40～45%", 40, 45, "range", "%", None),
    ("25%至28%", 25, 28, "range", "%", None),
    ("40以上", 40, None, "at_least", "", None),
    ("20%以上", 20, None, "at_least", "%", None),
    ("≥17", 17, None, "at_least", "", None),
    ("不低于17.5%", 17.5, None, "at_least", "%", None),
    ("超过20", 20, None, "more_than", "", None),
    ("20以内", None, 20, "at_most", "", None),
    ("不超过1500万吨标准煤", None, 1500, "at_most", "万吨标准煤", None),
    ("＜20", None, 20, "less_than", "", None),
    ("17左右", 17, 17, "about", "", None),
    ("约17%", 17, 17, "about", "%", None),
    ("17%，力争20%", 17, 17, "exact", "%", 20),
    ("17.5%（约束性）", 17.5, 17.5, "exact", "%", None),
    ("1,234.5", 1234.5, 1234.5, "exact", "", None),
    ("17①", 17, 17, "exact", "", None),
    ("↓17%", 17, 17, "exact", "%", None),
    ("确保18%，力争20%", 18, 18, "exact", "%", 20),
    ("17.5-18左右", 17.5, 18, "about", "", None),
    ("55%以上（含）", 55, None, "at_least", "%", None),
    ("17²", 17, 17, "exact", "", None),
    ("0", 0, 0, "exact", "", None),
    # numerals
    ("十七", 17, 17, "exact", "", None),
    ("百分之十七点五", 17.5, 17.5, "exact", "%", None),
    ("不低于百分之十七", 17, None, "at_least", "%", None),
    ("百分之四十至四十五", 40, 45, "range", "%", None),
    ("十七个百分点", 17, 17, "exact", "个百分点", None),
    ("一百二十万吨", 120, 120, "exact", "万吨", None),
    ("三成", 30, 30, "exact", "%", None),
    ("两成五以上", 25, None, "at_least", "%", None),
    ("百分之十七，力争百分之二十", 17, 17, "exact", "%", 20),
    # bounds and hedges together
    ("约为17%", 17, 17, "about", "%", None),
    ("接近17%", None, 17, "less_than", "%", None),
    ("近20%", None, 20, "less_than", "%", None),
    ("不足17%", None, 17, "less_than", "%", None),
    ("突破20%", 20, None, "more_than", "%", None),
    ("达到17%以上", 17, None, "at_least", "%", None),
    ("确保达到17%以上", 17, None, "at_least", "%", None),
    ("保持在42%以上", 42, None, "at_least", "%", None),
    ("稳定在42%左右", 42, 42, "about", "%", None),
    ("控制在1500万吨标准煤以内", None, 1500, "at_most", "万吨标准煤", None),
    ("控制在1500左右", 1500, 1500, "about", "", None),
    ("控制在40-45%", 40, 45, "range", "%", None),
    ("下降不低于17%", 17, None, "at_least", "%", None),
    ("累计下降17%以上", 17, None, "at_least", "%", None),
    ("降幅≥17%", 17, None, "at_least", "%", None),
    ("17%↓", 17, 17, "exact", "%", None),
    ("1200万-1500万吨", 1200, 1500, "range", "万吨", None),
    ("1.2～1.5亿吨", 1.2, 1.5, "range", "亿吨", None),
    ("17％~18％", 17, 18, "range", "%", None),
    # a commitment and a stretch
    ("17%（力争18%）", 17, 17, "exact", "%", 18),
    ("17，奋斗目标20", 17, 17, "exact", "", 20),
    ("17%以上，努力达到20%以上", 17, None, "at_least", "%", 20),
    ("力争20%，确保17%", 17, 17, "exact", "%", 20),
    ("17%力争20%", 17, 17, "exact", "%", 20),
    # thousands and footnotes
    ("１，２３４．５", 1234.5, 1234.5, "exact", "", None),
    ("17 ．5", 17.5, 17.5, "exact", "", None),
    ("17%注1", 17, 17, "exact", "%", None),
    ("17（注2）", 17, 17, "exact", "", None),
    ("17%【1】", 17, 17, "exact", "%", None),
    ("17⁽¹⁾", 17, 17, "exact", "", None),
    ("17#", 17, 17, "exact", "", None),
]


@pytest.mark.parametrize(("printed", "low", "high", "bound", "unit", "stretch"), READ)
def test_reads(printed: str, low: float, high: float, bound: str, unit: str, stretch: float) -> None:
    said = amount(printed)
    assert (said.low, said.high, said.bound, said.unit, said.stretch) == (low, high, bound, unit, stretch)
    assert said.stated and not said.doubts


@pytest.mark.parametrize("printed", ["", " ", "——", "—", "-", "/", "／", "无", "N/A", "…"])
def test_states_nothing(printed: str) -> None:
    said = amount(printed)
    assert (said.stated, said.low, said.high, said.doubts) == (False, None, None, ())


NOT_UNDERSTOOD = ["一", "二三十", "一百二", "数十",
                  "17(20)", "16.5 17", "17.2\n19", "[18]", "17%±", "1,23", "28-25", "不低于25-28", "17%-",
                  "17/20", "1.2.3", "力争20%", "45（力争）", "45%（争取）", "比2010年下降17%", "5.7e3",
                  "17±1", "17或18", "约17%以上", "控制在17%以上", "不超过40-45%", "17%/年", "17%→20%", "翻一番",
                  "17%，18%", "完成17%", "预计17%", "力争18%，力争20%", "下降提高17%", "1 234"]


@pytest.mark.parametrize("printed", NOT_UNDERSTOOD)
def test_doubts_what_it_does_not_understand_to_the_last_sign(printed: str) -> None:
    said = amount(printed)
    assert said.doubts and said.low is None and said.high is None


def test_a_negative_number_is_doubted() -> None:
    assert [each.code for each in amount("-17%").doubts] == ["doubt-sign"]


CHANGES = [("下降17%", "cut"), ("降17", "cut"), ("↓17%", "cut"), ("17↓", "cut"),
           ("提高2个百分点", "increase"), ("+2", "increase"), ("17", ""),
           ("下降到17%", "level"), ("降至1.2", "level"), ("提高到45%", "level"), ("增加至45%", "level")]


@pytest.mark.parametrize(("printed", "change"), CHANGES)
def test_what_it_comes_to_is_no_change(printed: str, change: str) -> None:
    assert amount(printed).change == change


@given(st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 3)))
def test_every_plain_number_is_read_as_it_is(value: float) -> None:
    assert amount(f"{value:.3f}").low == pytest.approx(value)


@given(st.text(max_size=12))
def test_never_fails_and_never_gives_a_value_for_words(text: str) -> None:
    said = amount(text)
    if not any(sign.isnumeric() or sign.isdigit() for sign in text):
        assert said.low is None and said.high is None


@pytest.mark.parametrize(("printed", "low"), [
    ("1 050 万吨标准煤", 1050), ("约12 500万千瓦", 12500), ("1\u00a0250\u00a0000吨", 1250000), ("1 050.5万元", 1050.5),
    ("1 050", None), ("17 200", None), ("17 20万吨", None), ("2015 100万吨", None), ("1 050 1 280万吨", None)])
def test_a_blank_for_thousands_is_one_number_before_a_unit_only(printed: str, low: float | None) -> None:
    assert amount(printed).low == low and bool(amount(printed).doubts) is (low is None)
