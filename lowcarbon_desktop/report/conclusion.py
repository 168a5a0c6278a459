"""The first thing that a report says: the verdict, the counts by severity, and the score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.items import ItemSaid
from lowcarbon_desktop.rubric.model import SEVERITIES


class CountSaid(NamedTuple):
    """How many criteria of one severity ended how."""

    severity: str
    label: str
    passed: int
    failed: int
    open: int
    not_applicable: int


class Conclusion(NamedTuple):
    """The first thing that is read. `outcome` is "fail", "cannot_tell" (musts are open) or "pass".

    `dimensions` are (title, points as an interval, open items) of each part of the score that has any points.
    """

    outcome: str
    verdict: str
    counts: tuple[CountSaid, ...]
    score: str
    points: str
    dimensions: tuple[tuple[str, str, int], ...]


def conclusion(assessment: Assessment, lang: str) -> Conclusion:
    """The verdict on the musts, the counts by severity, and the score as an interval while anything is open."""
    counts = tuple(CountSaid(severity, words.word(severity, lang), each.passed, each.failed, each.open,
                             each.not_applicable) for severity, each in assessment.counts.items())
    must = counts[SEVERITIES.index("must")]
    judged = must.passed + must.failed + must.open
    besides = words.word("besides", lang, count=must.not_applicable) if must.not_applicable else ""
    numbers = {"total": judged, "failed": must.failed, "open": must.open, "besides": besides}
    if must.failed:
        outcome, verdict = "fail", words.word("verdict-fail", lang, **numbers)
    elif must.open:
        outcome, verdict = "cannot_tell", words.word("verdict-open", lang, **numbers)
    elif judged:
        outcome, verdict = "pass", words.word("verdict-pass", lang, **numbers)
    else:
        outcome, verdict = "cannot_tell", words.word("verdict-none", lang)
    return Conclusion(outcome, verdict, counts, _score(assessment, lang),
                      words.word("own-points", lang) if assessment.rubric.own_points else "",
                      _dimensions(assessment, lang))


def _score(assessment: Assessment, lang: str) -> str:
    score = assessment.score
    if score.final:
        return words.word("score-final", lang, low=score.low)
    if not score.open:
        return words.word("score-none", lang)
    return words.word("score-interval", lang, low=score.low, high=score.high, open=score.open)


def _dimensions(assessment: Assessment, lang: str) -> tuple[tuple[str, str, int], ...]:
    titles = {each.id: each.title.of(lang) for each in assessment.rubric.dimensions}
    return tuple((titles[id], wording.spoken(score.low, lang) if score.final else
                  words.word("interval", lang, low=score.low, high=score.high), score.open)
                 for id, score in assessment.dimension_scores.items() if score.open or score.final)


def by_severity(said: Iterable[ItemSaid]) -> tuple[ItemSaid, ...]:
    """Musts first, the rubric's order within."""
    return tuple(sorted(said, key=lambda item: SEVERITIES.index(item.severity)))
