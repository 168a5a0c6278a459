"""What a check found: its outcome, the words for it, and the rows or places behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lowcarbon_desktop.errors import Message, Text
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Evidence, Quantity

OUTCOMES = ("fail", "cannot_tell", "judgement", "pass", "not_applicable", "rubric_error")
"""All outcomes, the worst first: the worst detail is the outcome of its finding."""


class Detail(NamedTuple):
    """One row or place behind a finding.

    `reading` is a position in `Plan.readings` or None. `margin` is positive where stricter than the line, measured
    from the weaker end, in the line's unit. `steps` are lines of arithmetic, shown as they are.
    """

    outcome: str
    message: Message
    reading: int | None = None
    value: Quantity | None = None
    line: Line | None = None
    margin: float | None = None
    evidence: tuple[Evidence, ...] = ()
    settled: bool = True
    grade: Text | None = None
    steps: tuple[str, ...] = ()


def worst(details: Sequence[Detail]) -> Detail:
    """The detail that gives the outcome, the first of several; of failures a settled one, else an unsettled one."""
    if len(details) == 1:
        return details[0]
    return min(details, key=lambda detail: (OUTCOMES.index(detail.outcome),
                                            detail.settled != (detail.outcome == "fail")))


class Finding(NamedTuple):
    """The one finding of a criterion on a plan. `details` is never empty; `message` is that of the worst detail.

    `settled` is False where the outcome rests on a fact or doubtful reading that no person has confirmed or on an
    unconfirmed line: then it counts as open, as do cannot_tell and judgement. `severity` may be milder than the
    criterion's (a nation's line where an assigned one exists). `remedy` says how to mend it, None on a pass.
    """

    criterion: str
    outcome: str
    severity: str
    settled: bool
    message: Message
    details: tuple[Detail, ...]
    remedy: Text | None = None

    @property
    def open(self) -> bool:
        """Whether a person still has to say something before this counts."""
        return self.outcome in ("cannot_tell", "judgement") or (
            self.outcome in ("pass", "fail") and not self.settled)

    @property
    def worst(self) -> Detail:
        """The detail that gives the outcome."""
        return worst(self.details)

    @property
    def readings(self) -> tuple[int, ...]:
        """Positions in `Plan.readings` of all values behind it, each once."""
        return tuple(dict.fromkeys(detail.reading for detail in self.details if detail.reading is not None))
