"""What the window has to tell the user, said anew when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lowcarbon_desktop.errors import FaultyData, LowCarbonError, Message


@dataclass(frozen=True)
class Notice:
    """`kind` is error, warning, info or cancelled; `words` and `details` are asked for their text when it is shown."""

    kind: str
    words: Callable[[], str]
    details: Callable[[], str] = lambda: ""
    offer: tuple[Callable[[], str], Callable[[], object]] | None = None
    """The words of a button that the notice has, and what it does."""
    quiet: bool = False
    """Said without anybody having asked: it does not cover an error, which nobody may have read yet."""


def of_error(error: LowCarbonError, say: Callable[[Message], str], about: str = "") -> Notice:
    """A notice of an error that is the user's business; `about` is the file that it happened to."""
    def words() -> str:
        said = say(error.message)
        return f"{about}: {said}" if about and about not in said else said

    def details() -> str:
        faults = error.faults if isinstance(error, FaultyData) else ()
        return "\n".join(f"{fault.file}:{fault.line}:{fault.column}: {say(fault.message)}" for fault in faults)

    return Notice("cancelled" if error.status == 130 else "error", words, details)
