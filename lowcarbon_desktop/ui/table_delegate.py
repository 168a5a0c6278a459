"""Draws the marks of a cell: role of the row, doubt, correction, outcome, and the light of a selected finding."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lowcarbon_desktop.plan import Cell
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.cells import nothing_else
from lowcarbon_desktop.ui.table_model import TableModel

_MARK = 16


class TableDelegate(QStyledItemDelegate):
    """A cell looks like its role; marks stand at its edges, so that the text stays as printed."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Font, ground and alignment by the role of the row.

        Qt's own would ask the model for seven roles of every cell, of which it has but the text.
        """
        model: TableModel = index.model()
        row, cell, sight, palette = model.row(index), _cell(index), model.sight, option.palette
        option.index, option.text = index, model.data(index).replace("\n", "\u2028")  # what Qt takes for a line's end
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignHCenter if index.column() and row.role == "header" else Qt.AlignmentFlag.AlignLeft)
        if row.role in ("title", "header", "section"):
            option.font.setBold(True)
            option.backgroundBrush = palette.brush(QPalette.ColorRole.Midlight)
        if cell is None or row.role in ("note", "about"):
            option.palette.setColor(QPalette.ColorRole.Text, theme.ink("muted", palette))
        if row.role == "unrecognised":
            option.backgroundBrush = theme.tint("cannot_tell", palette, 0.07)
            if cell is None:
                option.palette.setColor(QPalette.ColorRole.Text, theme.ink("cannot_tell", palette))
        if cell is None:
            return
        if sight.doubts(cell):
            option.backgroundBrush = theme.tint("cannot_tell", palette, 0.2)
        elif sight.correction(cell) is not None:
            option.backgroundBrush = theme.tint("accent", palette, 0.14)
        if model.lit(index):
            option.font.setBold(True)
            option.backgroundBrush = theme.tint(sight.outcome(cell) or "accent", palette, 0.2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """The cell, then its marks above it."""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        cell, sight, lit = _cell(index), index.model().sight, index.model().lit(index)
        if cell is None:
            return
        palette, rect = option.palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = rect.right() - 4
        outcome = sight.outcome(cell)
        for name in ("doubt" if sight.doubts(cell) else None, outcome):
            if name is not None:
                colour = "cannot_tell" if name == "doubt" else None
                spot = QRect(right - _MARK, rect.center().y() - _MARK // 2 + 1, _MARK, _MARK)
                theme.icon(name, palette, colour).paint(painter, spot)
                right -= _MARK + 3
        if sight.correction(cell) is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink("accent", palette))
            corner = QPointF(rect.topLeft())
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(9, 0), corner + QPointF(0, 9)]))
        if lit:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink(outcome or "accent", palette), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.ink("accent", palette), 1.5))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the text and for the marks beside it."""
        size = super().sizeHint(option, index)
        cell = _cell(index)
        if cell is None:
            return size + QSize(6, 10)
        marks = 2 * (_MARK + 3) if cell.readings else 0
        wide = 0 if nothing_else(index.model().row(index)) and index.column() == 1 else size.width() + marks + 10
        return QSize(wide, size.height() + 10)


def _cell(index: QModelIndex | QPersistentModelIndex) -> Cell | None:
    found = index.model().cell(index)
    return found[1] if found is not None else None
