"""On a small screen, or one at twice the scale, everything can be read and nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout

from lowcarbon_desktop.ui.history_dialog import HistoryDialog
from lowcarbon_desktop.ui.notice import Notice

SIZE = (900, 540)


@pytest.fixture(params=["zh", "en"])
def small(opened, request):
    opened.speak(request.param)
    opened.resize(*SIZE)
    return opened


def settled(window, command):
    window.commands.actions[command].trigger()
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("command", ["findings", "facts", "mapping", "scores", "conclusion", "instruments"])
def test_no_page_makes_the_window_larger_than_the_screen(small, command):
    settled(small, command)
    assert (small.width(), small.height()) == SIZE


@pytest.mark.parametrize("command", ["findings", "facts", "mapping", "scores", "conclusion", "instruments"])
def test_a_message_takes_no_more_room_than_its_words(small, command):
    small.resize(960, 600)
    small.messages.tell(Notice("warning", lambda: "已接续上次的评审：评定 2 项（/评审/厦门市低碳试点方案.lcreview）"))
    settled(small, command)
    assert (small.width(), small.height()) == (960, 600)


def test_no_unit_and_no_kind_of_a_reading_is_cut_where_its_column_can_be_wider(small):
    settled(small, "mapping")
    readings = small.page.mapping.page.readings
    across = readings.list.horizontalHeader()
    for column in (2, 3, 5, 7):
        for row in range(readings.model.rowCount()):
            text = readings.model.index(row, column).data() or ""
            assert readings.fontMetrics().horizontalAdvance(text) <= across.sectionSize(column), text


def test_at_least_four_facts_are_in_view(small):
    settled(small, "facts")
    view = small.page.facts.list
    assert view.viewport().height() >= 4 * view.rowHeight(0)


def test_the_filters_of_the_scoring_sheet_are_whole(small):
    settled(small, "scores")
    page = small.page.tabs.further
    top = page.table.mapTo(page, page.table.rect().topLeft()).y()
    assert len({button.y() for button in page.buttons.values()}) > 1, "they have gone to a second line"
    for button in page.buttons.values():
        assert button.mapTo(page, button.rect().bottomLeft()).y() < top


def test_the_scoring_sheet_leaves_room_for_the_criterion(small):
    settled(small, "scores")
    page = small.page.tabs.further
    title, across = page.table.columnWidth(1), page.table.horizontalHeader()
    assert title >= page.fontMetrics().averageCharWidth() * 12
    assert across.length() <= page.table.viewport().width()
    model = page.table.model()
    assert model.index(0, 2).data() and model.index(0, 2).data(Qt.ItemDataRole.DecorationRole) is not None
    small.resize(1700, 900)
    settled(small, "scores")
    assert page.table.itemDelegateForColumn(2) is page.table._word


def test_whose_plan_it_is_stands_above_the_numbers_where_there_is_no_room_beside_them(small):
    band, way = small.page.band, QBoxLayout.Direction
    settled(small, "findings")
    assert band.layout().direction() == way.TopToBottom
    assert band.about.height() <= 2 * band.fontMetrics().height() + 8
    small.resize(1440, 900)
    settled(small, "findings")
    assert band.layout().direction() == way.LeftToRight


def test_no_dialog_is_larger_than_the_screen(opened, monkeypatch):
    class Small:
        def availableSize(self):
            return QSize(800, 480)

    monkeypatch.setattr(HistoryDialog, "screen", lambda self: Small())
    dialog = HistoryDialog(opened.desk, opened)
    assert dialog.width() <= 800 and dialog.height() <= 480


def test_the_chosen_cell_is_in_view_beside_its_reading_however_narrow_the_source_is(small):
    settled(small, "mapping")
    sheet = small.page.mapping.source.sheet
    last = max(each.position for each in small.page.mapping.page.readings.model.rows
               if each.reading.where.cell.startswith("E"))
    small.page.mapping.page.readings.choose(last)
    small.resize(700, 540)
    QApplication.processEvents()
    ringed = sheet.visualRect(sheet.model().index(*sheet.model().ring))
    assert sheet.viewport().rect().contains(ringed.topLeft()), "not scrolled away at the left or the right"
    assert sheet.viewport().rect().contains(ringed.center())
