"""What a table on the clipboard becomes, and where it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.app.open_plan import read_source
from lowcarbon_desktop.app.paste import keep_table, table_from
from lowcarbon_desktop.errors import UsageError

CASES = yaml.safe_load(Path(__file__).with_name("paste.yaml").read_text("utf-8"))
CELL = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=8).map(str.strip)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_a_table_on_the_clipboard(case):
    given = case.get("text", ""), case.get("html", "")
    if "refused" in case:
        with pytest.raises(UsageError) as error:
            table_from(*given)
        assert error.value.message.code == case["refused"]
    else:
        assert [list(row) for row in table_from(*given)] == [[str(cell) for cell in row] for row in case["rows"]]


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6))
def test_what_is_kept_is_what_is_read(tmp_path_factory, rows):
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows] + [["末行"] * width]
    path = keep_table(rows, "zh", folder=tmp_path_factory.mktemp("tables"))
    read = [[cell.text for cell in row] for row in read_source(path).grids[0].rows]
    assert read == [[" ".join(cell.split()) for cell in row] for row in rows]


def test_the_same_table_is_the_same_file_and_another_one_is_another(tmp_path):
    first = keep_table([["指标", "2015年"], ["碳强度", "17"]], "zh", folder=tmp_path)
    assert keep_table([["指标", "2015年"], ["碳强度", "17"]], "zh", folder=tmp_path) == first
    other = keep_table([["指标", "2015年"], ["碳强度", "18"]], "zh", folder=tmp_path)
    assert [first.name, other.name] == ["粘贴的表格.csv", "粘贴的表格 2.csv"]
    assert keep_table([["a", "b"]], "en", typed=True, folder=tmp_path).name == "Typed table.csv"
