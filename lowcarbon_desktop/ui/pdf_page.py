"""One page of a PDF as a picture, with the boxes of what was read of it; it knows no file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lowcarbon_desktop.plan.where import Box
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.sheet_view import READ, TINTS


class PdfPage(QWidget):
    """`clicked` carries the point in points from the upper left corner of the page."""

    clicked = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: Mapping[Box, str] = {}
        self.rung: Box | None = None
        self._picture = QImage()
        self._number, self._points = 0, QSizeF(1, 1)

    def lay_out(self, number: int, points: QSizeF, factor: float) -> None:
        """Take the size of a page at so many pixels a point; its picture is to follow."""
        if number != self._number:
            self._picture = QImage()
        self._number, self._points = number, points
        self.setFixedSize((points * factor).toSize())
        self.update()

    def put(self, picture: QImage) -> None:
        """Show the picture of the page."""
        self._picture = picture
        self.update()

    @property
    def drawn(self) -> bool:
        """Whether the picture is there."""
        return not self._picture.isNull()

    def rect_of(self, box: Box) -> QRectF:
        """A box of the page in pixels of the widget."""
        across, down = self.width() / self._points.width(), self.height() / self._points.height()
        return QRectF(box[0] * across, box[1] * down, (box[2] - box[0]) * across, (box[3] - box[1]) * down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, the picture, tints that leave the print readable, and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.drawn:
            painter.drawImage(QRectF(self.rect()), self._picture)
        paper = theme.palette("light")
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box, state in self.boxes.items():
            name, strength = TINTS.get(state, READ)
            painter.fillRect(self.rect_of(box).adjusted(-2, -2, 2, 2), theme.tint(name, paper, strength + 0.06))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.rung is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.ink("accent", paper), 3))
            painter.drawRoundedRect(self.rect_of(self.rung).adjusted(-4, -4, 4, 4), 3, 3)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where on the page it was."""
        at = event.position()
        self.clicked.emit(QPointF(at.x() * self._points.width() / self.width(),
                                  at.y() * self._points.height() / self.height()))
