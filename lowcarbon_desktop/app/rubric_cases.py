"""Test a rubric by its own cases, and say which cases it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from math import isclose
from pathlib import Path

from lowcarbon_desktop.app.check import check, parse_line
from lowcarbon_desktop.app.open_plan import build_plans
from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubrics import load_bound
from lowcarbon_desktop.checks import Finding
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.errors import Fault, FaultyData, LowCarbonError, Message, UsageError, message
from lowcarbon_desktop.ingest.grid import Grid, RawCell, Source
from lowcarbon_desktop.ingest.readers.paragraphs import is_heading
from lowcarbon_desktop.plan import Fact, Passage, Plan, SourceFile, Where
from lowcarbon_desktop.review import StatedFact
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.cases import Case, CasePlan, Vocabulary, load_cases

SHEET = "指标表"


@dataclass(frozen=True)
class CaseResult:
    """What a case got: `differs` says what is not as expected, and is empty where all is."""

    case: Case
    finding: Finding
    differs: tuple[Message, ...]


def run_cases(path: Path, reference: Reference) -> tuple[Rubric, tuple[CaseResult, ...]]:
    """Run all cases of the rubric at `path`. Raises FaultyData for faults of the rubric or of its cases."""
    rubric = load_bound(path, reference).rubric
    cases = load_cases(rubric, Vocabulary(OUTCOMES, reference.facts))
    return rubric, tuple(run_case(case, rubric, reference) for case in cases)


def run_case(case: Case, rubric: Rubric, reference: Reference) -> CaseResult:
    """Judge the case's plan by its criterion alone. Raises FaultyData where the plan cannot be made."""
    alone = replace(rubric, criteria=(rubric.criterion(case.criterion),))
    try:
        plan = _plan(case, case.plan, reference)
        peers = [_plan(case, each, reference) for each in case.peers]
        entered = [parse_line(typed, reference)[1] for typed in case.plan.lines]
    except FaultyData:
        raise
    except LowCarbonError as error:
        raise _refused(case, message("case-refused", case=case.name, reason=error.message)) from error
    assessment, = check([plan], alone, reference, facts=_facts(case.plan, reference), entered=entered, peers=peers)
    finding = assessment.finding(case.criterion)
    return CaseResult(case, finding, tuple(_differences(case, finding)))


def lacking(rubric: Rubric, results: Iterable[CaseResult]) -> tuple[Fault, ...]:
    """The criteria without a case that passes, one that fails and one where neither can be said.

    A criterion that only a person judges needs one with passages found and one with none.
    """
    return _lacking(rubric, ((result.case.criterion, _shows(result.finding)) for result in results
                             if not result.differs))


def promised(rubric: Rubric, cases: Iterable[Case]) -> tuple[Fault, ...]:
    """What is lacking going by what the cases say of themselves, without running them."""
    shown: list[tuple[str, str]] = []
    for case in cases:
        outcome = str(case.expected["outcome"])
        if outcome == "judgement":  # the first stands for passages found, the next for none: only running them tells
            outcome = "none" if (case.criterion, "found") in shown else "found"
        shown.append((case.criterion, outcome if outcome in ("pass", "fail", "found", "none") else "other"))
    return _lacking(rubric, shown)


def _lacking(rubric: Rubric, shown: Iterable[tuple[str, str]]) -> tuple[Fault, ...]:
    pairs = set(shown)
    faults = []
    for criterion in rubric:
        wanted = ("found", "none") if criterion.executability == "judgement" else ("pass", "fail", "other")
        missing = tuple(message(f"case-lacks-{each}") for each in wanted if (criterion.id, each) not in pairs)
        if missing:
            mark = criterion.marks[""]
            faults.append(Fault(mark.file, mark.line, mark.column,
                                message("case-lacking", criterion=criterion.id, lacking=missing)))
    return tuple(faults)


def _shows(finding: Finding) -> str:
    if finding.outcome == "judgement":
        return "found" if any(detail.evidence for detail in finding.details) else "none"
    return finding.outcome if finding.outcome in ("pass", "fail") else "other"


def _plan(case: Case, written: CasePlan, reference: Reference) -> Plan:
    name = f"{case.criterion}.csv"
    digest = sha256(repr((written.region, written.table, written.text)).encode()).hexdigest()
    file = SourceFile(name, digest)
    if written.table or written.text:
        grids = (Grid(name, SHEET, tuple(tuple(map(RawCell, row)) for row in written.table)),) if written.table else ()
        passages = tuple(Passage(text, Where(name, paragraph=number), is_heading(text))
                         for number, text in enumerate(written.text, start=1))
        source = Source((file,), grids, (), passages, written.whole)
        plans = build_plans(source, reference, region=written.region, as_of=written.as_of)
        if len(plans) != 1:
            raise _refused(case, message("case-plans", case=case.name, count=len(plans)))
        plan = plans[0]
    else:
        places = reference.places.find(written.region) if written.region is not None else ()
        if written.region is not None and len(places) != 1:
            raise UsageError(message("case-region", region=written.region))
        plan = Plan((file,), places[0] if places else None, written.as_of, "option" if written.as_of else None)
    if not written.whole:
        return plan
    read = {id: fact for id, fact in plan.facts.items() if fact.state != "unknown"}
    return replace(plan, whole=True, facts={id: Fact(id, "absent") for id in reference.facts} | read)


def _facts(written: CasePlan, reference: Reference) -> dict[str, Fact]:
    return {id: StatedFact(id, state, value, source).as_fact() for id, state, value, source in written.facts}


def _differences(case: Case, finding: Finding) -> Iterable[Message]:
    got = {"outcome": finding.outcome, "severity": finding.severity, "code": finding.message.code,
           "margin": finding.worst.margin, "settled": finding.settled}
    for what, expected in case.expected.items():
        same = got[what] == expected
        if what == "margin" and got["margin"] is not None:
            same = isclose(got["margin"], float(str(expected)), abs_tol=1e-6)
        if not same:
            yield message("case-differs", what=what, expected=str(expected), got=str(got[what]))


def _refused(case: Case, said: Message) -> FaultyData:
    return FaultyData((Fault(case.mark.file, case.mark.line, case.mark.column, said),))
