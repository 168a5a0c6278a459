"""A review in the window: say who one is, agree, overrule, score, conclude, seal; open the file again and look back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from lowcarbon_desktop.app.review_begun import reviewer_named
from lowcarbon_desktop.app.review_verify import copied
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.ui.history_dialog import HistoryDialog
from lowcarbon_desktop.ui.reviewer_dialog import ReviewerDialog
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK
from tests.ui.driving import PROVINCE

NATION, THOUGHTS = "targets.co2-2015.nation", "vision.not-saving-alone"
AT = "2012-06-30T08:00:00Z"


def answer(what: Callable[[QDialog], None]) -> None:
    """Do this with the dialog that comes up next."""
    QTimer.singleShot(0, lambda: what(QApplication.activeModalWidget()))


def named(dialog: ReviewerDialog) -> None:
    """Type a name and declare that there is no conflict."""
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    dialog._name.setText("王明")
    assert not ok.isEnabled(), "a conflict of interest has to be declared or denied"
    dialog.without.setChecked(True)
    ok.click()


def yes(dialog: QMessageBox) -> None:
    dialog.buttons()[0].click()


def judgement(window: Window) -> str:
    return next(each.criterion for each in window.desk.current.assessment.findings if each.outcome == "judgement")


def said(window: Window, criterion: str = PROVINCE):
    return window.desk.current.review.item(criterion)


@pytest.fixture
def reviewed(qtbot, opened: Window) -> Window:
    """The window with Xiamen's plan, and a reviewer who has given his name."""
    opened.page.findings.choose(PROVINCE)
    answer(named)
    opened.page.details.verdict.begin.click()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    return opened


@pytest.fixture
def own_file(qtbot, reviewed: Window, tmp_path: Path) -> Path:
    """A self-contained review, open in the window; the plan that it was made of is gone."""
    reviewed.desk.do(lambda session: session.say(PROVINCE, Said(AT, "pass", "adjusted", points=6)))
    path, plan = tmp_path / "own.lcreview", reviewed.desk.current.path
    reviewed.reviewing.save(path)
    qtbot.waitUntil(lambda: [each.path for each in reviewed.desk.sessions] == [path], timeout=TASK)
    shutil.rmtree(plan.parent)
    return path


def reopened(qtbot, window: Window, path: Path) -> None:
    """Close what is open and open this file."""
    while window.desk.current is not None:
        window.close_plan()
    window.open([path])
    qtbot.waitUntil(lambda: not window.opening.busy and not window.tasks.running, timeout=TASK)


def test_nobody_who_only_checks_sees_a_form(opened):
    opened.page.findings.choose(PROVINCE)
    pane = opened.page.details.verdict
    assert pane.begin.isVisible() and not pane.buttons.agree.isVisible() and not pane.about.isVisible()
    assert opened.page.details.note.isVisible()


def test_the_name_is_asked_once_and_remembered(reviewed):
    assert reviewed.desk.current.review.reviewer.name == "王明"
    assert reviewed.desk.settings.reviewer == "王明"
    pane = reviewed.page.details.verdict
    assert not pane.begin.isVisible() and pane.buttons.agree.isVisible()
    assert ReviewerDialog(reviewed.desk.settings.reviewer, None).name == "王明"


def test_one_key_agrees_and_one_goes_on(qtbot, reviewed):
    tree = reviewed.page.findings.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_A)
    verdict = said(reviewed).verdict
    assert (verdict.outcome, verdict.by, verdict.agrees) == ("fail", "王明", True)
    qtbot.keyClick(tree, Qt.Key.Key_N)
    assert reviewed.page._chosen in reviewed.desk.current.missing
    assert "同意" in reviewed.commands.actions["undo"].text()


def test_the_keys_are_letters_where_one_types(qtbot, reviewed):
    note = reviewed.page.details.note
    note.setFocus()
    qtbot.keyClicks(note, "aon")
    assert note.toPlainText() == "aon" and said(reviewed).verdict is None


def test_an_overruling_without_a_reason_is_refused_where_one_stands(qtbot, reviewed):
    pane = reviewed.page.details.verdict
    qtbot.mouseClick(pane.buttons.outcomes["pass"], Qt.MouseButton.LeftButton)
    assert pane.told.isVisible() and "须说明理由" in pane.told.text()
    assert said(reviewed).verdict is None and pane.reason.hasFocus()
    low = reviewed.desk.current.weighed.score.low
    qtbot.keyClicks(pane.reason, "adjusted by the province")
    qtbot.waitUntil(lambda: said(reviewed).verdict is not None)
    pane.keep()
    assert (said(reviewed).verdict.outcome, said(reviewed).verdict.reason) == ("pass", "adjusted by the province")
    assert not pane.told.isVisible()
    assert reviewed.desk.current.weighed.score.low > low == reviewed.desk.current.assessment.score.low
    assert str(reviewed.desk.current.weighed.score.low) in reviewed.page.band.points.text()
    assert "专家" not in reviewed.desk.current.assessment.finding(PROVINCE).outcome  # a verdict changes no finding


def test_an_emptied_reason_leaves_the_last_verdict(qtbot, reviewed):
    pane = reviewed.page.details.verdict
    reviewed.desk.do(lambda session: session.say(PROVINCE, Said(AT, "pass", "adjusted")))
    pane.reason.selectAll()
    qtbot.keyClick(pane.reason, Qt.Key.Key_Delete)
    pane.keep()
    assert said(reviewed).verdict.reason == "adjusted" and "须说明理由" in pane.told.text()


def test_an_item_for_the_reviewer_is_answered_with_a_reason(qtbot, reviewed):
    criterion = judgement(reviewed)
    reviewed.page.findings.reveal(criterion)
    pane = reviewed.page.details.verdict
    assert not pane.buttons.agree.isEnabled()
    pane.buttons.outcomes["pass"].click()
    qtbot.keyClicks(pane.reason, "it is said")
    pane.keep()
    assert said(reviewed, criterion).verdict.outcome == "pass"
    assert criterion not in reviewed.desk.current.missing


def test_points_stay_within_the_scale(reviewed):
    pane = reviewed.page.details.verdict
    assert pane.buttons.points.text() == "—" and said(reviewed).points is None
    pane.buttons.points.setValue(99)
    assert said(reviewed).points == reviewed.desk.current.assessment.rubric.criterion(PROVINCE).points
    reviewed.desk.undo()
    assert said(reviewed).points is None and pane.buttons.points.text() == "—"


def test_what_is_typed_survives_closing_the_window(qtbot, reviewed):
    path, pane = reviewed.desk.current.path, reviewed.page.details.verdict
    pane.buttons.outcomes["pass"].click()
    qtbot.keyClicks(pane.reason, "half a rea")
    qtbot.keyClicks(pane.comment, "please att")
    reviewed.close()
    item = Session.open(path).review.item(PROVINCE)
    assert (item.verdict.reason, item.comment) == ("half a rea", "please att")


def test_a_blank_at_the_end_is_not_taken_from_under_the_hands(qtbot, reviewed):
    comment = reviewed.page.details.verdict.comment
    qtbot.keyClicks(comment, "one ")
    qtbot.waitUntil(lambda: said(reviewed).comment == "one")
    qtbot.keyClicks(comment, "two")
    comment.keep_now()
    assert said(reviewed).comment == "one two"


def test_the_sheet_has_every_criterion_and_narrows(qtbot, reviewed):
    reviewed.desk.do(lambda session: session.say(PROVINCE, Said(AT, "pass", "adjusted", comment="well")))
    reviewed.commands.actions["scores"].trigger()
    page = reviewed.page.tabs.page("scores")
    assert page.isVisible() and page.filter.rowCount() == len(reviewed.desk.current.assessment.findings)
    for id in ("overruled", "commented"):
        page.buttons[id].click()
        assert page.filter.rowCount() == 1 and page.criterion == PROVINCE, id
        page.buttons[id].click()
    page.buttons["open"].click()
    assert page.filter.rowCount() == len(reviewed.desk.current.missing) > 1
    page.choose(PROVINCE)
    assert page.criterion == PROVINCE and not page.buttons["open"].isChecked()
    page.search.setText("nothing says this")
    assert page.nothing.isVisible() and not page.table.isVisible()


def test_the_sheet_is_sorted_by_what_a_column_means(reviewed):
    reviewed.commands.actions["scores"].trigger()
    page = reviewed.page.tabs.page("scores")
    page.table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    points = [page.filter.row(page.filter.index(row, 0)).criterion.points for row in range(page.filter.rowCount())]
    assert points == sorted(points, reverse=True)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.filter, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_band_names_what_moves_it_most(qtbot, reviewed):
    reviewed.commands.actions["scores"].trigger()
    page, most = reviewed.page.tabs.page("scores"), reviewed.desk.current.moves_most
    assert f"href='{most}'" in page.band.text()
    page.band.linkActivated.emit(most)
    assert page.criterion == most
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    assert page.criterion in reviewed.desk.current.missing and page.criterion != most


def test_a_verdict_is_given_on_the_sheet(qtbot, reviewed):
    reviewed.commands.actions["scores"].trigger()
    page = reviewed.page.tabs.page("scores")
    page.choose(NATION)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    assert said(reviewed, NATION).verdict.agrees
    row = page.table.currentIndex().row()
    assert page.filter.index(row, 3).data() == reviewed.desk.word(said(reviewed, NATION).verdict.outcome)


def test_the_conclusion_is_kept_while_it_is_written_and_says_what_it_lacks(qtbot, reviewed):
    reviewed.commands.actions["conclusion"].trigger()
    page = reviewed.page.tabs.page("conclusion")
    assert not page.words.isEnabled()
    page.outcomes["passes_once_revised"].click()
    assert page.words.hasFocus() and "自己的话" in page.lacks.text()
    qtbot.keyClicks(page.words, "on the whole")
    page.keep()
    assert "修改要求" in page.lacks.text()
    page.propose.click()
    assert not page.lacks.isVisible() and page.revise.toPlainText().startswith("1. ")
    again = Session.open(reviewed.desk.current.path).review.conclusion
    assert (again.outcome, again.words) == ("passes_once_revised", "on the whole") and again.revise


def test_sealing_lists_what_is_missing_and_a_click_goes_there(reviewed):
    reviewed.commands.actions["conclusion"].trigger()
    page = reviewed.page.tabs.page("conclusion")
    missing = reviewed.desk.current.missing
    assert page.missing.count() == len(missing) > 0
    page.missing.itemClicked.emit(page.missing.item(2))
    assert reviewed.page.tabs.currentIndex() == 0 and reviewed.page._chosen == missing[2]


def test_a_sealed_review_shows_its_hash_and_can_be_opened_again(reviewed):
    reviewed.commands.actions["conclusion"].trigger()
    page = reviewed.page.tabs.page("conclusion")
    answer(lambda box: box.buttons()[1].click())
    page.seal.click()
    assert reviewed.desk.current.review.status == "in_work"
    answer(yes)
    page.seal.click()
    session = reviewed.desk.current
    assert session.review.status == "sealed" and session.sealed_by() in page.head.text()
    assert not page.seal.isVisible() and page.reopen.isVisible() and page.give_back.isVisible()
    assert not reviewed.commands.actions["undo"].isEnabled() and not reviewed.commands.actions["agree"].isEnabled()
    assert "已封存" in reviewed.messages.words.text()
    page.give_back.click()
    assert session.review.status == "returned"
    answer(yes)
    page.reopen.click()
    assert session.review.status == "in_work" and session.closed is None


def test_a_self_contained_review_needs_nothing_beside_it(qtbot, reviewed, own_file):
    reopened(qtbot, reviewed, own_file)
    session = reviewed.desk.current
    assert session.path == own_file and session.closed is None
    assert said(reviewed).verdict.reason == "adjusted" and said(reviewed).points == 6
    assert session.remarks == (), "whoever opens the file itself knows that the review goes on"
    reviewed.page.turn(2)
    assert reviewed.page.mapping.source.leaf.sheet.rows, "the source is shown from inside the file"
    assert reviewed.desk.settings.recent[0] == own_file
    assert reviewed.page.command.line.text().startswith("lowcarbon review show")


def test_a_sealed_file_is_shown_as_it_was_judged_and_refuses_changes(qtbot, reviewed, own_file):
    reviewed.desk.do(lambda session: session.seal())
    reopened(qtbot, reviewed, own_file)
    assert "已封存" in reviewed.messages.words.text()
    assert reviewed.page.command.kept.text().startswith("只读")
    reviewed.page.findings.reveal(PROVINCE)
    assert not reviewed.page.details.verdict.buttons.outcomes["fail"].isEnabled()
    assert reviewed.page.details.verdict.reason.isReadOnly() and reviewed.page.details.note.isReadOnly()
    where = reviewed.desk.current.plan.readings[0].where
    assert not reviewed.desk.correct(where, "99") and not reviewed.desk.confirm_readings((where,))
    assert not reviewed.desk.confirm_fact("co2_peak_year")
    assert reviewed.desk.current.review.corrections == {}


def test_a_copy_without_the_files_is_only_shown(qtbot, reviewed, own_file, tmp_path):
    findings = reviewed.desk.current.assessment.findings
    copied(own_file, tmp_path / "mailed.lcreview", files=False, notes=False)
    reopened(qtbot, reviewed, tmp_path / "mailed.lcreview")
    session = reviewed.desk.current
    assert session.only_shown and session.assessment.findings == findings
    assert "未附申报材料" in reviewed.messages.words.text()
    for tab in range(3):
        reviewed.page.turn(tab)
        assert reviewed.page.left.currentWidget() is reviewed.page.table, "there is no source to be shown"
    for further in ("scores", "conclusion"):
        reviewed.page.tabs.turn(further)
    assert not reviewed.page.tabs.page("conclusion").seal.isVisible()


def test_a_name_is_shown_as_it_is_written(reviewed):
    reviewed.desk.do(lambda session: session.introduce(reviewer_named("<b>王</b>", "<img src=x>")))
    reviewed.page.tabs.turn("conclusion")
    status = reviewed.page.tabs.page("conclusion").status
    assert "<b>王</b>" in status.text() and status.textFormat() == Qt.TextFormat.PlainText


def test_the_review_beside_a_plan_opens_the_plan(qtbot, reviewed):
    path = reviewed.desk.current.path
    reviewed.desk.do(lambda session: session.say(PROVINCE, Said(AT, "pass", "adjusted")))
    reopened(qtbot, reviewed, path.with_name(path.name + ".lcreview"))
    assert reviewed.desk.current.path == path and said(reviewed).verdict.reason == "adjusted"


def test_a_damaged_file_is_told_and_rescued_into_a_new_one(qtbot, reviewed, own_file, tmp_path):
    while reviewed.desk.current is not None:
        reviewed.close_plan()
    with sqlite3.connect(own_file) as connection:
        connection.execute("UPDATE item SET outcome = 'nonsense'")
    connection.close()
    before = own_file.read_bytes()
    reviewed.open([own_file])
    qtbot.waitUntil(lambda: not reviewed.opening.busy, timeout=TASK)
    assert "已损坏" in reviewed.messages.words.text() and reviewed.messages.take.isVisible()
    assert reviewed.desk.current is None
    reviewed.reviewing.rescue(own_file, tmp_path / "rescued.lcreview")
    qtbot.waitUntil(lambda: reviewed.desk.current is not None and not reviewed.tasks.running, timeout=TASK)
    assert reviewed.desk.current.path.name == "rescued.lcreview" and own_file.read_bytes() == before
    assert "rescued.lcreview" in reviewed.messages.words.text() and "按修改记录恢复" in reviewed.messages.words.text()


def test_of_a_damaged_file_that_is_shown_as_it_was_kept_the_good_can_be_rescued_too(qtbot, reviewed, own_file, tmp_path,
                                                                                   monkeypatch):
    while reviewed.desk.current is not None:
        reviewed.close_plan()
    with sqlite3.connect(own_file) as connection:
        connection.execute("UPDATE chunk SET data = x'00' WHERE name LIKE 'file:%'")
    connection.close()
    reviewed.open([own_file])
    qtbot.waitUntil(lambda: "已损坏" in reviewed.messages.words.text(), timeout=TASK)
    assert reviewed.desk.current is not None and reviewed.messages.take.isVisible()
    monkeypatch.setattr("lowcarbon_desktop.ui.reviewing.asked", lambda *given: tmp_path / "rescued.lcreview")
    reviewed.messages.take.click()
    qtbot.waitUntil(lambda: reviewed.desk.current.path.name == "rescued.lcreview", timeout=TASK)
    assert said(reviewed) is not None


def test_a_file_of_a_newer_version_is_refused(qtbot, reviewed, own_file):
    while reviewed.desk.current is not None:
        reviewed.close_plan()
    with sqlite3.connect(own_file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    reviewed.open([own_file])
    qtbot.waitUntil(lambda: not reviewed.opening.busy, timeout=TASK)
    assert "更新版本" in reviewed.messages.words.text() and reviewed.desk.current is None


def test_the_history_says_who_changed_what_and_why(reviewed, tmp_path):
    reviewed.desk.do(lambda session: session.say(PROVINCE, Said(AT, "pass", "adjusted")))
    reviewed.desk.note(reviewed.desk.current, PROVINCE, "secret")
    dialog = HistoryDialog(reviewed.desk, reviewed)
    rows = [[dialog.table.item(row, column).text() for column in range(7)] for row in range(dialog.table.rowCount())]
    assert any(row[2] == "王明" and "碳强度" in row[3] and "通过" in row[5] and row[6] == "adjusted" for row in rows)
    assert not any("secret" in cell for row in rows for cell in row)
    dialog.verify.click()
    assert "修改记录完整" in dialog.told.text()
    dialog._export(tmp_path / "history.csv")
    assert "adjusted" in (tmp_path / "history.csv").read_text("utf-8-sig")
    dialog._export(tmp_path / "history.txt")
    assert "王明" in (tmp_path / "history.txt").read_text("utf-8")
    reviewed.speak("en")
    english = HistoryDialog(reviewed.desk, reviewed)
    assert any('"Pass"' in english.table.item(row, 5).text() for row in range(english.table.rowCount()))


def test_the_steps_since_the_opening_can_be_jumped_to(reviewed):
    for number in range(3):
        criterion = reviewed.desk.current.assessment.findings[number].criterion
        reviewed.desk.note(reviewed.desk.current, criterion, str(number))
    dialog = HistoryDialog(reviewed.desk, reviewed)
    assert dialog.steps.count() == 5 and dialog.steps.currentRow() == 4
    dialog.steps.itemActivated.emit(dialog.steps.item(2))
    assert list(reviewed.desk.current.review.notes.values()) == ["0"]
    assert "已撤销" in dialog.steps.item(3).text()
    dialog.steps.itemActivated.emit(dialog.steps.item(0))
    assert reviewed.desk.current.review.reviewer is None
    dialog.steps.itemActivated.emit(dialog.steps.item(4))
    assert len(reviewed.desk.current.review.notes) == 3


def test_a_verdict_on_what_the_machine_finds_no_more_has_to_be_said_anew(reviewed):
    reviewed.desk.do(lambda session: session.say(PROVINCE, Said(AT, "fail")))
    reading = reviewed.desk.current.assessment.finding(PROVINCE).readings[0]
    reviewed.desk.correct(reviewed.desk.current.plan.readings[reading].where, "18")
    assert "重新评定" in reviewed.page.details.verdict.told.text()
    assert PROVINCE in reviewed.desk.current.missing


def test_the_printed_review_says_that_a_person_overruled(reviewed, tmp_path):
    from pypdf import PdfReader

    session = reviewed.desk.current
    session.introduce(reviewer_named("王明", "曾参与编制"))
    session.say(PROVINCE, Said(AT, "pass", "adjusted", points=6, comment="please attach"))
    session.note(PROVINCE, "a private word")
    session.conclude("passes", "well done")
    session.seal()
    session.print_report(tmp_path / "review.pdf", "zh")
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "review.pdf").pages)
    for words in ("专家改判", "adjusted", "please attach", "well done", "曾参与编制", session.sealed_by()):
        assert words in text.replace("\n", ""), words
    assert "a private word" not in text


def test_the_source_beside_the_sheet_rings_what_the_selected_criterion_rests_on(reviewed):
    reviewed.commands.actions["scores"].trigger()
    page = reviewed.page.tabs.page("scores")
    page.choose(PROVINCE)
    where = reviewed.desk.current.plan.readings[
        reviewed.desk.current.assessment.finding(PROVINCE).readings[0]].where
    source = reviewed.page.mapping.source
    assert reviewed.page.left.currentWidget() is source and source._ring[0] == where
    reviewed.speak("en")
    assert source._ring[0] == where


def test_a_copy_to_mail_leaves_the_private_notes_at_home(qtbot, reviewed, own_file, tmp_path):
    reviewed.desk.note(reviewed.desk.current, PROVINCE, "secret")
    answer(lambda dialog: (dialog.with_files.setChecked(False), dialog.accept()))
    reviewed.reviewing.mail(tmp_path / "mailed.lcreview")
    mailed = Session.open(tmp_path / "mailed.lcreview")
    assert mailed.only_shown and mailed.review.notes == {}
    assert b"secret" not in (tmp_path / "mailed.lcreview").read_bytes()
    assert not reviewed.desk.current.only_shown and reviewed.desk.current.review.notes


def test_a_place_named_on_the_sheet_is_ringed_in_the_source(reviewed):
    reviewed.commands.actions["scores"].trigger()
    page = reviewed.page.tabs.page("scores")
    page.choose(NATION)
    reading = reviewed.desk.current.assessment.finding("targets.energy-2015.nation").readings[0]
    page.details.place_clicked.emit(reading)
    assert reviewed.page.mapping.source._ring[0] == reviewed.desk.current.plan.readings[reading].where


def test_the_exported_workbook_has_the_verdicts_and_no_private_note(qtbot, reviewed, tmp_path):
    import openpyxl

    session = reviewed.desk.current
    session.say(PROVINCE, Said(AT, "pass", "另有文件", comment="请附文件"))
    session.note(PROVINCE, "只给自己看")
    reviewed.printing.export(tmp_path / "a.xlsx")
    qtbot.waitUntil(lambda: not reviewed.tasks.running, timeout=3 * TASK)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert {"另有文件", "请附文件"} <= set(cells)
    assert not any("只给自己看" in cell for cell in cells)


def test_undo_names_a_criterion_by_its_title(reviewed):
    session = reviewed.desk.current
    reviewed.desk.note(session, PROVINCE, "记一笔")
    words = reviewed.commands.actions["undo"].text()
    assert reviewed.desk.say(session.assessment.rubric.criterion(PROVINCE).title) in words and PROVINCE not in words
