"""The rubric editor as an expert drives it: begin a rubric, change a threshold, see a case go wrong, mend it, save."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox

from lowcarbon_desktop.app.check import load_rubric
from lowcarbon_desktop.app.rubric_new import start
from lowcarbon_desktop.app.rubrics import own, own_folder, shipped
from lowcarbon_desktop.ui.editor_dialogs import NewRubric
from lowcarbon_desktop.ui.editor_page import CASES, CHANGES, FAULTS, EditorPage
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK

KAYA = "consistency.kaya"
TOLERANCE = ("with", "tolerance")


def settled(qtbot, page: EditorPage) -> None:
    """What lint and the cases say is that of the draft as it is."""
    qtbot.waitUntil(lambda: not page.bench.busy and not page.bench.tasks.running, timeout=TASK)


@pytest.fixture
def page(qtbot, window: Window) -> EditorPage:
    """The editor with a rubric of the user's own."""
    start("mine", "second-batch", own_folder() / "mine")
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.editors.page
    settled(qtbot, window.editors.page)
    return window.editors.page


def choose(qtbot, page: EditorPage, id: str) -> None:
    """Click on a criterion in the list."""
    tree = page.criteria.tree
    item = next(each for each in page.criteria._items() if each.data(0, Qt.ItemDataRole.UserRole) == id)
    tree.scrollToItem(item)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
    assert page.bench.criterion == id


def type_into(qtbot, page: EditorPage, path: tuple, text: str) -> None:
    """Replace the text of a field."""
    page.form.go_to(path)
    line = page.form.inputs[path].findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, text)


def answer(*does: Callable[[QDialog], None]) -> None:
    """Answer the dialogs that come up, one after the other."""
    waiting = list(does)

    def one() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, one)
            return
        if len(waiting) > 1:
            QTimer.singleShot(20, one)
        waiting.pop(0)(dialog)

    QTimer.singleShot(0, one)


def test_a_shipped_rubric_is_looked_at_and_another_is_begun_from_it(qtbot, window: Window) -> None:
    window.commands.actions["rubric"].trigger()
    page = window.editors.page
    settled(qtbot, page)
    assert page.bench.editing.shipped
    assert not page.save.isEnabled()
    assert not page.form.inputs[("version",)].isEnabled()

    def name_it(dialog: QDialog) -> None:
        assert isinstance(dialog, NewRubric)
        dialog.id.setText("second-batch")
        assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
        dialog.id.setText("province-2013")
        dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()

    answer(name_it)
    page.new.click()
    assert own() == ("province-2013",)
    assert page.bench.editing.folder == own_folder() / "province-2013"
    settled(qtbot, page)
    assert page.bench.found.refused == ()


def test_a_threshold_is_changed_a_case_goes_wrong_and_is_mended_and_it_is_saved(qtbot, page: EditorPage) -> None:
    choose(qtbot, page, KAYA)
    type_into(qtbot, page, TOLERANCE, "15")
    settled(qtbot, page)
    wrong = [row for row in range(page.cases.list.rowCount())
             if page.bench.found.tried[KAYA][row].differs]
    assert wrong
    assert f"{len(wrong)}" in page.tabs.tabText(CASES)
    for row in wrong:
        page.cases.list.setCurrentCell(row, 0)
        form, got = page.cases.form, page.bench.found.tried[KAYA][row].outcome
        form.outcome.setCurrentIndex(form.outcome.findData(got))
        form.outcome.activated.emit(form.outcome.currentIndex())
        qtbot.waitUntil(lambda row=row, got=got: page.cases._cases()[row]["outcome"] == got)
        form.code.setFocus()
        form.code.selectAll()
        qtbot.keyClick(form.code, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda row=row: "code" not in page.cases._cases()[row])
    settled(qtbot, page)
    assert page.bench.found.wrong_cases() == 0
    page.tabs.setCurrentIndex(CHANGES)
    assert page.changes.rowCount() == 1
    answer(lambda dialog: dialog.accept())
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = load_rubric("mine")
    assert saved.version == "0.2"
    assert saved.criterion(KAYA).parameters["tolerance"] == 15
    assert not page.save.isEnabled()


def test_what_is_faulty_is_not_saved_and_a_click_goes_to_the_field(qtbot, window: Window, page: EditorPage) -> None:
    choose(qtbot, page, KAYA)
    type_into(qtbot, page, TOLERANCE, "150")
    settled(qtbot, page)
    assert "20" in page.form.faults[TOLERANCE].text()
    assert page.form.faults[TOLERANCE].isVisible()
    choose(qtbot, page, "targets.co2-2015.nation")
    page.save.click()
    assert page.tabs.currentIndex() == FAULTS
    settled(qtbot, page)
    assert load_rubric("mine").version == "0.1"
    item = page.faults.list.item(0)
    qtbot.mouseClick(page.faults.list.viewport(), Qt.MouseButton.LeftButton,
                     pos=page.faults.list.visualItemRect(item).center())
    assert page.bench.criterion == KAYA
    assert page.form.inputs[TOLERANCE].isAncestorOf(QApplication.focusWidget()) or page.form.inputs[
        TOLERANCE].focusProxy() is QApplication.focusWidget()
    window.commands.actions["undo"].trigger()
    settled(qtbot, page)
    assert page.bench.found.refused == ()


def test_a_draft_is_kept_when_the_window_closes_and_taken_up_again(qtbot, window: Window, page: EditorPage) -> None:
    choose(qtbot, page, KAYA)
    type_into(qtbot, page, ("points",), "9")
    page.put_down()
    page.bench.editing = None
    told = []
    window.desk.said.connect(told.append)
    page.open(own_folder() / "mine")
    assert told
    assert page.bench.editing.changed
    assert page.bench.draft.entry(KAYA).data["points"] == 9
    settled(qtbot, page)
    assert page.faults.total.isVisibleTo(page.faults)
    page.faults.total.click()
    settled(qtbot, page)
    assert page.bench.found.refused == ()


def test_criteria_are_added_and_taken_out_and_undo_brings_them_back(qtbot, window: Window, page: EditorPage,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    before = page.bench.draft.texts
    choose(qtbot, page, KAYA)
    page.criteria.buttons["copy"].click()
    assert page.bench.criterion == f"{KAYA}-2"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    page.criteria.buttons["remove"].click()
    assert page.bench.draft.texts == before
    page.criteria.buttons["add"].click()
    settled(qtbot, page)
    assert page.form.faults[("title",)].isVisible()
    assert page.cases.empty.isVisible()
    page.cases.buttons["add"].click()
    assert page.cases.list.rowCount() == 1
    for _ in range(4):
        window.commands.actions["undo"].trigger()
    assert page.bench.draft.texts == before


def test_another_kind_of_check_asks_for_other_fields(qtbot, page: EditorPage) -> None:
    choose(qtbot, page, KAYA)
    combo = page.form.inputs[("check",)].combo
    combo.setCurrentIndex(combo.findData("fact-stated"))
    combo.activated.emit(combo.currentIndex())
    assert ("with", "fact") in page.form.inputs
    settled(qtbot, page)
    assert page.form.faults[("with", "fact")].isVisible()
    assert page.form.faults[TOLERANCE].isVisible()  # a parameter that this kind does not have, to be taken away
    page.form.inputs[TOLERANCE].away.click()
    assert TOLERANCE not in page.form.inputs


def test_a_plan_is_judged_by_the_rubric_as_it_is_saved_and_undo_judges_by_the_one_before(
        qtbot, opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    start("mine", "first-batch", own_folder() / "mine")
    opened.editors.show(own_folder() / "mine")
    assert not opened.commands.actions["preview"].isEnabled()
    opened.editors.page.judge.click()
    qtbot.waitUntil(lambda: opened.desk.current is not None and opened.desk.current.assessment.rubric.id == "mine",
                    timeout=TASK)
    assert opened.pages.currentWidget() is opened.page
    assert opened.desk.aside is None
    assert opened.commands.actions["preview"].isEnabled()
    assert "mine" in opened.desk.current.command_line()
    count = len(opened.desk.current.assessment.findings)

    opened.editors.show()
    page = opened.editors.page
    settled(qtbot, page)
    choose(qtbot, page, KAYA)
    type_into(qtbot, page, TOLERANCE, "15")
    assert not page.judge.isEnabled()  # a draft is not used for judging
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    answer(lambda dialog: dialog.accept())
    page.save.click()
    page.judge.click()
    assert opened.pages.currentWidget() is opened.page
    judged = opened.desk.current.assessment
    assert (judged.rubric.version, len(judged.findings)) == ("0.2", count)
    assert judged.rubric.criterion(KAYA).parameters["tolerance"] == 15
    opened.commands.actions["undo"].trigger()
    assert opened.desk.current.assessment.rubric.id == "second-batch"


def test_a_rubric_that_was_broken_by_hand_is_shown_as_far_as_it_can_be(qtbot, window: Window, page: EditorPage) -> None:
    folder = own_folder() / "mine"
    text = (folder / "targets.yaml").read_text("utf-8")
    (folder / "targets.yaml").write_text(text.replace("severity: must", "severity: [must", 1), "utf-8")
    page.bench.editing = None
    page.open(folder)
    settled(qtbot, page)
    assert page.bench.found.refused
    assert "targets" not in {each.section for each in page.bench.draft.entries}
    choose(qtbot, page, KAYA)
    type_into(qtbot, page, TOLERANCE, "2")
    assert page.bench.draft.entry(KAYA).data["with"]["tolerance"] == 2
    (folder / "rubric.yaml").write_text("id: [", "utf-8")
    page.put_down()
    page.bench.editing.forget()
    page.bench.editing = None
    page.open(folder)
    settled(qtbot, page)
    page.criteria.add()
    told = []
    window.desk.said.connect(told.append)
    type_into(qtbot, page, ("version",), "2")
    assert told
    assert page.bench.draft.texts["rubric.yaml"] == "id: ["


def test_everything_is_said_in_the_other_language_too(qtbot, window: Window, page: EditorPage) -> None:
    choose(qtbot, page, KAYA)

    def words() -> tuple[str, ...]:
        return (page.save.text(), page.cases.list.horizontalHeaderItem(0).text(), page.tabs.tabText(CHANGES),
                page.form.inputs[TOLERANCE].accessibleName(), page.criteria.buttons["add"].text())

    chinese = words()
    window.speak("en")
    qtbot.waitUntil(lambda: all(one != other for one, other in zip(chinese, words(), strict=True)))
    assert page.save.text() == "Save"


def test_a_new_criterion_is_filled_in_with_its_cases_and_saved(qtbot, page: EditorPage) -> None:
    choose(qtbot, page, "peak.year-stated")
    page.criteria.buttons["add"].click()
    type_into(qtbot, page, ("id",), "peak.own-cap")
    qtbot.keyClick(page.form.inputs[("id",)].line, Qt.Key.Key_Return)
    assert page.bench.criterion == "peak.own-cap"
    for path in (("title",), ("rationale",), ("remedy",)):
        for lang, words in (("zh", "本省另有要求"), ("en", "Asked by the province")):
            page.form.inputs[path].texts[lang].setPlainText(words)
    type_into(qtbot, page, ("source", "section"), "3.1")
    fact = page.form.inputs[("with", "fact")].combo
    fact.setCurrentIndex(fact.findData("per_head_emission_target"))
    fact.activated.emit(fact.currentIndex())
    for name, state, outcome in (("stated", "stated", "pass"), ("absent", "absent", "fail"), ("unknown", "", "")):
        page.cases.buttons["add"].click()
        row = page.cases.list.rowCount() - 1
        qtbot.keyClicks(page.cases.form.name, name)  # the name is selected, ready to be typed over
        qtbot.waitUntil(lambda row=row, name=name: page.cases._cases()[row]["name"] == name)
        if state:
            page.cases.form.facts._put({(0, 0): "per_head_emission_target", (0, 1): state})
            qtbot.waitUntil(lambda row=row: "facts" in page.cases._cases()[row]["plan"])
            combo = page.cases.form.outcome
            combo.setCurrentIndex(combo.findData(outcome))
            combo.activated.emit(combo.currentIndex())
            qtbot.waitUntil(lambda row=row, outcome=outcome: page.cases._cases()[row]["outcome"] == outcome)
    settled(qtbot, page)
    assert [each.said for each in page.bench.found.refused] == []
    assert page.bench.found.wrong_cases() == 0
    answer(lambda dialog: dialog.accept())
    page.save.click()
    criterion = load_rubric("mine").criterion("peak.own-cap")
    assert (criterion.parameters["fact"], criterion.citation.section) == ("per_head_emission_target", "3.1")


def test_a_case_that_cannot_be_run_says_why(qtbot, page: EditorPage) -> None:
    choose(qtbot, page, KAYA)
    margin = page.cases.form.margin
    margin.setFocus()
    margin.selectAll()
    qtbot.keyClicks(margin, "much")
    qtbot.waitUntil(lambda: page.cases._cases()[0].get("margin") == "much")
    settled(qtbot, page)
    assert "margin" in page.cases.list.item(0, 3).text()
    page.bench.undo()
    settled(qtbot, page)
    assert "margin" not in page.cases.list.item(0, 3).text()


def test_the_editor_opens_with_the_rubric_that_has_an_unsaved_draft(qtbot, window: Window) -> None:
    for id in ("a-rubric", "b-rubric"):
        start(id, "xianning-paths", own_folder() / id)
    first = window.editors.page
    first.open(own_folder() / "b-rubric")
    type_into(qtbot, first, ("version",), "7")
    first.put_down()
    first.bench.editing = None
    window.commands.actions["rubric"].trigger()
    assert first.bench.editing.folder.name == "b-rubric"
    assert first.bench.draft.head["version"] == "7"


def test_rubrics_and_criteria_are_called_by_their_titles(qtbot, window: Window, page: EditorPage) -> None:
    say = window.desk.say
    assert say(page.bench.named(None)) in page.rubrics.currentText() and "mine" in page.rubrics.currentText()
    assert page.rubrics.count() == len(shipped()) + len(own())
    others = [page.rubrics.itemText(place) for place in range(page.rubrics.count())]
    assert all("标准" in each or "自查" in each for each in others), others
    choose(qtbot, page, KAYA)
    title = say(page.bench.named(KAYA))
    assert title != KAYA
    type_into(qtbot, page, TOLERANCE, "15")
    assert title in window.commands.actions["undo"].text() and KAYA not in window.commands.actions["undo"].text()
    settled(qtbot, page)
    page.tabs.setCurrentIndex(CHANGES)
    assert {page.changes.item(row, 0).text() for row in range(page.changes.rowCount())} == {
        say(page.bench.named(KAYA))}
