"""The page of a criterion beside the finding: F1 turns to it, its links lead to places, it stays where one left it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl

from lowcarbon_desktop.ui.facets import FOUND, PAGE
from lowcarbon_desktop.ui.main import dressed
from lowcarbon_desktop.ui.window import Window
from tests.ui.conftest import TASK
from tests.ui.driving import PROVINCE, cell_of, reading


@pytest.fixture
def facets(opened):
    opened.page.findings.choose(PROVINCE)
    return opened.page.details.facets


def test_f1_turns_to_the_page_and_back(qtbot, opened, facets):
    qtbot.keyClick(opened.page.findings.tree, Qt.Key.Key_F1)
    said = facets.page.toPlainText()
    for part in ("2015 年碳强度下降率不低于下达目标", "为什么", "正确的写法", "有问题的写法", "怎么改", PROVINCE):
        assert part in said, part
    assert facets.page.hasFocus()
    qtbot.keyClick(facets.page, Qt.Key.Key_F1)
    assert facets.sides.currentIndex() == FOUND


def test_another_finding_shows_its_own_page_from_the_top(opened, facets):
    facets.toggle()
    facets.page.verticalScrollBar().setValue(200)
    opened.page.findings.choose("consistency.kaya")
    assert "consistency.kaya" in facets.page.toPlainText() and facets.page.verticalScrollBar().value() == 0


def test_a_place_leads_to_the_cell(opened, facets):
    facets.toggle()
    assert f"reading:{reading(opened)}" in facets.page.toHtml()
    facets.page.anchorClicked.emit(QUrl(f"reading:{reading(opened)}"))
    assert opened.page.table.table.currentIndex() == cell_of(opened, reading(opened))


def test_it_speaks_the_language_of_the_window(qtbot, opened, facets):
    facets.toggle()
    opened.speak("en")
    qtbot.waitUntil(lambda: "Why" in facets.page.toPlainText())
    assert "为什么" not in facets.page.toPlainText()
    assert facets.tabs.tabText(PAGE) == "About the criterion"


def test_every_criterion_of_the_rubric_has_a_page(opened, facets):
    facets.toggle()
    for criterion in opened.desk.current.assessment.rubric:
        opened.page.findings.choose(criterion.id)
        assert criterion.id in facets.page.toPlainText()


def test_the_side_is_remembered(qtbot, opened, facets, settings):
    facets.toggle()
    language = dressed(settings)
    again = Window(settings, language)
    qtbot.addWidget(again)
    again.begin()
    assert again.page.details.facets.tabs.currentIndex() == PAGE
    again.close()


def test_a_list_to_look_through_shows_what_is_there_and_what_is_not_without_repeating_itself(qtbot, window, plan):
    window.open([plan("xianning.docx")])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    window.page.findings.choose("planning.coverage")
    said = window.page.details.text.toPlainText()
    finding = window.desk.current.assessment.finding("planning.coverage")
    assert said.count("✗") == sum(each.message.code == "matrix-absent" for each in finding.details) > 0
    assert said.count(window.desk.say(finding.message)) == 1 and "尚未经人核实" not in said
    window.page.findings.choose("strategy.paths")
    said = window.page.details.text
    assert said.toPlainText().count("●") == 4
    with qtbot.waitSignal(window.page.details.evidence_clicked):
        said.anchorClicked.emit(QUrl("evidence:1.0"))
