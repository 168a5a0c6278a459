"""Remembers corrections of meaning between drafts: looked at, taken back, and offered again under the same heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.errors import Message, OutputError, UsageError, message
from lowcarbon_desktop.plan import Plan, Where
from lowcarbon_desktop.review import Correction, Review
from lowcarbon_desktop.review.state import MEANING, Key

if TYPE_CHECKING:
    from lowcarbon_desktop.app.proposals import Proposal
    from lowcarbon_desktop.review.remembered import Remembered


def remembered_path() -> Path:
    """Where the remembered corrections lie: in the program's own folder."""
    from lowcarbon_desktop.store.places import data_folder
    return data_folder() / "remembered.json"


class Memory:
    """The remembered corrections on disk, read anew before every change, so that two windows keep each other's.

    `said` is what the user should know: that a damaged file was put aside, or why nothing could be kept; or None.
    """

    def __init__(self, path: Path | None = None, today: Callable[[], date] = date.today) -> None:
        self.path = path or remembered_path()
        self.said: Message | None = None
        self._today = today
        self._entries: tuple[Remembered, ...] | None = None
        self._blocked: Message | None = None

    @property
    def entries(self) -> tuple[Remembered, ...]:
        """All of them, the oldest first; read once, and again by every change."""
        if self._entries is None:
            self._entries = self._load()
        return self._entries

    def read_again(self) -> None:
        """Forget what was read of the file, which another window or plan may have changed since."""
        self._entries = None

    def forget(self, numbers: Iterable[int]) -> tuple[Remembered, ...]:
        """Take those back that stand at these places of the list, counted from 1. Raises UsageError, OutputError."""
        entries = self._load()
        gone = set(numbers)
        for number in gone:
            if not 1 <= number <= len(entries):
                raise UsageError(message("remembered-number", number=number, count=len(entries)))
        self._write(tuple(each for number, each in enumerate(entries, 1) if number not in gone))
        return tuple(each for number, each in enumerate(entries, 1) if number in gone)

    def forget_behind(self, proposals: Iterable[Proposal]) -> tuple[Remembered, ...]:
        """Take back all that would propose the like again, older words under the same heading too. Raises OutputError.
        """
        entries, gone = self._load(), {each.key for each in proposals}
        self._write(tuple(each for each in entries if each.key not in gone))
        return tuple(each for each in entries if each.key in gone)

    def put_back(self, entries: Iterable[Remembered]) -> None:
        """Remember again what was forgotten, as old as it is: what was said since counts above it. Raises OutputError.
        """
        kept = self._load()
        self._write(tuple(sorted((*(each for each in entries if each not in kept), *kept), key=lambda each: each.when)))

    def forget_all(self) -> None:
        """Take all of them back. Raises OutputError."""
        self._load()
        self._write(())

    def follow(self, before: Review, after: Review, machine: Callable[[], Plan], file: str) -> None:
        """Remember the corrections of meaning that a change of the review made, and forget those that it took back.

        `machine` gives what the program understands without them. What cannot be kept is told in `said`.
        """
        was, now = _meanings(before), _meanings(after)
        if was == now:
            return
        from lowcarbon_desktop.app.proposals import headings_of

        plan = machine()
        headings = headings_of(plan)
        entries = list(self._load())
        for key, each in was.items():
            entry = self._entry(each, plan, headings, file)
            if now.get(key) != each and entry is not None:
                entries = [kept for kept in entries if (kept.key, kept.value, kept.file) != (
                    entry.key, entry.value, entry.file)]
        for key, each in now.items():
            entry = self._entry(each, plan, headings, file)
            if was.get(key) != each and entry is not None and all(
                    (kept.key, kept.value) != (entry.key, entry.value) for kept in entries):
                entries.append(entry)
        try:
            self._write(tuple(entries))
        except OutputError as error:
            self.said = error.message

    def _entry(self, each: Correction, plan: Plan, headings: Mapping[int, tuple], file: str) -> Remembered | None:
        from lowcarbon_desktop.app.corrected import position_at
        from lowcarbon_desktop.app.meaning import field_of
        from lowcarbon_desktop.review.remembered import Remembered
        from lowcarbon_desktop.store.remembered import fits

        at = position_at(plan, Where(each.file, each.sheet, each.cell))
        if at is None or at not in headings:
            return None
        entry = Remembered(headings[at], each.field, field_of(plan.readings[at], each.field), each.corrected, file,
                           self._today().isoformat())
        return entry if fits(entry) else None

    def _load(self) -> tuple[Remembered, ...]:
        from lowcarbon_desktop.store.remembered import LARGEST, from_bytes

        self._entries, self._blocked = (), None
        try:
            with self.path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._block(error)
            return ()
        try:
            self._entries = from_bytes(data)
        except ValueError:
            self._put_aside()
        return self._entries

    def _put_aside(self) -> None:
        aside = self.path.with_name("remembered.damaged.json")
        try:
            self.path.replace(aside)
        except OSError as error:
            self._block(error)
        else:
            self.said = message("remembered-damaged", path=str(self.path), aside=str(aside))

    def _block(self, error: OSError) -> None:
        """What cannot be read is not written over."""
        self.said = self._blocked = message("remembered-unreadable", path=str(self.path), reason=error.strerror or "")

    def _write(self, entries: tuple[Remembered, ...]) -> None:
        from lowcarbon_desktop.report.writing import write_beside
        from lowcarbon_desktop.store.remembered import MOST, to_bytes

        if self._blocked is not None:
            raise OutputError(self._blocked)
        if entries == self._entries:
            return
        with suppress(OSError):  # then writing says why not
            self.path.parent.mkdir(parents=True, exist_ok=True)
        write_beside(self.path, to_bytes(entries))
        self._entries = entries[-MOST:]


def _meanings(review: Review) -> dict[Key, Correction]:
    return {key: each for key, each in review.corrections.items() if each.field in MEANING}
