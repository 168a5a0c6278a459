"""The page of a criterion as plain data: what, why, source, examples, how to mend, how it is computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lowcarbon_desktop.app.reference import Reference
from lowcarbon_desktop.app.rubric_cases import CaseResult, run_case
from lowcarbon_desktop.app.rubric_form import choice_said
from lowcarbon_desktop.app.rubric_show import scope
from lowcarbon_desktop.checks.bind import BoundCriterion, bind
from lowcarbon_desktop.checks.finding import OUTCOMES
from lowcarbon_desktop.checks.parameters import SINGULAR
from lowcarbon_desktop.checks.quotes import in_words
from lowcarbon_desktop.checks.table import KINDS
from lowcarbon_desktop.errors import FaultyData, Message, Text, message
from lowcarbon_desktop.rubric import Rubric
from lowcarbon_desktop.rubric.cases import CasePlan, Vocabulary, load_cases
from lowcarbon_desktop.rubric.model import EVERYWHERE
from lowcarbon_desktop.wording import say


@dataclass(frozen=True, slots=True)
class Example:
    """A case of the criterion: a plan in a few words, and what is found on it.

    `table` has the texts of its cells, the heading row first; `stated` are the facts, the place and the lines of it.
    """

    name: str
    table: tuple[tuple[str, ...], ...]
    stated: tuple[str, ...]
    outcome: str
    label: str
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that can be said of one criterion in one language; what there is not is empty or None.

    `about` are (label, value): severity, executability, points and so on. `how` says how its kind of check works, and
    `parameters` are (what for, value). `right` passes and `wrong` fails; an item for a person alone has neither, and
    `other` shows what is found.
    """

    criterion: str
    number: str
    title: str
    about: tuple[tuple[str, str], ...]
    why: str
    source: str
    how: str
    parameters: tuple[tuple[str, str], ...]
    evidence: str
    remedy: str
    right: Example | None
    wrong: Example | None
    other: Example | None


def page_of(rubric: Rubric, criterion: str, reference: Reference, lang: str) -> Page:
    """The page of one criterion of a rubric that is at hand, tailored or not, to be shown beside a finding.

    Without cases, or with faulty ones, it has no examples. Raises KeyError where there is no such criterion.
    """
    found = rubric.criterion(criterion)
    alone, = bind(replace(rubric, criteria=(found,)), KINDS, reference)
    try:
        cases = load_cases(rubric, Vocabulary(OUTCOMES, reference.facts), found.id)
        results = [run_case(case, rubric, reference) for case in cases]
    except FaultyData:
        results = []
    return page(alone, rubric, results, reference, lang)


def page(bound: BoundCriterion, rubric: Rubric, results: Iterable[CaseResult], reference: Reference,
         lang: str) -> Page:
    """The page of a criterion; `results` are those of its cases, of which the first of each outcome is shown."""
    criterion = bound.criterion
    first: dict[str, CaseResult] = {}
    for result in results:
        if result.case.criterion == criterion.id:
            first.setdefault(result.finding.outcome, result)
    shown = {outcome: _example(result, reference, lang) for outcome, result in first.items()}
    other = next((shown[outcome] for outcome in ("judgement", "cannot_tell", "not_applicable") if outcome in shown),
                 None)
    source = message("page-source", document=criterion.citation.document, place=str(criterion.citation))
    return Page(
        criterion.id, criterion.number.of(lang), criterion.title.of(lang),
        tuple((say(label, lang), say(value, lang)) for label, value in _about(bound, rubric)),
        criterion.rationale.of(lang), say(source, lang), say(message(f"kind-{bound.kind.id}"), lang),
        tuple(_parameters(bound, reference, lang)), criterion.evidence.of(lang), criterion.remedy.of(lang),
        shown.get("pass"), shown.get("fail"), other)


def _about(bound: BoundCriterion, rubric: Rubric) -> Iterator[tuple[Message, Message | Text]]:
    criterion = bound.criterion
    yield message("rubric-key-severity"), message(f"rubric-severity-{criterion.severity}")
    yield message("rubric-key-executability"), message(f"page-executability-{criterion.executability}")
    yield message("rubric-key-errs"), message(f"page-errs-{criterion.errs.replace('_', '-')}")
    for dimension in rubric.dimensions:
        if dimension.id == criterion.dimension:
            yield message("rubric-key-dimension"), dimension.title
    yield (message("rubric-key-points"),
           message("page-own-points" if rubric.own_points else "page-points", points=criterion.points))
    yield message("rubric-key-check"), bound.kind.name
    if criterion.applies != EVERYWHERE:
        yield message("rubric-key-applies"), message("page-list", of=scope(criterion.applies))
    if criterion.grades:
        yield (message("rubric-key-grades"), message("page-list", of=tuple(
            message("page-grade-ambition", title=each.title) if each.at is None else
            message("page-grade", title=each.title, at=each.at) for each in criterion.grades)))
    if criterion.locked:
        yield message("rubric-key-locked"), message("rubric-locked")
    if criterion.former:
        yield message("rubric-key-former"), message("page-list", of=criterion.former)


def _parameters(bound: BoundCriterion, reference: Reference, lang: str) -> Iterator[tuple[str, str]]:
    for parameter in bound.kind.parameters:
        value = bound.parameters[parameter.name]
        if value is None:
            continue
        if SINGULAR.get(parameter.type, parameter.type) == "choice":
            chosen = tuple(map(choice_said, (value,) if isinstance(value, str) else value))
            yield parameter.hint.of(lang), say(message("page-list", of=chosen), lang)
        else:
            said = in_words(value, reference).of(lang)
            yield parameter.hint.of(lang), " ".join(filter(None, (said, parameter.unit.of(lang))))


def _example(result: CaseResult, reference: Reference, lang: str) -> Example:
    outcome = result.finding.outcome
    return Example(result.case.name, result.case.plan.table,
                   tuple(say(each, lang) for each in _stated(result.case.plan, reference)), outcome,
                   say(message(f"report-{outcome}"), lang), say(result.finding.message, lang))


def _stated(plan: CasePlan, reference: Reference) -> Iterator[Message]:
    if plan.region is not None:
        yield message("page-region", region=plan.region)
    if plan.as_of is not None:
        yield message("page-as-of", day=plan.as_of.isoformat())
    for id, state, value, source in plan.facts:
        kind = reference.facts[id]
        given = "" if value is None else dict(kind.choices).get(str(value), value)
        yield message("page-fact-value" if given != "" else "page-fact", fact=kind.name,
                      state=message(f"report-state-{state}"), value=given, source=source)
    for line in plan.lines:
        yield message("page-line", line=line)
    for paragraph in plan.text:
        yield message("page-paragraph", text=paragraph)
    if plan.whole:
        yield message("report-read-whole")
