"""What the verbs of a review file share: the file itself, opened, and the options that name it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import Option
from lowcarbon_desktop.errors import UsageError, message

if TYPE_CHECKING:
    from lowcarbon_desktop.app.review_book import Book

FILE = Option("F", "cli-review-file", read=Path)
OUT = Option("--out", "cli-review-out", value="F.lcreview", read=Path, required=True)
ANYWAY = Option("--anyway", "cli-review-anyway", flag=True)
DRY_RUN = Option("--dry-run", "cli-review-dry-run", flag=True)


def wanted(value: object, option: str, verb: str) -> object:
    """The value of an option that the verb cannot do without in this case. Raises UsageError."""
    if value is None:
        raise UsageError(message("cli-missing", what=option, verb=verb))
    return value


def book_at(path: Path, console: Console, *, anyway: bool = False) -> Book:
    """The review file, and a word where it is not as its history says. Raises UsageError."""
    from lowcarbon_desktop.app.review_book import Book

    book = Book.open(path)
    if anyway:
        book.open_anyway()
    if book.verified().faults:
        console.tell(message("verdict-not-as-logged", path=str(path)))
    return book
