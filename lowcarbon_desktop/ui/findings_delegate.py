"""Draws a finding: its outcome as icon and word, its criterion, and below it the message; each on two lines at most."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk

_PAD, _ICON, _LINES = 7, 18, 2
_LINE = "\u2028"  # what Qt takes for the end of a line


class FindingsDelegate(QStyledItemDelegate):
    """The height of a row follows the width of the message's column; its text never runs over more than two lines."""

    def __init__(self, desk: Desk, parent: object) -> None:
        super().__init__(parent)
        self._desk = desk

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Sections are bold; an outcome's word has its colour.

        Qt's own would ask the model for seven roles of every cell, of which it has but the text.
        """
        item = index.model().item(index)
        option.index, option.text = index, (index.data() or "").replace("\n", _LINE)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        if item is None:
            option.font.setBold(True)
            option.state |= QStyle.StateFlag.State_Enabled  # a heading cannot be selected, and is not faint for that
            return
        outcome = item.finding.outcome
        if index.column() == 0:
            option.icon = theme.icon(outcome, option.palette)
            option.decorationSize = QSize(_ICON, _ICON)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
            if item.verdict in (None, outcome):
                _ink(option, theme.ink(outcome, option.palette))
        elif index.column() == 3:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if item.finding.worst.margin is not None:
                _ink(option, theme.ink("fail" if item.finding.worst.margin < 0 else "muted", option.palette))
        elif index.column() == 2 and item.finding.severity != "must":
            _ink(option, theme.ink("muted", option.palette))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """All but the criterion's column is drawn as Qt draws it."""
        item = index.model().item(index)
        if item is None or index.column() != 1:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        rect = option.rect.adjusted(4, _PAD, -6, -_PAD)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        noted = _ICON if item.noted else 0
        used = _wrapped(painter, title, option.font, rect.adjusted(0, 0, -noted, 0))
        if noted:
            spot = QRect(rect.right() - 15, rect.top() + 1, 16, 16)
            theme.icon("person", option.palette, "accent").paint(painter, spot)
        painter.setPen(theme.ink("muted", option.palette))
        _wrapped(painter, self._desk.say(item.finding.message), option.font, rect.adjusted(0, used + 2, 0, 0))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As many lines as title and message need at the present width, two each at most."""
        column = index.column()
        if column > 1 or (column == 0 and index.parent().isValid()):
            return QSize(60, 0)  # the columns have widths of their own, and the message decides the height
        item = index.model().item(index)
        if item is None:
            return QSize(120, option.fontMetrics.height() + 12)
        width, metrics = max(80, option.widget.columnWidth(1) - 10), option.fontMetrics
        count = _count(index.data(), metrics, width - (_ICON if item.noted else 0))
        count += _count(self._desk.say(item.finding.message), metrics, width)
        return QSize(120, count * metrics.height() + 2 * _PAD + 2)


def _ink(option: QStyleOptionViewItem, colour: object) -> None:
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
        option.palette.setColor(role, colour)


def _lines(text: str, font: QFont, width: int) -> tuple[QTextLayout, list[object]]:
    layout = QTextLayout(text, font)
    how = QTextOption()
    how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(how)
    layout.beginLayout()
    lines = []
    while len(lines) <= _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return layout, lines


def _count(text: str, metrics: QFontMetrics, width: int) -> int:
    """How many lines to keep free: asked of every row, seen or not, so that only a text in doubt is measured."""
    sign = metrics.horizontalAdvance("国")
    if len(text) * sign * 1.5 < width:
        return 1
    if sum(each >= "一" for each in text) * sign > width:
        return _LINES
    return 1 if metrics.horizontalAdvance(text) < width else _LINES


def _wrapped(painter: QPainter, text: str, font: QFont, rect: QRect) -> int:
    """Draw the text from the top of the field, two lines at most; the height that it took."""
    layout, lines = _lines(text, font, rect.width())
    metrics = QFontMetrics(font)
    for number, line in enumerate(lines[:_LINES]):
        top = rect.top() + number * metrics.height()
        if number == _LINES - 1 and len(lines) > _LINES:
            rest = metrics.elidedText(text[line.textStart():], Qt.TextElideMode.ElideRight, rect.width())
            room = QRect(rect.left(), top, rect.width(), metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, rest)
        else:
            line.draw(painter, QPointF(rect.left(), top - line.y()))
    del layout  # it owns the lines, so it has to live until they are drawn
    return min(_LINES, len(lines)) * metrics.height()
