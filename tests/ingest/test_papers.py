"""Whose paper each file of an application is, and which is no plan of the applicant's, by its name and its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.grid import Around, Grid, RawCell, Source
from lowcarbon_desktop.ingest.papers import titles_of
from lowcarbon_desktop.plan import Passage, Plan, SourceFile, Where

REFERENCE = reference()
PAGE = yaml.safe_load(Path(__file__).with_name("papers.yaml").read_text("utf-8"))
TABLE = tuple(tuple(map(RawCell, row)) for row in (("指标", "2015年"), ("单位GDP二氧化碳排放比2010年下降（%）", "21")))
SENTENCE = "到2015年，单位GDP二氧化碳排放比2010年下降21%。"
REPORT = {"申报报告.docx": ["梅州市国家低碳城市试点申报报告", "目标见附表。"]}


def plan_of(files: Mapping[str, Sequence[str]], tables: Sequence[str], region: str | None = None) -> Plan:
    """What is read of files with these lines, and a table right beneath the lines of some of them."""
    said = tuple(Passage(text, Where(file, paragraph=position)) for file, lines in files.items()
                 for position, text in enumerate(lines) if file.endswith("docx"))
    grids = tuple(Grid(file, None, TABLE, table=1, around=Around(tuple(files[file]), ""))
                  if file.endswith("docx") else Grid(file, "Sheet1", TABLE) for file in tables)
    (plan,) = build_plans(Source(tuple(SourceFile(file, "0") for file in files), grids, passages=said), REFERENCE,
                          region=region)
    return plan


def whose(plan: Plan) -> list[str]:
    """What each cut of 21 % in the plan is: own, doubted, or of another place."""
    return [each.region or ("doubted" if each.doubts else "own") for each in plan.readings
            if each.indicator == "co2_per_gdp_cut"]


@pytest.mark.parametrize(("file", "expected"), [*PAGE["annexes"].items()])
def test_an_annex_is_what_its_name_says(file: str, expected: str) -> None:
    plan = plan_of({**REPORT, file: []}, [file])
    assert plan.region is not None and (plan.region.name, whose(plan)) == ("梅州", [expected])


@pytest.mark.parametrize(("title", "expected"), [*PAGE["titles"].items()])
def test_a_document_is_what_its_title_says(title: str, expected: str) -> None:
    lines = [title, "为推动低碳发展，编写本材料。", "主要指标"]
    plan = plan_of({"材料.docx": lines}, ["材料.docx"], "梅州")
    assert whose(plan) == [expected]
    assert whose(plan_of({"材料.xlsx": [], "材料.docx": [*lines[:2], SENTENCE]},
                         [], "梅州")) == [expected]


@pytest.mark.parametrize("first", ["1.惠州市低碳方案.docx", "9.惠州市低碳方案.docx"])
def test_the_paper_by_which_somebody_applies_tells_who_it_is(first: str) -> None:
    plan = plan_of(dict(sorted({**REPORT, first: ["惠州市低碳发展方案", "全市目标如下。"]}.items())), [first])
    assert plan.region is not None and (plan.region.name, whose(plan)) == ("梅州", ["惠州"])
    assert [remark.args["file"] for remark in plan.remarks if remark.code == "file-elsewhere"] == [first]


def test_of_two_cities_papers_neither_is_the_applicant_s_until_the_user_says_so() -> None:
    files = {"甲.docx": ["厦门市低碳试点实施方案"], "乙.docx": ["杭州市低碳试点实施方案"]}
    plan = plan_of(files, ["甲.docx"])
    assert (plan.region, whose(plan)) == (None, ["doubted"])
    assert whose(plan_of(files, ["甲.docx"], "杭州")) == ["厦门"]
    assert whose(plan_of(files, ["甲.docx"], "厦门")) == ["own"]


def test_a_city_s_paper_beside_its_province_s() -> None:
    files = {"1.docx": ["广东省“十二五”低碳发展规划"], "2.docx": ["梅州市低碳发展规划"]}
    plan = plan_of(files, ["1.docx", "2.docx"])
    assert plan.region is not None and (plan.region.name, whose(plan)) == ("梅州", ["广东", "own"])


def test_a_table_s_caption_is_no_title_of_the_document() -> None:
    opening = ["梅州市低碳试点实施方案", "（送审稿）", "表1 工业领域目标", "一、总体要求", "大埔县低碳方案"]
    assert titles_of(opening, {"表1 工业领域目标"}) == ("梅州市低碳试点实施方案（送审稿）",)
