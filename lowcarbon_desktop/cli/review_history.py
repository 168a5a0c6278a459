"""lowcarbon review history, undo, redo, verify, rescue: what was done to a file, and what of it can be trusted."""

from __future__ import annotations

from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console, print_out
from lowcarbon_desktop.cli.read import told
from lowcarbon_desktop.cli.review_file import ANYWAY, FILE, OUT, book_at
from lowcarbon_desktop.cli.verb import FORMAT, LANG, OUTPUT, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message


def history(given: Namespace, console: Console) -> Answer:
    """Who changed what, when, from what to what, and why."""
    from lowcarbon_desktop.app.review_history import history_plain, history_text

    return told(book_at(given.f, console), history_plain, history_text, given, console)


def undo(given: Namespace, console: Console) -> Answer:
    """Take back the last changes, one after the other."""
    return _steps(given, console, "undo")


def redo(given: Namespace, console: Console) -> Answer:
    """Bring back what was undone last."""
    return _steps(given, console, "redo")


def _steps(given: Namespace, console: Console, way: str) -> Answer:
    from lowcarbon_desktop.app.review_history import step_text

    book = book_at(given.f, console, anyway=given.anyway)
    lines = []
    for _ in range(given.steps or 1):
        try:
            step = book.undo() if way == "undo" else book.redo()
        except UsageError:
            if lines:
                console.tell(message("history-so-far", count=len(lines)))
                print_out("\n".join(lines))
            raise
        said = message(f"history-{way}", number=step.number)
        lines.append(console.say(message("history-stepped", said=said, what=step_text(book, step, console.lang))))
    return Answer("\n".join(lines))


def _count(text: str) -> int:
    """How many steps, as typed. Raises UsageError."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= 10_000):
        raise UsageError(message("history-count", given=text))
    return int(text)


def verify(given: Namespace, console: Console) -> Answer:
    """Hold the file against its history: 0 where nothing was touched, 1 where something was, and what."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.review_verify import verified

    result = verified(given.f)
    status = 1 if result.faults else 0
    if given.format == "json":
        return Answer(present.as_json({
            "schema": "lowcarbon/verify/1", "whole": not result.faults, "entries": result.count, "head": result.head,
            "faults": [{"code": each.code, **{name: value if isinstance(value, int) else console.say(value)
                                              for name, value in each.args.items()}, "message": console.say(each)}
                       for each in result.faults],
            "remarks": [{"code": each.code, "message": console.say(each)} for each in result.remarks]}), status)
    for remark in result.remarks:
        console.tell(remark)
    if not result.faults:
        whole = message("verdict-whole", count=result.count, head=result.head)
        return Answer(console.say(whole) if result.count else "")
    return Answer("\n".join(console.say(each) for each in (message("verdict-tampered"), *result.faults)), status)


def rescue(given: Namespace, console: Console) -> Answer:
    """Take what is still good out of a damaged file into a new one."""
    from lowcarbon_desktop.app.review_verify import rescued

    for remark in rescued(given.f, given.out):
        console.tell(remark)
    console.tell(message("cli-written", path=str(given.out)))
    return Answer("")


HISTORY = {verb.name: verb for verb in (
    Verb("review history", "cli-verb-review-history", (FILE, FORMAT, LANG, OUTPUT), history),
    *(Verb(f"review {way}", f"cli-verb-review-{way}", (
        FILE, Option("--steps", "cli-review-steps", value="N", read=_count), ANYWAY, LANG), run)
      for way, run in (("undo", undo), ("redo", redo))),
    Verb("review verify", "cli-verb-review-verify", (FILE, FORMAT, LANG), verify),
    Verb("review rescue", "cli-verb-review-rescue", (FILE, OUT, LANG), rescue),
)}
