"""lowcarbon remembered: what was corrected in other drafts and is proposed again, to be looked at and taken back."""

from __future__ import annotations

from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import FORMAT, LANG, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message

ALL = "all"


def list_them(given: Namespace, console: Console) -> Answer:
    """Every remembered correction with its number, the oldest first."""
    from lowcarbon_desktop.app.present import as_json
    from lowcarbon_desktop.app.proposals import in_words, reason_of
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.remembered import Memory

    memory = Memory()
    entries = memory.entries
    if memory.said is not None:
        console.tell(memory.said)
    if given.format == "json":
        return Answer(as_json([{
            "number": number, "heading": in_words(each.heading), "field": each.field, "was": each.was,
            "value": each.value, "file": each.file, "when": each.when} for number, each in enumerate(entries, 1)]))
    if not entries:
        return Answer(console.say(message("cli-remembered-none")))
    return Answer("\n".join(f"{number}  {console.say(reason_of(each, reference()))}"
                            for number, each in enumerate(entries, 1)))


def forget(given: Namespace, console: Console) -> Answer:
    """Take back those of the numbers given, or all."""
    from lowcarbon_desktop.app.remembered import Memory

    memory = Memory()
    before = len(memory.entries)
    if given.number == [ALL]:
        memory.forget_all()
    else:
        memory.forget([_number(each) for each in given.number])
    if memory.said is not None:
        console.tell(memory.said)
    console.tell(message("cli-remembered-forgotten", count=before - len(memory.entries)))
    return Answer("")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise UsageError(message("cli-remembered-number", given=text))
    return int(text)


VERBS = {verb.name: verb for verb in (
    Verb("remembered list", "cli-verb-remembered-list", (FORMAT, LANG), list_them),
    Verb("remembered forget", "cli-verb-remembered-forget", (
        Option("NUMBER", "cli-remembered-numbers", many=True), LANG), forget),
)}
