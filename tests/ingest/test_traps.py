"""Traps of ordinary tables, judged to the end: a pass that a careful reader would not give is the worst fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.plan import SourceFile

PAGE = yaml.safe_load(Path(__file__).with_name("traps.yaml").read_text("utf-8"))
CARBON = "单位GDP二氧化碳排放比2010年下降率"
RUBRIC = load_rubric()


@pytest.mark.parametrize("case", PAGE, ids=[case["trap"] for case in PAGE])
def test_no_wrong_verdict(case: dict) -> None:
    table = case["table"].replace("C|", f"{CARBON}|").replace("C\n", f"{CARBON}\n")
    rows = tuple(tuple(RawCell(cell.strip()) for cell in line.split("|")) for line in table.splitlines())
    source = Source((SourceFile("plan.csv", "0"),), (Grid("plan.csv", None, rows),))
    (plan,) = build_plans(source, reference())
    (found,) = check([plan], RUBRIC, reference())
    assert [found.finding(f"targets.co2-2015.{line}").outcome for line in ("nation", "province")] == case["said"]
