"""What the window shows while no plan is open: how to open one, the recent ones, and the shipped examples."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.reach import in_reach
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.settings import Settings, told_apart

_RECENT, _WIDE = 6, 900


class DropHint(QFrame):
    """A dashed field that says where a file may be dropped (anywhere, in fact)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = (QLabel(self), QLabel(self))
        self.setMinimumHeight(96)
        # Not painted by hand: the first pen makes PySide load all of Qt's enums, 20 ms before the first paint.
        self.setObjectName("drop")
        self.setStyleSheet("QFrame#drop { border: 1px dashed palette(dark); border-radius: 8px; }")
        box = QVBoxLayout(self)
        box.addStretch()
        for line in self.lines:
            middle = QHBoxLayout()
            middle.addStretch()
            middle.addWidget(line)
            middle.addStretch()
            box.addLayout(middle)
        box.addStretch()


class StartPage(Attentive, QScrollArea):
    """`wanted` carries the path of a plan to open."""

    wanted = Signal(object)
    open_files = Signal()
    open_folder = Signal()
    paste = Signal()
    type_in = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._examples: tuple[tuple[Path, str, str], ...] = ()
        self.furnished = False  # nothing is shown before the first paint
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget(self)
        self.logo, self.name, self.purpose = QLabel(page), QLabel(page), QLabel(page)
        self.logo.setFixedSize(56, 56)
        self.purpose.setWordWrap(True)
        self.files, self.folder = QPushButton(page), QPushButton(page)
        self.pasted, self.typed = QPushButton(page), QPushButton(page)
        self.files.setDefault(True)
        for button in (self.files, self.folder, self.pasted, self.typed):
            button.setMinimumHeight(self.fontMetrics().height() + 18)
            button.setMinimumWidth(150)
        self.files.clicked.connect(self.open_files)
        self.folder.clicked.connect(self.open_folder)
        self.pasted.clicked.connect(self.paste)
        self.typed.clicked.connect(self.type_in)
        self.drop = DropHint(page)
        self.recent_title, self.examples_title = QLabel(page), QLabel(page)
        self.recent, self.examples = QGridLayout(), QGridLayout()
        self._build(page)
        self.setWidget(page)
        self.retranslate()

    def show_examples(self, examples: tuple[tuple[Path, str, str], ...]) -> None:
        """Offer (path, Chinese name, English name) of the shipped examples; called after the first paint."""
        self.furnished = True
        self._examples = examples
        self.refresh()

    def show_logo(self) -> None:
        """Draw the product's icon; called after the first paint."""
        from lowcarbon_desktop.ui import theme

        self.logo.setPixmap(theme.application_icon().pixmap(QSize(56, 56)))

    def refresh(self) -> None:
        """Show the recent plans as they are now; those that are gone are grey. Nothing before the first paint."""
        if not self.furnished:
            return
        from PySide6.QtCore import Qt

        _empty(self.recent)
        paths = self._settings.recent[:_RECENT]
        for row, (path, name) in enumerate(zip(paths, told_apart(paths), strict=True)):
            there = in_reach(path)
            text = name if there else self.tr("{name} (gone)").format(name=name)
            self.recent.addWidget(self._link(text, str(path), path, there), row, 0, Qt.AlignmentFlag.AlignLeft)
        self.recent_title.setVisible(bool(paths))
        _empty(self.examples)
        for place, (path, zh, en) in enumerate(self._examples):
            name = en if self._settings.lang == "en" else zh
            self.examples.addWidget(self._link(name, str(path), path, True), place // 5, place % 5,
                                    Qt.AlignmentFlag.AlignLeft)
        self.examples_title.setVisible(bool(self._examples))

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.name.setText("<span style='font-size:xx-large'><b>" + self.tr("LowCarbon Desktop") + "</b></span>")
        self.purpose.setText(self.tr(
            "Judges draft low-carbon pilot plans: what falls short, where, and how to mend it."))
        self.files.setText(self.tr("&Open a plan…"))
        self.folder.setText(self.tr("Open &a folder…"))
        self.pasted.setText(self.tr("&Paste a table (Ctrl+V)"))
        self.typed.setText(self.tr("&Type a table in…"))
        self.drop.lines[0].setText(self.tr("or drop files here: xlsx, xls, ods, csv, docx, PDF, lcreview"))
        self.drop.lines[1].setText(self.tr("a folder is one application, several files are several"))
        self.recent_title.setText("<b>" + self.tr("Recent") + "</b>")
        self.examples_title.setText("<b>" + self.tr("Examples (targets as published in the source report)") + "</b>")
        self.refresh()

    def _build(self, page: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.logo)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name)
        words.addWidget(self.purpose)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.files)
        for button in (self.folder, self.pasted, self.typed):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        for part in (head, 10, buttons, self.drop, 10, self.recent_title, self.recent, 6, self.examples_title,
                     self.examples):
            if isinstance(part, int):
                column.addSpacing(part)
            elif isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(3)
        middle = QWidget(page)
        middle.setLayout(column)
        middle.setMaximumWidth(_WIDE)
        box = QHBoxLayout(page)
        box.addStretch(1)
        box.addWidget(middle, 20)
        box.addStretch(1)
        for grid in (self.recent, self.examples):
            grid.setHorizontalSpacing(20)
            grid.setVerticalSpacing(2)
        self.recent.setVerticalSpacing(0)

    def _link(self, text: str, tip: str, path: Path, there: bool) -> QToolButton:
        from PySide6.QtCore import Qt

        link = QToolButton(self.widget())
        link.setText(text)
        link.setToolTip(tip)
        link.setAutoRaise(True)
        link.setEnabled(there)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(partial(self.wanted.emit, path))
        return link


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        item.widget().deleteLater()
        item.widget().hide()
