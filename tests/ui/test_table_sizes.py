"""The table as read has the sizes that Qt would give it, although only those cells are measured that may decide."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHeaderView

from lowcarbon_desktop.ui.table_sizes import fit_columns, fit_rows


def sizes(header: QHeaderView) -> list[int]:
    return [header.sectionSize(section) for section in range(header.count())]


@pytest.fixture
def panels(opened, plan, qtbot):
    """The table panel with one plan after the other, and each of its tables."""
    def show(name: str):
        before = opened.desk.current
        opened.open([plan(name)])
        qtbot.waitUntil(lambda: opened.desk.current is not before, timeout=20_000)
        panel = opened.page.table
        for number in range(panel.chooser.count()):
            panel.chooser.setCurrentIndex(number)
            panel.model.light(frozenset())  # what is lit is bold, and was not when the table was measured
            yield panel, opened.desk.current.plan.tables[number].rows
    return show


@pytest.mark.parametrize("name", ["yunnan.xlsx", "xianning.docx", "comparison.xlsx"])
def test_the_sizes_are_those_that_qt_would_give(panels, name):
    for panel, rows in panels(name):
        table, across = panel.table, panel.table.horizontalHeader()
        for width in (40, 64, 130, 340):
            for column in range(1, across.count()):
                across.resizeSection(column, width)
            fit_rows(table, rows)
            ours = sizes(table.verticalHeader())
            table.resizeRowsToContents()
            assert ours == sizes(table.verticalHeader()), width
        table.scrollToTop()
        fit_columns(table, rows, 1, 10_000)
        ours = sizes(across)
        across.setResizeContentsPrecision(60)
        table.resizeColumnsToContents()
        assert ours == sizes(across)
