"""Whose plan a document without a plan's title is: by its first line, who signs it, where it says it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference

BODY = ("加快转变发展方式。\n到2015年，单位GDP二氧化碳排放比2010年下降18%。\n"
        "大力发展先进装备制造、生物医药、电子信息等产业。")


@pytest.mark.parametrize(("front", "behind", "expected"), [
    ("盐城市节能降碳目标", "", "盐城市"),
    ("盐城市碳减排工作安排", "我市将学习杭州市、深圳市的做法。", "盐城市"),
    ("江苏省降碳目标", "", "江苏省"),
    ("低碳城市试点工作实施方案\n盐城市人民政府", "", "盐城市"),
    ("我市低碳试点工作方案", "盐城市发展和改革委员会\n二〇一二年五月三十日", "盐城市"),
    ("低碳试点工作方案", "盐城市位于江苏省沿海中部。", "盐城市"),
    ("江苏省人民政府文件\n低碳试点工作方案", "盐城市位于江苏省沿海中部。", "盐城市"),
    ("低碳试点工作方案", "学习盐城市的做法。", None),
    ("低碳试点工作方案", "盐城市位于江苏省，杭州市位于浙江省。", "盐城市"),
    ("低碳试点工作方案", "盐城市位于江苏省。\n杭州市位于浙江省。", None),
    ("低碳试点工作方案\n盐城市人民政府\n泰州市人民政府", "", None),
])
def test_a_document_tells_whose_it_is(tmp_path: Path, front: str, behind: str, expected: str | None) -> None:
    file = tmp_path / "实施方案.txt"
    file.write_text("\n".join(filter(None, (front, BODY, behind))), "utf-8")
    (plan,) = open_plan(file, reference())
    assert (plan.region.full_name if plan.region is not None else None) == expected
