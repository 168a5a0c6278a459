"""Opening plans by every way, bad ones too, while the window stays alive."""

from __future__ import annotations

import warnings
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from lowcarbon_desktop.assets import resource
from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.ui.settings import told_apart
from lowcarbon_desktop.ui.writing import folder_for
from tests.ui.conftest import TASK


def drop(window, paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # newer releases want another constructor, older lack it
        enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                Qt.KeyboardModifier.NoModifier)
        let_go = QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(let_go)


def settle(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.opening.busy and not window.tasks.running, timeout=TASK)


def test_a_dropped_file_is_opened(qtbot, window, plan):
    drop(window, [plan()])
    settle(qtbot, window)
    assert window.desk.current.plan.region.name == "厦门"
    assert window.pages.currentWidget() is window.page
    assert "xiamen.xlsx" in window.windowTitle()
    assert not window.page.plans.isVisible()


def test_several_dropped_files_are_several_plans(qtbot, window, plan):
    drop(window, [plan("xiamen.xlsx"), plan("yunnan.xlsx"), plan("xiamen.xlsx")])
    settle(qtbot, window)
    assert [session.plan.region.name for session in window.desk.sessions] == ["厦门", "云南"]
    assert window.desk.current is window.desk.sessions[0]
    assert window.page.plans.isVisible()
    window.page.plans.setCurrentIndex(window.page.plans.model().index(1))
    assert window.desk.current.plan.region.name == "云南"


def test_a_dropped_folder_is_one_application(qtbot, window, plan):
    folder = plan().parent
    drop(window, [folder])
    settle(qtbot, window)
    assert len(window.desk.sessions) == 1
    assert window.desk.current.path == folder


def test_a_plan_given_again_is_shown_and_not_read_again(qtbot, window, plan):
    window.open([plan("xiamen.xlsx"), plan("yunnan.xlsx")])
    settle(qtbot, window)
    first = window.desk.sessions[0]
    window.desk.show(window.desk.sessions[1])
    window.open([first.path])
    assert window.desk.current is first
    assert not window.tasks.running
    assert len(window.desk.sessions) == 2


def test_forty_six_plans_are_opened_one_after_another(qtbot, window, plan, tmp_path):
    source = plan().read_bytes()
    paths = [tmp_path / f"plan-{number:02}.xlsx" for number in range(46)]
    for path in paths:
        path.write_bytes(source)
    window.open(paths)
    settle(qtbot, window)
    assert [session.path for session in window.desk.sessions] == paths
    assert window.page.plans.model().rowCount() == 46
    for _ in range(3):
        window.commands.actions["next_plan"].trigger()
    assert window.desk.current is window.desk.sessions[3]


def test_a_bad_file_is_told_and_the_open_plan_stays(qtbot, opened, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_text("this is no workbook")
    before = opened.desk.current
    opened.open([bad])
    settle(qtbot, opened)
    assert opened.desk.current is before
    assert opened.messages.isVisible()
    assert "bad.xlsx" in opened.messages.words.text()
    opened.messages.away.click()
    assert not opened.messages.isVisible()


def test_a_missing_file_is_told(qtbot, window, tmp_path):
    window.open([tmp_path / "nowhere.xlsx"])
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.start
    assert "nowhere.xlsx" in window.messages.words.text()


def test_of_several_the_bad_one_alone_is_missing(qtbot, window, plan, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_text("this is no workbook")
    window.open([bad, plan()])
    settle(qtbot, window)
    assert [session.path.name for session in window.desk.sessions] == ["xiamen.xlsx"]
    assert window.messages.isVisible()


def test_what_could_not_be_opened_is_not_covered_by_what_is_said_of_the_others(qtbot, window, tmp_path):
    bad, good = tmp_path / "坏.xlsx", tmp_path / "二.csv"
    bad.write_bytes(b"PK\x03\x04 broken")
    good.write_text("2012年5月,,\n指标,单位,2015年\n单位GDP二氧化碳排放比2010年下降,%,18\n", "utf-8")
    window.open([bad, good])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    assert "坏.xlsx" in window.messages.words.text(), "the error stays in view"
    assert window.messages.others.isVisible() and window.messages.others.text() == "另有 1 条"
    window.messages.away.click()
    assert "坏.xlsx" not in window.messages.words.text() and window.messages.isVisible()
    assert not window.messages.others.isVisible()


def test_recent_plans_are_remembered_and_those_gone_are_grey(qtbot, opened, plan):
    other = plan("yunnan.xlsx")
    opened.open([other])
    settle(qtbot, opened)
    other.unlink()
    opened.commands.recent.aboutToShow.emit()
    entries = {action.text(): action.isEnabled() for action in opened.commands.recent.actions() if action.text()}
    assert entries["xiamen.xlsx"] is True
    assert entries["yunnan.xlsx"] is False


def test_closing_the_last_plan_leads_back_to_the_start(opened):
    opened.commands.actions["close"].trigger()
    assert opened.desk.sessions == ()
    assert opened.pages.currentWidget() is opened.start
    assert not opened.commands.actions["preview"].isEnabled()


def slow(path: Path, progress):
    """Reads for ever, until it is told to stop."""
    from time import sleep

    for step in range(100_000):
        progress.step(step, 100_000)
        sleep(0.005)
    raise AssertionError("nobody cancelled")


def test_reading_shows_progress_and_can_be_cancelled(qtbot, window, plan):
    read, window.opening._read = window.opening._read, slow
    window.open([plan("xiamen.xlsx"), plan("yunnan.xlsx")])
    qtbot.waitUntil(window.progress.isVisible, timeout=2000)
    qtbot.waitUntil(lambda: window.progress.bar.maximum() > 0, timeout=2000)
    assert "xiamen.xlsx" in window.progress.words.text()
    window.progress.stop.click()
    settle(qtbot, window)
    assert window.desk.sessions == ()
    qtbot.waitUntil(lambda: not window.progress.isVisible())
    assert "取消" in window.messages.words.text()
    window.opening._read = read
    window.open([plan("xiamen.xlsx")])
    settle(qtbot, window)
    assert not window.messages.isVisible(), "whoever opens a plan has done with the one that was given up"


def test_the_window_can_be_closed_while_it_reads(qtbot, window, plan):
    window.opening._read = slow
    window.open([plan()])
    task = window.tasks.running[0]
    window.close()
    assert not window.tasks.running
    assert task.isFinished()
    assert not window.isVisible()


def test_a_task_that_was_cancelled_fails_with_cancelled(qtbot, window):
    answers = []
    window.tasks.run("work", lambda progress: slow(Path(), progress), answers.append, answers.append)
    window.cancel()
    qtbot.waitUntil(lambda: bool(answers), timeout=TASK)
    assert isinstance(answers[0], Cancelled)


def test_another_plan_shows_the_details_of_its_own_finding(qtbot, opened, plan):
    opened.open([plan("yunnan.xlsx")])
    settle(qtbot, opened)
    yunnan, xiamen = opened.desk.current, opened.desk.sessions[0]
    for session in (xiamen, yunnan, xiamen):
        opened.desk.show(session)
        item = opened.page.findings.filter.item(opened.page.findings.tree.currentIndex())
        assert item.finding in session.assessment.findings
        assert opened.desk.say(item.finding.message) in opened.page.details.text.toPlainText()


def test_a_foreign_review_file_is_told_as_a_warning(qtbot, window, plan):
    path = plan()
    path.with_name(path.name + ".lcreview").write_bytes(b"not a review at all")
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=20_000)
    assert [notice.kind for notice in window.messages._notices] == ["warning"]
    window.close_plan()
    assert window.messages._notices == []


def test_recent_plans_of_one_name_are_told_apart(tmp_path):
    paths = [tmp_path / "厦门" / "方案.xlsx", tmp_path / "福州" / "方案.xlsx", tmp_path / "保定.xlsx",
             tmp_path / "a" / "x" / "t.csv", tmp_path / "b" / "x" / "t.csv"]
    assert told_apart(paths) == ("方案.xlsx — 厦门", "方案.xlsx — 福州", "保定.xlsx",
                                 f"t.csv — {tmp_path / 'a' / 'x'}", f"t.csv — {tmp_path / 'b' / 'x'}")


def test_the_report_on_an_example_is_not_proposed_inside_the_program(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not folder_for(resource("examples", "xiamen.xlsx")).is_relative_to(resource())
    assert folder_for(tmp_path / "xiamen.xlsx") == tmp_path


def test_all_files_that_cannot_be_opened_are_told_in_one_list(qtbot, window, plan, tmp_path):
    bad = [tmp_path / f"坏-{number}.xlsx" for number in range(7)]
    for path in bad:
        path.write_bytes(b"PK\x03\x04 nothing")
    window.open([bad[0], plan(), *bad[1:3]])
    settle(qtbot, window)
    told = window.messages.words.text()
    assert all(path.name in told for path in bad[:3])
    assert len(window.desk.sessions) == 1
    assert not window.messages.more.isVisible()
    window.open(bad)
    settle(qtbot, window)
    told = window.messages.words.text()
    assert told.count("坏-") == 5 and "7" in told
    assert window.messages.details.toPlainText().count("坏-") == 7
    window.open(bad[:1])
    settle(qtbot, window)
    assert window.messages.words.text().count("坏-") == 1
