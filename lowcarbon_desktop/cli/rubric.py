"""lowcarbon rubric: list, show, lint and test the rubrics."""

from __future__ import annotations

from argparse import Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.parser import table
from lowcarbon_desktop.cli.verb import FORMAT, LANG, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message


def list_them(given: Namespace, console: Console) -> Answer:
    """The shipped rubrics, one a line."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.rubrics import find_rubric, shipped
    from lowcarbon_desktop.rubric.load import load

    rubrics = [load(find_rubric(id)) for id in shipped()]
    if given.format == "json":
        return Answer(present.as_json([present.rubric_plain(rubric, console.lang) for rubric in rubrics]))
    return Answer("\n".join(table([
        (rubric.id, console.say(message("cli-rubric-row", title=rubric.title, version=rubric.version,
                                        count=len(rubric.criteria)))) for rubric in rubrics])))


def show(given: Namespace, console: Console) -> Answer:
    """One rubric with all of its criteria."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.rubrics import find_rubric, load_bound

    rubric = load_bound(find_rubric(given.id), reference()).rubric
    if given.format == "json":
        return Answer(present.as_json(present.rubric_plain(rubric, console.lang)))
    return Answer(present.rubric_text(rubric, console.lang))


def lint(given: Namespace, console: Console) -> Answer:
    """Every fault of every rubric named, one a line; status 2 where there is any."""
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.rubrics import find_rubric, lint

    lines: list[str] = []
    faulty = False
    for id_or_path in given.path:
        faults = lint(find_rubric(id_or_path), reference())
        faulty = faulty or bool(faults)
        lines += [console.fault(fault) for fault in faults]
        lines.append(console.say(message("cli-lint-faults" if faults else "cli-lint-fine", rubric=id_or_path,
                                         count=len(faults))))
    return Answer("\n".join(lines), UsageError.status if faulty else 0)


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
    lines.append(console.say(message("cli-cases", rubric=rubric.id, count=len(results), wrong=wrong,
                                     lacking=len(lines) - wrong)))
    return Answer("\n".join(lines), UsageError.status if len(lines) > 1 else 0)


RUBRIC = {verb.name: verb for verb in (
    Verb("rubric list", "cli-verb-rubric-list", (FORMAT, LANG), list_them),
    Verb("rubric show", "cli-verb-rubric-show", (Option("ID", "cli-rubric-id"), FORMAT, LANG), show),
    Verb("rubric lint", "cli-verb-rubric-lint", (Option("PATH", "cli-rubric-paths", many=True), LANG), lint),
    Verb("rubric test", "cli-verb-rubric-test", (Option("ID", "cli-rubric-id"), LANG), test),
)}
