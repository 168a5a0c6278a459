"""Facts that the machine found, beside their sentence: one key says that it is so, another that it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from lowcarbon_desktop.app import open_plan
from lowcarbon_desktop.plan import Evidence, Fact, Where
from tests.ingest.documents.word import paragraph, save, table
from tests.ui.conftest import TASK

PEAK, GROUP = "力争到2020年左右二氧化碳排放达到峰值", "成立低碳试点工作领导小组"


@pytest.fixture
def facts(qtbot, window, tmp_path, monkeypatch):
    """The window on a document in which the machine finds two facts, at the page of facts."""
    path = save(tmp_path / "厦门市方案.docx", paragraph("厦门市低碳试点方案"), paragraph(f"我市{PEAK}。{GROUP}。"),
                table(["指标", "2015年"], ["单位GDP二氧化碳排放比2010年下降率（%）", "18"]))
    found = {"co2_peak_year": (2020, PEAK), "leading_group": (None, GROUP)}

    def build(*args, **kept):
        where = Where(path.name, paragraph=2)
        made = {id: Fact(id, "stated", value, evidence=(Evidence(text, where),)) for id, (value, text) in found.items()}
        made["dedicated_fund"] = Fact("dedicated_fund", "absent")
        return tuple(replace(plan, facts=made) for plan in really(*args, **kept))

    really = open_plan.build
    monkeypatch.setattr(open_plan, "build", build)
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    window.page.turn(1)
    choose(window, "co2_peak_year")
    return window


def choose(window, id: str) -> None:
    window.page.facts.list.selectRow(next(n for n, row in enumerate(window.page.facts.model.rows) if row[0].id == id))


def fact(window, id: str) -> Fact:
    return window.desk.current.plan.fact(id)


def test_the_sentence_is_marked_in_the_source_and_asked_about(facts):
    view = facts.page.mapping.source.document
    assert facts.page.tabs.tabText(1) == "有关事项（2 项待确认）"
    assert facts.page.facts.nod.isVisible()
    assert view._cursor(*view._ring).selectedText() == PEAK
    choose(facts, "leading_group")
    assert view._cursor(*view._ring).selectedText() == GROUP
    choose(facts, "dedicated_fund")
    assert view._ring is None


def test_the_list_says_the_place_in_words_of_the_window(facts):
    model = facts.page.facts.model
    assert model.index(0, 3).data() == f"第 2 段  {PEAK}"
    facts.speak("en")
    assert model.index(0, 3).data() == f"paragraph 2  {PEAK}"


def test_enter_says_that_it_is_so_and_goes_on(qtbot, facts):
    qtbot.keyClick(facts.page.facts.list, Qt.Key.Key_Return)
    assert fact(facts, "co2_peak_year").settled and fact(facts, "co2_peak_year").value == 2020
    assert facts.page.facts.fact.id == "leading_group"
    assert facts.page.tabs.tabText(1) == "有关事项（1 项待确认）"
    facts.desk.undo()
    assert not fact(facts, "co2_peak_year").settled


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_Delete])
def test_another_key_says_that_it_is_not(qtbot, facts, key):
    qtbot.keyClick(facts.page.facts.list, key)
    assert fact(facts, "co2_peak_year").state == "unknown"
    assert facts.page.facts.fact.id == "leading_group"


def test_buttons_do_the_same(qtbot, facts):
    qtbot.mouseClick(facts.page.facts.nod.yes, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(facts.page.facts.nod.no, Qt.MouseButton.LeftButton)
    assert fact(facts, "co2_peak_year").settled
    assert fact(facts, "leading_group").state == "unknown"
    assert facts.page.tabs.tabText(1) == "有关事项"


def test_that_nothing_was_found_can_be_nodded_to_and_taken_back(qtbot, facts):
    choose(facts, "dedicated_fund")
    assert fact(facts, "dedicated_fund").state == "absent"
    assert "未见" in facts.page.facts.nod.words.text()
    qtbot.keyClick(facts.page.facts.list, Qt.Key.Key_Return)
    assert fact(facts, "dedicated_fund").settled
    choose(facts, "dedicated_fund")
    assert not facts.page.facts.nod.isVisible()
    qtbot.mouseClick(facts.page.facts.form.undo, Qt.MouseButton.LeftButton)
    assert not fact(facts, "dedicated_fund").settled
    assert facts.page.facts.nod.isVisible()
