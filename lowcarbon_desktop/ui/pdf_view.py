"""A PDF of the source: its pages as they look, or their text where they cannot be drawn, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from lowcarbon_desktop.app.source_view import Leaf, bytes_as_read
from lowcarbon_desktop.errors import LowCarbonError
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.document_view import DocumentView
from lowcarbon_desktop.ui.pdf_page import PdfPage
from lowcarbon_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.paper import Pages

_NEAR, _FAR = 0.4, 5.0


def _read(leaf: Leaf, progress: Progress) -> bytes:
    return bytes_as_read(leaf)


class PdfView(QWidget):
    """`picked` carries the place of what was clicked on, as far as anything was read there."""

    picked = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, wheres: Callable[[], tuple[Where, ...]],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._wheres = desk, tasks, wheres
        self._leaf: Leaf | None = None
        self.pages: Pages | None = None
        self._number, self._zoom = 1, 0.0  # no zoom: as wide as the window
        self._marks: Mapping[Where, str] = {}
        self._rung: tuple[Where | None, str] = (None, "")
        self.why, self.text, self.page, self.area = QLabel(self), DocumentView(self), PdfPage(self), QScrollArea(self)
        self.why.setWordWrap(True)
        self.why.setContentsMargins(12, 6, 12, 6)
        self.text.picked.connect(self.picked)
        self.page.clicked.connect(self._clicked)
        self.area.setWidget(self.page)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        # Always there: a bar that comes and goes would change the width that the page is to fit.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.place = QLabel(self)
        self.buttons = [QToolButton(self) for _ in range(5)]
        uses = (partial(self.turn, -1), partial(self.turn, 1), partial(self.near, 1 / 1.25), partial(self.near, 1.25),
                partial(self.near, 0.0))
        for button, use in zip(self.buttons, uses, strict=True):
            button.clicked.connect(lambda _=False, use=use: use())
        self.stack = QStackedWidget(self)
        self._build()
        self.retranslate()

    def show_leaf(self, leaf: Leaf) -> None:
        """Show a PDF; its bytes are read in the background, and drawn only if they are those that were read."""
        if self.pages is not None:
            self.pages.deleteLater()
        self._leaf, self.pages, self._number = leaf, None, 1
        self.text.show_leaf(leaf)
        self.why.hide()
        self.stack.setCurrentWidget(self.text)
        self._tasks.run(self.tr("Reading {name}").format(name=leaf.file), partial(_read, leaf),
                        partial(self._opened, leaf), partial(self._failed, leaf))

    def mark(self, marks: Mapping[Where, str]) -> None:
        """Tint these places."""
        self._marks = marks
        self.text.mark(marks)
        self._lay_marks()

    def ring(self, where: Where | None, quote: str = "") -> None:
        """Go to the page of a place and ring its box."""
        self._rung = where, quote
        self.text.ring(where, quote)
        if where is not None and where.page is not None and where.page != self._number:
            self._number = where.page
            self._draw()
        self._lay_marks()
        if self.page.rung is not None:
            middle = self.page.rect_of(self.page.rung).center()
            self.area.ensureVisible(round(middle.x()), round(middle.y()), 120, self.area.viewport().height() // 3)

    def turn(self, step: int) -> None:
        """Turn pages."""
        if self.pages is not None and 1 <= self._number + step <= self.pages.count:
            self._number += step
            self._draw()
            self.area.verticalScrollBar().setValue(0)

    def near(self, factor: float) -> None:
        """Nearer or farther; 0 is as wide as the window."""
        self._zoom = min(_FAR, max(_NEAR, self._scale() * factor)) if factor else 0.0
        self._draw()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        names = (("‹", self.tr("Page before")), ("›", self.tr("Next page")), ("－", self.tr("Smaller")),
                 ("＋", self.tr("Larger")), ("↔", self.tr("Fit width")))
        for button, (sign, name) in zip(self.buttons, names, strict=True):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.page.setAccessibleName(self.tr("Page of the source"))
        self._say_place()

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the window, if it was so."""
        super().resizeEvent(event)
        if not self._zoom:
            self._draw()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 4, 10, 4)
        for widget in (self.buttons[0], self.place, self.buttons[1]):
            head.addWidget(widget)
        head.addStretch()
        for button in self.buttons[2:]:
            head.addWidget(button)
        drawn = QWidget(self)
        under = QVBoxLayout(drawn)
        under.setContentsMargins(0, 0, 0, 0)
        under.addLayout(head)
        under.addWidget(self.area, 1)
        self.stack.addWidget(self.text)
        self.stack.addWidget(drawn)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.why)
        box.addWidget(self.stack, 1)

    def _opened(self, leaf: Leaf, data: bytes) -> None:
        if leaf is not self._leaf:
            return
        try:
            from lowcarbon_desktop.ui.paper import Pages

            self.pages = Pages(data, self)
        except ImportError:
            self._tell_why(self.tr("This computer lacks the part that draws PDF pages; the text of the pages follows."))
            return
        except ValueError:
            self._tell_why(self.tr("The pages cannot be drawn; their text follows."))
            return
        self.pages.drawn.connect(self._drawn)
        self.stack.setCurrentIndex(1)
        self._draw()
        self.ring(*self._rung)

    def _failed(self, leaf: Leaf, error: BaseException) -> None:
        if leaf is self._leaf:
            self._tell_why(self._desk.say(error.message) if isinstance(error, LowCarbonError) else str(error))

    def _tell_why(self, words: str) -> None:
        self.why.setText(words)
        self.why.show()

    def _scale(self) -> float:
        """Pixels of the widget a point."""
        if self._zoom or self.pages is None:
            return self._zoom or 1.0
        return max(_NEAR, (self.area.viewport().width() - 4) / self.pages.size(self._number).width())

    def _draw(self) -> None:
        if self.pages is None:
            return
        self._number = min(self._number, self.pages.count)
        self.page.lay_out(self.pages.size(self._number), self._scale())
        self.pages.draw(self._number, self.page.size() * self.devicePixelRatioF())
        self._lay_marks()
        self._say_place()

    def _drawn(self, number: int, picture: object) -> None:
        if number == self._number and self.sender() is self.pages:
            self.page.put(picture)

    def _lay_marks(self) -> None:
        where = self._rung[0]
        here = [each for each in self._wheres() if self._leaf is not None and each.file == self._leaf.file
                and each.page == self._number and each.box is not None]
        self.page.boxes = {each.box: self._marks[each] for each in here if each in self._marks}
        self.page.rung = where.box if where is not None and where.page == self._number else None
        self.page.update()

    def _clicked(self, at: QPointF) -> None:
        for where in self._wheres():
            if where.page == self._number and where.box is not None and (
                    where.box[0] - 3 <= at.x() <= where.box[2] + 3 and where.box[1] - 3 <= at.y() <= where.box[3] + 3):
                self.picked.emit(where)
                return

    def _say_place(self) -> None:
        if self.pages is not None:
            self.place.setText(self.tr("Page {number} of {count}").format(number=self._number, count=self.pages.count))
