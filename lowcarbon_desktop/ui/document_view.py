"""A document of the source as a page: what was read of it is tinted, the chosen cell or sentence ringed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTextBlock, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

from lowcarbon_desktop.app.source_view import Leaf, Sheet
from lowcarbon_desktop.plan import Where
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.document_html import html, shown
from lowcarbon_desktop.ui.sheet_view import READ, TINTS


class DocumentView(QTextBrowser):
    """`picked` carries the place that was clicked on."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(24)
        self._leaf: Leaf | None = None
        self._tables: list[tuple[Sheet, QTextTable]] = []
        self._paragraphs: dict[int, tuple[Where, int]] = {}  # number of the paragraph -> its place, and where it is
        self._marks: Mapping[Where, str] = {}
        self._tints: list[tuple[int, int, str]] = []  # first and last position of what is tinted, and its state
        self._ring: tuple[Where, str] | None = None

    def show_leaf(self, leaf: Leaf) -> None:
        """Show a document from its beginning."""
        self._leaf, self._marks, self._ring = leaf, {}, None
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def mark(self, marks: Mapping[Where, str]) -> None:
        """Tint these places by the state of what was read there."""
        self._marks = marks
        self._tints = [(*span, state) for where, state in marks.items() if (span := self._span(where)) is not None]
        self.viewport().update()

    def ring(self, where: Where | None, quote: str = "") -> None:
        """Ring a place, or the quoted words in it, and bring it into view."""
        self._ring = (where, quote) if where is not None else None
        self._bring()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tints under the text, the ring above it."""
        painter = QPainter(self.viewport())
        shown = QRectF(self.viewport().rect())
        for first, last, state in self._tints:
            rect = self._rect(first, last)
            if rect.intersects(shown):
                name, strength = TINTS.get(state, READ)
                painter.fillRect(rect, theme.tint(name, self.palette(), strength))
        painter.end()
        super().paintEvent(event)
        if self._ring is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.ink("accent", self.palette()), 2.5))
            for rect in self._ringed():
                painter.drawRoundedRect(rect, 3, 3)
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which place was clicked on."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            where = self._at(self.cursorForPosition(event.position().toPoint()))
            if where is not None:
                self.picked.emit(where)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lines in the colour of another look."""
        if event.type() == QEvent.Type.PaletteChange and self._leaf is not None:
            self._lay_out()
        super().changeEvent(event)

    def _bring(self) -> None:
        """Bring what is ringed into view, with what stands around it, where it is not to be seen."""
        rect = next(self._ringed(), None) if self._ring is not None else None
        if rect is not None and not 0 <= rect.top() <= self.viewport().height() - max(rect.height(), 40):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(rect.top()) - self.viewport().height() // 3)

    def _lay_out(self) -> None:
        blocks = shown(self._leaf.blocks)
        self.setHtml(html(blocks, self.palette().color(self.palette().ColorRole.Dark).name()))
        self._tables, self._paragraphs = [], {}
        sheets = iter([each for each in blocks if isinstance(each, Sheet)])
        paragraphs = iter([each for each in blocks if not isinstance(each, Sheet)])
        for part in _parts(self):
            if isinstance(part, QTextTable):
                self._tables.append((next(sheets), part))
            elif part.text().strip():
                where = next(paragraphs).where
                self._paragraphs[where.paragraph or 0] = (where, part.position())
        self.mark(self._marks)

    def _span(self, where: Where) -> tuple[int, int] | None:
        """First and last position of a cell or a paragraph; None for what is not on this page."""
        for sheet, table in self._tables:
            spot = sheet.position(where)
            if spot is not None and spot[0] < table.rows() and spot[1] < table.columns():
                cell = table.cellAt(*spot)
                return cell.firstPosition(), cell.lastPosition()
        found = self._paragraphs.get(where.paragraph) if where.paragraph is not None else None
        return (found[1], found[1]) if found is not None else None

    def _cursor(self, where: Where, quote: str) -> QTextCursor | None:
        """The quoted words, where they stand once in the paragraph; else the beginning of the place."""
        span = self._span(where)
        if span is None:
            return None
        cursor = QTextCursor(self.document().findBlock(span[0]))
        text, quote = cursor.block().text(), quote.strip()
        if quote and text.count(quote) == 1 and where.paragraph is not None:
            at = cursor.block().position() + text.find(quote)
            cursor.setPosition(at)
            cursor.setPosition(at + len(quote), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _rect(self, first: int, last: int) -> QRectF:
        """The blocks of a span in the coordinates of the viewport."""
        layout, document = self.document().documentLayout(), self.document()
        rect = layout.blockBoundingRect(document.findBlock(first)).united(
            layout.blockBoundingRect(document.findBlock(last)))
        return rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value()).adjusted(
            -3, -3, 3, 3)

    def _ringed(self) -> Iterator[QRectF]:
        """The lines of the quoted words, else the whole place."""
        where, quote = self._ring
        cursor = self._cursor(where, quote)
        if cursor is None:
            return
        if not cursor.hasSelection():
            yield self._rect(*self._span(where))
            return
        block = cursor.block()
        top = self.document().documentLayout().blockBoundingRect(block).translated(
            -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()).topLeft()
        start, end = cursor.selectionStart() - block.position(), cursor.selectionEnd() - block.position()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
                yield QRectF(top.x() + left, top.y() + line.y(), right - left, line.height()).adjusted(-2, -1, 2, 1)

    def _at(self, cursor: QTextCursor) -> Where | None:
        table = cursor.currentTable()
        if table is not None:
            sheet = next((sheet for sheet, each in self._tables if each == table), None)
            cell = table.cellAt(cursor)
            return sheet.where(cell.row(), cell.column()) if sheet is not None else None
        position = cursor.block().position()
        return next((where for where, at in self._paragraphs.values() if at == position), None)


def _parts(view: QTextBrowser) -> Iterator[QTextTable | QTextBlock]:
    """The tables and blocks of the page in order."""
    step = view.document().rootFrame().begin()
    while not step.atEnd():
        frame = step.currentFrame()
        yield frame if isinstance(frame, QTextTable) else step.currentBlock()
        step += 1
