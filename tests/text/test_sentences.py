"""Sentences by example: what is understood, what is quoted, what stands before a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.text.sentences import clauses, last_of, quotable, sentences


@pytest.mark.parametrize(("text", "cut"), [
    ("成立领导小组。设立专项资金。", ["成立领导小组。", "设立专项资金。"]),
    ("提出“早达峰。早受益。”的口号。", ["提出“早达峰。早受益。”", "的口号。"]),
    ("目标是：1.森林覆盖率达到40%；2.碳强度下降17%。", ["目标是：1.森林覆盖率达到40%；", "2.碳强度下降17%。"]),
    ("工业下降17%；建筑下降10%。", ["工业下降17%；建筑下降10%。"]),
    ("没有句号", ["没有句号"]),
])
def test_what_is_understood(text, cut):
    assert [part for _, part in sentences(text)] == cut


def test_what_is_quoted_ends_at_every_stop():
    found = [part for _, part in quotable("提出“早达峰。”的口号！ 设立资金")]
    assert found == ["提出“早达峰。”", "的口号！", "设立资金"]


def test_before_a_table_and_between_semicolons():
    assert last_of("领导小组已成立。主要目标见下表") == "主要目标见下表"
    assert last_of("") == ""
    assert clauses("工业下降17%;建筑下降10%") == ("工业下降17%", "建筑下降10%")


@given(st.text("甲乙，。；！“”（）1. \n", max_size=40))
def test_offsets_point_at_the_sentence_and_nothing_is_dropped(text):
    parts = list(sentences(text))
    assert all(text[offset:].startswith(part) for offset, part in parts)
    assert "".join("".join(part.split()) for _, part in parts) == "".join(text.split())
