"""Merge review files: what belongs together is looked at first, then every expert's newest word is put side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lowcarbon_desktop.app.review_book import Book, new_file
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.merge import Compared, Voice, Voices, basis, compared, joined, refusals, voice
from lowcarbon_desktop.review.verdict import Item, Reviewer
from lowcarbon_desktop.store import Kept

VOICE = "voice:"
MEETING = "meeting"
"""The id under which a merged file keeps what was agreed; no expert has it."""


@dataclass(frozen=True)
class Merged:
    """The voices by id, the items as compared, what was agreed on already, and what one should know."""

    assessment: Assessment
    voices: Voices
    agreed: Mapping[str, Item]
    round: int
    region: str | None
    remarks: tuple[Message, ...]

    @property
    def rows(self) -> tuple[Compared, ...]:
        """The criteria on which somebody spoke, the widest spread first."""
        return compared(self.assessment, self.voices)


def merge(paths: Sequence[Path]) -> tuple[Merged, Book]:
    """Look at the files and join them; the book is the one whose draft stands for all. Raises UsageError.

    The same in any order and grouping; all reasons why they do not belong together are said at once.
    """
    books = sorted((Book.open(path) for path in paths), key=lambda book: book.assessment_hash)
    reasons = [message("merge-reason", path=str(book.path), reason=reason) for book in books for reason in _against(
        book, books[0])]
    if reasons:
        raise UsageError(message("merge-refused", reasons=tuple(reasons)))
    first = books[0]
    voices = joined(*(_voices(book) for book in books))
    merged = Merged(first.assessment, voices, _agreed(books), first.review.round, first.review.region,
                    tuple(_remarks(books, voices)))
    return merged, first


def write(merged: Merged, first: Book, out: Path, name: str) -> None:
    """Keep a merge in a new file, in which the meeting (called `name`) can record what it agrees on.

    Raises UsageError where there is one already, OutputError.
    """
    review = Review(reviewer=Reviewer(MEETING, name), round=merged.round, region=merged.region, items=merged.agreed)
    voices = {f"{VOICE}{id}": json.dumps(plain(each), ensure_ascii=False).encode()
              for id, each in merged.voices.items()}
    new_file(out).save(Kept(review, merged.assessment.plan.files), {**first.pieces(), **voices})


def voices_in(book: Book) -> Voices:
    """The voices that a merged file holds; none in any other. Raises UsageError."""
    try:
        found = [revived(Voice, json.loads(data)) for data in book.voices().values()]
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(message("review-damaged", path=str(book.path))) from error
    return {each.reviewer.id: each for each in found}


def _against(book: Book, first: Book) -> list[Message]:
    reasons = refusals(basis(first.assessment, first.review), basis(book.assessment, book.review))
    if book.verified().faults:
        reasons.append(message("merge-tampered"))
    if book.review.reviewer is None:
        reasons.append(message("merge-nobody"))
    return reasons


def _voices(book: Book) -> Voices:
    inside = voices_in(book)
    if book.review.reviewer is not None and book.review.reviewer.id != MEETING:
        verified = book.verified()
        own = voice(book.review, verified.count, verified.head)
        inside = {**inside, **({own.reviewer.id: own} if own is not None else {})}
    return inside


def _agreed(books: Sequence[Book]) -> Mapping[str, Item]:
    """What meetings recorded, of each criterion the latest."""
    found: dict[str, Item] = {}
    for book in books:
        if book.review.reviewer is None or book.review.reviewer.id != MEETING:
            continue
        for criterion, item in book.review.items.items():
            if criterion not in found or _order(item) > _order(found[criterion]):
                found[criterion] = item
    return found


def _order(item: Item) -> tuple[str, str]:
    return (item.verdict.at if item.verdict is not None else "", repr(item))


def _remarks(books: Sequence[Book], voices: Voices) -> list[Message]:
    remarks = []
    waiting = [each.reviewer.name for each in voices.values() if each.status == "in_work"]
    if waiting:
        remarks.append(message("merge-blind", names=tuple(waiting)))
    interests = [message("merge-interest", name=each.reviewer.name, interest=each.reviewer.interest)
                 for each in voices.values() if each.reviewer.interest]
    differing = [each.criterion for each in books[0].assessment.findings if any(
        each.outcome != book.assessment.finding(each.criterion).outcome for book in books)]
    if differing:
        remarks.append(message("merge-machine-differs", criteria=tuple(differing)))
    return [*remarks, *interests]
