"""What a report says, tested without a PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.report.content import content
from tests.report import samples
from tests.report.samples import EMPTY, KINDS, NOTES, ORDINARY, REGISTER


def said(assessment: Assessment = ORDINARY, lang: str = "zh"):
    return content(assessment, REGISTER, KINDS, NOTES, lang)


def only(*criteria: str) -> Assessment:
    """The ordinary assessment with some of its criteria."""
    rubric = replace(samples.RUBRIC, criteria=tuple(each for each in samples.CRITERIA if each.id in criteria))
    return Assessment(samples.PLAN, rubric, tuple(each for each in samples.FINDINGS if each.criterion in criteria))


def test_the_verdict_rests_on_the_musts_and_counts_what_is_open():
    assert said().conclusion.verdict == "不符合要求：5 个必须项中有 1 项不通过，2 项未了结。"
    assert said(lang="en").conclusion.verdict == "Requirements not met. Of 5 musts, failed: 1; still open: 2."
    assert said(only("targets.energy-2015.province")).conclusion.outcome == "cannot_tell"
    assert said(only("targets.co2-2020.nation")).conclusion.verdict == "符合要求：1 个必须项全部通过。"
    assert said(only("consistency.kaya")).conclusion.verdict == "没有适用的必须项，不能据此下结论。"


def test_counts_stand_by_severity_and_add_up_to_all_criteria():
    counts = said().conclusion.counts
    assert [(each.severity, each.passed, each.failed, each.open, each.not_applicable) for each in counts] == [
        ("must", 2, 1, 2, 0), ("should", 1, 0, 2, 0), ("note", 0, 1, 0, 1)]


def test_the_score_is_an_interval_until_nothing_is_open():
    assert said().conclusion.score == "得分区间 37.5～87.5 分（满分 100 分），尚有 4 项未了结；全部了结后方为最终得分。"
    assert said(only("targets.co2-2020.nation")).conclusion.score == "得分 100 分（满分 100 分），全部条目均已了结。"
    assert said(only("consistency.kaya")).conclusion.score == "没有可以计分的条目。"


def test_points_by_dimension_leave_out_a_dimension_without_criteria():
    assert said().conclusion.dimensions == (("碳产出", "33.3～83.4", 3), ("低碳政策", "50～100", 1))


def test_a_grade_stands_beside_its_pass():
    labels = {item.criterion: item.label for section in said().sections for item in section.items}
    assert labels["targets.co2-2020.nation"] == "通过 · 合格"


def test_own_points_are_said_to_be_own():
    assert said(lang="en").conclusion.points == (
        "The points are this program's own proposal, not the authority's, and for reference only.")
    official = replace(samples.RUBRIC, own_points=False)
    assert said(replace(ORDINARY, rubric=official)).conclusion.points == ""


def test_what_must_be_mended_has_place_print_line_margin_and_remedy():
    first, second = said().mend
    assert (first.severity, second.severity) == ("must", "note")
    worst = first.worst
    assert (worst.place, worst.printed, worst.value) == ("指标表!D5", "17", "17%")
    assert worst.line == "≥17.5%（福建，国发[2011]41号附件）"
    assert worst.margin == "−0.5 个百分点"
    assert first.remedy == "提高到 17.5 % 以上，或说明省级下达指标的出处"


def test_a_pass_of_several_details_says_all_of_them():
    detail = samples.FINDINGS[0].details[0]
    other = detail._replace(message=samples.said("2020 年另有目标"))
    finding = samples.FINDINGS[0]._replace(details=(detail, other))
    item = said(replace(ORDINARY, findings=(finding, *samples.FINDINGS[1:]))).sections[0].items[0]
    assert item.message.endswith("；2020 年另有目标") and item.worst.message == item.details[0].message


def test_english_names_the_places_in_english_and_the_source_in_full():
    assert said(lang="en").applicant == "Xiamen"
    region = samples.XIAMEN._replace(province_english="Fujian")
    english = said(replace(ORDINARY, plan=replace(samples.PLAN, region=region)), "en")
    about = dict(english.provenance.about)
    assert (about["Applicant"], about["Province"]) == ("Xiamen", "Fujian")
    assert {line.region for line in english.provenance.lines} == {"the nation", "Fujian"}
    assert english.provenance.footer.startswith("Xiamen · ")
    assert english.bars[0].marks[1].said.startswith("Fujian ≥17.5 %")
    assert english.sections[0].items[0].citation == (
        "Evaluation report on the national low-carbon pilots, 2.3, table 16")
    assert said().sections[0].items[0].citation == "《国家低碳省区和低碳城市试点评估报告》2.3 表16"


def test_the_arithmetic_says_what_it_derives_and_has_the_signs_of_the_language():
    steps = said().sections[3].items[1].details[0].steps
    assert steps == ("推算：", "1 − (1 − 17%) ÷ (1 − 16.5%) = 0.6%")


def test_what_is_printed_is_not_given_a_unit_that_stands_elsewhere():
    reading = said().readings[0]
    assert (reading.printed, reading.unit, reading.value) == ("17", "%", "17%")


def test_what_is_open_says_what_settles_it():
    needs = {item.criterion: item.needs for item in said().open}
    assert needs == {
        "targets.energy-2015.province": "须核实所依据的指标线：国发[2011]26号附件",
        "peak.year-stated": "依据由程序找到，须由评审人确认",
        "targets.nonfossil-2015.nation": "补充 2015 年的数值",
        "organisation.fit": "须由评审人作出判断"}


def test_an_unconfirmed_line_is_marked_and_its_pass_is_provisional():
    item = next(each for each in said().open if each.criterion == "targets.energy-2015.province")
    assert item.label == "通过（待确认）"
    assert item.worst.line == "≥16%（福建，国发[2011]26号附件）【未核实】"


def test_every_finding_stands_in_its_section_with_the_note():
    sections = {section.title: [item.criterion for item in section.items] for section in said().sections}
    assert sections["组织保障"] == ["organisation.leading-group", "organisation.fit"]
    assert sum(len(items) for items in sections.values()) == len(samples.CRITERIA)
    noted = [item for section in said().sections for item in section.items if item.note]
    assert [item.criterion for item in noted] == ["targets.co2-2015.province"]


def test_the_table_keeps_every_row_its_role_and_what_was_corrected():
    taken, left = said().tables
    assert (taken.taken, left.taken) == (True, False)
    assert [row.role for row in taken.rows] == [row.role for row in samples.TABLE.rows]
    corrected = next(row for row in taken.rows if row.number == "6")
    assert corrected.cells[3] == "16.5【已更正，原文：10】"
    unrecognised = next(row for row in taken.rows if row.role == "unrecognised")
    assert (unrecognised.label, unrecognised.remark) == ("未识别", "指标登记册中没有这一指标")


def test_a_value_that_is_not_stated_is_never_a_zero():
    missing = said().readings[3]
    assert (missing.printed, missing.value) == ("——", "未给出数值")


def test_a_text_that_was_not_understood_is_told_from_one_that_states_nothing():
    odd = replace(samples.READINGS[3], printed="十几", doubts=(samples.said("不是数"),))
    plan = replace(samples.PLAN, readings=(*samples.READINGS[:3], odd, samples.READINGS[4]))
    assert said(replace(ORDINARY, plan=plan)).readings[3].value == "未能理解"


def test_facts_have_state_value_and_source_and_the_unknown_are_there():
    facts = {fact.name: fact for fact in said().facts}
    assert facts["领导小组组长"].value == "党政主要领导"
    assert facts["二氧化碳排放达峰年份"].sources == ("实施方案.docx 第 12 页：“力争2020年达到峰值”",)
    assert facts["二氧化碳排放达峰年份"].by == "程序读出（待确认）"
    assert facts["低碳发展专项资金"].label == "未知"


def test_the_provenance_repeats_the_judgement():
    provenance = said().provenance
    about = dict(provenance.about)
    assert about["评审基准日"] == "2012-05-31（取自申报材料）"
    assert about["所属省份"] == "福建"
    assert about["评审标准校验值 SHA-256"] == samples.RUBRIC.sha256
    assert provenance.files == ((samples.FILE, "ab" * 32),)
    assert [(each.region, each.value, each.status) for each in provenance.lines] == [
        ("全国", "≥17%", "已核实"), ("福建", "≥17.5%", "已核实"), ("全国", "≥40%（高限 45）", "已核实"),
        ("福建", "≥16%", "未核实"), ("全国", "≥11.4%", "已核实")]


def test_a_bar_has_both_lines_and_what_cannot_be_told_has_no_number():
    co2, range_, _energy, nonfossil = said().bars
    assert [(mark.value, mark.nation) for mark in co2.marks] == [(17, True), (17.5, False)]
    assert co2.marks[1].said == "福建 ≥17.5%：−0.5 个百分点"
    assert (range_.low, range_.high) == (40, 45)
    assert (nonfossil.low, nonfossil.high, nonfossil.untold) == (None, None, "无法判断")


def test_an_empty_plan_has_no_region_no_date_no_chart():
    empty = said(EMPTY)
    assert empty.applicant == "空表.xlsx"
    assert dict(empty.provenance.about)["评审基准日"] == "未定"
    assert (empty.bars, empty.tables, empty.readings, empty.mend) == ((), (), (), ())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_several_files_are_named_in_every_place(lang):
    plan = replace(samples.PLAN, files=(*samples.PLAN.files, samples.SourceFile("实施方案.docx", "cd" * 32)))
    item = said(replace(ORDINARY, plan=plan), lang).mend[0]
    assert item.worst.place == "厦门市指标表.xlsx: 指标表!D5"
