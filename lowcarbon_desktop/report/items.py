"""A finding as it is said: its number, title and outcome, the rows behind it, what mends it or what it still needs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Detail, Finding
from lowcarbon_desktop.plan import Evidence, Plan
from lowcarbon_desktop.report import words
from lowcarbon_desktop.report.needs import needs
from lowcarbon_desktop.rubric.model import Citation

_DERIVED = {"value-other-base": "base", "label-energy-above-carbon": "cut", "kaya": "kaya", "peak": "peak"}
"""What the arithmetic of a detail derives, by its code or the first word of it."""


class DetailSaid(NamedTuple):
    """One row or place behind a finding, every part of it in words and "" where there is none.

    `steps` begin with a line that says what is derived. `places` are (place, words) of all that it cites.
    """

    outcome: str
    label: str
    message: str
    place: str
    printed: str
    value: str
    line: str
    margin: str
    grade: str
    steps: tuple[str, ...]
    evidence: tuple[str, ...]
    places: tuple[tuple[str, str], ...]


class ItemSaid(NamedTuple):
    """One finding. `outcome` and `severity` are ids for whoever draws; `needs` says what settles an open one.

    `message` is that of its worst detail; of a pass with several details it is all of theirs. `person` are the lines of
    what a person said of it, where one did.
    """

    criterion: str
    number: str
    title: str
    severity: str
    severity_label: str
    outcome: str
    label: str
    open: bool
    message: str
    details: tuple[DetailSaid, ...]
    remedy: str
    needs: str
    note: str
    citation: str
    decisive: int
    person: tuple[str, ...] = ()

    @property
    def worst(self) -> DetailSaid:
        """The detail that gives the outcome."""
        return self.details[self.decisive]


def items(assessment: Assessment, notes: Mapping[str, str], lang: str,
          people: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> tuple[ItemSaid, ...]:
    """All findings in the rubric's order."""
    return tuple(_item(assessment, finding, notes.get(finding.criterion, ""), people.get(finding.criterion, ()), lang)
                 for finding in assessment.findings)


def _item(assessment: Assessment, finding: Finding, note: str, person: tuple[str, ...], lang: str) -> ItemSaid:
    criterion = assessment.rubric.criterion(finding.criterion)
    return ItemSaid(
        criterion=criterion.id, number=criterion.number.of(lang), title=criterion.title.of(lang),
        severity=finding.severity, severity_label=words.word(finding.severity, lang),
        outcome=finding.outcome, label=_label(assessment, finding, lang), open=finding.open,
        message=_message(finding, lang),
        details=tuple(_detail(detail, assessment.plan, lang) for detail in finding.details),
        remedy=finding.remedy.of(lang) if finding.remedy is not None else "",
        needs=needs(finding, assessment, lang) if finding.open else "",
        note=note.strip(), citation=citation(criterion.citation, lang),
        decisive=next(at for at, detail in enumerate(finding.details) if detail is finding.worst), person=person)


def _message(finding: Finding, lang: str) -> str:
    said = [detail.message for detail in finding.details] if finding.outcome == "pass" else [finding.message]
    return ("；" if lang == "zh" else "; ").join(dict.fromkeys(wording.say(each, lang) for each in said))


def citation(cited_at: Citation, lang: str) -> str:
    """Where the source asks for it, with the document's name: "《评估报告》2.3 表16", "Report, 2.3, table 16"."""
    place = str(cited_at)
    if lang == "en":
        named = cited_at.table.replace("表", "table ").replace("图", "figure ").replace("、", ", ")
        place = ", ".join(part for part in (cited_at.section, named) if part)
    return words.word("source-named", lang, document=cited_at.document, place=place)


def _steps(detail: Detail, lang: str) -> tuple[str, ...]:
    """The arithmetic under a line that says what it derives, with the signs of the language."""
    if not detail.steps:
        return ()
    code = detail.message.code
    derived = _DERIVED.get(code) or _DERIVED.get(code.partition("-")[0]) or "it"
    return (words.word(f"derived-{derived}", lang), *(words.arithmetic(step, lang) for step in detail.steps))


def _label(assessment: Assessment, finding: Finding, lang: str) -> str:
    """The outcome, with the grade of a pass that has one: "通过 · 合格"; overruled: "通过（专家改判）"."""
    label, grade = words.outcome(finding, lang), finding.worst.grade
    if assessment.overruled(finding.criterion):
        return words.word("overruled", lang, outcome=label)
    return label if grade is None else f"{label} · {grade.of(lang)}"


def _detail(detail: Detail, plan: Plan, lang: str) -> DetailSaid:
    reading = plan.readings[detail.reading] if detail.reading is not None else None
    quantity = detail.value if detail.value is not None else reading.value if reading is not None else None
    shown = reading.where if reading is not None else None  # its place and print are said already
    evidence = tuple(cited(each, plan, lang) for each in detail.evidence if each.where is None or each.where != shown)
    place = words.place(reading.where, plan, lang) if reading is not None else next(
        (words.place(each.where, plan, lang) for each in detail.evidence if each.where is not None), "")
    return DetailSaid(
        outcome=detail.outcome, label=words.word(detail.outcome, lang), message=wording.say(detail.message, lang),
        place=place, printed=reading.printed.strip() if reading is not None else "",
        value=words.value(quantity, lang), line=words.line(detail.line, lang, plan.region),
        margin=words.margin(detail.margin, detail.line.unit if detail.line is not None else None, lang),
        grade=detail.grade.of(lang) if detail.grade is not None else "", steps=_steps(detail, lang), evidence=evidence,
        places=tuple((words.place(each.where, plan, lang), each.text.strip()) for each in detail.evidence
                     if each.where is not None))


def cited(evidence: Evidence, plan: Plan, lang: str) -> str:
    """A citation: the place, then the words; what a reviewer cites by hand has no place."""
    place = words.place(evidence.where, plan, lang)
    return words.word("cited", lang, place=place, text=evidence.text) if place else evidence.text

