"""The next round, what changed, rounds side by side and two drafts, driven in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.ui.compare_dialog import CompareDialog
from lowcarbon_desktop.ui.next_round import NextRoundDialog
from lowcarbon_desktop.ui.rows import Column, Rows
from tests.ui.reviewing import PROVINCE, draft, expert, settle, show, texts


@pytest.fixture
def second(qtbot, window, tmp_path):
    """The window with the second round: one thing mended, one not."""
    first = expert(draft(tmp_path, "a.csv"), "张三", PROVINCE=("fail", "", "请提高"), ENERGY=("fail", "", "过低"))
    show(qtbot, window, first)
    window.reviews.begin_next(draft(tmp_path, "b.csv", co2=18), tmp_path / "张三-2.lcreview")
    settle(qtbot, window)
    return window


def changes(qtbot, window):
    window.commands.actions["changes"].trigger()
    settle(qtbot, window)
    return window.pages.currentWidget()


def test_the_commands_wait_for_a_review(qtbot, window, tmp_path):
    def usable() -> list[str]:
        return [id for id in ("next_round", "changes", "rounds", "compare", "merge")
                if window.commands.actions[id].isEnabled()]

    assert usable() == ["merge"]
    show(qtbot, window, draft(tmp_path, "a.csv"))
    assert usable() == ["compare", "merge"]
    show(qtbot, window, expert(draft(tmp_path, "b.csv"), "张三"))
    assert usable() == ["next_round", "rounds", "compare", "merge"]


def test_the_next_round_is_made_beside_the_last_and_opened(second, tmp_path):
    assert second.desk.current.path == tmp_path / "张三-2.lcreview"
    assert second.desk.current.review.round == 2
    assert second.desk.current.review.item(PROVINCE).comment == "请提高"
    assert second.commands.actions["changes"].isEnabled()


def test_the_dialog_proposes_a_name_and_overwrites_nothing(qtbot, second, tmp_path):
    dialog = NextRoundDialog(second.desk, second)
    qtbot.addWidget(dialog)
    assert not dialog.begin.isEnabled() and "尚未封存" in dialog.words.text()
    dialog.propose(draft(tmp_path, "c.csv"))
    assert dialog.chosen() == (tmp_path / "c.csv", tmp_path / "张三-3.lcreview") and dialog.begin.isEnabled()
    dialog.out.setText(str(tmp_path / "张三-2.lcreview"))
    assert not dialog.begin.isEnabled() and "张三-2" in dialog.wrong.text()
    dialog.propose(tmp_path / "none.csv")
    assert not dialog.begin.isEnabled() and "none.csv" in dialog.wrong.text()


def test_a_revised_draft_that_cannot_be_read_is_told_and_nothing_is_made(qtbot, second, tmp_path):
    (tmp_path / "bad.xlsx").write_bytes(b"nothing")
    second.reviews.begin_next(tmp_path / "bad.xlsx", tmp_path / "bad.lcreview")
    settle(qtbot, second)
    assert second.messages.isVisible() and not (tmp_path / "bad.lcreview").exists()
    assert second.desk.current.review.round == 2


def test_what_was_asked_and_whether_it_is_mended(qtbot, second):
    page = changes(qtbot, second)
    rows = {row[0].partition(" ")[0]: row for row in texts(page.asked.list)}
    assert rows["目标-5"][1:5] == ["未改正", "不通过", "不通过", "过低"]
    assert rows["目标-2"][1:5] == ["已改正", "不通过", "通过", "请提高"]
    assert texts(page.asked.list)[-1] == rows["目标-2"]  # what is mended comes last
    page.asked.list.selectRow(len(rows) - 1)
    shown = page.asked.text.toPlainText()
    assert "C3" in shown and "18" in shown and "所评内容已改动" in shown
    assert "已改正 1" in page.asked.tally.text()


def test_a_reply_is_kept_by_the_button_by_going_on_and_undone(qtbot, second):
    page = changes(qtbot, second)
    first, last = 0, page.asked.list.model().rowCount() - 1
    page.asked.list.selectRow(last)
    qtbot.keyClicks(page.asked.reply, "done")
    qtbot.mouseClick(page.asked.keep, Qt.MouseButton.LeftButton)
    assert second.desk.current.review.item(PROVINCE).reply == "done"
    assert texts(page.asked.list)[last][-1] == "done" and page.asked.list.currentIndex().row() == last
    qtbot.keyClicks(page.asked.reply, " now")
    page.asked.list.selectRow(first)
    path = second.desk.current.path
    assert sorted(Book.open(path).review.item(PROVINCE).reply) == sorted("done now")
    assert page.asked.reply.toPlainText() == ""
    second.desk.undo()
    page.asked.list.selectRow(last)
    assert page.asked.reply.toPlainText() == "done"


def test_cells_facts_and_findings_and_all_of_them_when_asked(qtbot, second):
    page = changes(qtbot, second)
    cells, facts, findings = page.tables
    assert [row[1:4] for row in texts(cells)] == [["改动", "17", "18"]]
    assert not facts.isVisible() and page.nothing[1].text() == "这里没有变化。"
    assert ["已改正", "不通过", "通过"] in [row[1:4] for row in texts(findings)]
    page.all.setChecked(True)
    assert [row[1] for row in texts(cells)] == ["改动", "相同"]
    assert len(texts(findings)) == len(second.desk.current.assessment.findings)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert second.pages.currentWidget() is second.page


def test_rounds_side_by_side(qtbot, second, tmp_path):
    second.reviews.begin_next(draft(tmp_path, "c.csv", co2=16), tmp_path / "张三-3.lcreview")
    settle(qtbot, second)
    second.commands.actions["rounds"].trigger()
    settle(qtbot, second)
    page = second.pages.currentWidget()
    row = next(row for row in texts(page.table) if row[0].startswith("目标-2 "))
    assert [each.partition("；")[0].partition("（")[0] for each in row[1:]] == ["不通过", "通过", "不通过"]
    assert "请提高" in row[1] and "张三" in row[1] and "新出现的问题" in row[3]
    assert "a.csv" in page.about.toPlainText() and "c.csv" in page.about.toPlainText()
    few = len(texts(page.table))
    page.all.setChecked(True)
    assert len(texts(page.table)) == len(second.desk.current.assessment.findings) > few


def test_one_round_alone_says_so(qtbot, window, tmp_path):
    show(qtbot, window, expert(draft(tmp_path, "a.csv"), "张三"))
    window.reviews.rounds()
    settle(qtbot, window)
    assert window.pages.currentWidget().words.text() == (
        "目前只有一轮；收到修改稿后可开始下一轮。")


@pytest.mark.parametrize("open_it", [True, False])
def test_two_drafts_are_compared(qtbot, window, tmp_path, open_it):
    old, new = draft(tmp_path, "a.csv"), draft(tmp_path, "b.csv", energy=16)
    if open_it:
        show(qtbot, window, old)
    show(qtbot, window, new)
    dialog = CompareDialog(window.desk, window)
    qtbot.addWidget(dialog)
    assert dialog.go.isEnabled() is open_it
    if open_it:
        assert dialog.other == old
    window.reviews.compare_with(old)
    settle(qtbot, window)
    page = window.pages.currentWidget()
    assert [row[2:4] for row in texts(page.tables[0])] == [["10", "16"]]
    assert "a.csv → b.csv" in page.words.text() and page.tabs.count() == 3
    window.reviews.compare_with(old, earlier=False)
    settle(qtbot, window)
    assert [row[2:4] for row in texts(page.tables[0])] == [["16", "10"]]


def test_a_draft_that_cannot_be_read_is_told(qtbot, window, tmp_path):
    show(qtbot, window, draft(tmp_path, "a.csv"))
    window.reviews.compare_with(tmp_path / "none.csv")
    settle(qtbot, window)
    assert window.messages.isVisible() and window.pages.currentWidget() is window.page


def test_the_model_of_all_these_tables_keeps_the_rules():
    model = Rows()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    columns = (Column("a", str), Column("b", lambda row: "x", lambda row: "fail"))
    for rows in ((), (1, 2, 3), (4,), ()):
        model.show(columns, rows)
        model.put(tuple(each + 1 for each in rows))
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == [str(each + 1) for each in rows]
    assert tester.model() is model


def test_a_reply_that_is_being_typed_is_not_lost_by_going_elsewhere(qtbot, second, tmp_path):
    page, session = changes(qtbot, second), second.desk.current
    page.asked.list.selectRow(0)
    qtbot.keyClicks(page.asked.reply, "typing")
    show(qtbot, second, draft(tmp_path, "other.csv"))
    assert second.desk.current is not session
    assert "typing" in [each.reply for each in Book.open(session.path).review.items.values()]


def test_replies_go_out_as_a_list_and_come_back(qtbot, second, tmp_path):
    from openpyxl import load_workbook

    second.reviews.form(tmp_path / "ask.xlsx")
    settle(qtbot, second)
    book = load_workbook(tmp_path / "ask.xlsx")
    for row in range(2, book.active.max_row + 1):
        book.active.cell(row, 6, "done")
    book.save(tmp_path / "ask.xlsx")
    page = changes(qtbot, second)
    second.reviews.take_replies(tmp_path / "ask.xlsx")
    settle(qtbot, second)
    assert "done" in [row[-1] for row in texts(page.asked.list)]
    assert "已记录申报单位答复" in second.messages.words.text()
    second.desk.undo()
    assert {row[-1] for row in texts(page.asked.list)} == {"—"}
    second.reviews.take_replies(tmp_path / "b.csv")
    settle(qtbot, second)
    assert "没有“答复”一栏" in second.messages.words.text()
