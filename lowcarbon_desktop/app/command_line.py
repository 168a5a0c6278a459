"""The command that does what the window did, ready to paste into a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from lowcarbon_desktop.review import Review
from lowcarbon_desktop.review.yardstick import Yardstick


def check_command(plan: Path, review: Review, review_file: Path, by: Yardstick, *, lang: str = "zh") -> str:
    """`lowcarbon check` with what differs from its defaults; `review_file` is named only for what stands in it."""
    words = ["lowcarbon", "check", _seen_from_here(plan)]
    from lowcarbon_desktop.app.check import DEFAULT_RUBRIC

    if by.rubric != DEFAULT_RUBRIC:
        words += ["--rubric", by.rubric]
    if by.tailoring is not None:
        words += ["--tailoring", _seen_from_here(Path(by.tailoring))]
    if review.region is not None:
        words += ["--region", review.region]
    if by.as_of is not None:
        words += ["--as-of", by.as_of.isoformat()]
    if review.part:
        words.append("--part")
    for typed in review.lines:
        words += ["--line", typed]
    for option, stands_there in (("--facts", review.facts or review.nods),
                                 ("--corrections", review.corrections or review.marks), ("--notes", review.notes)):
        if stands_there:
            words += [option, _seen_from_here(review_file)]
    if lang != "zh":
        words += ["--lang", lang]
    return quoted(words)


def review_command(review_file: Path, lang: str) -> str:
    """`lowcarbon review show` for a review file that has all that it needs inside."""
    return quoted(["lowcarbon", "review", "show", _seen_from_here(review_file), *(["--lang", lang] * (lang != "zh"))])


def _seen_from_here(path: Path) -> str:
    """The path as one would type it: from the present folder where it lies below, else whole."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def quoted(words: list[str], platform: str = sys.platform) -> str:
    """The words as one line, quoted for the platform's own shell."""
    if platform == "win32":
        from subprocess import list2cmdline
        return list2cmdline(words)
    from shlex import join
    return join(words)
