"""The exported workbook read back: numbers are numbers, and no text of a draft becomes a formula."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from lowcarbon_desktop.report.workbook import sheets, workbook
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.verdict import Item, Reviewer, Verdict
from tests.report import samples
from tests.report.samples import EMPTY, KINDS, NOTES, ORDINARY, REGISTER


def exported(assessments, lang="zh", notes=(), reviews=()):
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets(assessments, REGISTER, KINDS, notes, lang, reviews))))


def rows(sheet) -> list[dict[str, object]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_sheets_in_either_language():
    assert exported([ORDINARY]).sheetnames == ["评审结果", "指标表", "事项", "评审依据"]
    assert exported([ORDINARY], "en").sheetnames == ["Findings", "Indicators", "Facts", "What the report rests on"]


def test_a_finding_is_a_row_with_numbers_and_the_note():
    found = rows(exported([ORDINARY], notes=[NOTES])["评审结果"])
    row = next(each for each in found if each["编号"] == "目标-2")
    assert (row["申报地区"], row["位置"], row["结论"], row["下限"]) == ("厦门", "指标表!D5", "不通过", 17)
    assert row["余量（正为严于指标线）"] == -0.5
    assert row["评审人备注"].startswith("请说明")
    assert len(found) == sum(len(finding.details) for finding in samples.FINDINGS)


def test_several_plans_stand_under_each_other_each_with_its_own_notes():
    found = rows(exported([ORDINARY, EMPTY], notes=[NOTES])["评审结果"])
    assert {row["申报地区"] for row in found} == {"厦门", "空表.xlsx"}
    assert {row["申报地区"] for row in found if row["评审人备注"]} == {"厦门"}


def test_a_value_that_is_not_stated_has_no_number():
    row = next(each for each in rows(exported([ORDINARY])["指标表"]) if each["位置"] == "指标表!D7")
    assert (row["原文"], row["理解为"], row["下限"], row["上限"]) == ("——", "未给出数值", None, None)


def test_text_that_looks_like_a_formula_stays_text():
    odd = tuple(replace(samples.READINGS[0], name=text) for text in
                ("=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "控制\x07符"))
    sheet = exported([replace(ORDINARY, plan=replace(samples.PLAN, readings=odd + samples.READINGS[1:]))])["指标表"]
    cells = [row[2] for row in sheet.iter_rows(min_row=2, max_row=7)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [True] * 5 + [False]
    assert cells[0].value == "=HYPERLINK(\"http://x\")"
    assert cells[5].value == "控制符"


def test_a_workbook_of_an_empty_plan_has_heads_and_no_values():
    book = exported([EMPTY])
    assert rows(book["指标表"]) == []
    assert book["指标表"].max_row == 1


def test_what_persons_said_has_a_sheet_of_its_own_without_private_notes():
    found = next(each for each in ORDINARY.findings if each.outcome == "fail")
    other = next(each for each in ORDINARY.findings if each.outcome == "cannot_tell")
    said = Verdict("pass", "=HYPERLINK(\"http://x\")", "张三", "2012-06-30T08:00:00Z", "fail")
    review = Review(reviewer=Reviewer("1", "张三"), notes={found.criterion: "秘密"}, items={
        found.criterion: Item(said, 2.5, "+请附文件", "-已附")})
    book = exported([ORDINARY], reviews=[review])
    assert book.sheetnames[0] == "评分表"
    sheet = book["评分表"]
    by_title = {row["条目"]: row for row in rows(sheet)}
    assert len(by_title) == len(ORDINARY.findings)
    row, bare = (by_title[ORDINARY.rubric.criterion(each.criterion).title.zh] for each in (found, other))
    assert (row["程序判定"], row["专家评定"], row["得分"], row["评审人"], row["未了结"]) == (
        "不通过", "通过", 2.5, "张三", "否")
    assert (row["给申报单位的意见"], row["申报单位答复"]) == ("+请附文件", "-已附")
    assert (bare["专家评定"], bare["得分"], bare["未了结"]) == (None, None, "是")
    texts = [cell for line in sheet.iter_rows(min_row=2) for cell in line if str(cell.value)[:1] in "=+-"]
    assert len(texts) == 3 and all(cell.data_type == "s" and cell.quotePrefix for cell in texts)
    assert not any("秘密" in str(cell) for each in book for line in each.iter_rows(values_only=True) for cell in line)
    assert "评分表" not in exported([ORDINARY], notes=[NOTES]).sheetnames
