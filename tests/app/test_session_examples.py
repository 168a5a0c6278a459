"""A session over the shipped examples: what it says after a change is what a fresh reading with that change says."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lowcarbon_desktop.app.check import check, load_rubric
from lowcarbon_desktop.app.corrections_file import read_corrections
from lowcarbon_desktop.app.facts_file import read_facts
from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.resume import usable_lines
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import UsageError
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.review import StatedFact

PEAK = StatedFact("co2_peak_year", "stated", 2020, "实施方案第 12 页", "王")


@pytest.fixture
def xiamen(tmp_path: Path) -> Path:
    copy = tmp_path / "xiamen.xlsx"
    copy.write_bytes(resource("examples", "xiamen.xlsx").read_bytes())
    return copy


def cell_of(opened: Session, indicator: str, year: int) -> Where:
    (where,) = [each.where for each in opened.plan.readings
                if (each.indicator, each.target_year, each.region) == (indicator, year, None)]
    return where


def outcome(opened: Session, criterion: str) -> tuple[str, float | None]:
    finding = opened.assessment.finding(criterion)
    return finding.outcome, finding.worst.margin


def test_xiamen_reaches_its_provinces_line_by_one_correction(xiamen: Path) -> None:
    opened = Session.open(xiamen)
    assert outcome(opened, "targets.co2-2015.province") == ("fail", -0.5)
    opened.correct(cell_of(opened, "co2_per_gdp_cut", 2015), "17.5", "与正式文本核对")
    assert outcome(opened, "targets.co2-2015.province") == ("pass", 0.0)
    reading = next(each for each in opened.plan.readings if each.where == cell_of(opened, "co2_per_gdp_cut", 2015))
    assert (reading.printed, reading.was, reading.origin) == ("17.5", "17", "entered")
    opened.undo()
    assert outcome(opened, "targets.co2-2015.province") == ("fail", -0.5)
    assert outcome(Session.open(xiamen), "targets.co2-2015.province") == ("fail", -0.5)
    opened.redo()
    assert outcome(Session.open(xiamen), "targets.co2-2015.province") == ("pass", 0.0)


def test_a_stated_peak_is_judged_at_once(xiamen: Path) -> None:
    opened = Session.open(xiamen)
    assert outcome(opened, "peak.year-stated")[0] == "cannot_tell"
    opened.state_fact(PEAK)
    assert outcome(opened, "peak.year-stated")[0] == "pass" and not opened.assessment.finding("peak.year-stated").open
    opened.undo()
    assert outcome(opened, "peak.year-stated")[0] == "cannot_tell"


def test_an_entered_line_stands_above_the_provinces(xiamen: Path) -> None:
    opened = Session.open(xiamen)
    opened.enter_lines(("co2_per_gdp_cut@2010-2015=16",))
    assert outcome(opened, "targets.co2-2015.province") == ("pass", 1.0)
    with pytest.raises(UsageError):
        opened.enter_lines(("co2_per_gdp_cut@2015",))
    assert outcome(opened, "targets.co2-2015.province") == ("pass", 1.0)


def test_a_tailoring_is_judged_by_and_stands_in_the_command(xiamen: Path, tmp_path: Path) -> None:
    tailoring = tmp_path / "tailoring.yaml"
    tailoring.write_text("name: 试评\nrubric: second-batch\nversion: '1.0'\nchange:\n"
                         "  - {criterion: targets.co2-2015.nation, line: 18, remark: 本省要求更高}\n", "utf-8")
    opened = Session.open(xiamen, tailoring=tailoring)
    assert outcome(opened, "targets.co2-2015.nation") == ("fail", -1)
    assert f"--tailoring {tailoring}" in opened.command_line()
    assert "--tailoring" not in Session.open(xiamen).command_line()


edits = st.one_of(
    st.tuples(st.just("correct"), st.integers(0, 6), st.sampled_from(["17.5", "18", "——", "40以上", "a", "", "12-15"])),
    st.tuples(st.just("fact"), st.sampled_from([PEAK, StatedFact("energy_cap", "absent"),
                                                StatedFact("ghg_inventory", "stated", "2010 年", "附件 2")])),
    st.tuples(st.just("withdraw"), st.just("co2_peak_year")),
    st.tuples(st.just("lines"), st.sampled_from([(), ("co2_per_gdp_cut@2010-2015=18",)])),
    st.tuples(st.just("region"), st.sampled_from(["厦门", "福州"])),
    st.tuples(st.just("mean"), st.integers(0, 6), st.sampled_from(
        [("indicator", "services_share"), ("indicator", ""), ("indicator", "co2_per_gdp_cut"), ("base_year", "2005"),
         ("target_year", "2020"), ("unit", "%"), ("region", "福建"), ("kind", "actual"), ("kind", "target"),
         ("confirmed", "yes")])),
    st.tuples(st.just("accept")),
    st.tuples(st.sampled_from(["undo", "redo"])))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(edits, max_size=8))
def test_after_any_changes_it_says_what_a_fresh_reading_says(tmp_path_factory: pytest.TempPathFactory,
                                                             steps: list[tuple]) -> None:
    path = tmp_path_factory.mktemp("draft") / "xiamen.xlsx"
    path.write_bytes(resource("examples", "xiamen.xlsx").read_bytes())
    opened = Session.open(path)
    for name, *arguments in steps:
        if name == "correct":
            opened.correct(opened.plan.readings[arguments[0] % len(opened.plan.readings)].where, arguments[1])
        elif name == "mean":
            with suppress(UsageError):  # a unit that does not fit, a value that was not understood
                where = opened.plan.readings[arguments[0] % len(opened.plan.readings)].where
                opened.correct_field(where, *arguments[1])
        elif name == "accept":
            opened.accept_all()
        elif name in ("undo", "redo"):
            getattr(opened, name)()
        else:
            {"fact": opened.state_fact, "withdraw": opened.withdraw_fact, "lines": opened.enter_lines,
             "region": opened.choose_region}[name](*arguments)
    again = Session.open(path)
    assert again.review == opened.review and again.assessment == opened.assessment
    assert opened.unsaved is None

    kept = opened.review_path
    plan, = open_plan(path, reference(), region=opened.review.region,
                      corrections=() if kept is None else read_corrections(kept, reference()))
    fresh, = check((plan,), load_rubric(), reference(), facts={} if kept is None else read_facts(kept, reference()),
                   entered=usable_lines(opened.review.lines, plan, reference()).values())
    assert fresh.findings == opened.assessment.findings


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder is another one elsewhere")
def test_a_shipped_example_is_reviewed_in_the_programs_own_folder(tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "XDG_DATA_HOME", str(tmp_path))
    opened = Session.open(resource("examples", "xiamen.xlsx"))
    opened.note("peak.year-stated", "请补充")
    assert opened.review_path is not None and opened.review_path.is_relative_to(tmp_path)
    assert Session.open(resource("examples", "xiamen.xlsx")).review.notes == {"peak.year-stated": "请补充"}


def test_every_applicant_of_the_comparison_table(tmp_path: Path) -> None:
    copy = tmp_path / "comparison.xlsx"
    copy.write_bytes(resource("examples", "comparison.xlsx").read_bytes())
    opened = Session.open(copy, region="厦门")
    assert len(opened.applicants) == 13 and outcome(opened, "targets.co2-2015.province") == ("fail", -0.5)
    opened.correct(cell_of(opened, "co2_per_gdp_cut", 2015), "18")
    assert outcome(opened, "targets.co2-2015.province")[0] == "pass"
    opened.choose_region("保定")
    assert outcome(opened, "targets.energy-2015.province") == ("fail", -1.0) and opened.review.corrections == {}
