"""The planning documents of several applicants side by side, on a terminal, on paper and in the summary's workbook."""

from __future__ import annotations

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report.coverage import coverage
from lowcarbon_desktop.report.plain_text import matrix_text
from lowcarbon_desktop.report.summary import Entry, sheets, summary


def assessed(*names: str, rubric: str = "second-batch"):
    plans = [plan for name in names for plan in open_plan(resource("examples", name), reference())]
    return check(plans, load_rubric(rubric), reference())


def test_each_applicant_has_a_word_on_each_document() -> None:
    found = coverage(assessed("xiamen.xlsx", "xianning.docx"), "zh")
    assert found is not None and len(found.documents) == 10
    (table, of_table), (whole, of_whole) = found.rows
    assert (table, set(of_table)) == ("厦门市", {"待核"})  # only a table was read: nothing is known to be missing
    assert whole == "咸宁市" and "未见" in of_whole and "" not in of_whole
    text = matrix_text(assessed("xiamen.xlsx", "xianning.docx"), "zh")
    assert "规划文件覆盖情况" in text and "待核" in text


def test_the_summary_has_it_too() -> None:
    several = assessed("xiamen.xlsx", "xianning.docx")
    entries = [Entry(each.plan.files[0].name, each) for each in several]
    rubric = several[0].rubric
    assert summary(entries, rubric, "en").coverage == coverage(several, "en")
    last = sheets(entries, rubric, "zh")[-2]  # behind it stands by what was judged
    assert [row[0] for row in last.rows] == ["厦门市", "咸宁市"] and len(last.heads) == 11


def test_one_alone_and_a_rubric_that_does_not_ask_have_none() -> None:
    assert coverage(assessed("xiamen.xlsx"), "zh") is None
    assert coverage(assessed("xiamen.xlsx", "xianning.docx", rubric="xianning-paths"), "zh") is None
