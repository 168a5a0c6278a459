"""On a small screen, or one at twice the scale, a page scrolls rather than being cut, and a dialog fits."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget


class Roomy(QScrollArea):
    """The page is as high as there is room and never lower than it needs; its width is never less than it needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        """The page's own width, and room for the bar."""
        least = super().minimumSizeHint()
        wide = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(least.width(), wide), least.height())


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Make a dialog so large, or as large as the screen allows."""
    room = dialog.screen().availableSize()
    dialog.resize(QSize(width, height).boundedTo(QSize(room.width() - 40, room.height() - 60)))
