"""The assessment inside a review file: what the machine read and found, whole, so that nothing else is needed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import UsageError, message
from lowcarbon_desktop.plan.codec import plain, revived
from lowcarbon_desktop.rubric.model import SEVERITIES
from lowcarbon_desktop.store import ReviewFile
from lowcarbon_desktop.wording import say

ASSESSMENT = "assessment"


def piece_of(assessment: Assessment) -> Mapping[str, bytes]:
    """The assessment as a piece: the plan as read, the rubric, the findings, the lines entered."""
    return {ASSESSMENT: json.dumps(plain(assessment), ensure_ascii=False, sort_keys=True,
                                   separators=(",", ":")).encode("utf-8", "replace")}


def assessment_in(file: ReviewFile) -> Assessment:
    """The assessment that a loaded review file holds. Raises UsageError where it has none, or it cannot be one."""
    data = file.piece(ASSESSMENT)
    if data is None:
        raise UsageError(message("verdict-no-assessment", path=str(file.path)))
    try:
        found = revived(Assessment, json.loads(data))
        _believe(found)
    except (ValueError, TypeError, RecursionError, LookupError, AttributeError) as error:
        raise UsageError(message("review-damaged", path=str(file.path))) from error
    return found


def _believe(found: Assessment) -> None:
    """Raises ValueError, LookupError or TypeError for what the types allow and no judgement of ours can be."""
    readings = len(found.plan.readings)
    if [finding.criterion for finding in found.findings] != [criterion.id for criterion in found.rubric]:
        raise ValueError("findings")
    for finding in found.findings:
        if finding.severity not in SEVERITIES or not finding.details:
            raise ValueError(finding.criterion)
        for each in (finding, *finding.details):
            if each.outcome not in OUTCOMES:
                raise ValueError(finding.criterion)
            say(each.message, "zh")
        if not all(detail.reading is None or 0 <= detail.reading < readings for detail in finding.details):
            raise ValueError(finding.criterion)
    plan = found.plan
    for remark in (*plan.remarks, *(table.why for table in plan.tables),
                   *(doubt for reading in plan.readings for doubt in reading.doubts),
                   *(reading.rule for reading in plan.readings if reading.rule is not None)):
        say(remark, "zh")
