"""An assessment and a plan as plain data: the JSON of the command line, "lowcarbon/check/1" and "lowcarbon/read/1"."""

from __future__ import annotations

from collections.abc import Iterable

from lowcarbon_desktop import wording
from lowcarbon_desktop.checks import Assessment, Counts, Detail, Finding, Score
from lowcarbon_desktop.plan import Fact, Plan, Reading, Table
from lowcarbon_desktop.report.plain_more import derived, instruments
from lowcarbon_desktop.report.plain_values import (
    Plain,
    evidence_plain,
    finite,
    line_plain,
    quantity_plain,
    said_plain,
    sentences,
    where_plain,
)
from lowcarbon_desktop.rubric import Rubric

CHECK = "lowcarbon/check/1"
READ = "lowcarbon/read/1"


def check_plain(assessment: Assessment, lang: str) -> Plain:
    """The object of `check --format json` for one applicant; its sentences are in `lang`."""
    rubric = assessment.rubric
    return {
        "schema": CHECK,
        "lang": lang,
        "plan": _with_derived(assessment.plan, lang),
        "rubric": {**rubric_plain(rubric), "title": rubric.title.of(lang)},
        "findings": [_finding(assessment, finding, lang) for finding in assessment.findings],
        "counts": {severity: _counts(counts) for severity, counts in assessment.counts.items()},
        "score": {**_score(assessment.score), "own_points": rubric.own_points,
                  "dimensions": {id: _score(score) for id, score in assessment.dimension_scores.items()}},
        "lines_entered": [line_plain(line) for line in assessment.entered],
        "least_change": [{
            **said_plain(change.action, lang), "criteria": list(change.criteria), "severity": change.severity,
            "settled": change.settled, "indicator": change.reading} for change in assessment.least_change],
        "instruments": instruments(assessment, lang),
    }


def _with_derived(plan: Plan, lang: str) -> Plain:
    """The plan with what follows from it behind what was read: positions among the readings stay as they are."""
    plain = plan_plain(plan, lang)
    return {**plain, "indicators": [*plain["indicators"], *derived(plan, lang)]}


def rubric_plain(rubric: Rubric) -> Plain:
    """By what was judged: the rubric and what was changed of it, each with its hash."""
    return {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256, "tailoring": tailoring_plain(rubric)}


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
        "remarks": [said_plain(remark, lang) for remark in plan.remarks],
    }


def _reading(reading: Reading, lang: str) -> Plain:
    return {
        "id": reading.indicator, "name": reading.name, "unit": reading.unit, "printed_unit": reading.printed_unit,
        "base_year": reading.base_year, "target_year": reading.target_year, "value": quantity_plain(reading.value),
        "region": reading.region, "kind": reading.kind, "origin": reading.origin, "printed": reading.printed,
        "was": reading.was, "corrected": list(reading.corrected), "doubt": sentences(reading.doubts, lang),
        "rule": wording.say(reading.rule, lang) if reading.rule is not None else None,
        "where": where_plain(reading.where), "name_where": where_plain(reading.name_where),
        **({"repeats": where_plain(reading.repeats)} if reading.repeats is not None else {}),
    }


def _fact(fact: Fact) -> Plain:
    return {"state": fact.state, "value": fact.value, "settled": fact.settled, "by": fact.by,
            "evidence": [evidence_plain(each) for each in fact.evidence],
            **({"values": list(fact.values)} if fact.values else {})}


def _judged(detail: Detail, plan: Plan) -> Plain:
    """What a detail rests on; a finding shows that of its worst detail."""
    value = detail.value
    if value is None and detail.reading is not None:
        value = plan.readings[detail.reading].value
    return {"value": quantity_plain(value), "line": line_plain(detail.line) if detail.line is not None else None,
            "margin": finite(detail.margin)}


def _cited(details: Iterable[Detail], plan: Plan) -> list[Plain]:
    """The places of the readings with what is printed there, then what the details cite, each once."""
    cited: list[Plain] = []
    for detail in details:
        if detail.reading is not None:
            reading = plan.readings[detail.reading]
            cited.append({**where_plain(reading.where), "text": reading.printed})
    cited.extend(evidence_plain(each) for detail in details for each in detail.evidence)
    return [each for position, each in enumerate(cited) if each not in cited[:position]]


def _finding(assessment: Assessment, finding: Finding, lang: str) -> Plain:
    criterion = assessment.rubric.criterion(finding.criterion)
    worst, plan = finding.worst, assessment.plan
    return {
        "criterion": finding.criterion, "number": criterion.number.of(lang), "title": criterion.title.of(lang),
        "outcome": finding.outcome, "severity": finding.severity, "origin": "machine", "settled": finding.settled,
        "open": finding.open, "executability": criterion.executability, "errs": criterion.errs,
        **said_plain(finding.message, lang), "indicators": list(finding.readings), **_judged(worst, plan),
        "grade": worst.grade.of(lang) if worst.grade is not None else None,
        "evidence": _cited(finding.details, plan),
        "remedy": finding.remedy.of(lang) if finding.remedy is not None else None,
        "evidence_asked": criterion.evidence.of(lang) or None,
        "details": [_detail(detail, plan, lang) for detail in finding.details],
    }


def _detail(detail: Detail, plan: Plan, lang: str) -> Plain:
    return {
        "outcome": detail.outcome, "settled": detail.settled, **said_plain(detail.message, lang),
        "indicator": detail.reading, **_judged(detail, plan),
        "grade": detail.grade.of(lang) if detail.grade is not None else None, "steps": list(detail.steps),
        "evidence": _cited([detail], plan),
    }


def _table(table: Table, lang: str) -> Plain:
    return {
        "title": table.title, "where": where_plain(table.where), "taken": table.taken,
        "why": wording.say(table.why, lang),
        "rows": [{
            "role": row.role, "remark": wording.say(row.remark, lang) if row.remark is not None else None,
            "cells": [{"text": cell.text, "where": where_plain(cell.where), "indicators": list(cell.readings),
                       "corrected": cell.corrected} for cell in row.cells],
        } for row in table.rows],
    }


def _counts(counts: Counts) -> Plain:
    return {"pass": counts.passed, "fail": counts.failed, "open": counts.open, "not_applicable": counts.not_applicable}


def _score(score: Score) -> Plain:
    return {"low": score.low, "high": score.high, "open": score.open, "final": score.final}
