"""What a merge would do with each file, said before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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


def fates(books: Sequence[Book], states: Mapping[Path, Voices]) -> Mapping[Path, tuple[Message, ...]]:
    """By path what becomes of each review: counted, blind, older than another of the same expert, at odds with it."""
    newest = joined(*states.values())
    return {book.path: _fate(book, states[book.path], newest, books) for book in books}


def _fate(book: Book, inside: Voices, newest: Voices, books: Sequence[Book]) -> tuple[Message, ...]:
    reviewer = book.review.reviewer
    if reviewer is None:
        return ()
    own = inside[reviewer.id]
    name, stands = reviewer.name, newest[reviewer.id]
    if meeting(reviewer):
        experts = tuple(each.reviewer.name for each in inside.values() if not meeting(each.reviewer))
        told = [message("merge-will-meeting", name=name, experts=experts)]
    elif own.status == "in_work":
        told = [message("merge-will-blind", name=name)]
    else:
        told = [message("merge-will-count", name=name, status=message(f"verdict-status-{own.status}"))]
    if (stands.length, stands.head) == (own.length, own.head):
        return tuple(told)
    newer = next((each for each in books if each.review.reviewer == stands.reviewer
                  and each.verified().head == stands.head), None)
    goes_on = newer is None or newer.passed(own.length, own.head)
    return (message("merge-will-older" if goes_on else "merge-will-diverged", name=name),)
