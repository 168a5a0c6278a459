"""Verify a review file, copy it to mail, and rescue what is good of a damaged one."""

from __future__ import annotations

from pathlib import Path

from lowcarbon_desktop.app.reach import there
from lowcarbon_desktop.errors import LowCarbonError, Message, UsageError, message
from lowcarbon_desktop.review.log import BEGINNING
from lowcarbon_desktop.store import ReviewFile
from lowcarbon_desktop.store.verify import Verified, verify


def verified(path: Path) -> Verified:
    """The file held against its history; one that is damaged is not whole either. Raises UsageError for none."""
    try:
        return verify(ReviewFile(path).inside())
    except UsageError as error:
        if error.message.code != "review-damaged":
            raise
        return Verified((error.message,), (), 0, BEGINNING)


def copied(path: Path, out: Path, *, files: bool, notes: bool) -> int:
    """Make a copy to mail of a review file, with or without the applicant's files and the private notes.

    How many private notes it holds. Raises UsageError, OutputError.
    """
    from lowcarbon_desktop.app.review_begun import new_file
    from lowcarbon_desktop.app.review_book import Book
    from lowcarbon_desktop.app.review_sources import FILE
    from lowcarbon_desktop.store.copy import copy

    book = Book.open(path)
    copy(path, new_file(out).path, without="" if files else FILE, notes=notes)
    return len(book.review.notes) if notes else 0


def rescued(path: Path, out: Path) -> tuple[Message, ...]:
    """Take what is good of `path` into a new file, and say what is lost. Raises UsageError, OutputError."""
    from lowcarbon_desktop.store.rescue import rescue

    if there(out):
        raise UsageError(message("verdict-exists", path=str(out)))
    told = rescue(path, out).said
    return (*told, *_with_findings(path, out)) or (message("rescue-all"),)


def _with_findings(path: Path, out: Path) -> tuple[Message, ...]:
    """Make the findings anew where they could not be rescued: else nothing of what was can be shown or counted."""
    from lowcarbon_desktop.app.judged_again import judged_again
    from lowcarbon_desktop.app.review_pieces import ASSESSMENT

    file = ReviewFile(out)
    kept = file.load()
    if kept is None or ASSESSMENT in file.pieces:
        return ()
    try:
        _, put = judged_again(file, kept, path.parent)
    except LowCarbonError as error:
        return (message("rescue-no-findings", reason=error.message),)
    file.save(kept, put)
    return (message("rescue-judged"),)
