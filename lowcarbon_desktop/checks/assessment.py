"""A plan judged by a rubric: the findings, how many of each, and the score as an interval."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import NamedTuple

from lowcarbon_desktop.analysis.instruments import Matrix  # in full, since a review file keeps it by its type
from lowcarbon_desktop.checks.finding import Finding
from lowcarbon_desktop.checks.least_change import Change, least_change
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Plan
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.model import SEVERITIES


class Counts(NamedTuple):
    """How many criteria of one severity passed, failed, are open or do not apply."""

    passed: int = 0
    failed: int = 0
    open: int = 0
    not_applicable: int = 0


class Score(NamedTuple):
    """Points out of 100: `low` is settled, `high` is reached if every one of `open` items passes.

    `final` only when nothing is open. With nothing applicable both ends are 0 and it is not final.
    """

    low: float
    high: float
    open: int
    final: bool


@frozen()
class Assessment:
    """One plan, one rubric, one finding a criterion, in the rubric's order. `entered` are the user's own lines.

    `matrix` holds the policy instruments that were found, where the rubric asks for them and text was read.
    """

    plan: Plan
    rubric: Rubric
    findings: tuple[Finding, ...]
    entered: tuple[Line, ...] = ()
    matrix: Matrix | None = None

    def finding(self, criterion: str) -> Finding:
        """The finding of a criterion. Raises KeyError."""
        for finding in self.findings:
            if finding.criterion == criterion:
                return finding
        raise KeyError(criterion)

    @property
    def counts(self) -> Mapping[str, Counts]:
        """Counts by severity; every severity is there."""
        return {severity: _count([finding for finding in self.findings if finding.severity == severity])
                for severity in SEVERITIES}

    @property
    def score(self) -> Score:
        """The score over all criteria."""
        return self._score(self.findings)

    @property
    def dimension_scores(self) -> Mapping[str, Score]:
        """The score of each dimension that has criteria."""
        dimension = {criterion.id: criterion.dimension for criterion in self.rubric}
        return {each.id: self._score([finding for finding in self.findings if dimension[finding.criterion] == each.id])
                for each in self.rubric.dimensions}

    @property
    def least_change(self) -> tuple[Change, ...]:
        """What would have to change at least for all that failed to pass."""
        return least_change(self.findings)

    @property
    def must_fail(self) -> int:
        """How many criteria that must be met are settled as failed: what the exit status rests on."""
        return self.counts["must"].failed

    @property
    def must_open(self) -> int:
        """How many criteria that must be met are open."""
        return self.counts["must"].open

    def overruled(self, criterion: str) -> bool:
        """Whether a person judged otherwise than the machine had; never where nobody spoke."""
        return False

    def won(self, finding: Finding, points: float) -> float:
        """What a settled finding that applies brings, of the points of its criterion."""
        return points if finding.outcome == "pass" else 0.0

    def _score(self, findings: tuple[Finding, ...] | list[Finding]) -> Score:
        points = {criterion.id: criterion.points for criterion in self.rubric}
        total = sum(points[each.criterion] for each in findings if each.outcome != "not_applicable")
        still = sum(1 for each in findings if each.open)
        if not total:
            return Score(0.0, 0.0, still, False)
        won = sum(self.won(each, points[each.criterion]) for each in findings
                  if each.outcome != "not_applicable" and not each.open)
        maybe = sum(points[each.criterion] for each in findings if each.open)
        low = floor(round(1000 * won / total, 6)) / 10  # outwards, so that 99.96 with an open item never reads as 100
        high = ceil(round(1000 * (won + maybe) / total, 6)) / 10
        return Score(low, high, still, still == 0)


def _count(findings: list[Finding]) -> Counts:
    settled = [finding for finding in findings if not finding.open]
    return Counts(
        passed=sum(finding.outcome == "pass" for finding in settled),
        failed=sum(finding.outcome in ("fail", "rubric_error") for finding in settled),
        open=len(findings) - len(settled),
        not_applicable=sum(finding.outcome == "not_applicable" for finding in settled))
