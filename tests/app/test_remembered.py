"""Remembered corrections: proposed under the same heading, used only when accepted, looked at and taken back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lowcarbon_desktop.app.open_plan import open_plan
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.remembered import Memory
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.errors import OutputError, UsageError
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.wording import say

HEAD = "{place}市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n"
ROW = "碳排放下降情况比2010年,%,17.5\n"


def opened(folder: Path, place: str, rows: str = ROW) -> Session:
    path = folder / f"{place}.csv"
    path.write_text(HEAD.format(place=place) + rows, encoding="utf-8")
    return Session.open(path)


def correct(session: Session, field: str = "indicator", value: str = "co2_per_gdp_cut", cell: str = "C3") -> None:
    session.correct_field(Where(session.path.name, None, cell), field, value)


def test_a_correction_is_proposed_in_another_draft_and_not_used_before_it_is_accepted(tmp_path: Path) -> None:
    correct(opened(tmp_path, "厦门"))
    other = opened(tmp_path, "福州")
    (proposal,) = other.proposals
    assert (proposal.field, proposal.value, proposal.was, proposal.from_file) == (
        "indicator", "co2_per_gdp_cut", "", "厦门.csv")
    assert proposal.when == date.today().isoformat() and proposal.where.cell == "C3"
    assert "《厦门.csv》" in say(proposal.reason, "zh") and "单位 GDP 二氧化碳排放下降率" in say(proposal.reason, "zh")
    assert other.plan.readings[0].indicator is None and other.review.corrections == {}
    untouched = other.assessment
    other.accept(proposal)
    assert other.plan.readings[0].indicator == "co2_per_gdp_cut" and other.proposals == ()
    assert other.to_undo is not None and other.to_undo.code == "change-accepted"
    other.undo()
    assert other.assessment == untouched and len(other.proposals) == 1


@pytest.mark.parametrize("rows", [
    "碳排放下降状况比2010年,%,17.5\n",                                  # another name
    "碳排放下降情况比2010年,‰,17.5\n",                                  # another unit
    "碳排放下降情况比2010年,%,\n",                                      # no value
])
def test_nothing_is_proposed_under_another_heading(tmp_path: Path, rows: str) -> None:
    correct(opened(tmp_path, "厦门"))
    assert opened(tmp_path, "福州", rows).proposals == ()


def test_another_column_is_another_heading_and_spaces_are_none(tmp_path: Path) -> None:
    correct(opened(tmp_path, "厦门"))
    path = tmp_path / "福州.csv"
    head = HEAD.format(place="福州").replace("2015 年", "２０１５年,2020 年")
    path.write_text(head + "碳排放 下降情况比2010年,%,17,40\n", encoding="utf-8")
    assert [each.where.cell for each in Session.open(path).proposals] == ["C3"]


def test_nothing_is_proposed_where_the_program_understands_otherwise_by_itself(tmp_path: Path) -> None:
    """The same words under another caption may mean something else: what was corrected then is not what stands here."""
    table = "{place}市{caption}指标表\n指标,单位,2015 年\n单位GDP排放比2010年下降,%,17\n"
    (tmp_path / "厦门.csv").write_text(table.format(place="厦门", caption="碳排放"), encoding="utf-8")
    (tmp_path / "福州.csv").write_text(table.format(place="福州", caption="污染物"), encoding="utf-8")
    first = Session.open(tmp_path / "厦门.csv")
    assert first.plan.readings[0].indicator == "co2_per_gdp_cut"
    correct(first, value="energy_per_gdp_cut")
    assert Session.open(tmp_path / "福州.csv").proposals == ()


def test_undo_takes_it_out_of_the_memory_and_redo_brings_it_back(tmp_path: Path) -> None:
    session = opened(tmp_path, "厦门")
    correct(session)
    session.undo()
    assert Memory().entries == () and opened(tmp_path, "福州").proposals == ()
    session.redo()
    assert len(Memory().entries) == 1
    correct(session, value="")
    assert Memory().entries == ()


def test_texts_and_nods_are_not_remembered(tmp_path: Path, data_folder: Path) -> None:
    session = opened(tmp_path, "厦门", "2011-2015年单位GDP二氧化碳排放下降,%,17\n")
    session.confirm_reading(Where("厦门.csv", None, "C3"))
    session.correct(Where("厦门.csv", None, "C3"), "18")
    assert Memory().entries == () and not data_folder.exists()


def test_the_newest_correction_counts_and_all_are_accepted_in_one_change(tmp_path: Path) -> None:
    correct(opened(tmp_path, "厦门"))
    second = opened(tmp_path, "福州")
    correct(second, value="energy_per_gdp_cut")
    correct(second, "target_year", "2020")
    third = opened(tmp_path, "泉州", ROW + "森林覆盖率,%,42\n")
    assert [(each.field, each.value, each.from_file) for each in third.proposals] == [
        ("indicator", "energy_per_gdp_cut", "福州.csv"), ("target_year", "2020", "福州.csv")]
    third.accept_all()
    (reading, _) = third.plan.readings
    assert (reading.indicator, reading.target_year) == ("energy_per_gdp_cut", 2020)
    third.undo()
    assert third.review.corrections == {}


def test_an_accepted_proposal_is_not_remembered_twice(tmp_path: Path) -> None:
    correct(opened(tmp_path, "厦门"))
    opened(tmp_path, "福州").accept_all()
    assert [each.file for each in Memory().entries] == ["厦门.csv"]


def test_used_without_being_accepted_nothing_passes_on_it(tmp_path: Path) -> None:
    correct(opened(tmp_path, "厦门"))
    path = opened(tmp_path, "福州").path
    (plan,) = open_plan(path, reference(), remembered=Memory().entries)
    (reading,) = plan.readings
    assert (reading.indicator, reading.origin) == ("co2_per_gdp_cut", "entered")
    assert [each.code for each in reading.doubts] == ["doubt-remembered"]
    assert [each.code for each in plan.remarks][-1] == "remembered-used"
    (plain,) = open_plan(path, reference())
    assert plain.readings[0].indicator is None


def test_listed_and_taken_back(tmp_path: Path) -> None:
    session = opened(tmp_path, "厦门")
    correct(session)
    correct(session, "target_year", "2020")
    memory = Memory()
    assert [each.field for each in memory.entries] == ["indicator", "target_year"]
    for number in (0, 3):
        with pytest.raises(UsageError, match="remembered-number"):
            memory.forget([1, number])
    assert len(Memory().entries) == 2
    memory.forget([1])
    assert [each.field for each in Memory().entries] == ["target_year"]
    memory.forget_all()
    assert Memory().entries == () and session.plan.readings[0].target_year == 2020


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{}", b"[" * 100_000, b'{"schema": "lowcarbon/remembered/1"}',
                                     json.dumps({"schema": "lowcarbon/remembered/1", "corrections": [{}]}).encode()])
def test_a_damaged_file_is_put_aside_and_said_so(tmp_path: Path, data_folder: Path, content: bytes) -> None:
    data_folder.mkdir()
    (data_folder / "remembered.json").write_bytes(content)
    session = opened(tmp_path, "厦门")
    assert session.proposals == ()
    assert [each.code for each in session.remarks] == ["remembered-damaged"]
    assert (data_folder / "remembered.damaged.json").read_bytes() == content
    correct(session)
    assert len(Memory().entries) == 1


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, data_folder: Path) -> None:
    (data_folder / "remembered.json").mkdir(parents=True)
    session = opened(tmp_path, "厦门")
    correct(session)
    assert session.plan.readings[0].indicator == "co2_per_gdp_cut" and session.unsaved is None
    assert [each.code for each in session.remarks] == ["remembered-unreadable"]
    with pytest.raises(OutputError):
        Memory().forget_all()


def test_a_folder_that_cannot_be_made_is_said_and_the_correction_stands(tmp_path: Path, data_folder: Path) -> None:
    data_folder.write_text("in the way")
    session = opened(tmp_path, "厦门")
    correct(session)
    assert session.plan.readings[0].indicator == "co2_per_gdp_cut" and session.memory.said is not None


def test_two_windows_keep_each_others_memory(tmp_path: Path) -> None:
    one, two = opened(tmp_path, "厦门"), opened(tmp_path, "福州", "别样的说法比2010年下降,%,17\n")
    assert one.proposals == two.proposals == ()
    correct(one)
    correct(two)
    assert [each.file for each in Memory().entries] == ["厦门.csv", "福州.csv"]
