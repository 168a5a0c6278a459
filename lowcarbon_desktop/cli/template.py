"""lowcarbon template: an empty form for applicants."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import LANG, REGION, Answer, Option, Verb
from lowcarbon_desktop.errors import message


def run(given: Namespace, console: Console) -> Answer:
    """Write the form."""
    from lowcarbon_desktop.app.reference import reference
    from lowcarbon_desktop.app.template import write_template

    write_template(given.out, reference(), rubric=given.rubric, lang=console.lang, region=given.region,
                   progress=console.progress(given.out))
    console.tell(message("cli-written", path=str(given.out)))
    return Answer("")


TEMPLATE = Verb("template", "cli-verb-template", (
    Option("OUT", "cli-template-out", read=Path),
    Option("--rubric", "cli-rubric", value="ID|PATH", default="second-batch"), REGION, LANG), run)
