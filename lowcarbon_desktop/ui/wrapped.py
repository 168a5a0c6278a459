"""Columns of a list whose texts take as many lines as they need in the width that the column has."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_AIR = 6


class Wrapped(QStyledItemDelegate):
    """Set for some columns of a list; rows are laid out anew when a column gets another width."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        view.setUniformRowHeights(False)
        view.setWordWrap(True)
        view.header().sectionResized.connect(view.scheduleDelayedItemsLayout)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height at the width of the column: a tree asks without saying how wide it is."""
        at = QStyleOptionViewItem(option)
        at.rect = QRect(0, 0, self._view.columnWidth(index.column()), 9999)
        at.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        return super().sizeHint(at, index) + QSize(0, _AIR)
