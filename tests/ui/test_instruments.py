"""The matrix of policy instruments as a reviewer works on it: look, follow, put right, take back, undo, keep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.ui import instruments_dialogs
from tests.ui.conftest import TASK

NEW_ENERGY = ("new-energy", "command-and-control")
VEHICLES = ("new-energy-vehicles", "fiscal-incentives")
RETROFIT = ("retrofit", "special-funds")


@pytest.fixture
def page(qtbot, window, plan):
    """The matrix of Xianning's plan, which is all prose."""
    window.open([plan("xianning.docx")])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    window.commands.actions["instruments"].trigger()
    return window.page.tabs.page("instruments")


def choose(page, cell) -> None:
    page.grid.setCurrentIndex(page.model.place(cell))


def shown(page, cell) -> str:
    return page.model.data(page.model.place(cell))


def test_every_measure_and_instrument_has_its_place_and_counts_its_sentences(page, qtmodeltester):
    qtmodeltester.check(page.model)
    assert sum(row.measure is not None for row in page.model.rows) == 21 and page.model.columnCount() == 7
    assert shown(page, VEHICLES) == "1" and shown(page, RETROFIT) == ""
    assert "产业结构调整" in page.said.text()
    assert page.grid.hasFocus()


def test_a_click_shows_the_sentence_and_where_it_stands(qtbot, window, page):
    told = []
    window.desk.pointed.connect(told.append)
    index = page.model.place(VEHICLES)
    page.grid.scrollTo(index)
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=page.grid.visualRect(index).center())
    assert "新能源汽车的消费者给予补贴" in page.cell.list.item(0).text()
    assert told[0].where.paragraph == 14
    assert window.page.left.currentWidget() is window.page.mapping.source


def test_the_keyboard_goes_over_the_headings_of_fields(qtbot, page):
    choose(page, ("modern-services", "special-funds"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.chosen == ("efficient-coal", "special-funds")
    qtbot.keyClick(page.grid, Qt.Key.Key_Up)
    assert page.chosen == ("modern-services", "special-funds")


def test_what_the_program_did_not_find_needs_a_reason_is_kept_and_can_be_undone(qtbot, window, page):
    choose(page, RETROFIT)
    qtbot.mouseClick(page.cell.yes, Qt.MouseButton.LeftButton)
    assert window.desk.current.review.marks == {} and "理由" in page.cell.state.text()
    qtbot.keyClicks(page.cell.reason, "see annex 3")
    qtbot.mouseClick(page.cell.yes, Qt.MouseButton.LeftButton)
    assert shown(page, RETROFIT) == "是" and page.chosen == RETROFIT and page.cell.reason.text() == ""
    assert "see annex 3" in page.cell.list.item(0).text()
    assert Session.open(window.desk.current.path).review.marks == window.desk.current.review.marks
    window.commands.actions["undo"].trigger()
    assert shown(page, RETROFIT) == ""
    window.commands.actions["redo"].trigger()
    assert shown(page, RETROFIT) == "是"


def test_a_sentence_is_put_aside_stays_to_be_seen_and_is_taken_back(qtbot, window, page):
    choose(page, VEHICLES)
    qtbot.mouseClick(page.cell.aside, Qt.MouseButton.LeftButton)
    assert shown(page, VEHICLES) == "否" and "低碳交通" in page.said.text()
    item = page.cell.list.item(0)
    assert item.font().strikeOut() and not page.cell.aside.isEnabled()
    qtbot.mouseClick(page.cell.back, Qt.MouseButton.LeftButton)
    assert shown(page, VEHICLES) == "1" and window.desk.current.review.marks == {}


def test_a_sentence_is_moved_in_one_step(qtbot, window, page, monkeypatch):
    monkeypatch.setattr(instruments_dialogs, "ask_cell", lambda *_: RETROFIT)
    choose(page, NEW_ENERGY)
    qtbot.mouseClick(page.cell.move_it, Qt.MouseButton.LeftButton)
    assert (shown(page, NEW_ENERGY), shown(page, RETROFIT)) == ("否", "是 1")
    window.commands.actions["undo"].trigger()
    assert (shown(page, NEW_ENERGY), shown(page, RETROFIT)) == ("1", "")


def test_a_sentence_of_the_text_is_put_in(qtbot, window, page, monkeypatch):
    def choose_it(dialog) -> QDialog.DialogCode:
        qtbot.addWidget(dialog)
        dialog.search.setText("慢行")
        row = next(row for row in range(dialog.list.count()) if not dialog.list.item(row).isHidden())
        dialog.list.setCurrentRow(row)
        assert dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(instruments_dialogs.SentenceDialog, "exec", choose_it)
    cell = ("slow-traffic", "procurement-and-priority")
    choose(page, cell)
    qtbot.mouseClick(page.cell.put_in, Qt.MouseButton.LeftButton)
    assert shown(page, cell) == "是 1" and "慢行" in page.cell.list.item(0).text()


def test_the_findings_and_the_command_line_follow(window, page):
    session = window.desk.current
    before = session.assessment.finding("instruments.kinds").message
    window.desk.matrix(lambda session: session.mark_cell(RETROFIT, True, "附件三"))
    assert session.assessment.finding("instruments.kinds").message != before
    assert "--corrections" in session.command_line()


def test_another_language_and_another_look(qtbot, window, page):
    window.speak("en")
    qtbot.waitUntil(lambda: "Fields without any instrument" in page.said.text())
    assert page.model.headerData(0, Qt.Orientation.Horizontal) == "Command and control"
    window.dress("dark")
    QApplication.processEvents()
    assert page.cell.title.text().startswith("<b>")


def test_a_rubric_that_does_not_ask_says_so(qtbot, window, page):
    from lowcarbon_desktop.review.yardstick import Yardstick

    assert window.desk.judge_by(Yardstick("xianning-paths"))
    assert page.sides.currentIndex() == 0 and "Ctrl+Shift+R" in page.none.text()
    window.desk.undo()
    assert page.sides.currentIndex() == 1
