"""By what a plan is judged: the programme with what it is for, what tailors it, and the day as of which."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.app.yardsticks import Programme, programme, programmes
from lowcarbon_desktop.errors import FaultyData, LowCarbonError
from lowcarbon_desktop.review.yardstick import Yardstick
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk

_NAME = Qt.ItemDataRole.UserRole


class YardstickDialog(QDialog):
    """What cannot be loaded is told here, with its lines; nothing is changed before all of it can be."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now: Yardstick = desk.current.yardstick
        self.setWindowTitle(self.tr("Rubric, tailoring and date"))
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setAccessibleName(self.tr("Rubric"))
        self.other = QPushButton(self.tr("Another &rubric…"), self)
        self.other.clicked.connect(self._ask_rubric)
        self.tailoring = QLineEdit(self._now.tailoring or "", self)
        self.tailoring.setPlaceholderText(self.tr("none"))
        self.tailoring.setClearButtonEnabled(True)
        self.choose = QPushButton(self.tr("&Choose…"), self)
        self.choose.clicked.connect(self._ask_tailoring)
        self.own, self.given = QRadioButton(self), QRadioButton(self.tr("the &day"), self)
        self.date = QDateEdit(self)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setDateRange(QDate(2000, 1, 1), QDate(2100, 12, 31))
        self.fault = QLabel(self)
        self.fault.setWordWrap(True)
        self.fault.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fault.setStyleSheet(f"color: {theme.ink('fail', self.palette()).name()}")
        self.fault.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
                                        self)
        self.buttons.accepted.connect(self._use)
        self.buttons.rejected.connect(self.reject)
        self._fill()
        self._build()
        closed = desk.current.closed
        if closed is not None:  # a sealed review stays as it was judged
            self.fault.setText(desk.say(closed))
            self.fault.show()
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
        self.resize(640, 560)

    def yardstick(self) -> Yardstick:
        """What the form says."""
        day = self.date.date()
        return Yardstick(self.list.currentItem().data(_NAME), self.tailoring.text().strip() or None,
                         day.toPython() if self.given.isChecked() else None)

    def _fill(self) -> None:
        for each in programmes():
            self._add(each)
        if all(self.list.item(row).data(_NAME) != self._now.rubric for row in range(self.list.count())):
            self._add_path(self._now.rubric)
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == self._now.rubric:
                self.list.setCurrentRow(row)
        plan = self._desk.current.plan
        own = self.tr("the date of the &plan, else of the rubric")
        if self._now.as_of is None and plan.as_of is not None:
            source = self._desk.word("as-of-from", date=plan.as_of.isoformat(),
                                     source=self._desk.word(f"date-{plan.as_of_from}"))
            own = self.tr("{own}: {date}").format(own=own, date=source)
        self.own.setText(own)
        (self.own if self._now.as_of is None else self.given).setChecked(True)
        shown = self._now.as_of or plan.as_of
        if shown is not None:
            self.date.setDate(QDate(shown.year, shown.month, shown.day))
        self.date.setEnabled(self.given.isChecked())
        self.given.toggled.connect(self.date.setEnabled)

    def _add(self, each: Programme) -> None:
        count = self.tr("{count} criteria").format(count=each.count)
        item = QListWidgetItem(f"{self._desk.say(each.title)}  {each.version}  ({count}, {each.date.isoformat()})\n"
                               f"{self._desk.say(each.serves)}", self.list)
        item.setData(_NAME, each.name)

    def _add_path(self, path: str) -> None:
        try:
            self._add(programme(path))
        except LowCarbonError:
            # It was used the last time and is gone since: it stays in the list, and using it again tells why not.
            QListWidgetItem(path, self.list).setData(_NAME, path)

    def _build(self) -> None:
        words = QLabel(self.tr("Notes and verdicts stay with their criteria; what another rubric does not have is "
                               "kept and comes back with it. The change can be undone."), self)
        words.setWordWrap(True)
        form = QGridLayout()
        label = QLabel(self.tr("&Tailoring"), self)
        label.setBuddy(self.tailoring)
        form.addWidget(label, 0, 0)
        form.addWidget(self.tailoring, 0, 1)
        form.addWidget(self.choose, 0, 2)
        form.addWidget(QLabel(self.tr("Judged as of"), self), 1, 0)
        form.addWidget(self.own, 1, 1, 1, 2)
        day = QHBoxLayout()
        day.addWidget(self.given)
        day.addWidget(self.date)
        day.addStretch()
        form.addLayout(day, 2, 1, 1, 2)
        head = QHBoxLayout()
        head.addWidget(QLabel(f"<b>{self.tr('Rubric')}</b>", self))
        head.addStretch()
        head.addWidget(self.other)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.list, 1)
        box.addLayout(form)
        box.addWidget(words)
        box.addWidget(self.fault)
        box.addWidget(self.buttons)

    def _ask_rubric(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The rubric.yaml of a rubric"), "",
                                                self.tr("Rubrics (rubric.yaml)"))
        if chosen and self._told(lambda: self._add(programme(str(Path(chosen).parent)))):
            self.list.setCurrentRow(self.list.count() - 1)

    def _ask_tailoring(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("A tailoring"), str(self._desk.current.path.parent),
                                                self.tr("Tailorings (*.yaml *.yml)"))
        if chosen:
            self.tailoring.setText(chosen)

    def _use(self) -> None:
        wanted = self.yardstick()
        tailoring = None if wanted.tailoring is None else Path(wanted.tailoring)
        if self._told(lambda: programme(wanted.rubric, tailoring)) and self._desk.judge_by(wanted):
            self.accept()

    def _told(self, load: object) -> bool:
        """Whether it could be loaded; what is wrong with it is told line by line."""
        self.fault.hide()
        try:
            load()
        except LowCarbonError as error:
            faults = error.faults if isinstance(error, FaultyData) else ()
            self.fault.setText("\n".join([self._desk.say(error.message), *(
                f"{each.file}:{each.line}: {self._desk.say(each.message)}" for each in faults[:12])]))
            self.fault.show()
            return False
        return True
