"""A review file in the window: shown at once as it was kept, judged anew behind it, and only as much as is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from lowcarbon_desktop.app.review_begun import begin
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.app.verdicts import Said
from lowcarbon_desktop.errors import Cancelled
from lowcarbon_desktop.review.verdict import Reviewer
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.review_tabs import FACTS, MAPPING
from lowcarbon_desktop.ui.window import Window
from tests.app.test_kept import AT, forge, hostile, spoil
from tests.ui.conftest import TASK
from tests.ui.driving import PROVINCE, outcome, shown


@pytest.fixture
def review(settings: object, plan: Callable[[str], Path], tmp_path: Path) -> Path:
    """A review of Xiamen's plan, with the plan inside."""
    book = begin(plan(), tmp_path / "f.lcreview", Reviewer("1", "王"), rubric="second-batch")
    book.say(PROVINCE, Said(AT, "pass", "agreed"))
    return book.path


def opened(qtbot, window: Window, path: Path) -> Session:
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    return window.desk.current


def settled(qtbot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.desk.current.owes and not window.tasks.running, timeout=TASK)


def told(window: Window) -> str:
    return window.messages.words.text() if window.messages.isVisible() else ""


def test_it_is_shown_before_it_is_judged_anew_and_nothing_changes_then(qtbot, window: Window, review: Path) -> None:
    session = opened(qtbot, window, review)
    assert session.owes and outcome(window) == "fail"
    before, list_before, words = session.assessment, shown(window), window.page.details.text.toPlainText()
    settled(qtbot, window)
    assert session.assessment is before and shown(window) == list_before
    assert window.page.details.text.toPlainText() == words


def test_what_was_forged_gives_way_in_the_list_and_is_told(qtbot, window: Window, review: Path) -> None:
    forge(review)
    opened(qtbot, window, review)
    assert outcome(window) == "pass"
    settled(qtbot, window)
    assert outcome(window) == "fail" and window.page.sight.assessment.finding(PROVINCE).outcome == "fail"
    assert window.desk.say(window.desk.current.remarks[-1]) in told(window)


def test_damage_found_behind_the_picture_is_told_with_a_way_out_and_nothing_is_changed(
        qtbot, window: Window, review: Path, tmp_path: Path) -> None:
    spoil(review, "file:xiamen.xlsx")
    session, before = opened(qtbot, window, review), review.read_bytes()
    assert outcome(window) == "fail"
    settled(qtbot, window)
    assert str(review) in told(window) and window.messages.take.isVisible()
    window.desk.note(session, PROVINCE, "lost?")
    assert review.read_bytes() == before and not session.review.notes
    assert window.page.details.note.isReadOnly()
    window.reviewing.rescue(review, tmp_path / "rescued.lcreview")
    qtbot.waitUntil(lambda: window.desk.current is not session, timeout=TASK)
    assert window.desk.current.review.item(PROVINCE).verdict.outcome == "pass"


def test_a_plan_that_is_none_is_told_and_its_findings_stay(qtbot, window: Window, review: Path) -> None:
    hostile(review)
    session = opened(qtbot, window, review)
    qtbot.waitUntil(lambda: session.closed is not None, timeout=TASK)
    assert str(review) in told(window) and outcome(window) == "fail" and shown(window)
    assert window.page.table.model.rowCount() == 0 and not session.owes


def test_what_was_cancelled_is_made_up_for_before_the_seal(qtbot, window: Window, review: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(self: Session, progress: object = None) -> None:
        raise Cancelled

    examine = Session.examine
    monkeypatch.setattr(Session, "examine", stopped)
    session = opened(qtbot, window, review)
    qtbot.waitUntil(lambda: "核对" in told(window) or "cancelled" in told(window), timeout=TASK)
    assert session.owes
    monkeypatch.setattr(Session, "examine", examine)
    session.conclude("passes", "好")
    session.seal()
    assert not session.owes and session.review.status == "sealed"


def test_pages_are_made_when_they_are_turned_to(qtbot, window: Window, review: Path) -> None:
    opened(qtbot, window, review)
    page = window.page
    assert "facts" not in vars(page) and "page" not in vars(page.mapping)
    page.turn(FACTS)
    assert page.facts.isVisible() and page.facts.model.rows and page.facts.list.hasFocus()
    page.turn(MAPPING)
    assert page.mapping.page.isVisible() and page.mapping.page.readings.model.rows


def test_the_chosen_finding_is_in_view_in_the_first_picture(qtbot, window: Window, review: Path) -> None:
    window.resize(1100, 640)
    opened(qtbot, window, review)
    tree = window.page.findings.tree
    qtbot.waitUntil(window.pages.updatesEnabled)
    rect = tree.visualRect(tree.currentIndex())
    assert window.page.chosen is not None and tree.viewport().rect().intersects(rect)


def test_what_an_expert_said_stands_on_a_line_of_its_own(qtbot, window: Window, review: Path) -> None:
    opened(qtbot, window, review)
    findings = window.page.findings
    index = findings.filter.mapFromSource(findings.model.find(PROVINCE))
    option = QStyleOptionViewItem()
    findings.tree.itemDelegate().initStyleOption(option, index)
    assert "\n" not in option.text and len(option.text.split("\u2028")) == 2
    assert option.text.replace("\u2028", "\n") == index.data()


def test_the_table_waits_for_the_findings_and_for_nobody_who_asks(qtbot, window: Window, review: Path) -> None:
    opened(qtbot, window, review)
    page = window.page
    rows = page.table.model.rowCount()
    page._table.model.show(None, None)
    page.show_current(table_waits=True)
    assert page._table.model.rowCount() == 0 and page.findings.filter.rowCount() > 0
    assert page.table.model.rowCount() == rows > 0
    lit = page.sight.spots[page.sight.assessment.finding(page.chosen).readings[0]]
    assert page.table.model.lit(page.table.model.index(lit[1], lit[2] + 1))


def test_who_opens_a_file_sees_no_start_page_before_it(qtbot, settings: object, review: Path) -> None:
    made = Window(settings, dressed(settings), start=False)
    qtbot.addWidget(made)
    made.show()
    made.begin([review])
    qtbot.waitUntil(lambda: made.desk.current is not None, timeout=TASK)
    assert "start" not in vars(made.pages) and made.pages.currentWidget() is made.page
    made.close_plan()
    assert made.start.furnished and made.pages.currentWidget() is made.start and made.pages.updatesEnabled()
    made.close()


def test_a_file_that_is_not_there_leaves_the_start_page_whole(qtbot, settings: object, tmp_path: Path) -> None:
    made = Window(settings, dressed(settings), start=False)
    qtbot.addWidget(made)
    made.show()
    made.begin([tmp_path / "gone.lcreview"])
    qtbot.waitUntil(lambda: made.start.furnished and made.pages.updatesEnabled(), timeout=TASK)
    assert made.start.examples.count() > 0
    made.close()
