"""Which of several sheets or files is not the one that counts."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.ingest.drafts import drafts_among


@pytest.mark.parametrize(("names", "drafts"), [
    (["初稿", "定稿"], ["初稿"]), (["备份", "指标表"], ["备份"]), (["指标表", "指标表（旧版）"], ["指标表（旧版）"]),
    (["征求意见稿"], []), (["初稿"], []), (["备份"], []), (["作废"], ["作废"]),
    (["指标表（征求意见稿）", "区县分解"], []), (["指标表（初稿）", "指标表（征求意见稿）"],
                                                ["指标表（初稿）", "指标表（征求意见稿）"]),
    (["方案（送审稿）.docx", "指标表.xlsx"], []),
    (["方案（送审稿）.docx", "方案（报批稿）.docx"], ["方案（送审稿）.docx"]),
    (["方案20120301初稿.docx", "方案20120615.docx"], ["方案20120301初稿.docx"]),
    (["指标 v1", "指标 v2"], ["指标 v1", "指标 v2"]),
    (["0412稿（不用）", "指标"], ["0412稿（不用）"]), (["指标", "指标 (2)"], ["指标 (2)"]), (["指标", "old"], ["old"]),
    (["2015年", "2020年"], []), ([], [])])
def test_a_draft_beside_another_is_told(names: list[str], drafts: list[str]) -> None:
    assert drafts_among(names) == frozenset(drafts)
