"""Merge review files: what belongs together is looked at first, then every expert's newest word is put side by side."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lowcarbon_desktop.app.merge_outlook import Looked, Opened, Outlook, fates
from lowcarbon_desktop.app.review_begun import new_file
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.app.review_pieces import FAULTS, ROUND, VOICE, believe_said
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, UsageError, message
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.meeting import agreed_on, concluded, meeting, meeting_after, own_words
from lowcarbon_desktop.review.merge import Compared, Voice, Voices, basis, common, compared, joined, refusals, voice
from lowcarbon_desktop.review.verdict import Conclusion, Item
from lowcarbon_desktop.store import Kept
from lowcarbon_desktop.store.verify import Verified


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
    looked, opened = _looked(paths, progress or Progress())
    reasons = [message("merge-reason", path=str(each.path), reason=reason) for each in looked for reason in
               each.refused]
    if reasons:
        raise UsageError(message("merge-refused", reasons=tuple(reasons)))
    return _joined(opened), opened[0].book


def outlook(paths: Sequence[Path], progress: Progress | None = None) -> Outlook:
    """What merging these files would do, each file with what becomes of it; nothing is written."""
    looked, opened = _looked(paths, progress or Progress())
    fine = bool(opened) and not any(each.refused for each in looked)
    return Outlook(looked, _joined(opened) if fine else None)


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
    return _joined([Opened(book.path, book, _voices(book, book.verified()))]) if meeting(book.review.reviewer) else None


def _looked(paths: Sequence[Path], progress: Progress) -> tuple[tuple[Looked, ...], list[Opened]]:
    """Each file in the order given, and those that could be read in an order that is the same everywhere."""
    files = []
    for done, path in enumerate(paths):
        progress.step(done, len(paths))
        files.append(_opened(path))
    readable = sorted((each for each in files if each.book is not None), key=lambda each: each.book.assessment_hash)
    bases = {each.path: basis(each.book.assessment, each.book.review) for each in readable}
    standard = common([*bases.values()]) if bases else None
    refused = {each.path: (*each.wrong, *(refusals(standard, bases[each.path]) if each.path in bases else ()))
               for each in files}
    told = fates([each for each in readable if not refused[each.path]])
    return tuple(Looked(each.path, each.book, refused[each.path], told.get(each.path, ())) for each in files), readable


def _opened(path: Path) -> Opened:
    try:
        book = Book.open(path)
        verified = book.verified()
        voices = _voices(book, verified)
    except UsageError as error:
        return Opened(path, None, {}, (error.message,))
    wrong = [message("merge-tampered")] if verified.faults else []
    return Opened(path, book, voices, (*wrong, *([message("merge-nobody")] if book.review.reviewer is None else [])))


def _joined(opened: Sequence[Opened]) -> Merged:
    first, everybody = opened[0].book, joined(*(each.voices for each in opened))
    voices = {id: each for id, each in everybody.items() if not meeting(each.reviewer)}
    meetings = {id: each for id, each in everybody.items()
                if meeting(each.reviewer) and (each.items or each.conclusion is not None)}
    return Merged(first.assessment, voices, meetings, first.review.round, first.review.region,
                  tuple(_remarks([each.book for each in opened], voices)))


def _voices(book: Book, verified: Verified) -> Voices:
    """All that a file holds of what experts and meetings said: its own words and, in a merged one, those of others."""
    try:
        inside = {each.reviewer.id: each for each in (revived(Voice, json.loads(data))
                                                      for data in book.voices().values())}
        for each in inside.values():
            believe_said(each.status, each.items, each.conclusion)
    except FAULTS as error:
        raise UsageError(message("review-damaged", path=str(book.path))) from error
    reviewer = book.review.reviewer
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
