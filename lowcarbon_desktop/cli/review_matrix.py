"""lowcarbon review matrix: show the matrix of policy instruments, say yes or no to a cell, put a sentence right."""

from __future__ import annotations

from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.read import finish
from lowcarbon_desktop.cli.review_file import FILE, book_at
from lowcarbon_desktop.cli.review_say import REASON, kept
from lowcarbon_desktop.cli.verb import FORMAT, LANG, OUTPUT, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message

if TYPE_CHECKING:
    from lowcarbon_desktop.analysis.instruments import Cell
    from lowcarbon_desktop.app.session import Session


def run(given: Namespace, console: Console) -> Answer:
    """Without a cell the matrix is shown; with one, something is said of it."""
    session = book_at(given.f, console).session()
    if session.matrix is None:
        raise UsageError(message("mark-not-asked", rubric=session.assessment.rubric.title))
    said = sum((given.yes, given.no, given.say is not None, (given.to_instrument, given.to_sector) != (None, None)))
    if said > 1:
        raise UsageError(message("cli-matrix-one"))
    if not said and (given.instrument, given.sector, given.sentence) == (None, None, None):
        return finish(_shown(session, given, console), 0, given, console)
    cell = _cell(given.sector, given.instrument)
    if given.say is not None:
        session.unmark(key for key in session.review.marks if key[:2] == cell)
    elif (given.to_instrument, given.to_sector) != (None, None):
        if given.sentence is None:
            raise UsageError(message("cli-missing", what="--sentence", verb="review matrix"))
        to = _cell(given.to_sector or given.sector, given.to_instrument or given.instrument)
        session.move_sentence(given.sentence, cell, to, given.reason or "")
    elif not said:
        raise UsageError(message("cli-missing", what="--yes | --no", verb="review matrix"))
    elif given.sentence is None:
        session.mark_cell(cell, given.yes, given.reason or "")
    else:
        (session.put_in if given.yes else session.put_aside)(cell, given.sentence, given.reason or "")
    return kept(session, console)


def _cell(sector: str | None, instrument: str | None) -> Cell:
    from lowcarbon_desktop.app.marking import named_by
    from lowcarbon_desktop.app.reference import reference

    if sector is None or instrument is None:
        raise UsageError(message("cli-matrix-cell"))
    catalogue = reference().instruments
    return named_by("measure", sector, catalogue.measures), named_by("instrument", instrument, catalogue.instruments)


def _shown(session: Session, given: Namespace, console: Console) -> str:
    from lowcarbon_desktop.app import present

    if given.format == "json":
        return present.as_json({"schema": "lowcarbon/matrix/1",
                                **(present.matrix_plain(session.assessment, console.lang) or {})})
    return present.matrix_text(session.assessment, console.lang)


MATRIX = Verb("review matrix", "cli-verb-review-matrix", (
    FILE, Option("--instrument", "cli-matrix-instrument", value="ID|NAME"),
    Option("--sector", "cli-matrix-sector", value="ID|NAME"), Option("--yes", "cli-matrix-yes", flag=True),
    Option("--no", "cli-matrix-no", flag=True), REASON,
    Option("--sentence", "cli-matrix-sentence", value="TEXT"),
    Option("--to-instrument", "cli-matrix-to-instrument", value="ID|NAME"),
    Option("--to-sector", "cli-matrix-to-sector", value="ID|NAME"),
    Option("--say", "cli-matrix-back", choices=("withdraw",)), FORMAT, LANG, OUTPUT), run)
