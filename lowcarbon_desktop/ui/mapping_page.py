"""The mapping step: what was understood of each value, why it is in doubt, and the keys that settle it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.field_popup import FieldPopup
from lowcarbon_desktop.ui.flow import FlowLayout
from lowcarbon_desktop.ui.mapping_html import page
from lowcarbon_desktop.ui.mapping_model import field_name
from lowcarbon_desktop.ui.mapping_rows import MappingRow
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.ui.readings_panel import ReadingsPanel

KEYS = {Qt.Key.Key_I: "indicator", Qt.Key.Key_B: "base_year", Qt.Key.Key_T: "target_year", Qt.Key.Key_V: "value",
        Qt.Key.Key_U: "unit", Qt.Key.Key_R: "region", Qt.Key.Key_K: "kind"}


class MappingPage(Attentive, QWidget):
    """`chosen` carries the row whose place in the source is to be shown, or None."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self.readings, self.why, self.popup = ReadingsPanel(desk, self), QTextBrowser(self), FieldPopup(desk, self)
        self.why.setOpenLinks(False)
        self.why.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.why.document().setDocumentMargin(12)
        self.nod, self.accept, self.accept_all = QPushButton(self), QPushButton(self), QPushButton(self)
        self.forget = QPushButton(self)
        self.fields = {field: QPushButton(self) for field in KEYS.values()}
        self.nod.clicked.connect(self.confirm)
        self.accept.clicked.connect(self.take_proposals)
        self.accept_all.clicked.connect(lambda: self._take(self.readings.model.rows))
        self.forget.clicked.connect(self.forget_proposals)
        for field, button in self.fields.items():
            button.clicked.connect(partial(self.ask, field))
        self.popup.picked.connect(self._put)
        self.readings.chosen.connect(self._tell)
        self.readings.list.installEventFilter(self)
        self._build()
        self.retranslate()

    def show_rows(self, sight: Sight | None, rows: tuple[MappingRow, ...], *, anew: bool) -> None:
        """Show the readings of a plan: of another one from the doubtful ones on, of the same so that nothing jumps."""
        self._sight = sight
        self.readings.show_rows(rows, anew=anew)
        self._tell()

    def confirm(self) -> None:
        """Nod to the selected readings as they were understood, and go on; what is not in doubt needs no nod."""
        doubted = tuple(row.reading.where for row in self.readings.selected
                        if row.reading.doubts and row.reading.value is not None)
        if not doubted or self._desk.confirm_readings(doubted):
            self.readings.go_on()

    def take_proposals(self) -> None:
        """Take what is proposed for the selected readings, and go on."""
        self._take(self.readings.selected)

    def forget_proposals(self) -> None:
        """Have what is proposed for the selected readings never proposed again."""
        proposals = tuple(each for row in self.readings.selected for each in row.proposals)
        if proposals and not self._desk.closed:
            self._desk.forget_proposals(proposals)

    def ask(self, field: str) -> None:
        """Ask what should stand in a field of the current reading, and so of all that are selected with it."""
        row, view = self.readings.current, self.readings.list
        if row is None or (field == "value" and row.reading.where.cell is None) or self._desk.closed:
            return
        rect = view.visualRect(view.currentIndex().siblingAtColumn(1))
        self.popup.ask(field, row.reading, self._sight.plan, view.viewport().mapToGlobal(rect.bottomLeft()))

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.nod.setText(self.tr("As understood (Enter)"))
        self.accept.setText(self.tr("Take the proposal (A)"))
        self.forget.setText(self.tr("Propose it no more (Delete)"))
        for (key, field), button in zip(KEYS.items(), self.fields.values(), strict=True):
            button.setText(f"{field_name(self._desk, field)} ({chr(key)})")
            button.setToolTip(self.tr("Put this field right"))
        self.why.setAccessibleName(self.tr("Why it was understood so"))
        self._tell()

    def recolour(self) -> None:
        """Draw anew in another look."""
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list: Enter nods, a letter asks for its field, A takes a proposal, Delete forgets it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        elif event.key() in KEYS:
            self.ask(KEYS[event.key()])
        elif event.key() == Qt.Key.Key_A:
            self.take_proposals()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_proposals()
        else:
            return super().eventFilter(watched, event)
        return True

    def _build(self) -> None:
        keys = FlowLayout(6)
        keys.setContentsMargins(10, 6, 10, 8)
        for button in (self.nod, self.accept, self.accept_all, self.forget, *self.fields.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keys.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.readings, 5)
        box.addWidget(self.why, 2)
        box.addLayout(keys)

    def _take(self, rows: tuple[MappingRow, ...]) -> None:
        proposals = tuple(each for row in rows for each in row.proposals)
        if proposals and self._desk.accept(proposals):
            self.readings.go_on()

    def _put(self, field: str, value: str) -> None:
        row, rows = self.readings.current, self.readings.selected
        if row is not None:
            # After the popup is gone: judging anew from inside its key press would change the list under its feet.
            QTimer.singleShot(0, self, lambda: self._correct((row,) if field == "value" else rows, field, value))

    def _correct(self, rows: tuple[MappingRow, ...], field: str, value: str) -> None:
        wheres = tuple(row.reading.where for row in rows)
        done = (self._desk.correct(wheres[0], value) if field == "value" else
                self._desk.correct_fields(wheres, field, value))
        now = self.readings.current
        if done and (now is None or now.state not in ("doubtful", "unbased")):
            self.readings.go_on()

    def _tell(self) -> None:
        row = self.readings.current
        closed = self._desk.closed
        self.why.setHtml((f"<p style='margin:0 0 6px 0'>{escape(closed)}</p>" if closed else "")
                         + page(self._desk, self._sight, row, self.palette()) if row is not None else "")
        self.nod.setEnabled(row is not None and not closed)
        proposed = sum(len(each.proposals) for each in self.readings.model.rows)
        self.accept.setVisible(proposed > 0 and not closed)
        self.forget.setVisible(proposed > 0 and not closed)
        for button in (self.accept, self.forget):
            button.setEnabled(row is not None and bool(row.proposals))
        self.accept_all.setVisible(proposed > 1 and not closed)
        self.accept_all.setText(self.tr("Take all proposals ({count})").format(count=proposed))
        for field, button in self.fields.items():
            fits = field != "value" or (row is not None and row.reading.where.cell is not None)
            button.setEnabled(row is not None and not closed and fits)
        self.chosen.emit(row)
