"""Nods to facts that the machine found, and refusals: they count at once, and only for what was found then."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcarbon_desktop.app.facts_file import read_facts, read_nods
from lowcarbon_desktop.app.nods import with_nods
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.errors import FaultyData, UsageError
from lowcarbon_desktop.report.reading_said import facts
from lowcarbon_desktop.review import Nod, StatedFact
from lowcarbon_desktop.wording import say

PEAK = "co2_peak_year"
TABLE = "厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n森林覆盖率,%,42\n二氧化碳排放峰值年份,年,2025\n"


def opened(folder: Path, table: str = TABLE) -> Session:
    path = folder / "方案.csv"
    path.write_text(table, encoding="utf-8")
    return Session.open(path)


def told(session: Session) -> list[str]:
    assert all(say(each, lang) for each in session.plan.remarks for lang in ("zh", "en"))
    return [each.code for each in session.plan.remarks]


def test_a_nod_settles_what_the_machine_found_with_its_evidence(tmp_path: Path) -> None:
    session = opened(tmp_path)
    found = session.plan.fact(PEAK)
    assert (found.state, found.value, found.settled) == ("stated", 2025, False)
    assert session.assessment.finding("peak.year-stated").open
    session.confirm_fact(PEAK)
    now = session.plan.fact(PEAK)
    assert (now.value, now.settled, now.by, now.evidence) == (2025, True, "machine", found.evidence)
    assert not session.assessment.finding("peak.year-stated").open
    (said,) = [each for each in facts(session.plan, reference().facts, "zh") if each.state == "stated"]
    assert said.by == "程序读出，评审人确认"
    assert Session.open(session.path).assessment == session.assessment
    assert "--facts" in session.command_line()
    session.undo()
    assert session.plan.fact(PEAK) == found


def test_a_refused_fact_is_unknown_and_that_is_told(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.refuse_fact(PEAK)
    assert (session.plan.fact(PEAK).state, session.plan.fact(PEAK).by) == ("unknown", "reviewer")
    assert told(session) == ["nod-refused"]
    assert session.assessment.finding("peak.year-stated").outcome == "cannot_tell"
    session.state_fact(StatedFact(PEAK, "stated", 2020, "第 3 页"))
    assert session.plan.fact(PEAK).value == 2020 and told(session) == [] and session.review.nods == {}
    session.confirm_fact(PEAK)
    assert session.plan.fact(PEAK).value == 2025 and session.review.facts == {}
    session.withdraw_fact(PEAK)
    assert session.review.nods == {} and not session.plan.fact(PEAK).settled


@pytest.mark.parametrize("agreed", [True, False])
def test_a_draft_that_says_otherwise_now_is_not_nodded_to(tmp_path: Path, agreed: bool) -> None:
    session = opened(tmp_path)
    session.confirm_fact(PEAK) if agreed else session.refuse_fact(PEAK)
    changed = opened(tmp_path, TABLE.replace("2025", "2030"))
    assert (changed.plan.fact(PEAK).value, changed.plan.fact(PEAK).settled) == (2030, False)
    assert told(changed) == ["nod-void"] and PEAK in changed.review.nods
    gone = opened(tmp_path, TABLE[:TABLE.index("二氧化碳")])
    assert gone.plan.fact(PEAK).state == "unknown" and told(gone) == ["nod-nothing"]


def test_nothing_found_or_a_conflict_cannot_be_nodded_to(tmp_path: Path) -> None:
    session = opened(tmp_path)
    for id, code in (("leading_group", "nod-nothing"), ("co2_peak_yaer", "fact-id-unknown")):
        with pytest.raises(UsageError, match=code):
            session.confirm_fact(id)
    with pytest.raises(UsageError, match="nod-nothing"):
        session.confirm_facts([PEAK, "leading_group"])
    assert session.review.nods == {} and session.to_undo is None
    conflict = opened(tmp_path, TABLE + "碳排放达峰年份,年,2030\n")
    assert conflict.plan.fact(PEAK).state == "conflict"
    with pytest.raises(UsageError, match="nod-conflict"):
        conflict.confirm_fact(PEAK)
    conflict.refuse_fact(PEAK)
    assert conflict.plan.fact(PEAK).state == "unknown"


@pytest.mark.parametrize(("text", "settled", "remarks"), [
    ("co2_peak_year: {confirmed: true}", True, []),
    ("co2_peak_year: {confirmed: true, value: 2025}", True, []),
    ("co2_peak_year: {confirmed: true, value: 2030}", False, ["nod-void"]),
    ("co2_peak_year: {confirmed: false}", False, ["nod-refused"]),
    ("leading_group: {confirmed: true}", False, ["nod-nothing"]),
])
def test_by_hand(tmp_path: Path, text: str, settled: bool, remarks: list[str]) -> None:
    path = opened(tmp_path).path
    path_of_facts = tmp_path / "facts.yaml"
    path_of_facts.write_text(text, encoding="utf-8")
    assert read_facts(path_of_facts, reference()) == {}
    (plan,) = open_plan(path, reference())
    plan = with_nods(plan, read_nods(path_of_facts, reference()).values(), reference())
    assert plan.fact(PEAK).settled == settled and [each.code for each in plan.remarks] == remarks


def test_all_faults_by_hand_at_once(tmp_path: Path) -> None:
    path_of_facts = tmp_path / "facts.yaml"
    path_of_facts.write_text("co2_peak_yaer: {confirmed: true}\nleading_group: {confirmed: maybe}\n"
                     "co2_peak_year: {confirmed: true, value: soon}\n", encoding="utf-8")
    with pytest.raises(FaultyData) as error:
        read_facts(path_of_facts, reference())
    assert [(fault.line, fault.message.code) for fault in error.value.faults] == [
        (1, "fact-id-unknown"), (2, "stated-confirmed"), (3, "fact-needs-year")]


def test_a_nod_of_the_review_file_is_read_from_it(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.confirm_fact(PEAK)
    assert session.review_path is not None
    nods = read_nods(session.review_path, reference())
    assert nods == session.review.nods == {PEAK: Nod(PEAK, True, "stated", 2025, "二氧化碳排放峰值年份 2025")}
