"""What stands in one cell of the matrix of instruments, and what the reviewer says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.analysis.instruments import Cell, Matrix
from lowcarbon_desktop.analysis.mark import Mark
from lowcarbon_desktop.app import said
from lowcarbon_desktop.plan import Evidence
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.instruments_model import state_of
from lowcarbon_desktop.ui.markup import escape

_EVIDENCE = Qt.ItemDataRole.UserRole


class InstrumentsCell(QWidget):
    """A sentence that is chosen is shown where it stands. Every button is one change that can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._matrix: Matrix | None = None
        self.cell: Cell | None = None
        self.title, self.state = QLabel(self), QLabel(self)
        for label in (self.title, self.state):
            label.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        self.list.itemClicked.connect(lambda *_: self.point())
        self.list.itemActivated.connect(lambda *_: self.point())
        self.reason = QLineEdit(self)
        self.reason.setAcceptDrops(False)  # a file that is dropped here is a plan to open, not a text
        self.yes, self.no, self.back = (QPushButton(self) for _ in range(3))
        self.aside, self.move_it, self.put_in = (QPushButton(self) for _ in range(3))
        self.yes.clicked.connect(lambda: self._say(True))
        self.no.clicked.connect(lambda: self._say(False))
        self.back.clicked.connect(self._take_back)
        self.aside.clicked.connect(self._aside)
        self.move_it.clicked.connect(self._move)
        self.put_in.clicked.connect(self._put_in)
        self._build()

    def show_cell(self, matrix: Matrix | None, cell: Cell | None) -> None:
        """Show a cell as it is now; the same sentence stays chosen."""
        if cell != self.cell:
            self.reason.clear()
        same = cell == self.cell
        chosen = self.list.currentRow() if same else 0
        self._matrix, self.cell = matrix, cell
        self.setEnabled(matrix is not None and cell is not None)
        self.list.clear()
        if matrix is None or cell is None:
            return
        for evidence in matrix.cells.get(cell, ()):
            self._add(evidence, struck=False)
        for evidence in matrix.struck.get(cell, ()):
            self._add(evidence, struck=True)
        self.list.setCurrentRow(min(max(chosen, 0), self.list.count() - 1))
        names = {each.id: self._desk.say(each.name) for each in (*matrix.catalogue.measures,
                                                                *matrix.catalogue.instruments)}
        self.title.setText(f"<b>{escape(names[cell[0]])} &nbsp;·&nbsp; {escape(names[cell[1]])}</b>")
        self.state.setText(self._told())
        self._look()

    def point(self) -> None:
        """Show where the chosen sentence stands."""
        evidence = self._evidence()
        if evidence is not None and evidence.where is not None:
            self._desk.pointed.emit(evidence)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        for button, text in ((self.yes, self.tr("U&sed")), (self.no, self.tr("&Not used")),
                             (self.back, self.tr("Ta&ke back")), (self.aside, self.tr("Put the sentence &aside")),
                             (self.move_it, self.tr("&Move it to…")), (self.put_in, self.tr("Put a sentence &in…"))):
            button.setText(text)
        self.reason.setPlaceholderText(self.tr("Reason, needed where it is not what the program found"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.list.setAccessibleName(self.tr("Sentences in the cell"))

    def _build(self) -> None:
        cell, sentence = QHBoxLayout(), QHBoxLayout()
        cell.addWidget(self.reason, 1)
        for button in (self.yes, self.no, self.back):
            cell.addWidget(button)
        for button in (self.put_in, self.move_it, self.aside):
            sentence.addWidget(button)
        sentence.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 8)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addWidget(self.state)
        box.addWidget(self.list, 1)
        box.addLayout(sentence)
        box.addLayout(cell)
        self.retranslate()

    def _add(self, evidence: Evidence, *, struck: bool) -> None:
        place = said.place(evidence.where, self._desk.current.plan, self._desk.settings.lang)
        text = f"{place}  {evidence.text}" if place else self.tr("By the reviewer: {reason}").format(
            reason=evidence.text)
        item = QListWidgetItem(text, self.list)
        item.setData(_EVIDENCE, evidence)
        if struck:
            font = item.font()
            font.setStrikeOut(True)
            item.setFont(font)
            item.setForeground(theme.ink("muted", self.palette()))
            item.setToolTip(self.tr("put aside by the reviewer"))

    def _told(self) -> str:
        marks = [each for each in (*self._matrix.marks, *self._matrix.void) if each.cell == self.cell]
        if not marks:
            count = len(self._matrix.cells.get(self.cell, ()))
            if not count:
                return self.tr("Nothing was found in the text.")
            return self.tr("Found by the program; not confirmed by anybody yet.")
        return "<br>".join(self._of(each) for each in marks)

    def _of(self, mark: Mark) -> str:
        shade = "cannot_tell" if mark in self._matrix.void else "pass" if mark.holds else "fail"
        told = self.tr("The reviewer: {said}").format(
            said=said.mark(mark, self._matrix.catalogue, self._desk.settings.lang))
        if mark in self._matrix.void:
            told += " — " + self.tr("no longer counts, the draft is not what it was then; say it again or take it back")
        return f"<span style='color:{theme.ink(shade, self.palette()).name()}'>{escape(told)}</span>"

    def _look(self) -> None:
        evidence = self._evidence()
        placed = evidence is not None and evidence.where is not None
        there = placed and evidence in self._matrix.cells.get(self.cell, ())
        session = self._desk.current
        may = session is not None and session.closed is None
        for button in (self.yes, self.no):
            button.setEnabled(may)
        self.aside.setEnabled(may and there)
        self.move_it.setEnabled(may and there)
        self.put_in.setEnabled(may and bool(session.plan.passages))
        self.back.setEnabled(may and bool(self._keys()))
        found = self._matrix is not None and self.cell is not None and state_of(self._matrix, self.cell) == "found"
        self.yes.setToolTip(self.tr("Confirm what was found") if found else "")

    def _evidence(self) -> Evidence | None:
        item = self.list.currentItem()
        return item.data(_EVIDENCE) if item is not None else None

    def _keys(self) -> tuple[tuple[str, str, str], ...]:
        marks = self._desk.current.review.marks if self._desk.current is not None else {}
        return tuple(key for key in marks if key[:2] == self.cell)

    def _say(self, holds: bool) -> None:
        found = any(each.where is not None for of in (self._matrix.cells, self._matrix.struck)
                    for each in of.get(self.cell, ()))
        if holds != found and not self.reason.text().strip():
            ink, told = theme.ink("cannot_tell", self.palette()).name(), escape(self.tr(
                "This is not what the program found. Please write the reason, then press the button again."))
            self.state.setText(f"<span style='color:{ink}'>{told}</span>")
            self.reason.setFocus()
            return
        if self._desk.matrix(lambda session: session.mark_cell(self.cell, holds, self.reason.text())):
            self.reason.clear()
        else:
            self.reason.setFocus()

    def _take_back(self) -> None:
        keys = self._keys()
        self._desk.matrix(lambda session: session.unmark(keys))

    def _aside(self) -> None:
        cell, text, reason = self.cell, self._evidence().text, self.reason.text()
        if self._desk.matrix(lambda session: session.put_aside(cell, text, reason)):
            self.reason.clear()

    def _move(self) -> None:
        from lowcarbon_desktop.ui.instruments_dialogs import ask_cell

        cell, text, reason = self.cell, self._evidence().text, self.reason.text()
        to = ask_cell(self._desk, self._matrix, cell, text, self)
        if to is not None and self._desk.matrix(lambda session: session.move_sentence(text, cell, to, reason)):
            self.reason.clear()

    def _put_in(self) -> None:
        from lowcarbon_desktop.ui.instruments_dialogs import ask_sentence

        cell, reason = self.cell, self.reason.text()
        text = ask_sentence(self._desk, self)
        if text and self._desk.matrix(lambda session: session.put_in(cell, text, reason)):
            self.reason.clear()
