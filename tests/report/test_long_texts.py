"""A text of any length is printed whole, in pieces that a page can be made of in a time that does not grow with it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.styles import LONG, labelled, paragraphs, pieces


@given(st.lists(st.sampled_from(["到2015年下降17.5%", "。", "；", "\n", "", "字" * 700, "字" * 2300]), max_size=12))
def test_pieces_are_the_text(parts):
    text = "".join(parts)
    found = pieces(text)
    assert "".join(found).replace("\n", "") == text.replace("\n", "")
    assert all(len(each) <= LONG for each in found)


def test_a_long_text_is_cut_where_a_sentence_ends():
    assert pieces("一。" * LONG) == ["一。" * (LONG // 2)] * 2
    assert pieces("字" * LONG) == ["字" * LONG]
    assert pieces("") == [""]


def test_a_long_text_is_several_paragraphs_of_which_the_first_has_the_label():
    text = "到2015年下降17.5%。" * 600
    said = [part.getPlainText() for part in labelled("意见：", text, styles.NOTE)]
    assert len(said) == len(paragraphs(text, styles.NOTE)) > 2
    assert "".join(said) == "意见：" + text
