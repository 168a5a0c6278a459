"""The sheet of facts: each state, each kind of value, and whatever an applicant can get wrong in it."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.ingest.fact_sheet import with_read
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.plan import Fact, Plan, SourceFile
from lowcarbon_desktop.plan.form import FACTS_MARK
from lowcarbon_desktop.review import Correction

KNOWN = reference()
HEADS = (FACTS_MARK, "事项", "填报说明", "状态", "内容", "出处")


def grid(sheet: str, *rows: tuple[str, ...]) -> Grid:
    return Grid("form.xlsx", sheet, tuple(tuple(map(RawCell, row)) for row in rows))


def plan_of(*rows: tuple[str, str, str, str], more: tuple[Grid, ...] = (), corrections=()) -> Plan:
    """A plan of a sheet of facts with rows of (id, state, value, source)."""
    facts = grid("事项", ("事项填报表",), (), HEADS, *((id, "名称", "说明", *rest) for id, *rest in rows))
    source = Source((SourceFile("form.xlsx", "0" * 64),), (*more, facts))
    plan, = build_plans(source, KNOWN, corrections=corrections)
    return plan


def codes(plan: Plan) -> list[str]:
    return [remark.code for remark in plan.remarks if remark.code.startswith("form-")]


@pytest.mark.parametrize(("state", "value", "read"), [
    ("已载明", "", "stated"), ("正在编制", "", "in_preparation"), ("没有", "", "absent"), ("", "", "unknown"),
    ("有", "", "stated"), ("√", "", "stated"), ("已印发", "", "stated"), ("编制中", "", "in_preparation"),
    ("无", "", "absent"), ("否", "", "absent"),
    ("Stated", "", "stated"), ("in preparation", "", "in_preparation"), ("None", "", "absent")])
def test_each_word_of_the_drop_down_is_a_state(state: str, value: str, read: str) -> None:
    fact = plan_of(("leading_group", state, value, "")).fact("leading_group")
    assert (fact.state, fact.settled, fact.by) == (read, False, "machine")


@pytest.mark.parametrize(("id", "printed", "value"), [
    ("co2_peak_year", "2020", 2020), ("co2_peak_year", "２０２０年", 2020), ("co2_peak_year", "2020年前后", 2020),
    ("leading_group_head", "党委书记", "party_secretary"), ("leading_group_head", "Party secretary", "party_secretary"),
    ("leading_group_head", "party_secretary", "party_secretary"),
    ("dedicated_fund", "每年 2000 万元", "每年 2000 万元")])
def test_a_value_is_what_its_kind_wants(id: str, printed: str, value: object) -> None:
    plan = plan_of((id, "已载明", printed, "方案第 3 页"))
    assert plan.fact(id).value == value
    assert codes(plan) == []
    evidence, = plan.fact(id).evidence
    assert evidence.text == f"已载明 {printed} 方案第 3 页"
    assert str(evidence.where) == "事项!E4"


@pytest.mark.parametrize(("id", "printed"), [("co2_peak_year", "十三五期间"), ("co2_peak_year", "20200"),
                                             ("leading_group_head", "王某某")])
def test_a_value_that_is_not_understood_is_told_and_never_guessed(id: str, printed: str) -> None:
    plan = plan_of((id, "已载明", printed, ""))
    assert (plan.fact(id).state, plan.fact(id).value) == ("stated", None)
    assert codes(plan) == ["form-fact-value"]


def test_a_value_without_a_state_counts_as_stated() -> None:
    assert plan_of(("co2_peak_year", "", "2020", "")).fact("co2_peak_year").state == "stated"


def test_none_beside_a_value_is_a_conflict() -> None:
    plan = plan_of(("dedicated_fund", "没有", "2000 万元", ""))
    assert (plan.fact("dedicated_fund").state, plan.fact("dedicated_fund").value) == ("conflict", None)
    assert codes(plan) == ["form-fact-contradicts"]


def test_a_state_that_is_no_word_of_the_list_is_unknown_and_told() -> None:
    plan = plan_of(("leading_group", "基本成立", "", ""))
    assert plan.fact("leading_group").state == "unknown"
    assert "form-fact-state" in codes(plan)
    assert "form-facts-empty" not in codes(plan), "a state was chosen, if none of the list"


def test_an_id_that_is_not_known_is_told() -> None:
    plan = plan_of(("leading_grupo", "已载明", "", ""))
    assert codes(plan) == ["form-fact-unknown"]


def test_one_fact_in_two_rows_that_disagree_is_a_conflict() -> None:
    plan = plan_of(("co2_peak_year", "已载明", "2020", ""), ("co2_peak_year", "已载明", "2025", ""))
    assert plan.fact("co2_peak_year").state == "conflict"
    assert plan.fact("co2_peak_year").values == (2020, 2025)
    assert len(plan.fact("co2_peak_year").evidence) == 2


@pytest.mark.parametrize(("printed", "state"), [("2020", "stated"), ("2025", "conflict")])
def test_a_row_of_the_table_and_the_sheet_are_held_together(printed: str, state: str) -> None:
    table = grid("指标表", ("指标", "单位", "2020年目标"), ("二氧化碳排放达峰年份", "年", "2020"))
    plan = plan_of(("co2_peak_year", "已载明", printed, ""), more=(table,))
    assert plan.fact("co2_peak_year").state == state


def test_a_correction_of_the_sheet_is_read() -> None:
    corrected = Correction("form.xlsx", "事项", "E4", "2002", "2020", "笔误")
    plan = plan_of(("co2_peak_year", "已载明", "2002", ""), corrections=(corrected,))
    assert plan.fact("co2_peak_year").value == 2020


def test_a_sheet_of_facts_alone_is_a_plan_and_none_of_its_rows_is_lost() -> None:
    plan = plan_of(("leading_group", "已载明", "", ""), ("pilot_plan", "没有", "", ""))
    table, = plan.tables
    assert (table.taken, [row.role for row in table.rows]) == (False, ["title", "blank", "header", "about", "about"])
    assert {id: fact.state for id, fact in plan.facts.items() if fact.state != "unknown"} == {
        "leading_group": "stated", "pilot_plan": "absent"}


@pytest.mark.parametrize("id", ["leading_group", "leading_group_head"])
def test_a_fact_that_is_denied_fails_in_words_that_say_so(id: str) -> None:
    plan = plan_of((id, "没有", "", ""))
    found = {each.criterion: each for each in check([plan], load_rubric(), KNOWN)[0].findings}
    finding = found[f"organisation.{id.replace('_', '-')}"]
    assert (finding.outcome, finding.settled, finding.details[0].message.code) == ("fail", False, "fact-denied")


@pytest.mark.parametrize(("form", "text", "state"), [
    ("到2015年不超过7000万吨", "2015年控制在7000万吨以内", "stated"),
    ("7,000万吨", "2015年控制在7000万吨以内", "stated"),
    ("到2015年不超过8000万吨", "2015年控制在7000万吨以内", "conflict"),
    ("到2020年不超过7000万吨", "2015年控制在7000万吨以内", "conflict"),
    ("有上限", "2015年控制在7000万吨以内", "conflict")])
def test_one_cap_in_other_words_is_one_cap(form: str, text: str, state: str) -> None:
    sheet, prose = (Fact("total_emission_cap", "stated", value) for value in (form, text))
    assert with_read({sheet.id: sheet}, {prose.id: prose})[sheet.id].state == state
