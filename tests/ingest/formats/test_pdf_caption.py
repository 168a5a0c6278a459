"""A caption that a page breaks within a bracket is one: what stands in its first line is not lost."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.open_plan import open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.readers.pdf import _open
from tests.ingest.documents import paper


def test_only_an_open_bracket_makes_a_line_go_on():
    assert _open("绍兴市低碳指标趋势预测（基于2005—2011年数据外")
    assert not _open("表2 绍兴市低碳指标（2015年）")
    assert not _open("（" + "一" * 200)


def test_a_paragraph_of_several_lines_above_a_table_is_one(tmp_path: Path) -> None:
    said = ("到2015年，全市单位地区生产总值二氧化碳排放比2010年下降17.5%，二氧化碳排放总量控制在1250万吨以内；"
            "力争2025年左右全市二氧化碳排放达到峰值。主要指标如下：")
    table = paper.table([["指标", "2015年"], ["森林覆盖率（%）", "42"], ["城镇化率（%）", "60"]])
    (grid,) = read_source(paper.save(tmp_path / "a.pdf", "厦门市低碳试点实施方案", "一、总体目标", said, table)).grids
    assert grid.around.before == ("厦门市低碳试点实施方案", "一、总体目标", said)


def test_blanks_beside_latin_letters_do_not_part_the_name_in_a_caption(tmp_path: Path) -> None:
    table = paper.table([["县区", "2015年比2010年下降（%）"], ["思明区", "15"], ["集美区", "19"]])
    (plan,) = open_plan(paper.save(tmp_path / "a.pdf", "厦门市低碳试点实施方案",
                                   "表 1 各县区单位 GDP 二氧化碳排放下降目标", table), reference())
    assert [(each.indicator, each.base_year) for each in plan.readings] == [("co2_per_gdp_cut", 2010)] * 2
