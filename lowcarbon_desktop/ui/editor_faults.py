"""Everything that lint says of the rubric that is edited, and what is changed of it; a click goes to the field."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.rubric_diff import Difference, key, said
from lowcarbon_desktop.app.rubric_draft_criteria import put_head
from lowcarbon_desktop.errors import message
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.editor_bench import Bench

_PLACE = Qt.ItemDataRole.UserRole


class FaultsPanel(Attentive, QWidget):
    """`wanted` carries the criterion and the path of the field that a fault is at."""

    wanted = Signal(object, object)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.list, self.fine, self.total = QListWidget(self), QLabel(self), QPushButton(self)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        self.list.setIconSize(QSize(16, 16))
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.total.clicked.connect(self._add_up)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 6, 8, 6)
        box.addWidget(self.fine)
        box.addWidget(self.total, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.list, 1)
        bench.examined.connect(self.refresh)
        bench.opened.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """The faults found last, those that refuse first."""
        self.list.clear()
        found = sorted(self._bench.found.faults, key=lambda each: each.warning)
        for each in found:
            say = self._bench.desk.say
            about = f"{say(self._bench.named(each.criterion))}: " if each.criterion else ""
            item = QListWidgetItem(about + say(each.said), self.list)
            shade = "cannot_tell" if each.warning else "fail"
            item.setIcon(theme.icon("doubt" if each.warning else "fail", self.palette(), shade))
            item.setToolTip(f"{each.fault.file}:{each.fault.line}:{each.fault.column}")
            item.setData(_PLACE, (each.criterion, each.path))
        self.list.setVisible(bool(found))
        self.fine.setVisible(not found)
        self.total.setVisible(any(each.said.code == "rubric-points-total" for each in found)
                              and not self._bench.locked)

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.fine.setText(self.tr("Nothing is wrong."))
        self.total.setText(self.tr("Make the total the sum of the points"))
        self.list.setAccessibleName(self.tr("Faults of the rubric"))
        self.refresh()

    def recolour(self) -> None:
        """Draw anew in another look."""
        self.refresh()

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(*item.data(_PLACE))

    def _add_up(self) -> None:
        points = [each.data.get("points") for each in self._bench.draft.entries]
        total = round(sum(each for each in points if isinstance(each, int | float)), 6)
        what = message("edit-field", criterion=self._bench.named(None), key=message("form-total"),
                       field="total")
        self._bench.do(lambda draft: put_head(draft, ("total_points",), total), what)


class DifferencesTable(Attentive, QTableWidget):
    """What differs between two rubrics, a row a field."""

    wanted = Signal(object, object)

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._bench = bench
        self._shown: tuple[Difference, ...] = ()
        self.verticalHeader().hide()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate((header.ResizeMode.ResizeToContents, header.ResizeMode.ResizeToContents,
                                       header.ResizeMode.Stretch, header.ResizeMode.Stretch)):
            header.setSectionResizeMode(column, mode)
        self.itemClicked.connect(self._go)
        self.retranslate()

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Show these; a criterion that is new or gone is one row."""
        self._shown = found
        say = self._bench.desk.say
        self.setRowCount(len(found))
        for row, each in enumerate(found):
            whole = each.what in ("added", "left_out")
            field, _, lang = each.what.partition(".")
            what = message(f"rubric-diff-{each.what.replace('_', '-')}", title="") if whole else (
                key(each.what) if field == "with" else key(field))
            if lang in ("zh", "en") and field != "with":
                what = message("rubric-key-in", key=what, lang=message(f"yaml-{lang}"))
            named = say(self._bench.named(each.criterion)) if each.criterion else self.tr("the rubric itself")
            if named == each.criterion and whole:  # of another rubric
                named = say(each.before or each.after)
            for column, text in enumerate((named,
                                           say(what).rstrip(" ：:"), say(each.before), say(each.after))):
                item = QTableWidgetItem(text)
                item.setToolTip(say(said(each)))
                self.setItem(row, column, item)
        self.resizeRowsToContents()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.setHorizontalHeaderLabels([self.tr("Criterion"), self.tr("Field"), self.tr("Before"), self.tr("After")])
        self.setAccessibleName(self.tr("Differences"))
        self.show_differences(self._shown)

    def _go(self, item: QTableWidgetItem) -> None:
        each = self._shown[item.row()]
        self.wanted.emit(each.criterion, tuple(each.what.split(".")))
