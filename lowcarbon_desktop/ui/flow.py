"""A layout that puts its widgets side by side and goes on in the next line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class FlowLayout(QLayout):
    """Widgets in reading order; hidden ones take no room."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._high = 0
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets in place."""
        super().setGeometry(rect)
        high = self._place(rect, move=True)
        if not self.parentWidget().isVisible():  # a page that was never looked at is as narrow as Qt made it
            high = 0
        if high != self._high:  # what is around it asks for the least size, and not for the height of a width
            self._high = high
            self.invalidate()
            self.parentWidget().updateGeometry()

    def sizeHint(self) -> QSize:
        """One line, if there is room."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(sum(size.width() + self.spacing() for size in sizes), max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest widget has to fit, and every line at the width that it has."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        lines = max((s.height() for s in sizes), default=0)
        return QSize(max((s.width() for s in sizes), default=0), max(lines, self._high if sizes else 0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()
