"""A caption that a page breaks within a bracket is one: what stands in its first line is not lost."""

from __future__ import annotations

from lowcarbon_desktop.ingest.readers.pdf import _goes_on


def test_only_an_open_bracket_makes_a_line_go_on():
    assert _goes_on("绍兴市低碳指标趋势预测（基于2005—2011年数据外")
    assert not _goes_on("表2 绍兴市低碳指标（2015年）")
    assert not _goes_on("（" + "一" * 200)
