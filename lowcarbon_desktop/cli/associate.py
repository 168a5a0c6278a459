"""lowcarbon associate: a double click on a review file opens it in the window."""

from __future__ import annotations

from argparse import Namespace

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.cli.verb import LANG, Answer, Option, Verb
from lowcarbon_desktop.errors import message


def run(given: Namespace, console: Console) -> Answer:
    """Make the association for this user, or take it back."""
    from lowcarbon_desktop.app.association import associate, dissociate, program

    if given.remove:
        dissociate()
        return Answer(console.say(message("associate-removed")))
    for path in associate(program()):
        console.tell(message("cli-written", path=path))
    return Answer(console.say(message("associate-made")))


ASSOCIATE = Verb("associate", "cli-verb-associate", (
    Option("--remove", "cli-associate-remove", flag=True), LANG), run)
