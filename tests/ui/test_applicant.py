"""The applicant's view: the list ticks itself as the draft is saved, ticks made by hand stay, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from lowcarbon_desktop.ui import draft_watch
from lowcarbon_desktop.ui.applicant_page import ApplicantPage
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK

PROVINCE, ENERGY, PEAK = "targets.co2-2015.province", "targets.energy-2015.province", "peak.year-stated"
TABLE = ("厦门市低碳城市试点工作实施方案指标表\n指标,单位,2015 年\n单位GDP二氧化碳排放比2010年下降率,%,{co2}\n"
         "单位GDP能耗比2010年下降率,%,{energy}\n")
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Saves as many an editor does: a new file is put in the place of the old one."""
    def write(co2: object = 17, energy: object = 16) -> Path:
        path, beside = tmp_path / "draft.csv", tmp_path / "draft.tmp"
        beside.write_text(TABLE.format(co2=co2, energy=energy), "utf-8")
        beside.replace(path)
        return path
    return write


@pytest.fixture
def shown(qtbot, window: Window, write: Write, monkeypatch: pytest.MonkeyPatch) -> ApplicantPage:
    monkeypatch.setattr(draft_watch, "SETTLED", 20)
    monkeypatch.setattr(draft_watch, "LOOK", 100)
    window.speak("en")
    window.open([write()])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    window.commands.actions["applicant"].trigger()
    page = window.page.tabs.page("applicant")
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return page


def states(page: ApplicantPage) -> dict[str, tuple[str, bool, bool]]:
    return {row.criterion: (row.state, row.ticked, row.worse) for row in page.model.rows}


def box(page: ApplicantPage, criterion: str):
    place = next(at for at, row in enumerate(page.model.rows) if row.criterion == criterion)
    return page.model.index(place, 0)


def tick(qtbot, page: ApplicantPage, criterion: str) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(box(page, criterion))
    qtbot.keyClick(page.list, Qt.Key.Key_Space)


def test_only_the_list_is_offered_and_no_points(window: Window, shown: ApplicantPage) -> None:
    tabs = window.page.tabs
    assert [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)] == ["Applicant's list"]
    assert not window.page.band.isVisible()
    assert states(shown)[PROVINCE] == ("mend", False, False)
    window.commands.actions["applicant"].trigger()
    assert window.page.band.isVisible()
    assert tabs.currentIndex() == 0


def test_a_save_ticks_off_what_is_mended_and_shows_what_became_worse(qtbot, shown: ApplicantPage,
                                                                      write: Write) -> None:
    write(co2=17.5, energy=16)
    qtbot.waitUntil(lambda: states(shown)[PROVINCE] == ("mended", True, False), timeout=TASK)
    write(co2=17.5, energy=9)
    qtbot.waitUntil(lambda: states(shown).get(ENERGY) == ("mend", False, True), timeout=TASK)


def test_a_half_written_save_is_waited_for(qtbot, window: Window, shown: ApplicantPage, write: Write) -> None:
    window.desk.current.path.write_bytes(b"\xff\xfe\x00")
    qtbot.waitUntil(lambda: "waiting" in shown.state.text(), timeout=TASK)
    assert states(shown)[PROVINCE] == ("mend", False, False)
    write(co2=17.5)
    qtbot.waitUntil(lambda: states(shown)[PROVINCE][0] == "mended", timeout=TASK)


def test_what_the_program_cannot_see_is_ticked_by_hand_and_stays_ticked(qtbot, window: Window, shown: ApplicantPage,
                                                                        write: Write) -> None:
    tick(qtbot, shown, PEAK)
    assert states(shown)[PEAK] == ("clear", True, False)
    write(co2=17.5)
    qtbot.waitUntil(lambda: states(shown)[PROVINCE][0] == "mended", timeout=TASK)
    assert states(shown)[PEAK] == ("clear", True, False)
    path = window.desk.current.path
    window.close_plan()
    window.open([path])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    assert states(shown)[PEAK] == ("clear", True, False)
    assert states(shown)[PROVINCE] == ("mended", True, False)


def test_what_fails_cannot_be_ticked_by_hand_and_a_tick_can_be_undone(qtbot, window: Window,
                                                                      shown: ApplicantPage) -> None:
    tick(qtbot, shown, PROVINCE)
    assert states(shown)[PROVINCE] == ("mend", False, False)
    tick(qtbot, shown, PEAK)
    window.commands.actions["undo"].trigger()
    assert states(shown)[PEAK] == ("clear", False, False)


def test_without_the_toggle_nothing_is_read_again(qtbot, shown: ApplicantPage, write: Write) -> None:
    shown.follow.setChecked(False)
    write(co2=17.5)
    qtbot.wait(400)
    assert states(shown)[PROVINCE] == ("mend", False, False)
    shown.follow.setChecked(True)


def test_the_list_is_copied_and_saved(shown: ApplicantPage, tmp_path: Path) -> None:
    shown.copy_list()
    assert f"({PROVINCE}, Must)" in QGuiApplication.clipboard().text()
    shown.save_list(tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")


def test_more_can_be_said_to_belong_to_it(window: Window, shown: ApplicantPage) -> None:
    window.commands.actions["part"].trigger()
    assert window.desk.current.review.part
    assert window.commands.actions["part"].isChecked()
    assert not window.desk.current.plan.whole
    window.commands.actions["undo"].trigger()
    assert not window.commands.actions["part"].isChecked()


def test_what_is_printed_in_this_view_is_the_list(qtbot, window: Window, shown: ApplicantPage, tmp_path: Path) -> None:
    import pypdf

    window.printing.save(tmp_path / "printed.pdf")
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=TASK)
    paper = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "printed.pdf").pages)
    assert "Applicant's list" in paper
    assert not window.commands.actions["export"].isEnabled()


def test_what_to_do_is_read_in_full(qtbot, window: Window, shown: ApplicantPage) -> None:
    window.resize(960, 700)
    qtbot.wait(50)
    long = max(range(len(shown.model.rows)), key=lambda row: len(shown.model.index(row, 1).data()))
    index, fonts = shown.model.index(long, 1), shown.list.fontMetrics()
    lines = fonts.horizontalAdvance(index.data()) / shown.list.columnWidth(1)
    assert lines > 1, "a text that does not fit on one line"
    assert shown.list.rowHeight(index) >= fonts.height() * lines
