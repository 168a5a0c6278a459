"""Several rounds of one plan side by side: a column a round, a row a criterion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lowcarbon_desktop.review.rounds import Past, change
from lowcarbon_desktop.review.verdict import Earlier


@dataclass(frozen=True, slots=True)
class Box:
    """A criterion in one round: the outcome that counted, by whom ("" is the machine), and all that was said."""

    outcome: str
    by: str = ""
    reason: str = ""
    points: float | None = None
    comment: str = ""
    reply: str = ""
    change: str | None = None
    open: bool = False


@dataclass(frozen=True)
class Column:
    """A round. `past` is None where nothing of it is known but what later rounds tell."""

    round: int
    past: Past | None


@dataclass(frozen=True)
class SideBySide:
    """The rounds in their order, and by criterion a box a round, None where its rubric has no such criterion."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[Box | None, ...]], ...]


def side_by_side(rounds: Iterable[Past]) -> SideBySide:
    """The rounds side by side; of one reviewer and round the first that is given stands."""
    known: dict[tuple[str, int], Past] = {}
    for each in rounds:
        known.setdefault((_who(each)[1], each.round), each)
    pasts = sorted(known.values(), key=lambda each: (each.round, *_who(each)))
    numbers = {each.round for each in pasts}
    told = {each.round for past in pasts for item in past.items.values() for each in item.earlier} - numbers
    columns = sorted([*(Column(each.round, each) for each in pasts), *(Column(round, None) for round in told)],
                     key=lambda column: column.round)
    criteria = dict.fromkeys(each.criterion for past in reversed(pasts) for each in past.assessment.findings)
    boxes = [_boxes(each) for each in (column.past for column in columns) if each is not None]
    by_past = iter(boxes)
    of_column = [next(by_past) if column.past is not None else _recalled(pasts, column.round) for column in columns]
    return SideBySide(tuple(columns), tuple((id, tuple(each.get(id) for each in of_column)) for id in criteria))


def _who(past: Past) -> tuple[str, str]:
    return (past.reviewer.name, past.reviewer.id) if past.reviewer is not None else ("", "")


def _boxes(past: Past) -> dict[str, Box]:
    found = {}
    for finding, machine in zip(past.counted.findings, past.assessment.findings, strict=True):
        item = past.items.get(finding.criterion)
        if item is None:
            found[finding.criterion] = Box(finding.outcome, open=finding.open)
            continue
        verdict = item.verdict
        by, reason = (verdict.by, verdict.reason) if verdict is not None else ("", "")
        found[finding.criterion] = Box(finding.outcome, by, reason, item.points, item.comment, item.reply,
                                       change(machine, item), finding.open)
    return found


def _recalled(pasts: Iterable[Past], round: int) -> dict[str, Box]:
    """A round as later ones tell of it."""
    found: dict[str, Box] = {}
    for past in pasts:
        for criterion, item in past.items.items():
            for each in item.earlier:
                if each.round == round:
                    found.setdefault(criterion, _box(each))
    return found


def _box(earlier: Earlier) -> Box:
    return Box(earlier.outcome, earlier.by, earlier.reason, None, earlier.comment, earlier.reply)
