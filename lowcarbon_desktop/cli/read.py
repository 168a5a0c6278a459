"""lowcarbon read: what was read from a plan, each value with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import TypeVar

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.stated import corrections_of
from lowcarbon_desktop.cli.verb import AS_OF, CORRECTIONS, FORMAT, LANG, OUTPUT, REGION, Answer, Option, Verb
from lowcarbon_desktop.errors import PlanUnreadable, message

T = TypeVar("T")


def run(given: Namespace, console: Console) -> Answer:
    """Read one application."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.open_plan import open_plan
    from lowcarbon_desktop.app.reference import reference

    corrections, remembered = corrections_of(given, reference(), console)
    try:
        plans = open_plan(given.plan, reference(), region=given.region, as_of=given.as_of, corrections=corrections,
                          remembered=remembered, progress=console.progress(given.plan))
    except PlanUnreadable as error:
        if given.format != "json":
            raise
        console.tell(error.message)
        plain = present.unreadable_plain(given.plan.name, error.message, console.lang)
        return finish(present.as_json(plain), error.status, given, console)
    if given.format == "json":
        plain = [present.read_plain(plan, console.lang) for plan in plans]
        return finish(present.as_json(plain[0] if len(plain) == 1 else plain), 0, given, console)
    return finish(present.read_text(plans, reference(), console.lang), 0, given, console)


def told(what: T, plain: Callable[[T, str], object], text: Callable[[T, str], str], given: Namespace,
         console: Console) -> Answer:
    """What `plain` makes of it for JSON, or `text` for a reader, in the user's language. Raises OutputError."""
    from lowcarbon_desktop.app import present

    words = present.as_json(plain(what, console.lang)) if given.format == "json" else text(what, console.lang)
    return finish(words, 0, given, console)


def finish(text: str, status: int, given: Namespace, console: Console) -> Answer:
    """The answer on standard output, or in the file of `--output`. Raises OutputError."""
    if given.output is None:
        return Answer(text, status)
    from lowcarbon_desktop.app.present import write_result

    write_result(given.output, text if text.endswith("\n") else text + "\n")
    console.tell(message("cli-written", path=str(given.output)))
    return Answer("", status)


READ = Verb("read", "cli-verb-read", (
    Option("PLAN", "cli-plan", read=Path), FORMAT, REGION, AS_OF, CORRECTIONS, LANG, OUTPUT), run)
