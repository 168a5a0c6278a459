"""A PDF of the source: its pages as they look, or their text where they cannot be drawn, and why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.app.source_view import Leaf, bytes_as_read
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.document_view import DocumentView
from lowcarbon_desktop.ui.pdf_pages import PdfPages
from lowcarbon_desktop.ui.tasks import Tasks

_REACH = 3  # points around a box that still belong to it for a click


def _read(leaf: Leaf, progress: Progress) -> bytes:
    return bytes_as_read(leaf)


class PdfView(QWidget):
    """`picked` carries the place of what was clicked on, as far as anything was read there."""

    picked = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._leaf: Leaf | None = None
        self._marks: Mapping[Where, str] = {}
        self._rung: Where | None = None
        self.why, self.text, self.pages = QLabel(self), DocumentView(self), PdfPages(self)
        self.why.setWordWrap(True)
        self.why.setContentsMargins(12, 6, 12, 6)
        self.text.picked.connect(self.picked)
        self.pages.clicked.connect(self._clicked)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.pages)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.why)
        box.addWidget(self.stack, 1)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show a PDF; its bytes are read in the background, and drawn only if they are those that were read."""
        self._leaf = leaf
        self.text.show_leaf(leaf)
        self.why.hide()
        self.stack.setCurrentWidget(self.text)
        self._tasks.run(self.tr("Reading {name}").format(name=leaf.file), partial(_read, leaf),
                        partial(self._opened, leaf), partial(self._failed, leaf))

    def mark(self, marks: Mapping[Where, str]) -> None:
        """Tint these places."""
        self._marks = {where: state for where, state in marks.items() if self._leaf and where.file == self._leaf.file}
        self.text.mark(marks)
        self.pages.mark(self._marks)

    def ring(self, where: Where | None, quote: str = "") -> None:
        """Go to the page of a place and ring its box."""
        self._rung = where
        self.text.ring(where, quote)
        self.pages.ring(where)

    def _opened(self, leaf: Leaf, data: bytes) -> None:
        if leaf is not self._leaf:
            return
        try:
            from lowcarbon_desktop.ui.paper import Pages

            self.pages.show_pages(Pages(data))
        except ImportError:
            self._tell_why(self.tr("This computer lacks the part that draws PDF pages; the text of the pages follows."))
        except ValueError:
            self._tell_why(self.tr("The pages cannot be drawn; their text follows."))
        else:
            self.stack.setCurrentWidget(self.pages)
            self.pages.mark(self._marks)
            self.pages.ring(self._rung)

    def _failed(self, leaf: Leaf, error: BaseException) -> None:
        if leaf is self._leaf:
            self._tell_why(self._desk.say(error.message) if isinstance(error, LowCarbonError) else str(error))

    def _tell_why(self, words: str) -> None:
        self.why.setText(words)
        self.why.show()

    def _clicked(self, page: int, at: QPointF) -> None:
        for where in self._marks:
            if where.page == page and where.box is not None and (
                    where.box[0] - _REACH <= at.x() <= where.box[2] + _REACH
                    and where.box[1] - _REACH <= at.y() <= where.box[3] + _REACH):
                self.picked.emit(where)
                return
