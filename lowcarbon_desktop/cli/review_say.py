"""lowcarbon review set, fact, correct, note, conclude: what the reviewer says, one change a command."""

from __future__ import annotations

from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.review_file import ANYWAY, FILE, book_at, wanted
from lowcarbon_desktop.cli.verb import LANG, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message

if TYPE_CHECKING:
    from lowcarbon_desktop.app.session import Session


def set_item(given: Namespace, console: Console) -> Answer:
    """Say something of a criterion: verdict, points, comment, the applicant's reply."""
    from lowcarbon_desktop.app.verdicts import Said, moment

    if (given.outcome, given.points, given.comment, given.reply) == (None, None, None, None):
        raise UsageError(message("cli-missing", what="--outcome | --points | --comment | --reply", verb="review set"))
    book = book_at(given.f, console, anyway=given.anyway)
    said = Said(moment(), given.outcome, given.reason or "", given.points, given.comment, given.reply)
    book.say(given.criterion, said)
    return Answer("")


def note(given: Namespace, console: Console) -> Answer:
    """Write the private note on a criterion."""
    book_at(given.f, console, anyway=given.anyway).note(given.criterion, given.text)
    return Answer("")


def conclude(given: Namespace, console: Console) -> Answer:
    """Say what comes out of the whole."""
    book_at(given.f, console, anyway=given.anyway).conclude(given.outcome, given.words, given.revise or "")
    return Answer("")


def fact(given: Namespace, console: Console) -> Answer:
    """State a fact, or say of what the machine found that it is so, or not."""
    from lowcarbon_desktop.app.facts_file import typed_value
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.review import StatedFact

    id = given.fact
    session = book_at(given.f, console, anyway=given.anyway).session()
    if given.say == "confirm":
        session.confirm_fact(id)
    elif given.say == "refuse":
        session.refuse_fact(id)
    elif given.say == "withdraw":
        session.withdraw_fact(id)
    else:
        reviewer = session.review.reviewer
        session.state_fact(StatedFact(id, given.state or "stated", typed_value(id, given.value, reference()),
                                      given.source or "", reviewer.name if reviewer is not None else ""))
    return kept(session, console)


def correct(given: Namespace, console: Console) -> Answer:
    """Correct what a cell prints, or what was understood of it."""
    session = book_at(given.f, console, anyway=given.anyway).session()
    where = session.place_of(given.file, given.sheet, given.cell)
    if given.say == "withdraw":
        session.take_back(where, given.field)
    elif given.field == "confirmed":
        session.confirm_reading(where)
    else:
        session.correct_field(where, given.field, str(wanted(given.value, "--value", "review correct")),
                              given.reason or "")
    return kept(session, console)


def kept(session: Session, console: Console) -> Answer:
    """Nothing to say where the change is in the file. Raises UsageError where it is not."""
    if session.unsaved is not None:
        raise UsageError(session.unsaved)
    for remark in session.remarks:
        if remark.code != "session-resumed":
            console.tell(remark)
    return Answer("")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise UsageError(message("cli-number", given=text)) from None


CRITERION = Option("--criterion", "cli-review-criterion", value="ID", required=True)
REASON = Option("--reason", "cli-review-reason", value="TEXT")
SAY = {verb.name: verb for verb in (
    Verb("review set", "cli-verb-review-set", (
        FILE, CRITERION, Option("--outcome", "cli-review-outcome", value="WORD"), REASON,
        Option("--points", "cli-review-points", value="N", read=_number),
        Option("--comment", "cli-review-comment", value="TEXT"), Option("--reply", "cli-review-reply", value="TEXT"),
        ANYWAY, LANG), set_item),
    Verb("review note", "cli-verb-review-note", (
        FILE, CRITERION, Option("--text", "cli-review-text", value="TEXT", required=True), ANYWAY, LANG), note),
    Verb("review conclude", "cli-verb-review-conclude", (
        FILE, Option("--outcome", "cli-review-conclusion", choices=("passes", "passes_once_revised", "fails"),
                     required=True),
        Option("--words", "cli-review-words", value="TEXT", required=True),
        Option("--revise", "cli-review-revise", value="TEXT"),
        ANYWAY, LANG), conclude),
    Verb("review fact", "cli-verb-review-fact", (
        FILE, Option("--fact", "cli-review-fact", value="ID", required=True),
        Option("--state", "cli-review-state", value="STATE"),
        Option("--value", "cli-review-value", value="VALUE"), Option("--source", "cli-review-source", value="TEXT"),
        Option("--say", "cli-review-say", choices=("confirm", "refuse", "withdraw")), ANYWAY, LANG), fact),
    Verb("review correct", "cli-verb-review-correct", (
        FILE, Option("--cell", "cli-review-cell", value="CELL", required=True),
        Option("--sheet", "cli-review-sheet", value="NAME"),
        Option("--file", "cli-review-in-file", value="NAME"),
        Option("--field", "cli-review-field", value="FIELD", default="text"),
        Option("--value", "cli-review-corrected", value="VALUE"), REASON,
        Option("--say", "cli-review-take-back", choices=("withdraw",)), ANYWAY, LANG), correct),
)}
