"""lowcarbon review: begin a review, show it, seal it, verify it, print it, go into the next round, merge several."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING

from lowcarbon_desktop.cli.console import Console, print_out
from lowcarbon_desktop.cli.read import finish
from lowcarbon_desktop.cli.verb import AS_OF, FORMAT, LANG, OUTPUT, PART, REGION, TAILORING, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message

if TYPE_CHECKING:
    from lowcarbon_desktop.app.review_book import Book

FILE = Option("F", "cli-review-file", read=Path)
OUT = Option("--out", "cli-review-out", value="F.lcreview", read=Path)


def required(given: Namespace, option: str, verb: str) -> object:
    """The value of an option that the verb cannot do without. Raises UsageError."""
    value = getattr(given, option.strip("-").replace("-", "_"))
    if value is None:
        raise UsageError(message("cli-missing", what=option, verb=verb))
    return value


ANYWAY = Option("--anyway", "cli-review-anyway", flag=True)


def book_at(path: Path, console: Console, *, anyway: bool = False) -> Book:
    """The review file, and a word where it is not as its history says. Raises UsageError."""
    from lowcarbon_desktop.app.review_book import Book

    book = Book.open(path)
    if anyway:
        book.open_anyway()
    if book.verified().faults:
        console.tell(message("verdict-not-as-logged", path=str(path)))
    return book


def new(given: Namespace, console: Console) -> Answer:
    """Begin a review in a new file, which needs nothing beside it from then on."""
    from lowcarbon_desktop.app.review_book import begin, reviewer_named

    out, name = required(given, "--out", "review new"), required(given, "--reviewer", "review new")
    book = begin(given.plan, out, reviewer_named(name, given.interest or ""), rubric=given.rubric,
                 tailoring=given.tailoring, region=given.region, as_of=given.as_of, part=given.part)
    return _begun(book, console)


def next_one(given: Namespace, console: Console) -> Answer:
    """Begin the next round on the revised draft."""
    from lowcarbon_desktop.app.rounds import next_round

    out = required(given, "--out", "review next")
    book_at(given.f, console)
    _, told = next_round(given.f, given.revised, out)
    for each in told:
        console.tell(each)
    console.tell(message("cli-written", path=str(out)))
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


def _begun(book: Book, console: Console) -> Answer:
    for remark in book.assessment.plan.remarks:
        console.tell(message("cli-remark", plan=book.assessment.plan.name, remark=remark))
    for name in book.left_out:
        console.tell(message("verdict-file-left-out", file=name))
    console.tell(message("cli-written", path=str(book.path)))
    return Answer("")


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


def show(given: Namespace, console: Console) -> Answer:
    """The whole review: every criterion with the machine's word and the person's."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.review_said import review_plain, review_text

    book = book_at(given.f, console)
    text = (present.as_json(review_plain(book, console.lang)) if given.format == "json"
            else review_text(book, console.lang))
    return finish(text, 0, given, console)


def seal(given: Namespace, console: Console) -> Answer:
    """Say what is missing, and seal; or only say it, give the sealed review back, or open it again."""
    from lowcarbon_desktop.app.verdicts import unconcluded
    from lowcarbon_desktop.review.weighed import missing

    book = book_at(given.f, console, anyway=given.anyway)
    if getattr(given, "return"):
        book.give_back()
        return Answer(console.say(message("verdict-returned")))
    if given.reopen:
        book.reopen()
        return Answer(console.say(message("verdict-reopened")))
    still = missing(book.assessment, book.review)
    for criterion in still:
        console.tell(message("verdict-missing", criterion=criterion))
    lacking = unconcluded(book.review)
    if lacking is not None:
        console.tell(lacking)
    if given.dry_run:
        return Answer(console.say(message("verdict-would-seal", count=len(still))))
    return Answer(console.say(message("verdict-sealed-as", head=book.seal(), count=len(still))))


def verify(given: Namespace, console: Console) -> Answer:
    """Hold the file against its history: 0 where nothing was touched, 1 where something was, and what."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.review_verify import verified

    result = verified(given.f)
    status = 1 if result.faults else 0
    if given.format == "json":
        return Answer(present.as_json({
            "schema": "lowcarbon/verify/1", "whole": not result.faults, "entries": result.count, "head": result.head,
            "faults": [{"code": each.code, **each.args, "message": console.say(each)} for each in result.faults],
            "remarks": [{"code": each.code, "message": console.say(each)} for each in result.remarks]}), status)
    for remark in result.remarks:
        console.tell(remark)
    if not result.faults:
        return Answer(console.say(message("verdict-whole", count=result.count, head=result.head)))
    return Answer("\n".join(console.say(each) for each in (message("verdict-tampered"), *result.faults)), status)


def report(given: Namespace, console: Console) -> Answer:
    """Print the review: the PDF with the machine's word and the person's."""
    from lowcarbon_desktop.app.print_report import print_review
    from lowcarbon_desktop.app.reference import reference

    path, book = required(given, "--pdf", "review report"), book_at(given.f, console)
    if given.merge:
        from lowcarbon_desktop.app.print_merge import print_merge

        print_merge(book, path, console.progress(path), lang=console.lang)
    else:
        print_review(book, reference(), path, lang=console.lang, progress=console.progress(path))
    console.tell(message("cli-written", path=str(path)))
    return Answer("")


def merge(given: Namespace, console: Console) -> Answer:
    """Put the reviews of several experts side by side; with --dry-run only say what would be done."""
    from lowcarbon_desktop.app import merge_said, present, review_merge

    if not given.dry_run:
        required(given, "--out", "review merge")
    merged, first = review_merge.merge(given.f)
    for looked in review_merge.outlook(given.f).files:
        for said in looked.said:
            console.tell(message("merge-reason", path=str(looked.path), reason=said))
    for remark in merged.remarks:
        console.tell(remark)
    if not given.dry_run:
        review_merge.write(merged, first, given.out, given.meeting or console.say(message("merge-meeting")))
        console.tell(message("cli-written", path=str(given.out)))
    text = (present.as_json(merge_said.merge_plain(merged, console.lang)) if given.format == "json"
            else merge_said.merge_text(merged, console.lang))
    return finish(text, 0, given, console)


def rescue(given: Namespace, console: Console) -> Answer:
    """Take what is still good out of a damaged file into a new one."""
    from lowcarbon_desktop.app.review_verify import rescued

    out = required(given, "--out", "review rescue")
    for remark in rescued(given.f, out):
        console.tell(remark)
    console.tell(message("cli-written", path=str(out)))
    return Answer("")


def copy(given: Namespace, console: Console) -> Answer:
    """A copy to mail."""
    from lowcarbon_desktop.app.review_verify import copied

    out = required(given, "--out", "review copy")
    copied(given.f, out, files=not given.without_files, notes=not given.without_notes)
    console.tell(message("cli-written", path=str(out)))
    return Answer("")


def history(given: Namespace, console: Console) -> Answer:
    """Who changed what, when, from what to what, and why."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.review_history import history_plain, history_text

    book = book_at(given.f, console)
    text = (present.as_json(history_plain(book, console.lang)) if given.format == "json"
            else history_text(book, console.lang))
    return finish(text, 0, given, console)


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
            step = book.step_back() if way == "undo" else book.step_again()
        except UsageError:
            if lines:
                console.tell(message("history-so-far", count=len(lines)))
                print_out("\n".join(lines))
            raise
        said = console.say(message(f"history-{way}", number=step.number))
        lines.append(f"{said}: {step_text(book, step, console.lang)}")
    return Answer("\n".join(lines))


def _count(text: str) -> int:
    """How many steps, as typed. Raises UsageError."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= 10_000):
        raise UsageError(message("history-count", given=text))
    return int(text)


DRY_RUN = Option("--dry-run", "cli-review-dry-run", flag=True)
REVIEW = {verb.name: verb for verb in (
    Verb("review new", "cli-verb-review-new", (
        Option("PLAN", "cli-plan", read=Path), Option("--reviewer", "cli-review-reviewer", value="NAME"), OUT,
        Option("--rubric", "cli-rubric", value="ID|PATH", default="second-batch"), TAILORING, REGION, AS_OF, PART,
        Option("--interest", "cli-review-interest", value="TEXT"), LANG), new),
    Verb("review next", "cli-verb-review-next", (
        FILE, Option("REVISED", "cli-review-revised", read=Path), OUT, LANG), next_one),
    Verb("review rounds", "cli-verb-review-rounds", (
        Option("F", "cli-review-rounds", read=Path, many=True), FORMAT, LANG, OUTPUT), rounds),
    Verb("review replies", "cli-verb-review-replies", (
        FILE, Option("--from", "cli-review-replies-from", value="FILE", read=Path),
        Option("--form", "cli-review-replies-form", value="OUT.xlsx", read=Path), LANG), replies),
    Verb("review show", "cli-verb-review-show", (FILE, FORMAT, LANG, OUTPUT), show),
    Verb("review seal", "cli-verb-review-seal", (
        FILE, DRY_RUN, Option("--return", "cli-review-return", flag=True),
        Option("--reopen", "cli-review-reopen", flag=True), ANYWAY, LANG), seal),
    Verb("review verify", "cli-verb-review-verify", (FILE, FORMAT, LANG), verify),
    Verb("review report", "cli-verb-review-report", (
        FILE, Option("--pdf", "cli-review-pdf", value="PATH", read=Path),
        Option("--merge", "cli-review-pdf-merge", flag=True), LANG), report),
    Verb("review merge", "cli-verb-review-merge", (
        Option("F", "cli-review-files", read=Path, many=True), OUT, DRY_RUN,
        Option("--meeting", "cli-review-meeting", value="NAME"), FORMAT, LANG, OUTPUT), merge),
    Verb("review copy", "cli-verb-review-copy", (
        FILE, OUT, Option("--without-files", "cli-review-without-files", flag=True),
        Option("--without-notes", "cli-review-without-notes", flag=True), LANG), copy),
    Verb("review history", "cli-verb-review-history", (FILE, FORMAT, LANG, OUTPUT), history),
    *(Verb(f"review {way}", f"cli-verb-review-{way}", (
        FILE, Option("--steps", "cli-review-steps", value="N", read=_count), ANYWAY, LANG), run)
      for way, run in (("undo", undo), ("redo", redo))),
    Verb("review rescue", "cli-verb-review-rescue", (FILE, OUT, LANG), rescue),
)}
