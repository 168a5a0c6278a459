"""Merge review files: what belongs together is looked at first, then every expert's newest word is put side by side."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lowcarbon_desktop.app.merge_outlook import Looked, Outlook, fates
from lowcarbon_desktop.app.review_book import Book, new_file
from lowcarbon_desktop.app.review_pieces import ROUND
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.meeting import agreed_on, concluded, meeting, meeting_after, own_words
from lowcarbon_desktop.review.merge import Compared, Voice, Voices, basis, common, compared, joined, refusals, voice
from lowcarbon_desktop.review.verdict import Conclusion, Item
from lowcarbon_desktop.store import Kept

VOICE = "voice:"


@dataclass(frozen=True)
class Merged:
    """The voices by id, the items as compared, the meetings with what they agreed on, and what one should know."""

    assessment: Assessment
    voices: Voices
    meetings: Voices
    round: int
    region: str | None
    remarks: tuple[Message, ...]

    @property
    def rows(self) -> tuple[Compared, ...]:
        """The criteria on which somebody spoke, the widest spread first."""
        return compared(self.assessment, self.voices)

    @property
    def agreed(self) -> Mapping[str, Item]:
        """What the meetings agreed on, by criterion."""
        return agreed_on(self.meetings)

    @property
    def conclusion(self) -> Conclusion | None:
        """What the last meeting came to."""
        return concluded(self.meetings)


def merge(paths: Sequence[Path], progress: Progress | None = None) -> tuple[Merged, Book]:
    """Look at the files and join them; the book is the one whose draft stands for all. Raises UsageError.

    The same in any order and grouping; all reasons why they do not belong together are said at once.
    """
    looked, books = _looked(paths, progress or Progress())
    reasons = [message("merge-reason", path=str(each.path), reason=reason) for each in looked for reason in
               each.refused]
    if reasons:
        raise UsageError(message("merge-refused", reasons=tuple(reasons)))
    return _joined(books), books[0]


def outlook(paths: Sequence[Path], progress: Progress | None = None) -> Outlook:
    """What merging these files would do, each file with what becomes of it; nothing is written."""
    looked, books = _looked(paths, progress or Progress())
    fine = bool(books) and not any(each.refused for each in looked)
    return Outlook(looked, _joined(books) if fine else None)


def write(merged: Merged, first: Book, out: Path, name: str) -> None:
    """Keep a merge in a new file, in which the meeting (called `name`) can record what it agrees on.

    Raises UsageError where there is one already, OutputError.
    """
    reviewer = meeting_after(merged.meetings, secrets.token_hex(4), name)
    review = Review(reviewer=reviewer, round=merged.round, region=merged.region, items=merged.agreed,
                    conclusion=merged.conclusion)
    voices = {f"{VOICE}{id}": json.dumps(plain(each), ensure_ascii=False).encode()
              for id, each in (*merged.voices.items(), *merged.meetings.items())}
    # The earlier rounds of one expert are not those of the meeting.
    pieces = {name: data for name, data in first.pieces().items() if not name.startswith((VOICE, ROUND))}
    new_file(out).save(Kept(review, merged.assessment.plan.files), {**pieces, **voices})


def merged_in(book: Book) -> Merged | None:
    """The merge that a file holds; None for one expert's own. Raises UsageError."""
    return _joined([book]) if meeting(book.review.reviewer) else None


def voices_in(book: Book) -> Voices:
    """The voices that a merged file holds; none in any other. Raises UsageError."""
    try:
        found = [revived(Voice, json.loads(data)) for data in book.voices().values()]
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(message("review-damaged", path=str(book.path))) from error
    return {each.reviewer.id: each for each in found}


def _looked(paths: Sequence[Path], progress: Progress) -> tuple[tuple[Looked, ...], list[Book]]:
    opened: list[tuple[Path, Book | None, list[Message]]] = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths))
        opened.append(_opened(path))
    books = sorted((book for _, book, _ in opened if book is not None), key=lambda book: book.assessment_hash)
    standard = common([basis(each.assessment, each.review) for each in books]) if books else None
    refused = {path: [*wrong, *(refusals(standard, basis(book.assessment, book.review))
                                if book is not None and standard is not None else ())] for path, book, wrong in opened}
    fit = [book for book in books if not refused[book.path]]
    told = fates(fit, {book.path: _voices(book) for book in fit})
    return tuple(Looked(path, book, tuple(refused[path]), told.get(path, ())) for path, book, _ in opened), books


def _opened(path: Path) -> tuple[Path, Book | None, list[Message]]:
    try:
        book = Book.open(path)
        faulty = book.verified().faults
        voices_in(book)
    except UsageError as error:
        return path, None, [error.message]
    wrong = [message("merge-tampered")] if faulty else []
    return path, book, [*wrong, *([message("merge-nobody")] if book.review.reviewer is None else [])]


def _joined(books: Sequence[Book]) -> Merged:
    first = books[0]
    everybody = joined(*(_voices(book) for book in books))
    voices = {id: each for id, each in everybody.items() if not meeting(each.reviewer)}
    meetings = {id: each for id, each in everybody.items()
                if meeting(each.reviewer) and (each.items or each.conclusion is not None)}
    return Merged(first.assessment, voices, meetings, first.review.round, first.review.region,
                  tuple(_remarks(books, voices)))


def _voices(book: Book) -> Voices:
    inside = voices_in(book)
    reviewer, verified = book.review.reviewer, book.verified()
    if meeting(reviewer):
        before = {id: each for id, each in inside.items() if meeting(each.reviewer)}
        items, conclusion = own_words(book.review, agreed_on(before)), book.review.conclusion
        own = Voice(reviewer, book.review.status, verified.count, verified.head, items,
                    conclusion if conclusion != concluded(before) else None)
        return joined(inside, {reviewer.id: own})
    own = voice(book.review, verified.count, verified.head)
    return inside if own is None else joined(inside, {own.reviewer.id: own})


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
