"""Several experts' reviews of one draft side by side: joined in any order, compared item by item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from lowcarbon_desktop.analysis import agreement
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import Message, message
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.verdict import Conclusion, Item, Reviewer


@dataclass(frozen=True, slots=True)
class Basis:
    """What reviews must share to be merged: the draft by its files' hashes, the applicant, the rubric, the round.

    `tailoring` is the hash of what was changed of the rubric, "" for nothing.
    """

    files: tuple[str, ...]
    applicant: str
    rubric: str
    version: str
    sha256: str
    round: int
    tailoring: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Voice:
    """What one expert said, as far as it may be seen: before it is sealed, nothing but the name.

    `length` and `head` are number and hash of the last entry of its history: of two the longer is the newer.
    """

    reviewer: Reviewer
    status: str
    length: int
    head: str
    items: Mapping[str, Item]
    conclusion: Conclusion | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """One criterion as the experts see it, each by id; `spread` from 0 (one voice) to 1 (pass against fail)."""

    criterion: str
    verdicts: Mapping[str, str]
    reasons: Mapping[str, str]
    points: Mapping[str, float]
    spread: float
    percent: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over all items: equal pairs in percent, and alpha of outcomes (nominal) and of points (interval)."""

    percent: float | None
    alpha: float | None
    alpha_points: float | None


Voices = Mapping[str, Voice]


def basis(assessment: Assessment, review: Review) -> Basis:
    """What this review is of."""
    plan, rubric = assessment.plan, assessment.rubric
    return Basis(tuple(sorted(each.sha256 for each in plan.files)), plan.name, rubric.id, rubric.version, rubric.sha256,
                 review.round, rubric.tailoring.sha256 if rubric.tailoring is not None else "",
                 plan.as_of.isoformat() if plan.as_of is not None else "")


def voice(review: Review, length: int, head: str) -> Voice | None:
    """The voice of a review; None where it has no reviewer. Blind until sealed."""
    if review.reviewer is None:
        return None
    if review.status == "in_work":
        return Voice(review.reviewer, review.status, length, head, {})
    items = {id: replace(each, earlier=()) for id, each in review.items.items()}
    return Voice(review.reviewer, review.status, length, head, items, review.conclusion)


def joined(*several: Voices) -> Voices:
    """All voices, of each expert the newest: the same in any order and grouping, by id."""
    found: dict[str, Voice] = {}
    for voices in several:
        for id, each in voices.items():
            other = found.get(id)
            if other is None or (each.length, each.head) > (other.length, other.head):
                found[id] = each
    return {id: found[id] for id in sorted(found)}


def common(several: Sequence[Basis]) -> Basis:
    """What most of the reviews are of, so that the odd one out is refused: the same in any order."""
    return max(several, key=lambda each: (several.count(each), repr(each)))


def refusals(one: Basis, other: Basis) -> list[Message]:
    """Why two reviews cannot be merged; nothing where they can."""
    found = []
    if one.files != other.files:
        found.append(message("merge-other-draft"))
    elif one.applicant != other.applicant:
        found.append(message("merge-other-applicant", one=one.applicant, other=other.applicant))
    if one.rubric != other.rubric:
        found.append(message("merge-other-rubric", one=one.rubric, other=other.rubric))
    elif (one.version, one.sha256) != (other.version, other.sha256):
        found.append(message("merge-other-version", rubric=one.rubric, one=f"{one.version} ({one.sha256[:8]})",
                             other=f"{other.version} ({other.sha256[:8]})"))
    if one.tailoring != other.tailoring:
        found.append(message("merge-other-tailoring", one=one.tailoring[:8] or "—", other=other.tailoring[:8] or "—"))
    if one.as_of != other.as_of:  # the day decides which lines bind: it belongs to what is judged by
        found.append(message("merge-other-day", one=one.as_of or "—", other=other.as_of or "—"))
    if one.round != other.round:
        found.append(message("merge-other-round", one=one.round, other=other.round))
    return found


def compared(assessment: Assessment, voices: Voices) -> tuple[Compared, ...]:
    """Every criterion on which somebody spoke, the widest spread first, then in the rubric's order."""
    rows = [_compared(each.id, each.points, voices) for each in assessment.rubric]
    return tuple(sorted((each for each in rows if each.verdicts or each.points), key=lambda each: -each.spread))


def agreed(rows: Sequence[Compared]) -> Agreement:
    """How far the experts agree over all items."""
    outcomes = [list(each.verdicts.values()) for each in rows]
    points = [list(each.points.values()) for each in rows]
    return Agreement(agreement.percent_of_all(outcomes), agreement.alpha(outcomes, agreement.nominal),
                     agreement.alpha(points, agreement.interval))


def strictness(rows: Sequence[Compared], id: str) -> float | None:
    """How much more often than the others an expert fails what both judged: 0.25 is one in four; None without any."""
    shared = [each.verdicts for each in rows if id in each.verdicts and len(each.verdicts) > 1]
    if not shared:
        return None
    own = sum(each[id] == "fail" for each in shared)
    others = sum(sum(outcome == "fail" for other, outcome in each.items() if other != id) / (len(each) - 1)
                 for each in shared)
    return (own - others) / len(shared)


def names(voices: Voices) -> Mapping[str, str]:
    """What to call each expert, by id: the name, with the beginning of the id where two bear one."""
    all_names = [each.reviewer.name for each in voices.values()]
    return {id: each.reviewer.name if all_names.count(each.reviewer.name) == 1 else f"{each.reviewer.name} ({id[:8]})"
            for id, each in voices.items()}


def _compared(criterion: str, scale: float, voices: Voices) -> Compared:
    said = {id: each.items[criterion] for id, each in voices.items() if criterion in each.items}
    verdicts = {id: each.verdict for id, each in said.items() if each.verdict is not None}
    outcomes = {id: each.outcome for id, each in verdicts.items()}
    points = {id: each.points for id, each in said.items() if each.points is not None}
    apart = (max(points.values()) - min(points.values())) / scale if points and scale else 0.0
    spread = max([apart, *(_apart(one, other) for one, other in combinations(outcomes.values(), 2))])
    return Compared(criterion, outcomes, {id: each.reason for id, each in verdicts.items()}, points, round(spread, 6),
                    agreement.percent(list(outcomes.values())))


def _apart(one: str, other: str) -> float:
    """Pass against fail is as far as it goes; anything else that differs is half way."""
    return 0.0 if one == other else 1.0 if {one, other} == {"pass", "fail"} else 0.5
