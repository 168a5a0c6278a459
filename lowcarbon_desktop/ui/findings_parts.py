"""The list of findings with what it is filtered by: a text, a button for each outcome, a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.findings_filter import FindingsFilter
from lowcarbon_desktop.ui.findings_model import FindingsModel
from lowcarbon_desktop.ui.findings_tree import OUTCOMES, FindingsTree
from lowcarbon_desktop.ui.flow import FlowLayout


class FindingsParts(QWidget):
    """What the panel is made of, before anything is shown in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = FindingsModel(desk, self)
        self.filter = FindingsFilter(desk, self)
        self.filter.setSourceModel(self.model)
        self.tree = FindingsTree(desk, self.filter, self)
        self.buttons = {outcome: self._button() for outcome in OUTCOMES}
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.cell_chip = QToolButton(self)
        self.cell_chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cell_chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.cell_chip.hide()
        self.nothing = QLabel(self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._build()

    def _build(self) -> None:
        chips = FlowLayout(spacing=6)
        for button in self.buttons.values():
            chips.addWidget(button)
        chips.addWidget(self.cell_chip)
        top = QVBoxLayout()
        top.setContentsMargins(10, 8, 10, 8)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addLayout(chips)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.tree, 1)
        box.addWidget(self.nothing, 1)
        self._paint_buttons()

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _paint_buttons(self) -> None:
        for outcome, button in self.buttons.items():
            button.setIcon(theme.icon(outcome, self.palette()))
        self.cell_chip.setIcon(theme.icon("close", self.palette()))
