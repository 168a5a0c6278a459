"""The applicant's replies: the list that is sent out comes back by its numbers, and no answer is dropped silently."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from lowcarbon_desktop.app.replies import read_replies, replied, write_form
from lowcarbon_desktop.errors import PlanUnreadable, UsageError
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.verdict import Item
from tests.report.samples import ORDINARY

PROVINCE, PEAK = "targets.co2-2015.province", "peak.year-stated"
COMMENTED = Review(items={PEAK: Item(comment="=请写明依据")})


@pytest.fixture(params=["zh", "en"])
def form(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "ask.xlsx"
    assert write_form(ORDINARY, COMMENTED, path, request.param) == 3  # two failures and one comment
    return path


def test_what_is_asked_goes_out_and_the_answers_come_back(form: Path) -> None:
    book = load_workbook(form)
    sheet = book.active
    assert sheet.max_row == 4 and "=请写明依据" in [cell.value for cell in sheet["E"]]
    assert all(cell.data_type != "f" for row in sheet for cell in row)
    for row in range(2, 5):
        sheet.cell(row, 6, f"答 {sheet.cell(row, 1).value}")
    sheet.append(["无此条-9", "", "", "", "", "不知答给谁"])
    book.save(form)
    found = read_replies(form, ORDINARY)
    assert found.by_criterion.keys() == {PROVINCE, PEAK, "consistency.units"} and found.unknown == ("不知答给谁",)
    review, what = replied(COMMENTED, found.by_criterion)
    assert review.item(PEAK).reply.startswith("答") and review.item(PEAK).comment == "=请写明依据"
    assert what.args == {"count": 3}


def test_a_list_of_ones_own_is_told_by_id_or_number(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"条目,答复\n[目标-2],已改\n{PEAK},2020 年\nT-2,又改\n目标-3,\n", encoding="utf-8")
    assert read_replies(path, ORDINARY).by_criterion == {PROVINCE: "已改\n又改", PEAK: "2020 年"}


@pytest.mark.parametrize("text", ["条目,意见\n目标-2,已改\n", "x"])
def test_a_file_without_replies_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "none.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        read_replies(path, ORDINARY)
    assert refused.value.message.code == "replies-none"
    with pytest.raises(PlanUnreadable):
        read_replies(tmp_path / "missing.csv", ORDINARY)
