"""The rubric, its tailoring and the day are chosen in the window; what was said stays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog

from lowcarbon_desktop.app.session import Session
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.ui.yardstick_dialog import YardstickDialog
from tests.ui.driving import PROVINCE

TAILORING = """\
name: 本省预评审
rubric: second-batch
version: "1.0"
change:
  - {criterion: consistency.labels, severity: should, remark: 本省要求}
"""


def dialog(qtbot, window) -> YardstickDialog:
    made = YardstickDialog(window.desk, window)
    qtbot.addWidget(made)
    return made


def choose(made: YardstickDialog, name: str) -> None:
    made.list.setCurrentRow(next(row for row in range(made.list.count())
                                 if made.list.item(row).data(0x0100) == name))


def test_the_programmes_say_whom_they_serve_and_the_date_where_it_comes_from(qtbot, opened):
    made = dialog(qtbot, opened)
    assert made.list.count() == 3 and made.list.currentItem().data(0x0100) == "second-batch"
    assert "不适用" in made.list.item(0).text()
    assert "取自申报材料" in made.own.text() and made.own.isChecked()


def test_another_rubric_keeps_what_was_said_can_be_undone_and_is_remembered(qtbot, opened):
    session = opened.desk.current
    opened.desk.note(session, PROVINCE, "请核对")
    opened.desk.note(session, "consistency.kaya", "算一遍")
    made = dialog(qtbot, opened)
    choose(made, "xianning-paths")
    made.buttons.accepted.emit()
    assert made.result() == QDialog.DialogCode.Accepted
    assert session.assessment.rubric.id == "xianning-paths"
    assert session.review.notes == {PROVINCE: "请核对", "consistency.kaya": "算一遍"}
    assert "session-not-asked" in {each.code for each in session.remarks}
    assert "--rubric xianning-paths" in session.command_line() == opened.page.command.line.text()
    assert Session.open(session.path).assessment.rubric.id == "xianning-paths"
    opened.commands.actions["undo"].trigger()
    assert session.assessment.rubric.id == "second-batch"
    assert "session-not-asked" not in {each.code for each in session.remarks}


def test_another_day_binds_other_lines(qtbot, opened):
    made = dialog(qtbot, opened)
    made.given.setChecked(True)
    made.date.setDate(QDate(2011, 1, 1))
    made.buttons.accepted.emit()
    session = opened.desk.current
    assert (session.plan.as_of, session.plan.as_of_from) == (date(2011, 1, 1), "option")
    assert session.assessment.finding(PROVINCE).outcome != "fail"  # the line was assigned in December 2011
    assert "2011-01-01" in opened.page.band.about.text() and "--as-of 2011-01-01" in session.command_line()


def test_what_cannot_be_loaded_is_told_and_nothing_changes(qtbot, opened, tmp_path):
    made = dialog(qtbot, opened)
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(TAILORING.replace("consistency.labels", "consistency.lables"), "utf-8")
    made.tailoring.setText(str(wrong))
    made.buttons.accepted.emit()
    assert made.result() != QDialog.DialogCode.Accepted and opened.desk.current.review.yardstick is None
    assert "wrong.yaml:5" in made.fault.text() and "consistency.labels" in made.fault.text()


def test_a_tailoring_that_is_gone_is_taken_from_the_review_itself(qtbot, opened, tmp_path):
    path = tmp_path / "ours.yaml"
    path.write_text(TAILORING, "utf-8")
    session = opened.desk.current
    made = dialog(qtbot, opened)
    made.tailoring.setText(str(path))
    made.buttons.accepted.emit()
    assert session.assessment.finding("consistency.labels").severity == "should", made.fault.text()
    path.unlink()
    again = Session.open(session.path)
    assert again.assessment.finding("consistency.labels").severity == "should"
    assert "session-yardstick-kept" in {each.code for each in again.remarks}
    assert again.review.yardstick == Yardstick("second-batch", str(path))


def test_the_command_and_the_name_of_the_rubric_open_the_form(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(YardstickDialog, "exec", lambda self: asked.append(self))
    opened.commands.actions["yardstick"].trigger()
    opened.page.band.about.linkActivated.emit("yardstick")
    assert len(asked) == 2
