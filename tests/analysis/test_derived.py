"""Derived values: what the source's own rows give, where they come from, and that nothing is judged by them."""

from __future__ import annotations

import json

import jsonschema
import pytest

from lowcarbon_desktop.analysis.derived import DerivedReading, derived_readings
from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.present import check_plain, read_plain
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.plan import Plan, SourceFile

ON_2005, ON_2010 = "单位GDP二氧化碳排放比2005年下降率", "单位GDP二氧化碳排放比2010年下降率"
SHENZHEN = ((ON_2005, "35", ""), (ON_2010, "21", "28"))


def plan(*rows: tuple[str, str, str], region: str = "深圳") -> Plan:
    cells = (("序号", "目标项", "单位", "2015", "2020"),
             *((str(number), name, "%", near, late) for number, (name, near, late) in enumerate(rows, start=1)))
    grid = Grid("表.csv", "指标表", tuple(tuple(map(RawCell, row)) for row in cells))
    found, = build_plans(Source((SourceFile("表.csv", "0" * 64),), (grid,), (), (), False), reference(), region=region)
    return found


def cuts(of: Plan) -> dict[tuple[str, int, int], DerivedReading]:
    return {(each.indicator, each.base_year, each.target_year): each for each in derived_readings(of)}


def test_shenzhen() -> None:
    found = cuts(plan(*SHENZHEN))
    first, whole = found["co2_per_gdp_cut", 2005, 2010], found["co2_per_gdp_cut", 2005, 2020]
    assert (round(first.value.low or 0, 1), round(whole.value.low or 0, 1)) == (17.7, 40.8)
    assert len(whole.sources) == 3 and whole.steps[-1].endswith("40.8 %")
    assert round(found["co2_per_gdp_yearly_cut", 2015, 2020].value.low or 0, 2) == 1.84


def test_nanchang_has_no_cut_on_2005_and_a_range_of_yearly_rates() -> None:
    found = cuts(plan((ON_2010, "17", "25-28"), region="南昌"))
    assert not any(base == 2005 for _, base, _ in found)
    later = found["co2_per_gdp_yearly_cut", 2015, 2020].value
    assert later.bound == "range" and later.low is not None and later.high is not None and later.low < later.high


@pytest.mark.parametrize("rows", [
    ((ON_2010, "17", "约31以上"),), ((ON_2010, "17", ""), (ON_2010, "18", "")), ((ON_2010, "不低于17", ""),)])
def test_open_ends_and_contradictions_yield_nothing(rows: tuple[tuple[str, str, str], ...]) -> None:
    assert not any(each.target_year == 2020 for each in derived_readings(plan(*rows)))


def test_derived_values_stand_behind_what_was_read_and_nothing_rests_on_them() -> None:
    read = plan(*SHENZHEN)
    assessment, = check([read], load_rubric(), reference())
    plain = check_plain(assessment, "zh")
    jsonschema.validate(plain, json.loads(resource("schemas", "check-1.schema.json").read_text("utf-8")))
    indicators = plain["plan"]["indicators"]
    derived = [each for each in indicators if each["origin"] == "derived"]
    assert derived and indicators[:len(read.readings)] == read_plain(assessment.plan, "zh")["plan"]["indicators"]
    assert all(each["steps"] and all(at < len(read.readings) for at in each["from"]) for each in derived)
    assert all(at is None or at < len(read.readings) for finding in plain["findings"] for at in finding["indicators"])
    assert assessment.finding("targets.co2-2020.nation").outcome == "cannot_tell"
