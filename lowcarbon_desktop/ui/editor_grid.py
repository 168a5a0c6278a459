"""A small table that is filled in: there is always an empty row below, and an empty row is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

_VALUE = Qt.ItemDataRole.UserRole
Choices = Sequence[tuple[str, str]]


class Chooser(QStyledItemDelegate):
    """A column in which one of some values is chosen; what is shown is its name."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices = choices

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem,
                     index: QModelIndex | QPersistentModelIndex) -> QWidget:
        """A list to choose from."""
        box = QComboBox(parent)
        for value, name in self.choices:
            box.addItem(name, value)
        box.activated.connect(lambda: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What is chosen now."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(_VALUE)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel,
                     index: QModelIndex | QPersistentModelIndex) -> None:
        """The value and its name."""
        assert isinstance(editor, QComboBox)
        if editor.currentIndex() >= 0:
            model.setItemData(index, {Qt.ItemDataRole.DisplayRole: editor.currentText(), _VALUE: editor.currentData()})


class Grid(QTableWidget):
    """`filled` carries nothing: `rows` has the texts, and of a column with choices the values."""

    filled = Signal()

    def __init__(self, parent: QWidget | None = None, *, widening: bool = False) -> None:
        super().__init__(parent)
        self._widening = widening  # a column more than is filled, as there is a row more
        self._choices: dict[int, Choices] = {}
        self.verticalHeader().hide()
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setMinimumSectionSize(self.fontMetrics().horizontalAdvance("宽" * 4))
        if widening:
            self.horizontalHeader().hide()
        self.itemChanged.connect(self._changed)

    def title(self, headings: Sequence[str], stretch: Sequence[int] = (), **choices: Choices) -> None:
        """Name the columns; `choices` are c0=..., c2=... for columns in which one chooses."""
        self.blockSignals(True)
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        header = self.horizontalHeader()
        for column in range(len(headings)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column in stretch
                                        else QHeaderView.ResizeMode.Interactive)
        for name, given in choices.items():
            column = int(name[1:])
            self._choices[column] = given
            self.setItemDelegateForColumn(column, Chooser(given, self))
            for row in range(self.rowCount()):  # in another language the same values have other names
                if (item := self.item(row, column)) is not None:
                    self.setItem(row, column, self._item(column, str(item.data(_VALUE) or "")))

        self.blockSignals(False)

    @property
    def rows(self) -> list[list[str]]:
        """What is filled in, without empty rows at the end and without empty columns at the right."""
        texts = [[self._text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        while texts and not any(texts[-1]):
            texts.pop()
        if self._widening:
            width = max((place + 1 for row in texts for place, text in enumerate(row) if text), default=0)
            texts = [row[:width] for row in texts]
        return texts

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows; the same ones leave the table as it is, with the cell that is being edited."""
        rows = [list(map(str, row)) for row in rows]
        if rows == self.rows and self.rowCount() > len(rows):
            return
        self.blockSignals(True)
        if self._widening:
            self.setColumnCount(max((len(row) for row in rows), default=2) + 1)
        self.setRowCount(len(rows) + 1)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                text = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
                self.setItem(row, column, self._item(column, text))
        self.blockSignals(False)
        if self._widening:
            self.resizeColumnsToContents()
        self.resizeRowsToContents()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete empties the selected cells; a table from the clipboard is put in from the current cell on."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self._put({(each.row(), each.column()): "" for each in self.selectedIndexes()})
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Put the cells of the clipboard in."""
        from PySide6.QtGui import QGuiApplication

        at = max(0, self.currentRow()), max(0, self.currentColumn())
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()
        self._put({(row, column): text.strip() for row, line in enumerate(lines, start=at[0])
                   for column, text in enumerate(line.split("\t"), start=at[1])})

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style takes another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _put(self, cells: dict[tuple[int, int], str]) -> None:
        self.blockSignals(True)
        for (row, column), text in cells.items():
            self.setRowCount(max(self.rowCount(), row + 1))
            if self._widening:
                self.setColumnCount(max(self.columnCount(), column + 1))
            if column < self.columnCount():
                self.setItem(row, column, self._item(column, text))
        self.blockSignals(False)
        if cells:
            self._changed()

    def _item(self, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(dict(self._choices.get(column, ())).get(text, text))
        item.setData(_VALUE, text)
        return item

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        if item is None:
            return ""
        value = item.data(_VALUE) if column in self._choices else item.text()
        return str(value or "").strip()

    def _changed(self) -> None:
        if self.rowCount() == len(self.rows):
            self.setRowCount(self.rowCount() + 1)
        if self._widening and self.rows and self.columnCount() == len(self.rows[0]):
            self.setColumnCount(self.columnCount() + 1)
        self._fit()
        self.filled.emit()

    def _fit(self) -> None:
        """As high as its rows, up to eight of them."""
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), 8)))
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + header + 2 * self.frameWidth() + self.horizontalScrollBar().sizeHint().height())
