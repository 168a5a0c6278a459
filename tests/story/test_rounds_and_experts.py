"""The story of a review: two experts, one overruling, one disagreement, a merge, a meeting, paper, a second round."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the window needs PySide6")

from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog

from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_verify import verified
from lowcarbon_desktop.ui.next_round import NextRoundDialog
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import settings, window
from tests.ui.reviewing import ENERGY, PROVINCE, draft, settle, texts

__all__ = ["settings", "window"]


def answer(what: Callable[[QDialog], None], tries: int = 200) -> None:
    """Do this with the dialog that comes up next; one that is not answered is put away, so nothing waits."""
    def look(left: int) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            if left:
                QTimer.singleShot(20, lambda: look(left - 1))
            return
        try:
            what(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, lambda: look(tries))


def paper(path: Path) -> str:
    """What is printed, without the ends of the lines."""
    return "".join(page.extract_text() for page in PdfReader(path).pages).replace("\n", "")


@pytest.fixture
def seat(qtbot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """An expert's seat at the window."""
    return Seat(qtbot, window, tmp_path, monkeypatch)


class Seat:
    """What a person does, in words."""

    def __init__(self, qtbot, window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.window, self.folder, self._patch = qtbot, window, folder, monkeypatch

    def sit_down(self, plan: Path, name: str, interest: str = "") -> Path:
        """Open the draft, say who one is, and save a review that needs nothing beside it."""
        def introduced(dialog: QDialog) -> None:
            dialog._name.setText(name)
            (dialog.with_ if interest else dialog.without).setChecked(True)
            if interest:
                dialog._interest.setText(interest)
            dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()

        while self.window.desk.current is not None:
            self.window.close_plan()
        own = self.folder / f"desk of {name}"  # each has the draft on a machine of his own
        own.mkdir()
        self.open(Path(shutil.copy(plan, own)))
        answer(introduced)
        self.window.page.findings.choose(PROVINCE)
        self.window.page.details.verdict.begin.click()
        path = self.folder / f"{name}.lcreview"
        self.window.reviewing.save(path)
        self.qtbot.waitUntil(lambda: self.window.desk.current.path == path, timeout=20_000)
        return path

    def open(self, path: Path) -> None:
        self.window.open([path])
        settle(self.qtbot, self.window)
        self.window.desk.show(self.window.desk.find(path))

    def say(self, criterion: str, outcome: str, reason: str = "", comment: str = "") -> None:
        """Give a verdict in the pane beside the findings."""
        from lowcarbon_desktop.app.verdicts import Said, moment

        self.window.page.findings.choose(criterion)
        if not reason and not comment:
            self.window.commands.actions["agree"].trigger()
        else:
            self.window.desk.do(lambda session: session.say(criterion, Said(
                moment(), outcome, reason, comment=comment or None)))
        assert self.window.desk.current.review.item(criterion).verdict.outcome == outcome

    def seal(self) -> None:
        """Seal what is open, with whatever is missing."""
        answer(lambda dialog: dialog.buttons()[0].click())
        self.window.commands.actions["seal"].trigger()
        assert self.window.desk.current.review.status == "sealed"

    def choose(self, path: Path) -> None:
        """Answer the next question for a file."""
        self._patch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def test_two_experts_a_meeting_and_a_second_round(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    window, qtbot, folder = seat.window, seat.qtbot, seat.folder
    first = draft(folder, "first.csv", co2=17, energy=10)

    # Two experts read the same draft. One overrules the program; on the other item they agree.
    li = seat.sit_down(first, "李四", "曾任该市顾问")
    seat.say(PROVINCE, "pass", "省里另有批复")
    seat.say(ENERGY, "fail")
    seat.seal()
    zhang = seat.sit_down(first, "张三")
    seat.say(PROVINCE, "fail", comment="请提高到 17.5% 以上")
    seat.say(ENERGY, "fail")

    # The secretary looks while one is still at work: that one's words are hidden.
    window.commands.actions["merge"].trigger()
    page = window.pages.currentWidget()
    page.begin([li, zhang])
    settle(qtbot, window)
    assert "不显示意见" in texts(page.files)[1][-1] and page.go.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    seat.seal()

    # Both are sealed: they are merged, and what each said stands side by side.
    window.commands.actions["merge"].trigger()
    settle(qtbot, window)
    assert "曾任该市顾问" in page.remarks.text() and "参加比较" in texts(page.files)[1][-1]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("第一次评审会", True))
    seat.choose(folder / "merged.lcreview")
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    result = window.pages.currentWidget()
    assert "一致率 50%" in result.about.toPlainText() and len(texts(result.table)) == 1
    assert "省里另有批复" in result.reasons.toPlainText() and "17.5%" in result.reasons.toPlainText()

    # The meeting agrees, is recorded beside what each said, and is printed.
    result.form.outcome.setCurrentIndex(1)
    result.form.reason.setText("批复不能作为依据")
    result.form.comment.setText("请提高到 17.5% 以上")
    qtbot.mouseClick(result.form.record, Qt.MouseButton.LeftButton)
    assert texts(result.table)[0][-1] == "不通过"
    assert {each.items[PROVINCE].verdict.outcome for each in result.merged.voices.values()} == {"pass", "fail"}
    seat.choose(folder / "merged.pdf")
    qtbot.mouseClick(result.paper, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    printed = paper(folder / "merged.pdf")
    assert all(said in printed for said in ("省里另有批复", "批复不能作为依据", "第一次评审会", "曾任该市顾问"))

    # The draft comes back revised: one thing is mended, one is not, and the applicant answers.
    window.show_plan()
    assert window.desk.current.path == zhang
    revised = draft(folder, "second.csv", co2=17.5, energy=10)

    def begin(dialog: NextRoundDialog) -> None:
        dialog.propose(revised)
        dialog.begin.click()

    answer(begin)
    window.commands.actions["next_round"].trigger()
    settle(qtbot, window)
    second = folder / "张三-2.lcreview"
    assert window.desk.current.path == second and window.desk.current.review.round == 2
    window.commands.actions["changes"].trigger()
    settle(qtbot, window)
    page = window.pages.currentWidget()
    rows = {row[0].partition(" ")[0]: row for row in texts(page.asked.list)}
    assert rows["目标-2"][1:5] == ["已改正", "不通过", "通过", "请提高到 17.5% 以上"]
    assert rows["目标-5"][1] == "未改正"
    page.asked.list.selectRow(list(rows).index("目标-2"))
    page.asked.reply.setPlainText("已按意见提高到 17.5%")
    qtbot.mouseClick(page.asked.keep, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_Escape)

    # The second round is sealed and printed; both rounds stand side by side on paper.
    seat.say(PROVINCE, "pass")
    seat.seal()
    window.printing.save(folder / "second.pdf")
    settle(qtbot, window)
    printed = paper(folder / "second.pdf")
    head = Book.open(second).sealed_by()
    assert all(said in printed for said in ("各轮评审与修改情况", "已按意见提高到 17.5%", "已改正", head))
    assert not any(verified(each).faults for each in (li, zhang, second, folder / "merged.lcreview"))
    assert Book.open(zhang).review.item(PROVINCE).verdict.outcome == "fail"  # the first round stays as it was
