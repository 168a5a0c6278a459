"""A place is asked of the file: the paragraph, page, box or cell that a reading names must hold what it cites."""

from __future__ import annotations

import pytest

from tests.corpus.pages import FILES
from tests.corpus.places import at, says

WORDS = "二氧化碳排放比2010年下降20%"


def test_a_paragraph_of_a_document() -> None:
    right = [number for number in range(1, 60) if says(FILES / "ningbo.docx", {"paragraph": number}, WORDS)]
    assert right and len(right) < 10
    assert at(FILES / "ningbo.docx", f"¶{WORDS}", {"paragraph": right[0]}, "20%")
    assert not at(FILES / "ningbo.docx", f"¶{WORDS}", {"paragraph": right[0], "table": 1}, "20%")
    assert not says(FILES / "ningbo.docx", {"paragraph": 1}, WORDS)


def test_a_page() -> None:
    assert [page for page in range(1, 5) if says(FILES / "ningbo-lo.pdf", {"page": page}, WORDS)] == [3]


@pytest.mark.parametrize(("where", "right"), [
    ({"sheet": "T1", "cell": "F4"}, True), ({"sheet": "T1", "cell": "F7"}, False),
    ({"sheet": "T2", "cell": "F4"}, False)])
def test_a_cell_of_a_document_and_of_a_workbook(where: dict, right: bool) -> None:
    assert at(FILES / "hangzhou-headers.docx", "T1!F4 / F7", where, "20") is right
    sheet = {**where, "sheet": "Sheet1"}
    assert at(FILES / "hangzhou-headers.xlsx", "T1!F4 / F7", sheet, "20") is (where["cell"] == "F7")


def test_a_box_of_a_page_holds_what_is_printed() -> None:
    page = {"page": 1, "box": [0.0, 0.0, 595.0, 842.0]}
    assert at(FILES / "xiamen-none.pdf", "T1!E2", page, "60以上")
    assert not at(FILES / "xiamen-none.pdf", "T1!E2", {**page, "box": [0.0, 0.0, 60.0, 60.0]}, "60以上")
    assert not at(FILES / "xiamen-none.pdf", "T1!E2", page, "61以上")


def test_a_file_of_a_folder() -> None:
    place, where = "附件1-指标表.xlsx#指标表!E4", {"file": "附件1-指标表.xlsx", "sheet": "指标表", "cell": "E4"}
    assert at(FILES / "wenzhou", place, where, "19.5")
    assert not at(FILES / "wenzhou", place, {**where, "file": "实施方案.docx"}, "19.5")
