"""A finding as it is said: its number, title and outcome, the rows behind it, what mends it or what it still needs."""

from __future__ import annotations

from collections.abc import Mapping

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Detail, Finding
from lowcarbon_desktop.frozen import frozen
from lowcarbon_desktop.plan import Evidence, Plan
from lowcarbon_desktop.report import words


@frozen
class DetailSaid:
    """One row or place behind a finding, every part of it in words and "" where there is none."""

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


@frozen
class ItemSaid:
    """One finding. `outcome` and `severity` are ids for whoever draws; `needs` says what settles an open one."""

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

    @property
    def worst(self) -> DetailSaid:
        """The detail whose message the item bears."""
        return next((each for each in self.details if each.message == self.message and each.outcome == self.outcome),
                    self.details[0])


def items(assessment: Assessment, notes: Mapping[str, str], lang: str) -> tuple[ItemSaid, ...]:
    """All findings in the rubric's order."""
    return tuple(_item(assessment, finding, notes.get(finding.criterion, ""), lang) for finding in assessment.findings)


def _item(assessment: Assessment, finding: Finding, note: str, lang: str) -> ItemSaid:
    criterion = assessment.rubric.criterion(finding.criterion)
    return ItemSaid(
        criterion=criterion.id, number=criterion.number.of(lang), title=criterion.title.of(lang),
        severity=finding.severity, severity_label=words.word(finding.severity, lang),
        outcome=finding.outcome, label=_label(finding, lang), open=finding.open,
        message=wording.say(finding.message, lang),
        details=tuple(_detail(detail, assessment.plan, lang) for detail in finding.details),
        remedy=finding.remedy.of(lang) if finding.remedy is not None else "",
        needs=_needs(finding, assessment.plan, lang) if finding.open else "",
        note=note.strip(), citation=str(criterion.citation))


def _label(finding: Finding, lang: str) -> str:
    """The outcome, with the grade of a pass that has one: "通过 · 合格"."""
    label, grade = words.outcome(finding, lang), finding.worst.grade
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
        value=words.value(quantity, lang), line=words.line(detail.line, lang),
        margin=words.margin(detail.margin, detail.line.unit if detail.line is not None else None, lang),
        grade=detail.grade.of(lang) if detail.grade is not None else "", steps=detail.steps, evidence=evidence)


def cited(evidence: Evidence, plan: Plan, lang: str) -> str:
    """A citation: the place, then the words; what a reviewer cites by hand has no place."""
    place = words.place(evidence.where, plan, lang)
    return words.word("cited", lang, place=place, text=evidence.text) if place else evidence.text


def _needs(finding: Finding, plan: Plan, lang: str) -> str:
    """What settles an open item: a judgement, a confirmed line, a checked reading, a confirmed fact, or more."""
    worst = finding.worst
    if finding.outcome == "judgement":
        return words.word("needs-judgement", lang)
    if finding.outcome == "cannot_tell":
        return finding.remedy.of(lang) if finding.remedy is not None else words.word("needs-information", lang)
    unsettled = next((detail for detail in finding.details if not detail.settled), worst)
    if unsettled.line is not None and not unsettled.line.settled:
        return words.word("needs-line", lang, document=unsettled.line.document)
    if unsettled.reading is not None and plan.readings[unsettled.reading].doubts:
        reading = plan.readings[unsettled.reading]
        return words.word("needs-reading", lang, place=words.place(reading.where, plan, lang), printed=reading.printed)
    return words.word("needs-confirmation", lang)
