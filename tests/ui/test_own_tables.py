"""A table that comes from no file: pasted on the start page, or typed in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QTableWidgetItem

from lowcarbon_desktop.ui.typed_table import TypedTable
from tests.ui.conftest import TASK
from tests.ui.driving import outcome

TABLE = "厦门市指标\t\t\n指标\t单位\t2015年\n单位GDP二氧化碳排放比2010年下降率\t%\t17\n"


def copy(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def paste(qtbot, window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_table_is_judged_like_any_other_and_its_review_is_kept(qtbot, window):
    copy(TABLE)
    paste(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    session = window.desk.current
    assert session.path.name == "粘贴的表格.csv"
    assert outcome(window) == "fail"
    reading = next(each for each in session.plan.readings if each.printed == "17")
    window.desk.correct(reading.where, "18")
    assert outcome(window) == "pass" and session.review_path.exists()
    window.desk.close(session)
    paste(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    assert window.desk.current.path == session.path and outcome(window) == "pass"


def test_where_there_is_no_table_it_is_said_and_nothing_is_written(qtbot, window):
    copy("just a sentence")
    paste(qtbot, window)
    assert "剪贴板里没有表格" in window.messages.words.text()
    assert window.desk.current is None and not window.opening.busy


def test_text_fields_keep_their_own_paste(qtbot, opened):
    copy("碳\t排放")
    opened.page.findings.search.setFocus()
    qtbot.keyClick(opened.page.findings.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "碳" in opened.page.findings.search.text()
    assert len(opened.desk.sessions) == 1 and not opened.opening.busy


def test_a_table_can_be_typed_in(qtbot, window):
    def fill() -> None:
        dialog = next(each for each in window.findChildren(TypedTable) if each.isVisible())
        dialog.place.setText("厦门")
        for column, text in enumerate(("单位GDP二氧化碳排放比2010年下降率", "%", "17")):
            dialog.table.setItem(0, column, QTableWidgetItem(text))
        qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Open), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, window, fill)
    window.commands.actions["type"].trigger()
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    assert window.desk.current.path.name == "录入的表格.csv"
    assert window.desk.current.plan.region.name == "厦门"
    assert outcome(window) == "fail"


def test_there_is_always_a_row_below_and_cells_can_be_pasted(qtbot, window):
    dialog = TypedTable(window)
    last = dialog.table.rowCount() - 1
    dialog.table.setCurrentCell(last, 0)
    assert dialog.table.rowCount() == last + 2
    copy("碳强度\t%\t17\n能耗\t%\t16\n")
    dialog.paste()
    assert dialog.rows == (("指标", "单位", "2015年", "2020年"), ("碳强度", "%", "17", ""), ("能耗", "%", "16", ""))
    dialog.place.setText("厦门")
    assert dialog.rows[0] == ("地区", "厦门", "", "")


def test_columns_that_find_no_room_are_told_and_delete_empties_what_is_selected(qtbot, window):
    dialog = TypedTable(window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "比2010年下降" in dialog.hint.text()
    copy("森林覆盖率\t%\t43\t45\t46\t47\n")
    dialog.table.setCurrentCell(0, 0)
    dialog.activateWindow()
    dialog.table.setFocus()
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "2 列" in dialog.hint.text()
    assert dialog.rows[1] == ("森林覆盖率", "%", "43", "45")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.rows[1] == ("", "%", "43", "45")
    dialog.accept()


def test_nothing_typed_is_nothing(window):
    assert TypedTable(window).rows == ()
