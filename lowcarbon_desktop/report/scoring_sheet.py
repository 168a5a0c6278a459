"""The sheet of the exported workbook that says what persons said: one row a criterion, without the private notes."""

from __future__ import annotations

from collections.abc import Iterator

from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.report import words
from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.weighed import weighed

HEADS = ("number", "criterion", "severity", "machine-found", "person-said", "reason", "said-by", "open", "given",
         "points-most", "comment-head", "reply-head")

Row = tuple[str | float | None, ...]


def rows(assessment: Assessment, review: Review, lang: str) -> Iterator[Row]:
    """Every criterion, also where nothing was said of it. Points are those that a person gave, None where none were."""
    criteria = {each.id: each for each in assessment.rubric}
    for found, counted in zip(assessment.findings, weighed(assessment, review).findings, strict=True):
        criterion, said = criteria[found.criterion], review.item(found.criterion)
        verdict = said.verdict
        told = (words.word(verdict.outcome, lang), verdict.reason, verdict.by) if verdict is not None else (None,) * 3
        yield (assessment.plan.name, criterion.number.of(lang), criterion.title.of(lang),
               words.word(found.severity, lang), words.outcome(found, lang), *told,
               words.word("yes" if counted.open else "no", lang), said.points, criterion.points or None,
               said.comment or None, said.reply or None)
