"""lowcarbon compare: two drafts, or two rounds, of one plan, cell by cell."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace as Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.read import finish
from lowcarbon_desktop.cli.verb import FORMAT, LANG, OUTPUT, REGION, Answer, Option, Verb


def run(given: Namespace, console: Console) -> Answer:
    """What changed in the indicator table, the facts and the findings."""
    from lowcarbon_desktop.app import present
    from lowcarbon_desktop.app.comparing import compare_files, compare_plain, compare_text
    from lowcarbon_desktop.app.reference import reference

    compared = compare_files(given.old, given.new, reference(), rubric=given.rubric, region=given.region)
    if compared.warning is not None:
        console.tell(compared.warning)
    text = (present.as_json(compare_plain(compared, console.lang)) if given.format == "json"
            else compare_text(compared, reference(), console.lang))
    return finish(text, 0, given, console)


COMPARE = Verb("compare", "cli-verb-compare", (
    Option("OLD", "cli-compare-old", read=Path), Option("NEW", "cli-compare-new", read=Path),
    Option("--rubric", "cli-rubric", value="ID|PATH", default="second-batch"), REGION, FORMAT, LANG, OUTPUT), run)
