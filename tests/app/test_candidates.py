"""What is offered for a misread field, and what may be typed instead."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from lowcarbon_desktop.app.candidates import candidates, typed
from lowcarbon_desktop.app.meaning import field_of, value_misfit
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.plan import Plan, Reading, SourceFile, Where
from lowcarbon_desktop.review.state import MEANING

CASES = yaml.safe_load(Path(__file__).with_name("candidates.yaml").read_text("utf-8"))


def reading(**given: object) -> Reading:
    where = Where("厦门.xlsx", "指标表", "D5")
    bare = {"indicator": None, "name": "碳强度", "printed": "17", "where": where, "name_where": where}
    return Reading(**{**bare, **given})


def plan(*readings: Reading) -> Plan:
    return Plan((SourceFile("厦门.xlsx", ""),), None, None, None, readings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['name']} {case['field']}")
def test_what_is_likely_can_be_picked_with_one_digit(case):
    given = {key: value for key, value in case.items() if key not in ("field", "wanted")}
    offered = candidates(case["field"], reading(**given), plan(reading(**given)), reference())
    assert {each.value for each in offered[:9]} >= set(case["wanted"])


@pytest.mark.parametrize("field", MEANING)
def test_nothing_is_offered_twice_nor_what_stands_there_already(field):
    given = reading(indicator="co2_per_gdp_cut", base_year=2010, target_year=2015, unit="%", region="福建")
    values = [each.value for each in candidates(field, given, plan(given), reference())]
    assert len(values) == len(set(values))
    assert field_of(given, field) not in values
    assert values and all(value_misfit(field, value, reference()) is None for value in values)


def test_the_years_of_the_plan_come_before_the_usual_ones():
    given = plan(reading(base_year=2012, target_year=2017))
    assert candidates("base_year", reading(), given, reference())[0].value == "2012"
    assert candidates("target_year", reading(), given, reference())[0].value == "2017"


@pytest.mark.parametrize("field, text, value", [
    ("base_year", "2012年", "2012"), ("target_year", " 2017 ", "2017"), ("target_year", "17", None),
    ("target_year", "20155", None), ("unit", "tce", "吨标准煤"), ("unit", "万千万", None), ("region", "厦门市", "厦门"),
    ("region", "nowhere", None), ("kind", "target", None), ("indicator", "碳强度", None)])
def test_what_is_typed_is_taken_only_where_it_means_something(field, text, value):
    found = typed(field, text, reference())
    assert (found.value if found is not None else None) == value
