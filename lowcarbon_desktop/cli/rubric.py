"""lowcarbon rubric: list, show, lint, test, compare and begin rubrics, and print their pages."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.parser import table
from lowcarbon_desktop.cli.verb import FORMAT, LANG, TAILORING, Answer, Option, Verb
from lowcarbon_desktop.errors import Message, UsageError, message


def list_them(given: Namespace, console: Console) -> Answer:
    """The shipped rubrics and the user's own, one a line; one of the latter that is faulty is told of."""
    from lowcarbon_desktop.app import rubric_show
    from lowcarbon_desktop.app.check import load_rubric
    from lowcarbon_desktop.app.present import as_json
    from lowcarbon_desktop.app.rubrics import own, shipped
    from lowcarbon_desktop.errors import FaultyData

    rubrics = [load_rubric(id) for id in shipped()]
    for id in own():
        try:
            rubrics.append(load_rubric(id))
        except FaultyData as error:
            console.tell(message("cli-rubric-faulty", rubric=id, reason=error.message))
    if given.format == "json":
        return Answer(as_json([rubric_show.rubric_plain(rubric, console.lang) for rubric in rubrics]))
    return Answer("\n".join(table([
        (rubric.id, console.say(message("cli-rubric-row", title=rubric.title, version=rubric.version,
                                        count=len(rubric.criteria)))) for rubric in rubrics])))


def show(given: Namespace, console: Console) -> Answer:
    """One rubric with all of its criteria."""
    from lowcarbon_desktop.app import rubric_show
    from lowcarbon_desktop.app.check import load_rubric
    from lowcarbon_desktop.app.present import as_json

    rubric = load_rubric(given.id, given.tailoring)
    for remark in rubric.tailoring.remarks if rubric.tailoring is not None else ():
        console.tell(remark)
    if given.format == "json":
        return Answer(as_json(rubric_show.rubric_plain(rubric, console.lang)))
    return Answer(rubric_show.rubric_text(rubric, console.lang))


def lint(given: Namespace, console: Console) -> Answer:
    """Every fault of every rubric or tailoring named, one a line; status 2 where there is any but a warning."""
    from lowcarbon_desktop.app.present import as_json
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.rubric_lint import lint

    lines: list[str] = []
    found = {each: lint(each, reference(), given.path) for each in given.path}
    for id_or_path, faults in found.items():
        lines += [console.fault(fault, column=True) for fault in faults]
        wrong = sum(not fault.warning for fault in faults)
        lines.append(console.say(message("cli-lint-faults" if wrong else "cli-lint-fine", rubric=id_or_path,
                                         count=wrong)))
    every = [fault for faults in found.values() for fault in faults]
    status = UsageError.status if any(not fault.warning for fault in every) else 0
    if given.format == "json":
        return Answer(as_json([{"file": fault.file, "line": fault.line, "column": fault.column,
                                "warning": fault.warning, "code": _inner(fault.message).code,
                                "message": console.say(fault.message)} for fault in every]), status)
    return Answer("\n".join(lines), status)


def test(given: Namespace, console: Console) -> Answer:
    """A rubric's own cases: what differs and what is lacking; status 2 where the rubric does not keep its word."""
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.rubric_cases import lacking, run_cases
    from lowcarbon_desktop.app.rubrics import find_rubric

    rubric, results = run_cases(find_rubric(given.id), reference())
    lines = [f"{result.case.mark.file}:{result.case.mark.line}: " + console.say(
        message("cli-case-differs", case=result.case.name, what=result.differs)) for result in results
        if result.differs]
    wrong = len(lines)
    lines += [console.fault(fault) for fault in lacking(rubric, results)]
    lines.append(console.say(message("cli-cases", rubric=rubric.id, criteria=len(rubric.criteria), count=len(results),
                                     wrong=wrong, lacking=len(lines) - wrong)))
    return Answer("\n".join(lines), UsageError.status if len(lines) > 1 else 0)


def _inner(said: Message) -> Message:
    """What is said, without of which criterion."""
    what = said.args.get("what")
    return what if said.code == "rubric-criterion" and isinstance(what, Message) else said


def pages(given: Namespace, console: Console) -> Answer:
    """One page a criterion, and an index."""
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.rubric_pages import write_pages
    from lowcarbon_desktop.app.rubrics import find_rubric

    written = write_pages(find_rubric(given.id), reference(), given.out)
    return Answer(console.say(message("cli-pages-written", count=len(written), path=str(given.out / "index.html"))))


def diff(given: Namespace, console: Console) -> Answer:
    """What differs between two rubrics, criterion by criterion and field by field."""
    from lowcarbon_desktop.app.check import load_rubric
    from lowcarbon_desktop.app.present import as_json
    from lowcarbon_desktop.app.rubric_diff import differences, plain, said

    found = differences(load_rubric(given.old), load_rubric(given.new))
    if given.format == "json":
        return Answer(as_json([plain(each, console.lang) for each in found]))
    lines: list[str] = []
    for position, each in enumerate(found):
        if position == 0 or found[position - 1].criterion != each.criterion:
            lines.append(each.criterion or console.say(message("cli-diff-rubric")))
        lines.append(f"  {console.say(said(each))}")
    return Answer("\n".join(lines) or console.say(message("cli-diff-none")))


def new(given: Namespace, console: Console) -> Answer:
    """A rubric of one's own, begun from another; it is linted at once."""
    from lowcarbon_desktop.app.rubric_new import start

    start(given.id, getattr(given, "from"), given.out)
    console.tell(message("cli-written", path=str(given.out)))
    return lint(Namespace(path=[str(given.out)], format="text"), console)


_ID = Option("ID", "cli-rubric-id")
RUBRIC = {verb.name: verb for verb in (
    Verb("rubric list", "cli-verb-rubric-list", (FORMAT, LANG), list_them),
    Verb("rubric show", "cli-verb-rubric-show", (_ID, TAILORING, FORMAT, LANG), show),
    Verb("rubric lint", "cli-verb-rubric-lint", (Option("PATH", "cli-rubric-paths", many=True), FORMAT, LANG), lint),
    Verb("rubric test", "cli-verb-rubric-test", (_ID, LANG), test),
    Verb("rubric pages", "cli-verb-rubric-pages", (
        _ID, Option("--out", "cli-out-pages", value="DIR", read=Path, required=True), LANG), pages),
    Verb("rubric diff", "cli-verb-rubric-diff", (
        Option("OLD", "cli-rubric-id"), Option("NEW", "cli-rubric-id"), FORMAT, LANG), diff),
    Verb("rubric new", "cli-verb-rubric-new", (
        Option("ID", "cli-rubric-new-id"), Option("--from", "cli-rubric-from", value="ID|PATH", default="second-batch"),
        Option("--out", "cli-out-new", value="DIR", read=Path, required=True), LANG), new),
)}
