"""Every shipped example in every form of the report: all sentences exist, and the JSON satisfies the schemas."""

from __future__ import annotations

import io
from functools import cache

import pypdf
import pytest

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.print_report import report_pdf
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.report.plain import check_plain, read_plain
from lowcarbon_desktop.report.plain_text import check_text, matrix_text
from lowcarbon_desktop.report.reading_text import read_text
from lowcarbon_desktop.report.workbook import sheets, workbook
from tests.report.test_plain import schema, through_json

EXAMPLES = sorted(path.stem for path in resource("examples").glob("*.xlsx"))


@cache
def judged(name: str):
    plans = open_plan(resource("examples", f"{name}.xlsx"), reference())
    return check(plans, load_rubric(), reference())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_json_and_text(name, lang):
    for assessment in judged(name):
        check_json, read_json = check_plain(assessment, lang), read_plain(assessment.plan, lang)
        assert list(schema("check-1").iter_errors(through_json(check_json))) == []
        assert list(schema("read-1").iter_errors(through_json(read_json))) == []
        text = check_text(assessment, reference().register, lang)
        failed = [each for each in check_json["findings"] if each["outcome"] == "fail" and not each["open"]]
        assert all(" ".join(each["message"].split()) in text for each in failed)
        read = read_text(assessment.plan, reference().register, lang, reference().facts)
        assert all(each["where"]["cell"] in read for each in read_json["plan"]["indicators"])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["xiamen", "nanchang"])
def test_pdf(name, lang):
    (assessment,) = judged(name)
    reader = pypdf.PdfReader(io.BytesIO(report_pdf(assessment, reference(), lang=lang)))
    first = "".join(reader.pages[0].extract_text().split())
    region = assessment.plan.region
    assert (region.full_name if lang == "zh" else region.english.replace(" ", "")) in first
    everything = "".join("".join(page.extract_text().split()) for page in reader.pages)
    numbers = [assessment.rubric.criterion(finding.criterion).number.of(lang) for finding in assessment.findings]
    assert [number for number in numbers if number not in everything] == []
    assert assessment.plan.files[0].sha256 in everything
    titles = {section.title.of(lang) for section in assessment.rubric.sections}
    assert titles & {line for page in reader.pages for line in page.extract_text().splitlines()}
    assert [page for page in reader.pages if titles & set(page.extract_text().splitlines()[-3:])] == []


def test_all_of_them_at_a_glance_and_in_one_workbook():
    assessments = [each for name in EXAMPLES for each in judged(name)]
    matrix = matrix_text(assessments, "zh")
    assert sum(line.lstrip().startswith("目标-") for line in matrix.splitlines()) == sum(
        criterion.number.zh.startswith("目标-") for criterion in load_rubric())
    content = sheets(assessments, reference().register, reference().facts, (), "zh")
    assert workbook(content).startswith(b"PK")
    assert len(content[1].rows) == sum(len(each.plan.readings) for each in assessments)


