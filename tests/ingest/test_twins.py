"""The same plan in every clothing that a spreadsheet program gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.plan import Plan

TWINS = sorted((Path(__file__).parent.parent / "plans" / "twins").glob("*.*"))


def said(plan: Plan) -> list[tuple]:
    return [(each.indicator, each.base_year, each.target_year, each.value, each.kind,
             [doubt.code for doubt in each.doubts]) for each in plan.readings]


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.name)
def test_reads_the_twin_as_the_original(path: Path) -> None:
    (original,) = open_plan(resource("examples", f"{path.name.split('-')[0]}.xlsx"), reference())
    (twin,) = open_plan(path, reference())
    assert said(twin) == said(original)
    assert (twin.region, twin.as_of) == (original.region, original.as_of)


def test_a_percentage_that_is_only_the_cells_format() -> None:
    path = next(path for path in TWINS if path.name == "xiamen-percent-format.xlsx")
    (plan,) = open_plan(path, reference())
    assert plan.readings[1].printed == "17%" and plan.readings[1].value is not None
    assert plan.readings[1].value.low == 17.0


def test_places_are_of_the_sheet_wherever_the_table_starts() -> None:
    path = next(path for path in TWINS if path.name == "xiamen-at-d9-after-cover.xlsx")
    (plan,) = open_plan(path, reference())
    assert str(plan.readings[0].where) == "指标表!G11"
