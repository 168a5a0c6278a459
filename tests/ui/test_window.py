"""Around the plan: language, look, fonts, faults, lines, applicants, paper, what is remembered."""

from __future__ import annotations

import re
import sys

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QRadioButton, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.faults import tell_faults
from lowcarbon_desktop.ui.language import Language
from lowcarbon_desktop.ui.lines_dialog import LinesDialog
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK
from tests.ui.driving import PROVINCE, outcome


def test_the_language_changes_at_once_for_window_and_core(opened):
    opened.page.findings.choose(PROVINCE)
    assert opened.commands.actions["open"].text() == "打开(&O)…"
    assert "必须项" in opened.page.details.text.toPlainText()
    opened.commands.actions["lang_en"].trigger()
    QApplication.sendPostedEvents()
    assert opened.commands.actions["open"].text() == "&Open…"
    assert "Must" in opened.page.details.text.toPlainText()
    assert opened.page.tabs.tabText(0) == "Findings"
    assert opened.desk.settings.lang == "en"
    opened.commands.actions["lang_zh"].trigger()
    QApplication.sendPostedEvents()
    assert opened.page.tabs.tabText(0) == "评审结果"


def test_qts_own_words_are_chinese_too(window):
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_chinese_is_drawn_with_the_bundled_font(window):
    assert QFontInfo(window.font()).family() == theme.FAMILY
    assert QFontInfo(QLabel("评审").font()).family() == theme.FAMILY


def test_every_colour_can_be_read_on_its_ground():
    for look in ("light", "dark"):
        palette = theme.palette(look)
        role = QPalette.ColorRole
        for ground in (role.Base, role.AlternateBase, role.Window, role.Highlight):  # the last is of a selected row
            for name in theme._LIGHT.ink:
                assert contrast(theme.ink(name, palette), palette.color(ground)) >= 4.5, (look, name, ground)
            assert contrast(palette.color(role.Text), palette.color(ground)) >= 7


def contrast(one, other) -> float:
    """The ratio of WCAG 2."""
    def light(colour) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                 for part in (colour.redF(), colour.greenF(), colour.blueF())]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_look_changes_at_once_and_is_remembered(qtbot, opened):
    opened.commands.actions["look_dark"].trigger()
    qtbot.waitUntil(lambda: opened.palette().color(QPalette.ColorRole.Base).lightness() < 60)
    assert opened.desk.settings.look == "dark"
    opened.commands.actions["look_light"].trigger()
    qtbot.waitUntil(lambda: opened.palette().color(QPalette.ColorRole.Base).lightness() > 200)


def test_a_fault_of_the_program_is_told_and_the_window_lives(opened, monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    tell_faults(opened)
    error = ZeroDivisionError("nobody expected this")
    sys.excepthook(ZeroDivisionError, error, None)
    assert "nobody expected this" in opened.messages.words.text()
    assert opened.messages.more.isVisible()
    opened.messages.more.click()
    assert "ZeroDivisionError" in opened.messages.details.toPlainText()
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert outcome(opened) == "fail"


def test_an_assigned_line_stands_above_the_provinces(opened):
    dialog = LinesDialog(opened.desk, opened)
    dialog.indicator.setCurrentIndex(dialog.indicator.findData("co2_per_gdp_cut"))
    dialog.value.setText("16.5")
    dialog.add.click()
    assert opened.desk.current.review.lines == ("co2_per_gdp_cut@2010-2015=16.5",)
    assert outcome(opened) == "pass"
    assert dialog.entered.count() == 1
    dialog.entered.setCurrentRow(0)
    dialog.remove.click()
    assert opened.desk.current.review.lines == ()
    assert outcome(opened) == "fail"


def test_the_applicants_of_a_comparison_table_can_be_chosen(qtbot, window, plan):
    window.open([plan("comparison.xlsx")])
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    chooser = window.page.band.chooser
    assert chooser.applicants.isVisible()
    assert chooser.applicants.count() == len(window.desk.current.applicants) == 13
    chooser.applicants.setCurrentIndex(chooser.applicants.findText("厦门"))
    chooser.applicants.activated.emit(chooser.applicants.currentIndex())
    assert window.desk.current.plan.region.name == "厦门"
    assert "厦门市" in window.page.band.title.text()


def test_a_place_that_is_left_open_can_be_named(qtbot, window, tmp_path):
    table = tmp_path / "draft.csv"
    table.write_text("指标,单位,2015\n单位GDP二氧化碳排放比2010年下降率,%,17\n", "utf-8")
    window.open([table])
    qtbot.waitUntil(lambda: window.desk.current is not None, timeout=TASK)
    chooser = window.page.band.chooser
    assert chooser.name.isVisible()
    assert "没有读到" in window.messages.words.text()
    chooser.name.setText("nowhere at all")
    chooser.name.returnPressed.emit()
    assert "nowhere at all" in window.messages.words.text()
    window.messages.away.click()
    chooser.name.setText("厦门")
    chooser.name.returnPressed.emit()
    assert window.desk.current.plan.region.name == "厦门"
    assert not chooser.name.isVisible()
    assert not window.messages.isVisible()
    assert outcome(window) == "fail"


def test_the_report_is_previewed_inside_the_window_and_printed(qtbot, opened, tmp_path):
    ready = []
    opened.printing.ready.connect(ready.append)
    opened.commands.actions["preview"].trigger()
    qtbot.waitUntil(lambda: bool(ready), timeout=3 * TASK)
    assert opened.pages.currentWidget() is opened.pages.preview
    pages = opened.pages.preview.view.document().pageCount()
    assert pages >= 2
    from lowcarbon_desktop.ui.paper import put_on_printer

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert put_on_printer(ready[0], printer) == pages
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    opened.pages.preview.back.emit()
    assert opened.pages.currentWidget() is opened.page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_letter_of_a_menu_stands_for_two_commands(window, lang):
    window.speak(lang)
    menus = [window.menuBar().actions(), *(menu.actions() for menu in window.commands.menus.values())]
    for actions in menus:
        letters = [found[1].upper() for each in actions if (found := re.search("&([^&])", each.text()))]
        assert letters and sorted(set(letters)) == sorted(letters)
        assert len(letters) == sum(bool(each.text()) for each in actions)


@pytest.mark.parametrize("command", ["findings", "scores", "next", "next_open", "find", "note", "applicant"])
def test_what_happens_on_the_page_of_the_plan_turns_to_it(qtbot, opened, command):
    opened.commands.actions["merge"].trigger()
    assert opened.pages.currentWidget() is not opened.page
    opened.commands.actions[command].trigger()
    assert opened.pages.currentWidget() is opened.page


def test_marks_to_be_ticked_have_a_rim_that_is_seen_in_the_dark(qtbot, opened):
    marks = QRadioButton(opened), QCheckBox(opened)
    opened.commands.actions["look_dark"].trigger()
    for mark in marks:
        qtbot.waitUntil(lambda mark=mark: mark.palette().color(QPalette.ColorRole.Base).lightness() < 60)
        rim = mark.palette().color(QPalette.ColorRole.Window).darker(140)
        assert contrast(rim, mark.palette().color(QPalette.ColorRole.Base)) >= 3
    opened.commands.actions["look_light"].trigger()
    qtbot.waitUntil(lambda: marks[0].palette().color(QPalette.ColorRole.Window) == opened.palette().color(
        QPalette.ColorRole.Window))


def test_report_and_workbook_are_written_where_the_user_says(qtbot, opened, tmp_path):
    opened.printing.save(tmp_path / "report.pdf")
    opened.printing.export(tmp_path / "findings.xlsx")
    qtbot.waitUntil(lambda: not opened.tasks.running, timeout=3 * TASK)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "findings.xlsx").read_bytes().startswith(b"PK")


def test_a_report_that_cannot_be_written_is_told(qtbot, opened, tmp_path):
    opened.printing.save(tmp_path / "no such folder" / "report.pdf")
    qtbot.waitUntil(lambda: not opened.tasks.running, timeout=3 * TASK)
    assert opened.messages.isVisible()
    assert not (tmp_path / "no such folder").exists()


def test_geometry_language_and_filter_are_remembered(qtbot, opened, settings):
    screen = opened.screen().availableGeometry()
    size = (screen.width() - 20, screen.height() - 60)
    opened.resize(*size)
    opened.speak("en")
    opened.page.findings.buttons["fail"].click()
    opened.close()
    again = Window(settings, dressed(settings))
    qtbot.addWidget(again)
    again.begin([opened.desk.current.path])
    qtbot.waitUntil(lambda: again.desk.current is not None, timeout=TASK)
    assert again.height() == size[1]
    assert again.page.findings.buttons["fail"].isChecked()
    assert again.page.tabs.tabText(0) == "Findings"
    again.close()
    Language().switch("en")


def test_whoever_uses_a_screen_reader_hears_what_each_pane_is(opened):
    nameless = [pane for pane in opened.page.moves.panes if not pane.accessibleName()
                and not any(label.buddy() is pane for label in opened.findChildren(QLabel))]
    assert nameless == []


def test_the_smallest_window_clips_nothing_away(opened):
    opened.resize(opened.minimumSizeHint())
    QApplication.processEvents()
    assert opened.width() <= 1280
    assert isinstance(opened.page, QWidget)
    assert opened.page.findings.tree.width() > 200


def test_an_empty_form_can_be_written_without_any_plan(qtbot, window, tmp_path):
    assert window.commands.actions["form"].isEnabled()
    window.printing.form(tmp_path / "form.xlsx")
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=3 * TASK)
    assert (tmp_path / "form.xlsx").read_bytes().startswith(b"PK")
    assert window.messages.isVisible()
