"""The window: its parts, put together, with what it hears: files dropped, another language or look, its closing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QToolBar, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.commands import TOOLBAR
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.language import Language
from lowcarbon_desktop.ui.later_parts import LaterParts
from lowcarbon_desktop.ui.menus import Commands
from lowcarbon_desktop.ui.pages import Pages
from lowcarbon_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.review_page import ReviewPage
    from lowcarbon_desktop.ui.start_page import StartPage

_PATIENCE = 400
"""Milliseconds that the start page waits for the plan that is to stand in its place, before it offers others."""


class Window(LaterParts):
    """Before the first paint it holds the start page alone, or where a file is to be opened (not `start`) nothing."""

    def __init__(self, settings: Settings, language: Language, *, start: bool = True) -> None:
        super().__init__()
        self._language = language
        self.desk = Desk(settings, self)
        self.pages = Pages(self, start=start)
        self._begun = False
        middle = QWidget(self)
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.commands = Commands(self)
        self.bar = QToolBar(self)
        self.bar.setMovable(False)
        self.bar.setIconSize(QSize(20, 20))
        for id in TOOLBAR:
            self.bar.addAction(self.commands.actions[id]) if id else self.bar.addSeparator()
        self.addToolBar(self.bar)
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        if (geometry := settings.layout("window")) is not None:
            self.restoreGeometry(geometry)
        self._entitle()

    @property
    def start(self) -> StartPage:
        """The page that is shown while no plan is open."""
        return self.pages.start

    @property
    def page(self) -> ReviewPage:
        """The page of the open plan."""
        return self.pages.plan

    def begin(self, paths: Iterable[Path] = ()) -> None:
        """What can wait until after the first paint: messages, icons, examples, the plans of the command line."""
        from PySide6.QtCore import QTimer

        from lowcarbon_desktop.ui import theme
        from lowcarbon_desktop.ui.message_bar import MessageBar
        from lowcarbon_desktop.ui.opening import Opening
        from lowcarbon_desktop.ui.own_tables import OwnTables
        from lowcarbon_desktop.ui.printing import Printing
        from lowcarbon_desktop.ui.progress_strip import ProgressStrip
        from lowcarbon_desktop.ui.remarks import Remarks
        from lowcarbon_desktop.ui.tasks import Tasks

        self.tasks = Tasks(self)
        self.opening = Opening(self.desk, self.tasks)
        self.sources = OwnTables(self.desk, self.opening, self)
        self.printing = Printing(self.desk, self.tasks, self)
        self.messages = MessageBar(self)
        self.progress = ProgressStrip(self.tasks, self.cancel, self)
        self.remarks = Remarks(self.desk, self.messages, lambda path: self.reviewing.rescue(path))
        for place, strip in enumerate((self.messages, self.progress)):
            self.centralWidget().layout().insertWidget(place, strip)
        self._connect()
        self._begun = True
        paths = tuple(paths)
        self.open(paths)
        from PySide6.QtCore import Qt  # all of its enums are made with it, which the first paint does without

        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWindowIcon(theme.application_icon())
        self.commands.equip()
        theme.load_bold()
        if paths:
            self.pages.setUpdatesEnabled(False)  # what is on the start page would only flash by
            QTimer.singleShot(_PATIENCE, self, self._furnish)
        else:
            self._furnish()

    def open(self, paths: Iterable[Path]) -> None:
        """Open plans: each path is an application of its own."""
        for done_with in ("error", "cancelled"):
            self.messages.clear(done_with)
        self.opening.open(paths)

    def cancel(self) -> None:
        """Stop everything that runs in the background."""
        self.opening.cancel()
        self.tasks.cancel()

    def close_plan(self) -> None:
        """Put the shown plan away."""
        self.page.keep()
        self.desk.close(self.desk.current)

    def show_plan(self) -> None:
        """Back to the open plan, or to the start."""
        self.pages.show_plan()

    def speak(self, lang: str) -> None:
        """Change the language, of the core's words as of the widgets'."""
        self.desk.settings.lang = lang
        self._language.switch(lang)

    def dress(self, look: str) -> None:
        """Change the look."""
        from lowcarbon_desktop.ui import theme
        self.desk.settings.look = look
        theme.apply(look)
        self.commands.refresh()

    def view_as_applicant(self) -> None:
        """Show plans as their applicants see them, or as reviewers do again."""
        self.desk.settings.applicant = not self.desk.settings.applicant
        if self.pages.made is not None:
            self.page.view()
        self.commands.refresh()

    def about(self) -> None:
        """Say what this is."""
        from lowcarbon_desktop.ui.about import tell_about
        tell_about(self)

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            self._entitle()
        elif event.type() == QEvent.Type.PaletteChange and self._begun:
            self.commands.draw()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.open(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else wants it, puts the message away that is shown."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self._begun and self.messages.isVisible():
            self.messages.put_away()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, stop what runs, remember how the window looked."""
        self.pages.keep()
        if "editors" in self.__dict__:
            self.editors.page.put_down()
        if self._begun:
            self.cancel()
            self.tasks.finish()
            self.desk.settle()
        for session in self.desk.sessions:
            session.close()
        self.desk.settings.keep_layout("window", self.saveGeometry())
        super().closeEvent(event)

    def follow(self, start: StartPage) -> None:
        """Do what is asked for on the start page."""
        start.wanted.connect(lambda path: self.open((path,)))
        start.open_files.connect(lambda: self.asking.files())
        start.open_folder.connect(lambda: self.asking.folder())
        start.paste.connect(lambda: self.sources.paste())
        start.type_in.connect(lambda: self.sources.type_in())

    def _connect(self) -> None:
        for change in (self.desk.listed, self.desk.judged):
            change.connect(self.commands.refresh)
        self.desk.judged.connect(self.remarks.tell)
        self.desk.switched.connect(self._switched)
        self.desk.said.connect(self.messages.tell)
        self.opening.failed.connect(lambda path, error: self.unopened.add(path, error))
        self.printing.ready.connect(self.pages.show_preview)

    def _furnish(self) -> None:
        """Put on the start page what it has to offer, once, unless a plan stands in its place."""
        if self.desk.current is None and not self.start.furnished:
            self.pages.show_plan()
            self.pages.setUpdatesEnabled(True)
            from lowcarbon_desktop.ui.examples import shipped

            self.start.show_logo()
            self.start.show_examples(shipped())

    def _switched(self) -> None:
        self._furnish()
        self.remarks.tell()  # first, since they take room from the page
        self.pages.switch()
        self.commands.refresh()
        self._entitle()

    def _entitle(self) -> None:
        name = self.tr("LowCarbon Desktop")
        session = self.desk.current
        self.setWindowTitle(f"{session.path.name} — {name}" if session is not None else name)
