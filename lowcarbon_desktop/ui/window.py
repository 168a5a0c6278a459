"""The window: a page to start from, the page of the open plan, the preview, and around them menus and messages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from lowcarbon_desktop.ui.commands import TOOLBAR, Commands
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.language import Language
from lowcarbon_desktop.ui.settings import Settings
from lowcarbon_desktop.ui.start_page import StartPage

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.batching import Batching
    from lowcarbon_desktop.ui.editor_opening import Editors
    from lowcarbon_desktop.ui.notice import Notice
    from lowcarbon_desktop.ui.reviewing import Reviewing


class Window(QMainWindow):
    """Before the first paint it holds the start page alone; all else is made when it is needed."""

    def __init__(self, settings: Settings, language: Language) -> None:
        super().__init__()
        self._language = language
        self.desk = Desk(settings, self)
        self.start = StartPage(settings, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.start)
        self._begun = False
        self._remarks: tuple[object, ...] = ()
        self._remarked: Notice | None = None
        self._page: QWidget | None = None
        self._preview: QWidget | None = None
        self._reviews: QObject | None = None
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
        self.desk.switched.connect(self._switched)
        self.desk.judged.connect(self.commands.refresh)
        self.desk.judged.connect(self._tell_remarks)
        self.desk.listed.connect(self.commands.refresh)
        self.resize(1440, 900)
        if (geometry := settings.layout("window")) is not None:
            self.restoreGeometry(geometry)
        self._entitle()

    @property
    def page(self) -> QWidget:
        """The page of the open plan, made when the first plan is open."""
        if self._page is None:
            from lowcarbon_desktop.ui.review_page import ReviewPage

            self._page = ReviewPage(self.desk, self.tasks, self)
            self._page.review_wanted.connect(lambda: self.reviewing.begin())
            self.pages.addWidget(self._page)
        return self._page

    @cached_property
    def batching(self) -> Batching:
        """What checks a whole folder, made when that is first asked for."""
        from lowcarbon_desktop.ui.batching import Batching

        return Batching(self.desk, self.tasks, self)

    @property
    def reviews(self) -> QObject:
        """The commands about rounds and experts, made when one is first used."""
        if self._reviews is None:
            from lowcarbon_desktop.ui.review_pages import ReviewPages

            self._reviews = ReviewPages(self)
        return self._reviews

    def show_plan(self) -> None:
        """Back to the open plan, or to the start."""
        self.pages.setCurrentWidget(self.page if self.desk.current is not None else self.start)

    @cached_property
    def editors(self) -> Editors:
        """The rubric editor, made when it is first wanted."""
        from lowcarbon_desktop.ui.editor_opening import Editors

        return Editors(self)

    def begin(self, paths: Iterable[Path] = ()) -> None:
        """What can wait until after the first paint: messages, icons, examples, the plans of the command line."""
        from PySide6.QtCore import Qt

        from lowcarbon_desktop.ui import theme
        from lowcarbon_desktop.ui.examples import shipped
        from lowcarbon_desktop.ui.message_bar import MessageBar
        from lowcarbon_desktop.ui.opening import Opening
        from lowcarbon_desktop.ui.own_tables import OwnTables
        from lowcarbon_desktop.ui.printing import Printing
        from lowcarbon_desktop.ui.progress_strip import ProgressStrip
        from lowcarbon_desktop.ui.tasks import Tasks

        self.tasks = Tasks(self)
        self.opening = Opening(self.desk, self.tasks)
        self.sources = OwnTables(self.desk, self.opening, self)
        self.printing = Printing(self.desk, self.tasks, self)
        self.messages = MessageBar(self)
        self.progress = ProgressStrip(self.tasks, self.cancel, self)
        for place, strip in enumerate((self.messages, self.progress)):
            self.centralWidget().layout().insertWidget(place, strip)
        self._connect()
        self._begun = True
        self.open(paths)
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setWindowIcon(theme.application_icon())
        self.commands.equip()
        theme.load_bold()
        self.start.show_logo()
        self.start.show_examples(shipped())

    def open(self, paths: Iterable[Path]) -> None:
        """Open plans: each path is an application of its own."""
        self.messages.clear("error")
        self.opening.open(paths)

    def cancel(self) -> None:
        """Stop everything that runs in the background."""
        self.opening.cancel()
        self.tasks.cancel()

    def ask_files(self) -> None:
        """Let the user choose files to open."""
        from lowcarbon_desktop.app.open_plan import endings

        recent = self.desk.settings.recent
        folder = str(recent[0].parent) if recent else ""
        readable = " ".join(f"*{each}" for each in endings())
        kinds = ";;".join((self.tr("Plans and reviews ({kinds})").format(kinds=f"{readable} *.lcreview"),
                           self.tr("All files (*)")))
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Open plans"), folder, kinds)
        self.open(Path(each) for each in chosen)

    def ask_folder(self) -> None:
        """Let the user choose a folder whose files are one application."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a folder as one application"))
        if chosen:
            self.open((Path(chosen),))

    def ask_lines(self) -> None:
        """Let the user enter the lines that were assigned to the place."""
        from lowcarbon_desktop.ui.lines_dialog import LinesDialog
        LinesDialog(self.desk, self).exec()

    def show_remembered(self) -> None:
        """Show the corrections that are proposed again, to be forgotten where they should not be."""
        from lowcarbon_desktop.ui.remembered_dialog import RememberedDialog
        RememberedDialog(self.desk, self).exec()

    def close_plan(self) -> None:
        """Put the shown plan away."""
        self.page.keep()
        self.desk.close(self.desk.current)

    def correct_cell(self) -> None:
        """Begin to edit the selected cell, or the text of the selected reading."""
        if self.page.tabs.currentWidget() is self.page.mapping.page:
            self.page.mapping.page.ask("value")
            return
        self.page.table.table.setFocus()
        if self.page.table.table.currentIndex().isValid():
            self.page.table.table.edit(self.page.table.table.currentIndex())

    def write_note(self) -> None:
        """Go to the note on the selected finding."""
        self.page.tabs.setCurrentIndex(0)
        self.page.details.note.setFocus()

    def step_pane(self, step: int) -> None:
        """Give the keyboard to the next pane, or the one before."""
        from PySide6.QtCore import Qt

        panes = self.page.panes
        here = next((place for place, pane in enumerate(panes) if pane.hasFocus() or pane.isAncestorOf(
            self.focusWidget())), -1 if step > 0 else 0) if self.focusWidget() is not None else -1
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def step_plan(self, step: int) -> None:
        """Show the next open plan, or the one before."""
        sessions = self.desk.sessions
        self.desk.show(sessions[(sessions.index(self.desk.current) + step) % len(sessions)])

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
        if self._page is not None:
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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, stop what runs, remember how the window looked."""
        if self._page is not None:
            self._page.keep()
            self._page.mapping.finish()
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

    def _connect(self) -> None:
        self.start.wanted.connect(lambda path: self.open((path,)))
        self.start.open_files.connect(self.ask_files)
        self.start.open_folder.connect(self.ask_folder)
        self.start.paste.connect(self.sources.paste)
        self.start.type_in.connect(self.sources.type_in)
        self.desk.said.connect(self.messages.tell)
        self.opening.failed.connect(lambda path, error: self.reviewing.not_opened(path, error))
        self.printing.ready.connect(self._show_preview)

    @cached_property
    def reviewing(self) -> Reviewing:
        """What is done with a review as a whole, made when it is first used."""
        from lowcarbon_desktop.ui.reviewing import Reviewing
        return Reviewing(self)

    def _switched(self) -> None:
        session = self.desk.current
        if session is None:
            self.start.refresh()
            self.pages.setCurrentWidget(self.start)
        elif self._page is None:
            self.page.show_current()
            self.pages.setCurrentWidget(self.page)
        else:
            self.pages.setCurrentWidget(self.page)
        self.commands.refresh()
        self._entitle()
        self._tell_remarks()

    def _tell_remarks(self) -> None:
        """What the user should see about the reading, again only when it has become another."""
        session = self.desk.current
        remarks = tuple(dict.fromkeys((*session.remarks, *session.plan.remarks))) if session is not None else ()
        if remarks == self._remarks:
            return
        self._remarks = remarks
        self.messages.clear("info")
        self.messages.take_back(self._remarked)
        if remarks:
            from lowcarbon_desktop.ui.notice import Notice
            # That the review goes on is good news; all else that is said of it asks for a look.
            kind = "info" if all(each.code == "session-resumed" for each in session.remarks) else "warning"
            self._remarked = Notice(kind, lambda: "\n".join(self.desk.say(each) for each in remarks))
            self.desk.tell(self._remarked)

    def _show_preview(self, path: Path) -> None:
        if self._preview is None:
            from lowcarbon_desktop.ui.preview import Preview

            self._preview = Preview(self)
            self._preview.back.connect(lambda: self.pages.setCurrentWidget(self.page))
            self._preview.save.connect(self.printing.save)
            self._preview.print.connect(self.printing.print)
            self.pages.addWidget(self._preview)
        self._preview.show_file(path)
        self.pages.setCurrentWidget(self._preview)

    def _entitle(self) -> None:
        name = self.tr("LowCarbon Desktop")
        session = self.desk.current
        self.setWindowTitle(f"{session.path.name} — {name}" if session is not None else name)
