"""The examiner examined: what must be counted as right, as missed, as a wrong base year and as a wrong pass."""

from __future__ import annotations

import pytest

from tests.corpus.amounts import same
from tests.corpus.compare import compare
from tests.corpus.pages import Case, Expected, Page
from tests.corpus.result import Result

CUT = Expected("C4", "co2_per_gdp_cut", 2010, 2015, "18 %")
LEVEL = Expected("C5", "forest_coverage", None, 2010, "42 %", "actual")


def reading(cell: str, id: str | None, base: int | None, year: int | None, number: float, **more: object) -> dict:
    plain = {"id": id, "base_year": base, "target_year": year, "unit": "%", "region": None, "kind": "target",
             "origin": "read", "printed": str(number), "doubt": None,
             "value": {"low": number, "high": number, "bound": "exact"},
             "where": {"file": "plan.csv", "sheet": None, "cell": cell, "page": None}}
    return {**plain, **more}


def held(*readings: dict, page: Page | None = None, facts: dict | None = None) -> Result:
    case = Case("plan.csv", "", (), {None: page or Page(values=(CUT, LEVEL))})
    plan = {"region": None, "whole": True, "indicators": list(readings), "facts": facts or {}}
    return compare(case, {"plans": [{"plan": plan, "findings": []}]})


RIGHT = (reading("C4", "co2_per_gdp_cut", 2010, 2015, 18),
         reading("C5", "forest_coverage", None, 2010, 42, kind="actual"))


def test_all_right() -> None:
    result = held(*RIGHT)
    assert (result.values, result.wrong_bases, result.wrong_passes, result.misses) == ([2, 2], 0, 0, [])


@pytest.mark.parametrize(("wrong", "right", "bases", "passes"), [
    (reading("C4", "co2_per_gdp_cut", 2005, 2015, 18), 1, 1, 0),
    (reading("C4", "co2_per_gdp_cut", 2010, 2015, 81), 1, 0, 1),
    (reading("C4", "co2_per_gdp_cut", 2010, None, 18), 1, 0, 0),
    (reading("C4", "co2_per_gdp_cut", None, 2015, 18), 1, 0, 0),
    (reading("C4", "co2_per_gdp_cut", 2010, 2015, 18, doubt="?"), 1, 0, 0),
    (reading("D4", "co2_per_gdp_cut", 2010, 2015, 18), 1, 0, 0),
    (reading("C4", "co2_per_gdp_cut", 2010, 2015, 18, unit="‰"), 1, 0, 1),
    (reading("C4", "co2_per_gdp_cut", 2010, 2015, 18, kind="context"), 1, 0, 0),
    (reading("C4", "energy_per_gdp_cut", 2010, 2015, 18), 1, 0, 1),
], ids=["base year", "value", "no year", "no base year", "doubt", "place", "unit", "kind", "indicator"])
def test_one_thing_wrong(wrong: dict, right: int, bases: int, passes: int) -> None:
    result = held(wrong, RIGHT[1])
    assert (result.values, result.wrong_bases, result.wrong_passes) == ([right, 2], bases, passes)


def test_an_achievement_read_as_a_target_is_a_wrong_pass() -> None:
    assert held(RIGHT[0], reading("C5", "forest_coverage", None, 2010, 42)).wrong_passes == 1


def test_a_repetition_is_none_unless_it_is_banned() -> None:
    again = reading("F9", "co2_per_gdp_cut", 2010, 2015, 18)
    assert held(*RIGHT, again).wrong_passes == 0
    banned = Page(values=(CUT, LEVEL), never=(("co2_per_gdp_cut", 2010, 2015, "18 %"),))
    assert held(*RIGHT, page=banned).wrong_passes == 1


@pytest.mark.parametrize(("state", "value", "right", "passes"), [
    ("stated", 2018, 1, 0), ("stated", 2020, 0, 1), ("absent", None, 0, 0)])
def test_a_fact(state: str, value: object, right: int, passes: int) -> None:
    facts = {"co2_peak_year": {"state": state, "value": value, "evidence": []}}
    result = held(page=Page(facts={"co2_peak_year": ["stated", 2018]}), facts=facts)
    assert (result.facts, result.wrong_passes) == ([right, 1], passes)
    assert held(page=Page(), facts=facts).wrong_passes == (state == "stated")  # where nothing of it is written down


@pytest.mark.parametrize(("written", "value", "unit"), [
    ("25–28 %", {"low": 25, "high": 28, "bound": "range"}, "%"),
    ("≥40 %", {"low": 40, "high": None, "bound": "at_least"}, "%"),
    ("17 % 力争 20", {"low": 17, "high": 17, "bound": "exact", "stretch": 20}, "%"),
    ("1.2 亿吨标准煤", {"low": 12000, "high": 12000, "bound": "exact"}, "万吨标准煤"),
    ("780 万亩", {"low": 52, "high": 52, "bound": "exact"}, "万公顷")])
def test_the_same_value(written: str, value: dict, unit: str) -> None:
    assert same(written, value, unit)
    assert not same(written, {**value, "bound": "about"}, unit) and not same(written, value, "亿人")
