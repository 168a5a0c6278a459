"""An empty table that the reviewer fills by hand, for a plan that comes on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

_ROWS = 12


class TypedTable(QDialog):
    """`rows` is what was typed: a title with the place, the headings, and every row that says anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Type a table in"))
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(self.tr("Whose plan is it? e.g. 厦门"))
        label = QLabel(self.tr("&Place"), self)
        label.setBuddy(self.place)
        self.table = QTableWidget(_ROWS, 4, self)
        # The headings are the file's own, in the language of the plans that the reader knows.
        self.table.setHorizontalHeaderLabels(["指标", "单位", "2015年", "2020年"])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("The table"))
        self.row, self.column = QPushButton(self.tr("Add a &row"), self), QPushButton(self.tr("Add a &year…"), self)
        self.row.clicked.connect(lambda: self.table.insertRow(self.table.rowCount()))
        self.column.clicked.connect(self._ask_year)
        self.table.currentCellChanged.connect(self._grow)
        QShortcut(QKeySequence.StandardKey.Paste, self.table, self.paste)
        QShortcut(QKeySequence.StandardKey.Delete, self.table, self._clear)
        self.hint = QLabel(self.tr(
            "A cut needs its base year in its name, for example 单位GDP二氧化碳排放比2010年下降率."), self)
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.place, 1)
        more = QHBoxLayout()
        more.addWidget(self.row)
        more.addWidget(self.column)
        more.addStretch()
        box = QVBoxLayout(self)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addWidget(self.hint)
        box.addLayout(more)
        box.addWidget(self.buttons)
        self.resize(720, 560)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """As a csv holds it; nothing where nothing was typed."""
        width = self.table.columnCount()
        typed = [tuple(self._text(row, column) for column in range(width)) for row in range(self.table.rowCount())]
        typed = [row for row in typed if any(row)]
        place = self.place.text().strip()
        if not typed:
            return ()
        headings = tuple(self.table.horizontalHeaderItem(column).text() for column in range(width))
        about = (("地区", place, *[""] * (width - 2)),) if place else ()
        return (*about, headings, *typed)

    def paste(self) -> None:
        """Put the cells of the clipboard in from the current one on."""
        from PySide6.QtGui import QGuiApplication

        at, left = (max(0, self.table.currentRow()), max(0, self.table.currentColumn())), 0
        for row, line in enumerate(QGuiApplication.clipboard().text().rstrip("\r\n").splitlines(), start=at[0]):
            for column, text in enumerate(line.split("\t"), start=at[1]):
                if row >= self.table.rowCount():
                    self.table.insertRow(row)
                if column < self.table.columnCount():
                    self.table.setItem(row, column, QTableWidgetItem(text.strip()))
                elif text.strip():
                    left = max(left, column + 1 - self.table.columnCount())
        if left:
            self.hint.setText(self.tr(
                "Columns on the clipboard for which there is no room here: {count}. "
                "They were not pasted; add the years first, then paste again.").format(count=left))

    def reject(self) -> None:
        """Closing throws nothing away unasked."""
        if not self.rows or QMessageBox.question(self, self.windowTitle(), self.tr(
                "What you have typed is not kept yet. Throw it away?")) == QMessageBox.StandardButton.Yes:
            super().reject()

    def _clear(self) -> None:
        for item in self.table.selectedItems():
            item.setText("")

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _grow(self, row: int) -> None:
        """There is always a row below the one that is being filled."""
        if row == self.table.rowCount() - 1:
            self.table.insertRow(self.table.rowCount())

    def _ask_year(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        year, given = QInputDialog.getInt(self, self.windowTitle(), self.tr("Year"), 2025, 1990, 2100)
        if given:
            self.table.setColumnCount(self.table.columnCount() + 1)
            self.table.setHorizontalHeaderItem(self.table.columnCount() - 1, QTableWidgetItem(f"{year}年"))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
