"""The terminal: results on standard output, messages and progress on standard error, both always UTF-8."""

from __future__ import annotations

import io
import os
import sys
from itertools import pairwise
from pathlib import Path

from lowcarbon_desktop.errors import Fault, Message, OutputError, Text, message
from lowcarbon_desktop.progress import Progress
from lowcarbon_desktop.wording import LANGUAGES, say

_TURNING = (0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_STEER = {**dict.fromkeys((*range(9), *range(11, 32)), "\ufffd"),
          **{sign: f"\\u{sign:04x}" for sign in (*range(127, 160), *_TURNING)}}
"""Signs that steer a terminal, or turn around what follows: what is printed may come from anybody's file.

Those that stand as they are in JSON become its escapes.
"""


def chosen_language(arguments: list[str]) -> str:
    """The language of `--lang`, wherever it stands, else of LOWCARBON_LANG, else Chinese; a wrong one counts not."""
    asked = [after for before, after in pairwise(arguments) if before == "--lang"]
    asked += [each.partition("=")[2] for each in arguments if each.startswith("--lang=")]
    asked.append(os.environ.get("LOWCARBON_LANG", ""))
    return next((lang for lang in asked if lang in LANGUAGES), "zh")


class Console:
    """Says things in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, said: Message | Text | str) -> str:
        """The words for it."""
        return say(said, self.lang)

    def tell(self, said: Message | str) -> None:
        """A message, on standard error."""
        if sys.stderr is not None:
            print(self.say(said).translate(_STEER), file=sys.stderr)

    def fault(self, fault: Fault, *, column: bool = False) -> str:
        """A fault of a file as one line that an editor can jump to."""
        place = f"{fault.file}:{fault.line}" if fault.line else fault.file
        if column and fault.line and fault.column:
            place += f":{fault.column}"
        said = message("cli-warning", what=fault.message) if fault.warning else fault.message
        return f"{place}: {self.say(said)}"

    def progress(self, path: Path) -> Progress:
        """Progress on one file, shown where a person watches."""
        if sys.stderr is None or not sys.stderr.isatty():
            return Progress()

        def tell(done: int, total: int) -> None:
            end = "\r\033[K" if done >= total else ""
            print(f"\r{path.name} {done}/{total}{end}", end="", file=sys.stderr, flush=True)

        return Progress(tell)


def print_out(text: str) -> None:
    """The result. A reader that has gone away (| head) is no fault. Raises OutputError."""
    if sys.stdout is None:
        return
    try:
        text = text.translate(_STEER)
        print(text, end="" if text.endswith("\n") or not text else "\n", flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or it fails once more at exit
        if isinstance(error, BrokenPipeError):
            return
        raise OutputError(message("cli-no-output", reason=error.strerror or "?")) from None
