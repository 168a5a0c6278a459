"""lowcarbon check: plans against a rubric, as text, JSON and PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.read import finish
from lowcarbon_desktop.cli.stated import Stated, stated_by
from lowcarbon_desktop.cli.verb import (
    AS_OF,
    CORRECTIONS,
    FORMAT,
    LANG,
    OUTPUT,
    PART,
    REGION,
    TAILORING,
    Answer,
    Option,
    Verb,
)
from lowcarbon_desktop.errors import Message, PlanUnreadable, UsageError, message

if TYPE_CHECKING:
    from lowcarbon_desktop.app.reference import Reference
    from lowcarbon_desktop.checks import Assessment
    from lowcarbon_desktop.lines import Line
    from lowcarbon_desktop.plan import Plan
    from lowcarbon_desktop.rubric import Rubric


_TOLD_ELSEWHERE = {"applicant-of-comparison"}


class _Unreadable(NamedTuple):
    path: Path
    said: Message


def run(given: Namespace, console: Console) -> Answer:
    """Judge every applicant of every argument; again whenever it is saved, where that is asked for."""
    if given.watch:
        from lowcarbon_desktop.cli.watch import watch

        return watch(given, console, judge)
    return judge(given, console)


def judge(given: Namespace, console: Console, begun: dict[str, str] | None = None) -> Answer:
    """Judge once; the rubric and all that the user typed are looked at first.

    `begun` is what each criterion came to in the beginning of a watch; while it is empty this is the beginning.
    """
    from lowcarbon_desktop.app.check import load_rubric, parse_line
    from lowcarbon_desktop.app.reference import reference

    known = reference()
    rubric = load_rubric(given.rubric, given.tailoring)
    for remark in rubric.tailoring.remarks if rubric.tailoring is not None else ():
        console.tell(remark)
    typed = [parse_line(each, known) for each in given.line or ()]
    stated = stated_by(given, known, rubric, console)
    facts, notes = stated.facts, stated.notes
    opened = [each for path in given.plan for each in _open(path, given, known, stated, console)]
    plans = [each for each in opened if not isinstance(each, _Unreadable)]
    if (facts or stated.nods) and len(plans) > 1:
        raise UsageError(message("cli-facts-several", count=len(plans)))
    if notes and len(plans) > 1:
        raise UsageError(message("cli-notes-several", count=len(plans)))
    pdfs = _pdfs(given.pdf, plans, several=len(opened) > 1)
    judged = iter(_judge(plans, typed, stated, rubric, known))
    results = [each if isinstance(each, _Unreadable) else next(judged) for each in opened]
    assessments = [each for each in results if not isinstance(each, _Unreadable)]
    for assessment in assessments:
        _tell(assessment, given, console)
    if typed:
        from lowcarbon_desktop.cli.check_lines import unused
        for line in unused([line for _, line in typed], assessments):
            console.tell(message("cli-line-unused", typed=line.document))
    if begun == {} and len(assessments) == 1:
        from lowcarbon_desktop.review.todo import outcomes
        begun.update(outcomes(assessments[0]))
    if pdfs:
        from lowcarbon_desktop.cli.check_pages import print_pages
        print_pages(assessments, pdfs, notes, known, given, begun or {}, console)
    status = max([int(each.must_fail > 0) for each in assessments]
                 + [PlanUnreadable.status for each in results if isinstance(each, _Unreadable)])
    return finish(_result(results, given, known, begun or {}, console), status, given, console)


def _open(path: Path, given: Namespace, known: Reference, stated: Stated,
          console: Console) -> Sequence[Plan | _Unreadable]:
    from lowcarbon_desktop.app.open_plan import open_plan

    try:
        plans = open_plan(path, known, region=given.region, as_of=given.as_of, corrections=stated.corrections,
                          remembered=stated.remembered, part=given.part, progress=console.progress(path))
    except PlanUnreadable as error:
        console.tell(error.message)
        return [_Unreadable(path, error.message)]
    if not stated.nods:
        return plans
    from lowcarbon_desktop.app.nods import with_nods

    return [with_nods(plan, stated.nods.values(), known) for plan in plans]


def _judge(plans: Sequence[Plan], typed: Sequence[tuple[str | None, Line]], stated: Stated, rubric: Rubric,
           known: Reference) -> Sequence[Assessment]:
    from lowcarbon_desktop.app.check import check

    if not typed:
        return check(plans, rubric, known, facts=stated.facts, marks=stated.marks)
    from lowcarbon_desktop.cli.check_lines import lines_of

    entered = lines_of(plans, typed, known)
    return [check([plan], rubric, known, facts=stated.facts, entered=lines, marks=stated.marks,
                  peers=[*plans[:at], *plans[at + 1:]])[0]
            for at, (plan, lines) in enumerate(zip(plans, entered, strict=True))]


def _pdfs(pdf: Path | None, plans: Sequence[Plan], *, several: bool) -> list[Path]:
    if pdf is None or not plans:
        return []
    from lowcarbon_desktop.cli.check_pages import paths_of

    return paths_of(pdf, [plan.name for plan in plans], several=several)


def _tell(assessment: Assessment, given: Namespace, console: Console) -> None:
    for remark in assessment.plan.remarks:
        if remark.code not in _TOLD_ELSEWHERE:
            console.tell(message("cli-remark", plan=assessment.plan.called, remark=remark))
    if given.applicant:
        return
    must = assessment.counts["must"]
    console.tell(message("cli-counts", plan=assessment.plan.called, passed=must.passed, failed=must.failed,
                         open=must.open))


def _result(results: Sequence[Assessment | _Unreadable], given: Namespace, known: Reference,
            begun: Mapping[str, str], console: Console) -> str:
    from lowcarbon_desktop.app import present

    judged, plainly = [each for each in results if not isinstance(each, _Unreadable)], present.check_plain
    if given.applicant:
        from lowcarbon_desktop.app import applicant
        if given.format == "text":
            return "\n".join(applicant.text(each, console.lang, begun) for each in judged)
        plainly = partial(applicant.plain, begun=begun)
    elif given.format == "text":
        return present.check_text(judged, known, console.lang)
    plain = [present.unreadable_plain(each.path.name, each.said, console.lang) if isinstance(each, _Unreadable)
             else plainly(each, console.lang) for each in results]
    return present.as_json(plain[0] if len(plain) == 1 and getattr(given, "as") is None else plain)


CHECK = Verb("check", "cli-verb-check", (
    Option("PLAN", "cli-plans", read=Path, many=True),
    Option("--rubric", "cli-rubric", value="ID|PATH", default="second-batch"), TAILORING, REGION, AS_OF,
    Option("--line", "cli-line", value="INDICATOR@[BASE-]TARGET=VALUE", many=True),
    Option("--facts", "cli-facts", value="FILE", read=Path), CORRECTIONS,
    Option("--notes", "cli-notes", value="FILE", read=Path), FORMAT,
    Option("--as", "cli-as", choices=("array",)), LANG, OUTPUT,
    Option("--pdf", "cli-pdf", value="PATH", read=Path), Option("--applicant", "cli-applicant", flag=True),
    Option("--watch", "cli-watch", flag=True), PART), run)
