"""The least change: what it asks for makes the failure go, a value is asked for once, and no more than is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.checks.least_change import least_change
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.plan import Fact, SourceFile
from lowcarbon_desktop.wording import say

RUBRIC = load_rubric()
CRITERIA = ("targets.co2-2015.nation", "targets.co2-2015.province")


def judged(co2: str, facts: dict[str, Fact] | None = None, region: str = "厦门") -> Assessment:
    rows = (("序号", "目标项", "单位", "2015"), ("1", "单位GDP二氧化碳排放比2010年下降率", "%", co2))
    grid = Grid("表.csv", "指标表", tuple(tuple(map(RawCell, row)) for row in rows))
    plan, = build_plans(Source((SourceFile("表.csv", "0"),), (grid,), (), (), False), reference(), region=region)
    assessment, = check([plan], RUBRIC, reference(), facts=facts)
    return assessment


def test_a_value_below_two_lines_is_raised_once_and_to_the_stricter() -> None:
    change = judged("16").least_change[0]
    assert change.criteria == CRITERIA and change.severity == "must" and change.settled
    assert say(change.action, "zh") == "把单位 GDP 二氧化碳排放下降率（2010→2015）由 16% 提高到 17.5%"
    assert change.line is not None and change.line.low == 17.5


@settings(max_examples=15, deadline=None)
@given(st.integers(50, 170))
def test_what_it_asks_for_is_enough_and_less_is_not(tenths: int) -> None:
    low = next(change.line.low for change in judged(f"{tenths / 10:g}").least_change if change.line is not None)
    assert not any(change.line for change in judged(f"{low:g}").least_change)
    assert any(change.line for change in judged(f"{low - 0.1:g}").least_change)


@pytest.mark.parametrize("state, value, code", [
    ("absent", None, "least-state"), ("in_preparation", None, "least-finish"), ("stated", None, None)])
def test_a_fact_is_stated_or_carried_out(state: str, value: object, code: str | None) -> None:
    fact = Fact("leading_group", state, value, True, "reviewer")
    found = [change.action.code for change in judged("20", {"leading_group": fact}).least_change
             if change.criteria == ("organisation.leading-group",)]
    assert found == ([code] if code else [])


def test_the_head_of_the_group_is_to_be_the_leader() -> None:
    fact = Fact("leading_group_head", "stated", "vice_head", True, "reviewer")
    (change,) = [change for change in judged("20", {"leading_group_head": fact}).least_change
                 if "organisation.leading-group-head" in change.criteria]
    assert change.action.code == "least-qualify" and change.action.args["wanted"]


def test_every_failure_is_on_the_list_and_nothing_else_is() -> None:
    assessment = judged("16")
    failed = {finding.criterion for finding in assessment.findings if finding.outcome == "fail"}
    assert {each for change in assessment.least_change for each in change.criteria} == failed
    passed = replace(assessment, findings=tuple(each for each in assessment.findings if each.outcome != "fail"))
    assert passed.least_change == ()


@pytest.mark.parametrize("criterion, code", [
    ("organisation.leading-group", "least-remedy"), ("targets.co2-2015.nation", "least-asked")])
def test_what_only_a_person_fails_is_on_the_list_too(criterion: str, code: str) -> None:
    """Else a reviewed report would say that nothing fails once the list is done."""
    findings = judged("20").findings
    failed = tuple(each._replace(outcome="fail", settled=True) if each.criterion == criterion else each
                   for each in findings)
    changes = [change for change in least_change(failed) if change.criteria == (criterion,)]
    assert [(change.action.code, change.settled) for change in changes] == [(code, True)]
    assert say(changes[0].action, "zh")
