"""Whose plan it is, by what stands on the cover, over the tables and in the file's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.ingest.about import About
from lowcarbon_desktop.ingest.applicant import applicant_of, named_by_user
from lowcarbon_desktop.ingest.surroundings import cover_of
from lowcarbon_desktop.plan import Passage

PROVINCE, CITY = "四川省“十二五”低碳目标", "自贡市低碳目标"


def whose(covers: Sequence[str] = (), titles: Sequence[str] = (), file: str = "方案.xlsx") -> tuple[str | None, str]:
    found = applicant_of((), covers, titles, (), (file,), None, reference().places)
    return found.region.full_name if found.region is not None else None, "、".join((found.part, *found.parts))


@pytest.mark.parametrize(("covers", "titles", "file", "expected"), [
    ((), ("绥化市中心城区低碳目标",), "方案.xlsx", (None, "绥化市中心城区")),
    ((), ("柳州市柳东新区低碳目标",), "方案.xlsx", (None, "柳州市柳东新区")),
    ((), ("绥化市中心城区低碳目标", "绥化市低碳目标"), "方案.xlsx", ("绥化市", "、绥化市中心城区")),
    (("厦门市集美区低碳方案",), ("厦门市低碳目标",), "方案.docx", (None, "厦门市集美区")),
    ((), (PROVINCE, CITY), "自贡方案.xlsx", ("自贡市", "")),
    ((), (PROVINCE, CITY), "四川方案.xlsx", ("四川省", "")),
    ((), (PROVINCE, CITY), "方案.xlsx", (None, "四川省、自贡市")),
    ((PROVINCE,), (PROVINCE, CITY), "自贡方案.docx", ("自贡市", "")),
    (("四川省低碳试点实施方案",), (PROVINCE, CITY), "方案.docx", ("四川省", "")),
    ((), (CITY, "成都市低碳目标"), "方案.xlsx", ("自贡市", "")),
    (("山东省低碳试点城市申报材料", "淄博市低碳城市试点实施方案"), (), "方案.docx", ("淄博市", "")),
    (("莱芜市低碳试点工作方案",), (), "方案.docx", ("莱芜市", "")),
    (("福建省晋江市低碳试点实施方案",), (), "方案.docx", (None, "福建省晋江市")),
    (("福建省泉州市晋江市低碳试点实施方案",), (), "方案.docx", (None, "泉州市晋江市")),
    (("晋江市低碳试点实施方案",), (), "方案.docx", (None, "晋江市")),
    (("德化县2012年低碳试点工作方案",), (), "方案.docx", (None, "德化县")),
    (("济源市低碳试点实施方案",), (), "方案.docx", ("济源市", "")),
    (("江苏省各设区市低碳试点实施方案",), (), "方案.docx", ("江苏省", "")),
    (("湖北省武汉市低碳城市试点方案",), (), "方案.docx", ("武汉市", "")),
])
def test_tells_whose_plan_it_is(covers: Sequence[str], titles: Sequence[str], file: str,
                                expected: tuple[str | None, str]) -> None:
    assert whose(covers, titles, file) == expected


def test_a_district_s_table_is_no_table_of_the_city() -> None:
    places = reference().places
    found = applicant_of((), (), ("绥化市中心城区低碳目标", "绥化市低碳目标"), (), ("方案.xlsx",), None, places)
    assert found.elsewhere("绥化市中心城区低碳目标", places) == "绥化市中心城区"
    assert found.elsewhere("绥化市低碳目标", places) is None


@pytest.mark.parametrize(("name", "expected"), [
    ("福建省晋江市", ("福建省晋江市", "county", "福建")), ("福建省泉州市晋江市", ("福建省晋江市", "county", "福建")),
    ("厦门市集美区", ("福建省集美区", "county", "福建")), ("福建省厦门市", ("厦门市", "city", "福建"))])
def test_a_user_names_a_county_with_its_province(name: str, expected: tuple[str, str, str]) -> None:
    places = reference().places
    found = named_by_user(name, places)
    assert (found.full_name, found.level, found.province) == expected
    assert named_by_user(found.name, places) == found  # a review opened again asks for it by its name


def test_a_county_without_its_province_is_asked_for_it() -> None:
    with pytest.raises(UsageError, match="region-unknown"):
        named_by_user("晋江市", reference().places)


def test_who_signs_a_paper_tells_whose_it_is_where_its_title_names_nobody() -> None:
    lines = ["关于申报国家第二批低碳试点城市的请示", "国家发展和改革委员会：", "妥否，请批示。",
             "绥化市人民政府", "二〇一二年五月二十八日"]
    cover = cover_of(lines, lines)
    assert "绥化市人民政府" in cover.notices
    found = applicant_of((), cover.titles, (), cover.notices, ("请示.docx",), None, reference().places)
    assert found.region is not None and found.region.full_name == "绥化市"
    assert "绥化市人民政府" not in cover_of(lines[:-1], lines[:-1]).notices  # without a day it is no signature


def test_what_a_text_opens_with_is_read_only_where_no_label_tells() -> None:
    def read() -> Iterator[Passage]:
        raise AssertionError
        yield

    places = reference().places
    assert applicant_of((About(region="厦门市"),), (), (), (), ("方案.docx",), None, places,
                        passages=read()).region == places.find("厦门市")[0]
    with pytest.raises(AssertionError):
        applicant_of((), (), (), (), ("方案.docx",), None, places, passages=read())
