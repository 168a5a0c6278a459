"""The whole error family on one page, and the message that every error and finding carries.

    LowCarbonError
    ├── UsageError            wrong use: an option, a file that the user named, a place that cannot be written  (2)
    │   ├── FaultyData        a data file or rubric with faults, all of them at once                            (2)
    │   └── OutputError       a result could not be written                                                    (2)
    ├── PlanUnreadable        a plan that cannot be read                                                        (3)
    └── Cancelled             the user stopped it                                                             (130)

Nothing here is a sentence: a `Message` is a code and arguments, and `wording` turns it into Chinese or English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from lowcarbon_desktop.frozen import frozen


@frozen(slots=True)
class Text:
    """One wording in the two languages that a user may choose, e.g. Text("碳强度", "Carbon intensity")."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """The wording in `lang`, "zh" or "en"."""
        return self.en if lang == "en" else self.zh


@frozen(slots=True)
class Message:
    """What is to be said: the code of a wording in the catalogues, and what stands in its places.

    An argument is a str, an int or float (printed without needless digits), a `Text`, another `Message`, or a tuple
    of these (joined as a list). Example: Message("below-line", {"value": "17", "line": "17.5"}).
    """

    code: str
    args: Mapping[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted(self.args))))


def message(code: str, **args: object) -> Message:
    """Shorthand: message("below-line", value="17") is Message("below-line", {"value": "17"})."""
    return Message(code, args)


class LowCarbonError(Exception):
    """Base of all errors that are the user's business: each has a message and an exit status."""

    status = 4

    def __init__(self, said: Message) -> None:
        super().__init__(f"{said.code} {dict(said.args)}")
        self.message = said


class UsageError(LowCarbonError):
    """Wrong use of the program: an unknown option value, a file that is not there, a line that cannot be parsed."""

    status = 2


class Fault(NamedTuple):
    """One fault of a data file: the file's name, line and column (both from 1; 0 where there is none), and what.

    A `warning` is told and refuses nothing.
    """

    file: str
    line: int
    column: int
    message: Message
    warning: bool = False


class FaultyData(UsageError):
    """A rubric or reference file with faults: `faults` holds all of them, in file order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(message("faulty-data", count=len(faults)))
        self.faults = faults


class OutputError(UsageError):
    """A result could not be written; nothing half-written is left."""


class PlanUnreadable(LowCarbonError):
    """A plan's file cannot be read at all; the message says what to do about it."""

    status = 3


class Cancelled(LowCarbonError):
    """The user stopped the work; nothing was changed."""

    status = 130

    def __init__(self) -> None:
        super().__init__(message("cancelled"))
