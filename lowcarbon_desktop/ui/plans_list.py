"""The open plans at the left, as a coat over the sessions of the desk; shown when there is more than one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QWidget

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session

Role = Qt.ItemDataRole


class PlansModel(QAbstractListModel):
    """One line a plan: its name and how many `must` it fails."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sessions = desk.sessions
        desk.listed.connect(self._listed)
        desk.judged.connect(self._judged)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """As many as are open."""
        return 0 if parent.isValid() else len(self._sessions)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Role.DisplayRole) -> object:
        """Name, file and verdict."""
        if not index.isValid():
            return None
        session = self._sessions[index.row()]
        assessment = session.assessment
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            name = self._name(session)
            several = sum(self._name(each) == name for each in self._sessions) > 1
            return f"{name} · {session.path.name}" if several and name != session.path.name else name
        if role == Role.DecorationRole:
            from PySide6.QtGui import QGuiApplication

            shade = "fail" if assessment.must_fail else "cannot_tell" if assessment.must_open else "pass"
            return theme.icon(shade, QGuiApplication.palette())
        if role == Role.ToolTipRole:
            return self.tr("{file}\n{failed} must fail, {open} must open").format(
                file=session.path, failed=assessment.must_fail, open=assessment.must_open)
        return None

    def _name(self, session: Session) -> str:
        region = session.plan.region
        if region is None:
            return session.path.name
        return region.english if self._desk.settings.lang == "en" else region.name

    def _listed(self) -> None:
        before, now = self._sessions, self._desk.sessions
        if len(now) == len(before) + 1 and now[:-1] == before:
            self.beginInsertRows(QModelIndex(), len(before), len(before))
            self._sessions = now
            self.endInsertRows()
            if before:
                self.dataChanged.emit(self.index(0), self.index(len(before) - 1))  # one may have the new one's name
            return
        self.beginResetModel()
        self._sessions = now
        self.endResetModel()

    def _judged(self) -> None:
        if self._sessions:
            self.dataChanged.emit(self.index(0), self.index(len(self._sessions) - 1))


class PlansList(QListView):
    """Selecting a plan shows it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setModel(PlansModel(desk, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(18, 18))
        self.setSpacing(1)
        self.setAccessibleName(self.tr("Open plans"))
        self.selectionModel().currentChanged.connect(self._moved)
        desk.listed.connect(self._listed)
        desk.switched.connect(self._listed)
        self._listed()

    def sizeHint(self) -> QSize:
        """Wide enough for a name."""
        return QSize(self.fontMetrics().averageCharWidth() * 24, 200)

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self._desk.show(self._desk.sessions[now.row()])

    def _listed(self) -> None:
        self.setVisible(len(self._desk.sessions) > 1)
        if self._desk.current in self._desk.sessions:
            self.setCurrentIndex(self.model().index(self._desk.sessions.index(self._desk.current)))
