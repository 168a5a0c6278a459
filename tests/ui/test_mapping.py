"""The mapping step as a person does it: look at the source, nod or put right with two keys, and go on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

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


def test_a_document_shows_the_cell_among_its_paragraphs(qtbot, window, tmp_path):
    show(qtbot, window, sample(tmp_path, "xiamen-libreoffice.docx"))
    view = window.page.mapping.source.document
    assert view.isVisible() and "厦门低碳城市规划目标" in view.toPlainText()
    (ring,) = view._ringed()
    assert view.viewport().rect().contains(ring.toRect())
    cursor = view.cursorForPosition(ring.center().toPoint())
    assert cursor.block().text() == current(window).printed
    other = next(row.reading for row in page(window).readings.model.rows if row.reading.printed == "45")
    rect = next(view._rects(other.where)).toRect()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert current(window).printed == "45"


def test_a_page_of_a_pdf_is_drawn_with_the_box_ringed(qtbot, window, tmp_path):
    show(qtbot, window, sample(tmp_path, "xiamen-ruled-libreoffice.pdf"))
    view = window.page.mapping.source.pdf
    qtbot.waitUntil(lambda: view.page.drawn, timeout=TASK)
    assert view.page.rung == current(window).where.box
    assert not view.why.isVisible() and "第 1 页" in view.place.text()
    other = next(row.reading for row in page(window).readings.model.rows if row.reading.printed == "45")
    at = view.page.rect_of(other.where.box).center().toPoint()
    qtbot.mouseClick(view.page, Qt.MouseButton.LeftButton, pos=at)
    assert current(window).printed == "45"
    wide = view.page.width()
    view.near(1.25)
    assert view.page.width() > wide
    view.near(0)
    assert view.page.width() == wide


def test_pages_of_a_file_that_has_changed_are_not_shown(qtbot, window, tmp_path):
    path = sample(tmp_path, "xiamen-ruled-libreoffice.pdf")
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    path.write_bytes(path.read_bytes() + b"\n")
    window.page.turn(2)
    view = window.page.mapping.source.pdf
    qtbot.waitUntil(view.why.isVisible, timeout=TASK)
    assert "已被改动" in view.why.text() and view.pages is None
    assert view.text.isVisible() and "厦门" in view.text.toPlainText()


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
    names = [pane.accessibleName() for pane in mapping.page.panes]
    assert all(names) and "原文" in names and "识别结果" in names
