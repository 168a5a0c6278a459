"""lowcarbon review new, show, seal, report, copy: one expert's review of one draft, in a file of its own."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import TYPE_CHECKING

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.read import told
from lowcarbon_desktop.cli.review_file import ANYWAY, DRY_RUN, FILE, OUT, book_at
from lowcarbon_desktop.cli.verb import AS_OF, FORMAT, LANG, OUTPUT, PART, REGION, TAILORING, Answer, Option, Verb
from lowcarbon_desktop.errors import message

if TYPE_CHECKING:
    from lowcarbon_desktop.app.review_book import Book


def new(given: Namespace, console: Console) -> Answer:
    """Begin a review in a new file, which needs nothing beside it from then on."""
    from lowcarbon_desktop.app.review_begun import begin, reviewer_named

    book = begin(given.plan, given.out, reviewer_named(given.reviewer, given.interest or ""), rubric=given.rubric,
                 tailoring=given.tailoring, region=given.region, as_of=given.as_of, part=given.part)
    return _begun(book, console)


def _begun(book: Book, console: Console) -> Answer:
    for remark in book.assessment.plan.remarks:
        console.tell(message("cli-remark", plan=book.assessment.plan.called, remark=remark))
    for name in book.left_out:
        console.tell(message("verdict-file-left-out", file=name))
    console.tell(message("cli-written", path=str(book.path)))
    return Answer("")


def show(given: Namespace, console: Console) -> Answer:
    """The whole review: every criterion with the machine's word and the person's."""
    from lowcarbon_desktop.app.review_said import review_plain, review_text

    return told(book_at(given.f, console), review_plain, review_text, given, console)


def seal(given: Namespace, console: Console) -> Answer:
    """Say what is missing, and seal; or only say it, give the sealed review back, or open it again."""
    from lowcarbon_desktop.app.verdicts import refuse_sealed, unconcluded
    from lowcarbon_desktop.review.weighed import missing

    book = book_at(given.f, console, anyway=given.anyway)
    if getattr(given, "return"):
        book.give_back()
        return Answer(console.say(message("verdict-returned")))
    if given.reopen:
        book.reopen()
        return Answer(console.say(message("verdict-reopened")))
    refuse_sealed(book.review)
    still = missing(book.assessment, book.review)
    for criterion in still:
        console.tell(message("verdict-missing", criterion=book.assessment.rubric.named(criterion)))
    lacking = unconcluded(book.review)
    if lacking is not None:
        console.tell(lacking)
    if given.dry_run:
        return Answer(console.say(message("verdict-would-seal", count=len(still))))
    return Answer(console.say(message("verdict-sealed-as", head=book.seal(), count=len(still))))


def report(given: Namespace, console: Console) -> Answer:
    """Print the review: the PDF with the machine's word and the person's."""
    from lowcarbon_desktop.app.print_report import print_review
    from lowcarbon_desktop.app.reference import reference

    path, book = given.pdf, book_at(given.f, console)
    if given.merge:
        from lowcarbon_desktop.app.print_merge import print_merge

        print_merge(book, path, console.progress(path), lang=console.lang)
    else:
        if book.voices():
            console.tell(message("cli-report-of-merged"))
        print_review(book, reference(), path, lang=console.lang, progress=console.progress(path))
    console.tell(message("cli-written", path=str(path)))
    return Answer("")


def copy(given: Namespace, console: Console) -> Answer:
    """A copy to mail."""
    from lowcarbon_desktop.app.review_verify import copied

    private = copied(given.f, given.out, files=not given.without_files, notes=not given.without_notes)
    console.tell(message("cli-written", path=str(given.out)))
    if private:
        console.tell(message("cli-copied-with-notes", count=private))
    return Answer("")


REVIEW = {verb.name: verb for verb in (
    Verb("review new", "cli-verb-review-new", (
        Option("PLAN", "cli-plan", read=Path), Option("--reviewer", "cli-review-reviewer", value="NAME", required=True),
        OUT,
        Option("--rubric", "cli-rubric", value="ID|PATH", default="second-batch"), TAILORING, REGION, AS_OF, PART,
        Option("--interest", "cli-review-interest", value="TEXT"), LANG), new),
    Verb("review show", "cli-verb-review-show", (FILE, FORMAT, LANG, OUTPUT), show),
    Verb("review seal", "cli-verb-review-seal", (
        FILE, DRY_RUN, Option("--return", "cli-review-return", flag=True),
        Option("--reopen", "cli-review-reopen", flag=True), ANYWAY, LANG), seal),
    Verb("review report", "cli-verb-review-report", (
        FILE, Option("--pdf", "cli-review-pdf", value="PATH", read=Path, required=True),
        Option("--merge", "cli-review-pdf-merge", flag=True), LANG), report),
    Verb("review copy", "cli-verb-review-copy", (
        FILE, OUT, Option("--without-files", "cli-review-without-files", flag=True),
        Option("--without-notes", "cli-review-without-notes", flag=True), LANG), copy),
)}
