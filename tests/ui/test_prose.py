"""A plan without a table: its text stands beside the findings, and what a finding rests on is marked in it."""

from __future__ import annotations

import pytest

from lowcarbon_desktop.assets import resource
from tests.ui.conftest import TASK
from tests.ui.driving import reading

DECOMPOSED = "targets.decomposed"


@pytest.fixture
def xianning(qtbot, window, plan):
    """The window on Xianning's plan, which is all prose."""
    window.open([plan("xianning.docx")])
    qtbot.waitUntil(lambda: window.desk.current is not None and not window.tasks.running, timeout=TASK)
    return window


def rung(window) -> str:
    """The words in the source that are ringed."""
    view = window.page.mapping.source.document
    return view._cursor(*view._ring).selectedText() if view._ring is not None else ""


def test_the_text_stands_beside_the_findings(xianning):
    view = xianning.page.mapping.source.document
    assert view.isVisible() and not xianning.page.table.isVisible()
    assert resource("examples", "xianning.docx").is_file() and "香城泉都" in view.toPlainText()


def test_a_chosen_finding_rings_its_sentence_and_a_link_leads_there(qtbot, xianning):
    page = xianning.page
    page.findings.choose(DECOMPOSED)
    first = xianning.desk.current.plan.readings[reading(xianning, DECOMPOSED)]
    assert rung(xianning) == first.printed
    page.mapping.source.ring(None)
    page.details.place_clicked.emit(reading(xianning, DECOMPOSED))
    assert rung(xianning) == first.printed
    evidence = next(each for finding in xianning.desk.current.assessment.findings for detail in finding.details
                    for each in detail.evidence if each.where is not None)
    page.details.evidence_clicked.emit(evidence)
    assert rung(xianning) == evidence.text
