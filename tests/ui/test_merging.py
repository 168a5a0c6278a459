"""Merging experts' reviews in the window: what would be done is said first, then the meeting records its results."""

from __future__ import annotations

import warnings

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from lowcarbon_desktop.app.review_begun import begin, reviewer_named
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_merge import merged_in
from lowcarbon_desktop.ui.conclusion_dialog import ConclusionDialog
from tests.ui.reviewing import PROVINCE, draft, expert, settle, show, texts


@pytest.fixture
def experts(tmp_path):
    """Two experts who differ on one item and agree on another, and one who has not sealed."""
    plan = draft(tmp_path, "a.csv")
    files = [expert(plan, "张三", PROVINCE=("fail", "", "请提高"), ENERGY=("fail", "", "")),
             expert(plan, "李四", "曾任该市顾问", PROVINCE=("pass", "省里另有批复", ""), ENERGY=("fail", "", ""))]
    begin(plan, tmp_path / "王五.lcreview", reviewer_named("王五"), rubric="second-batch")
    return [*files, tmp_path / "王五.lcreview"]


@pytest.fixture
def chooser(qtbot, window, experts):
    window.commands.actions["merge"].trigger()
    window.reviews.merge(experts)
    settle(qtbot, window)
    return window.pages.currentWidget()


@pytest.fixture
def result(qtbot, window, chooser, tmp_path):
    chooser.merge_into(tmp_path / "m.lcreview", "第一次评审会")
    settle(qtbot, window)
    return window.pages.currentWidget()


def test_nothing_chosen_says_what_to_do(qtbot, window):
    window.commands.actions["merge"].trigger()
    page = window.pages.currentWidget()
    assert "拖到这里" in page.words.text() and not page.go.isEnabled() and not page.remove.isEnabled()
    qtbot.mouseClick(page.away, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.start


def test_it_is_said_beforehand_what_would_be_done(chooser, experts):
    rows = texts(chooser.files)
    assert [row[1] for row in rows] == ["张三", "李四", "王五"]
    assert ["参加比较" in row[-1] for row in rows] == [True, True, False] and "不显示其意见" in chooser.remarks.text()
    assert "曾任该市顾问" in chooser.remarks.text() and chooser.go.isEnabled()
    assert len({each.parent for each in experts} ) == 1 and not list(experts[0].parent.glob("m*"))


def test_what_does_not_fit_is_said_and_taken_out(qtbot, window, chooser, tmp_path):
    chooser.begin([expert(draft(tmp_path, "b.csv", co2=18), "赵六"), draft(tmp_path, "c.csv")])
    settle(qtbot, window)
    rows = texts(chooser.files)
    assert "不是同一稿" in rows[3][-1] and not chooser.go.isEnabled() and "2 份" in chooser.words.text()
    for _ in range(2):
        chooser.files.selectRow(3)
        qtbot.mouseClick(chooser.remove, Qt.MouseButton.LeftButton)
        settle(qtbot, window)
    assert chooser.go.isEnabled() and len(texts(chooser.files)) == 3


def test_reviews_are_dragged_to_the_page(qtbot, window, experts):
    window.commands.actions["merge"].trigger()
    page, data = window.pages.currentWidget(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in experts])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        enter, let_go = (kind(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier) for kind in (QDragEnterEvent, QDropEvent))
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(let_go)
    settle(qtbot, window)
    assert len(texts(page.files)) == 3


def test_a_file_that_is_there_is_not_overwritten(qtbot, window, chooser, experts):
    before = experts[0].read_bytes()
    chooser.merge_into(experts[0], "会")
    settle(qtbot, window)
    assert experts[0].read_bytes() == before and window.messages.isVisible()
    assert window.pages.currentWidget() is chooser


def test_where_they_differ_comes_first_with_the_reasons_side_by_side(result):
    rows = texts(result.table)
    assert len(rows) == 1 and rows[0][0].startswith("目标-2 ") and rows[0][1:3] == ["1.00", "0 %"]
    assert sorted(rows[0][3:]) == sorted(["—", "不通过", "通过", "—"])
    assert "省里另有批复" in result.reasons.toPlainText() and "请提高" in result.reasons.toPlainText()
    about = result.about.toPlainText()
    assert "一致率 50%" in about and "逐条会商" in about and "偏宽" in about and "曾任该市顾问" in about
    result.all.setChecked(True)
    rows = texts(result.table)
    assert rows[1][2] == "100 %" and len(rows) == len(result.merged.assessment.findings)


def test_the_meeting_records_takes_back_and_undoes(qtbot, window, result, tmp_path):
    form = result.form
    assert form.outcome.currentIndex() == -1  # they differ, so nothing is proposed
    form.outcome.setCurrentIndex(1)
    form.points.setValue(3)
    form.reason.setText("会议一致认为偏低")
    qtbot.mouseClick(form.record, Qt.MouseButton.LeftButton)
    verdict = Book.open(tmp_path / "m.lcreview").review.item(PROVINCE).verdict
    assert (verdict.outcome, verdict.reason, verdict.by) == ("fail", "会议一致认为偏低", "第一次评审会") and verdict.at
    assert texts(result.table)[0][-1] == "不通过 · 3" and "会议一致认为偏低" in result.reasons.toPlainText()
    said = {each.reviewer.name: each.items[PROVINCE].verdict.outcome
            for each in result.merged.voices.values() if each.items}
    assert said == {"张三": "fail", "李四": "pass"}
    qtbot.mouseClick(form.back, Qt.MouseButton.LeftButton)
    assert texts(result.table)[0][-1] == "—"
    undo, redo = (window.commands.actions[each] for each in ("undo", "redo"))
    undo.trigger()
    assert texts(result.table)[0][-1] == "不通过 · 3" and redo.isEnabled()
    undo.trigger()
    assert texts(result.table)[0][-1] == "—" and not undo.isEnabled()
    redo.trigger()
    assert texts(result.table)[0][-1] == "不通过 · 3"
    window.show_plan()
    assert not undo.isEnabled() and window.desk.aside is None


def test_an_outcome_other_than_the_programs_needs_a_reason(qtbot, window, result):
    result.form.outcome.setCurrentIndex(0)
    qtbot.mouseClick(result.form.record, Qt.MouseButton.LeftButton)
    assert window.messages.isVisible() and result.book.review.items == {}
    assert result.form.outcome.currentIndex() == 0  # what was chosen stays


def test_what_is_typed_is_still_there_after_a_look_elsewhere(qtbot, result):
    result.all.setChecked(True)
    result.form.reason.setText("typing")
    result.table.selectRow(1)
    assert result.form.reason.text() == ""
    result.table.selectRow(0)
    assert result.form.reason.text() == "typing"


def test_what_they_agree_on_is_proposed(result):
    result.all.setChecked(True)
    result.table.selectRow(1)
    assert result.form.outcome.currentData() == "fail"


def test_the_conclusion_of_the_meeting(qtbot, window, result):
    dialog = ConclusionDialog(window.desk, None, window)
    qtbot.addWidget(dialog)
    assert not dialog.fine.isEnabled()
    dialog.outcome.setCurrentIndex(1)
    dialog.words.setPlainText("总体可行")
    assert not dialog.fine.isEnabled()
    dialog.revise.setPlainText("提高目标")
    assert dialog.fine.isEnabled() and dialog.said() == ("passes_once_revised", "总体可行", "提高目标")
    result.book.conclude(*dialog.said())
    result.show_file(result.book.path)
    assert "提高目标" in result.about.toPlainText()


def test_it_is_put_on_paper(qtbot, window, result, tmp_path):
    result.save(tmp_path / "m.pdf")
    settle(qtbot, window)
    printed = "".join(page.extract_text() for page in PdfReader(tmp_path / "m.pdf").pages).replace("\n", "")
    assert "省里另有批复" in printed and "意见不同的条目" in printed and "曾任该市顾问" in printed


def test_an_open_merge_is_shown_at_once_and_said_in_both_languages(qtbot, window, result, tmp_path):
    window.show_plan()
    show(qtbot, window, tmp_path / "m.lcreview")
    window.commands.actions["merge"].trigger()
    page = window.pages.currentWidget()
    assert page is result and merged_in(page.book) is not None
    window.speak("en")
    qtbot.waitUntil(lambda: "Record the a&greed" in page.form.record.text())
    assert texts(page.table)[0][0].startswith("Target-2 ")
    window.dress("dark")
    window.dress("system")


def test_a_damaged_file_is_told(qtbot, window, tmp_path):
    (tmp_path / "x.lcreview").write_bytes(b"nothing")
    window.reviews.show_merged(tmp_path / "x.lcreview")
    assert window.messages.isVisible() and window.pages.currentWidget() is window.start
