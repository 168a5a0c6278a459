"""Corrections of meaning and nods, by tables that an expert can read: tests/app/corrections.yaml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.corrections_file import read_corrections
from lowcarbon_desktop.app.open_plan import build_plans, open_plan, read_source
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.ingest.grid import Source
from lowcarbon_desktop.plan import Reading, Where
from lowcarbon_desktop.review import Correction
from lowcarbon_desktop.wording import say
from tests.ingest.documents import word

CASES = yaml.safe_load((Path(__file__).parent / "corrections.yaml").read_text("utf-8"))
DOUBTED = "厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年,备注\n单位GDP二氧化碳排放比2010年下降,%,17,暂定\n"


def opened(folder: Path, table: str) -> Session:
    path = folder / "方案.csv"
    path.write_text(table, encoding="utf-8")
    return Session.open(path)


def at(cell: str) -> Where:
    return Where("方案.csv", None, cell)


def reading(session: Session, cell: str) -> Reading:
    return next(each for each in session.plan.readings if each.where == at(cell))


def seen(session: Session, cell: str) -> dict[str, object]:
    each = reading(session, cell)
    return {**{name: getattr(each, name) for name in Reading.__dataclass_fields__},
            "low": each.value.low if each.value else None, "corrected": list(each.corrected),
            "doubts": [doubt.code for doubt in each.doubts]}


def act(session: Session, case: dict) -> None:
    for each in case.get("correct", ()):
        session.correct_field(at(each["cell"]), each["field"], each["value"])
    if "confirm" in case:
        session.confirm_readings([at(cell) for cell in case["confirm"]])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_by_the_table(tmp_path: Path, case: dict) -> None:
    session = opened(tmp_path, case["table"])
    machine = session.assessment
    if "refused" in case:
        with pytest.raises(UsageError) as error:
            act(session, case)
        assert error.value.message.code == case["refused"]
        assert all(say(error.value.message, lang) for lang in ("zh", "en"))
        assert session.assessment == machine and session.to_undo is None
        return
    act(session, case)
    for cell, expected in case["read"].items():
        found = seen(session, cell)
        assert {name: found[name] for name in expected} == expected
        rule = reading(session, cell).rule
        assert rule is not None and all(say(rule, lang) for lang in ("zh", "en"))
    for cell, words in case.get("rule", {}).items():
        assert say(reading(session, cell).rule, "zh") == words
    assert session.plan.remarks == machine.plan.remarks
    again = Session.open(session.path)
    assert again.assessment == session.assessment

    kept = session.review_path
    assert kept is not None
    (plan,) = open_plan(session.path, reference(), corrections=read_corrections(kept, reference()))
    (fresh,) = check((plan,), load_rubric(), reference())
    assert fresh.findings == session.assessment.findings

    while session.to_undo is not None:
        assert say(session.to_undo, "zh")
        session.undo()
    assert session.assessment == machine


def test_a_corrected_row_is_no_unrecognised_row_any_more(tmp_path: Path) -> None:
    session = opened(tmp_path, "厦门市方案指标表\n指标,单位,2015 年\n某种说不清的排放下降,%,17\n")
    assert [table.taken for table in session.plan.tables] == [False]
    session.correct_field(at("C3"), "indicator", "co2_per_gdp_cut")
    (table,) = session.plan.tables
    assert table.taken and [row.role for row in table.rows][-1] == "indicator"
    assert "nothing-recognised" not in [each.code for each in session.plan.remarks]


def test_a_correction_back_to_what_the_program_understood_is_none(tmp_path: Path) -> None:
    session = opened(tmp_path, DOUBTED)
    session.correct_field(at("C3"), "base_year", "2005")
    session.correct_field(at("C3"), "base_year", "2010")
    assert session.review.corrections == {}
    assert session.to_undo is not None and session.to_undo.code == "change-field-back"


def test_several_nods_are_one_change_and_readings_without_doubt_need_none(tmp_path: Path) -> None:
    session = opened(tmp_path, DOUBTED + "森林覆盖率,%,42\n建筑面积覆盖率,%,0.5\n")
    session.confirm_readings([at("C3"), at("C4")])
    assert [key[2:] for key in session.review.corrections] == [("C3", "confirmed")]
    session.undo()
    assert session.review.corrections == {} and reading(session, "C3").doubts


def test_a_nod_counts_in_the_judgement(tmp_path: Path) -> None:
    session = opened(tmp_path, DOUBTED)
    before = session.assessment.finding("targets.co2-2015.nation")
    session.confirm_reading(at("C3"))
    after = session.assessment.finding("targets.co2-2015.nation")
    assert (before.outcome, after.outcome) == ("cannot_tell", "pass") and not after.open


def test_a_nod_ends_with_what_it_was_to(tmp_path: Path) -> None:
    session = opened(tmp_path, DOUBTED)
    session.confirm_reading(at("C3"))
    session.correct_field(at("C3"), "target_year", "2014")
    assert not any(key[3] == "confirmed" for key in session.review.corrections)
    session.undo()
    assert reading(session, "C3").corrected == ("confirmed",)
    session.correct(at("C3"), "71")
    assert reading(session, "C3").doubts and "confirmed" not in reading(session, "C3").corrected


def test_a_nod_is_void_where_another_cell_changes_what_is_understood(tmp_path: Path) -> None:
    session = opened(tmp_path, DOUBTED)
    session.confirm_reading(at("C3"))
    session.correct(at("C2"), "2020 年")
    assert reading(session, "C3").doubts
    assert [each.code for each in session.plan.remarks] == ["correction-understood-otherwise"]


@pytest.mark.parametrize(("table", "code"), [
    (DOUBTED.replace(",17", ",18"), "correction-not-applied"),
    (DOUBTED.replace("单位GDP二氧化碳排放比2010年下降", "单位GDP能耗比2010年下降"),
     "correction-understood-otherwise"),
    (DOUBTED.replace("单位GDP二氧化碳排放比2010年下降,%,17,暂定\n", "") + "森林覆盖率,,,17\n",
     "correction-not-applied"),
    (DOUBTED.replace("\n单位GDP", "\n森林覆盖率,%\n单位GDP"), "correction-not-applied"),
])
def test_in_a_revised_draft_only_what_still_stands_there_is_corrected(tmp_path: Path, table: str, code: str) -> None:
    opened(tmp_path, DOUBTED).correct_field(at("C3"), "base_year", "2005")
    again = opened(tmp_path, table)
    assert [each.code for each in again.plan.remarks if each.code != "nothing-recognised"] == [code]
    assert all(say(each, lang) for each in again.plan.remarks for lang in ("zh", "en"))
    assert all(each.origin == "read" for each in again.plan.readings) and len(again.review.corrections) == 1


def test_the_first_reading_with_a_value_is_meant_where_a_cell_holds_several(tmp_path: Path) -> None:
    from lowcarbon_desktop.app.corrected import position_at

    plan = opened(tmp_path, DOUBTED).plan
    (one,) = plan.readings
    several = replace(plan, readings=(replace(one, value=None), one, one))
    assert position_at(several, one.where) == 1


def test_an_amount_in_a_sentence_goes_by_its_short_name(tmp_path: Path) -> None:
    """A paragraph has no cell in a sheet: its amounts are corrected where they were read."""
    from lowcarbon_desktop.app.corrected import with_meanings

    session = opened(tmp_path, DOUBTED)
    where = Where("报告.docx", None, "P12.2")
    plan = replace(session.plan, readings=(replace(session.plan.readings[0], where=where),))
    source = Source(session.plan.files, ())
    text = Correction("报告.docx", None, "P12.2", "17", "18.5%")
    year = Correction("报告.docx", None, "P12.2", "17", "2014", field="target_year")
    made, outcomes = with_meanings(plan, [text, year], source, reference())
    (now,) = made.readings
    assert set(outcomes.values()) == {None}
    assert (now.printed, now.was, now.target_year, now.origin) == ("18.5%", "17", 2014, "entered")
    assert now.value is not None and now.value.low == 18.5
    other = replace(text, printed="16")
    assert [each.code for each in with_meanings(plan, [other], source, reference())[1].values() if each] == [
        "correction-not-applied"]


REPORT = ("厦门市低碳城市试点工作实施方案", "一、总体目标",
          "到2015年，我市单位地区生产总值二氧化碳排放比2010年下降17%，能源消费总量控制在1300万吨标准煤以内。",
          "到2020年，力争森林覆盖率达到45%。实施以上措施后，全市低碳发展水平将迈上新的台阶，各项工作走在全国前列。")


def test_the_sentences_of_a_report_are_corrected_like_cells(tmp_path: Path) -> None:
    path = word.save(tmp_path / "报告.docx", *REPORT)
    session = Session.open(path)
    first, energy, forest = (next(each for each in session.plan.readings if each.indicator == id)
                             for id in ("co2_per_gdp_cut", "energy_total", "forest_coverage"))

    def now(reading: Reading) -> Reading:
        return next(each for each in session.plan.readings if each.where == reading.where)

    session.correct(first.where, "17.5%")
    assert (now(first).value.low, now(first).was, now(first).origin) == (17.5, first.printed, "entered")
    session.correct_field(first.where, "base_year", "2005")
    assert (now(first).base_year, now(first).value.low) == (2005, 17.5)
    session.correct_field(energy.where, "unit", "亿吨标准煤")
    assert (now(energy).value.low, now(energy).value.high, now(energy).value.bound) == (
        energy.value.low, energy.value.high, energy.value.bound)
    assert {each.code: each.args["fact"].zh for each in session.plan.remarks}["fact-beside-correction"] == (
        reference().facts["energy_cap"].name.zh)
    assert [each.code for each in forest.doubts] == ["doubt-hope"]
    session.correct(forest.where, "46%")
    assert [each.code for each in now(forest).doubts] == ["doubt-hope"]
    session.confirm_reading(forest.where)
    assert now(forest).doubts == () and now(forest).value.low == 46
    again = Session.open(path)
    assert again.assessment == session.assessment and not [
        each for each in again.plan.remarks if each.code.startswith("correction")]


def test_a_peak_year_that_a_row_states_follows_its_correction(tmp_path: Path) -> None:
    session = opened(tmp_path, "厦门市方案指标表\n指标,单位,2015 年\n森林覆盖率,%,42\n碳的最高点年份,年,2025\n")
    assert session.plan.fact("co2_peak_year").state == "unknown"
    session.correct_field(at("C4"), "indicator", "co2_peak_year")
    assert (session.plan.fact("co2_peak_year").state, session.plan.fact("co2_peak_year").value) == ("stated", 2025)
    session.undo()
    assert session.plan.fact("co2_peak_year").state == "unknown"


def test_what_is_not_used_any_more_can_be_taken_back(tmp_path: Path) -> None:
    opened(tmp_path, DOUBTED).correct_field(at("C3"), "base_year", "2005")
    again = opened(tmp_path, DOUBTED.replace(",17", ",18"))
    again.take_back(at("C3"), "unit")
    assert again.to_undo is None
    again.take_back(at("C3"), "base_year")
    assert again.plan.remarks == () and again.review.corrections == {}
    again.undo()
    assert len(again.review.corrections) == 1
    with pytest.raises(UsageError, match="correction-field-unknown"):
        again.take_back(at("C3"), "base-year")


WANTED = [("indicator", "energy_per_gdp_cut"), ("base_year", "2005"), ("target_year", "2020"), ("region", "福建"),
          ("kind", "context"), ("unit", "%")]


@given(st.permutations(WANTED), st.integers(0, len(WANTED)))
def test_the_order_of_corrections_does_not_matter(tmp_path_factory: pytest.TempPathFactory,
                                                  order: list[tuple[str, str]], many: int) -> None:
    chosen = order[:many]
    path = tmp_path_factory.getbasetemp() / "方案.csv"
    path.write_text(DOUBTED, encoding="utf-8")
    source = read_source(path)
    made = [Correction("方案.csv", None, "C3", "17", value, field=field) for field, value in chosen]
    (one,) = build_plans(source, reference(), corrections=made)
    (other,) = build_plans(source, reference(), corrections=sorted(made, key=lambda each: each.field))
    assert one == other
    (reading,) = one.readings
    assert set(reading.corrected) == {field for field, _ in chosen}
