"""Every model of the window obeys Qt's rules, before, during and after a change."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from lowcarbon_desktop.ui.facts_model import COLUMNS as FACT_COLUMNS
from tests.ui.driving import PROVINCE, cell_of, reading, shown

WAYS = ("table", "findings", "filter", "facts", "plans")


def model_of(window, name):
    page = window.page
    return {"table": page.table.model, "findings": page.findings.model, "filter": page.findings.filter,
            "facts": page.facts.model, "plans": page.plans.model()}[name]


@pytest.mark.parametrize("name", WAYS)
def test_a_model_keeps_the_rules_through_edit_undo_and_another_plan(qtbot, opened, plan, name):
    model = model_of(opened, name)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    where = opened.desk.current.plan.readings[reading(opened)].where
    opened.desk.correct(where, "18")
    opened.desk.undo()
    opened.page.findings.search.setText("碳")
    opened.speak("en")
    before = opened.desk.current
    opened.open([plan("yunnan.xlsx")])
    qtbot.waitUntil(lambda: opened.desk.current is not before, timeout=20_000)
    opened.desk.close(opened.desk.current)
    assert opened.desk.current is before
    assert tester.model() is model


def test_an_edit_resets_no_model(qtbot, opened):
    resets = []
    for name in WAYS:
        model_of(opened, name).modelReset.connect(lambda name=name: resets.append(name))
    where = opened.desk.current.plan.readings[reading(opened)].where
    opened.desk.correct(where, "18")
    assert resets == []


def test_every_fact_has_a_row_and_every_column_a_heading(opened):
    model = opened.page.facts.model
    assert model.rowCount() == 19
    assert [model.headerData(column, opened.page.facts.list.horizontalHeader().orientation())
            for column in range(len(FACT_COLUMNS))] == ["事项", "状态", "内容", "出处", "认定人"]


def test_the_table_shows_every_row_with_its_place(opened):
    table = next(table for table in opened.desk.current.plan.tables if table.taken)
    model = opened.page.table.model
    assert model.rowCount() == len(table.rows)
    texts = [[model.index(row, column + 1).data() for column in range(len(table.rows[row].cells))]
             for row in range(len(table.rows))]
    assert texts == [[cell.text for cell in row.cells] for row in table.rows]
    index = cell_of(opened, reading(opened))
    assert opened.page.table.strip.text() != ""
    assert model.cell(index)[1].text == "17"


def test_findings_stand_in_the_rubrics_order(opened):
    assert shown(opened) == [criterion.id for criterion in opened.desk.current.assessment.rubric]
    assert PROVINCE in shown(opened)
