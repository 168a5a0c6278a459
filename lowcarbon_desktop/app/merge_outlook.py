"""What a merge would do with each file, said before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.meeting import meeting
from lowcarbon_desktop.review.merge import Voices, joined

if TYPE_CHECKING:
    from lowcarbon_desktop.app.review_book import Book
    from lowcarbon_desktop.app.review_merge import Merged


@dataclass(frozen=True)
class Looked:
    """A file, why it is refused (several reasons at once), and what would become of it; no book for an unreadable."""

    path: Path
    book: Book | None
    refused: tuple[Message, ...]
    fate: tuple[Message, ...]

    @property
    def said(self) -> tuple[Message, ...]:
        """What to tell of the file."""
        return self.refused or self.fate


@dataclass(frozen=True)
class Outlook:
    """The files, and the merge that would come of them; None where one is refused or there are none."""

    files: tuple[Looked, ...]
    merged: Merged | None


class Opened(NamedTuple):
    """A file that was looked at: what experts and meetings say in it, and what is wrong with it by itself."""

    path: Path
    book: Book | None
    voices: Voices
    wrong: tuple[Message, ...] = ()


def fates(opened: Sequence[Opened]) -> Mapping[Path, tuple[Message, ...]]:
    """By path what becomes of each review: counted, blind, older than another of the same expert, at odds with it."""
    newest = joined(*(each.voices for each in opened))
    return {each.path: _fate(each, newest, opened) for each in opened}


def _fate(file: Opened, newest: Voices, opened: Sequence[Opened]) -> tuple[Message, ...]:
    reviewer = file.book.review.reviewer if file.book is not None else None
    if reviewer is None:
        return ()
    own, stands = file.voices[reviewer.id], newest[reviewer.id]
    if (stands.length, stands.head) != (own.length, own.head):
        newer = next((each.book for each in opened if each.book is not None and each.book.review.reviewer is not None
                      and each.book.review.reviewer.id == reviewer.id
                      and each.voices[reviewer.id].head == stands.head), None)
        goes_on = newer is None or newer.passed(own.length, own.head)
        return (message("merge-will-older" if goes_on else "merge-will-diverged", name=reviewer.name),)
    if meeting(reviewer):
        experts = tuple(each.reviewer.name for each in file.voices.values() if not meeting(each.reviewer))
        return (message("merge-will-meeting", name=reviewer.name, experts=experts),)
    if own.status == "in_work":
        return (message("merge-will-blind", name=reviewer.name),)
    return (message("merge-will-count", name=reviewer.name, status=message(f"verdict-status-{own.status}")),)
