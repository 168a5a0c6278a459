"""The commands of the window as a table: menu, label, shortcut, icon, use case, and when it can be used."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from lowcarbon_desktop.ui.command import (
    ON_PLAN,
    Command,
)
from lowcarbon_desktop.ui.command import a_file as _a_file
from lowcarbon_desktop.ui.command import changeable as _changeable
from lowcarbon_desktop.ui.command import held as _held
from lowcarbon_desktop.ui.command import is_open as _open
from lowcarbon_desktop.ui.command import later_round as _later_round
from lowcarbon_desktop.ui.command import redoable as _redoable
from lowcarbon_desktop.ui.command import reviewed as _reviewed
from lowcarbon_desktop.ui.command import reviewing as _reviewing
from lowcarbon_desktop.ui.command import sealed as _sealed
from lowcarbon_desktop.ui.command import to_say as _to_say
from lowcarbon_desktop.ui.command import undoable as _undoable
from lowcarbon_desktop.ui.settings import told_apart

if TYPE_CHECKING:
    from lowcarbon_desktop.errors import Message
    from lowcarbon_desktop.ui.window import Window


FILE = QT_TRANSLATE_NOOP("Commands", "&File")
EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
REVIEW = QT_TRANSLATE_NOOP("Commands", "&Review")
RUBRIC = QT_TRANSLATE_NOOP("Commands", "R&ubric")
LANGUAGE = QT_TRANSLATE_NOOP("Commands", "&Language")
HELP = QT_TRANSLATE_NOOP("Commands", "&Help")
MENUS = (FILE, EDIT, VIEW, REVIEW, RUBRIC, LANGUAGE, HELP)

COMMANDS: tuple[Command | str, ...] = (
    Command("open", FILE, QT_TRANSLATE_NOOP("Commands", "&Open…"), "Ctrl+O", lambda w: w.ask_files(), icon="open",
            brief=QT_TRANSLATE_NOOP("Commands", "Open")),
    Command("open_folder", FILE, QT_TRANSLATE_NOOP("Commands", "Open a fol&der…"), "Ctrl+Shift+O",
            lambda w: w.ask_folder()),
    Command("batch", FILE, QT_TRANSLATE_NOOP("Commands", "Check a folder of p&lans…"), "Ctrl+Shift+B",
            lambda w: w.batching.ask()),
    Command("paste", FILE, QT_TRANSLATE_NOOP("Commands", "P&aste a table"), "Ctrl+V", lambda w: w.sources.paste()),
    Command("type", FILE, QT_TRANSLATE_NOOP("Commands", "&Type a table in…"), "Ctrl+T", lambda w: w.sources.type_in()),
    "recent",
    Command("close", FILE, QT_TRANSLATE_NOOP("Commands", "&Close the plan"), "Ctrl+W", lambda w: w.close_plan(), _open),
    Command("anyway", FILE, QT_TRANSLATE_NOOP("Commands", "Chan&ge the review although it is open elsewhere"), "",
            lambda w: w.desk.open_anyway(), _held),
    FILE,
    Command("preview", FILE, QT_TRANSLATE_NOOP("Commands", "Pre&view the report"), "Ctrl+Shift+P",
            lambda w: w.printing.preview(), _open, "preview",
            brief=QT_TRANSLATE_NOOP("Commands", "Preview")),
    Command("save", FILE, QT_TRANSLATE_NOOP("Commands", "&Save the report as PDF…"), "Ctrl+S",
            lambda w: w.printing.save(), _open, "save",
            brief=QT_TRANSLATE_NOOP("Commands", "Save PDF")),
    Command("print", FILE, QT_TRANSLATE_NOOP("Commands", "&Print the report…"), "Ctrl+P",
            lambda w: w.printing.print(), _open, "print",
            brief=QT_TRANSLATE_NOOP("Commands", "Print")),
    Command("export", FILE, QT_TRANSLATE_NOOP("Commands", "&Export the findings to Excel…"), "Ctrl+E",
            lambda w: w.printing.export(), _reviewing, "export",
            brief=QT_TRANSLATE_NOOP("Commands", "Export")),
    Command("form", FILE, QT_TRANSLATE_NOOP("Commands", "E&mpty form for applicants…"), "",
            lambda w: w.printing.form()),
    FILE,
    Command("quit", FILE, QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q", lambda w: w.close()),
    Command("undo", EDIT, QT_TRANSLATE_NOOP("Commands", "&Undo"), "Ctrl+Z", lambda w: w.desk.undo(), _undoable, "undo",
            brief=QT_TRANSLATE_NOOP("Commands", "Undo")),
    Command("redo", EDIT, QT_TRANSLATE_NOOP("Commands", "&Redo"), "Ctrl+Shift+Z", lambda w: w.desk.redo(), _redoable,
            "redo",
            brief=QT_TRANSLATE_NOOP("Commands", "Redo")),
    EDIT,
    Command("correct", EDIT, QT_TRANSLATE_NOOP("Commands", "&Correct the cell"), "", lambda w: w.correct_cell(),
            _reviewing),
    Command("note", EDIT, QT_TRANSLATE_NOOP("Commands", "Write a &note"), "Ctrl+N", lambda w: w.write_note(),
            _reviewing),
    Command("region", EDIT, QT_TRANSLATE_NOOP("Commands", "Name the &place…"), "Ctrl+G",
            lambda w: w.page.band.chooser.ask(), _open, "region"),
    Command("lines", EDIT, QT_TRANSLATE_NOOP("Commands", "Enter assigned &lines…"), "Ctrl+L", lambda w: w.ask_lines(),
            _open, "lines",
            brief=QT_TRANSLATE_NOOP("Commands", "Assigned lines")),
    Command("part", EDIT, QT_TRANSLATE_NOOP("Commands", "&More belongs to this application"), "",
            lambda w: w.desk.say_part(), _open,
            checked=lambda desk: desk.current is not None and desk.current.review.part),
    Command("yardstick", EDIT, QT_TRANSLATE_NOOP("Commands", "Rubric, tailorin&g and date…"), "Ctrl+Shift+R",
            lambda w: w.page.band.ask_yardstick(), _open),
    Command("remembered", EDIT, QT_TRANSLATE_NOOP("Commands", "Remem&bered corrections…"), "",
            lambda w: w.show_remembered()),
    EDIT,
    Command("copy", EDIT, QT_TRANSLATE_NOOP("Commands", "Cop&y the command line"), "Ctrl+Shift+C",
            lambda w: w.page.command.copy_it(), _open, "copy"),
    Command("find", VIEW, QT_TRANSLATE_NOOP("Commands", "&Filter the list"), "Ctrl+F", lambda w: w.page.find(),
            _reviewing, "find"),
    Command("findings", VIEW, QT_TRANSLATE_NOOP("Commands", "F&indings"), "Ctrl+1",
            lambda w: w.page.turn(0), _reviewing),
    Command("facts", VIEW, QT_TRANSLATE_NOOP("Commands", "F&acts"), "Ctrl+2",
            lambda w: w.page.turn(1), _reviewing),
    Command("mapping", VIEW, QT_TRANSLATE_NOOP("Commands", "&Readings beside the source"), "Ctrl+3",
            lambda w: w.page.turn(2), _reviewing),
    VIEW,
    Command("scores", VIEW, QT_TRANSLATE_NOOP("Commands", "&Scoring sheet"), "Ctrl+4",
            lambda w: w.page.tabs.turn("scores"), _reviewing),
    Command("conclusion", VIEW, QT_TRANSLATE_NOOP("Commands", "&Conclusion and seal"), "Ctrl+5",
            lambda w: w.page.tabs.turn("conclusion"), _reviewing),
    Command("instruments", VIEW, QT_TRANSLATE_NOOP("Commands", "Policy ins&truments"), "Ctrl+6",
            lambda w: w.page.tabs.turn("instruments"), _reviewing),
    Command("criterion", VIEW, QT_TRANSLATE_NOOP("Commands", "Abo&ut the criterion"), "F1",
            lambda w: w.page.explain(), _reviewing),
    VIEW,
    Command("next", VIEW, QT_TRANSLATE_NOOP("Commands", "&Next pane"), "F6", lambda w: w.step_pane(1), _open),
    Command("previous", VIEW, QT_TRANSLATE_NOOP("Commands", "&Previous pane"), "Shift+F6", lambda w: w.step_pane(-1),
            _open),
    Command("next_plan", VIEW, QT_TRANSLATE_NOOP("Commands", "Ne&xt plan"), "Ctrl+PgDown", lambda w: w.step_plan(1),
            lambda desk: len(desk.sessions) > 1),
    Command("previous_plan", VIEW, QT_TRANSLATE_NOOP("Commands", "Pre&vious plan"), "Ctrl+PgUp",
            lambda w: w.step_plan(-1), lambda desk: len(desk.sessions) > 1),
    VIEW,
    Command("applicant", VIEW, QT_TRANSLATE_NOOP("Commands", "Applicant's vie&w"), "Ctrl+Shift+A",
            lambda w: w.view_as_applicant(), checked=lambda desk: desk.settings.applicant),
    VIEW,
    *(Command(f"look_{look}", VIEW, label, "", lambda w, look=look: w.dress(look),
              checked=lambda desk, look=look: desk.settings.look == look)
      for look, label in (("system", QT_TRANSLATE_NOOP("Commands", "As th&e system")),
                          ("light", QT_TRANSLATE_NOOP("Commands", "&Light")),
                          ("dark", QT_TRANSLATE_NOOP("Commands", "&Dark")))),
    Command("reviewer", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Who reviews…"), "", lambda w: w.reviewing.introduce(),
            _changeable),
    Command("save_review", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Save a self-contained review…"), "Ctrl+Shift+S",
            lambda w: w.reviewing.save(), _open),
    Command("mail", REVIEW, QT_TRANSLATE_NOOP("Commands", "A copy to &mail…"), "", lambda w: w.reviewing.mail(),
            _a_file),
    REVIEW,
    Command("agree", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Agree with the program"), "Ctrl+Return",
            lambda w: w.page.verdict.agree_now(), _to_say),
    Command("overrule", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Overrule…"), "Ctrl+Shift+Return",
            lambda w: w.page.verdict.overrule(), _to_say),
    Command("comment", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Comment to the applicant"), "Ctrl+M",
            lambda w: w.page.verdict.comment.setFocus(), _to_say),
    Command("next_open", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Next open criterion"), "F8",
            lambda w: w.page.next_open(), _reviewing),
    REVIEW,
    Command("seal", REVIEW, QT_TRANSLATE_NOOP("Commands", "S&eal the review…"), "", lambda w: w.reviewing.seal(),
            _changeable),
    Command("give_back", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Return it to the applicant"), "",
            lambda w: w.reviewing.give_back(), _sealed),
    Command("reopen", REVIEW, QT_TRANSLATE_NOOP("Commands", "Open it a&gain…"), "", lambda w: w.reviewing.reopen(),
            _sealed),
    REVIEW,
    Command("next_round", REVIEW, QT_TRANSLATE_NOOP("Commands", "Next roun&d with a revised draft…"), "",
            lambda w: w.reviews.next_round(), _reviewed),
    Command("ask", REVIEW, QT_TRANSLATE_NOOP("Commands", "&List to be answered by the applicant…"), "",
            lambda w: w.reviews.form(), _reviewed),
    Command("replies", REVIEW, QT_TRANSLATE_NOOP("Commands", "&Take the applicant's replies…"), "",
            lambda w: w.reviews.take_replies(), _to_say),
    Command("changes", REVIEW, QT_TRANSLATE_NOOP("Commands", "What changed s&ince the last round"), "",
            lambda w: w.reviews.changes(), _later_round),
    Command("rounds", REVIEW, QT_TRANSLATE_NOOP("Commands", "Ro&unds side by side"), "",
            lambda w: w.reviews.rounds(), _reviewed),
    Command("compare", REVIEW, QT_TRANSLATE_NOOP("Commands", "Com&pare with another draft…"), "",
            lambda w: w.reviews.compare(), _open),
    REVIEW,
    Command("merge", REVIEW, QT_TRANSLATE_NOOP("Commands", "Merge e&xperts' reviews…"), "",
            lambda w: w.reviews.merge()),
    REVIEW,
    Command("history", REVIEW, QT_TRANSLATE_NOOP("Commands", "&History…"), "Ctrl+H", lambda w: w.reviewing.history(),
            _open),
    *(Command(f"lang_{lang}", LANGUAGE, label, "", lambda w, lang=lang: w.speak(lang),
              checked=lambda desk, lang=lang: desk.settings.lang == lang)
      for lang, label in (("zh", "中文(&Z)"), ("en", "&English"))),
    Command("rubric", RUBRIC, QT_TRANSLATE_NOOP("Commands", "&Edit rubrics"), "Ctrl+R", lambda w: w.editors.show()),
    Command("rubric_new", RUBRIC, QT_TRANSLATE_NOOP("Commands", "&Start a new rubric…"), "",
            lambda w: w.editors.begin_new()),
    Command("rubric_open", RUBRIC, QT_TRANSLATE_NOOP("Commands", "&Open a rubric's folder…"), "",
            lambda w: w.editors.ask_folder()),
    RUBRIC,
    Command("tailoring", RUBRIC, QT_TRANSLATE_NOOP("Commands", "Open a &tailoring…"), "",
            lambda w: w.editors.ask_tailoring()),
    Command("tailoring_new", RUBRIC, QT_TRANSLATE_NOOP("Commands", "&New tailoring…"), "",
            lambda w: w.editors.new_tailoring()),
    Command("about", HELP, QT_TRANSLATE_NOOP("Commands", "&About"), "", lambda w: w.about(), icon="info"),
)
TOOLBAR = ("open", "", "undo", "redo", "", "lines", "", "preview", "save", "print", "export")


class Commands:
    """The actions made from the table; `retranslate` and `refresh` keep words and state right."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.menus = {name: window.menuBar().addMenu("") for name in MENUS}
        self.recent = QMenu(window)
        self.recent.aboutToShow.connect(self._fill_recent)
        for command in COMMANDS:
            if command == "recent":
                self.menus[FILE].addMenu(self.recent)
            elif isinstance(command, str):
                self.menus[command].addSeparator()
            else:
                self._add(command)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the window."""
        for name, menu in self.menus.items():
            # Whoever lost his way in a language that he cannot read finds this one menu.
            menu.setTitle(_said(name) if name != LANGUAGE else "语言/&Language")
        self.recent.setTitle(_said(QT_TRANSLATE_NOOP("Commands", "&Recent plans")))
        for command in COMMANDS:
            if isinstance(command, Command):
                self.actions[command.id].setText(_said(command.label))
                if command.brief:
                    self.actions[command.id].setIconText(_said(command.brief))
        self.refresh()

    def refresh(self) -> None:
        """What can be used now, and what undo and redo would do."""
        desk = self._window.desk
        for command in COMMANDS:
            if isinstance(command, Command):
                action = self.actions[command.id]
                action.setEnabled(command.when(desk))
                if command.checked is not None:
                    action.setChecked(command.checked(desk))
        self._say_what("undo", desk.doing and desk.doing.to_undo)
        self._say_what("redo", desk.doing and desk.doing.to_redo)

    def equip(self) -> None:
        """Put shortcuts and icons on. After the first paint: the first shortcut makes PySide load all of Qt's enums."""
        for command in COMMANDS:
            if isinstance(command, Command) and command.shortcut:
                self.actions[command.id].setShortcut(QKeySequence(command.shortcut))
        self.draw()

    def draw(self) -> None:
        """Put the icons on, in the colours of the present look."""
        from lowcarbon_desktop.ui import theme

        for command in COMMANDS:
            if isinstance(command, Command) and command.icon:
                self.actions[command.id].setIcon(theme.icon(command.icon, QGuiApplication.palette()))

    def _say_what(self, id: str, what: Message | None) -> None:
        command = next(each for each in COMMANDS if isinstance(each, Command) and each.id == id)
        label = _said(command.label)
        if what is not None:
            label = _said(QT_TRANSLATE_NOOP("Commands", "{label}: {what}")).format(
                label=label, what=self._window.desk.say(what).replace("&", "&&"))
        self.actions[id].setText(label)
        self.actions[id].setIconText(_said(command.brief))
        self.actions[id].setToolTip(label.replace("&", ""))

    def _add(self, command: Command) -> None:
        action = QAction(self._window)
        action.setObjectName(command.id)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self._use(command))
        self.actions[command.id] = action
        self.menus[command.menu].addAction(action)

    def _use(self, command: Command) -> None:
        if command.id in ON_PLAN and self._window.desk.current is not None:
            self._window.show_plan()
        command.use(self._window)

    def _fill_recent(self) -> None:
        self.recent.clear()
        paths = self._window.desk.settings.recent
        for path, name in zip(paths, told_apart(paths), strict=True):
            action = self.recent.addAction(name.replace("&", "&&"), partial(self._window.open, (path,)))
            action.setToolTip(str(path))
            action.setEnabled(path.exists())
        self.recent.addSeparator()
        self.recent.addAction(_said(QT_TRANSLATE_NOOP("Commands", "&Forget these")),
                              self._window.desk.settings.forget_recent)


def _said(label: str) -> str:
    return QCoreApplication.translate("Commands", label)
