"""The pages of a PDF one at a time, to turn, to come nearer to, and to ring a box on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.pdf_page import PdfPage

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.paper import Pages

_NEAR, _FAR = 0.4, 5.0


class PdfPages(Attentive, QWidget):
    """`clicked` carries the number of the page and the point on it, in points from its upper left corner."""

    clicked = Signal(int, QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._number, self._zoom = 1, 0.0  # no zoom: as wide as the window
        self._marks: Mapping[Where, str] = {}
        self._rung: Where | None = None
        self.page, self.area, self.place = PdfPage(self), QScrollArea(self), QLabel(self)
        self.page.clicked.connect(lambda at: self.clicked.emit(self._number, at))
        self.area.setWidget(self.page)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        # Always there: a bar that comes and goes would change the width that the page is to fit.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.viewport().installEventFilter(self)
        self.buttons = [QToolButton(self) for _ in range(5)]
        uses = (partial(self.turn, -1), partial(self.turn, 1), partial(self.near, 1 / 1.25), partial(self.near, 1.25),
                partial(self.near, 0.0))
        for button, use in zip(self.buttons, uses, strict=True):
            button.clicked.connect(lambda _=False, use=use: use())
        self._build()
        self.retranslate()

    def show_pages(self, pages: Pages) -> None:
        """Show a PDF in place of the last one, from its first page."""
        self.finish()
        self._pages, self._number = pages, 1
        pages.setParent(self)
        pages.drawn.connect(partial(self._drawn, pages))
        self._draw()

    def finish(self) -> None:
        """Put the shown PDF away; nothing is drawn any more."""
        if self._pages is not None:
            self._pages.finish()
            self._pages.deleteLater()
            self._pages = None

    def mark(self, marks: Mapping[Where, str]) -> None:
        """Tint the boxes of these places."""
        self._marks = marks
        self._lay_marks()

    def ring(self, where: Where | None) -> None:
        """Go to the page of a place and ring its box."""
        self._rung = where
        if where is not None and where.page is not None and where.page != self._number:
            self._number = where.page
            self._draw()
        self._lay_marks()
        if self.page.rung is not None:
            middle = self.page.rect_of(self.page.rung).center()
            self.area.ensureVisible(round(middle.x()), round(middle.y()), 120, self.area.viewport().height() // 3)

    def turn(self, step: int) -> None:
        """Turn pages."""
        if self._pages is not None and 1 <= self._number + step <= self._pages.count:
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As wide as the room for it, if it was so."""
        if event.type() == QEvent.Type.Resize and not self._zoom:
            self._draw()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 4, 10, 4)
        for widget in (self.buttons[0], self.place, self.buttons[1]):
            head.addWidget(widget)
        head.addStretch()
        for button in self.buttons[2:]:
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self.area, 1)

    def _scale(self) -> float:
        """Pixels of the widget a point."""
        if self._zoom or self._pages is None:
            return self._zoom or 1.0
        return max(_NEAR, (self.area.viewport().width() - 4) / self._pages.size(self._number).width())

    def _draw(self) -> None:
        if self._pages is None:
            return
        self._number = min(self._number, self._pages.count)
        self.page.lay_out(self._number, self._pages.size(self._number), self._scale())
        self._pages.draw(self._number, self.page.size() * self.devicePixelRatioF())
        self._lay_marks()
        self._say_place()

    def _drawn(self, pages: Pages, number: int, picture: object) -> None:
        if number == self._number and pages is self._pages:
            self.page.put(picture)

    def _lay_marks(self) -> None:
        self.page.boxes = {where.box: state for where, state in self._marks.items()
                           if where.page == self._number and where.box is not None}
        on_page = self._rung is not None and self._rung.page == self._number
        self.page.rung = self._rung.box if on_page else None
        self.page.update()

    def _say_place(self) -> None:
        if self._pages is not None:
            self.place.setText(self.tr("Page {number} of {count}").format(number=self._number, count=self._pages.count))
