"""The history of a review: who changed what, when, from what to what and why; and the steps that can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app import history_said, history_written
from lowcarbon_desktop.errors import LowCarbonError, message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.roomy import fit
from lowcarbon_desktop.ui.writing import folder_for, written

_WIDTHS = (60, 170, 80, 210, 180, 180)


class HistoryDialog(QDialog):
    """Everything that was ever changed, and beside it the steps since the file was opened, to jump between."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, desk.current
        self.setWindowTitle(self.tr("History of the review"))
        self.tabs, self.table, self.steps = QTabWidget(self), QTableWidget(self), QListWidget(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.table, self.tr("Who changed what"))
        self.tabs.addTab(self.steps, self.tr("Since the opening"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(self.tr("Who changed what"))
        self.steps.setAccessibleName(self.tr("Changes since the opening; Return goes to one"))
        self.steps.itemActivated.connect(self._jump)
        self.steps.itemClicked.connect(self._jump)
        self.verify, self.export = QPushButton(self.tr("&Verify"), self), QPushButton(self.tr("&Export…"), self)
        self.verify.clicked.connect(self._verify)
        self.export.clicked.connect(lambda: self._export())
        buttons = QDialogButtonBox(self)
        for button in (self.verify, self.export):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.tabs, 1)
        box.addWidget(self.told)
        box.addWidget(buttons)
        fit(self, 1080, 600)
        self._fill()

    def _rows(self, *, folded: bool) -> tuple[history_said.Told, ...]:
        try:
            entries = self._session.entries if self._session.review_path is not None else ()
        except LowCarbonError as error:
            self.told.setText(self._desk.say(error.message))
            return ()
        return history_said.told(entries, self._session.assessment.rubric, self._desk.settings.lang, folded=folded)

    def _fill(self) -> None:
        rows = self._rows(folded=True)
        heads = [self.tr("No."), self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("From"), self.tr("To"),
                 self.tr("Why")]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(rows))
        for position, row in enumerate(rows):
            number = str(row.number) if row.number == row.last else f"{row.number}–{row.last}"
            cells = (number, history_written.local(row.at), row.by, row.what, row.before, row.after, row.why)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(position, column, item)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.resizeRowsToContents()
        self.table.scrollToBottom()
        if not rows and not self.told.text():
            self.told.setText(self.tr("Nothing has been changed yet."))
        self._fill_steps()

    def _fill_steps(self) -> None:
        """The opening, then every change; what is undone is faint."""
        steps, done = self._session.steps
        self.steps.clear()
        faint = QBrush(theme.ink("muted", self.palette()))
        for number, words in enumerate((self.tr("As it was opened"), *map(self._desk.say, steps))):
            undone = number > done
            item = QListWidgetItem(self.tr("{change} (undone)").format(change=words) if undone else words, self.steps)
            item.setData(Qt.ItemDataRole.UserRole, number)
            if undone:
                item.setForeground(faint)
            if number == done:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
        self.steps.setCurrentRow(done)
        self.steps.setEnabled(self._session.closed is None)

    def _jump(self, item: QListWidgetItem) -> None:
        count = item.data(Qt.ItemDataRole.UserRole)
        if count != self._session.steps[1] and self._desk.do(lambda session: session.jump(count), self._session):
            self._fill()

    def _verify(self) -> None:
        try:
            found = self._session.verified()
        except LowCarbonError as error:
            self.told.setText(self._desk.say(error.message))
            return
        told = ([message("verdict-tampered"), *found.faults] if found.faults
                else [message("verdict-whole", count=found.count, head=found.head)])
        self.told.setText("\n".join(self._desk.say(each) for each in (*told, *found.remarks)))

    def _export(self, path: Path | None = None) -> None:
        """Every single change, as a table for a spreadsheet or as a text, by the ending."""
        if path is None:
            plan = self._session.path
            proposed = folder_for(plan) / (plan.stem + "-" + self.tr("history") + ".csv")
            kinds = "CSV (*.csv);;" + self.tr("Text") + " (*.txt)"
            chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Export the history"), str(proposed), kinds)
            if not chosen:
                return
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(".txt" if "txt" in kind else ".csv")
        try:
            history_written.export(self._rows(folded=False), path, self._desk.settings.lang)
        except LowCarbonError as error:
            self.told.setText(self._desk.say(error.message))
        else:
            self.told.setText(written(path))
