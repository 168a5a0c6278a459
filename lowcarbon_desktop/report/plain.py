"""An assessment and a plan as plain data: the JSON of the command line, "lowcarbon/check/1" and "lowcarbon/read/1"."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Counts, Detail, Finding, Score
from lowcarbon_desktop.errors import Message
from lowcarbon_desktop.lines import Line
from lowcarbon_desktop.plan import Evidence, Fact, Plan, Quantity, Reading, Table, Where
from lowcarbon_desktop.rubric import Rubric

Plain = dict[str, object]

CHECK = "lowcarbon/check/1"
READ = "lowcarbon/read/1"


def check_plain(assessment: Assessment, lang: str) -> Plain:
    """The object of `check --format json` for one applicant; its sentences are in `lang`."""
    rubric = assessment.rubric
    return {
        "schema": CHECK,
        "lang": lang,
        "plan": plan_plain(assessment.plan, lang),
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256,
                   "title": rubric.title.of(lang), "tailoring": tailoring_plain(rubric)},
        "findings": [_finding(assessment, finding, lang) for finding in assessment.findings],
        "counts": {severity: _counts(counts) for severity, counts in assessment.counts.items()},
        "score": {**_score(assessment.score), "own_points": rubric.own_points,
                  "dimensions": {id: _score(score) for id, score in assessment.dimension_scores.items()}},
        "lines_entered": [_line(line) for line in assessment.entered],
    }


def tailoring_plain(rubric: Rubric) -> Plain | None:
    """What was changed of the rubric, None where nothing was."""
    made = rubric.tailoring
    if made is None:
        return None
    return {"name": made.name, "sha256": made.sha256, "changes": [
        {"criterion": each.criterion, "what": each.what, "before": each.before or None, "after": each.after or None,
         "remark": each.remark} for each in made.changes]}


def read_plain(plan: Plan, lang: str) -> Plain:
    """The object of `read --format json`: the plan, and each table taken or left and why."""
    return {"schema": READ, "lang": lang, "plan": plan_plain(plan, lang),
            "tables": [_table(table, lang) for table in plan.tables]}


def plan_plain(plan: Plan, lang: str) -> Plain:
    """The plan object that both share."""
    region = plan.region
    return {
        "file": plan.files[0].name if plan.files else None,
        "files": [{"file": file.name, "sha256": file.sha256} for file in plan.files],
        "region": region.name if region is not None else None,
        "level": region.level if region is not None else None,
        "province": region.province if region is not None else None,
        "as_of": plan.as_of.isoformat() if plan.as_of is not None else None,
        "as_of_from": plan.as_of_from,
        "whole": plan.whole,
        "indicators": [_reading(reading, lang) for reading in plan.readings],
        "facts": {id: _fact(fact) for id, fact in plan.facts.items()},
        "remarks": [_said(remark, lang) for remark in plan.remarks],
    }


def _reading(reading: Reading, lang: str) -> Plain:
    return {
        "id": reading.indicator, "name": reading.name, "unit": reading.unit, "printed_unit": reading.printed_unit,
        "base_year": reading.base_year, "target_year": reading.target_year, "value": _quantity(reading.value),
        "region": reading.region, "kind": reading.kind, "origin": reading.origin, "printed": reading.printed,
        "was": reading.was, "corrected": list(reading.corrected), "doubt": _sentences(reading.doubts, lang),
        "rule": wording.say(reading.rule, lang) if reading.rule is not None else None,
        "where": _where(reading.where), "name_where": _where(reading.name_where),
        **({"repeats": _where(reading.repeats)} if reading.repeats is not None else {}),
    }


def _sentences(messages: Iterable[Message], lang: str) -> str | None:
    """All of them as one text, None where there are none."""
    said = [wording.say(each, lang) for each in messages]
    return ("；" if lang == "zh" else "; ").join(said) or None


def _said(message: Message, lang: str) -> Plain:
    return {"code": message.code, "message": wording.say(message, lang)}


def _quantity(value: Quantity | None) -> Plain | None:
    if value is None:
        return None
    plain: Plain = {"low": _finite(value.low), "high": _finite(value.high), "bound": value.bound}
    if value.stretch is not None:
        plain["stretch"] = _finite(value.stretch)
    return plain


def _finite(number: float | None) -> float | None:
    """JSON knows no infinity: an end that is not a finite number is an open end. Rounded where binary dust begins."""
    return round(number, 9) if number is not None and isfinite(number) else None


def _where(where: Where) -> Plain:
    plain: Plain = {"file": where.file, "sheet": where.sheet, "cell": where.cell, "page": where.page}
    if where.table is not None:
        plain |= {"table": where.table, "row": where.row, "column": where.column}
    if where.paragraph is not None:
        plain["paragraph"] = where.paragraph
    if where.box is not None:
        plain["box"] = list(where.box)
    return plain


def _fact(fact: Fact) -> Plain:
    return {"state": fact.state, "value": fact.value, "settled": fact.settled, "by": fact.by,
            "evidence": [_evidence(each) for each in fact.evidence]}


def _evidence(evidence: Evidence) -> Plain:
    where = _where(evidence.where) if evidence.where is not None else dict.fromkeys(("file", "sheet", "cell", "page"))
    return {**where, "text": evidence.text}


def _line(line: Line) -> Plain:
    return {"indicator": line.indicator, "low": line.low, "high": line.high, "unit": line.unit, "sense": line.sense,
            "base_year": line.base_year, "target_year": line.target_year, "region": line.region,
            "document": line.document, "status": line.status, "in_force_from": line.in_force_from.isoformat(),
            "source": line.source}


def _judged(detail: Detail, plan: Plan) -> Plain:
    """What a detail rests on; a finding shows that of its worst detail."""
    value = detail.value
    if value is None and detail.reading is not None:
        value = plan.readings[detail.reading].value
    return {"value": _quantity(value), "line": _line(detail.line) if detail.line is not None else None,
            "margin": _finite(detail.margin)}


def _cited(details: Iterable[Detail], plan: Plan) -> list[Plain]:
    """The places of the readings with what is printed there, then what the details cite, each once."""
    cited: list[Plain] = []
    for detail in details:
        if detail.reading is not None:
            reading = plan.readings[detail.reading]
            cited.append({**_where(reading.where), "text": reading.printed})
    cited.extend(_evidence(each) for detail in details for each in detail.evidence)
    return [each for position, each in enumerate(cited) if each not in cited[:position]]


def _finding(assessment: Assessment, finding: Finding, lang: str) -> Plain:
    criterion = assessment.rubric.criterion(finding.criterion)
    worst, plan = finding.worst, assessment.plan
    return {
        "criterion": finding.criterion, "number": criterion.number.of(lang), "title": criterion.title.of(lang),
        "outcome": finding.outcome, "severity": finding.severity, "origin": "machine", "settled": finding.settled,
        "open": finding.open, "executability": criterion.executability, "errs": criterion.errs,
        **_said(finding.message, lang), "indicators": list(finding.readings), **_judged(worst, plan),
        "grade": worst.grade.of(lang) if worst.grade is not None else None,
        "evidence": _cited(finding.details, plan),
        "remedy": finding.remedy.of(lang) if finding.remedy is not None else None,
        "evidence_asked": criterion.evidence.of(lang) or None,
        "details": [_detail(detail, plan, lang) for detail in finding.details],
    }


def _detail(detail: Detail, plan: Plan, lang: str) -> Plain:
    return {
        "outcome": detail.outcome, "settled": detail.settled, **_said(detail.message, lang),
        "indicator": detail.reading, **_judged(detail, plan),
        "grade": detail.grade.of(lang) if detail.grade is not None else None, "steps": list(detail.steps),
        "evidence": _cited([detail], plan),
    }


def _table(table: Table, lang: str) -> Plain:
    return {
        "title": table.title, "where": _where(table.where), "taken": table.taken, "why": wording.say(table.why, lang),
        "rows": [{
            "role": row.role, "remark": wording.say(row.remark, lang) if row.remark is not None else None,
            "cells": [{"text": cell.text, "where": _where(cell.where), "indicators": list(cell.readings),
                       "corrected": cell.corrected} for cell in row.cells],
        } for row in table.rows],
    }


def _counts(counts: Counts) -> Plain:
    return {"pass": counts.passed, "fail": counts.failed, "open": counts.open, "not_applicable": counts.not_applicable}


def _score(score: Score) -> Plain:
    return {"low": score.low, "high": score.high, "open": score.open, "final": score.final}
