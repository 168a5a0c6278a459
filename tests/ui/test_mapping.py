"""The mapping step as a person does it: look at the source, nod or put right with two keys, and go on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from lowcarbon_desktop.ui.remembered_dialog import RememberedDialog
from tests.ui.conftest import TASK
from tests.ui.driving import outcome

SAMPLES = Path(__file__).parents[1] / "ingest" / "documents" / "samples"
DRAFT = ("厦门市低碳发展指标,,,\n指标,单位,2015年,2020年\n单位GDP二氧化碳排放比2010年下降率,%,18,\n"
         "2020年森林覆盖率,%,43,45\n2020年非化石能源占一次能源比重,%,10,15\n公共自行车数量,万辆,3,5\n")


@pytest.fixture
def mapping(qtbot, window, tmp_path):
    """The window on a draft with two doubtful readings, at the mapping step."""
    path = tmp_path / "draft.csv"
    path.write_text(DRAFT, "utf-8")
    return show(qtbot, window, path)


def show(qtbot, window, path: Path):
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=TASK)
    return window


def sample(tmp_path: Path, name: str) -> Path:
    return Path(shutil.copy(SAMPLES / name, tmp_path / name))


def page(window):
    return window.page.mapping.page


def press(qtbot, window, *keys) -> None:
    """Press keys where the keyboard is: in the popup if it is open, else in the list."""
    for key in keys:
        popup = page(window).popup
        target = popup.line if popup.isVisible() else page(window).readings.list
        qtbot.keyClick(target, key)


def states(window) -> list[str]:
    return [row.state for row in page(window).readings.model.rows]


def proposed(window) -> bool:
    return any(row.proposals for row in page(window).readings.model.rows)


def current(window):
    return page(window).readings.current.reading


def test_doubtful_readings_are_offered_and_never_forced(qtbot, window, tmp_path):
    path = tmp_path / "draft.csv"
    path.write_text(DRAFT, "utf-8")
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    assert window.page.tabs.currentIndex() == 0
    assert window.page.tabs.tabText(2) == "核对（2 处存疑）"
    assert window.page.offer.isVisible() and "2 个数值" in window.page.offer.words.text()
    qtbot.mouseClick(window.page.offer.go, Qt.MouseButton.LeftButton)
    assert window.page.tabs.currentIndex() == 2
    assert not window.page.offer.isVisible()
    assert page(window).readings.list.hasFocus()


def test_the_doubtful_ones_stand_first_with_their_reason(mapping):
    assert states(mapping) == ["doubtful", "doubtful", "unrecognised", "unrecognised", "clear", "clear", "clear"]
    assert current(mapping).doubts
    for doubt in current(mapping).doubts:
        assert mapping.desk.say(doubt) in page(mapping).why.toPlainText()


def test_the_cell_of_the_chosen_reading_is_ringed_and_doubtful_ones_are_tinted(mapping):
    sheet = mapping.page.mapping.source.sheet
    assert sheet.model().ring == (3, 2)
    assert {spot for spot, state in sheet.model().marks.items() if state == "doubtful"} == {(3, 2), (4, 2)}
    page(mapping).readings.list.selectRow(1)
    assert sheet.model().ring == (4, 2)


def test_a_click_on_a_cell_chooses_its_reading_and_on_a_name_that_of_the_row(qtbot, mapping):
    sheet = mapping.page.mapping.source.sheet
    for spot, printed in (((2, 2), "18"), ((3, 3), "45"), ((4, 0), "10")):
        at = sheet.visualRect(sheet.model().index(*spot)).center()
        qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert current(mapping).printed == printed


def test_filter_by_state_and_by_text(qtbot, mapping):
    readings = page(mapping).readings
    readings.buttons["unrecognised"].click()
    assert [readings.filter.row(readings.filter.index(n, 0)).reading.printed
            for n in range(readings.filter.rowCount())] == ["3", "5"]
    readings.show_all()
    qtbot.keyClick(mapping, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert readings.search.hasFocus()
    readings.search.setText("森林 45")
    assert readings.filter.rowCount() == 1 and current(mapping).printed == "45"


def test_v_puts_another_value_in_and_all_views_follow(qtbot, mapping):
    sheet, readings = mapping.page.mapping.source.sheet, page(mapping).readings
    readings.choose(next(row.position for row in readings.model.rows if row.reading.printed == "18"))
    assert outcome(mapping) == "pass"
    press(qtbot, mapping, Qt.Key.Key_V)
    qtbot.keyClicks(page(mapping).popup.line, "16")
    press(qtbot, mapping, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: outcome(mapping) == "fail")
    assert sheet.model().sheet.text(2, 2) == "18"
    assert "corrected" in states(mapping)
    qtbot.keyClick(readings.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: outcome(mapping) == "pass")
    assert "corrected" not in states(mapping)


def test_enter_nods_and_goes_on_to_the_next_doubtful_one(qtbot, mapping):
    first = current(mapping).where
    press(qtbot, mapping, Qt.Key.Key_Return)
    assert states(mapping)[:2] == ["confirmed", "doubtful"]
    assert current(mapping).where != first and current(mapping).doubts
    assert mapping.page.tabs.tabText(2) == "核对（1 处存疑）"
    press(qtbot, mapping, Qt.Key.Key_Return)
    assert states(mapping)[:2] == ["confirmed", "confirmed"]
    assert mapping.page.tabs.tabText(2) == "核对"
    qtbot.keyClick(page(mapping).readings.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert states(mapping)[:2] == ["confirmed", "doubtful"]


def test_several_are_nodded_to_at_once_and_undone_at_once(qtbot, mapping):
    page(mapping).readings.list.selectAll()
    press(qtbot, mapping, Qt.Key.Key_Return)
    assert "doubtful" not in states(mapping) and states(mapping).count("confirmed") == 2
    mapping.desk.undo()
    assert states(mapping).count("doubtful") == 2


@pytest.mark.parametrize("key, field, wanted", [
    (Qt.Key.Key_I, "indicator", "forest_coverage_increase"), (Qt.Key.Key_B, "base_year", 2010),
    (Qt.Key.Key_T, "target_year", 2020), (Qt.Key.Key_R, "region", "全国"), (Qt.Key.Key_K, "kind", "actual")])
def test_two_keys_put_a_field_right(qtbot, mapping, key, field, wanted):
    before = current(mapping)
    press(qtbot, mapping, key)
    popup = page(mapping).popup
    items = (popup.list.item(n) for n in range(9))
    digit = next(int(each.text().split()[0]) for each in items if each.data(Qt.ItemDataRole.UserRole) == str(wanted))
    press(qtbot, mapping, Qt.Key(Qt.Key.Key_0 + digit))
    qtbot.waitUntil(lambda: mapping.desk.current.to_undo is not None)
    (now,) = (each for each in mapping.desk.current.plan.readings if each.where == before.where)
    assert getattr(now, field) == wanted
    assert field in now.corrected
    assert not popup.isVisible()


@pytest.mark.parametrize("typed", ["2017", " 2017"])
def test_a_year_is_typed_as_it_is_written(qtbot, mapping, typed):
    where = current(mapping).where
    press(qtbot, mapping, Qt.Key.Key_T)
    qtbot.keyClicks(page(mapping).popup.line, typed)
    assert page(mapping).popup.isVisible(), "no digit of a year has picked another one"
    press(qtbot, mapping, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mapping.desk.current.to_undo is not None)
    assert next(each for each in mapping.desk.current.plan.readings if each.where == where).target_year == 2017


def test_any_other_sign_searches_in_the_list(qtbot, mapping):
    press(qtbot, mapping, Qt.Key.Key_I)
    popup = page(mapping).popup
    popup.line.setText("非化石")
    values = [popup.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(popup.list.count())]
    assert "nonfossil_share" in values and "forest_coverage" not in values
    press(qtbot, mapping, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mapping.desk.current.to_undo is not None)
    assert any("indicator" in each.corrected for each in mapping.desk.current.plan.readings)


def test_the_findings_follow_a_corrected_year(qtbot, mapping):
    readings = page(mapping).readings
    readings.choose(next(row.position for row in readings.model.rows if row.reading.printed == "18"))
    assert outcome(mapping) == "pass"
    mapping.desk.correct_fields((current(mapping).where,), "base_year", "2005")
    assert outcome(mapping) != "pass"
    assert current(mapping).base_year == 2005


def test_what_was_corrected_is_proposed_for_the_next_draft_and_taken_with_one_key(qtbot, mapping, tmp_path):
    where = current(mapping).where
    mapping.desk.correct_fields((where,), "target_year", "2020")
    other = tmp_path / "other.csv"
    other.write_text(DRAFT.replace("18", "19"), "utf-8")
    before = mapping.desk.current
    mapping.open([other])
    qtbot.waitUntil(lambda: mapping.desk.current is not before, timeout=TASK)
    row = page(mapping).readings.model.rows[0]
    assert row.tags == ("doubtful", "proposed") and page(mapping).readings.current == row
    assert page(mapping).readings.buttons["proposed"].text() == "有建议 1"
    assert "draft.csv" in page(mapping).why.toPlainText()
    assert row.reading.target_year == 2015
    press(qtbot, mapping, Qt.Key.Key_A)
    now = next(each for each in mapping.desk.current.plan.readings if each.where.cell == where.cell)
    assert now.target_year == 2020 and not proposed(mapping)
    mapping.desk.undo()
    assert proposed(mapping)
    dialog = RememberedDialog(mapping.desk, mapping)
    assert dialog.list.count() == 1
    dialog.list.selectAll()
    qtbot.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert dialog.list.count() == 0
    assert not proposed(mapping)


def test_a_proposal_is_forgotten_where_it_is_made_and_can_be_put_back(qtbot, mapping, tmp_path):
    mapping.desk.correct_fields((current(mapping).where,), "target_year", "2020")
    other = tmp_path / "other.csv"
    other.write_text(DRAFT.replace("18", "19"), "utf-8")
    before = mapping.desk.current
    mapping.open([other])
    qtbot.waitUntil(lambda: mapping.desk.current is not before, timeout=TASK)
    assert page(mapping).forget.isVisible() and page(mapping).forget.isEnabled()
    press(qtbot, mapping, Qt.Key.Key_Delete)
    assert not proposed(mapping) and not page(mapping).forget.isVisible()
    assert current(mapping).target_year == 2015 and not mapping.desk.current.review.corrections
    assert "不再提出" in mapping.messages.words.text()
    assert any(each.target_year == 2020 for each in before.plan.readings), "what was corrected itself stays"
    qtbot.mouseClick(mapping.messages.take, Qt.MouseButton.LeftButton)
    assert proposed(mapping)


def test_escape_leaves_the_field_as_it_was(qtbot, mapping):
    press(qtbot, mapping, Qt.Key.Key_I)
    assert page(mapping).popup.isVisible()
    press(qtbot, mapping, Qt.Key.Key_Escape)
    assert not page(mapping).popup.isVisible()
    assert mapping.desk.current.to_undo is None


def test_the_models_keep_qts_rules_and_nothing_jumps(qtbot, mapping, plan):
    readings, sheet = page(mapping).readings, mapping.page.mapping.source.sheet.model()
    testers = [QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
               for model in (readings.model, readings.filter, sheet)]
    resets = []
    readings.model.modelReset.connect(lambda: resets.append("readings"))
    sheet.modelReset.connect(lambda: resets.append("sheet"))
    keys = [row.key for row in readings.model.rows]
    mapping.desk.correct(current(mapping).where, "44")
    assert [row.key for row in readings.model.rows] == keys and resets == []
    mapping.speak("en")
    readings.buttons["clear"].click()
    before = mapping.desk.current
    mapping.open([plan()])
    qtbot.waitUntil(lambda: mapping.desk.current is not before, timeout=TASK)
    assert mapping.page.mapping.source.leaf.file == "xiamen.xlsx"
    mapping.desk.close(mapping.desk.current)
    assert len(testers) == 3


def test_hidden_and_unused_sheets_say_so_and_the_ring_leads_to_the_right_one(qtbot, window, plan):
    path = plan()
    book = openpyxl.load_workbook(path)
    for name, state in (("旧稿", "hidden"), ("说明", "visible")):
        sheet = book.create_sheet(name)
        sheet["A1"], sheet.sheet_state = "这里没有指标", state
    book.save(path)
    show(qtbot, window, path)
    source = window.page.mapping.source
    assert [source.tabs.tabText(n) for n in range(3)] == ["指标表", "旧稿（隐藏）", "说明（未采用）"]
    source.tabs.setCurrentIndex(2)
    assert source.left.isVisible() and source.sheet.model().ring is None
    page(window).readings.list.selectRow(1)
    assert source.tabs.currentIndex() == 0 and source.sheet.model().ring is not None


def test_a_document_shows_the_cell_among_its_paragraphs(qtbot, window, tmp_path):
    show(qtbot, window, sample(tmp_path, "xiamen-libreoffice.docx"))
    view = window.page.mapping.source.document
    assert view.isVisible() and "厦门低碳城市规划目标" in view.toPlainText()
    (ring,) = view._ringed()
    assert view.viewport().rect().contains(ring.toRect())
    cursor = view.cursorForPosition(ring.center().toPoint())
    assert cursor.block().text() == current(window).printed
    other = next(row.reading for row in page(window).readings.model.rows if row.reading.printed == "45")
    rect = view._rect(*view._span(other.where)).toRect()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert current(window).printed == "45"


def test_a_page_of_a_pdf_is_drawn_with_the_box_ringed(qtbot, window, tmp_path):
    show(qtbot, window, sample(tmp_path, "xiamen-ruled-libreoffice.pdf"))
    view = window.page.mapping.source.pdf
    paper = view.pages.page
    qtbot.waitUntil(lambda: paper.drawn, timeout=TASK)
    assert paper.rung == current(window).where.box
    assert abs(paper.width() - view.pages.area.viewport().width()) < 10
    assert not view.why.isVisible() and "第 1 页" in view.pages.place.text()
    other = next(row.reading for row in page(window).readings.model.rows if row.reading.printed == "45")
    at = paper.rect_of(other.where.box).center().toPoint()
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton, pos=at)
    assert current(window).printed == "45"
    wide = paper.width()
    view.pages.buttons[3].click()
    assert paper.width() > wide
    view.pages.buttons[4].click()
    assert paper.width() == wide


def test_pages_of_a_file_that_has_changed_are_not_shown(qtbot, window, tmp_path):
    path = sample(tmp_path, "xiamen-ruled-libreoffice.pdf")
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    path.write_bytes(path.read_bytes() + b"\n")
    window.page.turn(2)
    view = window.page.mapping.source.pdf
    qtbot.waitUntil(view.why.isVisible, timeout=TASK)
    assert "已被改动" in view.why.text()
    assert not view.pages.isVisible() and view.text.isVisible() and "厦门" in view.text.toPlainText()


def test_without_the_part_that_draws_pdf_the_text_is_shown_and_why(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "lowcarbon_desktop.ui.paper", None)
    show(qtbot, window, sample(tmp_path, "xiamen-ruled-libreoffice.pdf"))
    view = window.page.mapping.source.pdf
    qtbot.waitUntil(view.why.isVisible, timeout=TASK)
    assert "PDF" in view.why.text() and view.text.isVisible()


def test_the_source_is_laid_out_only_when_it_is_looked_at(opened):
    assert opened.page.mapping._source is None
    opened.page.turn(1)
    assert opened.page.left.currentWidget() is opened.page.mapping.source
    opened.page.turn(0)
    assert opened.page.left.currentWidget() is opened.page.table


def test_keys_reach_every_pane_of_the_mapping_step(mapping):
    names = [pane.accessibleName() for pane in mapping.page.moves.panes]
    assert all(names) and "原文" in names and "识别结果" in names
