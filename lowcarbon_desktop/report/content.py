"""What a report says, decided before anything has looks: conclusion, what to mend, every finding, what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment
from lowcarbon_desktop.plan import FactKind, Register
from lowcarbon_desktop.report import comparison, items, provenance, reading_said, words
from lowcarbon_desktop.rubric.model import SEVERITIES


@dataclass(frozen=True, slots=True)
class CountSaid:
    """How many criteria of one severity ended how."""

    severity: str
    label: str
    passed: int
    failed: int
    open: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The first thing that is read. `outcome` is "fail", "cannot_tell" (musts are open) or "pass".

    `dimensions` are (title, points as an interval, open items) of each part of the score that has any points.
    """

    outcome: str
    verdict: str
    counts: tuple[CountSaid, ...]
    score: str
    points: str
    dimensions: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SectionSaid:
    """The findings under one heading of the rubric."""

    title: str
    items: tuple[items.ItemSaid, ...]


@dataclass(frozen=True)
class Content:
    """Everything that a report says, in one language, in the order in which it is said.

    `mend` holds what is settled as failed, musts first; `open` what a person still has to settle. `signed` is said
    where it is signed: what a person concluded, and the hash of the sealed review.
    """

    lang: str
    title: str
    applicant: str
    programme: str
    conclusion: Conclusion
    mend: tuple[items.ItemSaid, ...]
    open: tuple[items.ItemSaid, ...]
    sections: tuple[SectionSaid, ...]
    bars: tuple[comparison.Bar, ...]
    tables: tuple[reading_said.TableSaid, ...]
    readings: tuple[reading_said.ReadingSaid, ...]
    facts: tuple[reading_said.FactSaid, ...]
    remarks: tuple[str, ...]
    provenance: provenance.Provenance
    signed: tuple[str, ...] = ()

    def word(self, code: str, **args: object) -> str:
        """A heading or label of this package in the content's language."""
        return words.word(code, self.lang, **args)


def content(assessment: Assessment, register: Register, kinds: Mapping[str, FactKind], notes: Mapping[str, str],
            lang: str, people: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
            signed: tuple[str, ...] = ()) -> Content:
    """Say everything. `notes` are the reviewer's, by criterion; `people` the lines of what persons said of it."""
    plan, rubric = assessment.plan, assessment.rubric
    said = items.items(assessment, notes, lang, people)
    by_section = {section.id: [] for section in rubric.sections}
    for item in said:
        by_section[rubric.criterion(item.criterion).section].append(item)
    return Content(
        lang=lang, title=words.word("title", lang), applicant=words.applicant(plan, lang),
        programme=rubric.title.of(lang), conclusion=conclusion(assessment, lang),
        mend=by_severity(item for item in said if item.outcome in ("fail", "rubric_error") and not item.open),
        open=by_severity(item for item in said if item.open),
        sections=tuple(SectionSaid(section.title.of(lang), tuple(by_section[section.id]))
                       for section in rubric.sections if by_section[section.id]),
        bars=comparison.comparison(assessment, register, lang),
        tables=reading_said.tables(plan, lang), readings=reading_said.readings(plan, register, lang),
        facts=reading_said.facts(plan, kinds, lang),
        remarks=tuple(wording.say(remark, lang) for remark in plan.remarks),
        provenance=provenance.provenance(assessment, register, lang), signed=signed)


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


def by_severity(said: Iterable[items.ItemSaid]) -> tuple[items.ItemSaid, ...]:
    """Musts first, the rubric's order within."""
    return tuple(sorted(said, key=lambda item: SEVERITIES.index(item.severity)))
