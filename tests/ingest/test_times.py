"""What captions and notes say of the years of a table, and what they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.grid import Around, Grid, RawCell, Source
from lowcarbon_desktop.ingest.times import base_note, years_of_caption
from lowcarbon_desktop.plan import SourceFile
from tests.ingest.test_tables import read

CAPTIONS = [
    ("表1  吉林市2015年主要目标", "", (2015,), ()), ("厦门市“十二五”低碳目标", "", (2015,), (2010,)),
    ("厦门市2015年和2020年目标", "", (2015, 2020), ()), ("厦门市低碳目标 2012年5月", "", (), ()),
    ("厦门市2012年低碳城市试点实施方案 表1 主要目标", "", (), ()), ("闽发改〔2011〕15号 主要目标", "", (), ()),
    ("主要目标", "2015年", (2015,), ()), ("2020年主要目标", "2015年", (2020,), ()),
    ("主要目标（2015年比2010年）", "", (2015,), (2010,)),
]


@pytest.mark.parametrize(("title", "sheet", "targets", "bases"), CAPTIONS)
def test_the_years_of_a_caption(title: str, sheet: str, targets: tuple[int, ...], bases: tuple[int, ...]) -> None:
    found = years_of_caption(title, sheet)
    assert (found.targets, found.bases) == (targets, bases)


NOTES = [
    ("注：表中下降率均以2005年为基年。", 2005), ("注：以2010年为基准年", 2010), ("说明：基准年为2005年", 2005),
    ("（基期：2010年）", 2010), ("注：各项下降率均比２００５年", 2005),
    ("注：本表所列下降幅度一律以2010年为基数计算。", 2010),
    ("注：单位GDP能耗以2010年为基年。", None), ("注：2015年目标以2010年为基年，2020年目标以2005年为基年。", None),
    ("注：除注明外，均以2005年为基年。", None),
]
SILENT = ["注：GDP以2010年为基期，按不变价计算。", "注：2010年单位GDP能耗比2005年下降20%。",
          "数据来源：2010年统计年鉴", "均为预期性指标", ""]


@pytest.mark.parametrize(("note", "year"), NOTES)
def test_a_note_of_the_base_year(note: str, year: int | None) -> None:
    found = base_note(["资料来源：统计局", note])
    assert found is not None and (found.year, found.text) == (year, note)


@pytest.mark.parametrize("note", SILENT)
def test_a_note_that_says_nothing_of_it(note: str) -> None:
    assert base_note([note]) is None


@given(st.integers(1990, 2020), st.integers(1990, 2020))
def test_two_notes_that_disagree_give_no_year(first: int, second: int) -> None:
    found = base_note([f"注：均以{first}年为基年", f"注：均以{second}年为基年"])
    assert found is not None and found.year == (first if first == second else None)


def test_the_rule_says_that_the_base_year_came_from_a_note() -> None:
    (plan,) = read("厦门市\n指标|单位|2015年\n单位GDP能耗下降率|%|17\n森林覆盖率|%|43\n注：均以2005年为基年")
    cut, share = plan.readings
    assert (cut.base_year, cut.rule and cut.rule.code, share.base_year) == (2005, "rule-base-noted", None)
    assert share.rule is not None and share.rule.code == "rule" and not cut.doubts


def test_a_sheet_named_after_a_year_gives_it_only_where_no_column_does() -> None:
    (plan,) = read("厦门市2015年目标\n指标|单位|目标值|2020年\n森林覆盖率|%|43|45")
    assert [each.target_year for each in plan.readings] == [2015, 2020]


@pytest.mark.parametrize(("title", "kind", "doubts"), [
    ("各市2015年碳强度目标比较", "target", []), ("福建省下达各市2015年碳强度目标", "context", []),
    ("各市2015年碳强度目标完成情况", "actual", []), ("各市2010年碳强度完成情况", "actual", []),
    ("各市碳强度水平比较", "target", ["doubt-yearless"]),
])
def test_what_the_title_of_a_comparison_makes_of_its_values(title: str, kind: str, doubts: list[str]) -> None:
    plans = read(f"{title}\n城市|单位GDP二氧化碳排放比2005年下降（%）\n厦门|18\n福州|19")
    assert [plan.name for plan in plans] == ["厦门", "福州"]
    assert [(each.kind, [doubt.code for doubt in each.doubts]) for plan in plans for each in plan.readings] == [
        (kind, doubts)] * 2


def test_the_provinces_column_beside_the_citys_is_context() -> None:
    (plan,) = read("指标|全国|福建|厦门\n2015年单位GDP二氧化碳排放比2010年下降（%）|17|17.5|18")
    assert plan.name == "厦门"
    assert [(str(each.value), each.region, each.kind) for each in plan.readings] == [
        ("17%", "全国", "context"), ("17.5%", "福建", "context"), ("18%", None, "target")]


LINES = ("第三章 总体目标", "试点期为2012—2020年。近期目标年为2015年，以2010年为基年；远期目标年为2020年，以",
         "2005年为基年。目标值如下表。", "表3 低碳发展目标值")


@pytest.mark.parametrize(("lines", "bases"), [(LINES, [2010, 2005]), (("均以2010年为", "基年。"), [2010, 2010])])
def test_half_a_sentence_of_a_page_gives_no_base_year(lines: tuple[str, ...], bases: list[int]) -> None:
    table = (("指标", "2015年", "2020年"), ("单位GDP能耗下降率（%）", "18", "45"))
    rows = tuple(tuple(map(RawCell, row)) for row in table)
    boxes = tuple(tuple((1, (0.0, 0.0, 1.0, 1.0)) for _ in row) for row in rows)
    grid = Grid("plan.pdf", "T1", rows, table=1, around=Around(lines), boxes=boxes)
    (plan,) = build_plans(Source((SourceFile("plan.pdf", "0"),), (grid,)), reference(), region="厦门")
    assert [each.base_year for each in plan.readings] == bases
