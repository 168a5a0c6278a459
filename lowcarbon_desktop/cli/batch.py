"""lowcarbon batch: every plan of a folder, a PDF each and one summary."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import FORMAT, LANG, TAILORING, Answer, Option, Verb
from lowcarbon_desktop.errors import UsageError, message


def jobs(text: str) -> int:
    """How many processes, as typed. Raises UsageError."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= 64):
        raise UsageError(message("batch-jobs", given=text))
    return int(text)


def run(given: Namespace, console: Console) -> Answer:
    """Check the folder; what could not be read is told, and the others are there all the same."""
    from lowcarbon_desktop.app import batch, batch_said
    from lowcarbon_desktop.app.present import as_json

    asked = batch.Asked(given.dir, given.out, given.rubric, given.tailoring, given.jobs or batch.usual_jobs(),
                        console.lang, given.replace)
    found = batch.run(asked, console.progress(given.dir))
    for each in found.entries:
        if each.said is not None:
            console.tell(each.said)
    console.tell(message("batch-written", count=sum(bool(each.pdf) for each in found.entries), out=str(given.out)))
    text = (as_json(batch_said.batch_plain(found.entries, found.rubric, console.lang)) if given.format == "json"
            else batch_said.batch_text(found.entries, found.rubric, console.lang))
    return Answer(text, found.status)


BATCH = Verb("batch", "cli-verb-batch", (
    Option("DIR", "cli-batch-dir", read=Path),
    Option("--out", "cli-batch-out", value="DIR", read=Path, required=True),
    Option("--rubric", "cli-rubric", value="ID|PATH", default="second-batch"), TAILORING,
    Option("--jobs", "cli-batch-jobs", value="N", read=jobs),
    Option("--replace", "cli-batch-replace", flag=True), FORMAT, LANG), run)
