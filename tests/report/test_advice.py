"""The list to tick off and the matrix of instruments, in every form in which a report is given."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Passage, Plan, SourceFile, Where
from lowcarbon_desktop.report import advice
from lowcarbon_desktop.report.content import content
from lowcarbon_desktop.report.pdf import pdf
from lowcarbon_desktop.report.plain import check_plain
from lowcarbon_desktop.report.plain_text import check_text, matrix_text

TEXT = ("（一）优先发展公共交通。市财政设立专项资金。", "（二）推广新能源汽车。对购车者给予补贴。")


def judged(*paragraphs: str) -> Assessment:
    passages = tuple(Passage(text, Where("方案.docx", paragraph=number)) for number, text in enumerate(paragraphs, 1))
    region, = reference().places.find("厦门")
    plan = Plan((SourceFile("方案.docx", "0" * 64),), region, None, None, whole=True, passages=passages)
    assessment, = check([plan], load_rubric(), reference())
    return assessment


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_matrix_has_21_rows_of_7_cells_with_places(lang: str) -> None:
    said = advice.matrix(judged(*TEXT), lang)
    assert said is not None and len(said.rows) == 21 and {len(cells) for _, _, cells in said.rows} == {7}
    filled = [(measure, column) for _, measure, cells in said.rows for column, cell in enumerate(cells) if cell]
    assert len(filled) == 2 and len(said.bare) == 5
    assert [field for field, _, _ in said.rows if field] == [field for field, _ in said.used]


def test_many_places_are_counted() -> None:
    said = advice.matrix(judged(*[TEXT[0]] * 5), "zh")
    assert said is not None and "第 1 段、第 2 段等 5 处" in {cell for _, _, cells in said.rows for cell in cells}


def test_without_text_there_is_no_matrix_anywhere() -> None:
    assessment = judged()
    assert assessment.matrix is None and advice.matrix(assessment, "zh") is None
    assert check_plain(assessment, "zh")["instruments"] is None
    assert "政策工具矩阵" not in check_text(assessment, reference().register, "zh")


def test_text_data_and_paper_say_the_same() -> None:
    assessment = judged(*TEXT)
    register, facts = reference().register, reference().facts
    text = check_text(assessment, register, "zh")
    plain = check_plain(assessment, "zh")
    paper = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(
        io.BytesIO(pdf(content(assessment, register, facts, {}, "zh")))).pages)
    assert "政策工具矩阵" in text and "八、政策工具矩阵" in paper and "九、评审依据" in paper
    assert {each["id"]: each["instruments"] for each in plain["instruments"]["fields"] if each["instruments"]} == {
        "transport": ["special-funds", "fiscal-incentives"]}
    assert len(plain["least_change"]) == len(assessment.least_change) > 0
    for each in plain["least_change"]:
        assert each["message"] in text and "".join(each["message"].split()) in paper


def test_what_is_not_settled_is_to_be_confirmed() -> None:
    assessment = judged(*TEXT)
    assert all(each.action.endswith("（待确认）") for each in advice.changes(assessment, "zh")
               if not next(change for change in assessment.least_change
                           if assessment.rubric.criterion(change.criteria[0]).number.of("zh") in each.numbers).settled)


def test_applicants_stand_side_by_side_by_dimension() -> None:
    first = judged(*TEXT)
    second = replace(first, findings=tuple(each._replace(outcome="not_applicable") for each in first.findings))
    *_, points, documents = (part.splitlines() for part in matrix_text([first, second], "zh").split("\n\n"))
    assert documents[0] == "规划文件覆盖情况"
    assert points[0].split() == [*(each.title.zh for each in first.rubric.dimensions), "得分（分）"]
    assert len(points) == 3 and points[2].split()[1:] == ["—"] * 5
