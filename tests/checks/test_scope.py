"""Where a criterion applies: level, day, indicators; what a mere table cannot tell is not decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks.kind import Context
from lowcarbon_desktop.checks.scope import out_of_scope
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.plan import SourceFile
from lowcarbon_desktop.rubric.model import Applies

ROWS = (("序号", "目标项", "单位", "2015"), ("1", "非化石能源占一次能源消费比重", "%", "12"),
        ("2", "森林覆盖率", "%", "—"))


def outcome(applies: Applies, *, region: str | None = "厦门", whole: bool = False) -> str | None:
    grid = Grid("a.csv", "指标表", tuple(tuple(map(RawCell, row)) for row in ROWS))
    known = reference()
    plan, = build_plans(Source((SourceFile("a.csv", "0"),), (grid,)), known, region=region)
    plan = replace(plan, whole=whole)
    found = out_of_scope(applies, Context(plan, known.register, known.facts, known.lines, date(2012, 6, 30)))
    return None if found is None else found.outcome


@pytest.mark.parametrize("region, level, expected", [
    ("厦门", "city", None), ("福建", "province", None), ("天津", "province", None), ("济源", "city", None),
    ("厦门", "province", "not_applicable"), ("福建", "city", "not_applicable"), ("天津", "city", "not_applicable"),
    (None, "city", "cannot_tell")])
def test_a_level(region: str | None, level: str, expected: str | None) -> None:
    assert outcome(Applies(levels=(level,)), region=region) == expected


@pytest.mark.parametrize("since, until, expected", [
    (None, date(2012, 6, 30), None), (date(2012, 6, 30), None, None), (date(2012, 7, 1), None, "not_applicable"),
    (None, date(2012, 6, 29), "not_applicable")])
def test_a_day(since: date | None, until: date | None, expected: str | None) -> None:
    assert outcome(Applies(since=since, until=until)) == expected


@pytest.mark.parametrize("indicator, whole, expected", [
    ("nonfossil_share", False, None), ("nonfossil_share", True, None), ("services_share", True, "not_applicable"),
    ("services_share", False, "cannot_tell"), ("forest_coverage", True, "not_applicable")])
def test_an_indicator(indicator: str, whole: bool, expected: str | None) -> None:
    assert outcome(Applies(indicators=(indicator,)), whole=whole) == expected
