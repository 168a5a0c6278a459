"""The left side of the mapping step: the sheets and documents of the application as they look, one leaf each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lowcarbon_desktop.app.source_view import Leaf
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.document_view import DocumentView
from lowcarbon_desktop.ui.pdf_view import PdfView
from lowcarbon_desktop.ui.sheet_view import SheetView
from lowcarbon_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session


class SourcePanel(Attentive, QWidget):
    """`picked` carries the place in the source that the user clicked on."""

    picked = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        self._leaves: tuple[Leaf, ...] = ()
        self._marks: Mapping[Where, str] = {}
        self._ring: tuple[Where | None, str] = (None, "")
        self.tabs, self.stack, self.left = QTabBar(self), QStackedWidget(self), QLabel(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.left.setWordWrap(True)
        self.left.setContentsMargins(12, 6, 12, 6)
        self.sheet, self.document = SheetView(self), DocumentView(self)
        self.pdf = PdfView(desk, tasks, self)
        self.views = {"sheet": self.sheet, "document": self.document, "pdf": self.pdf}
        for view in self.views.values():
            self.stack.addWidget(view)
            view.picked.connect(self.picked)
        self.tabs.currentChanged.connect(self._turned)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tabs)
        box.addWidget(self.left)
        box.addWidget(self.stack, 1)
        self.retranslate()

    def show_plan(self, session: Session | None) -> None:
        """Show another application, from the leaf on which most was read."""
        self._session, self._marks, self._ring = session, {}, (None, "")
        self._leaves = session.leaves if session is not None else ()
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for _ in self._leaves:
            self.tabs.addTab("")
        self._name()
        read = [sum(leaf.holds(each) for each in self._wheres()) for leaf in self._leaves]
        self.tabs.setCurrentIndex(read.index(max(read)) if read else -1)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(self._leaves) > 1)
        self._turned()

    def mark(self, marks: Mapping[Where, str]) -> None:
        """Tint the places of readings by their state."""
        self._marks = marks
        if self.view is not None:
            self.view.mark(marks)

    def ring(self, where: Where | None, quote: str = "") -> None:
        """Turn to the leaf of a place and ring it there; a quote marks its words in a paragraph."""
        self._ring = where, quote
        number = next((n for n, leaf in enumerate(self._leaves) if where is not None and leaf.holds(where)), None)
        if number is not None and number != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(number)
        elif self.view is not None:
            self.view.ring(where if number is not None else None, quote)

    @property
    def view(self) -> SheetView | DocumentView | PdfView | None:
        """The view of the leaf that is shown."""
        leaf = self.leaf
        return self.views[leaf.kind] if leaf is not None else None

    @property
    def leaf(self) -> Leaf | None:
        """The leaf that is shown."""
        number = self.tabs.currentIndex()
        return self._leaves[number] if 0 <= number < len(self._leaves) else None

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Sheets and files of the source"))
        self.sheet.setAccessibleName(self.tr("The source as it looks"))
        self.document.setAccessibleName(self.tr("The source as it looks"))
        self._name()
        self._say_left()

    def _turned(self) -> None:
        leaf, view = self.leaf, self.view
        self._say_left()
        if leaf is None:
            return
        self.stack.setCurrentWidget(view)
        view.show_leaf(leaf)
        view.mark(self._marks)
        where, quote = self._ring
        view.ring(where if where is not None and leaf.holds(where) else None, quote)

    def _name(self) -> None:
        several = len({leaf.file for leaf in self._leaves}) > 1
        for number, leaf in enumerate(self._leaves):
            sheet = leaf.sheet.name if leaf.sheet is not None else None
            name = " · ".join(part for part in (leaf.file if several or not sheet else "", sheet) if part)
            if leaf.sheet is not None and leaf.sheet.hidden:
                name = self.tr("{name} (hidden)").format(name=name)
            elif not self._taken(leaf):
                name = self.tr("{name} (not used)").format(name=name)
            self.tabs.setTabText(number, name.replace("&", "&&"))

    def _tables(self, leaf: Leaf) -> list[object]:
        return [each for each in self._session.plan.tables if leaf.holds(each.where)]

    def _taken(self, leaf: Leaf) -> bool:
        return leaf.sheet is None or any(each.taken for each in self._tables(leaf))

    def _say_left(self) -> None:
        """Why nothing was taken from a sheet that was left."""
        leaf = self.leaf
        left = leaf is not None and not self._taken(leaf)
        why = [self._desk.say(each.why) for each in self._tables(leaf)] if left else []
        self.left.setText("\n".join(dict.fromkeys(why)) or self.tr("No indicator table was found on this sheet."))
        self.left.setVisible(left)

    def _wheres(self) -> tuple[Where, ...]:
        return tuple(each.where for each in self._session.plan.readings) if self._session is not None else ()
