"""Captions, sheet names and groups that say whether a table holds the applicant's own adopted targets."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.grid import Around, Grid, RawCell, Source
from lowcarbon_desktop.plan import Reading, SourceFile

PAGE = yaml.safe_load(Path(__file__).with_name("captions.yaml").read_text("utf-8"))
HEADING, VALUE = "指标|2015年", "单位GDP二氧化碳排放比2010年下降（%）|21"
COVER = ("申报地区|邯郸市\n所在省份|河北省", "封面")
RUBRIC = load_rubric()


def _outcomes(*sheets: tuple[str, str | None]) -> list[str]:
    grids = tuple(_grid(lines, sheet) for lines, sheet in sheets)
    (plan,) = build_plans(Source((SourceFile("plan.xlsx", "0"),), grids), reference())
    (found,) = check([plan], RUBRIC, reference())
    return [found.finding(f"targets.co2-2015.{line}").outcome for line in ("nation", "province")]


def _grid(lines: str, sheet: str | None) -> Grid:
    return Grid("plan.xlsx", sheet, tuple(tuple(map(RawCell, line.split("|"))) for line in lines.splitlines()))


@pytest.mark.parametrize("caption", PAGE["not_its_own_captions"])
def test_a_caption_that_says_otherwise_never_passes(caption: str) -> None:
    assert _outcomes(COVER, (f"{caption}\n{HEADING}\n{VALUE}", "表")) == ["cannot_tell"] * 2
    assert _outcomes(COVER, (f"{HEADING}\n{VALUE}", caption)) == ["cannot_tell"] * 2


@pytest.mark.parametrize("caption", PAGE["its_own_captions"])
def test_a_caption_of_the_applicant_costs_nothing(caption: str) -> None:
    assert _outcomes(COVER, (f"{caption}\n{HEADING}\n{VALUE}", "表")) == ["pass"] * 2
    assert _outcomes(COVER, (f"{HEADING}\n{VALUE}", caption)) == ["pass"] * 2


@pytest.mark.parametrize("group", PAGE["not_its_own_groups"])
def test_a_group_that_says_otherwise_never_passes(group: str) -> None:
    assert _outcomes(COVER, (f"{HEADING}\n{group}|\n{VALUE}", "表")) == ["cannot_tell"] * 2


@pytest.mark.parametrize("group", PAGE["its_own_groups"])
def test_a_group_of_a_topic_costs_nothing(group: str) -> None:
    assert _outcomes(COVER, (f"{HEADING}\n{group}|\n{VALUE}", "表")) == ["pass"] * 2


@pytest.mark.parametrize(("sentence", "own"), [
    ("本市确定的目标如下：", True), ("专家组建议的目标见下表：", False), ("借鉴先进城市经验，目标如下：", True),
    ("其他城市提出的目标如下：", False), ("工业领域的目标如下：", False), ("原方案的目标如下，已作废：", False),
    ("各县（市、区）各部门要认真贯彻执行。", True), ("对重点用能企业实行目标责任制。", True),
    ("经市政府研究，确定我市目标如下：", True), ("到试点期末，力争实现下列目标：", True),
    ("试点从能源、产业、交通、建筑四个方面设置指标，详见下表。", True),
    ("四川省“十二五”主要目标见下表。", False), ("作为对照，成都市的目标如下。", False), ("韶钢的目标见下表。", False),
    ("我市欧盟的低碳目标如下表。", False), ("国务院确定的目标如下表。", False), ("长三角地区平均目标见下表。", False),
    ("邯郸市国家低碳城市试点实施方案主要目标见下表。", True), ("我市在全省率先提出的目标如下。", True),
    ("本表由市统计局编制。", True), ("如无特别说明，以下目标均指全市目标。", True)])
def test_the_sentence_before_a_table_is_heard(sentence: str, own: bool) -> None:
    cells = _grid(f"{HEADING}\n{VALUE}", None).rows
    grid = Grid("plan.docx", None, cells, table=1, around=Around((sentence,), ""))
    (plan,) = build_plans(Source((SourceFile("plan.docx", "0"),), (_grid(COVER[0], None), grid)), reference())
    assert [_is_own(reading) for reading in plan.readings] == [own]
    assert _outcomes(COVER, (f"邯郸市低碳试点方案\n{sentence}\n{HEADING}\n{VALUE}", "表")) == [
        "pass" if own else "cannot_tell"] * 2  # in a row of its own in a sheet too


def test_a_sector_keeps_its_own_indicators() -> None:
    grid = _grid(f"{HEADING}\n二、交通领域|\n新能源公交车比例（%）|30", "表")
    (plan,) = build_plans(Source((SourceFile("plan.xlsx", "0"),), (_grid(*COVER), grid)), reference())
    assert not any(doubt.code == "doubt-scope" for reading in plan.readings for doubt in reading.doubts)


def _is_own(reading: Reading) -> bool:
    return reading.kind == "target" and not reading.doubts
