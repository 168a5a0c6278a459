"""The PDF read back: its words, pages, bookmarks, fonts, and that it is the same every time."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pypdf
import pytest

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.report.content import content
from lowcarbon_desktop.report.pdf import pdf
from tests.report import samples
from tests.report.samples import EMPTY, KINDS, NOTES, ORDINARY, REGISTER


def printed(assessment, lang="zh", notes=NOTES) -> bytes:
    return pdf(content(assessment, REGISTER, KINDS, notes, lang))


@cache
def read(name: str, lang: str) -> pypdf.PdfReader:
    assessment = {"ordinary": ORDINARY, "empty": EMPTY, "large": samples.large()}[name]
    return pypdf.PdfReader(io.BytesIO(printed(assessment, lang)))


def texts(reader: pypdf.PdfReader) -> list[str]:
    return ["".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", ["不符合要求：5个必须项中有1项不通过，2项未了结。", "−0.5个百分点", "改法：提高到17.5%以上",
            "分值系本软件自拟"]),
    ("en", ["Requirementsnotmet.Of5musts,failed:1;stillopen:2.", "−0.5percentagepoints", "Remedy:raiseitto17.5%"])])
def test_the_first_page_has_conclusion_and_what_must_be_mended(lang, words):
    first = texts(read("ordinary", lang))[0]
    assert [word for word in words if word not in first] == []


@pytest.mark.parametrize("name", ["ordinary", "empty", "large"])
@pytest.mark.parametrize(("lang", "footer"), [("zh", "第{page}页，共{total}页"), ("en", "Page{page}of{total}")])
def test_every_page_says_which_it_is_and_by_which_rubric(name, lang, footer):
    pages = texts(read(name, lang))
    for number, text in enumerate(pages, start=1):
        assert footer.format(page=number, total=len(pages)) in text
        assert "second-batch1.0" in text and "c0ffee000000" in text


@pytest.mark.parametrize("name", ["ordinary", "empty", "large"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_font_is_embedded_and_ours(name, lang):
    for page in read(name, lang).pages:
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].get_object().values()]
        assert fonts
        for font in fonts:
            assert "LowCarbonSansSC" in font["/BaseFont"] and "+" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"].get_object()


def test_bookmarks_lead_to_the_parts_and_sections():
    reader = read("ordinary", "zh")
    top = [(entry.title, reader.get_destination_page_number(entry)) for entry in reader.outline
           if not isinstance(entry, list)]
    assert [title for title, _page in top] == [
        "评审结论", "一、修改意见", "二、未了结项", "三、方案目标与指标线", "四、逐条评审结果",
        "五、指标表（按原文读取）", "六、各数值的理解", "七、有关事项", "八、评审依据"]
    pages = texts(reader)
    for title, page in top[1:]:
        assert "".join(title.split()) in pages[page]
    sections = next(entry for entry in reader.outline if isinstance(entry, list))
    assert [entry.title for entry in sections] == ["目标与指标线", "排放峰值", "组织保障", "一致性"]


def test_every_failing_row_has_its_reason_and_severities_stand_apart():
    rows = [samples.Detail("fail", samples.said(f"第 {number} 处：理由{number}"), number) for number in range(3)]
    finding = samples.finding("consistency.units", "fail", "note", *rows)
    findings = tuple(finding if each.criterion == finding.criterion else each for each in samples.FINDINGS)
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(replace(ORDINARY, findings=findings))))))
    mend = text[text.index("一、修改意见"):text.index("二、未了结项")]
    assert all(mend.count(f"理由{number}") == 1 for number in range(3))
    first, last = mend.index("目标-2"), mend.index("一致-1")
    assert mend.index("必须修改") < first < mend.index("提示", first) < last


def test_many_places_stand_in_a_table_and_not_in_a_sentence():
    cited = tuple(samples.Evidence(f"数{number}", samples.at(f"D{number + 20}")) for number in range(14))
    finding = samples.finding("consistency.units", "fail", "note",
                              samples.Detail("fail", samples.said("逐行相同"), 0, evidence=cited))
    findings = tuple(finding if each.criterion == finding.criterion else each for each in samples.FINDINGS)
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(replace(ORDINARY, findings=findings))))))
    assert all(f"指标表!D{number + 20}数{number}" in text for number in range(14))
    assert "出处：指标表!D20" not in text


def test_the_document_knows_its_title_subject_and_language():
    reader = read("ordinary", "zh")
    assert reader.metadata.title == "低碳试点方案评审报告：厦门市"
    assert reader.metadata.subject == "第二批国家低碳试点评审细则：厦门市"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert read("ordinary", "en").trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_input_gives_the_same_bytes(lang):
    assert printed(ORDINARY, lang) == printed(ORDINARY, lang)


def test_another_process_gives_the_same_bytes():
    program = ("import sys, hashlib; sys.path.insert(0, sys.argv[1]); "
               "from tests.report.test_pdf import ORDINARY, printed; "
               "print(hashlib.sha256(printed(ORDINARY)).hexdigest())")
    root = str(resource().parent)
    runs = {subprocess.run([sys.executable, "-c", program, root], capture_output=True, text=True, check=True,
                           cwd=root).stdout for _ in range(2)}
    assert len(runs) == 1


def test_a_large_plan_repeats_the_head_of_its_table_and_loses_no_row():
    pages = texts(read("large", "zh"))
    assert sum("行行类AB" in page for page in pages) > 5
    whole = "".join(pages)
    assert all(f"累计下降率{row}" in whole for row in range(300))


def test_the_chart_is_of_vectors_with_words_and_no_picture():
    reader = read("ordinary", "zh")
    assert all(not list(page.images) for page in reader.pages)
    assert "福建≥17.5%：−0.5个百分点" in "".join(texts(reader))


def test_a_chart_of_many_targets_goes_on_over_the_page():
    lines = [samples.line("nonfossil_share", "全国", None, year, 10, "文件") for year in range(2015, 2055)]
    details = tuple(samples.Detail("pass", samples.said("达到"), 3, samples.percent(12), line, 2.0) for line in lines)
    findings = (samples.FINDINGS[0]._replace(details=details), *samples.FINDINGS[1:])
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(replace(ORDINARY, findings=findings))))))
    assert all(f"非化石能源占一次能源消费比重，{year}年" in text for year in range(2015, 2055))


def test_the_lines_to_sign_on_stand_on_one_page_with_the_verdict():
    for name in ("ordinary", "empty", "large"):
        last = texts(read(name, "zh"))[-1]
        assert all(word in last for word in ("签字", "评审结论：", "专家签字：", "组长签字：", "日期："))


def test_long_names_wrap_and_are_not_lost():
    files = (samples.SourceFile("很长的文件名" * 40 + "终.xlsx", "ab" * 32),
             samples.SourceFile("x" * 240 + ".csv", "cd" * 32))
    region = samples.XIAMEN._replace(full_name="黔西南布依族苗族自治州" * 12 + "末")
    pages = texts(pypdf.PdfReader(io.BytesIO(printed(replace(
        ORDINARY, plan=replace(samples.PLAN, files=files, region=region))))))
    assert "末" in pages[0]
    whole = "".join(pages)
    assert "终.xlsx" in whole and "x" * 240 in whole and "cd" * 32 in whole


def test_nothing_to_draw_is_said():
    assert "故不作图" in "".join(texts(read("empty", "zh")))
    assert "there is no chart" in " ".join(page.extract_text() for page in read("empty", "en").pages)


def test_a_cell_longer_than_a_page_is_split_and_not_lost():
    long = "职责分工" * 3000 + "终"
    table = replace(samples.TABLE, rows=(*samples.TABLE.rows, samples._row("note", 10, "注", long, "", "", "")))
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(replace(
        ORDINARY, plan=replace(samples.PLAN, tables=(table,))))))))
    assert text.count("职责分工") > 2000 and "终" in text


@pytest.mark.parametrize("details", [1, 2, 5])
def test_a_message_an_evidence_and_a_note_longer_than_a_page_are_printed_whole(details):
    long = "职责分工" * 800
    detail = samples.Detail("fail", samples.said(long + "甲"), 0, samples.percent(17), samples.FUJIAN_CO2, -0.5,
                            evidence=(samples.Evidence(long + "乙"),), steps=(long + "丙",))
    finding = samples.finding("targets.co2-2015.province", "fail", "must", *[detail] * details)
    findings = (samples.FINDINGS[0], finding, *samples.FINDINGS[2:])
    data = printed(replace(ORDINARY, findings=findings), notes={"targets.co2-2015.province": long + "丁"})
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(data))))
    assert all(sign in text for sign in "甲乙丙丁")


def test_a_title_of_a_table_longer_than_a_page_is_split():
    title = samples._row("title", 1, "很长的标题" * 1200 + "戊", "", "", "", "")
    table = replace(samples.TABLE, rows=(title, *samples.TABLE.rows[1:]))
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(replace(
        ORDINARY, plan=replace(samples.PLAN, tables=(table,))))))))
    assert "戊" in text


def test_a_table_of_many_columns_keeps_them_all():
    row = samples._row
    cells = tuple(samples.Cell(f"格{number}", samples.at(f"{chr(65 + number)}{1}")) for number in range(26))
    table = replace(samples.TABLE, rows=(replace(row("indicator", 1), cells=cells),))
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(replace(
        ORDINARY, plan=replace(samples.PLAN, tables=(table,))))))))
    assert all(f"格{number}" in text for number in range(26))


@pytest.mark.parametrize("odd", ["<b>不是标记</b> & <br/>", "\x00\x07控制符", "𠮷😀罕见字", "=1+1", "x" * 500,
                                 "（" * 200, " " * 50])
def test_odd_texts_are_printed_and_never_taken_for_markup(odd):
    notes = {"targets.co2-2015.province": f"{odd}意见终"}
    text = "".join(texts(pypdf.PdfReader(io.BytesIO(printed(ORDINARY, notes=notes)))))
    assert "意见终" in text
    if "不是标记" in odd:
        assert "<b>不是标记</b>&<br/>" in text


def test_pages_can_be_stopped():
    def stop(number: int) -> None:
        if number == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf(content(ORDINARY, REGISTER, KINDS, {}, "zh"), on_page=stop)
