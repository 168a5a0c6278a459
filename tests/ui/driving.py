"""What a person sees and does in the window, in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit

from lowcarbon_desktop.ui.window import Window

PROVINCE = "targets.co2-2015.province"


def outcome(window: Window, criterion: str = PROVINCE) -> str:
    """The outcome of a criterion as it is judged now."""
    return window.desk.current.assessment.finding(criterion).outcome


def reading(window: Window, criterion: str = PROVINCE) -> int:
    """The first reading that a criterion rests on."""
    return window.desk.current.assessment.finding(criterion).readings[0]


def cell_of(window: Window, number: int) -> QModelIndex:
    """The index of the cell that a reading stands in."""
    table, row, column = window.page.table._sight.spots[number]
    window.page.table.chooser.setCurrentIndex(table)
    return window.page.table.model.index(row, column + 1)


def click(qtbot, window: Window, index: QModelIndex) -> None:
    """Click on a cell of the table."""
    view = window.page.table.table
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def type_into(qtbot, window: Window, index: QModelIndex, text: str) -> None:
    """Select a cell, press F2, replace its text, press Return."""
    view = window.page.table.table
    click(qtbot, window, index)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = editor_of(window)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def editor_of(window: Window) -> QLineEdit:
    """The field in which a cell is being corrected."""
    return window.page.table.table.viewport().findChild(QLineEdit)


def shown(window: Window) -> list[str]:
    """The criteria in the list of findings, as filtered, from top to bottom."""
    filtered = window.page.findings.filter
    return [filtered.item(filtered.index(row, 0, filtered.index(group, 0))).criterion.id
            for group in range(filtered.rowCount()) for row in range(filtered.rowCount(filtered.index(group, 0)))]
