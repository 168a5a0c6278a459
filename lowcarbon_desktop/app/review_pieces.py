"""The assessments inside a review file: of this round and of those before, whole, so that nothing else is needed."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan.codec import Written, plain, revived
from lowcarbon_desktop.plan.late import LATE, late
from lowcarbon_desktop.review.verdict import CONCLUSIONS, STATUSES, Conclusion, Item
from lowcarbon_desktop.review.verdict import OUTCOMES as SAID
from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.store import Kept, ReviewFile
from lowcarbon_desktop.wording import say

if TYPE_CHECKING:
    from lowcarbon_desktop.review.rounds import Past

ASSESSMENT = "assessment"
FAULTS = (ValueError, TypeError, RecursionError, LookupError, AttributeError)
"""What comes of a piece that the program has not written."""
_POINTS = 1e6
ROUND = "round:"
VOICE = "voice:"


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
    from lowcarbon_desktop.review.rounds import Past

    pieces = (file.piece(name) for name in file.pieces if name.startswith(ROUND))
    try:
        found = [revived(Past, json.loads(data)) for data in pieces if data is not None]
        for each in found:
            believe(each.assessment)
            believe_said(each.status, each.items, each.conclusion)
    except FAULTS as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    return tuple(sorted(found, key=lambda each: each.round))


def _packed(value: object, written: Written | None = None) -> bytes:
    """Keys stand as they are: judged anew by the rubric from inside, the rows of a finding come in the same order."""
    text = json.dumps(plain(value, written), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def assessment_in(file: ReviewFile) -> Assessment:
    """The assessment that a loaded review file holds. Raises UsageError where it has none, or it cannot be one."""
    return assessment_of(file.piece(ASSESSMENT), file, believe)


def assessment_of(data: bytes | None, file: ReviewFile, held_for_true: Callable[[Assessment], None]) -> Assessment:
    """The assessment that the piece of a review file holds, with readings and tables that are made when needed.

    Raises UsageError as `assessment_in`; whoever does not believe all of it has to expect ValueError of the plan.
    """
    if data is None:
        raise UsageError(message("verdict-no-assessment", path=str(file.path), files=()))
    try:
        told = json.loads(data)
        rest = {name: told["plan"].pop(name) for name in LATE if name in told["plan"]}
        found = revived(Assessment, told)
        late(found.plan, rest)
    except FAULTS as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    return believed(found, file, held_for_true)


def believed(found: Assessment, file: ReviewFile, held_for_true: Callable[[Assessment], None]) -> Assessment:
    """What came out of the file, if it holds good. Raises UsageError."""
    try:
        held_for_true(found)
    except FAULTS as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    return found


def assessment_or_anew(data: bytes | None, file: ReviewFile, kept: Kept,
                       held_for_true: Callable[[Assessment], None]) -> tuple[Assessment, Mapping[str, bytes]]:
    """The assessment, and where there is none one that is made anew, with the pieces that the file then lacks.

    Raises UsageError where the draft cannot be found either.
    """
    try:
        return assessment_of(data, file, held_for_true), {}
    except UsageError as error:
        if error.message.code != "verdict-no-assessment":
            raise
    from lowcarbon_desktop.app.judged_again import judged_again

    return judged_again(file, kept)


def believe(found: Assessment) -> None:
    """Raises ValueError, LookupError or TypeError for what the types allow and no judgement of ours can be."""
    believe_shown(found)
    believe_read(found)


def believe_read(found: Assessment) -> None:
    """As `believe`, of what was read of the draft: many more words, and few of them are seen at once."""
    for table in found.plan.tables:
        say(table.why, "zh")
    for reading in found.plan.readings:
        for each in (*reading.doubts, *(() if reading.rule is None else (reading.rule,))):
            say(each, "zh")


def believe_shown(found: Assessment) -> None:
    """As `believe`, of what is to be seen at once: the findings."""
    readings = found.plan.count
    if [finding.criterion for finding in found.findings] != [criterion.id for criterion in found.rubric]:
        raise ValueError("findings")
    if not all(math.isfinite(criterion.points) and 0 <= criterion.points <= _POINTS for criterion in found.rubric):
        raise ValueError("points")
    for finding in found.findings:
        if finding.severity not in SEVERITIES or not finding.details:
            raise ValueError(finding.criterion)
        for each in (finding, *finding.details):
            if each.outcome not in OUTCOMES:
                raise ValueError(finding.criterion)
            say(each.message, "zh")
        if not all(detail.reading is None or 0 <= detail.reading < readings for detail in finding.details):
            raise ValueError(finding.criterion)
    for remark in found.plan.remarks:
        say(remark, "zh")


def believe_said(status: str, items: Mapping[str, Item], conclusion: Conclusion | None) -> None:
    """Raises ValueError for what no person can have said with this program."""
    wrong = status not in STATUSES or (conclusion is not None and conclusion.outcome not in CONCLUSIONS)
    for item in items.values():
        said = item.verdict
        wrong |= said is not None and not (said.outcome in SAID and said.machine in OUTCOMES)
        wrong |= item.points is not None and not (math.isfinite(item.points) and 0 <= item.points <= _POINTS)
        wrong |= any(each.outcome not in ("", *OUTCOMES) for each in item.earlier)
    if wrong:
        raise ValueError("said")
