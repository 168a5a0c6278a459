"""The applicant's list: what is left to mend, what is mended since the beginning, what has become worse."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lowcarbon_desktop.checks import Assessment, Finding
from lowcarbon_desktop.rubric.model import SEVERITIES

MEND, CLEAR, MENDED = "mend", "clear", "mended"
"""It fails; it cannot be told, so the draft has to make it clear; it failed or was unclear and passes now."""
STATES = (MEND, CLEAR, MENDED)
_RANK = {"pass": 0, "not_applicable": 0, "cannot_tell": 1, "judgement": 1, "fail": 2}


@dataclass(frozen=True, slots=True)
class Todo:
    """One criterion on the list, by the id that the reviewer's sheet has for it.

    `ticked` is True where it is mended, or where the applicant has ticked off what the program cannot see.
    """

    finding: Finding
    state: str
    ticked: bool
    worse: bool

    @property
    def criterion(self) -> str:
        """The id of the criterion."""
        return self.finding.criterion

    @property
    def by_hand(self) -> bool:
        """Whether a person may tick it: never what the program sees to fail."""
        return self.state == CLEAR


def outcomes(assessment: Assessment) -> Mapping[str, str]:
    """What every criterion came to, to be held against later."""
    return {each.criterion: each.outcome for each in assessment.findings}


def todo(assessment: Assessment, begun: Mapping[str, str], ticks: Collection[str]) -> tuple[Todo, ...]:
    """The list, what is to be done before what is done, musts first, then in the rubric's order.

    `begun` is what each criterion came to in the beginning. What only reviewers judge is not on it.
    """
    listed = (_listed(each, begun.get(each.criterion), each.criterion in ticks) for each in assessment.findings
              if assessment.rubric.criterion(each.criterion).executability != "judgement")
    return tuple(sorted((each for each in listed if each is not None), key=lambda each: (
        STATES.index(each.state), SEVERITIES.index(each.finding.severity))))


def left_to_reviewers(assessment: Assessment) -> int:
    """How many criteria are not on the list, since only a person judges them."""
    return sum(each.executability == "judgement" for each in assessment.rubric)


def _listed(finding: Finding, begun: str | None, ticked: bool) -> Todo | None:
    now = _RANK.get(finding.outcome)
    before = _RANK.get(begun or "", now)
    if now is None or before is None:
        return None
    if now == 0:
        return Todo(finding, MENDED, True, False) if before else None
    state = MEND if finding.outcome == "fail" else CLEAR
    return Todo(finding, state, ticked and state == CLEAR, now > before)
