"""Runs a command line: finds the verb, does it, and turns every error into words and an exit status."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace as Namespace

from lowcarbon_desktop import __version__
from lowcarbon_desktop.cli.console import Console, chosen_language, print_out
from lowcarbon_desktop.cli.parser import HELP, help_text, parse, table
from lowcarbon_desktop.cli.verb import LANG, Answer, Option, Verb
from lowcarbon_desktop.errors import Cancelled, FaultyData, LowCarbonError, UsageError, message
from lowcarbon_desktop.wording.meant import meant

Window = Callable[[list[str]], int]

VERBS = {
    "open": "cli-verb-open", "read": "cli-verb-read", "check": "cli-verb-check",
    "rubric list": "cli-verb-rubric-list", "rubric show": "cli-verb-rubric-show",
    "rubric lint": "cli-verb-rubric-lint", "rubric test": "cli-verb-rubric-test",
    "rubric pages": "cli-verb-rubric-pages", "rubric diff": "cli-verb-rubric-diff",
    "rubric new": "cli-verb-rubric-new",
    "template": "cli-verb-template",
    "remembered list": "cli-verb-remembered-list", "remembered forget": "cli-verb-remembered-forget",
    **{f"review {name}": f"cli-verb-review-{name}" for name in (
        "new", "set", "fact", "correct", "note", "conclude", "show", "seal", "verify", "report", "next", "rounds",
        "replies", "merge", "copy", "rescue", "matrix", "history", "undo", "redo")},
    "compare": "cli-verb-compare", "batch": "cli-verb-batch", "associate": "cli-verb-associate",
}
_WRITTEN = ("pdf", "output", "out")
GROUPS = ("rubric", "remembered", "review")


def main(arguments: list[str], window: Window) -> int:
    """Do what the arguments say and return the exit status; `window` opens the window on some files."""
    console = Console(chosen_language(arguments))
    try:
        answer = _answer(arguments, console, window)
        print_out(answer.text)
        return answer.status
    except FaultyData as error:
        for fault in error.faults:
            console.tell(console.fault(fault))
        return _failed(console, error)
    except (Cancelled, KeyboardInterrupt):
        console.tell(message("cli-cancelled"))
        return Cancelled.status
    except LowCarbonError as error:
        return _failed(console, error)
    except Exception as error:  # the one place where a fault of the program ends
        if os.environ.get("LOWCARBON_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        if isinstance(error, OSError) and error.filename is not None:  # a share or a stick that is gone is none
            from lowcarbon_desktop.app.reach import unreachable

            return _failed(console, UsageError(unreachable(error, os.fsdecode(error.filename))))
        console.tell(message("cli-program-fault", error=f"{type(error).__name__}: {error}"))
        return 4


def _failed(console: Console, error: LowCarbonError) -> int:
    console.tell(f"lowcarbon: {console.say(error.message)}")
    return error.status


def _answer(arguments: list[str], console: Console, window: Window) -> Answer:
    words = _without_language(arguments)
    chosen = words != arguments
    words = words or ["open"]
    if chosen and words[0] == "open":
        os.environ["LOWCARBON_LANG"] = console.lang  # else the window speaks as it did the last time
    if words[0] in HELP:
        return Answer(_overview(console))
    if words[0] == "--version":
        return Answer(f"lowcarbon {__version__}")
    name, rest = words[0], words[1:]
    if name in GROUPS:
        if not rest or rest[0] in HELP:
            return Answer(_overview(console, f"{name} "), 0 if rest else UsageError.status)
        name, rest = f"{name} {rest[0]}", rest[1:]
    verb = _verb(name, window)
    if any(each in HELP for each in (rest[:rest.index("--")] if "--" in rest else rest)):
        return Answer(help_text(verb, console))
    given = parse(verb, rest)
    _spare_what_is_read(given)
    return verb.run(given, console)


def _spare_what_is_read(given: Namespace) -> None:
    """Nothing is written into a file that is read: a draft, or the review itself. Raises UsageError."""
    said = vars(given)
    read = [each for name, value in said.items() if name not in _WRITTEN
            for each in (value if isinstance(value, list | tuple) else (value,)) if isinstance(each, str | os.PathLike)]
    for name in _WRITTEN:
        path = said.get(name)
        if path is not None and Path(path).is_file() and any(_is(Path(path), Path(each)) for each in read):
            raise UsageError(message("cli-output-is-read", option=f"--{name}", path=str(path)))


def _is(path: Path, other: Path) -> bool:
    """Whether both are one file, or the first lies in the folder that is the other."""
    try:
        return path.samefile(other) or (other.is_dir() and path.resolve().is_relative_to(other.resolve()))
    except (OSError, ValueError):  # the other is no file at all: a name, a day
        return False


def _without_language(arguments: list[str]) -> list[str]:
    """The arguments without `--lang`, which may stand anywhere. Raises UsageError for a language that is not known."""
    words: list[str] = []
    left = iter(arguments)
    for word in left:
        if word == "--":
            return [*words, word, *left]
        option, equals, value = word.partition("=")
        if option != "--lang":
            words.append(word)
            continue
        value = value if equals else next(left, "")
        if value not in LANG.choices:
            raise UsageError(message("cli-choice", option="--lang", value=value, choices=LANG.choices, meant=None))
    return words


def _verb(name: str, window: Window) -> Verb:
    if name in VERBS and name.startswith("rubric "):
        from lowcarbon_desktop.cli.rubric import RUBRIC
        return RUBRIC[name]
    match name:
        case "open":
            files = Option("FILE", "cli-files", many=True, needed=False)
            return Verb("open", VERBS["open"], (files, LANG), _open(window))
        case "read":
            from lowcarbon_desktop.cli.read import READ
            return READ
        case "check":
            from lowcarbon_desktop.cli.check import CHECK
            return CHECK
        case "remembered list" | "remembered forget":
            from lowcarbon_desktop.cli.remembered import VERBS as REMEMBERED
            return REMEMBERED[name]
        case "template":
            from lowcarbon_desktop.cli.template import TEMPLATE
            return TEMPLATE
        case "compare":
            from lowcarbon_desktop.cli.compare import COMPARE
            return COMPARE
        case "batch":
            from lowcarbon_desktop.cli.batch import BATCH
            return BATCH
        case "associate":
            from lowcarbon_desktop.cli.associate import ASSOCIATE
            return ASSOCIATE
        case "review set" | "review fact" | "review correct" | "review note" | "review conclude":
            from lowcarbon_desktop.cli.review_say import SAY
            return SAY[name]
        case "review matrix":
            from lowcarbon_desktop.cli.review_matrix import MATRIX
            return MATRIX
        case "review next" | "review rounds" | "review replies" | "review merge":
            from lowcarbon_desktop.cli.review_rounds import ROUNDS
            return ROUNDS[name]
        case "review history" | "review undo" | "review redo" | "review verify" | "review rescue":
            from lowcarbon_desktop.cli.review_history import HISTORY
            return HISTORY[name]
        case _ if name.startswith("review ") and name in VERBS:
            from lowcarbon_desktop.cli.review import REVIEW
            return REVIEW[name]
    raise UsageError(message("cli-unknown-verb", verb=name, meant=meant(name, VERBS)))


def _open(window: Window) -> Callable[[Namespace, Console], Answer]:
    def run(given: Namespace, console: Console) -> Answer:
        return Answer("", window(given.file))
    return run


def _overview(console: Console, group: str = "") -> str:
    rows = [(name, console.say(message(code))) for name, code in VERBS.items() if name.startswith(group)]
    return "\n".join([console.say(message("cli-overview")), "", *table(rows), "", console.say(message("cli-more")),
                      console.say(message("cli-status"))]) + "\n"
