"""The assessments inside a review file: of this round and of those before, whole, so that nothing else is needed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan.codec import Written, plain, revived
from lowcarbon_desktop.review.rounds import Past
from lowcarbon_desktop.store import ReviewFile

ASSESSMENT = "assessment"
ROUND = "round:"


def piece_of(assessment: Assessment, written: Written | None = None) -> Mapping[str, bytes]:
    """The assessment as a piece: the plan as read, the rubric, the findings, the lines entered.

    `written` remembers what of it was made plain for the piece before.
    """
    return {ASSESSMENT: _packed(assessment, written)}


def piece_of_round(past: Past) -> Mapping[str, bytes]:
    """A round that is over as a piece of the file of a later one."""
    return {f"{ROUND}{past.round}": _packed(past)}


def rounds_in(file: ReviewFile) -> tuple[Past, ...]:
    """The rounds that a loaded review file keeps of those before it, the first one first. Raises UsageError."""
    pieces = (file.piece(name) for name in file.pieces if name.startswith(ROUND))
    try:
        found = [revived(Past, json.loads(data)) for data in pieces if data is not None]
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    return tuple(sorted(found, key=lambda each: each.round))


def _packed(value: object, written: Written | None = None) -> bytes:
    """Keys stand as they are: judged anew by the rubric from inside, the rows of a finding come in the same order."""
    text = json.dumps(plain(value, written), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def assessment_in(file: ReviewFile) -> Assessment:
    """The assessment that a loaded review file holds. Raises UsageError where it has none, or it cannot be one."""
    data = file.piece(ASSESSMENT)
    if data is None:
        raise UsageError(message("verdict-no-assessment", path=str(file.path)))
    try:
        return revived(Assessment, json.loads(data))
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
