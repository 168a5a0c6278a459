"""The left side of the window: the plan's tables as they were read, and what is to be said of the selected cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cell_words import lines
from lowcarbon_desktop.ui.cells import Sight, nothing_else
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.ui.plan_table import PlanTable
from lowcarbon_desktop.ui.table_model import TableModel


class TablePanel(Attentive, QWidget):
    """`picked` tells the readings behind the cell that the user selected; empty where nothing rests on it."""

    picked = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self.model = TableModel(desk, self)
        self.model.typed.connect(self._typed)
        self.table = PlanTable(self.model, self)
        self.table.selectionModel().currentChanged.connect(self._moved)
        self.heading = QLabel(self)
        bold = self.heading.font()
        bold.setBold(True)
        self.heading.setFont(bold)
        self.chooser = QComboBox(self)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.currentIndexChanged.connect(self._show_table)
        self.strip = QLabel(self)
        self.strip.setWordWrap(True)
        self.strip.setTextFormat(Qt.TextFormat.RichText)
        self.strip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.strip.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.strip.setContentsMargins(10, 8, 10, 8)
        self.strip.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 10, 6)
        head.addWidget(self.heading, 1)
        head.addWidget(self.chooser, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addWidget(self.strip)
        self.retranslate()

    def show_plan(self, sight: Sight | None) -> None:
        """Show another plan from its first table on."""
        self._sight = sight
        self.model.show(None, None)
        self._fill_chooser()
        taken = next((place for place, table in enumerate(sight.plan.tables) if table.taken), 0) if sight else 0
        self.chooser.blockSignals(True)
        self.chooser.setCurrentIndex(taken)
        self.chooser.blockSignals(False)
        self._show_table()

    def refresh(self, sight: Sight) -> None:
        """Show the same plan as it was judged anew."""
        same = self._sight is not None and len(self._sight.plan.tables) == len(sight.plan.tables)
        if not same:
            self.show_plan(sight)
            return
        self._sight = sight
        self.model.show(self._table, sight)
        self.table.rows = self._table.rows if self._table is not None else ()
        self._tell()

    def light(self, readings: tuple[int, ...]) -> None:
        """Light up the cells of these readings and bring the first of them into view."""
        spots = [self._sight.spots[each] for each in readings if each in self._sight.spots] if self._sight else []
        if spots and all(spot[0] != self.chooser.currentIndex() for spot in spots):
            self.chooser.setCurrentIndex(spots[0][0])
        here = [(row, column) for table, row, column in spots if table == self.chooser.currentIndex()]
        self.model.light(frozenset(here))
        if here:
            row, column = min(here)
            self.table.scrollTo(self.model.index(row, column + 1))

    def go_to(self, reading: int) -> None:
        """Select the cell of a reading."""
        if self._sight is not None and reading in self._sight.spots:
            table, row, column = self._sight.spots[reading]
            self.chooser.setCurrentIndex(table)
            self.table.setCurrentIndex(self.model.index(row, column + 1))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Select no cell, so that the same one can be picked again."""
        self.table.forget()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.table.setAccessibleName(self.tr("Table as it was read"))
        self.chooser.setAccessibleName(self.tr("Which table of the file"))
        self.heading.setText(self.tr("Table as read"))
        chosen = self.chooser.currentIndex()
        self._fill_chooser()
        self.chooser.setCurrentIndex(chosen)
        self.model.said_anew()
        if self.model.columnCount():
            self.table.fit(self._table.rows)
        self._tell()

    def recolour(self) -> None:
        """Draw anew in another look."""
        if self._sight is not None:
            self._tell()

    @property
    def _table(self) -> object:
        tables = self._sight.plan.tables if self._sight else ()
        chosen = self.chooser.currentIndex()
        return tables[chosen] if 0 <= chosen < len(tables) else None

    def _fill_chooser(self) -> None:
        tables = self._sight.plan.tables if self._sight else ()
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for table in tables:
            taken = self.tr("used") if table.taken else self.tr("not used")
            self.chooser.addItem(f"{table.title or self._desk.say(table.where.start)} · {taken}")
            self.chooser.setItemData(self.chooser.count() - 1, self._desk.say(table.why), Qt.ItemDataRole.ToolTipRole)
        self.chooser.blockSignals(False)
        self.chooser.setVisible(len(tables) > 1)

    def _show_table(self) -> None:
        table = self._table
        self.model.show(table, self._sight)
        self.table.clearSpans()
        if table is not None:
            for number, row in enumerate(table.rows):
                if nothing_else(row) and len(row.cells) > 1:
                    self.table.setSpan(number, 1, 1, len(row.cells))
            self.table.fit(table.rows)
        self._tell()

    def _moved(self) -> None:
        self._tell()
        found = self.model.cell(self.table.currentIndex())
        if found is None:
            self.picked.emit((), "")
        else:
            self.picked.emit(self._sight.behind(*found), found[1].where.cell or str(found[1].where))

    def _typed(self, where: Where, text: str) -> None:
        # After the editor is gone: judging anew from inside its commit would change the model under its feet.
        QTimer.singleShot(0, self, lambda: self._desk.correct(where, text))

    def _tell(self) -> None:
        found = self.model.cell(self.table.currentIndex())
        muted = theme.ink("muted", self.palette()).name()
        if found is None:
            hint = self.tr("Select a cell to see how it was read and which findings rest on it. F2 corrects it."
                           ) if not self._desk.closed else self.tr(
                "Select a cell to see how it was read and which findings rest on it.")
            self.strip.setText(f"<span style='color:{muted}'>{escape(hint)}</span>")
            return
        self.strip.setText("<br>".join(
            f"<span style='color:{muted}'>{escape(heading)}</span>&nbsp;&nbsp;{escape(text)}"
            for heading, text in lines(self._desk, self._sight, *found)))
