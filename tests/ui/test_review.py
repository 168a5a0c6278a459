"""What a reviewer does with an open plan: select, correct, undo, filter, note, state a fact."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.errors import OutputError, message
from tests.ui.driving import PROVINCE, cell_of, click, editor_of, outcome, reading, shown, type_into


def test_correct_a_cell_then_undo_then_redo(qtbot, opened):
    assert outcome(opened) == "fail"
    index = cell_of(opened, reading(opened))
    type_into(qtbot, opened, index, "18")
    qtbot.waitUntil(lambda: outcome(opened) == "pass")
    assert "18" in opened.commands.actions["undo"].text()
    assert "原文为“17”" in opened.page.table.strip.text()
    qtbot.keyClick(opened.page.table.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: outcome(opened) == "fail")
    qtbot.keyClick(opened.page.table.table, Qt.Key.Key_Z,
                   Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: outcome(opened) == "pass")
    assert opened.page.table.table.currentIndex() == index


def test_return_begins_to_edit_and_escape_leaves_the_cell_as_it_was(qtbot, opened):
    index = cell_of(opened, reading(opened))
    click(qtbot, opened, index)
    view = opened.page.table.table
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = editor_of(opened)
    qtbot.keyClicks(editor, "99")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert opened.desk.current.review.corrections == {}


def test_a_finding_shows_its_cells(opened):
    opened.page.findings.choose(PROVINCE)
    row, column = cell_of(opened, reading(opened)).row(), cell_of(opened, reading(opened)).column()
    assert opened.page.table.model._lit == {(row, column - 1)}
    assert "17.5" in opened.page.details.text.toPlainText()
    assert "−0.5 个百分点" in opened.page.details.text.toPlainText()
    assert "国发[2011]41号" in opened.page.details.text.toPlainText()


def test_a_cell_shows_its_findings_and_escape_shows_all_again(qtbot, opened):
    everything = shown(opened)
    index = cell_of(opened, reading(opened))
    click(qtbot, opened, index)
    resting = [finding.criterion for finding in opened.desk.current.assessment.findings
               if reading(opened) in finding.readings]
    assert shown(opened) == resting
    assert opened.page.findings.cell_chip.isVisible()
    qtbot.keyClick(opened.page.table.table, Qt.Key.Key_Escape)
    assert shown(opened) == everything


def test_the_name_of_a_row_shows_the_findings_of_the_row(qtbot, opened):
    index = cell_of(opened, reading(opened))
    name = opened.desk.current.plan.readings[reading(opened)].name_where.cell
    column = next(column for column in range(1, opened.page.table.model.columnCount())
                  if opened.page.table.model.cell(index.siblingAtColumn(column))[1].where.cell == name)
    click(qtbot, opened, index.siblingAtColumn(column))
    assert PROVINCE in shown(opened)
    assert len(shown(opened)) < len(list(opened.desk.current.assessment.rubric))


def test_the_place_in_the_details_leads_to_the_cell(qtbot, opened):
    opened.page.findings.choose(PROVINCE)
    opened.page.details.place_clicked.emit(reading(opened))
    assert opened.page.table.table.currentIndex() == cell_of(opened, reading(opened))


def test_filter_by_outcome_and_by_text(qtbot, opened):
    button = opened.page.findings.buttons["fail"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    failed = [finding.criterion for finding in opened.desk.current.assessment.findings if finding.outcome == "fail"]
    assert shown(opened) == failed
    assert button.text() == f"不通过 {len(failed)}"
    assert opened.desk.settings.outcomes == {"fail"}
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.page.findings.search.hasFocus()
    qtbot.keyClicks(opened.page.findings.search, "targets.co2-2015.prov")
    assert shown(opened) == [PROVINCE]
    opened.page.findings.search.setText("nothing says this")
    assert shown(opened) == []
    assert opened.page.findings.nothing.isVisible()


def test_a_note_is_kept_as_it_is_typed(qtbot, opened):
    opened.page.findings.choose(PROVINCE)
    opened.page.details.note.setFocus()
    qtbot.keyClicks(opened.page.details.note, "ask the province")
    qtbot.waitUntil(lambda: opened.desk.current.review.notes.get(PROVINCE) == "ask the province", timeout=1000)
    again = Session.open(opened.desk.current.path)
    assert again.review.notes[PROVINCE] == "ask the province"


def test_a_note_is_kept_at_once_when_another_finding_is_chosen(qtbot, opened):
    opened.page.findings.choose(PROVINCE)
    qtbot.keyClicks(opened.page.details.note, "short")
    opened.page.findings.choose("targets.co2-2015.nation")
    assert opened.desk.current.review.notes == {PROVINCE: "short"}
    assert opened.page.details.note.toPlainText() == ""


def test_a_note_survives_closing_the_window(qtbot, opened):
    path = opened.desk.current.path
    opened.page.findings.choose(PROVINCE)
    qtbot.keyClicks(opened.page.details.note, "last words")
    opened.close()
    assert Session.open(path).review.notes == {PROVINCE: "last words"}


def test_undo_brings_the_earlier_note_back_into_the_editor(qtbot, opened):
    opened.page.findings.choose(PROVINCE)
    qtbot.keyClicks(opened.page.details.note, "one")
    opened.page.details.keep_note()
    opened.desk.undo()
    assert opened.page.details.note.toPlainText() == ""
    opened.desk.redo()
    assert opened.page.details.note.toPlainText() == "one"


def fact_row(opened, id: str) -> int:
    return next(row for row, (kind, *_) in enumerate(opened.page.facts.model.rows) if kind.id == id)


def test_a_fact_is_stated_with_its_source_and_withdrawn(qtbot, opened):
    before = outcome(opened, "peak.year-stated")
    opened.page.tabs.setCurrentIndex(1)
    opened.page.facts.list.selectRow(fact_row(opened, "co2_peak_year"))
    form = opened.page.facts.form
    assert form.value.currentWidget() is form.year
    assert form.state.currentIndex() == -1 and form.year.text() == " " and not form.do.isEnabled()
    form.state.setCurrentIndex(form.state.findData("stated"))
    assert not form.do.isEnabled()
    form.year.setFocus()
    qtbot.keyClicks(form.year, "2020")
    assert form.do.isEnabled() and form.unsourced.isVisible()
    qtbot.keyClicks(form.source, "plan, page 12")
    assert not form.unsourced.isVisible()
    qtbot.mouseClick(form.do, Qt.MouseButton.LeftButton)
    assert opened.desk.current.review.facts["co2_peak_year"].value == 2020
    assert outcome(opened, "peak.year-stated") == "pass" != before
    assert opened.page.facts.model.index(fact_row(opened, "co2_peak_year"), 2).data() == "2020"
    qtbot.mouseClick(form.undo, Qt.MouseButton.LeftButton)
    assert opened.desk.current.review.facts == {}
    assert outcome(opened, "peak.year-stated") == before


def test_the_form_follows_the_kind_of_fact(opened):
    form = opened.page.facts.form
    for row, (kind, *_) in enumerate(opened.page.facts.model.rows):
        opened.page.facts.list.selectRow(row)
        assert form.value.currentWidget() is form.fields[kind.value], kind.id
        assert form.choice.count() == len(kind.choices)


def test_f6_goes_from_pane_to_pane_and_back_to_the_first(qtbot, opened):
    panes = opened.page.moves.panes
    panes[0].setFocus()
    for pane in (*panes[1:], panes[0]):
        opened.commands.actions["next"].trigger()
        assert pane.hasFocus()


def test_the_same_command_line_can_be_copied(opened):
    opened.commands.actions["copy"].trigger()
    assert QApplication.clipboard().text() == opened.desk.current.command_line()
    assert opened.page.command.line.text().startswith("lowcarbon check")


def test_a_change_that_cannot_be_kept_on_disk_is_told_and_stands(opened, monkeypatch):
    def full_disk(kept, put, **why):
        raise OutputError(message("cancelled"))

    monkeypatch.setattr(opened.desk.current._file, "save", full_disk)
    where = opened.desk.current.plan.readings[reading(opened)].where
    opened.desk.correct(where, "18")
    opened.desk.correct(where, "19")
    assert outcome(opened) == "pass"
    assert opened.messages.isVisible()
    assert opened.page.command.kept.text() == "尚未写入磁盘"
    opened.messages.away.click()
    assert not opened.messages.isVisible()


def test_a_note_is_on_disk_while_the_user_types_on(qtbot, opened):
    opened.page.findings.choose(PROVINCE)
    for letter in "a very long remark":
        qtbot.keyClicks(opened.page.details.note, letter)
        qtbot.wait(20)  # never 150 ms of quiet
    kept = Session.open(opened.desk.current.path).review.notes.get(PROVINCE, "")
    assert "a very long remark".startswith(kept) and len(kept) > 5
    opened.page.details.keep_note()
    opened.desk.undo()
    assert opened.desk.current.review.notes == {}


def test_a_fact_without_a_source_says_that_it_stays_open(opened):
    opened.page.tabs.setCurrentIndex(1)
    form, page = opened.page.facts.form, opened.page.facts
    row = fact_row(opened, "leading_group")
    page.list.selectRow(row)
    form.state.setCurrentIndex(form.state.findData("stated"))
    assert form.unsourced.isVisible()
    form.do.click()
    assert "无出处，仍计为未了结" in opened.messages.words.text()
    assert "无出处，仍计为未了结" in page.model.index(row, 3).data()
    form.source.setText("plan, page 3")
    form.do.click()
    assert page.model.index(row, 3).data() == "plan, page 3"


def test_the_details_never_show_what_the_filter_hides(qtbot, opened):
    findings, details = opened.page.findings, opened.page.details
    findings.choose(PROVINCE)
    qtbot.mouseClick(findings.buttons["pass"], Qt.MouseButton.LeftButton)
    assert details._item.finding.outcome == "pass"
    findings.search.setText("no finding says this")
    assert details._item is None and not details.note.isEnabled() and details.text.toPlainText() == ""
    findings.search.clear()
    assert details._item is not None


def test_a_section_cannot_be_selected(opened):
    findings = opened.page.findings
    findings.choose(PROVINCE)
    section = findings.filter.index(0, 0)
    assert not section.flags() & Qt.ItemFlag.ItemIsSelectable
    rect = findings.tree.visualRect(section)
    QTest.mouseClick(findings.tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert opened.page.details._item.criterion.id == PROVINCE


def test_the_buttons_count_what_the_cell_leaves(qtbot, opened):
    findings = opened.page.findings
    click(qtbot, opened, cell_of(opened, reading(opened)))
    counted = sum(int(button.text().split()[-1]) for button in findings.buttons.values())
    assert counted == len(shown(opened)) < len(opened.desk.current.assessment.findings)


def test_the_worst_comes_first(opened):
    item = opened.page.details._item
    assert (item.finding.outcome, item.finding.severity) == ("fail", "must")


def test_a_correction_on_which_nothing_rests_says_so(qtbot, opened):
    view = opened.page.table
    table, model = opened.desk.current.plan.tables[0], view.model
    blank = next((r, c) for r, row in enumerate(table.rows) for c, cell in enumerate(row.cells)
                 if row.role == "section" and c > 1 and cell.text == "")
    opened.desk.correct(table.rows[blank[0]].cells[blank[1]].where, "9")
    assert "评审结果不变" in opened.messages.words.text()
    opened.messages.put_away()
    opened.desk.correct(model.cell(cell_of(opened, reading(opened)))[1].where, "18")
    assert not opened.messages.isVisible()


def test_the_command_line_speaks_the_language_of_the_window(qtbot, opened):
    opened.speak("en")
    qtbot.waitUntil(lambda: opened.page.command.line.text().endswith("--lang en"))
    opened.speak("zh")
    qtbot.waitUntil(lambda: "--lang" not in opened.page.command.line.text())


def test_escape_leaves_the_preview(qtbot, opened):
    opened.printing.preview()
    qtbot.waitUntil(lambda: opened.pages.preview is not None and opened.pages.currentWidget() is opened.pages.preview,
                    timeout=20_000)
    qtbot.keyClick(opened.pages.preview.view, Qt.Key.Key_Escape)
    assert opened.pages.currentWidget() is opened.page


def test_the_assessment_follows_within_the_second_and_before_the_window_is_gone(qtbot, opened):
    session = opened.desk.current
    opened.desk.correct(session.plan.readings[reading(opened)].where, "18")
    assert session.behind and len(Session.open(session.path).review.corrections) == 1
    qtbot.waitUntil(lambda: not session.behind, timeout=1000)
    assert Book.open(session.review_path).assessment == session.assessment
    opened.desk.undo()
    assert session.behind
    opened.close()
    assert Book.open(session.review_path).assessment == session.assessment
