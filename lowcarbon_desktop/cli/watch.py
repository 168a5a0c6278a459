"""Checks a plan again whenever it is saved, until the user ends it."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from lowcarbon_desktop.app.draft_state import State, state
from lowcarbon_desktop.cli.console import Console, print_out
from lowcarbon_desktop.cli.verb import Answer
from lowcarbon_desktop.errors import PlanUnreadable, UsageError, message

PAUSE = 0.4
"""Seconds between two looks at the files; what has not changed between two of them is taken to be written."""
Judge = Callable[[Namespace, Console, dict[str, str]], Answer]


def watch(given: Namespace, console: Console, judge: Judge) -> Answer:
    """Judge now and after every save. A draft that cannot be read at the moment is waited for. Ends by Ctrl+C.

    Raises UsageError for several plans, PlanUnreadable where it cannot be read to begin with.
    """
    if len(given.plan) > 1:
        raise UsageError(message("cli-watch-one"))
    path = given.plan[0]
    begun: dict[str, str] = {}
    answer = judge(given, console, begun)
    if answer.status == PlanUnreadable.status:
        return answer
    print_out(answer.text)
    console.tell(message("cli-watching", path=str(path)))
    for _ in saved(path):
        answer = judge(given, console, begun)
        now = time.strftime("%H:%M:%S")
        if answer.status == PlanUnreadable.status:
            console.tell(message("cli-watch-unread", time=now))
            continue
        print_out(answer.text)
        console.tell(message("cli-watch-again", time=now))
    return answer


def saved(path: Path, pause: Callable[[float], None] = time.sleep) -> Iterator[State]:
    """One state of the file, or of the files of a folder, each time that they were written to their end.

    Editors that put a new file in the place of the old one are followed too; while nothing is there nothing is told.
    """
    told = last = state(path)
    while True:
        pause(PAUSE)
        now = state(path)
        if now and now == last != told:
            told = now
            yield now
        last = now
