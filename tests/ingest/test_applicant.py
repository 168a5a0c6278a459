"""Whose plan it is, by what stands on the cover, over the tables and in the file's name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.applicant import applicant_of

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
    (("莱芜市低碳试点工作方案",), (), "方案.docx", ("莱芜市", "")),
])
def test_tells_whose_plan_it_is(covers: Sequence[str], titles: Sequence[str], file: str,
                                expected: tuple[str | None, str]) -> None:
    assert whose(covers, titles, file) == expected


def test_a_district_s_table_is_no_table_of_the_city() -> None:
    places = reference().places
    found = applicant_of((), (), ("绥化市中心城区低碳目标", "绥化市低碳目标"), (), ("方案.xlsx",), None, places)
    assert found.elsewhere("绥化市中心城区低碳目标", places) == "绥化市中心城区"
    assert found.elsewhere("绥化市低碳目标", places) is None
