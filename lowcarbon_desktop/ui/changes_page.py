"""What changed between two drafts: what was asked and whether it is mended, indicators, facts and findings."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from lowcarbon_desktop.app.comparing import Compared
from lowcarbon_desktop.app.rounds import Since
from lowcarbon_desktop.review.compare import SAME
from lowcarbon_desktop.ui.asked_panel import AskedPanel
from lowcarbon_desktop.ui.changes_columns import CELLS, FACTS, FINDINGS
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.review_frame import ReviewFrame
from lowcarbon_desktop.ui.rows import RowsView


class ChangesPage(ReviewFrame):
    """Two rounds of one review, or any two drafts; only what is not the same is shown until one asks for all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._since: Since | None = None
        self._compared: Compared | None = None
        self._names = ("", "")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.asked = AskedPanel(desk, self)
        self.tables = tuple(RowsView() for _ in range(3))
        self.nothing = tuple(QLabel() for _ in self.tables)
        self.all = QCheckBox(self)
        self.all.toggled.connect(self._show)
        self.head.addWidget(self.all)
        for table, words in zip(self.tables, self.nothing, strict=True):
            side, box = QWidget(), QVBoxLayout()
            box.setContentsMargins(0, 0, 0, 0)
            words.setContentsMargins(14, 12, 14, 12)
            box.addWidget(words)
            box.addWidget(table, 1)
            side.setLayout(box)
            self.tabs.addTab(side, "")
        self.box.addWidget(self.tabs, 1)
        self.retranslate()

    def show_since(self, since: Since) -> None:
        """What changed since the round before, with what was asked then."""
        self._since, self._compared = since, since.compared
        if self.tabs.indexOf(self.asked) < 0:
            self.tabs.insertTab(0, self.asked, "")
        self.tabs.setCurrentWidget(self.asked)
        self._show()

    def show_compared(self, compared: Compared, old: str, new: str) -> None:
        """What is not the same in two drafts, called by these names."""
        self._since, self._compared, self._names = None, compared, (old, new)
        if self.tabs.indexOf(self.asked) >= 0:
            self.tabs.removeTab(self.tabs.indexOf(self.asked))
        self._show()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        super().retranslate()
        self.all.setText(self.tr("Also show what is &the same"))
        self._show()

    def _show(self) -> None:
        self._tell()
        if self._since is not None:
            self.asked.show_asked(self._since)
            self.tabs.setTabText(self.tabs.indexOf(self.asked),
                                 self.tr("What was asked ({count})").format(count=len(self._since.asked)))
        if self._compared is None:
            return
        found = self._compared.found
        titles = (self.tr("Indicators ({count})"), self.tr("Facts ({count})"), self.tr("Findings ({count})"))
        made = (CELLS, FACTS, FINDINGS)
        for table, words, title, columns, rows in zip(self.tables, self.nothing, titles, made,
                                                      (found.cells, found.facts, found.findings), strict=True):
            differ = [each for each in rows if each.change != SAME]
            shown = rows if self.all.isChecked() else differ
            table.setVisible(bool(shown))
            words.setVisible(not shown)
            words.setText(self.tr("Nothing has changed here."))
            table.setAccessibleName(title.format(count=len(differ)))
            table.show_rows(columns(self.desk, self._compared), shown)
            self.tabs.setTabText(self.tabs.indexOf(table.parentWidget()), title.format(count=len(differ)))

    def _tell(self) -> None:
        if self._since is not None and self._since.before is not None:
            before = self._since.before
            title = self.tr("What changed: round {old} to round {new}").format(old=before.round, new=before.round + 1)
            files = [", ".join(each.name for each in one.plan.files) for one in (before.assessment,
                                                                                 self._since.assessment)]
            words = self.tr("{old} → {new}").format(old=files[0], new=files[1])
        else:
            title = self.tr("Two drafts compared")
            words = self.tr("{old} → {new}").format(old=self._names[0], new=self._names[1])
            if self._compared is not None and self._compared.warning is not None:
                words += f"\n{self.desk.say(self._compared.warning)}"
        self.title.setText(title)
        self.words.setText(words)
