"""What a person says of a criterion: a verdict with its reason, points, a comment, and how it was in earlier rounds."""

from __future__ import annotations

from dataclasses import dataclass

OUTCOMES = ("pass", "fail", "cannot_tell", "not_applicable")
"""What a person may say."""
CONCLUSIONS = ("passes", "passes_once_revised", "fails")
STATUSES = ("in_work", "sealed", "returned")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews: known by `id`, since two may bear one name. `interest` is a conflict of interest as declared."""

    id: str
    name: str
    interest: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a finding. `machine` is the outcome that the machine had found when it was said.

    `at` is a moment in UTC as text ("2012-06-30T08:00:00Z").
    """

    outcome: str
    reason: str
    by: str
    at: str
    machine: str

    @property
    def agrees(self) -> bool:
        """Whether it is what the machine had found."""
        return self.outcome == self.machine

    @property
    def overrules(self) -> bool:
        """Whether the machine had judged by itself, and otherwise; to answer what it left open overrules nothing."""
        return not self.agrees and self.machine in ("pass", "fail", "not_applicable")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What became of a criterion in an earlier round: the outcome that counted, and by whose word.

    `rests_on` is the hash of the names and texts that it rested on, by which a changed place is known again; `margin`
    the distance from the line.
    """

    round: int
    outcome: str
    by: str
    reason: str = ""
    comment: str = ""
    reply: str = ""
    margin: float | None = None
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """All that was said of one criterion. `comment` is for the applicant, `reply` the applicant's to an earlier one.

    `points` are between 0 and what the rubric gives. `earlier` has one entry a round, the first round first.
    """

    verdict: Verdict | None = None
    points: float | None = None
    comment: str = ""
    reply: str = ""
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The overall verdict, one of CONCLUSIONS, in the reviewer's own words, and what must be revised."""

    outcome: str
    words: str
    revise: str
    by: str
    at: str


NOTHING = Item()
