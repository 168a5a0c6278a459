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


NOT_UNDERSTOOD = ["十七", "17(20)", "16.5 17", "17.2\n19", "[18]", "17%±", "1,23", "28-25", "不低于25-28", "17%-",
                  "17/20", "1.2.3", "力争20%", "45（力争）", "45%（争取）", "比2010年下降17%", "5.7e3"]


@pytest.mark.parametrize("printed", NOT_UNDERSTOOD)
def test_doubts_what_it_does_not_understand_to_the_last_sign(printed: str) -> None:
    said = amount(printed)
    assert said.doubts and said.low is None and said.high is None


def test_a_negative_number_is_doubted() -> None:
    assert [each.code for each in amount("-17%").doubts] == ["doubt-sign"]


@given(st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 3)))
def test_every_plain_number_is_read_as_it_is(value: float) -> None:
    assert amount(f"{value:.3f}").low == pytest.approx(value)


@given(st.text(max_size=12))
def test_never_fails_and_never_gives_a_value_for_words(text: str) -> None:
    said = amount(text)
    if not any(sign.isnumeric() or sign.isdigit() for sign in text):
        assert said.low is None and said.high is None
