"""What a sealed review, a merged one and a message look like to whoever opens them: nothing invites in vain."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lowcarbon_desktop.app import review_merge
from lowcarbon_desktop.errors import UsageError, message
from tests.ui.reviewing import draft, expert, show


@pytest.fixture
def sealed(qtbot, window, tmp_path):
    path = expert(draft(tmp_path, "方案.csv"), "张", PROVINCE=("fail", "不足", ""))
    show(qtbot, window, path)
    return window


def test_the_fields_of_a_sealed_review_only_show_and_say_why(sealed):
    details = sealed.page.details
    for text in (details.note, details.verdict.comment, details.verdict.reason):
        assert text.isReadOnly() and "已封存" in text.placeholderText()
    assert not sealed.page.offer.isVisible()
    assert "F2" not in sealed.page.table.strip.text() and "选择单元格" in sealed.page.table.strip.text()
    sealed.page.turn(1)
    form = sealed.page.facts.form
    assert "已封存" in form.hint.text()
    assert not any(each.isEnabled() for each in (form.state, form.value, form.source, form.do, form.undo))
    assert not sealed.page.facts.nod.isVisible()


def test_the_readings_of_a_sealed_review_ask_for_nothing(qtbot, sealed):
    qtbot.keyClick(sealed, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = sealed.page.mapping.page
    assert "已封存" in page.why.toPlainText()
    assert not any(button.isEnabled() for button in (page.nod, *page.fields.values()))
    qtbot.keyClick(page.readings.list, Qt.Key.Key_B)
    assert not page.popup.isVisible()


def test_opened_again_they_can_be_written_in(sealed):
    sealed.desk.do(lambda session: session.reopen())
    details = sealed.page.details
    assert not details.note.isReadOnly() and not details.verdict.comment.isReadOnly()
    assert "已封存" not in details.note.placeholderText()
    sealed.page.turn(1)
    assert sealed.page.facts.form.state.isEnabled()


def test_a_review_that_is_opened_itself_is_not_said_to_be_taken_up(sealed):
    assert "已接续" not in sealed.messages.words.text()


def test_a_merged_review_says_that_it_is_one(qtbot, window, tmp_path):
    plan = draft(tmp_path, "方案.csv")
    merged, first = review_merge.merge([expert(plan, name, PROVINCE=("fail", "不足", "")) for name in ("张", "李")])
    review_merge.write(merged, first, tmp_path / "合并.lcreview", "评审会")
    show(qtbot, window, tmp_path / "合并.lcreview")
    assert "由 2 位专家的评审合并" in window.messages.words.text()


def test_escape_puts_the_message_away(qtbot, opened):
    opened.messages.clear("info")
    opened.desk.fail(UsageError(message("clipboard-no-table")))
    assert opened.messages.isVisible()
    opened.page.findings.tree.setFocus()
    qtbot.keyClick(opened.page.findings.tree, Qt.Key.Key_Escape)
    assert not opened.messages.isVisible()
