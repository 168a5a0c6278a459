"""Formulas: what simple ones come to, and a kept value that is another."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.readers.formulas import value_of

TABLE = ((8.0, 10.0, "约"), (2.0, "", 0.5))
CELLS = {"A1": 8.0, "$B$1": 10.0, "A2": 2.0, "B2": 0.0, "C2": 0.5}
SUMS = st.recursive(
    st.sampled_from(list(CELLS.items())) | st.integers(0, 99).map(lambda each: (str(each), float(each))),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda held: (f"({held[0][0]}{held[1]} {held[2][0]})",
                      {"+": float.__add__, "-": float.__sub__, "*": float.__mul__}[held[1]](held[0][1], held[2][1]))),
    max_leaves=6)


@given(SUMS)
def test_sums_of_cells_come_to_what_arithmetic_says(held: tuple[str, float]) -> None:
    assert value_of(held[0], TABLE) == held[1]


@pytest.mark.parametrize(("formula", "comes_to"), [
    ("A1+B1", 18.0), ("A1-A2*3", 2.0), ("-A1+B1", 2.0), ("(B1-A1)/B1*100", 20.0), ("SUM(A1:B2)", 20.0),
    ("ROUND(A1/3,1)", 2.7), ("AVERAGE(A1:B1)", 9.0), ("A1%", 0.08), ("2^3", 8.0), ("MAX(A1,B1,3)", 10.0),
    ("A1/B2", None), ("C1+1", None), ("VLOOKUP(A1,A1:B2,2)", None), ("Sheet2!A1+1", None), ("A1+", None),
    ("(A1", None), ("", None), ("SUM(A1:XFD99999)", None), ("A1 B1", None)])
def test_what_is_more_than_a_sum_is_not_computed(formula: str, comes_to: float | None) -> None:
    assert value_of(formula, TABLE) == comes_to


@pytest.mark.parametrize(("formula", "pending", "codes"), [
    ("D3+E3", False, []), ("D3+E3", True, []), ("D3-E3", False, ["formula-stale"]), ("D3*1.8", False, []),
    ("INDEX(D3:E3,1)", False, []), ("INDEX(D3:E3,1)", True, ["formula-pending"])])
def test_a_kept_value_is_held_against_its_formula(formula: str, pending: bool, codes: list[str],
                                                  tmp_path: Path) -> None:
    book = Workbook()
    for row in (["厦门市低碳试点指标"], ["指标", "单位", "2015年", "甲", "乙"],
                ["单位GDP二氧化碳排放比2010年下降率", "%", 18, 10, 8]):
        book.active.append(row)
    book.save(tmp_path / "written.xlsx")
    with zipfile.ZipFile(tmp_path / "written.xlsx") as written, zipfile.ZipFile(tmp_path / "plan.xlsx", "w") as plan:
        for name in written.namelist():
            xml = written.read(name).decode()
            xml = re.sub(r'(<c r="C3"[^>]*>)<v>', rf"\1<f>{formula}</f><v>", xml)
            plan.writestr(name, xml if pending else xml.replace('fullCalcOnLoad="1"', ""))
    (found,) = check(open_plan(tmp_path / "plan.xlsx", reference()), load_rubric(), reference())
    read = next(each for each in found.plan.readings if each.where.cell == "C3")
    assert [doubt.code for doubt in read.doubts] == codes
    assert found.finding("targets.co2-2015.province").outcome == ("cannot_tell" if codes else "pass")
