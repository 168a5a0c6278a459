"""Do, undo and redo: a review, or an edited rubric, with its past and its undone future, each change in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from lowcarbon_desktop.errors import Message

State = TypeVar("State")


@dataclass(frozen=True)
class History(Generic[State]):
    """The present state; `past` and `future` hold (state, what the change was), the nearest last."""

    present: State
    past: tuple[tuple[State, Message], ...] = ()
    future: tuple[tuple[State, Message], ...] = ()

    def do(self, review: State, what: Message) -> History[State]:
        """A change: the future that was undone is gone. A change that changes nothing is none."""
        if review == self.present:
            return self
        return History(review, (*self.past, (self.present, what)), ())

    def amend(self, review: State) -> History[State]:
        """The last change goes on: what it came to becomes another, what undo brings back stays."""
        return self if review == self.present else replace(self, present=review, future=())

    def undo(self) -> History[State]:
        """One step back; the same history where there is none."""
        if not self.past:
            return self
        before, what = self.past[-1]
        return replace(self, present=before, past=self.past[:-1], future=(*self.future, (self.present, what)))

    def redo(self) -> History[State]:
        """One step forward again; the same history where there is none."""
        if not self.future:
            return self
        after, what = self.future[-1]
        return replace(self, present=after, future=self.future[:-1], past=(*self.past, (self.present, what)))

    @property
    def steps(self) -> tuple[tuple[Message, ...], int]:
        """The words of every change, done and undone, and how many are done."""
        return (*(what for _, what in self.past), *(what for _, what in reversed(self.future))), len(self.past)

    def at(self, count: int) -> History:
        """Undone or redone until so many changes are done."""
        history = self
        while len(history.past) > max(0, count):
            history = history.undo()
        while len(history.past) < count and history.future:
            history = history.redo()
        return history

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back."""
        return self.past[-1][1] if self.past else None

    @property
    def to_redo(self) -> Message | None:
        """What redo would bring back."""
        return self.future[-1][1] if self.future else None


class Undoable(Generic[State]):
    """What has a history of its own: a plan's review, or a rubric that is edited. One way leads to the next state."""

    _history: History[State]

    @property
    def to_undo(self) -> Message | None:
        """What undo would take back."""
        return self._history.to_undo

    @property
    def to_redo(self) -> Message | None:
        """What redo would bring back."""
        return self._history.to_redo

    def undo(self) -> None:
        """Take the last change back."""
        self._become(self._history.undo())

    def redo(self) -> None:
        """Bring an undone change back."""
        self._become(self._history.redo())

    def _become(self, history: History[State]) -> None:
        self._history = history
