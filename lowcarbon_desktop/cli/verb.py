"""What a verb of the command line is: its options as a table, from which it is parsed and its help is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Namespace
from typing import NamedTuple

from lowcarbon_desktop.cli.console import Console
from lowcarbon_desktop.errors import UsageError, message


class Option(NamedTuple):
    """An option ("--as-of") or, without hyphens, what the verb works on ("PLAN").

    `help` is the code of its wording, "" for one that is not shown. `read` turns the text into a value and raises
    UsageError. `many` may be given again and again; what the verb works on is then one or more, or none where it is
    not `needed`. An option that is `required` cannot be left out; a `flag` takes no value: it is there or not.
    """

    name: str
    help: str
    value: str = ""
    read: Callable[[str], object] = str
    many: bool = False
    choices: tuple[str, ...] = ()
    default: object = None
    needed: bool = True
    required: bool = False
    flag: bool = False


class Answer(NamedTuple):
    """What a verb says on standard output, and the exit status."""

    text: str
    status: int = 0


class Verb(NamedTuple):
    """One verb: `run` does it; what it says by the way goes to the console."""

    name: str
    help: str
    options: tuple[Option, ...]
    run: Callable[[Namespace, Console], Answer]


def day(text: str) -> date:
    """A day as typed. Raises UsageError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(message("cli-day", value=text)) from None


LANG = Option("--lang", "cli-lang", choices=("zh", "en"))
FORMAT = Option("--format", "cli-format", choices=("text", "json"), default="text")
OUTPUT = Option("--output", "cli-output", value="PATH", read=Path)
REGION = Option("--region", "cli-region", value="NAME")
AS_OF = Option("--as-of", "cli-as-of", value="YYYY-MM-DD", read=day)
REMEMBERED = "remembered"
"""In the place of a file: what was corrected in other drafts. A file of that name is ./remembered."""
CORRECTIONS = Option("--corrections", "cli-corrections", value=f"FILE|{REMEMBERED}",
                     read=lambda text: text if text == REMEMBERED else Path(text))
TAILORING = Option("--tailoring", "cli-tailoring", value="PATH", read=Path)
PART = Option("--part", "cli-part", flag=True)
