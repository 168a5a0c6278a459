"""What a summary of many plans says: a line each, what could not be read, and which criteria fail most often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Counts, Score
from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.coverage import Coverage, coverage
from lowcarbon_desktop.report.provenance import judged_by, tailoring
from lowcarbon_desktop.report.workbook import Sheet
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.model import SEVERITIES

_FREQUENT = 12
_HEADS = ("file", "region", *(f"summary-{severity}-{what}" for severity in SEVERITIES
                              for what in ("pass", "fail", "open")),
          "summary-low", "summary-high", "summary-failing", "summary-reason", "summary-pdf")


@dataclass(frozen=True)
class Entry:
    """One applicant. `file` is what was read of the folder; of one that could not be judged `said` tells why.

    `pdf` is the name of its report, "" where there is none; `status` as a check of it alone would end.
    """

    file: str
    assessment: Assessment | None = None
    said: Message | None = None
    pdf: str = ""
    status: int = 0


class RowSaid(NamedTuple):
    """One plan. Without `counts` it was not judged, and `reason` says why; `failing` are numbers of musts."""

    file: str
    applicant: str
    counts: tuple[Counts, ...]
    score: str
    failing: tuple[str, ...]
    reason: str


class OftenSaid(NamedTuple):
    """A criterion with the number of plans that it fails on, and of those where it is open."""

    number: str
    title: str
    severity: str
    failed: int
    open: int


class SummarySaid(NamedTuple):
    """Everything, in the order in which it is said."""

    lang: str
    programme: str
    lead: tuple[str, ...]
    rows: tuple[RowSaid, ...]
    often: tuple[OftenSaid, ...]
    about: tuple[str, ...]
    coverage: Coverage | None = None


def summary(entries: Sequence[Entry], rubric: Rubric, lang: str) -> SummarySaid:
    """Say it in one language."""
    judged = [each.assessment for each in entries if each.assessment is not None]
    lead = [words.word("summary-judged", lang, count=len(judged),
                       failing=sum(each.must_fail > 0 for each in judged),
                       open=sum(each.must_fail == 0 and each.must_open > 0 for each in judged))]
    if len(judged) < len(entries):
        lead.append(words.word("summary-unread", lang, count=len(entries) - len(judged)))
    if rubric.own_points:
        lead.append(words.word("summary-points", lang))
    tailored = [words.word("labelled", lang, label=label, text=text) for label, text in tailoring(rubric, lang)]
    lead[:0] = tailored[:1]
    about = [words.word("rubric-named", lang, title=rubric.title.of(lang), id=rubric.id, version=rubric.version),
             f"SHA-256 {rubric.sha256}", *tailored]
    return SummarySaid(lang, rubric.title.of(lang), tuple(lead), tuple(_row(each, lang) for each in entries),
                       _often(judged, rubric, lang), tuple(about), coverage(judged, lang))


def sheets(entries: Sequence[Entry], rubric: Rubric, lang: str) -> tuple[Sheet, ...]:
    """The summary for those who go on calculating: a row each, and criteria by plans."""
    judged = [each.assessment for each in entries if each.assessment is not None]
    heads = tuple(words.word(head, lang) for head in _HEADS)
    names = [words.applicant(each.plan, lang) for each in judged]
    criteria = [(criterion.number.of(lang), criterion.title.of(lang), words.word(criterion.severity, lang), *(
        words.outcome(each.finding(criterion.id), lang) for each in judged)) for criterion in rubric]
    return (Sheet(words.word("summary-sheet", lang), heads, tuple(_cells(each, lang) for each in entries)),
            Sheet(words.word("sheet-findings", lang), (*(words.word(head, lang) for head in (
                "number", "criterion", "severity")), *names), tuple(criteria)), *_planned(judged, lang),
            Sheet(words.word("provenance-heading", lang), (words.word("basis-item", lang), words.word("value", lang)),
                  judged_by(rubric, lang)))


def _planned(judged: Sequence[Assessment], lang: str) -> tuple[Sheet, ...]:
    found = coverage(judged, lang)
    return () if found is None else (Sheet(
        words.word("coverage-sheet", lang), (words.word("summary-plan", lang), *found.documents),
        tuple((name, *states) for name, states in found.rows)),)


def _cells(each: Entry, lang: str) -> tuple[str | float | None, ...]:
    found = each.assessment
    if found is None:
        return (each.file, *(None,) * (len(_HEADS) - 3), _why(each, lang), None)
    counts = [number for severity in SEVERITIES for number in found.counts[severity][:3]]
    comma = "、" if lang == "zh" else ", "
    return (each.file, words.applicant(found.plan, lang), *counts, found.score.low, found.score.high,
            comma.join(failing(found, lang)), _why(each, lang), each.pdf)


def _row(each: Entry, lang: str) -> RowSaid:
    found = each.assessment
    if found is None:
        return RowSaid(each.file, "", (), "", (), _why(each, lang))
    return RowSaid(each.file, words.applicant(found.plan, lang), tuple(found.counts.values()),
                   score(found.score, lang), failing(found, lang), _why(each, lang))


def failing(found: Assessment, lang: str) -> tuple[str, ...]:
    """The numbers of the musts that are settled as failed."""
    return tuple(found.rubric.criterion(each.criterion).number.of(lang) for each in found.findings
                 if each.severity == "must" and each.outcome in ("fail", "rubric_error") and not each.open)


def score(found: Score, lang: str) -> str:
    """A number where it is final, else the interval."""
    if found.final:
        return wording.spoken(found.low, lang)
    return words.word("interval", lang, low=found.low, high=found.high) if found.open else "—"


def _why(each: Entry, lang: str) -> str:
    return wording.say(each.said, lang) if each.said is not None else ""


def _often(judged: Sequence[Assessment], rubric: Rubric, lang: str) -> tuple[OftenSaid, ...]:
    rows = []
    for criterion in rubric:
        found = [each.finding(criterion.id) for each in judged]
        rows.append(OftenSaid(criterion.number.of(lang), criterion.title.of(lang), words.word(criterion.severity, lang),
                              sum(each.outcome == "fail" and not each.open for each in found),
                              sum(each.open for each in found)))
    return tuple(sorted((row for row in rows if row.failed), key=lambda row: -row.failed)[:_FREQUENT])
