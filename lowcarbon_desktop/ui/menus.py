"""The menus of the window, made from the table of commands: words, shortcuts, icons, and what can be used now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from lowcarbon_desktop.app.reach import in_reach
from lowcarbon_desktop.ui.command import ON_PLAN, Command
from lowcarbon_desktop.ui.commands import COMMANDS, FILE, LANGUAGE, MENUS
from lowcarbon_desktop.ui.settings import told_apart

if TYPE_CHECKING:
    from lowcarbon_desktop.errors import Message
    from lowcarbon_desktop.ui.window import Window


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
                self.actions[command.id].setShortcuts(list(map(QKeySequence, command.shortcut.split())))
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
            action.setEnabled(in_reach(path))
        self.recent.addSeparator()
        self.recent.addAction(_said(QT_TRANSLATE_NOOP("Commands", "&Forget these")),
                              self._window.desk.settings.forget_recent)


def _said(label: str) -> str:
    return QCoreApplication.translate("Commands", label)
