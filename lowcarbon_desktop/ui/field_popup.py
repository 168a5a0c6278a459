"""The small list from which a misread field is put right: a digit picks, any other sign searches, a year is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lowcarbon_desktop.app.candidates import Candidate, candidates, typed
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.plan import Plan, Reading
from lowcarbon_desktop.ui import theme
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.mapping_model import field_name

_SHOWN, _WIDE = 60, 46
_FIRST_YEAR = 3
"""The digit of the first entry of a list of years: 1 and 2 begin a year that is typed."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FieldPopup(QFrame):
    """`picked` carries the field and what stands in it from now on."""

    picked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._desk = desk
        self._field = ""
        self._all: tuple[Candidate, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title, self.line, self.list, self.hint = QLabel(self), QLineEdit(self), QListWidget(self), QLabel(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        self.line.textChanged.connect(self._fill)
        self.line.returnPressed.connect(self._enter)
        self.line.installEventFilter(self)
        self.hint.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        for widget in (self.title, self.line, self.list, self.hint):
            box.addWidget(widget)

    def ask(self, field: str, reading: Reading, plan: Plan, at: QPoint) -> None:
        """Ask for a field of a reading, below this place of the screen."""
        self._field = field
        self._all = candidates(field, reading, plan, reference()) if field != "value" else ()
        name = field_name(self._desk, field)
        self.title.setText(f"<b>{name}</b>")
        self.line.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self.line.setPlaceholderText("" if field == "value" else self.tr("search, or type another one"))
        self.line.setText(reading.printed if field == "value" else "")
        self.line.selectAll()
        self.hint.setText(self._hint())
        palette = self.hint.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.ink("muted", self.palette()))
        self.hint.setPalette(palette)
        self.list.setVisible(field != "value")
        self._fill()
        self._place(at)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits pick while nothing is typed; the arrow keys move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._field != "value":
            digit = event.text()
            if not self.line.text() and digit.isdecimal() and int(digit) >= self._first:
                item = self.list.item(int(digit) - self._first)
                if item is not None:
                    self._take(item)
                return True
            if event.key() in _MOVES:
                self.list.event(QKeyEvent(event.type(), event.key(), event.modifiers()))
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back: not every desk does so by itself when a popup goes."""
        super().hideEvent(event)
        self.parentWidget().window().activateWindow()

    @property
    def _first(self) -> int:
        """The digit that picks the first entry."""
        return _FIRST_YEAR if self._field in ("base_year", "target_year") else 1

    def _hint(self) -> str:
        if self._field == "value":
            return self.tr("Enter takes it, Esc leaves it as it was.")
        if self._field in ("base_year", "target_year"):
            return self.tr("3 to 9 pick one, or type a year and press Enter. Esc leaves it as it was.")
        return self.tr("A digit picks one, other signs search. Esc leaves it as it was.")

    def _place(self, at: QPoint) -> None:
        rows = min(9, self.list.count()) * (self.list.sizeHintForRow(0) if self.list.count() else 0)
        self.list.setFixedHeight(rows + 2 * self.list.frameWidth() + 4)
        wide = self.fontMetrics().averageCharWidth() * _WIDE
        size = QSize(wide, self.layout().totalHeightForWidth(wide) if self.layout().hasHeightForWidth()
                     else self.sizeHint().height())
        self.resize(size)
        room = self.screen().availableGeometry()
        self.move(max(room.left(), min(at.x(), room.right() - size.width())),
                  max(room.top(), min(at.y(), room.bottom() - size.height())))

    def _fill(self) -> None:
        if self._field == "value":
            return
        text = self.line.text().strip()
        words = text.lower().split()
        found = [each for each in self._all
                 if all(word in f"{self._desk.say(each.name)} {each.value}".lower() for word in words)]
        other = typed(self._field, text, reference()) if text else None
        if other is not None and all(each.value != other.value for each in found):
            found.insert(0, other)
        self.list.clear()
        for number, each in enumerate(found[:_SHOWN], start=self._first):
            mark = f"{number}   " if number <= 9 and not text else "     "
            item = QListWidgetItem(mark + self._desk.say(each.name), self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.value)
        self.list.setCurrentRow(0)

    def _enter(self) -> None:
        if self._field == "value":
            self._give(self.line.text().strip())
        elif self.list.currentItem() is not None:
            self._take(self.list.currentItem())

    def _take(self, item: QListWidgetItem) -> None:
        self._give(item.data(Qt.ItemDataRole.UserRole))

    def _give(self, value: str) -> None:
        self.close()
        self.picked.emit(self._field, value)
