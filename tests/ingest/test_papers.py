"""Whose paper each file of a folder is, and which is no plan of the applicant's."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.papers import papers_of

PLACES = reference().places
REPORT = ("申报报告.docx", ["梅州市国家低碳城市试点申报报告"])


@pytest.mark.parametrize(("file", "titles", "whose"), [
    ("惠州市低碳方案（参考）.docx", ["惠州市低碳试点方案"], "惠州市"),
    ("附件 广东省工作方案.docx", ["广东省“十二五”控制温室气体排放工作方案"], "广东省"),
    ("附件2.xlsx", ["惠州市低碳目标"], "惠州市"),
    ("附表1 指标.xlsx", ["梅州市低碳目标"], None), ("附表1.xls", ["低碳目标"], None),
    ("附件3 广东省梅州市指标.xls", [], None)])
def test_an_annex_of_another_place_is_that_place_s(file: str, titles: list[str], whose: str | None) -> None:
    said = papers_of({REPORT[0]: REPORT[1], file: titles}, None, PLACES)
    assert (said.whose.get(file), said.asked, REPORT[0] in said.whose) == (whose, (), False)


@pytest.mark.parametrize(("file", "doubted"), [
    ("指标表（作废）.xlsx", True), ("指标表-初稿.xlsx", True), ("旧稿/指标表.xlsx", True), ("填表样例.xlsx", True),
    ("梅州高新区指标.xlsx", True), ("附件 嘉应新区低碳方案.docx", True), ("省工作方案附表.xlsx", True),
    ("课题研究报告.docx", True), ("专家评审意见.docx", True), ("情景分析.xlsx", True),
    ("附表1 指标.xlsx", False), ("附件/指标体系.xlsx", False), ("2012年低碳试点实施方案（送审稿）.docx", False),
    ("省级低碳试点申报表.xlsx", False), ("主要目标.csv", False)])
def test_what_a_file_s_name_says_against_its_targets(file: str, doubted: bool) -> None:
    said = papers_of({REPORT[0]: REPORT[1], file: []}, None, PLACES)
    assert (said.against(file) is not None, said.against(REPORT[0])) == (doubted, None)


def test_of_two_cities_papers_neither_is_the_applicant_s() -> None:
    said = papers_of({"甲.docx": ["厦门市低碳试点实施方案"], "乙.docx": ["杭州市低碳试点实施方案"]}, None, PLACES)
    assert [each.full_name for each in said.asked] == ["厦门市", "杭州市"]


def test_the_user_says_which_of_two_cities_it_is() -> None:
    voices = {"甲.docx": ["厦门市低碳试点实施方案"], "乙.docx": ["杭州市低碳试点实施方案"]}
    said = papers_of(voices, PLACES.find("杭州")[0], PLACES)
    assert (said.asked, dict(said.whose)) == ((), {"甲.docx": "厦门市"})


def test_a_province_and_its_city_are_decided_elsewhere() -> None:
    said = papers_of({"甲.docx": ["福建省低碳试点实施方案"], "乙.docx": ["厦门市低碳试点实施方案"]}, None, PLACES)
    assert (said.asked, dict(said.whose)) == ((), {})
