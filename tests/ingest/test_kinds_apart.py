"""What is measured differently is never read for one another, whatever the number: laws over all numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.plan.quantity import number
from tests.ingest.test_tables import read

RUBRIC = load_rubric()
NUMBERS = st.integers(1, 999).map(lambda tenths: number(tenths / 10))
CUT = "单位GDP二氧化碳排放比2010年下降率"

OTHER_THAN_THE_CUT = [
    "单位GDP二氧化碳排放比2005年下降率|%|{}",
    "单位GDP二氧化碳排放比2010年下降率|%|比2005年下降{}%",
    "单位GDP二氧化碳排放年均下降率|%|{}",
    "单位GDP二氧化碳排放比2010年下降率|%|年均下降{}%",
    "单位GDP二氧化碳排放比上年下降率|%|{}",
    "单位GDP二氧化碳排放|%|较上年下降{}%",
    "单位GDP二氧化碳排放|吨/万元|{}",
    "单位GDP二氧化碳排放|%|{}",
    "单位GDP二氧化碳排放比2010年下降到|%|{}",
    "单位GDP二氧化碳排放比2010年下降率|%|降至{}%",
    "单位GDP二氧化碳排放比2010年下降率|个百分点|{}",
    "单位GDP二氧化碳排放比2010年下降率|%|提高{}%",
    "单位GDP二氧化碳排放比2010年提高|%|{}",
    "单位GDP能耗比2010年下降率|%|{}",
    "二氧化碳排放总量比2010年下降|%|{}",
    "非化石能源占一次能源消费比重|%|{}",
    "全国单位GDP二氧化碳排放比2010年下降率|%|{}",
    "省下达的单位GDP二氧化碳排放比2010年下降率|%|{}",
    "单位GDP二氧化碳排放比2010年下降率|%|力争{}%",
    "单位GDP二氧化碳排放比2010年下降率|%|不超过{}%",
]


@pytest.mark.parametrize("row", OTHER_THAN_THE_CUT)
@settings(max_examples=12, deadline=None)
@given(value=NUMBERS)
def test_nothing_else_passes_for_the_cut(row: str, value: str) -> None:
    (plan,) = read(f"厦门市\n指标|单位|2015年\n{row.format(value)}")
    (found,) = check([plan], RUBRIC, reference())
    assert found.finding("targets.co2-2015.nation").outcome != "pass"


SHARES = [
    ("非化石能源占一次能源消费比重|%|{}", "nonfossil_share", "%"),
    ("非化石能源占一次能源消费比重提高|个百分点|{}", "nonfossil_share_increase", "个百分点"),
    ("非化石能源占一次能源消费比重||提高{}个百分点", "nonfossil_share_increase", "个百分点"),
    ("非化石能源发电量占总发电量比重|%|{}", "nonfossil_power_share", "%"),
    ("清洁能源占一次能源消费比重|%|{}", "clean_energy_share", "%"),
    ("核电占电力消费比重|%|{}", "nuclear_power_share", "%"),
    ("核电装机容量|万千瓦|{}", "nuclear_capacity", "万千瓦"),
    ("风电装机容量|MW|{}", "wind_capacity", "兆瓦"),
]


@pytest.mark.parametrize(("row", "indicator", "unit"), SHARES)
@settings(max_examples=8, deadline=None)
@given(value=NUMBERS)
def test_a_share_a_capacity_and_an_increase_stay_apart(row: str, indicator: str, unit: str, value: str) -> None:
    (plan,) = read(f"厦门市\n指标|单位|2015年\n{row.format(value)}")
    (reading,) = plan.readings
    assert (reading.indicator, reading.unit) == (indicator, unit)
    assert reading.value is not None and number(reading.value.low or 0) == value


@settings(max_examples=20, deadline=None)
@given(first=NUMBERS, second=NUMBERS)
def test_a_turned_table_says_the_same_as_the_usual_one(first: str, second: str) -> None:
    (usual,) = read(f"厦门市\n指标|2015年|2020年\n{CUT}（%）|{first}|{second}\n森林覆盖率（%）|{second}|{first}")
    (turned,) = read(f"厦门市\n年份|{CUT}（%）|森林覆盖率（%）\n2015年|{first}|{second}\n2020年|{second}|{first}")
    assert {(each.indicator, each.target_year, each.base_year, each.value) for each in usual.readings} == {
        (each.indicator, each.target_year, each.base_year, each.value) for each in turned.readings}


UNITS = [("二氧化碳排放总量", "亿吨", 10_000, "万吨"), ("能源消费总量", "吨标准煤", 0.0001, "万吨标准煤"),
         ("森林面积", "万亩", 1 / 15, "万公顷"), ("森林面积", "平方公里", 0.01, "万公顷"),
         ("风电装机容量", "GW", 100, "万千瓦"), ("风电装机容量", "千瓦", 0.0001, "万千瓦"),
         ("地区生产总值", "万元", 0.0001, "亿元"), ("森林蓄积量", "亿立方米", 10_000, "万立方米")]


@pytest.mark.parametrize(("name", "unit", "factor", "into"), UNITS)
@settings(max_examples=6, deadline=None)
@given(value=st.integers(1, 9999))
def test_the_same_in_another_unit_agrees_and_the_conversion_is_shown(name: str, unit: str, factor: float, into: str,
                                                                     value: int) -> None:
    other = f"{value * factor:.9g}"
    (plan,) = read(f"厦门市\n指标|单位|2015年\n{name}|{unit}|{value}\n{name}|{into}|{other}")
    (found,) = check([plan], RUBRIC, reference())
    assert found.finding("consistency.values").outcome == "pass"
    rule = plan.readings[0].rule
    assert rule is not None and rule.code == "rule-converted"
    assert plan.readings[0].value is not None and number(plan.readings[0].value.low or 0) == str(value)


def judged(table: str) -> tuple[str, tuple[str, ...]]:
    """The outcome on the nation's line of carbon in 2015, and the arithmetic that is shown with it."""
    (plan,) = read(table)
    (found,) = check([plan], RUBRIC, reference())
    finding = found.finding("targets.co2-2015.nation")
    return finding.outcome, finding.details[0].steps


def test_a_value_in_another_unit_meets_the_line_and_the_conversion_is_shown() -> None:
    assert judged(f"厦门市\n指标|单位|2015年\n{CUT}|‰|180") == ("pass", ("180‰ = 18%",))
    assert judged(f"厦门市\n指标|单位|2015年\n{CUT}|‰|160") == ("fail", ("160‰ = 16%",))


def test_two_levels_show_the_cut_that_they_make_and_never_pass() -> None:
    table = "厦门市\n指标|单位|2010年|2015年\n单位GDP二氧化碳排放|{}|{}|{}"
    assert judged(table.format("吨/万元", "1.3", "1.05")) == ("cannot_tell", ("2010→2015: 1 − 1.05 / 1.3 = 19.2 %",))
    assert judged(table.format("吨/万元", "约1.3", "1.05")) == ("cannot_tell", ())
    assert judged(table.format("吨/万元", "-", "1.05")) == ("cannot_tell", ())
