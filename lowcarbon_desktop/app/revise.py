"""What the applicant has to revise, proposed from the musts that count as failed."""

from __future__ import annotations

from lowcarbon_desktop.errors import message
from lowcarbon_desktop.review.state import Review
from lowcarbon_desktop.review.weighed import Weighed
from lowcarbon_desktop.wording import say


def proposed(counted: Weighed, review: Review, lang: str) -> str:
    """A numbered line for each failed must: its title, and the reviewer's comment, else the remedy; "" for none."""
    lines = []
    for finding in counted.findings:
        if finding.severity != "must" or finding.outcome != "fail" or finding.open:
            continue
        how = review.item(finding.criterion).comment.strip() or (
            finding.remedy.of(lang) if finding.remedy is not None else say(finding.message, lang))
        lines.append(say(message("revise-line", number=len(lines) + 1, how=how,
                                 criterion=counted.rubric.criterion(finding.criterion).title), lang))
    return "\n".join(lines)
