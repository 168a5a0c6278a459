"""The assessment inside a review file: what the machine read and found, whole, so that nothing else is needed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan.codec import Written, plain, revived
from lowcarbon_desktop.store import ReviewFile

ASSESSMENT = "assessment"


def piece_of(assessment: Assessment, written: Written | None = None) -> Mapping[str, bytes]:
    """The assessment as a piece: the plan as read, the rubric, the findings, the lines entered.

    `written` remembers what of it was made plain for the piece before.
    """
    text = json.dumps(plain(assessment, written), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {ASSESSMENT: text.encode("utf-8", "replace")}


def assessment_in(file: ReviewFile) -> Assessment:
    """The assessment that a loaded review file holds. Raises UsageError where it has none, or it cannot be one."""
    data = file.piece(ASSESSMENT)
    if data is None:
        raise UsageError(message("verdict-no-assessment", path=str(file.path)))
    try:
        return revived(Assessment, json.loads(data))
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
