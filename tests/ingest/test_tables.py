"""Tables as they are printed, cell by cell, from a page that an expert can read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import PlanUnreadable
from lowcarbon_desktop.ingest.grid import Around, Grid, RawCell, Source
from lowcarbon_desktop.plan import Passage, Plan, SourceFile, Where
from lowcarbon_desktop.plan.where import cell_position

PAGE = yaml.safe_load(Path(__file__).with_name("tables.yaml").read_text("utf-8"))


def read(table: str, region: str | None = None, as_of: date | None = None,
         merged: tuple[str, ...] = ()) -> tuple[Plan, ...]:
    rows = tuple(tuple(RawCell(cell.strip()) for cell in line.split("|")) for line in table.strip("\n").splitlines())
    corners = [tuple(map(cell_position, each.split(":"))) for each in merged]
    merges = tuple((*first, *last) for first, last in corners)
    source = Source((SourceFile("plan.csv", "0"),), (Grid("plan.csv", None, rows, merges),))
    return build_plans(source, reference(), region=region, as_of=as_of)


@pytest.mark.parametrize("case", PAGE, ids=[case["name"] for case in PAGE])
def test_reads_every_cell(case: dict) -> None:
    (plan,) = read(case["table"], merged=tuple(case.get("merged", ())))
    found = {str(each.where.cell): [each.indicator, each.base_year, each.target_year,
                                    str(each.value) if each.value is not None else None, each.kind, each.region]
             for each in plan.readings}
    assert found == case["read"]
    named = plan.region and (plan.region.name if case["region"] != "吉林市" else plan.region.full_name)
    assert named == case["region"]


DOUBTFUL = [
    ("单位GDP二氧化碳排放比2010年下降率|%|0.18", "doubt-fraction"),
    ("单位GDP二氧化碳排放比2010年下降率|%|180", "doubt-above-hundred"),
    ("单位GDP二氧化碳排放比2010年下降率|%|-18", "doubt-sign"),
    ("单位GDP二氧化碳排放比2010年下降率|万吨|18", "doubt-unit-kind"),
    ("单位GDP二氧化碳排放比2010年下降率|万千万|18", "doubt-unit-unknown"),
    ("单位GDP二氧化碳排放比2010年下降率|万元|18%", "doubt-two-units"),
    ("单位GDP二氧化碳排放比2010年下降率|%|提高18%", "doubt-opposite"),
    ("2020年单位GDP二氧化碳排放比2010年下降率|%|18", "doubt-year-disagrees"),
    ("单位GDP二氧化碳排放比2015年下降率|%|18", "doubt-base-after"),
    ("2012-2015年单位GDP二氧化碳排放下降率|%|18", "doubt-span"),
    ("单位GDP二氧化碳排放比2005年和比2010年下降率|%|18", "doubt-years"),
    ("单位GDP二氧化碳排放比2010年下降率|%|下降到18%", "doubt-level-in-cell"),
    ("单位GDP二氧化碳排放比2010年下降率|%|18%（2020年）", "doubt-year-in-cell"),
    ("森林覆盖率比2010年提高|个百分点|下降2", "doubt-opposite-rise"),
    ("森林覆盖率|%|下降2", "doubt-change-in-cell"),
    ("单位GDP二氧化碳排放比2010年下降率|%/年|18", "doubt-unit-unknown"),
    ("单位GDP二氧化碳排放比2010年下降率|%|#REF!", "doubt-amount"),
]


@pytest.mark.parametrize(("row", "doubt"), DOUBTFUL)
def test_doubts_and_says_why(row: str, doubt: str) -> None:
    (plan,) = read(f"厦门市\n指标|单位|2015\n{row}")
    assert doubt in [each.code for each in plan.readings[0].doubts]


@pytest.mark.parametrize("heads", ["目标层|准则层|指标层", "区域层|方面|指标", "领域|方面|重点内容"])
@pytest.mark.parametrize("group", ["思明区", "力争目标", "低方案", "国际先进"])
def test_whatever_group_a_row_stands_in_is_heeded(heads: str, group: str) -> None:
    (plan,) = read(f"厦门市\n{heads}|2015年\n{group}|经济|单位GDP二氧化碳排放比2010年下降（%）|20\n"
                   "|经济|单位GDP能耗比2010年下降（%）|18")
    assert [each.indicator for each in plan.readings] == ["co2_per_gdp_cut", "energy_per_gdp_cut"]
    assert all(each.doubts or each.kind == "context" for each in plan.readings)


@pytest.mark.parametrize("table", [
    "低碳目标（%）\n指标|2015年\nI|16.8", "低碳目标\n指标（%）|2015年\nI|16.8", "低碳目标\n指标|2015年（%）\nI|16.8",
    "低碳目标\n指标|2015年\nI|16.8%",
    "低碳目标\n指标|单位|2015年\nI|%|16.8", "低碳目标\n指标|说明|2015年\nI|降幅（%）|16.8"])
@pytest.mark.parametrize("level", ["碳排放强度", "单位GDP能耗"])
def test_a_level_for_every_yuan_is_not_in_per_cent(table: str, level: str) -> None:
    (plan,) = read(f"厦门市{table.replace('I', level)}")
    assert all(each.doubts or (each.indicator or "").endswith("_cut") for each in plan.readings) and plan.readings


@pytest.mark.parametrize(("name", "value", "doubted"), [
    ("碳强度", "16.8", True), ("碳排放强度", "30", True), ("能耗强度", "15", True), ("碳强度", "1.8", False),
    ("单位GDP能耗", "0.65", False), ("碳强度（千克/万元）", "168", False)])
def test_no_region_emits_ten_tons_for_every_ten_thousand_yuan(name: str, value: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市低碳目标\n指标|2015年\n{name}|{value}")
    assert ["doubt-unitless" in [each.code for each in reading.doubts] for reading in plan.readings] == [doubted]


@pytest.mark.parametrize("heads", [
    "绍兴市低碳指标\n指标|2015年目标（2010年基数）", "绍兴市低碳指标\n指标|2015年（2010年）",
    "绍兴市低碳指标（括号内为2010年基数）\n指标|2015年目标"])
def test_brackets_hold_the_base_year_where_a_heading_says_so(heads: str) -> None:
    (plan,) = read(f"{heads}\n非化石能源占一次能源消费比重|5%（2.8%）\n单位GDP二氧化碳排放比2010年下降|19.5%（—）")
    assert [(str(each.value), each.target_year, each.kind, each.doubts) for each in plan.readings] == [
        ("5%", 2015, "target", ()), ("2.8%", 2010, "actual", ()), ("19.5%", 2015, "target", ())]


def test_a_head_of_groups_is_no_title_and_leaves_its_year_to_the_line_above() -> None:
    rows = ("节能降碳目标|节能降碳目标|产业目标|产业目标", "名称|目标值|名称|目标值",
            "单位GDP碳排放比2010年降低|17.5%|服务业增加值占GDP比重|35%")
    cells = tuple(tuple(map(RawCell, row.split("|"))) for row in rows)
    grid = Grid("plan.docx", "T1", cells, table=1, around=Around(("咸阳市低碳试点目标（2015年）",), ""))
    (plan,) = build_plans(Source((SourceFile("plan.docx", "0"),), (grid,)), reference())
    assert [(each.indicator, each.target_year, each.doubts) for each in plan.readings] == [
        ("co2_per_gdp_cut", 2015, ()), ("services_share", 2015, ())]


def test_a_sheet_of_tasks_whose_aims_are_sentences_is_read() -> None:
    (plan,) = read("郴州市低碳试点工作任务分解表\n工作任务|工作目标|牵头单位\n"
                   "减缓碳排放|到2015年，单位GDP二氧化碳排放比2010年下降17%|市发改委\n"
                   "增加森林碳汇|到2015年，森林覆盖率达到67%|市林业局")
    assert [(each.where.cell, each.indicator, each.base_year, each.target_year, str(each.value))
            for each in plan.readings] == [("B3", "co2_per_gdp_cut", 2010, 2015, "17%"),
                                           ("B4", "forest_coverage", None, 2015, "67%")]


@pytest.mark.parametrize(("remark", "doubted"), [
    ("与上年比", True), ("较“十一五”初", True), ("与BAU相比", True), ("十年累计", True), ("2005=100", True),
    ("2006-2010年", True), ("累计（2005年起）", True), ("五年累计", False), ("2011-2015年累计", False),
    ("2010年=100", False)])
def test_a_remark_on_another_base_is_set_against_the_name(remark: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市\n指标|2015年|备注\n单位GDP二氧化碳排放比2010年下降（%）|18|{remark}")
    assert ["doubt-base-note" in [doubt.code for doubt in each.doubts] for each in plan.readings] == [doubted]


def test_a_day_under_a_title_is_not_the_title() -> None:
    cells = tuple(tuple(map(RawCell, row)) for row in (("指标", "目标"), ("森林覆盖率（%）", "40")))
    grid = Grid("plan.docx", "T1", cells, table=1, around=Around(("肇庆市2015年低碳目标", "2012年5月")))
    (plan,) = build_plans(Source((SourceFile("plan.docx", "0"),), (grid,)), reference())
    assert [(each.target_year, each.doubts) for each in plan.readings] == [(2015, ())]


@pytest.mark.parametrize(("words", "doubted"), [
    ("约束性", False), ("市发改委", False), ("%", False), ("思明区", True), ("其中：工业", True), ("全市", False)])
def test_words_under_a_blank_heading_leave_the_name_what_it_is(words: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市低碳目标\n指标||2015年\n单位GDP二氧化碳排放比2010年下降（%）|{words}|18")
    assert [(each.indicator, bool(each.doubts)) for each in plan.readings] == [("co2_per_gdp_cut", doubted)]


EVERYDAY = ("2015年总体目标", "2015年申报值", "2015年拟实现",
            "2015年试点目标", "2015年必达目标", "2015年12月底", "2015年终", "试点期末（2015年）",
            "2012-2015年", "2011-2015年目标", "2015年比2010年累计", "试点期内（2011-2015年）", "2015年[目标]",
            "2015年目标（预期）", "巩固期（2015年）", "提高期（2015年）", "第一步（2015年）", "2015年（提升阶段）",
            "2011—2015年累计", "2015年底线目标", "2015年目标总量")
UNSETTLED = ("2015年考核目标", "2015年奋斗目标", "2015年保底目标", "2015年验收目标", "2015年预计", "2015年理想值",
             "2015年6月", "2015年建设用地目标", "2015年试点园区目标", "2015年终端目标", "2005-2015年",
             "2012-2015年累计", "2015年拟定目标", "2015年可达到", "2015年需达到", "2015年（高于全国）", "≥2015年",
             "“十二五”中期", "2015年提升目标")


def test_a_change_from_the_base_is_no_share() -> None:
    (plan,) = read("厦门市\n指标|2015年比基期\n单位GDP二氧化碳排放比2010年下降（%）|20\n"
                   "非化石能源占一次能源消费比重（%）|2")
    assert [bool(each.doubts) for each in plan.readings] == [False, True]


@pytest.mark.parametrize("heading", [*EVERYDAY, *UNSETTLED])
def test_everyday_headings_are_not_doubted_and_others_are(heading: str) -> None:
    (plan,) = read(f"厦门市\n指标|{heading}\n单位GDP二氧化碳排放比2010年下降（%）|20\n"
                   "非化石能源占一次能源消费比重（%）|12")
    cut, share = plan.readings
    assert bool(cut.doubts) == (heading in UNSETTLED)
    assert bool(share.doubts) == (heading in UNSETTLED and heading[4:5] != "-")  # a share has no base to be doubted


@pytest.mark.parametrize(("above", "doubted"), [
    ("可达水平", True), ("理想值", True), ("评分标准", True), ("提升目标", True), ("低方案", True),
    ("各年度目标", False), ("提升阶段", False), ("进度安排", False), ("建设目标", False)])
def test_what_stands_above_the_years_is_heeded(above: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市\n指标|{above}|{above}\n|2015年|2020年\n单位GDP二氧化碳排放比2010年下降（%）|20|35")
    assert [(each.indicator, bool(each.doubts)) for each in plan.readings] == [("co2_per_gdp_cut", doubted)] * 2


@pytest.mark.parametrize("sheet", ["全国", "国家", "广东省", "省里", "下达", "对比", "评分", "专家", "上年", "例",
                                   "历史版本",
                                   "2013版", "附表2全国", "目标", "附表1", "厦门市", "指标分解表", "数据"])
def test_the_name_of_a_sheet_says_whose_it_is(sheet: str) -> None:
    texts = {"总表": "厦门市低碳指标\n指标|2015年\n森林覆盖率（%）|60",
             sheet: "指标|2015年\n非化石能源占一次能源消费比重（%）|20"}
    grids = tuple(Grid("plan.xlsx", name, tuple(tuple(map(RawCell, line.split("|"))) for line in text.splitlines()))
                  for name, text in texts.items())
    (plan,) = build_plans(Source((SourceFile("plan.xlsx", "0"),), grids), reference())
    own = [each.kind == "target" and each.region is None and not each.doubts for each in plan.readings]
    assert own == [True, sheet in ("目标", "附表1", "厦门市", "指标分解表", "数据")]


EVERYDAY_ROWS = ["C（%）|19.5个百分点", "C（%）|应达到19.5%", "C（%）|19.5 [注]", "C（%）|确保完成19.5",
                 "非化石能源占一次能源消费比重（%）|12（含核电）"]
UNSETTLED_ROWS = ["C（万吨）|19.5个百分点", "森林覆盖率（%）|12个百分点",
                  "非化石能源占一次能源消费比重（%）|12（不含核电）",
                  "清洁能源占一次能源消费比重（%）|12（含核电）"]


@pytest.mark.parametrize("row", [*EVERYDAY_ROWS, *UNSETTLED_ROWS])
def test_everyday_cells_are_not_doubted_and_others_are(row: str) -> None:
    (plan,) = read(f"厦门市\n指标|2015年\n{row.replace('C', '单位GDP二氧化碳排放比2010年下降')}")
    assert bool(plan.readings[0].doubts) == (row in UNSETTLED_ROWS)


@pytest.mark.parametrize("group", ["高新区指标", "二、高新区", "（二）力争目标", "二、预期性指标", "指标"])
def test_a_group_that_repeats_the_years_is_heeded(group: str) -> None:
    (plan,) = read(f"厦门市\n指标|2015年|2020年\n森林覆盖率（%）|42|43\n{group}|2015年|2020年\n"
                   "非化石能源占一次能源消费比重（%）|12|18")
    assert [str(each.value) for each in plan.readings] == ["42%", "43%", "12%", "18%"]
    assert all(bool(each.doubts) == ("高新" in group or "力争" in group) for each in plan.readings[2:])


@pytest.mark.parametrize(("row", "doubted"), [("0.6|0.9|1.5|2.2", [0, 0, 0, 0]), ("0.6|0.9|1|1", [1, 1, 0, 0]),
                                              ("0.2|0.2|20|22", [1, 1, 0, 0]), ("0.6|0.7|0.8|0.9", [1, 1, 1, 1])])
def test_a_row_of_one_size_shows_that_it_is_in_per_cent(row: str, doubted: list[int]) -> None:
    (plan,) = read(f"厦门市\n指标|单位|2010年|2012年|2015年|2020年\n研发经费支出占GDP比重|%|{row}")
    assert [int(bool(each.doubts)) for each in plan.readings] == doubted


@pytest.mark.parametrize("column", ["起算|2005年", "备注年|2005", "口径|2005年水平"])
def test_an_old_year_beside_a_target_without_a_written_base_is_doubted(column: str) -> None:
    heading, cell = column.split("|")
    (plan,) = read(f"厦门市\n指标|单位|“十二五”|{heading}\n单位GDP二氧化碳排放下降|%|33|{cell}")
    assert all(each.doubts or each.base_year == 2005 for each in plan.readings)


@pytest.mark.parametrize(("levels", "doubted"), [("2|1.6|-0.4", True), ("20|16|-4", True), ("2|1.6|-20", False)])
def test_the_difference_of_two_levels_is_no_cut(levels: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市\n指标|单位|2010年|2015年|增减\n单位GDP二氧化碳排放|吨/万元|{levels}")
    assert plan.readings[-1].indicator == "co2_per_gdp_cut" and bool(plan.readings[-1].doubts) == doubted


def test_a_base_year_in_the_name_stands_beside_a_column_of_another() -> None:
    (plan,) = read("厦门市\n指标|2010年（基准年）|2020年\n单位GDP二氧化碳排放比2005年下降（%）|—|45")
    assert (plan.readings[1].base_year, plan.readings[1].doubts) == (2005, ())


@pytest.mark.parametrize(("section", "doubted"), [
    ("（一）厦门市", False), ("全市", False), ("（二）乐昌市", True), ("（二）重点企业", True), ("（二）年均", True),
    ("（二）完成率", True), ("二、节能降耗", False)])
def test_what_stands_in_a_row_alone_is_heeded(section: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市\n指标|2015年\n{section}|\n单位GDP二氧化碳排放比2010年下降（%）|20")
    assert bool(plan.readings[0].doubts) == doubted


@pytest.mark.parametrize(("star", "doubted"), [("年均值", True), ("完成率", True), ("市统计局数", False)])
def test_a_star_at_a_value_is_heeded(star: str, doubted: bool) -> None:
    (plan,) = read(f"厦门市\n指标|2015年\n单位GDP二氧化碳排放比2010年下降（%）|20*\n森林覆盖率（%）|42\n*{star}。")
    assert [bool(each.doubts) for each in plan.readings] == [doubted, False]


def test_an_ambiguous_region_is_asked_for() -> None:
    (plan,) = read("吉林低碳规划\n指标|单位|2015\n森林覆盖率|%|42")
    assert [each.code for each in plan.remarks] == ["region-ambiguous"]
    (named,) = read("吉林低碳规划\n指标|单位|2015\n森林覆盖率|%|42", region="吉林市")
    assert named.region is not None and named.region.level == "city" and named.region.province == "吉林"


def test_a_row_that_is_not_understood_is_shown_and_never_dropped() -> None:
    (plan,) = read("厦门市\n序号|指标|单位|2015\n1|绿道里程|公里|500\n2|低碳社区建设||完成\n3|森林覆盖率|%|42")
    rows = [(row.role, row.remark.code if row.remark else None) for row in plan.tables[0].rows]
    assert rows == [("title", None), ("header", None), ("unrecognised", "name-unknown"),
                    ("unrecognised", "name-unknown"), ("indicator", None)]
    assert [(each.indicator, each.printed) for each in plan.readings] == [
        (None, "500"), (None, "完成"), ("forest_coverage", "42")]


def test_two_tables_are_both_read_and_told() -> None:
    (plan,) = read("厦门市\n指标|单位|2015\n森林覆盖率|%|42\n|\n|\n补充指标\n指标|单位|2015\n森林覆盖率|%|43")
    assert [str(each.value) for each in plan.readings] == ["42%", "43%"]
    assert "tables-several" in [each.code for each in plan.remarks]


def test_a_table_titled_with_another_place_is_context() -> None:
    (plan,) = read("地区|厦门\n厦门市目标\n指标|单位|2015\n森林覆盖率|%|42\n|\n|\n"
                   "杭州市目标\n指标|单位|2015\n森林覆盖率|%|64")
    assert [(str(each.value), each.region) for each in plan.readings] == [("42%", None), ("64%", "杭州")]
    assert [table.taken for table in plan.tables] == [True, False]


def test_a_row_a_region_gives_one_plan_each() -> None:
    plans = read("各市单位GDP二氧化碳排放目标\n地区|2015年单位GDP二氧化碳排放比2010年下降率（%）\n"
                 "厦门|17\n杭州|20\n全国|17\n南昌|/")
    assert [(plan.name, str(plan.readings[0].value), plan.readings[0].region) for plan in plans] == [
        ("厦门", "17%", None), ("杭州", "20%", None), ("南昌", "17%", "全国")]
    assert plans[2].readings[1].value is None


@pytest.mark.parametrize("words", ["供参考。", "注：以上数据仅供参考。", "以上目标供各市参考。",
                                   "其他城市的数据仅供参考。", "注：上述城市的目标尚未经批准。"])
def test_a_comparison_that_is_only_shown_is_doubted(words: str) -> None:
    table = "各市2015年低碳目标\n城市|2015年单位GDP二氧化碳排放比2010年下降（%）\n厦门|18\n杭州|20"
    assert all(each.doubts for plan in read(f"{table}\n{words}") for each in plan.readings)
    assert all(each.doubts for plan in read(f"{words}\n{table}") for each in plan.readings)
    assert not any(each.doubts for plan in read(f"{table}\n注：降幅均为累计值。") for each in plan.readings)


def test_what_a_plan_sets_itself_stays_a_target_on_a_later_day() -> None:


    table = "厦门市\n方案日期|2012-05-31\n指标|单位|2010|2015\n森林覆盖率|%|40|42"
    (plan,) = read(table)
    later = read(table, as_of=date(2016, 6, 30))[0]
    assert [each.kind for each in plan.readings] == [each.kind for each in later.readings] == ["actual", "target"]
    assert (plan.as_of, later.as_of) == (date(2012, 5, 31), date(2016, 6, 30))


@pytest.mark.parametrize(("years", "kinds"), [
    ("2010年|2015年", ["actual", "target"]), ("2006|2008|2010", ["actual"] * 3), ("2015年|2020年", ["target"] * 2)])
def test_a_year_gone_by_is_no_target_though_the_plan_bears_no_date(years: str, kinds: list[str]) -> None:
    cells = "|".join(["40"] * len(kinds))
    (plan,) = read(f"厦门市\n指标|单位|{years}\n森林覆盖率|%|{cells}")
    assert [each.kind for each in plan.readings] == kinds


@pytest.mark.parametrize("form", [
    "申报城市|保定市", "申报地区|保定市|所在省份|河北省\n填报单位|保定市发展改革委|填报日期|2012年5月"])
def test_a_form_beside_the_table_says_whose_plan_it_is(form: str) -> None:
    texts = {"申报表": form, "指标": "指标|单位|2015年\n森林覆盖率|%|42"}
    grids = tuple(Grid("plan.xlsx", name, tuple(tuple(map(RawCell, line.split("|"))) for line in text.splitlines()))
                  for name, text in texts.items())
    (plan,) = build_plans(Source((SourceFile("plan.xlsx", "0"),), grids), reference())
    assert plan.region is not None and plan.region.full_name == "保定市"
    assert [(str(each.value), each.kind) for each in plan.readings] == [("42%", "target")]


@pytest.mark.parametrize(("table", "parts"), [
    ("黄山市各区县低碳目标\n区县|2015年单位GDP能耗比2010年下降（%）\n屯溪区|20\n歙县|16", "区县"),
    ("黄山市各县低碳目标\n县|2015年单位GDP能耗比2010年下降（%）\n歙县|20\n休宁县|16", "县"),
    ("黄山市县级目标\n县名|2015年单位GDP能耗比2010年下降（%）|备注\n歙县|20|\n休宁县|16|", "县名"),
    ("黄山市目标分解表\n部门|2015年碳排放比2010年下降（%）|责任单位\n工业|22|经信委\n交通|10|交通局", "部门")])
def test_a_table_of_districts_or_departments_alone_is_called_by_its_name(table: str, parts: str) -> None:
    (plan,) = read(table)
    assert plan.region is not None and plan.region.name == "黄山"
    assert [(each.taken, each.why.code, each.why.args["parts"]) for each in plan.tables] == [
        (False, "table-of-parts", parts)]
    assert [each.code for each in plan.remarks] == ["only-parts"]
    assert {each.kind for each in plan.readings} == {"context"} and all(each.region for each in plan.readings)


def test_another_place_named_by_the_user_is_told_whose_the_table_is() -> None:
    (plan,) = read("厦门市低碳指标\n指标|单位|2015年\n森林覆盖率|%|42", region="深圳")
    (said,) = plan.remarks
    assert (said.code, said.args["region"], said.args["others"]) == ("only-elsewhere", "深圳市", ("厦门",))


def test_columns_of_counties_are_none_of_the_city() -> None:
    (plan,) = read("黄山市低碳目标\n指标|全市|歙县|休宁县\n2015年单位GDP能耗比2010年下降（%）|18|20|16")
    assert [(each.kind, each.region, str(each.value)) for each in plan.readings] == [
        ("target", None, "18%"), ("context", "歙县", "20%"), ("context", "休宁县", "16%")]
    (alone,) = read("黄山市各县目标\n指标|歙县|休宁县\n2015年单位GDP能耗比2010年下降（%）|20|16")
    assert [(each.kind, each.region) for each in alone.readings] == [("context", "歙县"), ("context", "休宁县")]


@pytest.mark.parametrize(("table", "code"), [
    ("情景分析\n指标|基准情景|低碳情景\n单位GDP二氧化碳排放比2010年下降|8|12", "no-table-others"),
    ("考核评分表\n指标|权重|满分值|及格值\n森林覆盖率|20|18|14", "no-table-others"),
    ("厦门市\n岛内|2015年|2020年|岛外|2015年|2020年\n森林覆盖率|42|43|森林覆盖率|44|45", "no-table-beside"),
    ("厦门市\n指标|甲|乙\n森林覆盖率|40|42", "no-table-years"), ("人员表\n姓名|年龄|工资\n张三|30|20", "no-table")])
def test_a_table_that_cannot_be_judged_is_named(table: str, code: str) -> None:
    with pytest.raises(PlanUnreadable, match=code):
        read(table)


@pytest.mark.parametrize("whose", ["岛内", "工业领域", "甲方案", "丛台区", "调整前"])
def test_a_corner_that_says_whose_the_values_are_is_no_topic(whose: str) -> None:
    with pytest.raises(PlanUnreadable):
        read(f"厦门市\n{whose}|2015年|2020年|能源与产业|2015年|2020年\n"
             "单位GDP二氧化碳排放比2010年下降（%）|18|45|森林覆盖率（%）|42|43")


def test_two_lines_of_a_cell_give_each_year_its_value() -> None:
    rows = (("指标", "目标值"), ("非化石能源占一次能源消费比重", "2015年：8%\n2020年：12%"))
    grid = Grid("plan.xlsx", "目标", tuple(tuple(map(RawCell, row)) for row in rows))
    (plan,) = build_plans(Source((SourceFile("plan.xlsx", "0"),), (grid,)), reference(), region="厦门")
    assert [(each.target_year, str(each.value)) for each in plan.readings] == [(2015, "8%"), (2020, "12%")]


def test_what_the_applicant_compares_itself_with_are_no_applicants() -> None:
    (plan,) = read("2015年目标对比（眉山市）\n地区|单位GDP二氧化碳排放比2010年下降（%）\n全国|17\n四川省|17.5\n我市|16")
    assert plan.region is not None and plan.region.name == "眉山"
    assert [(each.region, each.kind) for each in plan.readings] == [
        ("全国", "context"), ("四川", "context"), (None, "target")]


@pytest.mark.parametrize("label", [
    "申报城市|山东省淄博市", "申报地区|淄博市（盖章）", "项目名称|淄博市", "基本信息|申报城市|淄博市"])
def test_a_form_of_sentences_is_no_table_of_places(label: str) -> None:
    blanks = "|" * (label.count("|") - 1)
    lines = [label, f"试点目标|{blanks}到2015年，单位GDP二氧化碳排放比2010年下降19%。",
             f"组织领导|{blanks}成立领导小组。"]
    grid = Grid("plan.docx", None, tuple(tuple(map(RawCell, line.split("|"))) for line in lines), table=1)
    title = Passage("国家低碳城市试点申报表", Where("plan.docx", paragraph=1))
    (plan,) = build_plans(Source((SourceFile("plan.docx", "0"),), (grid,), passages=(title,)), reference())
    assert [(each.indicator, each.kind) for each in plan.readings] == [("co2_per_gdp_cut", "target")]


@pytest.mark.parametrize("table", [
    "铜陵市低碳目标（较2005年）\n指标|2015年\n{}|20",
    "铜陵市低碳目标\n指标|2015年\n{}|20\n注：表中数值为较2005年下降。",
    "铜陵市低碳目标\n指标|2015年\n（二）较2005年|\n{}|20",
    "铜陵市低碳目标\n下表数值为较2005年：|\n指标|2015年\n{}|20",
    "铜陵市低碳目标\n指标|2015年\n{}|20*\n*较2005年。",
])
def test_a_base_year_around_a_name_that_says_another_is_a_doubt(table: str) -> None:
    (plan,) = read(table.format("单位GDP二氧化碳排放比2010年下降（%）"))
    assert plan.readings[0].doubts
    (plan,) = read(table.format("单位GDP二氧化碳排放比2005年下降（%）"))
    assert not plan.readings[0].doubts and plan.readings[0].base_year == 2005
