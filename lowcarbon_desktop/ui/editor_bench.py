"""The rubric that is being edited in the window: changes to it, and what lint and its cases say, a moment later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.rubric_draft import Draft, Entry, text_of
from lowcarbon_desktop.app.rubric_editing import Editing
from lowcarbon_desktop.app.rubric_examined import Examined
from lowcarbon_desktop.errors import Cancelled, LowCarbonError, Message, Text
from lowcarbon_desktop.ui.desk import Desk
from lowcarbon_desktop.ui.notice import Notice
from lowcarbon_desktop.ui.tasks import Tasks

_PAUSE = 350  # milliseconds without a key before the draft is examined


class Bench(QObject):
    """`opened`: another rubric. `changed`: the draft did. `examined`: `found` is new. `chosen`: another criterion."""

    opened = Signal()
    changed = Signal()
    examined = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.tasks = desk, Tasks(self)
        self.editing: Editing | None = None
        self.found = Examined()
        self.criterion: str | None = None
        self._asked: Draft | None = None
        self._answered: Draft | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._examine)

    @property
    def draft(self) -> Draft:
        """The rubric as it is now. Raises AttributeError before one is open."""
        if self.editing is None:
            raise AttributeError("draft")
        return self.editing.draft

    @property
    def entry(self) -> Entry | None:
        """The chosen criterion, None where it is the rubric itself."""
        return next((each for each in self.draft.entries if each.id == self.criterion), None)

    def named(self, id: str | None) -> Text | str:
        """What a criterion is called, its number and title; with None the rubric. Its id where it has no title."""
        entry = next((each for each in self.draft.entries if each.id == id), None)
        data = self.draft.head if id is None else entry.data if entry is not None else {}
        number, title = (text_of(data.get(key)) for key in ("number", "title"))
        if not (title.zh or title.en):
            return id or str(data.get("id", ""))
        return Text(f"{number.zh} {title.zh or title.en}".strip(), f"{number.en} {title.en or title.zh}".strip())

    @property
    def busy(self) -> bool:
        """Whether what `found` says is older than the draft."""
        return self.editing is not None and self._answered != self.draft

    @property
    def known(self) -> bool:
        """Whether the rubric has been looked at at all."""
        return self._answered is not None

    @property
    def locked(self) -> bool:
        """Whether it can only be looked at."""
        return self.editing is None or self.editing.shipped

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back."""
        return self.editing.to_undo if self.editing is not None else None

    @property
    def to_redo(self) -> Message | None:
        """What redo would bring back."""
        return self.editing.to_redo if self.editing is not None else None

    def open(self, folder: Path) -> bool:
        """Take up a rubric; False, and a notice, where it cannot be read."""
        self.put_down()
        try:
            self.editing = Editing(folder)
        except LowCarbonError as error:
            self.desk.fail(error, folder.name)
            return False
        self.found, self.criterion, self._asked, self._answered = Examined(), None, None, None
        if self.editing.recovered:
            said = self.tr("Your unsaved draft of this rubric was taken up again; nothing of it is used for judging "
                           "before you save it.")
            if self.editing.outdated:
                said += " " + self.tr("The files were changed by somebody else since: compare before you save.")
            self.desk.tell(Notice("warning" if self.editing.outdated else "info", lambda: said))
        self.opened.emit()
        self._examine()
        return True

    def choose(self, criterion: str | None) -> None:
        """Go to a criterion, or with None to the rubric itself."""
        if criterion != self.criterion:
            self.criterion = criterion
            self.chosen.emit()

    def do(self, change: Callable[[Draft], Draft], what: Message, then: str | None = None) -> bool:
        """Change the draft, and choose the criterion `then`; False, and a notice, where it cannot be done."""
        try:
            self.editing.do(change, what)
        except LowCarbonError as error:
            self.desk.fail(error)
            self.changed.emit()  # so that the field shows again what stands
            return False
        self._become(then)
        return True

    def undo(self) -> None:
        """Take the last change back."""
        self.editing.undo()
        self._become()

    def redo(self) -> None:
        """Bring an undone change back."""
        self.editing.redo()
        self._become()

    def settle(self) -> None:
        """Examine at once what has been changed."""
        self._pause.stop()
        self._examine()

    def put_down(self) -> None:
        """Stop what runs, and keep the draft on disk."""
        self._pause.stop()
        self.tasks.finish()
        if self.editing is not None and not self.editing.shipped:
            try:
                self.editing.keep(self.editing.draft)
            except LowCarbonError as error:
                self.desk.fail(error)

    def _become(self, then: str | None = None) -> None:
        ids = {each.id for each in self.draft.entries}
        if then is not None or (self.criterion is not None and self.criterion not in ids):
            self.criterion = then
            self.changed.emit()
            self.chosen.emit()
        else:
            self.changed.emit()
        self._pause.start()

    def _examine(self) -> None:
        if self.editing is None or self._answered == self.draft:
            return
        if self.tasks.running:  # one at a time, since each writes the draft; it is asked again when that is over
            self.tasks.cancel()
            return
        draft = self._asked = self.draft
        self.tasks.run("", partial(self.editing.examined, draft, reference()), self._take, self._failed)

    def _take(self, found: Examined) -> None:
        self.found, self._answered = found, self._asked
        self.examined.emit()
        if self._answered != self.draft and not self._pause.isActive():
            self._examine()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._examine()
            return
        if not isinstance(error, LowCarbonError):
            raise error
        self._answered = self._asked
        self.desk.fail(error)
        self.examined.emit()
