"""A whole plan in prose, as Word and as PDF, read and judged to the end with the second batch's law."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import Plan
from tests.ingest.documents import paper, word

RUBRIC = load_rubric()
PLAN = (
    "厦门市低碳城市试点工作实施方案", "2012年5月31日",
    "一、基础条件",
    "“十一五”期间，全市单位GDP能耗累计下降20.45%，完成了省下达的任务。2010年，全市森林覆盖率为42.1%。",
    "二、面临形势",
    "国家提出，到2020年单位GDP二氧化碳排放比2005年下降40%—45%。杭州市提出到2015年单位GDP二氧化碳排放比2010年下降20%。",
    "福建省下达我市“十二五”单位GDP二氧化碳排放下降指标为17%。",
    "三、主要目标",
    ("到2015年，单位GDP二氧化碳排放比2010年下降18%，单位GDP能耗比2010年下降10%，非化石能源占一次能源消费比重达到11.4%，"
     "森林覆盖率达到43%；到2020年，单位GDP二氧化碳排放比2005年下降45%。"),
    "全市二氧化碳排放总量在2020年左右达到峰值。到2015年，能源消费总量控制在1500万吨标准煤以内。",
    "四、重点任务",
    "加快产业结构调整，发展现代服务业。思明区到2015年单位GDP二氧化碳排放比2010年下降25%。",
    "基准情景下，2015年单位GDP二氧化碳排放比2010年下降8%。",
)
TABLE = [["指标", "单位", "2015年"], ["单位GDP二氧化碳排放比2010年下降率", "%", "18.2"]]


def judged(path: Path) -> tuple[Plan, Assessment]:
    (plan,) = open_plan(path, reference())
    (found,) = check([plan], RUBRIC, reference())
    return plan, found


@pytest.fixture(params=["docx", "pdf"])
def write(request: pytest.FixtureRequest, tmp_path: Path):
    kind, writer = request.param, word if request.param == "docx" else paper
    return lambda *parts: writer.save(tmp_path / f"方案.{kind}", *(
        writer.table(part) if isinstance(part, list) and kind == "pdf" else word.table(*part)
        if isinstance(part, list) else part for part in parts))


def own(plan: Plan) -> list[tuple]:
    return [(each.indicator, each.base_year, each.target_year, str(each.value)) for each in plan.readings
            if each.region is None and each.kind == "target" and not each.doubts and each.repeats is None]


def test_all_targets_are_read_and_nobody_elses(write) -> None:
    plan, _ = judged(write(*PLAN))
    assert plan.name == "厦门" and plan.whole
    assert own(plan) == [
        ("co2_per_gdp_cut", 2010, 2015, "18%"), ("energy_per_gdp_cut", 2010, 2015, "10%"),
        ("nonfossil_share", None, 2015, "11.4%"), ("forest_coverage", None, 2015, "43%"),
        ("co2_per_gdp_cut", 2005, 2020, "45%"), ("energy_total", None, 2015, "≤1500万吨标准煤")]
    places = [each.where for each in plan.readings]
    assert all(where.paragraph is not None and where.cell for where in places)
    assert len({(where.paragraph, where.cell) for where in places}) == len(places)


def test_it_is_judged_by_what_the_sentences_say(write) -> None:
    _, found = judged(write(*PLAN))
    outcomes = {id: found.finding(id).outcome for id in (
        "targets.co2-2015.nation", "targets.co2-2015.province", "targets.co2-2020.nation",
        "targets.energy-2015.nation", "targets.nonfossil-2015.nation", "targets.near-and-long-term",
        "peak.year-stated", "caps.energy", "caps.total-emission")}
    assert outcomes == {
        "targets.co2-2015.nation": "pass", "targets.co2-2015.province": "pass", "targets.co2-2020.nation": "pass",
        "targets.energy-2015.nation": "fail", "targets.nonfossil-2015.nation": "pass",
        "targets.near-and-long-term": "pass", "peak.year-stated": "pass", "caps.energy": "pass",
        "caps.total-emission": "fail"}
    assert not found.finding("peak.year-stated").settled


@pytest.mark.parametrize(("sentence", "outcome"), [
    ("到2015年，单位GDP二氧化碳排放比2010年下降约18%。", "pass"),
    ("到2015年，单位GDP二氧化碳排放比2010年下降18%以上。", "pass"),
    ("到2015年，单位GDP二氧化碳排放比2010年下降18.2%，力争下降20%。", "pass"),
    ("到2015年，力争单位GDP二氧化碳排放比2010年下降20%。", "pass"),
    ("到2015年，杭州市单位GDP二氧化碳排放比2010年下降20%。", "pass"),
    ("按照国家要求，到2015年，单位GDP二氧化碳排放比2010年下降17%。", "pass"),
    ("到2015年，单位GDP二氧化碳排放比2010年下降17%。", "cannot_tell"),
    ("到2015年，单位GDP二氧化碳排放比2010年下降20%。", "cannot_tell"),
    ("到2015年，单位GDP二氧化碳排放下降17%。", "cannot_tell"),
])
def test_a_sentence_beside_the_table(sentence: str, outcome: str, write) -> None:
    """What follows from the table is said once; what contradicts it leaves the question open, with both places."""
    plan, found = judged(write(PLAN[0], "三、主要目标", sentence, "我市主要指标如下表。", TABLE))
    finding = found.finding("targets.co2-2015.nation")
    assert finding.outcome == outcome, [own(plan), finding]
    assert len(own(plan)) == (2 if outcome == "cannot_tell" else 1)
    repeating = [each.repeats for each in plan.readings if each.repeats is not None]
    ours = "杭州" not in sentence and "国家" not in sentence
    assert bool(repeating) == (outcome == "pass" and ours) and all(where.table == 1 for where in repeating)


def test_a_sentence_that_leaves_a_part_out_speaks_of_the_table_too(write) -> None:
    plan, found = judged(write(PLAN[0], "三、主要目标", "我市主要指标如下表。", TABLE, "上述指标均不含沿海石化基地。"))
    assert own(plan) == []
    assert found.finding("targets.co2-2015.nation").outcome == "cannot_tell"


@pytest.mark.parametrize(("cell", "outcome"), [("18", "pass"), ("18.2", "cannot_tell")])
def test_a_sentence_names_the_base_year_that_the_table_leaves_out(write, cell: str, outcome: str) -> None:
    """The same number is judged by the sentence; another one contradicts it, and neither is taken."""
    table = [["指标", "单位", "2015年"], ["单位GDP二氧化碳排放下降率", "%", cell]]
    plan, found = judged(write(*PLAN, table))
    assert found.finding("targets.co2-2015.nation").outcome == outcome
    assert all(each.base_year is None for each in plan.readings if each.printed == cell)
