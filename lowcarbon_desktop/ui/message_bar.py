"""The bar in which the window tells what went wrong and how to mend it; it stops nobody from working on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.notice import Notice

_SHADE = {"error": "fail", "warning": "cannot_tell", "info": "accent", "cancelled": "accent"}
_ICON = {"error": "fail", "warning": "doubt", "info": "info", "cancelled": "info"}
_KEPT = 5


class MessageBar(QFrame):
    """Shows one notice, the newest, and how many stand behind it; they come back when it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notice] = []
        self.sign, self.words = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                           | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.take, self.more, self.away = QToolButton(self), QToolButton(self), QToolButton(self)
        self.others = QLabel(self)
        self.take.clicked.connect(self._take)
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda on: self.details.setVisible(on))
        self.away.setAutoRaise(True)
        self.away.clicked.connect(self.put_away)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setFixedHeight(140)
        self.details.hide()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        line.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.others, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 8, 8)
        box.addLayout(line)
        box.addWidget(self.details)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """As high as the words are at this width: a label that wraps asks for the room of its narrowest."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def tell(self, notice: Notice) -> None:
        """Show a notice."""
        others = [each for each in self._notices if each.words() != notice.words()]
        at = len(others)
        while notice.quiet and at > 0 and others[at - 1].kind == "error":
            at -= 1
        self._notices = [*others[:at], notice, *others[at:]][-_KEPT:]
        self._render()

    def put_away(self) -> None:
        """Put the shown notice away."""
        self._notices = self._notices[:-1]
        self._render()

    def holds(self, notice: Notice | None) -> bool:
        """Whether a notice has not been put away."""
        return any(each is notice for each in self._notices)

    def take_back(self, notice: Notice | None) -> None:
        """Put one notice away, wherever it stands."""
        self._notices = [each for each in self._notices if each is not notice]
        self._render()

    def clear(self, kind: str) -> None:
        """Put all notices of a kind away."""
        self._notices = [each for each in self._notices if each.kind != kind]
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Hear of another language or another look."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and self._notices:
            self._render()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A wash in the colour of the notice."""
        if self._notices:
            painter = QPainter(self)
            painter.fillRect(event.rect(), theme.tint(_SHADE[self._notices[-1].kind], self.palette(), 0.13))
            painter.end()

    def _take(self) -> None:
        _, use = self._notices[-1].offer
        self.put_away()
        use()

    def _render(self) -> None:
        self.setVisible(bool(self._notices))
        self.more.setChecked(False)
        if not self._notices:
            return
        notice, ground = self._notices[-1], self.palette()
        self.sign.setPixmap(theme.icon(_ICON[notice.kind], ground, _SHADE[notice.kind]).pixmap(18, 18))
        self.update()
        self.words.setText(notice.words())
        self.take.setVisible(notice.offer is not None)
        if notice.offer is not None:
            self.take.setText(notice.offer[0]())
        details = notice.details()
        self.details.setPlainText(details)
        self.more.setVisible(bool(details))
        self.more.setText(self.tr("&Details"))
        self.others.setVisible(len(self._notices) > 1)
        self.others.setText(self.tr("{count} more").format(count=len(self._notices) - 1))
        self.away.setIcon(theme.icon("close", ground))
        self.away.setToolTip(self.tr("Put this message away"))
        self.away.setAccessibleName(self.tr("Put this message away"))
