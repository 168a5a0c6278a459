"""Chinese line breaking: a law over any text, and the lines that really stand on paper."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.report.chinese_lines import line_spans, may_break

WORDS = st.sampled_from(["低碳", "试点", "单位国内生产总值", "下降", "17.5 %", "17%", "2010—2015", "CO2", "GDP",
                         "tce/万元", "国发[2011]41号", "pilot plan", "−0.5"])
SIGNS = st.sampled_from(["，", "。", "：", "；", "、", "（附）", "《规划》", "“约”", "", " ", "", ""])
TEXTS = st.lists(st.tuples(WORDS, SIGNS), min_size=1, max_size=60).map(
    lambda pairs: "".join(word + sign for word, sign in pairs).strip())
ROOM = st.integers(min_value=24, max_value=60)


def lines(text: str, room: int) -> list[str]:
    """The text in lines of `room` columns, a Chinese sign two columns wide."""
    widths = [2.0 if ord(sign) > 0x2E7F else 1.0 for sign in text]
    return [text[start:stop] for start, stop in line_spans(text, widths, [float(room)])]


@given(TEXTS, ROOM)
def test_no_line_starts_with_a_closing_sign_or_ends_with_an_opening_one(text, room):
    for line in lines(text, room)[1:]:
        assert line[0] not in "，。：；？！》）”、%"
    for line in lines(text, room)[:-1]:
        assert line[-1] not in "（《“"


@given(TEXTS, ROOM)
def test_nothing_but_spaces_is_lost_and_every_line_fits(text, room):
    broken = lines(text, room)
    assert re.sub(r"\s", "", "".join(broken)) == re.sub(r"\s", "", text)
    assert all(sum(2 if ord(sign) > 0x2E7F else 1 for sign in line) <= room for line in broken)


@given(TEXTS, ROOM)
def test_numbers_and_latin_words_are_not_cut(text, room):
    spans = line_spans(text, [2.0 if ord(sign) > 0x2E7F else 1.0 for sign in text], [float(room)])
    for (first, stop), (start, _stop) in pairwise(spans):
        if not any(may_break(text, at) for at in range(first + 1, stop + 1)):
            continue  # wider than a line by itself
        between = text[stop - 1] + text[start] if stop == start else ""
        assert not re.fullmatch(r"[A-Za-z0-9.−][A-Za-z0-9.−%]", between)


def test_a_word_wider_than_the_line_is_cut_where_it_must_be():
    assert lines("ab" * 40, 30) == ["ab" * 15, "ab" * 15, "ab" * 10]


def test_an_empty_text_has_no_lines():
    assert line_spans("", [], [10.0]) == []


def test_reportlab_breaks_by_these_rules_in_one_font_and_in_two():
    from lowcarbon_desktop.report.layout import styles

    text = "二氧化碳排放强度比2010年下降17.5%，低于福建省下达的指标（国发[2011]41号）；应说明理由：" * 8
    for paragraph in (styles.paragraph(text, styles.BODY), styles.labelled("改法：", text, styles.BODY)[0]):
        for width in range(90, 480, 7):
            paragraph.wrap(width, 10_000)
            broken = [part[1][0] if isinstance(part, tuple) else "".join(word.text for word in part.words)
                      for part in paragraph.blPara.lines]
            assert len(broken) > 4
            assert not any(line[0] in "，。：；）%" for line in broken[1:])
            assert not any(line[-1] in "（" for line in broken[:-1])
            assert not any(re.search(r"[0-9.]$", before) and re.match(r"[0-9.%]", after)
                           for before, after in pairwise(broken))


def test_line_breaks_of_a_note_are_kept():
    from lowcarbon_desktop.report.layout import styles

    paragraph = styles.labelled("意见：", "第一行\n第二行\n\n第四行", styles.BODY)[0]
    paragraph.wrap(400, 10_000)
    assert len(paragraph.blPara.lines) == 4
