"""A command of the window, and the conditions under which one can be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lowcarbon_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from lowcarbon_desktop.ui.window import Window


def always(desk: Desk) -> bool:
    """At any time."""
    return True


def is_open(desk: Desk) -> bool:
    """Where a plan is looked at."""
    return desk.current is not None and desk.aside is None


def reviewing(desk: Desk) -> bool:
    """Where a plan is looked at as reviewers do, and not as its applicant."""
    return is_open(desk) and not desk.settings.applicant


def held(desk: Desk) -> bool:
    """Where another program has the review open."""
    return is_open(desk) and desk.current.held_by_other is not None


def undoable(desk: Desk) -> bool:
    """Where there is something to take back."""
    return desk.doing is not None and desk.doing.to_undo is not None


def redoable(desk: Desk) -> bool:
    """Where something was taken back."""
    return desk.doing is not None and desk.doing.to_redo is not None


def changeable(desk: Desk) -> bool:
    """Where the review of the plan can be changed."""
    return is_open(desk) and desk.current.closed is None


def reviewed(desk: Desk) -> bool:
    """Where somebody reviews."""
    return is_open(desk) and desk.current.review.reviewer is not None


def to_say(desk: Desk) -> bool:
    """Where a verdict can be given."""
    return changeable(desk) and reviewed(desk) and reviewing(desk)


def a_file(desk: Desk) -> bool:
    """Where a review file is open by itself."""
    return is_open(desk) and desk.current.path == desk.current.review_path


def sealed(desk: Desk) -> bool:
    """Where the review is closed, and can be opened again."""
    return is_open(desk) and desk.current.review.status != "in_work" and not desk.current.only_shown


def later_round(desk: Desk) -> bool:
    """Where there was a round before."""
    return reviewed(desk) and desk.current.review.round > 1


ON_PLAN = frozenset((
    "correct", "note", "region", "find", "findings", "facts", "mapping", "scores", "conclusion", "instruments",
    "criterion", "next", "previous", "applicant", "agree", "overrule", "comment", "next_open"))
"""What happens on the page of the plan, and so turns to it from the preview, the rounds and the merge."""


class Command(NamedTuple):
    """One line of a menu; `brief` is its label on the toolbar. `checked` is None where it bears no mark."""

    id: str
    menu: str
    label: str
    shortcut: str
    use: Callable[[Window], object]
    when: Callable[[Desk], bool] = always
    icon: str = ""
    checked: Callable[[Desk], bool] | None = None
    brief: str = ""
