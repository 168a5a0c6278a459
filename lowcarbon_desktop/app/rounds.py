"""The next round on a revised draft, and what a review says beside the rounds before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lowcarbon_desktop.app.comparing import Compared
from lowcarbon_desktop.app.reference import reference
from lowcarbon_desktop.app.review_begun import begin_next
from lowcarbon_desktop.app.review_book import Book
from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.plan import Evidence
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review.asked import Asked, asked
from lowcarbon_desktop.review.rounds import Past
from lowcarbon_desktop.review.side_by_side import SideBySide, side_by_side
from lowcarbon_desktop.review.weighed import weighed


@dataclass(frozen=True)
class Since:
    """What has become of the draft since the round `before`: None where there was none, or nothing of it is kept."""

    assessment: Assessment
    before: Past | None
    compared: Compared | None
    asked: tuple[Asked, ...]


def since(book: Book) -> Since:
    """What changed since the round before, and whether what was asked is mended."""
    rounds = book.rounds()
    before = rounds[-1] if rounds else None
    now = weighed(book.assessment, book.review)
    return Since(now, before, Compared(before.counted, now) if before is not None else None,
                 asked(book.assessment, book.review))


def beside(books: Sequence[Book]) -> SideBySide:
    """All rounds that these files know of, side by side; what a file says of its own round stands."""
    return side_by_side([*(book.round for book in books), *(each for book in books for each in book.rounds())])


def next_round(path: Path, revised: Path, out: Path,
               progress: Progress | None = None) -> tuple[Book, tuple[Message, ...]]:
    """Begin the next round of the review at `path`; also what the reviewer should know.

    Raises UsageError, PlanUnreadable, OutputError.
    """
    before = Book.open(path)
    after = begin_next(before, revised, out, progress)
    return after, (*told_before(before), *_told_after(before, after))


def told_before(before: Book) -> tuple[Message, ...]:
    """What does not go along into the next round, or should have been done first."""
    told = [message("verdict-next-unsealed")] if before.review.status == "in_work" else []
    known = reference().facts
    facts = tuple(known[id].name if id in known else id for id in before.review.facts)
    return (*told, *([message("verdict-facts-left", facts=facts)] if facts else []))


def evidence(assessment: Assessment, finding: Finding) -> Evidence | None:
    """The place by which it can be seen how a criterion stands now: the value, else the first sentence."""
    details = (finding.worst, *finding.details)
    for detail in details:
        if detail.reading is not None:
            reading = assessment.plan.readings[detail.reading]
            return Evidence(f"{reading.name} {reading.printed}".strip(), reading.where)
    return next((each for detail in details for each in detail.evidence), None)


def _told_after(before: Book, after: Book) -> list[Message]:
    told = []
    one, other = (book.assessment.plan.region for book in (before, after))
    if one is not None and other is not None and one.name != other.name:
        told.append(message("verdict-next-applicant", one=one.name, other=other.name))
    if _hashes(before) == _hashes(after):
        told.append(message("verdict-next-same"))
    return [*told, *after.assessment.plan.remarks, *(message("verdict-file-left-out", file=name)
                                                     for name in after.left_out)]


def _hashes(book: Book) -> list[str]:
    return sorted(each.sha256 for each in book.assessment.plan.files)
