"""Nodding to a fact that the machine found, or saying that it is none: one key, or a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTableView, QWidget

from lowcarbon_desktop.plan import Fact
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.waiting import asks, not_found, waits

_YES, _NO = (Qt.Key.Key_Return, Qt.Key.Key_Enter), (Qt.Key.Key_N, Qt.Key.Key_Delete)


class FactNod(Attentive, QFrame):
    """Shown only while the selected fact waits for it."""

    def __init__(self, desk: Desk, list: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._list = desk, list
        self._fact: Fact | None = None
        self.words, self.yes, self.no = QLabel(self), QPushButton(self), QPushButton(self)
        self.words.setWordWrap(True)
        self.yes.clicked.connect(self.confirm)
        self.no.clicked.connect(self.refuse)
        list.installEventFilter(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 2)
        box.addWidget(self.words, 1)
        box.addWidget(self.yes)
        box.addWidget(self.no)
        self.hide()
        self.retranslate()

    def show_fact(self, fact: Fact | None) -> None:
        """Ask about this fact, if it waits."""
        self._fact = fact if asks(fact) and not self._desk.closed else None
        self.setVisible(self._fact is not None)
        self.retranslate()

    def confirm(self) -> None:
        """It is so."""
        if self._fact is not None and self._desk.confirm_fact(self._fact.id):
            self._go_on()

    def refuse(self) -> None:
        """It is not so."""
        if self._fact is not None and self._desk.refuse_fact(self._fact.id):
            self._go_on()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        nothing = self._fact is not None and not_found(self._fact)
        self.words.setText(self.tr("The program found nothing of it in the whole material. Is that so?") if nothing
                           else self.tr("Found by the program. Does the marked sentence say so?"))
        self.yes.setText(self.tr("It is so (Enter)"))
        self.no.setText(self.tr("It is not (N)"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list of facts."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._fact is not None and not (
                event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier):
            if event.key() in _YES:
                self.confirm()
                return True
            if event.key() in _NO:
                self.refuse()
                return True
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        """To the next fact that waits, from the last one on to the first; then to what was not found."""
        rows, here = self._list.model().rows, self._list.currentIndex().row()
        order = (*range(here + 1, len(rows)), *range(here + 1))
        following = next((row for asked in (waits, asks) for row in order if asked(rows[row][1])), None)
        if following is not None:
            self._list.selectRow(following)
