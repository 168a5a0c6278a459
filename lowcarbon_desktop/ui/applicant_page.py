"""The applicant's view: what is left to mend, ticked off by itself as the draft is saved, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from lowcarbon_desktop.errors import LowCarbonError, Message
from lowcarbon_desktop.ui.applicant_model import ApplicantModel
from lowcarbon_desktop.ui.attentive import Attentive
from lowcarbon_desktop.ui.cells import Sight
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.draft_watch import DraftWatch
from lowcarbon_desktop.ui.markup import escape
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.plain_list import PlainList
from lowcarbon_desktop.ui.wrapped import Wrapped
from lowcarbon_desktop.ui.writing import asked, folder_for, tell_written

if TYPE_CHECKING:
    from lowcarbon_desktop.app.applicant import ListSaid


class ApplicantPage(Attentive, QWidget):
    """Choosing a line shows the passage or cell behind it in the draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._watch: DraftWatch | None = None
        self._said: ListSaid | None = None
        self.lead, self.state, self.more = QLabel(self), QLabel(self), QLabel(self)
        for label in (self.lead, self.more):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more.setTextFormat(Qt.TextFormat.RichText)
        self.model = ApplicantModel(desk, self)
        self.list = PlainList(self.model, self)
        wrapped = Wrapped(self.list)
        for column in range(2):
            self.list.setItemDelegateForColumn(column, wrapped)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column, mode in enumerate((QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Stretch,
                                       QHeaderView.ResizeMode.ResizeToContents,
                                       QHeaderView.ResizeMode.ResizeToContents)):
            header.setSectionResizeMode(column, mode)
        self.follow = QCheckBox(self)
        self.copy, self.save, self.anew = QPushButton(self), QPushButton(self), QPushButton(self)
        self._build()
        self.retranslate()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Where F6 goes."""
        return (self.list, self.follow)

    def refresh(self, sight: Sight | None) -> None:
        """Show the list of a plan; the chosen line stays chosen."""
        session = self._desk.current if sight is not None else None
        self._follow()
        if session is None:
            self._said = None
            self.model.show(())
            return
        from lowcarbon_desktop.app import applicant

        self._said = applicant.said(sight.assessment, self._desk.settings.lang, sight.review.begun, sight.review.ticks)
        row = self.list.currentIndex().row()
        chosen = self.model.rows[row].criterion if 0 <= row < len(self.model.rows) else None
        self.model.show(self._said.rows)
        self.lead.setText("<b>" + "</b><br>".join(map(escape, self._said.lead)) if len(self._said.lead) > 1
                          else f"<b>{escape(self._said.lead[0])}</b>")
        place = next((at for at, each in enumerate(self._said.rows) if each.criterion == chosen), 0)
        self.list.setCurrentIndex(self.model.index(place, 0))
        self._look()

    def keep(self) -> None:
        """Nothing is being typed here."""

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        self.follow.setText(self.tr("Check again &whenever the draft is saved"))
        self.copy.setText(self.tr("&Copy the list"))
        self.save.setText(self.tr("Save the list as &PDF…"))
        self.anew.setText(self.tr("Begin a&new"))
        self.anew.setToolTip(self.tr("What is mended goes from the list, and what becomes worse is held against the "
                                     "draft as it is now"))
        self.list.setAccessibleName(self.tr("What is left to mend"))

    def copy_list(self) -> None:
        """Put the whole list on the clipboard, to be mailed."""
        from lowcarbon_desktop.app.applicant import as_text

        QGuiApplication.clipboard().setText(as_text(self._said))
        self._desk.tell(Notice("info", lambda: self.tr("The list is on the clipboard.")))

    def save_list(self, path: Path | None = None) -> None:
        """Write the list as a PDF where the user says."""
        from lowcarbon_desktop.app.applicant import print_list

        if path is None:
            plan = self._desk.current.path
            path = asked(self, self.tr("Save the list"), folder_for(plan) / f"{plan.stem}-{self.tr('list')}.pdf",
                         "PDF (*.pdf)")
            if path is None:
                return
        try:
            print_list(self._said, path)
        except LowCarbonError as error:
            self._desk.fail(error)
        else:
            tell_written(self._desk, path)

    def _build(self) -> None:
        self.follow.setChecked(self._desk.settings.watch)
        self.follow.toggled.connect(self._toggled)
        self.copy.clicked.connect(self.copy_list)
        self.save.clicked.connect(lambda: self.save_list())
        self.anew.clicked.connect(self._desk.begin_list)
        self.model.ticked.connect(lambda criterion, done: self._desk.tick(criterion, done=done))
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.clicked.connect(self._show_place)
        self.list.activated.connect(self._show_place)
        self.more.linkActivated.connect(lambda _: self._show_place())
        buttons = QHBoxLayout()
        for widget in (self.follow, self.state):
            buttons.addWidget(widget)
        buttons.addStretch()
        for widget in (self.copy, self.save, self.anew):
            buttons.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        box.addWidget(self.lead)
        box.addLayout(buttons)
        box.addWidget(self.list, 1)
        box.addWidget(self.more)

    def _toggled(self, follow: bool) -> None:
        self._desk.settings.watch = follow
        self._follow()

    def _follow(self) -> None:
        """Watch only while this view is the user's."""
        session = self._desk.current
        can = session is not None and session.can_be_read_again
        self.follow.setEnabled(can)
        wanted = session if can and self.follow.isChecked() and self._desk.settings.applicant else None
        if self._watch is None and wanted is not None:
            self._watch = DraftWatch(self._desk, self.window().tasks, self)
            self._watch.read_again.connect(lambda: self._say_when(self.tr("checked again at {time}")))
            self._watch.waiting.connect(self._wait)
        if self._watch is not None:
            if wanted is None:
                self.state.clear()
            self._watch.follow(wanted)

    def _say_when(self, words: str) -> None:
        self.state.setText(words.format(time=QTime.currentTime().toString("HH:mm:ss")))

    def _wait(self, why: Message) -> None:
        self._say_when(self.tr("{time}: cannot be read at the moment; waiting for the next save"))
        self.state.setToolTip(self._desk.say(why))

    def _look(self) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self.model.rows):
            self.more.clear()
            return
        each, word = self.model.rows[row], self._desk.word
        parts = [f"<b>{escape(each.number)} {escape(each.title)}</b> <small>{escape(each.criterion)}</small>"]
        if each.worse:
            parts.append(escape(word("todo-became-worse")))
        parts += [escape(word(code, text=text)) for code, text in (("todo-found", each.found),
                                                                   ("todo-action", each.action)) if text]
        if each.at is not None:
            parts.append(f'<a href="#">{escape(word("todo-place", text=each.place))}</a>')
        self.more.setText("<br>".join(parts))
        QTimer.singleShot(0, self, self._show_place)  # after the source beside it has been laid out

    def _show_place(self) -> None:
        if not (self.isVisible() and self._desk.settings.applicant):
            return
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.rows) and self.model.rows[row].at is not None:
            self._desk.pointed.emit(self.model.rows[row].at)
