"""A target that says no base year is asked for, first, and is put right with two keys, for several rows at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.driving import outcome
from tests.ui.test_mapping import current, page, press, show, states

DRAFT = ("厦门市低碳发展指标,,,\n指标,单位,2015年,2020年\n非化石能源占一次能源比重,%,10,15\n"
         "单位GDP二氧化碳排放下降率,%,18,45\n单位GDP能耗下降率,%,17,—\n")


@pytest.fixture
def mapping(qtbot, window, tmp_path):
    path = tmp_path / "draft.csv"
    path.write_text(DRAFT, "utf-8")
    return show(qtbot, window, path)


def test_cuts_without_a_base_year_stand_first_and_say_why(mapping):
    assert states(mapping) == ["unbased", "unbased", "unbased", "clear", "clear", "empty"]
    assert [current(mapping).printed, outcome(mapping)] == ["18", "cannot_tell"]
    assert "没有写明基准年" in page(mapping).why.toPlainText()
    assert page(mapping).readings.buttons["unbased"].text() == "缺基准年 3"
    mapping.page.turn(0)
    assert mapping.page.offer.isVisible() and "3 个" in mapping.page.offer.words.text()


def test_two_keys_put_the_usual_base_year_in_and_go_on(qtbot, mapping):
    press(qtbot, mapping, Qt.Key.Key_B, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: outcome(mapping) == "pass")
    assert mapping.desk.current.plan.readings[2].base_year == 2010
    assert current(mapping).printed == "45"
    press(qtbot, mapping, Qt.Key.Key_B, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: mapping.desk.current.plan.readings[3].base_year == 2005)
    assert current(mapping).printed == "17"
    press(qtbot, mapping, Qt.Key.Key_B, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "unbased" not in states(mapping))
    mapping.page.turn(0)
    assert not mapping.page.offer.isVisible()


def test_what_is_selected_is_put_right_together_and_is_one_step_to_undo(qtbot, mapping):
    readings = page(mapping).readings
    press(qtbot, mapping, Qt.Key.Key_Down)
    qtbot.keyClick(readings.list, Qt.Key.Key_Up)
    qtbot.keyClick(readings.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(readings.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [row.reading.printed for row in readings.selected] == ["18", "45", "17"]
    press(qtbot, mapping, Qt.Key.Key_B)
    qtbot.keyClicks(page(mapping).popup.line, " 2010")
    press(qtbot, mapping, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "unbased" not in states(mapping))
    assert "3 处" in mapping.commands.actions["undo"].text()
    qtbot.keyClick(readings.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: states(mapping).count("unbased") == 3)
    qtbot.keyClick(readings.list, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "unbased" not in states(mapping))
