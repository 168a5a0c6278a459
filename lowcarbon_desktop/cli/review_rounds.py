"""lowcarbon review next, rounds, replies, merge: from one draft to the next, and from one expert to several."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.read import finish, told
from lowcarbon_desktop.cli.review_file import DRY_RUN, FILE, OUT, book_at, wanted
from lowcarbon_desktop.cli.verb import FORMAT, LANG, OUTPUT, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message


def next_one(given: Namespace, console: Console) -> Answer:
    """Begin the next round on the revised draft."""
    from lowcarbon_desktop.app.rounds import next_round

    book_at(given.f, console)
    _, remarks = next_round(given.f, given.revised, given.out)
    for each in remarks:
        console.tell(each)
    console.tell(message("cli-written", path=str(given.out)))
    return Answer("")


def rounds(given: Namespace, console: Console) -> Answer:
    """All rounds of a plan side by side, from one file or several; what was asked, and what has become of it."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.rounds import beside, since
    from lowcarbon_desktop.app.rounds_said import rounds_plain, rounds_text

    books = [book_at(path, console) for path in given.f]
    newest = max(books, key=lambda book: book.review.round)
    write = rounds_plain if given.format == "json" else rounds_text
    said = write(beside(books), since(newest), console.lang)
    return finish(present.as_json(said) if given.format == "json" else said, 0, given, console)


def replies(given: Namespace, console: Console) -> Answer:
    """Take the applicant's replies from an answered list, or write the list to be answered."""
    from lowcarbon_desktop.app.replies import read_replies, write_form

    book = book_at(given.f, console)
    if (given.form is None) == (getattr(given, "from") is None):
        raise UsageError(message("cli-missing", what="--from | --form", verb="review replies"))
    if given.form is not None:
        count = write_form(book.assessment, book.review, given.form, console.lang)
        console.tell(message("cli-written", path=str(given.form)))
        return Answer(console.say(message("replies-form", count=count)))
    found = read_replies(getattr(given, "from"), book.assessment)
    book.reply(found.by_criterion)
    for each in found.unknown:
        console.tell(message("replies-unknown", text=each))
    return Answer(console.say(message("replies-taken", count=len(found.by_criterion))))


def merge(given: Namespace, console: Console) -> Answer:
    """Put the reviews of several experts side by side; with --dry-run only say what would be done."""
    from lowcarbon_desktop.app import merge_said, review_merge

    if not given.dry_run:
        wanted(given.out, "--out", "review merge")
    merged, first = review_merge.merge(given.f)
    for looked in review_merge.outlook(given.f).files:
        for said in looked.said:
            console.tell(message("merge-reason", path=str(looked.path), reason=said))
    for remark in merged.remarks:
        console.tell(remark)
    if not given.dry_run:
        review_merge.write(merged, first, given.out, given.meeting or console.say(message("merge-meeting")))
        console.tell(message("cli-written", path=str(given.out)))
    return told(merged, merge_said.merge_plain, merge_said.merge_text, given, console)


ROUNDS = {verb.name: verb for verb in (
    Verb("review next", "cli-verb-review-next", (
        FILE, Option("REVISED", "cli-review-revised", read=Path), OUT, LANG), next_one),
    Verb("review rounds", "cli-verb-review-rounds", (
        Option("F", "cli-review-rounds", read=Path, many=True), FORMAT, LANG, OUTPUT), rounds),
    Verb("review replies", "cli-verb-review-replies", (
        FILE, Option("--from", "cli-review-replies-from", value="FILE", read=Path),
        Option("--form", "cli-review-replies-form", value="OUT.xlsx", read=Path), LANG), replies),
    Verb("review merge", "cli-verb-review-merge", (
        Option("F", "cli-review-files", read=Path, many=True), OUT._replace(required=False), DRY_RUN,
        Option("--meeting", "cli-review-meeting", value="NAME"), FORMAT, LANG, OUTPUT), merge),
)}
