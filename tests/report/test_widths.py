"""Columns on paper are as wide as what stands in them: no word of a head is cut, and nothing wraps beside free room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from reportlab.pdfbase.pdfmetrics import stringWidth

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.layout import styles
from lowcarbon_desktop.report.layout.fonts import BOLD, REGULAR, register
from lowcarbon_desktop.report.layout.widths import fitted

PAD, SIZE = 4.0, styles.CELL.fontSize
register()
TEXTS = some.text(some.sampled_from("低碳 abc12%，"), max_size=60)


def wide(text: str, font: str = REGULAR) -> float:
    return stringWidth(text, font, SIZE) + 2 * PAD


def widths(head, rows, shares=None, spanned=()):
    return fitted(head, rows, shares or [1] * len(head), styles.WIDTH, SIZE, PAD, spanned)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_head_of_the_matrix_of_instruments_breaks_inside_a_word(lang):
    heads = ["", *(each.name.of(lang) for each in reference().instruments.instruments)]
    for head, width in zip(heads, widths(heads, [["x" * 90, *[""] * (len(heads) - 1)]]), strict=True):
        pieces = head.split() if lang == "en" else [head[:-(-len(head) // 2)]]
        assert all(wide(piece, BOLD) <= width for piece in pieces), head


def test_a_short_column_does_not_wrap_beside_a_long_one():
    rows = [["第 2 个表第 2 行第 5 列", "说明" * 200, "+3 个百分点"], ["第 2 个表第 3 行第 5 列", "说明", "—"]]
    place, said, margin = widths(["位置", "说明", "余量"], rows)
    assert place >= wide(rows[0][0]) and margin >= wide(rows[0][2])
    assert said > place


def test_a_long_chinese_head_with_quotes_takes_three_lines_at_the_most():
    head = "应对气候变化纳入“十二五”规划"
    first, *_ = widths([head, *["规划"] * 9], [["未见"] * 10])
    assert 3 * (first - 2 * PAD) >= wide(head, BOLD) - 2 * PAD


def test_a_number_of_a_criterion_and_the_name_of_a_place_are_not_cut():
    rows = [["呼伦贝尔市" + "文件名称很长" * 30, *["3"] * 6, "目标-14、目标-5"]]
    *_, failing = widths(["申报地区和文件", *["必须项未了结"] * 6, "不通过的必须项"], rows)
    assert failing >= wide("目标-14")


def test_what_is_to_be_written_by_hand_keeps_its_room():
    *_, hand = widths(["条目", "评审人填写"], [["条目" * 300, ""]], [300, 100])
    assert hand >= styles.WIDTH / 4


def test_a_note_over_the_whole_row_asks_for_no_width():
    told = widths(["1", "2", "3", "4"], [["1", "注", "注" * 300, ""], ["2", "指标", "18", "20"]], spanned={1})
    plain = widths(["1", "2", "3", "4"], [["2", "指标", "18", "20"]])
    assert told == plain


@given(some.integers(1, 9).flatmap(lambda n: some.tuples(
    some.lists(TEXTS, min_size=n, max_size=n), some.lists(some.lists(TEXTS, min_size=n, max_size=n), max_size=4),
    some.lists(some.floats(1, 300), min_size=n, max_size=n))))
def test_the_columns_fill_the_page_and_none_vanishes(table):
    head, rows, shares = table
    found = widths(head, rows, shares)
    assert sum(found) == pytest.approx(styles.WIDTH)
    assert min(found) > 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_contradiction_shows_all_that_is_said(lang):
    from lowcarbon_desktop.plan import Fact

    kind = reference().facts["co2_peak_year"]
    told = words.fact_value(Fact("co2_peak_year", "conflict", values=(2020, 2025)), kind, lang)
    assert told == ("2020；2025" if lang == "zh" else "2020; 2025")
    assert words.fact_value(Fact("co2_peak_year", "stated", 2020), kind, lang) == "2020"
    assert words.fact_value(Fact.unknown("co2_peak_year"), kind, lang) == ""
