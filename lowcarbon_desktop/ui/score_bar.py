"""The score as an interval: what is won for sure, and what open items may still bring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lowcarbon_desktop.checks import Score
from lowcarbon_desktop.ui import theme


class ScoreBar(QWidget):
    """A track from 0 to 100: solid to the settled points, hatched to what may still be reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = Score(0.0, 0.0, 0, False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: Score) -> None:
        """Draw this score."""
        self._score = score
        self.update()

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(200, 10)

    def minimumSizeHint(self) -> QSize:
        """It may become short."""
        return QSize(90, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track, the hatched stretch, the solid stretch."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, rect = self.palette(), QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setClipPath(clip)
        painter.fillRect(rect, palette.mid())
        low, high = (rect.width() * end / 100 for end in (self._score.low, self._score.high))
        accent = theme.ink("accent", palette)
        stretch = QRectF(low, 0, high - low, rect.height())
        painter.fillRect(stretch, theme.tint("accent", palette, 0.25))
        painter.fillRect(stretch, QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(0, 0, low, rect.height()), accent)
        painter.end()
