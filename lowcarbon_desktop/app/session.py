"""An open plan with the reviewer's work on it: what the window stands on, without a window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.plan import Plan, Where
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.review import Review, StatedFact


class Session:
    """One application under review. Every change is judged at once, kept on disk at once, and can be undone.

    Readable at any time: `path`, `plan`, `assessment`, `review`, `review_path` (None while nothing is to be kept),
    `remarks` (what was recovered or not applied), `to_undo`, `to_redo` (what the words for it are, or None),
    `applicants` (names of the applicants where a file holds several, else empty).
    """

    path: Path
    plan: Plan
    assessment: Assessment
    review: Review
    review_path: Path | None
    remarks: tuple[Message, ...]
    applicants: tuple[str, ...]
    to_undo: Message | None
    to_redo: Message | None

    @classmethod
    def open(cls, path: Path, *, rubric: str = "second-batch", region: str | None = None, as_of: date | None = None,
             lines: tuple[str, ...] = (), progress: Progress | None = None) -> Session:
        """Read, check, and take up the review that was begun on it before. Raises LowCarbonError."""
        raise NotImplementedError

    def correct(self, where: Where, text: str, reason: str = "") -> None:
        """Put `text` in the place of what a cell prints."""
        raise NotImplementedError

    def state_fact(self, fact: StatedFact) -> None:
        """State a fact by hand."""
        raise NotImplementedError

    def withdraw_fact(self, id: str) -> None:
        """Take a stated fact back."""
        raise NotImplementedError

    def note(self, criterion: str, text: str) -> None:
        """Write the note on a criterion; an empty one takes it away."""
        raise NotImplementedError

    def choose_region(self, name: str) -> None:
        """Say whose plan it is (or which applicant of several). Raises UsageError for an unknown place."""
        raise NotImplementedError

    def enter_lines(self, typed: tuple[str, ...]) -> None:
        """Enter assigned lines, as on the command line. Raises UsageError; then nothing is changed."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take the last change back."""
        raise NotImplementedError

    def redo(self) -> None:
        """Bring an undone change back."""
        raise NotImplementedError

    def print_report(self, path: Path, lang: str, progress: Progress | None = None) -> None:
        """Write the reviewer PDF with the notes. Raises OutputError; then no half-written file is left."""
        raise NotImplementedError

    def command_line(self) -> str:
        """The command that gives the same findings."""
        raise NotImplementedError
